import { a1Of } from '../a1';
import * as take from '../arguments';
import { type Context, chargeLocal, standing } from '../context';
import { HANDLE, LOCAL } from '../costs';
import { makeSheet } from '../sheet/sheet';
import { makeRange } from './range';
import { areaFrom, type RangeTarget } from './target';

/** Where a range lies, and ranges derived from it. Source: Apps Script reference, Range. */
export function positionMethods(context: Context, target: RangeTarget, self: () => object) {
  const { workbook, sheet, area } = target;
  const local = <T>(name: string, value: () => T) =>
    take.method(context, `Range.${name}`, [], () => {
      chargeLocal(context, `Range.${name}`, LOCAL);
      return value();
    });
  const derived = (row: number, column: number, rows: number, columns: number) =>
    makeRange(context, {
      workbook,
      sheet: standing(context, workbook, sheet),
      area: areaFrom(context, sheet, row, column, rows, columns),
    });
  return {
    getA1Notation: local('getA1Notation', () => a1Of(area)),
    getRow: local('getRow', () => area.row + 1),
    getRowIndex: local('getRowIndex', () => area.row + 1),
    getColumn: local('getColumn', () => area.column + 1),
    getNumRows: local('getNumRows', () => area.rows),
    getNumColumns: local('getNumColumns', () => area.columns),
    getHeight: local('getHeight', () => area.rows),
    getWidth: local('getWidth', () => area.columns),
    getLastRow: local('getLastRow', () => area.row + area.rows),
    getLastColumn: local('getLastColumn', () => area.column + area.columns),
    getGridId: local('getGridId', () => sheet.sheetId),
    getSheet: local('getSheet', () => makeSheet(context, workbook, sheet)),
    getCell: take.method(context, 'Range.getCell', [take.integer, take.integer], (row, column) => {
      chargeLocal(context, 'Range.getCell', HANDLE);
      if (row < 1 || column < 1 || row > area.rows || column > area.columns) {
        context.host.fail('Cell reference out of range');
      }
      return derived(area.row + row, area.column + column, 1, 1);
    }),
    offset: take.method(
      context,
      'Range.offset',
      [take.integer, take.integer, take.optional(take.integer), take.optional(take.integer)],
      (rows, columns, height = area.rows, width = area.columns) => {
        chargeLocal(context, 'Range.offset', HANDLE);
        return derived(area.row + 1 + rows, area.column + 1 + columns, height, width);
      },
    ),
    activate: take.method(context, 'Range.activate', [], () => {
      chargeLocal(context, 'Range.activate', HANDLE);
      context.selections.set(workbook.id, { sheetId: sheet.sheetId, area });
      return self();
    }),
  };
}
