import * as take from './arguments';
import { type Context, chargeLocal, makeFace } from './context';
import { HANDLE } from './costs';
import type { SheetModel, WorkbookModel } from './model';
import { makeRange } from './range/range';
import type { RangeTarget } from './range/target';
import { makeRangeList } from './range-list';
import { makeSheet } from './sheet/sheet';
import { type Selection, selectionOf } from './state';

/**
 * Where the execution is in a workbook: what the person at the screen selected, or for a run that nobody watches the
 * first tab, whatever somebody else has open.
 */
function currentSelection(context: Context, workbook: WorkbookModel): Selection {
  return selectionOf(context.selections, workbook);
}

export function select(context: Context, workbook: WorkbookModel, sheet: SheetModel, area?: RangeTarget['area']): void {
  const cell = { row: 0, column: 0, rows: 1, columns: 1 };
  context.selections.set(workbook.id, { sheetId: sheet.sheetId, area: area ?? cell });
}

/** The tab on the screen. */
export function activeSheet(context: Context, workbook: WorkbookModel): SheetModel {
  const { sheetId } = currentSelection(context, workbook);
  return workbook.sheets.find((sheet) => sheet.sheetId === sheetId) as SheetModel;
}

/** The selected cells, cut to the grid that is left. */
function activeTarget(context: Context, workbook: WorkbookModel): RangeTarget {
  const sheet = activeSheet(context, workbook);
  const { area } = currentSelection(context, workbook);
  const row = Math.min(area.row, sheet.maxRows - 1);
  const column = Math.min(area.column, sheet.maxColumns - 1);
  const rows = Math.min(area.rows, sheet.maxRows - row);
  const columns = Math.min(area.columns, sheet.maxColumns - column);
  return { workbook, sheet, area: { row, column, rows, columns } };
}

/** The cell with the dark border: the selection's first. */
function currentCell(context: Context, workbook: WorkbookModel): RangeTarget {
  const target = activeTarget(context, workbook);
  return { ...target, area: { ...target.area, rows: 1, columns: 1 } };
}

/** Methods about the selection that Spreadsheet, Sheet and SpreadsheetApp share. */
export function selectionMethods(context: Context, className: string, workbook: () => WorkbookModel) {
  const get = <T>(name: string, value: () => T) =>
    take.method(context, `${className}.${name}`, [], () => {
      chargeLocal(context, `${className}.${name}`, HANDLE);
      return value();
    });
  const activate = (name: string) =>
    take.method(context, `${className}.${name}`, [take.face<RangeTarget>('Range')], (range) => {
      chargeLocal(context, `${className}.${name}`, HANDLE);
      select(context, range.workbook, range.sheet, range.area);
      return makeRange(context, range);
    });
  return {
    getActiveCell: get('getActiveCell', () => makeRange(context, currentCell(context, workbook()))),
    getCurrentCell: get('getCurrentCell', () => makeRange(context, currentCell(context, workbook()))),
    getActiveRange: get('getActiveRange', () => makeRange(context, activeTarget(context, workbook()))),
    getActiveRangeList: get('getActiveRangeList', () => makeRangeList(context, [activeTarget(context, workbook())])),
    getSelection: get('getSelection', () => makeSelection(context, workbook())),
    setActiveRange: activate('setActiveRange'),
    setCurrentCell: activate('setCurrentCell'),
  };
}

/** Source: Apps Script reference, Selection. */
function makeSelection(context: Context, workbook: WorkbookModel): object {
  const get = <T>(name: string, value: () => T) => take.method(context, `Selection.${name}`, [], value);
  return makeFace(
    context,
    'Selection',
    {
      getActiveSheet: get('getActiveSheet', () => makeSheet(context, workbook, activeSheet(context, workbook))),
      getActiveRange: get('getActiveRange', () => makeRange(context, activeTarget(context, workbook))),
      getActiveRangeList: get('getActiveRangeList', () => makeRangeList(context, [activeTarget(context, workbook)])),
      getCurrentCell: get('getCurrentCell', () => makeRange(context, currentCell(context, workbook))),
    },
    null,
  );
}
