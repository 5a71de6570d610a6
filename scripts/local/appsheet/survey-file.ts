import { defaultConfig } from '../../../src/app/defaults';
import type { Cell } from '../../../src/domain/cell';
import type { Config } from '../../../src/domain/config/config';
import type { TabSurvey } from '../../../src/ports';
import { SOURCE_KINDS } from '../../../src/sources';
import { healthTabs } from '../../../src/tables';
import { appTabs, type BookSurvey, parentsOf } from '../../../src/tables/appsheet/survey';
import { parseConfig } from '../../../src/tables/config/parse-config';
import { DATA_TABS } from '../../../src/tables/data';
import { CONFIG_TABS } from '../../../src/tables/health/configuration';
import type { SheetModel, WorkbookModel } from '../gas/spreadsheet/model';
import type { RunLayer } from '../gas/spreadsheet/run-layer';
import { tabGrid } from '../run/tab-csv';

/** What the rules of AppSheet look at, of a workbook in memory; its own configuration says which columns it should have. */
export function surveyBook(workbook: WorkbookModel): BookSurvey {
  const sheetOf = (name: string): SheetModel | undefined => workbook.sheets.find((sheet) => sheet.name === name);
  const gridOf = (name: string): Cell[][] | null => {
    const sheet = sheetOf(name);
    return sheet ? tabGrid(sheet) : null;
  };
  const grids = Object.fromEntries(CONFIG_TABS.map(({ name }) => [name, gridOf(name)]));
  const config = parseConfig(grids).config ?? (parseConfig(defaultConfig('en')).config as Config);
  const tabs = healthTabs(config, SOURCE_KINDS);
  const chosen = appTabs(tabs);
  return {
    locale: workbook.locale,
    language: config.settings.language,
    names: workbook.sheets.map(({ name }) => name),
    tabs: chosen.map((tab) => {
      const sheet = sheetOf(tab.name);
      return { tab, seen: sheet ? surveyTab(workbook, sheet) : null };
    }),
    keys: Object.fromEntries(
      parentsOf(chosen, tabs).map(({ name, key }) => {
        const [header = [], ...rows] = gridOf(name) ?? [];
        return [name, rows.map((row) => row[header.indexOf(key)] ?? null)];
      }),
    ),
    rawTabs: DATA_TABS.map(({ name }) => name),
  };
}

function surveyTab(workbook: WorkbookModel, sheet: SheetModel): TabSurvey {
  const grid = tabGrid(sheet);
  const columns = grid[0]?.length ?? 0;
  const each = <T>(value: (column: number) => T): T[] => Array.from({ length: columns }, (_, column) => value(column));
  const bold = (row: number): boolean[] => each((column) => sheet.formats.fontWeight.at(row, column) === 'bold');
  const formulas: { row: number; column: number; text: string }[] = [];
  for (let column = 0; column < sheet.formulas.width; column++) {
    for (const { from, to, value } of sheet.formulas.runs(column)) {
      for (let row = from; row < to; row++) formulas.push({ row: row + 1, column, text: value });
    }
  }
  return {
    grid,
    maxRows: sheet.maxRows,
    notes: each((column) => sheet.notes.at(0, column) ?? ''),
    bold: bold(0),
    bodyBold: grid.length > 1 && columns > 0 && bold(1).every((one) => one),
    formats: each((column) => (grid.length < 2 ? [] : [...valuesIn(sheet.formats.numberFormat, column, grid.length)])),
    lists: each((column) => {
      const ends = [1, Math.max(1, grid.length - 1)].map((row) => listOf(workbook, sheet, row, column));
      return sheet.maxRows > 1 && ends[0] === ends[1] ? (ends[0] ?? null) : null;
    }),
    formulas,
    merges: sheet.merges.length,
    objects: sheet.charts.length,
    filtered: sheet.filter !== null,
    closed: sheet.protections.some(({ warningOnly }) => !warningOnly),
  };
}

/** Every value below the header, `general` for none. */
function valuesIn(layer: RunLayer<string>, column: number, rows: number): Set<string> {
  const values = new Set<string>();
  let covered = 1;
  for (const { from, to, value } of layer.runs(column)) {
    if (to <= 1 || from >= rows) continue;
    if (from > covered) values.add('general');
    values.add(value);
    covered = to;
  }
  if (covered < rows) values.add('general');
  return values;
}

/** The tab whose range the cell's drop-down offers, '' for words typed into the rule, null for no drop-down. */
function listOf(workbook: WorkbookModel, sheet: SheetModel, row: number, column: number): string | null {
  const rule = sheet.validations.at(row, column);
  if (rule?.criteria === 'VALUE_IN_LIST') return '';
  const [source] = rule?.criteria === 'VALUE_IN_RANGE' ? rule.args : [];
  if (typeof source !== 'object' || source === null || !('range' in source)) return null;
  return workbook.sheets.find(({ sheetId }) => sheetId === source.range.sheetId)?.name ?? null;
}
