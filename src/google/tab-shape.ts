import type { ColumnLayout, TabLayout } from '../ports';
import { columnLetters } from '../tables/address';
import { BAND_COLORS } from '../tables/band-colors';
import { encodeCell, NUMBER_FORMATS } from './cell-codec';
import { columnsOf, fitCharts, rowsOf } from './tab-charts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows a tab that people fill starts with. */
const ROWS_TO_FILL = 200;

/** Rows from the top among which a header is looked for. */
const TOP_ROWS = 10;

/** Colour of header cells and their text. */
const HEADER_BACKGROUND = '#eef1f5';
const HEADER_TEXT = '#3c4043';

/** Formats whose cells stand at the right. */
const NUMERIC: readonly ColumnLayout['format'][] = [
  'integer',
  'number',
  'plain',
  'score',
  'change',
  'percent',
  'money',
  'date',
  'timestamp',
];

/** Brings a tab to its layout without touching its rows. Makes it where it is missing. */
export function shapeTab(spreadsheet: Spreadsheet, layout: TabLayout, editors: readonly string[]): void {
  const existing = spreadsheet.getSheetByName(layout.name);
  const sheet = existing ?? spreadsheet.insertSheet(layout.name, layout.position);
  const standing = existing === null ? null : standingOf(sheet, layout);
  const grid = { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() };
  fitGrid(sheet, grid, layout, standing === null || standing.empty);
  if (layout.columns.length > 0) {
    const places = writeHeader(sheet, grid, layout, standing?.header ?? []);
    if (grid.rows > 1) {
      // Rows of texts with several lines grow; what stands beside them is read from the top.
      sheet.getRange(2, 1, grid.rows - 1, grid.columns).setVerticalAlignment('top');
      const wrapped = layout.columns.flatMap(({ wrap }, at) => {
        const letters = columnLetters(places[at] as number);
        return wrap && (places[at] as number) >= 0 ? [`${letters}2:${letters}${grid.rows}`] : [];
      });
      if (wrapped.length > 0) sheet.getRangeList(wrapped).setWrap(true);
      if (layout.writer !== 'script') formatBody(sheet, layout.columns, places, grid.rows - 1);
      offerChoices(sheet, layout, 2, grid.rows - 1, places);
    }
    setWidths(sheet, layout.columns, places);
    sheet.setFrozenRows(1);
    sheet.setFrozenColumns(layout.frozenColumns);
  }
  fitCharts(sheet, layout, true);
  if (layout.filtered) fitFilter(sheet, layout, grid.rows);
  if (layout.tabColor !== null) sheet.setTabColor(layout.tabColor);
  protect(sheet, layout, editors, standing?.protection ?? null);
  if (layout.hidden) sheet.hideSheet();
}

/**
 * What a tab has before it is shaped, read in one go: every read after a write has to wait for the write. Blank rows
 * above the header are taken out first.
 */
function standingOf(sheet: Sheet, layout: TabLayout) {
  const columns = sheet.getLastColumn();
  const rows = sheet.getLastRow();
  const top = rows > 0 ? sheet.getRange(1, 1, Math.min(rows, TOP_ROWS), columns).getValues() : [];
  const first = top.findIndex((row) => row.some((value) => value !== ''));
  const header = (top[first] ?? []).map((value) => String(value));
  if (first > 0 && layout.columns.some((column) => placeOf(header, column.header) >= 0)) sheet.deleteRows(1, first);
  return {
    header: first > 0 && !layout.columns.some((column) => placeOf(header, column.header) >= 0) ? [] : header,
    empty: rows === 0,
    protection: sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0] ?? null,
  };
}

/** A new tab is cut to the rows and columns it needs, one that stands is only widened. */
function fitGrid(sheet: Sheet, grid: { rows: number; columns: number }, layout: TabLayout, fresh: boolean): void {
  const columns = Math.max(1, columnsOf(layout));
  if (grid.columns < columns) {
    sheet.insertColumnsAfter(grid.columns, columns - grid.columns);
    grid.columns = columns;
  }
  if (!fresh) return;
  const rows = layout.writer === 'script' ? rowsOf(layout, 2) : ROWS_TO_FILL;
  if (grid.rows > rows) sheet.deleteRows(rows + 1, grid.rows - rows);
  if (layout.columns.length > 0 && grid.columns > columns) {
    sheet.deleteColumns(columns + 1, grid.columns - columns);
    grid.columns = columns;
  }
  grid.rows = Math.min(grid.rows, rows);
}

/**
 * Header cells where the header row is empty, and where one of them was deleted. A header that stands is left alone:
 * columns that people renamed are reported when the tab is read, never overwritten. Answers the place of each column, -1
 * for one that is not there.
 */
function writeHeader(
  sheet: Sheet,
  grid: { rows: number; columns: number },
  layout: TabLayout,
  stands: readonly string[],
): readonly number[] {
  const names = layout.columns.map((column) => column.header);
  const places = placesOf(names, stands);
  const width = Math.max(...places) + 1;
  if (width > grid.columns) sheet.insertColumnsAfter(grid.columns, width - grid.columns);
  forRuns(layout.columns, places, (first, columns) => {
    const header = sheet.getRange(1, first + 1, 1, columns.length);
    if (columns.some((_, at) => (stands[first + at] ?? '') === '')) {
      header.setNumberFormat('@');
      header.setValues([columns.map((column, at) => encodeCell(stands[first + at] || column.header, 'text'))]);
    }
    header.setNotes([columns.map((column) => column.note)]);
    header
      .setFontWeight('bold')
      .setBackground(HEADER_BACKGROUND)
      .setFontColor(HEADER_TEXT)
      .setVerticalAlignment('middle')
      // Where Sheets puts the cells: numbers at the right, truth values in the middle.
      .setHorizontalAlignments([
        columns.map(({ format }) => (NUMERIC.includes(format) ? 'right' : format === 'flag' ? 'center' : 'left')),
      ])
      .setWrap(true);
  });
  return places;
}

/**
 * Where each column stands in the header row, as names are compared when the tab is read. One whose header cell was
 * emptied gets that cell back: the one behind its neighbour. One that was taken out whole goes behind the last column,
 * as long as no unknown header could be its new name.
 */
function placesOf(names: readonly string[], stands: readonly string[]): readonly number[] {
  if (stands.every((name) => name === '')) return names.map((_, at) => at);
  const places = names.map((name) => placeOf(stands, name));
  const strangers = stands.some((name, at) => name !== '' && !places.includes(at));
  let end = stands.length;
  names.forEach((_, at) => {
    if ((places[at] as number) >= 0) return;
    const behind = at === 0 ? 0 : (places[at - 1] as number) + 1;
    if (behind < stands.length && stands[behind] === '' && !places.includes(behind)) places[at] = behind;
    else if (!strangers) places[at] = end++;
  });
  return places;
}

function placeOf(header: readonly string[], name: string): number {
  return header.findIndex((cell) => fold(cell) === fold(name));
}

function fold(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Columns that stand side by side in their order, in one go each. */
function forRuns(
  columns: readonly ColumnLayout[],
  places: readonly number[],
  work: (first: number, run: readonly ColumnLayout[]) => void,
): void {
  for (let start = 0; start < columns.length; ) {
    let end = start + 1;
    const first = places[start] as number;
    while (first >= 0 && end < columns.length && places[end] === first + end - start) end++;
    if (first >= 0) work(first, columns.slice(start, end));
    start = end;
  }
}

/** Formats of a tab that people fill, down to its last row. */
function formatBody(sheet: Sheet, columns: readonly ColumnLayout[], places: readonly number[], rows: number): void {
  columns.forEach(({ format }, at) => {
    const place = places[at] as number;
    if (place >= 0) sheet.getRange(2, place + 1, rows, 1).setNumberFormat(NUMBER_FORMATS[format]);
  });
}

/**
 * Drop-downs of the columns with words to choose from, over `count` rows from `first` on: where people type, and
 * where an app is told the words by them. Words that a tab lists are offered from there once the tab stands.
 */
export function offerChoices(
  sheet: Sheet,
  { columns, writer }: TabLayout,
  first: number,
  count: number,
  places: readonly number[] = columns.map((_, at) => at),
): void {
  columns.forEach(({ choices }, at) => {
    const place = places[at] as number;
    if (choices === null || place < 0 || (writer === 'script' && choices.from === null)) return;
    const { values, strict, from } = choices;
    const lists = from && sheet.getParent().getSheetByName(from.tab);
    const rule = SpreadsheetApp.newDataValidation().setAllowInvalid(!strict);
    if (from && lists && lists.getMaxRows() >= from.row + values.length - 1) {
      rule.requireValueInRange(lists.getRange(from.row, from.column + 1, values.length, 1), true);
    } else rule.requireValueInList([...values], true);
    sheet.getRange(first, place + 1, count, 1).setDataValidation(rule.build());
  });
}

/** One filter over all `rows` rows of the grid; what a person chose in one that stands and is too short stays. */
export function fitFilter(sheet: Sheet, { columns }: TabLayout, rows: number): void {
  const standing = sheet.getFilter();
  const covered = standing?.getRange();
  if (covered && covered.getNumRows() >= rows) return;
  const width = Math.min(columns.length, covered?.getNumColumns() ?? 0);
  const chosen = Array.from({ length: width }, (_, at) => standing?.getColumnFilterCriteria(at + 1));
  standing?.remove();
  const filter = sheet.getRange(1, 1, rows, columns.length).createFilter();
  chosen.forEach((criteria, at) => {
    if (criteria) filter.setColumnFilterCriteria(at + 1, criteria);
  });
}

/** Widths of neighbouring columns that share one, in one call each. */
function setWidths(sheet: Sheet, columns: readonly ColumnLayout[], places: readonly number[]): void {
  forRuns(columns, places, (start, run) => {
    let first = 0;
    for (let at = 1; at <= run.length; at++) {
      const width = run[first]?.width;
      if (width === undefined || (at < run.length && run[at]?.width === width)) continue;
      sheet.setColumnWidths(start + first + 1, at - first, width);
      first = at;
    }
  });
}

/** A change for the worse, and for the better: the sign says it too. */
const WORSE = '#a3400f';
const BETTER = '#1b6e8c';
/** A change that shows at one decimal. */
const SHOWN = 0.05;

/**
 * Colours bands by their word and changes by their sign, for `rows` rows: rules do not follow rows that are added below
 * them. Other rules of the sheet, a person's included, are kept.
 */
export function colourCells(sheet: Sheet, { columns, bandColumns }: TabLayout, rows: number): void {
  const changes = columns.flatMap(({ format }, place) => (format === 'change' ? [place] : []));
  const ours = [...bandColumns, ...changes];
  if (ours.length === 0) return;
  const over = (places: readonly number[]) => places.map((at) => sheet.getRange(2, at + 1, Math.max(1, rows), 1));
  const rules = sheet
    .getConditionalFormatRules()
    .filter((rule) => !rule.getRanges().some((range) => ours.includes(range.getColumn() - 1)));
  const rule = () => SpreadsheetApp.newConditionalFormatRule();
  if (bandColumns.length > 0) {
    for (const { band, background, text } of BAND_COLORS) {
      const ranges = over(bandColumns);
      rules.push(rule().whenTextEqualTo(band).setBackground(background).setFontColor(text).setRanges(ranges).build());
    }
  }
  if (changes.length > 0) {
    const ranges = over(changes);
    rules.push(rule().whenNumberLessThan(-SHOWN).setFontColor(WORSE).setRanges(ranges).build());
    rules.push(rule().whenNumberGreaterThan(SHOWN).setFontColor(BETTER).setRanges(ranges).build());
  }
  sheet.setConditionalFormatRules(rules);
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
