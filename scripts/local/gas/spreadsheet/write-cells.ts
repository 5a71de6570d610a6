import { isDate } from '../realm';
import { a1Of } from './a1';
import type { Area } from './area';
import { columnOf } from './cells';
import { type Context, notImplemented, refuseWrite } from './context';
import { type SheetLocale, sheetLocale } from './locale';
import type { SheetModel, StoredValue, ValidationModel, WorkbookModel } from './model';
import { displayText, formatKind } from './number-format';
import { allowEdit } from './permissions';
import { instantOfSerial, serialOfInstant, wallClockOfSerial } from './serial';
import { typedInput } from './typed-input';
import { fitsRule } from './validation-check';

/** Longest text of a cell. Source: Drive help, files you can store in Google Drive (spreadsheet limits). */
const LONGEST_TEXT = 50_000;

/** What a column of cells will hold once a write is accepted. */
interface Column {
  readonly values: StoredValue[];
  /** By row offset. */
  readonly formulas: Map<number, string>;
  /** Number formats that typed text and Dates bring along, by row offset. */
  readonly formats: Map<number, string>;
  /** A value was refused: nothing of this write may be stored. */
  refused: boolean;
}

/** Where values are going. */
export interface Destination {
  readonly workbook: WorkbookModel;
  readonly sheet: SheetModel;
  readonly area: Area;
}

/**
 * Puts values into cells as if typed there, all or none: parses them, holds them against the limits, the data
 * validations and the protections, and only then stores them; false where they are refused. `cell` gives the value for an
 * offset from the corner.
 * Source: Apps Script reference, Range.setValues.
 */
export function enterValues(
  context: Context,
  call: string,
  to: Destination,
  cell: (row: number, column: number) => unknown,
): boolean {
  const { sheet, area } = to;
  const columns: Column[] = [];
  const entry = entryInto(context, call, to);
  for (let c = 0; c < area.columns; c++) {
    const column: Column = {
      values: new Array<StoredValue>(area.rows),
      formulas: new Map(),
      formats: new Map(),
      refused: false,
    };
    const formats = sheet.formats.numberFormat.runs(area.column + c);
    let at = 0;
    for (let r = 0; r < area.rows; r++) {
      const row = area.row + r;
      while (at < formats.length && (formats[at]?.to ?? 0) <= row) at++;
      const run = formats[at];
      entry(cell(r, c), run && run.from <= row ? run.value : undefined, r, column);
    }
    columns.push(column);
  }
  return storeColumns(context, to, columns);
}

function storeColumns(context: Context, to: Destination, columns: readonly Column[]): boolean {
  const { workbook, sheet, area } = to;
  if (columns.some((column) => column.refused) || !allowEdit(context, workbook, sheet, area)) return false;
  if (!sheet.validations.empty && !obeyRules(context, to, columns)) return false;
  if (!sheet.links.empty) sheet.links.fill(area, undefined);
  columns.forEach((column, c) => {
    store(sheet, area.row, area.column + c, column.values);
    const strip = { row: area.row, column: area.column + c, rows: area.rows, columns: 1 };
    if (column.formulas.size > 0) sheet.formulas.fillEach(strip, (r) => column.formulas.get(r));
    else sheet.formulas.fill(strip, undefined);
    const formats = sheet.formats.numberFormat;
    if (column.formats.size > 0)
      formats.fillEach(strip, (r) => column.formats.get(r) ?? formats.at(area.row + r, area.column + c));
  });
  return true;
}

function store(sheet: SheetModel, row: number, column: number, values: readonly StoredValue[]): void {
  const cells = columnOf(sheet, column);
  while (cells.length < row) cells.push(null);
  for (let r = 0; r < values.length; r++) {
    if (row + r < cells.length) cells[row + r] = values[r] as StoredValue;
    else cells.push(values[r] as StoredValue);
  }
}

/** Reads one value for a cell of the given format into its column. */
function entryInto(
  context: Context,
  call: string,
  { workbook }: Destination,
): (value: unknown, format: string | undefined, row: number, column: Column) => void {
  const locale = localeOf(context, workbook);
  const year = wallClockOfSerial(serialOfInstant(context.host.now(), workbook.timeZone)).getUTCFullYear();
  return (value, format, row, column) => {
    if (value === null || value === undefined || value === '') column.values[row] = null;
    else if (formatKind(format) === 'text') enterAsText(context, call, workbook, locale, value, row, column);
    else if (typeof value === 'string') {
      const typed = typedInput(value, locale, year);
      if (typed.kind === 'formula') {
        column.values[row] = null;
        column.formulas.set(row, typed.formula);
      } else {
        if (typed.format !== undefined && format === undefined) column.formats.set(row, typed.format);
        column.values[row] = typed.value;
        holdToLimit(context, typed.value, column);
      }
    } else if (typeof value === 'number') column.values[row] = finite(context, call, value);
    else if (typeof value === 'boolean') column.values[row] = value;
    else if (isDate(value)) {
      const serial = serialOf(context, call, workbook, value);
      column.values[row] = serial;
      if (format === undefined) column.formats.set(row, Number.isInteger(serial) ? locale.day : locale.dayAndTime);
    } else notImplemented(context, `${call} with ${describe(value)} in a cell`);
  };
}

/**
 * A cell formatted `@` keeps what is put in as text. Two points are contested and taken from the stricter side: a text
 * that starts with `=` is a formula here too, and the leading apostrophe follows its switch.
 */
function enterAsText(
  context: Context,
  call: string,
  workbook: WorkbookModel,
  locale: SheetLocale,
  value: unknown,
  row: number,
  column: Column,
): void {
  if (typeof value === 'string' && value.startsWith('=') && value.length > 1) {
    column.values[row] = null;
    column.formulas.set(row, value);
    return;
  }
  let text: string;
  if (typeof value === 'string') {
    text = value.startsWith("'") && context.host.switches.apostropheInTextCells ? value.slice(1) : value;
  } else if (typeof value === 'number') text = String(finite(context, call, value));
  else if (typeof value === 'boolean') text = value ? 'TRUE' : 'FALSE';
  else if (isDate(value)) {
    const serial = serialOf(context, call, workbook, value);
    text = displayText(serial, Number.isInteger(serial) ? locale.day : locale.dayAndTime);
  } else notImplemented(context, `${call} with ${describe(value)} in a cell`);
  column.values[row] = text;
  holdToLimit(context, text, column);
}

function holdToLimit(context: Context, value: StoredValue, column: Column): void {
  if (typeof value !== 'string' || value.length <= LONGEST_TEXT) return;
  column.refused = true;
  refuseWrite(context, `Your input contains more than the maximum of ${LONGEST_TEXT} characters in a single cell.`);
}

/** What a cell makes of NaN and infinities is not documented: refused. */
function finite(context: Context, call: string, value: number): number {
  if (!Number.isFinite(value)) notImplemented(context, `${call} with ${value} in a cell`);
  return value + 0;
}

function serialOf(context: Context, call: string, workbook: WorkbookModel, value: Date): number {
  const instant = value.getTime();
  if (Number.isNaN(instant)) notImplemented(context, `${call} with an invalid Date in a cell`);
  return serialOfInstant(instant, workbook.timeZone);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** The locale's rules. Throws for a locale this runtime does not know. */
export function localeOf(context: Context, workbook: WorkbookModel): SheetLocale {
  return sheetLocale(workbook.locale) ?? notImplemented(context, `the spreadsheet locale ${workbook.locale}`);
}

function obeyRules(context: Context, to: Destination, columns: readonly Column[]): boolean {
  const { sheet, area } = to;
  for (let c = 0; c < area.columns; c++) {
    for (const run of sheet.validations.runs(area.column + c)) {
      if (run.value.allowInvalid) continue;
      const first = Math.max(run.from, area.row);
      const end = Math.min(run.to, area.row + area.rows);
      for (let row = first; row < end; row++) {
        if (!obeys(context, to, columns[c] as Column, run.value, row, area.column + c)) return false;
      }
    }
  }
  return true;
}

function obeys(
  context: Context,
  { workbook, sheet, area }: Destination,
  column: Column,
  rule: ValidationModel,
  row: number,
  columnIndex: number,
): boolean {
  const offset = row - area.row;
  if (column.formulas.has(offset)) notImplemented(context, 'a formula in a cell whose data validation rejects input');
  const format = column.formats.get(offset) ?? sheet.formats.numberFormat.at(row, columnIndex);
  if (judged(context, workbook, rule, column.values[offset] ?? null, format)) return true;
  const cell = a1Of({ row, column: columnIndex, rows: 1, columns: 1 });
  const message = `The data you entered in cell ${cell} violates the data validation rules set on this cell.`;
  return refuseWrite(context, message);
}

function judged(
  context: Context,
  workbook: WorkbookModel,
  rule: ValidationModel,
  value: StoredValue,
  format: string | undefined,
): boolean {
  try {
    return fitsRule(workbook, rule, { value, format }, context.host.now());
  } catch (error) {
    throw new context.host.realm.Error((error as Error).message);
  }
}

/** A value as getValue gives it: '' for empty, a Date of the sandbox for a number under a day or time format. */
export function scriptValue(
  context: Context,
  workbook: WorkbookModel,
  value: StoredValue,
  format: string | undefined,
): string | number | boolean | Date {
  if (value === null) return '';
  if (typeof value !== 'number' || formatKind(format) !== 'moment') return value;
  return new context.host.realm.Date(instantOfSerial(value, workbook.timeZone));
}
