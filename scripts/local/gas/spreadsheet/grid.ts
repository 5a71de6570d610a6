import { gridCells } from './cells';
import { type Context, refuseWrite } from './context';
import type { SheetModel, WorkbookModel } from './model';

/** Cells of a spreadsheet, empty ones included. Source: Drive help, files you can store (spreadsheet limits). */
const MOST_CELLS = 10_000_000;
/** Column ZZZ. */
const MOST_COLUMNS = 18_278;

/** Refuses more cells than a spreadsheet may have; false means leave the grid alone (the refusal comes later). */
export function allowCells(context: Context, workbook: WorkbookModel, more: number): boolean {
  if (gridCells(workbook.sheets) + more <= MOST_CELLS) return true;
  return refuseWrite(
    context,
    `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
  );
}

/** Makes a tab at least so large. New cells have no formats. */
export function growGrid(
  context: Context,
  workbook: WorkbookModel,
  sheet: SheetModel,
  rows: number,
  columns: number,
): void {
  const maxRows = Math.max(sheet.maxRows, rows);
  const maxColumns = Math.max(sheet.maxColumns, columns);
  if (!allowColumns(context, maxColumns)) return;
  if (!allowCells(context, workbook, maxRows * maxColumns - sheet.maxRows * sheet.maxColumns)) return;
  sheet.maxRows = maxRows;
  sheet.maxColumns = maxColumns;
}

/** Refuses columns beyond ZZZ. The text is this runtime's own: none is documented. */
export function allowColumns(context: Context, columns: number): boolean {
  return columns <= MOST_COLUMNS || refuseWrite(context, `A sheet can have at most ${MOST_COLUMNS} columns.`);
}
