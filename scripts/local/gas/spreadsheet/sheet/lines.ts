import * as take from '../arguments';
import { type Context, chargeMetadata, chargeWrite, standing } from '../context';
import { STRUCTURE } from '../costs';
import { allowCells, allowColumns } from '../grid';
import type { SheetModel, WorkbookModel } from '../model';
import { allowEdit } from '../permissions';
import { deleteLines, insertLines } from '../structure';

type Dimension = 'rows' | 'columns';

const BOUNDS: Readonly<Record<Dimension, string>> = {
  rows: 'Those rows are out of bounds.',
  columns: 'Those columns are out of bounds.',
};

/** Rows and columns of a tab: putting in, taking out, hiding, freezing, sizes. Source: Apps Script reference, Sheet. */
export function lineMethods(context: Context, workbook: WorkbookModel, sheet: SheetModel, self: () => object) {
  const write = (name: string, work: () => void) => {
    chargeWrite(context, workbook, `Sheet.${name}`, STRUCTURE);
    standing(context, workbook, sheet);
    work();
    return self();
  };
  const max = (dimension: Dimension) => (dimension === 'rows' ? sheet.maxRows : sheet.maxColumns);
  const inBounds = (dimension: Dimension, first: number, count: number) => {
    if (first < 1 || count < 1 || first + count - 1 > max(dimension)) context.host.fail(BOUNDS[dimension]);
  };
  const strip = (dimension: Dimension, first: number, count: number) =>
    dimension === 'rows'
      ? { row: first - 1, column: 0, rows: count, columns: sheet.maxColumns }
      : { row: 0, column: first - 1, rows: sheet.maxRows, columns: count };
  /** New lines come before line `before` (from 1) and look like line `like`. */
  const insert = (dimension: Dimension, before: number, count: number, anchor: number, like: number) => {
    inBounds(dimension, anchor, 1);
    if (count < 1) context.host.fail(BOUNDS[dimension]);
    if (dimension === 'columns' && !allowColumns(context, sheet.maxColumns + count)) return;
    if (!allowCells(context, workbook, count * max(dimension === 'rows' ? 'columns' : 'rows'))) return;
    if (!allowEdit(context, workbook, sheet, strip(dimension, anchor, 1))) return;
    insertLines(workbook, { sheet, dimension, action: 'insert', at: before - 1, count }, like - 1);
  };
  const remove = (dimension: Dimension, first: number, count: number) => {
    inBounds(dimension, first, count);
    const frozen = dimension === 'rows' ? sheet.frozenRows : sheet.frozenColumns;
    const gone = Math.max(0, first + count - 1 - Math.max(first - 1, frozen));
    if (max(dimension) - frozen - gone <= 0) {
      const free = frozen > 0 ? `Sorry, it is not possible to delete all non-frozen ${dimension}.` : null;
      context.host.fail(free ?? `You can't delete all the ${dimension} on the sheet.`);
    }
    if (!allowEdit(context, workbook, sheet, strip(dimension, first, count))) return;
    deleteLines(workbook, { sheet, dimension, action: 'delete', at: first - 1, count });
  };
  const methods: Record<string, (...args: unknown[]) => unknown> = {};
  for (const [dimension, One, Many] of [
    ['rows', 'Row', 'Rows'],
    ['columns', 'Column', 'Columns'],
  ] as const) {
    const define = (name: string, work: (position: number, count: number) => void, counted: boolean) => {
      const kinds = counted ? [take.integer, take.integer] : [take.integer];
      methods[name] = take.method(context, `Sheet.${name}`, kinds, (...[position, count]: number[]) =>
        write(name, () => work(position as number, count ?? 1)),
      );
    };
    const after = (position: number, count: number) => insert(dimension, position + 1, count, position, position);
    // New lines before take over from the line they push away.
    const before = (position: number, count: number) => insert(dimension, position, count, position, position);
    define(`insert${One}After`, after, false);
    define(`insert${Many}After`, after, true);
    define(`insert${One}Before`, before, false);
    define(`insert${Many}Before`, before, true);
    methods[`insert${Many}`] = take.method(
      context,
      `Sheet.insert${Many}`,
      [take.integer, take.optional(take.integer)],
      (position, count = 1) => {
        write(`insert${Many}`, () => before(position, count));
      },
    );
    methods[`delete${One}`] = take.method(context, `Sheet.delete${One}`, [take.integer], (position) =>
      write(`delete${One}`, () => remove(dimension, position, 1)),
    );
    methods[`delete${Many}`] = take.method(
      context,
      `Sheet.delete${Many}`,
      [take.integer, take.integer],
      (position, count) => {
        write(`delete${Many}`, () => remove(dimension, position, count));
      },
    );
    Object.assign(methods, hiding(context, workbook, sheet, dimension, One, Many, inBounds));
    Object.assign(methods, freezing(context, workbook, sheet, dimension, Many, write));
  }
  return { ...methods, ...sizes(context, workbook, sheet, write, inBounds) };
}

function hiding(
  context: Context,
  workbook: WorkbookModel,
  sheet: SheetModel,
  dimension: Dimension,
  One: string,
  Many: string,
  inBounds: (dimension: Dimension, first: number, count: number) => void,
) {
  const hidden = dimension === 'rows' ? sheet.hiddenRows : sheet.hiddenColumns;
  const each = (name: string, work: (index: number) => void) => ({
    [name]: take.method(context, `Sheet.${name}`, [take.integer, take.optional(take.integer)], (first, count = 1) => {
      chargeWrite(context, workbook, `Sheet.${name}`, STRUCTURE);
      inBounds(dimension, first, count);
      for (let i = first - 1; i < first - 1 + count; i++) work(i);
    }),
  });
  return {
    ...each(`hide${Many}`, (index) => hidden.add(index)),
    ...each(`show${Many}`, (index) => hidden.delete(index)),
    [`is${One}HiddenByUser`]: take.method(context, `Sheet.is${One}HiddenByUser`, [take.integer], (position) => {
      chargeMetadata(context, `Sheet.is${One}HiddenByUser`, workbook);
      inBounds(dimension, position, 1);
      return hidden.has(position - 1);
    }),
  };
}

function freezing(
  context: Context,
  workbook: WorkbookModel,
  sheet: SheetModel,
  dimension: Dimension,
  Many: string,
  write: (name: string, work: () => void) => object,
) {
  const field = dimension === 'rows' ? 'frozenRows' : 'frozenColumns';
  return {
    [`getFrozen${Many}`]: take.method(context, `Sheet.getFrozen${Many}`, [], () => {
      chargeMetadata(context, `Sheet.getFrozen${Many}`, workbook);
      return sheet[field];
    }),
    [`setFrozen${Many}`]: take.method(context, `Sheet.setFrozen${Many}`, [take.integer], (count) => {
      write(`setFrozen${Many}`, () => {
        const max = dimension === 'rows' ? sheet.maxRows : sheet.maxColumns;
        if (count < 0 || count > max) context.host.fail(BOUNDS[dimension]);
        if (count === max) context.host.fail(`You can't freeze all visible ${dimension} on the sheet.`);
        sheet[field] = count;
      });
    }),
  };
}

function sizes(
  context: Context,
  workbook: WorkbookModel,
  sheet: SheetModel,
  write: (name: string, work: () => void) => object,
  inBounds: (dimension: Dimension, first: number, count: number) => void,
) {
  const set = (name: string, dimension: Dimension, first: number, count: number, pixels: number) =>
    write(name, () => {
      inBounds(dimension, first, count);
      if (pixels < 1) context.host.fail(`The ${dimension === 'rows' ? 'height' : 'width'} must be at least 1 pixel.`);
      const map = dimension === 'rows' ? sheet.rowHeights : sheet.columnWidths;
      for (let i = first - 1; i < first - 1 + count; i++) map.set(i, pixels);
    });
  const get = (name: string, dimension: Dimension, position: number) => {
    chargeMetadata(context, `Sheet.${name}`, workbook);
    inBounds(dimension, position, 1);
    return dimension === 'rows'
      ? (sheet.rowHeights.get(position - 1) ?? 21)
      : (sheet.columnWidths.get(position - 1) ?? 100);
  };
  const three = [take.integer, take.integer, take.integer] as const;
  return {
    setColumnWidth: take.method(context, 'Sheet.setColumnWidth', [take.integer, take.integer], (column, width) =>
      set('setColumnWidth', 'columns', column, 1, width),
    ),
    setColumnWidths: take.method(context, 'Sheet.setColumnWidths', three, (column, count, width) =>
      set('setColumnWidths', 'columns', column, count, width),
    ),
    getColumnWidth: take.method(context, 'Sheet.getColumnWidth', [take.integer], (column) =>
      get('getColumnWidth', 'columns', column),
    ),
    setRowHeight: take.method(context, 'Sheet.setRowHeight', [take.integer, take.integer], (row, height) =>
      set('setRowHeight', 'rows', row, 1, height),
    ),
    setRowHeights: take.method(context, 'Sheet.setRowHeights', three, (row, count, height) =>
      set('setRowHeights', 'rows', row, count, height),
    ),
    getRowHeight: take.method(context, 'Sheet.getRowHeight', [take.integer], (row) => get('getRowHeight', 'rows', row)),
  };
}
