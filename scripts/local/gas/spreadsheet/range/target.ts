import type { Area } from '../area';
import { type Context, notImplemented, standing } from '../context';
import { growGrid } from '../grid';
import type { SheetModel, WorkbookModel } from '../model';

/** What stands behind a Range face: a rectangle of a tab. It does not move when rows are put in above it. */
export interface RangeTarget {
  readonly workbook: WorkbookModel;
  readonly sheet: SheetModel;
  readonly area: Area;
}

const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** Checks the corner and size that a script asked for (counted from 1) and makes them an area. */
export function areaFrom(
  context: Context,
  sheet: SheetModel,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Area {
  const { fail } = context.host;
  if (row < 1) fail('The starting row of the range is too small.');
  if (column < 1) fail('The starting column of the range is too small.');
  if (rows < 1) fail('The number of rows in the range must be at least 1.');
  if (columns < 1) fail('The number of columns in the range must be at least 1.');
  const area = { row: row - 1, column: column - 1, rows, columns };
  // The stricter side: getRange itself throws. With the switch it is the read that throws, and a write grows the tab.
  if (!context.host.switches.growOnWrite) inGrid(context, sheet, area);
  return area;
}

/** Throws unless the area lies on the grid. */
function inGrid(context: Context, sheet: SheetModel, area: Area): void {
  if (!fits(sheet, area)) context.host.fail(OUTSIDE);
}

/** Before a write: the tab must stand and the area lie on its grid, which grows where the switch says so. */
export function prepareWrite(context: Context, { workbook, sheet, area }: RangeTarget): void {
  standing(context, workbook, sheet);
  if (fits(sheet, area)) return;
  if (!context.host.switches.growOnWrite) context.host.fail(OUTSIDE);
  growGrid(context, workbook, sheet, area.row + area.rows, area.column + area.columns);
}

/** Before a read: the tab must stand and the area lie on its grid. */
export function prepareRead(context: Context, { workbook, sheet, area }: RangeTarget): void {
  inGrid(context, standing(context, workbook, sheet), area);
}

function fits(sheet: SheetModel, area: Area): boolean {
  return area.row + area.rows <= sheet.maxRows && area.column + area.columns <= sheet.maxColumns;
}

/** Throws unless a table has the range's size. */
export function matchSize(context: Context, table: readonly (readonly unknown[])[], area: Area): void {
  const { fail } = context.host;
  if (table.length !== area.rows) {
    fail(
      `The number of rows in the data does not match the number of rows in the range. The data has ${table.length} but the range has ${area.rows}.`,
    );
  }
  for (const row of table) {
    if (row.length === area.columns) continue;
    fail(
      `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${area.columns}.`,
    );
  }
}

/** Formulas, notes and the rest of a rectangle must be free of formulas where references would have to be rewritten. */
export function refuseFormulas(context: Context, { sheet, area }: RangeTarget, call: string): void {
  for (let c = area.column; c < area.column + area.columns; c++) {
    const hit = sheet.formulas.runs(c).some((run) => run.from < area.row + area.rows && run.to > area.row);
    if (hit) notImplemented(context, `${call} over cells with formulas`);
  }
}
