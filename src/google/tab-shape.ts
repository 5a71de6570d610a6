import type { ColumnLayout, TabLayout } from '../ports';
import { BAND_COLORS } from './band-colors';
import { encodeCell, NUMBER_FORMATS } from './cell-codec';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows a tab that people fill starts with. */
const ROWS_TO_FILL = 200;

/** Colour of header cells and their text. */
const HEADER_BACKGROUND = '#eef1f5';
const HEADER_TEXT = '#3c4043';

/** Brings a tab to its layout without touching its rows. Makes it where it is missing. */
export function shapeTab(spreadsheet: Spreadsheet, layout: TabLayout, editors: readonly string[]): void {
  const existing = spreadsheet.getSheetByName(layout.name);
  const sheet = existing ?? spreadsheet.insertSheet(layout.name, layout.position);
  const grid = { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() };
  const standing = existing === null ? null : standingOf(sheet, layout);
  fitGrid(sheet, grid, layout, existing === null);
  if (layout.columns.length > 0) {
    writeHeader(sheet, layout, standing?.header ?? []);
    if (layout.writer !== 'script') fillBody(sheet, layout.columns, grid.rows - 1);
    setWidths(sheet, layout.columns);
    sheet.setFrozenRows(1);
    sheet.setFrozenColumns(layout.frozenColumns);
  }
  if (layout.tabColor !== null) sheet.setTabColor(layout.tabColor);
  protect(sheet, layout, editors, standing?.protection ?? null);
  if (layout.hidden) sheet.hideSheet();
}

/** What a tab has before it is shaped, read in one go: every read after a write has to wait for the write. */
function standingOf(sheet: Sheet, layout: TabLayout) {
  const columns = Math.min(layout.columns.length, sheet.getMaxColumns());
  return {
    header: columns > 0 ? (sheet.getRange(1, 1, 1, columns).getValues()[0] ?? []) : [],
    protection: sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0] ?? null,
  };
}

/** A new tab is cut to the rows and columns it needs, one that stands is only widened. */
function fitGrid(sheet: Sheet, grid: { rows: number; columns: number }, layout: TabLayout, fresh: boolean): void {
  const columns = Math.max(1, layout.columns.length);
  if (grid.columns < columns) sheet.insertColumnsAfter(grid.columns, columns - grid.columns);
  if (!fresh) return;
  if (grid.rows > ROWS_TO_FILL) sheet.deleteRows(ROWS_TO_FILL + 1, grid.rows - ROWS_TO_FILL);
  if (layout.columns.length > 0 && grid.columns > columns) sheet.deleteColumns(columns + 1, grid.columns - columns);
  grid.rows = Math.min(grid.rows, ROWS_TO_FILL);
}

/**
 * Header cells where the header row is empty. A header that stands is left alone: columns that people moved or renamed are
 * reported when the tab is read, never overwritten.
 */
function writeHeader(sheet: Sheet, layout: TabLayout, stands: readonly unknown[]): void {
  const header = sheet.getRange(1, 1, 1, layout.columns.length);
  const blank = stands.every((value) => value === '');
  if (blank) {
    header.setNumberFormat('@');
    header.setValues([layout.columns.map((column) => encodeCell(column.header, 'text'))]);
  }
  const inOrder = blank || layout.columns.every((column, at) => stands[at] === column.header);
  if (inOrder) header.setNotes([layout.columns.map((column) => column.note)]);
  header
    .setFontWeight('bold')
    .setBackground(HEADER_BACKGROUND)
    .setFontColor(HEADER_TEXT)
    .setVerticalAlignment('middle')
    .setWrap(true);
}

/** Formats and allowed values of a tab that people fill, down to its last row. */
function fillBody(sheet: Sheet, columns: readonly ColumnLayout[], rows: number): void {
  columns.forEach((column, at) => {
    const cells = sheet.getRange(2, at + 1, rows, 1).setNumberFormat(NUMBER_FORMATS[column.format]);
    if (column.choices === null) return;
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...column.choices.values], true)
      .setAllowInvalid(!column.choices.strict)
      .build();
    cells.setDataValidation(rule);
  });
}

/** Widths of neighbouring columns that share one, in one call each. */
function setWidths(sheet: Sheet, columns: readonly ColumnLayout[]): void {
  let first = 0;
  for (let at = 1; at <= columns.length; at++) {
    const width = columns[first]?.width;
    if (width === undefined || (at < columns.length && columns[at]?.width === width)) continue;
    sheet.setColumnWidths(first + 1, at - first, width);
    first = at;
  }
}

/**
 * Colours the band's own cell by its word, for `rows` rows: rules do not follow rows that are added below them.
 * Other rules of the sheet, a person's included, are kept.
 */
export function colourBands(sheet: Sheet, layout: TabLayout, rows: number): void {
  const at = layout.columns.findIndex((column) => column.header === layout.bandColumn);
  const range = sheet.getRange(2, at + 1, Math.max(1, rows), 1);
  const others = sheet
    .getConditionalFormatRules()
    .filter((rule) => !rule.getRanges().some((r) => r.getColumn() === at + 1));
  const rules = BAND_COLORS.map(({ band, background, text }) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo(band)
      .setBackground(background)
      .setFontColor(text)
      .setRanges([range])
      .build(),
  );
  sheet.setConditionalFormatRules([...others, ...rules]);
}

/**
 * Tabs the script writes only warn, since the script runs as whoever started it and must be able to write; tabs of
 * Ops are closed to others once somebody is named, and warn until then. The owner can always edit.
 */
function protect(
  sheet: Sheet,
  layout: TabLayout,
  editors: readonly string[],
  standing: GoogleAppsScript.Spreadsheet.Protection | null,
): void {
  if (layout.writer === 'people') return;
  const protection = standing ?? sheet.protect();
  protection.setDescription(`Kenshin: ${layout.name}`);
  if (layout.writer === 'script' || editors.length === 0) {
    protection.setWarningOnly(true);
    return;
  }
  protection.setWarningOnly(false);
  const allowed = new Set(editors);
  protection.removeEditors(
    protection
      .getEditors()
      .map((user) => user.getEmail())
      .filter((email) => !allowed.has(email)),
  );
  protection.addEditors([...allowed]);
}
