import type { Cell, Grid } from '../domain/cell';
import type { ColumnFormat, ColumnLayout, TabLayout, Workbook } from '../ports';
import { columnLetters } from '../tables/address';
import {
  decodeCell,
  encodeCell,
  NUMBER_FORMATS,
  needsApostrophe,
  ORDINARY_FORMAT,
  type SheetValue,
} from './cell-codec';
import { columnsOf, fitCharts, rowsOf } from './tab-charts';
import { linkCells } from './tab-links';
import { colourCells, fitFilter, offerChoices, shapeTab } from './tab-shape';
import { surveySheet } from './tab-survey';
import { wallClockOf } from './wall-clock';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells of one getValues or setValues call; ten million in one call take longer than an execution may. */
const CELLS_PER_CALL = 500000;

/** Characters of one setValues call: archived months are long texts. */
const CHARACTERS_PER_CALL = 10000000;

/** A spreadsheet behind the Workbook port: whole-range reads and writes, and the only writer of cells there is. */
export function googleWorkbook(spreadsheet: Spreadsheet): Workbook {
  const zone = spreadsheet.getSpreadsheetTimeZone();
  const locale = spreadsheet.getSpreadsheetLocale().replace('_', '-');
  return {
    id: spreadsheet.getId(),
    url: spreadsheet.getUrl(),
    zone,
    locale,
    name: () => spreadsheet.getName(),
    rename: (name) => spreadsheet.rename(name),
    tabs: () => spreadsheet.getSheets().map((sheet) => sheet.getName()),
    cells: () => spreadsheet.getSheets().reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0),
    read: (tab, entered) => {
      const sheet = spreadsheet.getSheetByName(tab);
      if (sheet === null) return null;
      const grid = readGrid(sheet, 1, sheet.getLastRow(), wallClockOf(zone));
      return entered && grid.length > 0 ? withFormulas(sheet, grid) : grid;
    },
    readWhere: (tab, header, value) => {
      const sheet = spreadsheet.getSheetByName(tab);
      return sheet === null ? null : readMatching(sheet, header, value, wallClockOf(zone));
    },
    shape: (layout, editors) => shapeTab(spreadsheet, layout, editors),
    replace: (layout, rows) => replaceRows(sheetFor(spreadsheet, layout), layout, 1, [headerOf(layout), ...rows]),
    replaceFrom: (layout, first, rows) => replaceRows(sheetFor(spreadsheet, layout), layout, first, rows),
    overwrite: (layout, first, rows) => writeRows(sheetFor(spreadsheet, layout), layout, rows, first),
    removeRows: (tab, first, count) => {
      const sheet = spreadsheet.getSheetByName(tab);
      if (sheet === null || count < 1) return;
      // A sheet cannot lose its last unfrozen row.
      if (first === 2 && count >= sheet.getMaxRows() - 1) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
      sheet.deleteRows(first, count);
    },
    survey: (tab) => {
      const sheet = spreadsheet.getSheetByName(tab);
      return sheet === null ? null : surveySheet(sheet, readGrid(sheet, 1, sheet.getLastRow(), wallClockOf(zone)));
    },
    lastRow: (tab) => spreadsheet.getSheetByName(tab)?.getLastRow() ?? 0,
    readRows: (tab, first, count) => {
      const sheet = spreadsheet.getSheetByName(tab);
      if (sheet === null) return [];
      return readGrid(sheet, first, Math.min(first + count - 1, sheet.getLastRow()), wallClockOf(zone));
    },
    readColumn: (tab, header) => {
      const sheet = spreadsheet.getSheetByName(tab);
      return sheet === null ? null : readColumn(sheet, header, wallClockOf(zone));
    },
    append: (layout, rows) => {
      if (rows.length === 0) return;
      const sheet = sheetFor(spreadsheet, layout);
      const last = sheet.getLastRow();
      const firstRow = Math.max(1, last + 1);
      const added = last === 0 ? [headerOf(layout), ...rows] : rows;
      const grid = sizeOf(sheet);
      const stood = grid.rows;
      growTo(sheet, grid, firstRow + added.length - 1, layout.columns.length);
      if (grid.rows > stood) offerChoices(sheet, layout, stood + 1, grid.rows - stood);
      writeRows(sheet, layout, added, firstRow);
    },
    fitCharts: (layout) => {
      const sheet = spreadsheet.getSheetByName(layout.name);
      if (sheet !== null) fitCharts(sheet, layout, false);
    },
    addressOf: (tab) => {
      const sheet = spreadsheet.getSheetByName(tab);
      return spreadsheet.getUrl() + (sheet === null ? '' : `#gid=${sheet.getSheetId()}`);
    },
    renameTab: (tab, name) => {
      spreadsheet.getSheetByName(tab)?.setName(name);
    },
    remove: (tab) => {
      const sheet = spreadsheet.getSheetByName(tab);
      if (sheet !== null) spreadsheet.deleteSheet(sheet);
    },
    flush: () => SpreadsheetApp.flush(),
  };
}

function headerOf(layout: TabLayout): Cell[] {
  return layout.columns.map((column) => column.header);
}

function sheetFor(spreadsheet: Spreadsheet, layout: TabLayout): Sheet {
  const standing = spreadsheet.getSheetByName(layout.name);
  if (standing !== null) return standing;
  shapeTab(spreadsheet, layout, []);
  return spreadsheet.getSheetByName(layout.name) as Sheet;
}

/** The grid of a tab. Read before anything is written: every read commits what is pending, which is what takes time. */
interface Size {
  rows: number;
  columns: number;
}

function sizeOf(sheet: Sheet): Size {
  return { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() };
}

function readGrid(sheet: Sheet, firstRow: number, lastRow: number, wallClock: (instant: number) => string): Cell[][] {
  const columns = sheet.getLastColumn();
  if (lastRow < firstRow || columns === 0) return [];
  const step = Math.max(1, Math.floor(CELLS_PER_CALL / columns));
  const grid: Cell[][] = [];
  for (let first = firstRow; first <= lastRow; first += step) {
    const values = sheet.getRange(first, 1, Math.min(step, lastRow - first + 1), columns).getValues() as SheetValue[][];
    for (const row of values) grid.push(row.map((value) => decodeCell(value, wallClock)));
  }
  return grid;
}

function withFormulas(sheet: Sheet, grid: readonly (readonly Cell[])[]): Cell[][] {
  const formulas = sheet.getRange(1, 1, grid.length, sheet.getLastColumn()).getFormulas();
  return grid.map((row, at) => row.map((cell, column) => formulas[at]?.[column] || cell));
}

/** The cells below a header; null where the header is missing. */
function readColumn(sheet: Sheet, header: string, wallClock: (instant: number) => string): Cell[] | null {
  const lastRow = sheet.getLastRow();
  const at = readGrid(sheet, 1, Math.min(1, lastRow), wallClock)[0]?.indexOf(header) ?? -1;
  if (at < 0) return null;
  if (lastRow < 2) return [];
  const cells = sheet.getRange(2, at + 1, lastRow - 1, 1).getValues() as SheetValue[][];
  return cells.map(([cell]) => decodeCell(cell ?? '', wallClock));
}

/** Reads one column to find the rows, then the block from the first to the last of them. */
function readMatching(sheet: Sheet, header: string, value: string, wallClock: (instant: number) => string): Grid {
  const head = readGrid(sheet, 1, Math.min(1, sheet.getLastRow()), wallClock);
  const matches = (readColumn(sheet, header, wallClock) ?? []).map((cell) => cell === value);
  const first = matches.indexOf(true);
  if (first < 0) return head;
  const block = readGrid(sheet, first + 2, matches.lastIndexOf(true) + 2, wallClock);
  return [...head, ...block.filter((_, index) => matches[first + index])];
}

/** Puts rows in place of all that stand from row `first` on. */
function replaceRows(sheet: Sheet, layout: TabLayout, first: number, rows: Grid): void {
  const last = first + rows.length - 1;
  const grid = sizeOf(sheet);
  const grows = last >= grid.rows;
  const stood = grid.rows;
  growTo(sheet, grid, last, layout.columns.length);
  // Whether rows that are added below take rules over is not documented.
  if (grid.rows > stood) {
    offerChoices(sheet, layout, stood + 1, grid.rows - stood);
    if (layout.filtered) fitFilter(sheet, layout, grid.rows);
  }
  colourCells(sheet, layout, last - 1);
  writeRows(sheet, layout, rows, first, grows);
  trim(sheet, grid, layout, last);
  fitCharts(sheet, layout, false);
}

/**
 * Writes rows from `firstRow` on; the header, being text, is encoded as text. Formats go first, on the same cells. Where
 * rows move down they go `upwards`: a write that is stopped between two calls then leaves a row twice, never not at all.
 */
function writeRows(
  sheet: Sheet,
  { columns, isExact, links }: TabLayout,
  rows: Grid,
  firstRow: number,
  upwards: boolean = false,
): void {
  if (rows.length === 0) return;
  const firstData = Math.max(2, firstRow);
  const dataRows = firstRow + rows.length - firstData;
  if (dataRows > 0) formatColumns(sheet, columns, firstData, dataRows);
  const except = (format: ColumnFormat, isException: (cell: Cell) => boolean, pattern: string): void => {
    const ranges = exceptionRanges(columns, rows, firstRow, format, isException);
    if (ranges.length > 0) sheet.getRangeList(ranges).setNumberFormat(pattern);
  };
  except('text', needsApostrophe, ORDINARY_FORMAT);
  if (isExact) except('score', isExact, EXACT_SCORE);
  const starts = callStarts(rows, columns.length);
  const ends = [...starts.slice(1), rows.length];
  const calls = starts.map((start, at) => [start, ends[at] as number] as const);
  for (const [start, end] of upwards ? calls.reverse() : calls) {
    const values = rows
      .slice(start, end)
      .map((row, index) =>
        columns.map((column, at) =>
          encodeCell(row[at] ?? null, firstRow + start + index === 1 ? 'text' : column.format),
        ),
      );
    sheet.getRange(firstRow + start, 1, values.length, columns.length).setValues(values);
  }
  if (links) linkCells(sheet, links, rows, firstRow);
}

/** Where each call of a write begins: none with too many cells or too much text. */
function callStarts(rows: Grid, columns: number): number[] {
  const starts: number[] = [];
  let cells = CELLS_PER_CALL;
  let characters = 0;
  rows.forEach((row, at) => {
    for (const cell of row) if (typeof cell === 'string') characters += cell.length;
    cells += columns;
    if (cells <= CELLS_PER_CALL && characters <= CHARACTERS_PER_CALL) return;
    starts.push(at);
    cells = columns;
    characters = 0;
  });
  return starts;
}

/** Number formats, those of all columns that share one in one call. */
function formatColumns(sheet: Sheet, columns: readonly ColumnLayout[], firstRow: number, rowCount: number): void {
  const ranges = new Map<string, string[]>();
  let first = 0;
  for (let at = 1; at <= columns.length; at++) {
    const format = columns[first]?.format;
    if (at < columns.length && columns[at]?.format === format) continue;
    if (format) {
      const pattern = NUMBER_FORMATS[format];
      const range = `${columnLetters(first)}${firstRow}:${columnLetters(at - 1)}${firstRow + rowCount - 1}`;
      ranges.set(pattern, [...(ranges.get(pattern) ?? []), range]);
    }
    first = at;
  }
  for (const [pattern, list] of ranges) sheet.getRangeList(list).setNumberFormat(pattern);
}

/** A score with as many decimals as are compared with the bounds of bands. */
const EXACT_SCORE = '0.0########';

/** A1 ranges of the cells that are exceptions in columns of a format, neighbours in a column joined. */
function exceptionRanges(
  columns: readonly ColumnLayout[],
  rows: Grid,
  firstRow: number,
  format: ColumnFormat,
  isException: (cell: Cell) => boolean,
): string[] {
  const ranges: string[] = [];
  columns.forEach((column, at) => {
    if (column.format !== format) return;
    for (let row = 0; row < rows.length; row++) {
      const first = row;
      while (row < rows.length && isException(rows[row]?.[at] ?? null)) row++;
      const letters = columnLetters(at);
      if (row > first) ranges.push(`${letters}${firstRow + first}:${letters}${firstRow + row - 1}`);
    }
  });
  return ranges;
}

/** Grows the grid first: whether a write past its edge may grow it is contested. */
function growTo(sheet: Sheet, grid: Size, rows: number, columns: number): void {
  if (rows > grid.rows) sheet.insertRowsAfter(grid.rows, rows - grid.rows);
  if (columns > grid.columns) sheet.insertColumnsAfter(grid.columns, columns - grid.columns);
  grid.rows = Math.max(grid.rows, rows);
  grid.columns = Math.max(grid.columns, columns);
}

/**
 * Takes away rows below the last one, so that no stale row stays and AppSheet finds no blank ones. One empty row stays
 * under a bare header: a sheet cannot lose its last unfrozen row. A tab that people fill keeps its grid.
 */
function trim(sheet: Sheet, grid: Size, layout: TabLayout, rows: number): void {
  if (layout.writer !== 'script') {
    if (grid.rows > rows) sheet.getRange(rows + 1, 1, grid.rows - rows, grid.columns).clearContent();
    return;
  }
  const keep = rowsOf(layout, rows);
  const emptied = Math.min(grid.rows, keep) - rows;
  if (emptied > 0) sheet.getRange(rows + 1, 1, emptied, grid.columns).clearContent();
  if (grid.rows > keep) sheet.deleteRows(keep + 1, grid.rows - keep);
  const spare = grid.columns - columnsOf(layout);
  if (spare > 0) sheet.deleteColumns(columnsOf(layout) + 1, spare);
}
