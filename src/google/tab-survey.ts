import type { Grid } from '../domain/cell';
import type { TabSurvey } from '../ports';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows whose formats and formulas are looked at; asking for those of every row takes longer than an execution may. */
const LOOKED_AT = 1000;

/** What an app that reads the tab depends on, beyond its cells in `grid`. */
export function surveySheet(sheet: Sheet, grid: Grid): TabSurvey {
  const columns = grid[0]?.length ?? 0;
  const maxRows = sheet.getMaxRows();
  const top = columns === 0 ? null : sheet.getRange(1, 1, 1, columns);
  const rows = Math.min(grid.length, LOOKED_AT) - 1;
  const body = rows > 0 ? [sheet.getRange(2, 1, rows, columns)] : [];
  if (rows > 0 && grid.length - 1 > rows) body.push(sheet.getRange(grid.length, 1, 1, columns));
  const formats = body.flatMap((range) => range.getNumberFormats());
  // A tab without rows may still offer words to choose from.
  const ends = maxRows > 1 && columns > 0 ? [2, Math.max(2, grid.length)] : [];
  const rules = ends.map((row) => sheet.getRange(row, 1, 1, columns).getDataValidations()[0] ?? []);
  const isBold = (weights: readonly string[] | undefined): boolean[] =>
    (weights ?? []).map((weight) => String(weight) === 'bold');
  const firstBold = isBold(body[0]?.getFontWeights()[0]);
  return {
    grid,
    maxRows,
    notes: top?.getNotes()[0] ?? [],
    bold: isBold(top?.getFontWeights()[0]),
    bodyBold: firstBold.length > 0 && firstBold.every((bold) => bold),
    formats: Array.from({ length: columns }, (_, at) => [...new Set(formats.map((row) => String(row[at])))]),
    lists: Array.from({ length: columns }, (_, at) => {
      const found = rules.map((row) => listOf(row[at] ?? null));
      return found.length > 0 && found.every((list) => list === found[0]) ? (found[0] as string | null) : null;
    }),
    formulas: body.flatMap((range) => {
      const first = range.getRow();
      return range
        .getFormulas()
        .flatMap((row, index) =>
          row.flatMap((text, column) => (text === '' ? [] : [{ row: first + index, column, text }])),
        );
    }),
    merges: sheet.getRange(1, 1, maxRows, sheet.getMaxColumns()).getMergedRanges().length,
    objects: [
      sheet.getCharts(),
      sheet.getImages(),
      sheet.getDrawings(),
      sheet.getSlicers(),
      sheet.getPivotTables(),
    ].reduce((sum, all) => sum + all.length, 0),
    filtered: sheet.getFilter() !== null,
    closed: [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE].some((type) =>
      sheet.getProtections(type).some((protection) => !protection.isWarningOnly()),
    ),
  };
}

/** The tab whose range a drop-down offers, '' for words typed into the rule, null for no drop-down. */
function listOf(rule: GoogleAppsScript.Spreadsheet.DataValidation | null): string | null {
  if (rule === null) return null;
  const { VALUE_IN_LIST, VALUE_IN_RANGE } = SpreadsheetApp.DataValidationCriteria;
  const type = rule.getCriteriaType();
  if (type === VALUE_IN_LIST) return '';
  if (type !== VALUE_IN_RANGE) return null;
  return (rule.getCriteriaValues()[0] as GoogleAppsScript.Spreadsheet.Range).getSheet().getName();
}
