import { contentColumns, contentRows, valueAt } from '../gas/spreadsheet/cells';
import type { SheetModel, StoredValue, WorkbookModel } from '../gas/spreadsheet/model';
import { displayText } from '../gas/spreadsheet/number-format';
import { type CellStyle, styleOf } from './cell-style';

/** A tab as the strip and the frame of the grid need it. */
export interface DrawnTab {
  /** As links name it. */
  readonly gid: number;
  readonly name: string;
  readonly color: string | null;
  /** Rows and columns that are drawn: the content and a little room. */
  readonly rows: number;
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

export interface DrawnWorkbook {
  readonly id: string;
  readonly name: string;
  readonly tabs: readonly DrawnTab[];
}

/** Some rows of a tab. A cell is its text, the number of its style, its note ('' for none) and where it leads. */
export interface DrawnRows {
  readonly from: number;
  readonly styles: readonly CellStyle[];
  readonly rows: readonly (readonly DrawnCell[])[];
}

export type DrawnCell = readonly [text: string, style: number, note?: string, link?: string];

/** Empty rows and columns drawn around the content. */
const ROOM = { rows: 20, columns: 3 };
const COLUMN_WIDTH = 100;

export function drawWorkbook(workbook: WorkbookModel): DrawnWorkbook {
  return { id: workbook.id, name: workbook.name, tabs: workbook.sheets.filter((sheet) => !sheet.hidden).map(drawTab) };
}

function drawTab(sheet: SheetModel): DrawnTab {
  const charted = sheet.charts.length > 0;
  const columns = charted ? sheet.maxColumns : Math.min(sheet.maxColumns, contentColumns(sheet) + ROOM.columns);
  return {
    gid: sheet.sheetId,
    name: sheet.name,
    color: sheet.tabColor,
    rows: charted ? sheet.maxRows : Math.min(sheet.maxRows, contentRows(sheet) + ROOM.rows),
    widths: Array.from({ length: columns }, (_, column) =>
      sheet.hiddenColumns.has(column) ? 0 : (sheet.columnWidths.get(column) ?? COLUMN_WIDTH),
    ),
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
  };
}

/** The rows `from` (included) to `to` (excluded), counted from 0. */
export function drawRows(sheet: SheetModel, from: number, to: number): DrawnRows {
  const { rows: height, widths } = drawTab(sheet);
  const styles: CellStyle[] = [];
  const known = new Map<string, number>();
  const rows = Array.from({ length: Math.max(0, Math.min(to, height) - from) }, (_, offset) =>
    widths.map((_width, column) => cell(from + offset, column)),
  );
  return { from, styles, rows };

  function cell(row: number, column: number): DrawnCell {
    const value = valueAt(sheet, row, column);
    const style = styleOf(sheet, row, column, value);
    const key = JSON.stringify(style);
    const at = known.get(key) ?? styles.push(style) - 1;
    known.set(key, at);
    const note = sheet.notes.at(row, column);
    const text = shown(value, sheet.formats.numberFormat.at(row, column));
    const link = sheet.links.at(row, column);
    if (link) return [text, at, note ?? '', link];
    return note ? [text, at, note] : [text, at];
  }
}

/** A pattern that cannot be shown leaves the plain value: the preview draws what it can. */
function shown(value: StoredValue, pattern: string | undefined): string {
  try {
    return displayText(value, pattern);
  } catch {
    return String(value);
  }
}
