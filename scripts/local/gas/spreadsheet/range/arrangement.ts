import * as take from '../arguments';
import { applyBanding } from '../banding';
import { setBorders } from '../borders';
import { clearContents, clearFormats } from '../clear-cells';
import { type Context, chargeWrite, notImplemented } from '../context';
import { type CopyParts, putCells, takeCells } from '../copy-cells';
import { FILL_FORMAT, FILL_VALUE, STRUCTURE, WRITE_VALUES } from '../costs';
import { createFilter, makeFilter } from '../filter';
import { allowEdit } from '../permissions';
import { type SortKey, sortRows } from '../sort-rows';
import { prepareWrite, type RangeTarget, refuseFormulas } from './target';

/** Clearing, sorting, copying, borders, banding and the filter of a range. Source: Apps Script reference, Range. */
export function arrangementMethods(context: Context, target: RangeTarget, self: () => object) {
  const { workbook, sheet, area } = target;
  const cells = area.rows * area.columns;
  const change = (call: string, work: () => void) => {
    chargeWrite(context, workbook, call, FILL_VALUE, cells);
    prepareWrite(context, target);
    if (allowEdit(context, workbook, sheet, area)) work();
    return self();
  };
  return {
    ...clearMethods(context, target, change),
    sort: take.method(context, 'Range.sort', [take.anything], (spec) => {
      chargeWrite(context, workbook, 'Range.sort', WRITE_VALUES, cells, cells);
      prepareWrite(context, target);
      refuseFormulas(context, target, 'Range.sort');
      const keys = sortKeys(context, target, spec);
      if (allowEdit(context, workbook, sheet, area)) sortRows(sheet, area, keys);
      return self();
    }),
    copyTo: take.method(
      context,
      'Range.copyTo',
      [
        take.face<RangeTarget>('Range'),
        take.optional(take.either(take.enumeration('CopyPasteType'), take.fields)),
        take.optional(take.flag),
      ],
      (destination, how, transposed) => {
        chargeWrite(context, workbook, 'Range.copyTo', WRITE_VALUES, cells, cells);
        if (transposed) notImplemented(context, 'Range.copyTo transposed');
        copy(context, target, destination, partsOf(context, how));
      },
    ),
    createFilter: take.method(context, 'Range.createFilter', [], () => {
      chargeWrite(context, workbook, 'Range.createFilter', STRUCTURE);
      prepareWrite(context, target);
      return createFilter(context, target);
    }),
    getFilter: take.method(context, 'Range.getFilter', [], () => {
      chargeWrite(context, workbook, 'Range.getFilter', STRUCTURE);
      return sheet.filter ? makeFilter(context, workbook, sheet, sheet.filter) : null;
    }),
    ...bandingMethods(context, target),
    setBorder: take.method(
      context,
      'Range.setBorder',
      [...Array(6).fill(take.nullable(take.flag)), COLOR, STYLE] as unknown as BorderKinds,
      (top, left, bottom, right, vertical, horizontal, color, style) => {
        chargeWrite(context, workbook, 'Range.setBorder', FILL_FORMAT, cells);
        prepareWrite(context, target);
        if (allowEdit(context, workbook, sheet, area)) {
          setBorders(context, target, { top, left, bottom, right, vertical, horizontal }, { color, style });
        }
        return self();
      },
    ),
  };
}

type Side = take.Kind<boolean | null>;
const COLOR = take.optional(take.nullable(take.text));
const STYLE = take.optional(take.nullable(take.enumeration('BorderStyle')));
type BorderKinds = readonly [Side, Side, Side, Side, Side, Side, typeof COLOR, typeof STYLE];

function clearMethods(context: Context, target: RangeTarget, change: (call: string, work: () => void) => object) {
  const { sheet, area } = target;
  return {
    clear: take.method(context, 'Range.clear', [take.optional(take.fields)], (options) =>
      change('Range.clear', () => {
        const all = options === undefined || !Object.values(options).includes(true);
        if (options?.commentsOnly || options?.skipFilteredRows)
          notImplemented(context, 'Range.clear with these options');
        if (all || options?.contentsOnly) clearContents(sheet, area);
        if (all || options?.formatOnly) clearFormats(sheet, area);
        if (options?.validationsOnly) sheet.validations.fill(area, undefined);
      }),
    ),
    clearContent: take.method(context, 'Range.clearContent', [], () =>
      change('Range.clearContent', () => clearContents(sheet, area)),
    ),
    // "Does not reset any number formatting rules" (Apps Script reference, Range.clearFormat).
    clearFormat: take.method(context, 'Range.clearFormat', [], () =>
      change('Range.clearFormat', () => clearFormats(sheet, area, true)),
    ),
  };
}

/** A column number, `{column, ascending}`, or a list of either; columns count from the sheet's first. */
function sortKeys(context: Context, target: RangeTarget, spec: unknown): SortKey[] {
  const list = Array.isArray(spec) ? (spec as unknown[]) : [spec];
  return list.map((item) => {
    const fields = typeof item === 'number' ? { column: item } : ((item ?? {}) as Record<string, unknown>);
    const column = Number(fields.column);
    const { area } = target;
    if (!Number.isInteger(column)) notImplemented(context, 'Range.sort with this specification');
    if (column <= area.column || column > area.column + area.columns) {
      context.host.fail('Sort column is outside the range to be sorted.');
    }
    return { column: column - 1, ascending: fields.ascending !== false };
  });
}

const EVERYTHING: CopyParts = { values: true, formats: true, validations: true, notes: true };

function partsOf(context: Context, how: string | Record<string, unknown> | undefined): CopyParts {
  const none: CopyParts = { values: false, formats: false, validations: false, notes: false };
  if (how === undefined) return EVERYTHING;
  if (typeof how === 'object') {
    if (how.contentsOnly) return { ...none, values: true };
    return how.formatOnly ? { ...none, formats: true } : EVERYTHING;
  }
  switch (how) {
    case 'PASTE_NORMAL':
      return EVERYTHING;
    case 'PASTE_VALUES':
      return { ...none, values: true };
    case 'PASTE_FORMAT':
      return { ...none, formats: true };
    case 'PASTE_DATA_VALIDATION':
      return { ...none, validations: true };
    default:
      return notImplemented(context, `Range.copyTo with ${how}`);
  }
}

/** The copy is repeated where the destination is an exact multiple of it, and never cut to a smaller one. */
function copy(context: Context, source: RangeTarget, destination: RangeTarget, parts: CopyParts): void {
  if (source.workbook !== destination.workbook) {
    context.host.fail('Target range and source range must be on the same spreadsheet.');
  }
  if (parts.values) refuseFormulas(context, source, 'Range.copyTo');
  const { rows, columns } = source.area;
  const to = destination.area;
  const down = to.rows % rows === 0 ? to.rows / rows : 1;
  const across = to.columns % columns === 0 ? to.columns / columns : 1;
  const area = { row: to.row, column: to.column, rows: rows * down, columns: columns * across };
  prepareWrite(context, { ...destination, area });
  if (!allowEdit(context, destination.workbook, destination.sheet, area)) return;
  const cells = takeCells(source.sheet, source.area);
  for (let d = 0; d < down; d++) {
    for (let a = 0; a < across; a++)
      putCells(destination.sheet, to.row + d * rows, to.column + a * columns, cells, parts);
  }
}

function bandingMethods(context: Context, target: RangeTarget) {
  const arguments_ = [
    take.optional(take.enumeration('BandingTheme')),
    take.optional(take.flag),
    take.optional(take.flag),
  ] as const;
  const apply = (name: string, direction: 'rows' | 'columns') =>
    take.method(context, `Range.${name}`, arguments_, (theme = 'LIGHT_GREY', header = true, footer = false) => {
      chargeWrite(context, target.workbook, `Range.${name}`, STRUCTURE);
      prepareWrite(context, target);
      return applyBanding(context, target, direction, { theme, header, footer });
    });
  return {
    applyRowBanding: apply('applyRowBanding', 'rows'),
    applyColumnBanding: apply('applyColumnBanding', 'columns'),
  };
}
