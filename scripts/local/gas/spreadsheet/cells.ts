import type { SheetModel, StoredValue } from './model';

/** The stored value of one cell. */
export function valueAt(sheet: SheetModel, row: number, column: number): StoredValue {
  return sheet.values[column]?.[row] ?? null;
}

/** Stores one value; formats, notes and formulas are left as they are. */
export function putValue(sheet: SheetModel, row: number, column: number, value: StoredValue): void {
  const cells = columnOf(sheet, column);
  if (row < cells.length) cells[row] = value;
  else if (value !== null) {
    while (cells.length < row) cells.push(null);
    cells.push(value);
  }
}

/** The array of a column, made when it is missing. */
export function columnOf(sheet: SheetModel, column: number): StoredValue[] {
  while (sheet.values.length <= column) sheet.values.push([]);
  return sheet.values[column] as StoredValue[];
}

/** Number of rows down to the last one with content (a value or a formula); 0 for an empty tab. */
export function contentRows(sheet: SheetModel): number {
  let last = sheet.formulas.lastRow();
  for (const cells of sheet.values) last = Math.max(last, trimmed(cells));
  return last;
}

/** Number of columns up to the last one with content; 0 for an empty tab. */
export function contentColumns(sheet: SheetModel): number {
  const formulas = sheet.formulas.lastColumn();
  for (let c = sheet.values.length; c > formulas; c--) if (trimmed(sheet.values[c - 1] as StoredValue[]) > 0) return c;
  return formulas;
}

/** Cuts the empty tail off a column and gives its length: each tail is looked at once only. */
function trimmed(cells: StoredValue[]): number {
  while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
  return cells.length;
}

/** Cells of a workbook, empty ones included, as the limit counts them. */
export function gridCells(sheets: readonly SheetModel[]): number {
  return sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
}
