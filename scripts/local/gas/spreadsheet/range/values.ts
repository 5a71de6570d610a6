import * as take from '../arguments';
import { valueAt } from '../cells';
import { type Context, chargeRead, chargeWrite, tableOf } from '../context';
import { FILL_VALUE, READ_VALUES, WRITE_VALUES } from '../costs';
import { computedAt, NotComputed } from '../formula';
import type { StoredValue } from '../model';
import { displayText } from '../number-format';
import { enterValues, scriptValue } from '../write-cells';
import { matchSize, prepareRead, prepareWrite, type RangeTarget } from './target';

/** Values, displayed texts and formulas of a range. Source: Apps Script reference, Range. */
export function valueMethods(context: Context, target: RangeTarget, self: () => object) {
  const { workbook, sheet, area } = target;
  const cells = area.rows * area.columns;
  const read = (call: string, count: number) => {
    chargeRead(context, call, READ_VALUES, count);
    prepareRead(context, target);
  };
  const write = (call: string, values: readonly (readonly unknown[])[]) => {
    chargeWrite(context, workbook, call, WRITE_VALUES, cells, cells);
    prepareWrite(context, target);
    matchSize(context, values, area);
    enterValues(context, call, target, (r, c) => values[r]?.[c]);
    return self();
  };
  const fill = (call: string, value: unknown) => {
    chargeWrite(context, workbook, call, cells === 1 ? WRITE_VALUES : FILL_VALUE, cells, cells === 1 ? 1 : 0);
    prepareWrite(context, target);
    enterValues(context, call, target, () => value);
    return self();
  };
  const formulaAt = (r: number, c: number) => sheet.formulas.at(area.row + r, area.column + c) ?? '';
  return {
    getValue: take.method(context, 'Range.getValue', [], () => {
      read('Range.getValue', 1);
      return cellReader(context, target)(0, 0);
    }),
    getValues: take.method(context, 'Range.getValues', [], () => {
      read('Range.getValues', cells);
      return tableOf(context, area.rows, area.columns, cellReader(context, target));
    }),
    getDisplayValue: take.method(context, 'Range.getDisplayValue', [], () => {
      read('Range.getDisplayValue', 1);
      return shownAt(context, target, 0, 0);
    }),
    getDisplayValues: take.method(context, 'Range.getDisplayValues', [], () => {
      read('Range.getDisplayValues', cells);
      return tableOf(context, area.rows, area.columns, (r, c) => shownAt(context, target, r, c));
    }),
    setValue: take.method(context, 'Range.setValue', [take.anything], (value) => fill('Range.setValue', value)),
    setValues: take.method(context, 'Range.setValues', [take.matrix], (values) => write('Range.setValues', values)),
    getFormula: take.method(context, 'Range.getFormula', [], () => {
      read('Range.getFormula', 1);
      return formulaAt(0, 0);
    }),
    getFormulas: take.method(context, 'Range.getFormulas', [], () => {
      read('Range.getFormulas', cells);
      return tableOf(context, area.rows, area.columns, formulaAt);
    }),
    setFormula: take.method(context, 'Range.setFormula', [take.text], (formula) =>
      fill('Range.setFormula', asFormula(formula)),
    ),
    setFormulas: take.method(context, 'Range.setFormulas', [take.list(take.list(take.text))], (formulas) =>
      write(
        'Range.setFormulas',
        formulas.map((row) => row.map(asFormula)),
      ),
    ),
    isBlank: take.method(context, 'Range.isBlank', [], () => {
      read('Range.isBlank', cells);
      return isBlank(target);
    }),
  };
}

/** setFormula takes the text with or without its equals sign. */
function asFormula(formula: string): string {
  return formula === '' || formula.startsWith('=') ? formula : `=${formula}`;
}

function isBlank({ sheet, area }: RangeTarget): boolean {
  for (let c = area.column; c < area.column + area.columns; c++) {
    for (let r = area.row; r < area.row + area.rows; r++) {
      if (valueAt(sheet, r, c) !== null || sheet.formulas.at(r, c) !== undefined) return false;
    }
  }
  return true;
}

/** Gives the values of a range as scripts see them, by offset. Millions of cells are read this way: columns are looked up once. */
export function cellReader(
  context: Context,
  target: RangeTarget,
): (row: number, column: number) => string | number | boolean | Date {
  const { workbook, sheet, area } = target;
  const columns = Array.from({ length: area.columns }, (_, c) => ({
    values: sheet.values[area.column + c] ?? [],
    formulas: sheet.formulas.runs(area.column + c).length > 0,
    formats: sheet.formats.numberFormat.runs(area.column + c).length > 0,
  }));
  return (r, c) => {
    const column = columns[c] as (typeof columns)[number];
    const row = area.row + r;
    const value = column.formulas ? computed(context, target, row, area.column + c) : (column.values[row] ?? null);
    if (typeof value !== 'number' || !column.formats) return value ?? '';
    return scriptValue(context, workbook, value, sheet.formats.numberFormat.at(row, area.column + c));
  };
}

function computed(context: Context, { workbook, sheet }: RangeTarget, row: number, column: number): StoredValue {
  try {
    return computedAt(workbook, sheet, row, column);
  } catch (error) {
    if (error instanceof NotComputed) throw new context.host.realm.Error(error.message);
    throw error;
  }
}

/** The text a cell shows. */
function shownAt(context: Context, target: RangeTarget, r: number, c: number): string {
  const { sheet, area } = target;
  const [row, column] = [area.row + r, area.column + c];
  const value = computed(context, target, row, column);
  try {
    return displayText(value, sheet.formats.numberFormat.at(row, column));
  } catch (error) {
    throw new context.host.realm.Error((error as Error).message);
  }
}
