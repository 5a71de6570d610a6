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
  const sheet = existing ?? makeTab(spreadsheet, layout);
  const columns = layout.columns.length;
  if (sheet.getMaxColumns() < columns) {
    sheet.insertColumnsAfter(sheet.getMaxColumns(), columns - sheet.getMaxColumns());
  }
  if (columns > 0) {
    writeHeader(sheet, layout, existing === null);
    if (layout.writer !== 'script') {
      formatBody(sheet, layout.columns);
      validate(sheet, layout.columns);
    }
    layout.columns.forEach((column, at) => {
      sheet.setColumnWidth(at + 1, column.width);
    });
    sheet.setFrozenRows(1);
    sheet.setFrozenColumns(layout.frozenColumns);
    colourBands(sheet, layout);
  }
  if (layout.tabColor !== null) sheet.setTabColor(layout.tabColor);
  protect(sheet, layout, editors);
  if (layout.hidden) sheet.hideSheet();
}

function makeTab(spreadsheet: Spreadsheet, layout: TabLayout): Sheet {
  const sheet = spreadsheet.insertSheet(layout.name, Math.min(layout.position, spreadsheet.getSheets().length));
  const spareRows = sheet.getMaxRows() - ROWS_TO_FILL;
  if (spareRows > 0) sheet.deleteRows(ROWS_TO_FILL + 1, spareRows);
  const columns = Math.max(1, layout.columns.length);
  const spareColumns = sheet.getMaxColumns() - columns;
  if (layout.columns.length > 0 && spareColumns > 0) sheet.deleteColumns(columns + 1, spareColumns);
  return sheet;
}

/**
 * Header cells of a new tab, or of a tab whose header row is empty. A header that stands is left alone: columns that
 * people moved or renamed are reported when the tab is read, never overwritten.
 */
function writeHeader(sheet: Sheet, layout: TabLayout, fresh: boolean): void {
  const header = sheet.getRange(1, 1, 1, layout.columns.length);
  const stands = fresh ? [] : (header.getValues()[0] ?? []);
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

function formatBody(sheet: Sheet, columns: readonly ColumnLayout[]): void {
  const rows = sheet.getMaxRows() - 1;
  columns.forEach((column, at) => {
    sheet.getRange(2, at + 1, rows, 1).setNumberFormat(NUMBER_FORMATS[column.format]);
  });
}

function validate(sheet: Sheet, columns: readonly ColumnLayout[]): void {
  const rows = sheet.getMaxRows() - 1;
  columns.forEach((column, at) => {
    if (column.choices === null) return;
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...column.choices.values], true)
      .setAllowInvalid(!column.choices.strict)
      .build();
    sheet.getRange(2, at + 1, rows, 1).setDataValidation(rule);
  });
}

/**
 * Colours the band's own cell by its word, down to the last row of the grid: rules do not follow rows added below them.
 * Other rules of the sheet, a person's included, are kept.
 */
export function colourBands(sheet: Sheet, layout: TabLayout): void {
  const at = layout.columns.findIndex((column) => column.header === layout.bandColumn);
  if (at < 0) return;
  const range = sheet.getRange(2, at + 1, Math.max(1, sheet.getMaxRows() - 1), 1);
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
function protect(sheet: Sheet, layout: TabLayout, editors: readonly string[]): void {
  if (layout.writer === 'people') return;
  const standing = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0];
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
