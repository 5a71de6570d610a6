import Papa from 'papaparse';
import { columnOf } from '../gas/spreadsheet/cells';
import { sheetLocale } from '../gas/spreadsheet/locale';
import type { SheetModel, StoredValue, WorkbookModel } from '../gas/spreadsheet/model';
import { formatKind } from '../gas/spreadsheet/number-format';
import { typedInput } from '../gas/spreadsheet/typed-input';

/**
 * Puts a table into a tab as a person does who pastes it from the first cell on: texts are read as if typed, unless
 * the cell is plain text; validation does not stop a paste; what stood below is gone.
 */
export function pasteTable(
  workbook: WorkbookModel,
  tab: string,
  table: readonly (readonly string[])[],
  year: number,
): void {
  const sheet = workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`there is no tab ${tab}`);
  const locale = sheetLocale(workbook.locale);
  if (!locale) throw new Error(`locale ${workbook.locale} is not known here`);
  const columns = Math.max(...table.map((row) => row.length));
  sheet.maxRows = Math.max(sheet.maxRows, table.length);
  sheet.maxColumns = Math.max(sheet.maxColumns, columns);
  sheet.formulas.fill({ row: 0, column: 0, rows: sheet.maxRows, columns: sheet.maxColumns }, undefined);
  for (let column = 0; column < sheet.maxColumns; column++) {
    const cells = columnOf(sheet, column);
    cells.length = 0;
    table.forEach((row, at) => {
      cells.push(pasted(sheet, at, column, row[column] ?? ''));
    });
  }

  function pasted(into: SheetModel, row: number, column: number, text: string): StoredValue {
    if (text === '') return null;
    const format = into.formats.numberFormat.at(row, column);
    if (row === 0 || formatKind(format) === 'text') return text;
    const typed = typedInput(text, locale as NonNullable<typeof locale>, year);
    if (typed.kind === 'value') return typed.value;
    into.formulas.fill({ row, column, rows: 1, columns: 1 }, typed.formula);
    return null;
  }
}

/** A CSV text as rows of text. */
export function csvTable(text: string): string[][] {
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' }).data;
}
