import { a1Of } from '../a1';
import { overlap, sameArea } from '../area';
import * as take from '../arguments';
import { arrayOf, type Context, chargeRead, chargeWrite, tableOf } from '../context';
import { FILL_FORMAT, READ_FORMATS, STRUCTURE, WRITE_FORMATS } from '../costs';
import { makeDataValidation, type RuleValue } from '../data-validation';
import { addMetadata, metadataArguments, metadataFaces } from '../metadata';
import { allowEdit } from '../permissions';
import { protect } from '../protection';
import { enterValues } from '../write-cells';
import { makeRange } from './range';
import { matchSize, prepareRead, prepareWrite, type RangeTarget } from './target';

/** Notes, data validations, protection, merges and metadata of a range. Source: Apps Script reference, Range. */
export function annotationMethods(context: Context, target: RangeTarget, self: () => object) {
  return {
    ...noteMethods(context, target, self),
    ...validationMethods(context, target, self),
    ...mergeMethods(context, target, self),
    protect: take.method(context, 'Range.protect', [], () => {
      chargeWrite(context, target.workbook, 'Range.protect', STRUCTURE);
      prepareWrite(context, target);
      return protect(context, target);
    }),
    ...metadataMethods(context, target, self),
  };
}

function noteMethods(context: Context, target: RangeTarget, self: () => object) {
  const { workbook, sheet, area } = target;
  const cells = area.rows * area.columns;
  const write = (
    call: string,
    cost: typeof WRITE_FORMATS,
    sent: number,
    notes: () => (r: number, c: number) => string,
  ) => {
    chargeWrite(context, workbook, call, cost, cells, sent);
    prepareWrite(context, target);
    const noteAt = notes();
    if (allowEdit(context, workbook, sheet, area)) sheet.notes.fillEach(area, (r, c) => noteAt(r, c) || undefined);
    return self();
  };
  return {
    getNote: take.method(context, 'Range.getNote', [], () => {
      chargeRead(context, 'Range.getNote', READ_FORMATS, 1);
      prepareRead(context, target);
      return sheet.notes.at(area.row, area.column) ?? '';
    }),
    getNotes: take.method(context, 'Range.getNotes', [], () => {
      chargeRead(context, 'Range.getNotes', READ_FORMATS, cells);
      prepareRead(context, target);
      return tableOf(context, area.rows, area.columns, (r, c) => sheet.notes.at(area.row + r, area.column + c) ?? '');
    }),
    setNote: take.method(context, 'Range.setNote', [take.nullable(take.text)], (note) =>
      write('Range.setNote', FILL_FORMAT, 0, () => () => note ?? ''),
    ),
    setNotes: take.method(context, 'Range.setNotes', [take.list(take.list(NOTE))], (notes) =>
      write('Range.setNotes', WRITE_FORMATS, cells, () => {
        matchSize(context, notes, area);
        return (r, c) => notes[r]?.[c] ?? '';
      }),
    ),
    clearNote: take.method(context, 'Range.clearNote', [], () =>
      write('Range.clearNote', FILL_FORMAT, 0, () => () => ''),
    ),
  };
}

/** setNotes writes numbers with a decimal (`25.0`); setNote writes `25` (issue tracker 429373214). */
const NOTE: take.Kind<string | null> = take.nullable({
  optional: false,
  read: (value, context) => {
    const text = take.text.read(value, context);
    return typeof value === 'number' && Number.isInteger(value) ? `${value}.0` : text;
  },
});

function validationMethods(context: Context, target: RangeTarget, self: () => object) {
  const { workbook, sheet, area } = target;
  const RULE = take.nullable(take.face<RuleValue>('DataValidation'));
  const at = (r: number, c: number) => {
    const rule = sheet.validations.at(area.row + r, area.column + c);
    return rule ? makeDataValidation(context, { rule, workbook }) : null;
  };
  const fill = (call: string, value: RuleValue | null) => {
    chargeWrite(context, workbook, call, FILL_FORMAT, area.rows * area.columns);
    prepareWrite(context, target);
    if (allowEdit(context, workbook, sheet, area)) sheet.validations.fill(area, value?.rule);
    return self();
  };
  return {
    getDataValidation: take.method(context, 'Range.getDataValidation', [], () => {
      chargeRead(context, 'Range.getDataValidation', READ_FORMATS, 1);
      prepareRead(context, target);
      return at(0, 0);
    }),
    getDataValidations: take.method(context, 'Range.getDataValidations', [], () => {
      chargeRead(context, 'Range.getDataValidations', READ_FORMATS, area.rows * area.columns);
      prepareRead(context, target);
      return tableOf(context, area.rows, area.columns, at);
    }),
    setDataValidation: take.method(context, 'Range.setDataValidation', [RULE], (value) =>
      fill('Range.setDataValidation', value),
    ),
    setDataValidations: take.method(context, 'Range.setDataValidations', [take.list(take.list(RULE))], (rules) => {
      chargeWrite(context, workbook, 'Range.setDataValidations', WRITE_FORMATS, area.rows * area.columns);
      prepareWrite(context, target);
      matchSize(context, rules, area);
      if (allowEdit(context, workbook, sheet, area)) sheet.validations.fillEach(area, (r, c) => rules[r]?.[c]?.rule);
      return self();
    }),
    clearDataValidations: take.method(context, 'Range.clearDataValidations', [], () =>
      fill('Range.clearDataValidations', null),
    ),
    insertCheckboxes: take.method(context, 'Range.insertCheckboxes', [], () => {
      fill('Range.insertCheckboxes', {
        rule: { criteria: 'CHECKBOX', args: [], allowInvalid: true, helpText: null },
        workbook,
      });
      enterValues(context, 'Range.insertCheckboxes', target, () => false);
      return self();
    }),
    removeCheckboxes: take.method(context, 'Range.removeCheckboxes', [], () => {
      fill('Range.removeCheckboxes', null);
      enterValues(context, 'Range.removeCheckboxes', target, () => null);
      return self();
    }),
  };
}

function mergeMethods(context: Context, target: RangeTarget, self: () => object) {
  const { workbook, sheet, area } = target;
  const inside = () => sheet.merges.filter((merged) => overlap(merged, area));
  return {
    getMergedRanges: take.method(context, 'Range.getMergedRanges', [], () => {
      chargeRead(context, 'Range.getMergedRanges', READ_FORMATS);
      prepareRead(context, target);
      return arrayOf(
        context,
        inside().map((merged) => makeRange(context, { workbook, sheet, area: merged })),
      );
    }),
    isPartOfMerge: take.method(context, 'Range.isPartOfMerge', [], () => {
      chargeRead(context, 'Range.isPartOfMerge', READ_FORMATS);
      prepareRead(context, target);
      return inside().length > 0;
    }),
    merge: take.method(context, 'Range.merge', [], () => {
      chargeWrite(context, workbook, 'Range.merge', STRUCTURE);
      prepareWrite(context, target);
      const across = inside().find((merged) => !sameArea(merged, area));
      if (across) context.host.fail(`You must select all cells in a merged range to merge or unmerge them.`);
      if (area.rows * area.columns === 1 || !allowEdit(context, workbook, sheet, area)) return self();
      const kept = { ...area, rows: 1, columns: 1 };
      clearAllBut(target, kept);
      sheet.merges.splice(0, sheet.merges.length, ...sheet.merges.filter((merged) => !sameArea(merged, area)), area);
      return self();
    }),
    breakApart: take.method(context, 'Range.breakApart', [], () => {
      chargeWrite(context, workbook, 'Range.breakApart', STRUCTURE);
      prepareWrite(context, target);
      const left = sheet.merges.filter((merged) => !overlap(merged, area));
      sheet.merges.splice(0, sheet.merges.length, ...left);
      return self();
    }),
  };
}

/** Merging keeps the upper left cell only. */
function clearAllBut({ sheet, area }: RangeTarget, kept: RangeTarget['area']): void {
  const formula = sheet.formulas.at(kept.row, kept.column);
  for (let c = area.column; c < area.column + area.columns; c++) {
    const cells = sheet.values[c];
    for (let r = area.row; cells && r < Math.min(area.row + area.rows, cells.length); r++) {
      if (r !== kept.row || c !== kept.column) cells[r] = null;
    }
  }
  sheet.formulas.fill(area, undefined);
  sheet.formulas.fill(kept, formula);
}

/** Metadata stands on whole rows and columns, one each. */
function metadataMethods(context: Context, target: RangeTarget, self: () => object) {
  const { workbook, sheet, area } = target;
  const place = () => {
    const wholeRow = area.column === 0 && area.columns === sheet.maxColumns && area.rows === 1;
    const wholeColumn = area.row === 0 && area.rows === sheet.maxRows && area.columns === 1;
    if (wholeRow) return { kind: 'row', index: area.row } as const;
    if (wholeColumn) return { kind: 'column', index: area.column } as const;
    return context.host.fail(
      `Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column (${a1Of(area)}).`,
    );
  };
  return {
    addDeveloperMetadata: take.method(
      context,
      'Range.addDeveloperMetadata',
      metadataArguments,
      (key, second, third) => {
        chargeWrite(context, workbook, 'Range.addDeveloperMetadata', STRUCTURE);
        prepareWrite(context, target);
        addMetadata(context, workbook, sheet.metadata, place(), [key, second, third]);
        return self();
      },
    ),
    getDeveloperMetadata: take.method(context, 'Range.getDeveloperMetadata', [], () => {
      chargeRead(context, 'Range.getDeveloperMetadata', READ_FORMATS);
      prepareRead(context, target);
      const here = place();
      const hits = sheet.metadata.filter(
        ({ place: at }) => at.kind !== 'whole' && at.kind === here.kind && at.index === here.index,
      );
      return metadataFaces(context, workbook, sheet, sheet.metadata, hits);
    }),
  };
}
