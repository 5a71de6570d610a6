import { parseA1 } from './a1';
import { valueAt } from './cells';
import { type FormulaToken, formulaTokens } from './formula-tokens';
import type { SheetModel, StoredValue, WorkbookModel } from './model';

/** Thrown for a formula this runtime does not compute; its message names what is missing. */
export class NotComputed extends Error {}

/**
 * The value of a cell, its formula computed where it has one. Known are numbers, text, TRUE and FALSE, references,
 * + - * / ^ & %, comparisons, brackets, and the functions HYPERLINK, IF, SUM, AVERAGE, MIN, MAX, COUNT and COUNTA.
 * A formula beyond these has the result its file was saved with; without one it throws NotComputed.
 */
export function computedAt(workbook: WorkbookModel, sheet: SheetModel, row: number, column: number): StoredValue {
  return cellValue({ workbook, open: new Set() }, sheet, row, column);
}

interface Run {
  readonly workbook: WorkbookModel;
  /** Cells being computed, to notice circles. */
  readonly open: Set<string>;
}

type Matrix = { readonly rows: StoredValue[][] };
type Value = StoredValue | Matrix;

function cellValue(run: Run, sheet: SheetModel, row: number, column: number): StoredValue {
  const formula = sheet.formulas.at(row, column);
  if (formula === undefined) return valueAt(sheet, row, column);
  const key = `${sheet.sheetId}:${row}:${column}`;
  if (run.open.has(key)) return '#REF!';
  run.open.add(key);
  try {
    const value = scalar(compute(run, sheet, formula));
    return value === null ? 0 : value;
  } catch (error) {
    const saved = valueAt(sheet, row, column);
    if (error instanceof NotComputed && saved !== null) return saved;
    if (error instanceof FormulaError) return error.code;
    throw error;
  } finally {
    run.open.delete(key);
  }
}

/** An error value on its way up to the cell. */
class FormulaError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

function compute(run: Run, sheet: SheetModel, formula: string): Value {
  const tokens = formulaTokens(formula)?.filter((token) => token.kind !== 'space');
  if (!tokens || tokens.length === 0) throw new FormulaError('#ERROR!');
  const reader = new Reader(run, sheet, formula, tokens);
  const value = reader.comparison();
  if (!reader.done) throw new FormulaError('#ERROR!');
  return value;
}

class Reader {
  private at = 0;

  constructor(
    private readonly run: Run,
    private readonly sheet: SheetModel,
    private readonly formula: string,
    private readonly tokens: readonly FormulaToken[],
  ) {}

  get done(): boolean {
    return this.at === this.tokens.length;
  }

  comparison(): Value {
    let left = this.joined();
    for (let op = this.take('=', '<>', '<', '>', '<=', '>='); op; op = this.take('=', '<>', '<', '>', '<=', '>=')) {
      left = compare(scalar(left), scalar(this.joined()), op);
    }
    return left;
  }

  private joined(): Value {
    let left = this.sum();
    while (this.take('&')) left = textOf(scalar(left)) + textOf(scalar(this.sum()));
    return left;
  }

  private sum(): Value {
    let left = this.product();
    for (let op = this.take('+', '-'); op; op = this.take('+', '-')) {
      const right = numberOf(scalar(this.product()));
      left = numberOf(scalar(left)) + (op === '+' ? right : -right);
    }
    return left;
  }

  private product(): Value {
    let left = this.power();
    for (let op = this.take('*', '/'); op; op = this.take('*', '/')) {
      const right = numberOf(scalar(this.power()));
      if (op === '/' && right === 0) throw new FormulaError('#DIV/0!');
      left = op === '*' ? numberOf(scalar(left)) * right : numberOf(scalar(left)) / right;
    }
    return left;
  }

  private power(): Value {
    let left = this.signed();
    while (this.take('^')) left = numberOf(scalar(left)) ** numberOf(scalar(this.signed()));
    return left;
  }

  private signed(): Value {
    if (this.take('-')) return -numberOf(scalar(this.signed()));
    if (this.take('+')) return this.signed();
    let value = this.single();
    while (this.take('%')) value = numberOf(scalar(value)) / 100;
    return value;
  }

  private single(): Value {
    const token = this.tokens[this.at++];
    if (!token) throw new FormulaError('#ERROR!');
    if (token.kind === 'number') return Number(token.text);
    if (token.kind === 'text') return token.text.slice(1, -1).replace(/""/g, '"');
    if (token.kind === 'reference') return this.reference(token.text);
    if (token.kind === 'name') return this.named(token.text);
    if (token.kind === 'error') throw new FormulaError(token.text);
    if (token.text === '(') {
      const value = this.comparison();
      if (!this.take(')')) throw new FormulaError('#ERROR!');
      return value;
    }
    throw token.text === '{' ? this.missing('arrays in braces') : new FormulaError('#ERROR!');
  }

  private named(name: string): Value {
    const upper = name.toUpperCase();
    if (this.take('(')) {
      const known = FUNCTIONS[upper];
      if (!known) throw this.missing(upper);
      return known(this.list());
    }
    if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE';
    const range = this.run.workbook.namedRanges.find((candidate) => candidate.name.toUpperCase() === upper);
    const sheet = this.run.workbook.sheets.find((candidate) => candidate.sheetId === range?.target.sheetId);
    if (!range || !sheet) throw new FormulaError('#NAME?');
    if (!range.target.area) throw new FormulaError('#REF!');
    const { row, column, rows, columns } = range.target.area;
    return this.cells(sheet, row, column, rows, columns);
  }

  private list(): Value[] {
    const values: Value[] = [];
    if (this.take(')')) return values;
    do values.push(this.comparison());
    while (this.take(',', ';'));
    if (!this.take(')')) throw new FormulaError('#ERROR!');
    return values;
  }

  private reference(text: string): Value {
    const named = /^(?:(.*)!)?/.exec(text)?.[1];
    const tab = named === undefined ? null : named.replace(/^'|'$/g, '').replace(/''/g, "'");
    const sheet = tab === null ? this.sheet : this.run.workbook.sheets.find((candidate) => candidate.name === tab);
    const reference = sheet ? parseA1(text, sheet) : null;
    if (!sheet || !reference) throw new FormulaError('#REF!');
    const { row, column, rows, columns } = reference.area;
    if (row + rows > sheet.maxRows || column + columns > sheet.maxColumns) throw new FormulaError('#REF!');
    return this.cells(sheet, row, column, rows, columns);
  }

  private cells(sheet: SheetModel, row: number, column: number, rows: number, columns: number): Value {
    if (rows === 1 && columns === 1) return cellValue(this.run, sheet, row, column);
    const cells = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => cellValue(this.run, sheet, row + r, column + c)),
    );
    return { rows: cells };
  }

  private take(...operators: string[]): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'operator' || !operators.includes(token.text)) return null;
    this.at++;
    return token.text;
  }

  private missing(what: string): NotComputed {
    return new NotComputed(`not implemented: ${what} in the formula ${this.formula}`);
  }
}

/** IF computes both branches: the functions known here have no effects, and a failing branch is rare enough. */
const FUNCTIONS: Readonly<Record<string, (list: Value[]) => Value>> = {
  HYPERLINK: (list) => list[1] ?? list[0] ?? '',
  IF: (list) => (truth(scalar(list[0] ?? null)) ? (list[1] ?? null) : (list[2] ?? false)),
  SUM: (list) => numbers(list).reduce((sum, n) => sum + n, 0),
  AVERAGE: (list) => {
    const all = numbers(list);
    if (all.length === 0) throw new FormulaError('#DIV/0!');
    return all.reduce((sum, n) => sum + n, 0) / all.length;
  },
  MIN: (list) => numbers(list).reduce((least, n) => Math.min(least, n), Number.POSITIVE_INFINITY),
  MAX: (list) => numbers(list).reduce((most, n) => Math.max(most, n), Number.NEGATIVE_INFINITY),
  COUNT: (list) => numbers(list).length,
  COUNTA: (list) => flat(list).filter((value) => value !== null).length,
};

function flat(list: Value[]): StoredValue[] {
  return list.flatMap((value) => (isMatrix(value) ? value.rows.flat() : [value]));
}

function numbers(list: Value[]): number[] {
  const all = flat(list);
  const error = all.find(isErrorText);
  if (typeof error === 'string') throw new FormulaError(error);
  return all.filter((value): value is number => typeof value === 'number');
}

function isMatrix(value: Value): value is Matrix {
  return typeof value === 'object' && value !== null;
}

function scalar(value: Value): StoredValue {
  if (isMatrix(value)) throw new FormulaError('#VALUE!');
  return value;
}

function isErrorText(value: StoredValue): boolean {
  return typeof value === 'string' && /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|ERROR!|NULL!)$/.test(value);
}

function numberOf(value: StoredValue): number {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isErrorText(value)) throw new FormulaError(value);
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  throw new FormulaError('#VALUE!');
}

function textOf(value: StoredValue): string {
  if (value === null) return '';
  if (isErrorText(value)) throw new FormulaError(String(value));
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}

function truth(value: StoredValue): boolean {
  return typeof value === 'string' ? numberOf(value) !== 0 : Boolean(value);
}

function compare(left: StoredValue, right: StoredValue, operator: string): boolean {
  const order = compareValues(left, right);
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0;
  }
}

/** Numbers come before text, text before TRUE and FALSE; text without regard to case. */
function compareValues(left: StoredValue, right: StoredValue): number {
  const a = left ?? (typeof right === 'string' ? '' : 0);
  const b = right ?? (typeof left === 'string' ? '' : 0);
  const rank = (value: string | number | boolean) => ['number', 'string', 'boolean'].indexOf(typeof value);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string')
    return a.toLowerCase() < String(b).toLowerCase() ? -1 : a.toLowerCase() > String(b).toLowerCase() ? 1 : 0;
  return Number(a) - Number(b);
}
