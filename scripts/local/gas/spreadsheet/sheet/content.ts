import { refuseArguments } from '../../signature';
import * as take from '../arguments';
import { contentColumns, contentRows, valueAt } from '../cells';
import { clearContents, clearFormats } from '../clear-cells';
import { type Context, chargeLocal, chargeMetadata, chargeRead, chargeWrite, standing, tableOf } from '../context';
import { APPEND_ROW, FILL_VALUE, HANDLE, READ_VALUES, WRITE_VALUES } from '../costs';
import { growGrid } from '../grid';
import type { SheetModel, WorkbookModel } from '../model';
import { displayText } from '../number-format';
import { commitCost, settle } from '../pending';
import { allowEdit } from '../permissions';
import { makeRange } from '../range/range';
import { areaFrom, refuseFormulas } from '../range/target';
import { cellReader } from '../range/values';
import { makeRangeList } from '../range-list';
import { sortRows } from '../sort-rows';
import { enterValues } from '../write-cells';
import { rangeOfText } from './ranges';

/** Ranges and contents of a tab. Source: Apps Script reference, Sheet. */
export function contentMethods(context: Context, workbook: WorkbookModel, sheet: SheetModel, self: () => object) {
  const stand = () => standing(context, workbook, sheet);
  const whole = () => ({ row: 0, column: 0, rows: sheet.maxRows, columns: sheet.maxColumns });
  const size = (name: string, value: () => number) =>
    take.method(context, `Sheet.${name}`, [], () => {
      chargeMetadata(context, `Sheet.${name}`, workbook);
      stand();
      return value();
    });
  const clear = (name: string, work: () => void) => {
    chargeWrite(context, workbook, `Sheet.${name}`, FILL_VALUE, sheet.maxRows * sheet.maxColumns);
    stand();
    if (allowEdit(context, workbook, sheet, whole())) work();
    return self();
  };
  return {
    getRange: take.method(
      context,
      'Sheet.getRange',
      [
        take.either(take.integer, A1),
        take.optional(take.integer),
        take.optional(take.integer),
        take.optional(take.integer),
      ],
      (first, column, rows = 1, columns = 1) => {
        chargeLocal(context, 'Sheet.getRange', HANDLE);
        stand();
        if ((typeof first === 'string') !== (column === undefined)) {
          const given = column === undefined ? [first] : [first, column];
          return refuseArguments(context.host, 'SpreadsheetApp.Sheet.getRange', given);
        }
        if (typeof first === 'string') return makeRange(context, rangeOfText(context, workbook, sheet, first));
        const area = areaFrom(context, sheet, first, column as number, rows, columns);
        return makeRange(context, { workbook, sheet, area });
      },
    ),
    getRangeList: take.method(context, 'Sheet.getRangeList', [take.list(A1)], (texts) => {
      chargeLocal(context, 'Sheet.getRangeList', HANDLE);
      return makeRangeList(
        context,
        texts.map((text) => rangeOfText(context, workbook, stand(), text)),
      );
    }),
    getDataRange: take.method(context, 'Sheet.getDataRange', [], () => {
      chargeMetadata(context, 'Sheet.getDataRange', workbook);
      stand();
      const rows = Math.max(1, contentRows(sheet));
      const columns = Math.max(1, contentColumns(sheet));
      return makeRange(context, { workbook, sheet, area: { row: 0, column: 0, rows, columns } });
    }),
    getLastRow: size('getLastRow', () => contentRows(sheet)),
    getLastColumn: size('getLastColumn', () => contentColumns(sheet)),
    getMaxRows: size('getMaxRows', () => sheet.maxRows),
    getMaxColumns: size('getMaxColumns', () => sheet.maxColumns),
    getSheetValues: take.method(
      context,
      'Sheet.getSheetValues',
      [take.integer, take.integer, take.integer, take.integer],
      (row, column, rows, columns) => {
        chargeRead(context, 'Sheet.getSheetValues', READ_VALUES, Math.max(0, rows * columns));
        const area = areaFrom(context, stand(), row, column, rows, columns);
        return tableOf(context, rows, columns, cellReader(context, { workbook, sheet, area }));
      },
    ),
    appendRow: take.method(context, 'Sheet.appendRow', [take.list(take.anything)], (cells) => {
      appendRow(context, workbook, stand(), cells);
      return self();
    }),
    clear: take.method(context, 'Sheet.clear', [take.optional(take.fields)], (options) =>
      clear('clear', () => {
        const all = !options?.contentsOnly && !options?.formatOnly;
        if (all || options?.contentsOnly) clearContents(sheet, whole());
        if (all || options?.formatOnly) clearFormats(sheet, whole());
      }),
    ),
    clearContents: take.method(context, 'Sheet.clearContents', [], () =>
      clear('clearContents', () => clearContents(sheet, whole())),
    ),
    clearFormats: take.method(context, 'Sheet.clearFormats', [], () =>
      clear('clearFormats', () => clearFormats(sheet, whole())),
    ),
    clearNotes: take.method(context, 'Sheet.clearNotes', [], () =>
      clear('clearNotes', () => sheet.notes.fill(whole(), undefined)),
    ),
    sort: take.method(context, 'Sheet.sort', [take.integer, take.optional(take.flag)], (column, ascending = true) => {
      const rows = contentRows(stand());
      const columns = contentColumns(sheet);
      chargeWrite(context, workbook, 'Sheet.sort', WRITE_VALUES, rows * columns, rows * columns);
      if (column < 1 || column > sheet.maxColumns) context.host.fail('Those columns are out of bounds.');
      const area = { row: sheet.frozenRows, column: 0, rows: Math.max(0, rows - sheet.frozenRows), columns };
      if (area.rows === 0 || !allowEdit(context, workbook, sheet, area)) return self();
      refuseFormulas(context, { workbook, sheet, area }, 'Sheet.sort');
      sortRows(sheet, area, [{ column: column - 1, ascending }]);
      return self();
    }),
    autoResizeColumn: take.method(context, 'Sheet.autoResizeColumn', [take.integer], (column) => {
      autoResize(context, workbook, stand(), 'Sheet.autoResizeColumn', column, 1);
      return self();
    }),
    autoResizeColumns: take.method(
      context,
      'Sheet.autoResizeColumns',
      [take.integer, take.integer],
      (column, count) => {
        autoResize(context, workbook, stand(), 'Sheet.autoResizeColumns', column, count);
        return self();
      },
    ),
  };
}

/** A1 text: a number is not taken for one. */
const A1: take.Kind<string> = {
  optional: false,
  read: (value, context) => take.text.read(typeof value === 'string' ? value : undefined, context),
};

/**
 * Adds a row below the last one with content anywhere on the tab. It is sent at once. Whether a full tab grows is
 * contested and follows the switch; rows grown this way take no formats over.
 */
function appendRow(context: Context, workbook: WorkbookModel, sheet: SheetModel, cells: readonly unknown[]): void {
  const cost = APPEND_ROW.ms + commitCost(context.state.pending);
  context.host.charge('Sheet.appendRow', cost, cells.length);
  const late = settle(context.state.pending);
  if (late !== null) context.host.fail(late);
  context.known.delete(workbook.id);
  const row = contentRows(sheet);
  const columns = Math.max(1, cells.length);
  if (row >= sheet.maxRows || columns > sheet.maxColumns) {
    if (!context.host.switches.growOnWrite) {
      context.host.fail(row >= sheet.maxRows ? 'Those rows are out of bounds.' : 'Those columns are out of bounds.');
    }
    growGrid(context, workbook, sheet, row + 1, columns);
  }
  const area = { row, column: 0, rows: 1, columns };
  enterValues(context, 'Sheet.appendRow', { workbook, sheet, area }, (_, c) => cells[c]);
}

/** Widths are estimated: letters of the Latin alphabet 7 pixels, wide ones 14, and a margin. */
function autoResize(
  context: Context,
  workbook: WorkbookModel,
  sheet: SheetModel,
  call: string,
  first: number,
  count: number,
): void {
  chargeWrite(context, workbook, call, FILL_VALUE, sheet.maxRows * count);
  if (first < 1 || count < 1 || first + count - 1 > sheet.maxColumns) {
    context.host.fail('Those columns are out of bounds.');
  }
  for (let c = first - 1; c < first - 1 + count; c++) {
    let widest = 0;
    const rows = sheet.values[c]?.length ?? 0;
    for (let r = 0; r < rows; r++) {
      const value = valueAt(sheet, r, c);
      const text = typeof value === 'string' ? value : displayText(value, sheet.formats.numberFormat.at(r, c));
      let width = 0;
      for (const letter of text) width += letter.charCodeAt(0) > 0x2e80 ? 14 : 7;
      widest = Math.max(widest, width);
    }
    if (widest > 0) sheet.columnWidths.set(c, widest + 10);
  }
}
