import type { Cell } from '../cell';
import { type Comparison, compare, isEmpty, isPart, numberOf } from './compare';
import type { BinaryOperator, Expression } from './expression';

/** Gives the cell of a column; columns are asked for by the name the expression uses. Unknown columns are null. */
export type Accessor = (column: string) => Cell;

/**
 * The expression as a function of a row's accessor. A missing value (null, blank text) compares false with everything,
 * `!=` too, except that `= ''` and `!= ''` (or `null`) ask whether it is empty; so `not (plan = 'Pro')` holds where
 * the plan is unknown and `plan != 'Pro'` does not. Arithmetic with a missing or unreadable value is null.
 */
export function compileExpression(expression: Expression): (column: Accessor) => Cell {
  return bindExpression<Accessor>(expression, (name) => (column) => column(name));
}

/** Like `compileExpression` over rows of any shape: `reader` finds a column once, its result reads it from each row. */
export function bindExpression<R>(
  expression: Expression,
  reader: (name: string) => (row: R) => Cell,
): (row: R) => Cell {
  switch (expression.op) {
    case 'value': {
      const { value } = expression;
      return () => value;
    }
    case 'column':
      return reader(expression.name);
    case 'list':
      return () => null;
    case 'not': {
      const of = bindExpression(expression.of, reader);
      return (row) => !holds(of(row));
    }
    case 'negate': {
      const of = bindExpression(expression.of, reader);
      return (row) => arithmetic('-', 0, of(row));
    }
    default:
      return bindBinary(expression.op, expression.left, expression.right, reader);
  }
}

/** Whether a result counts as true: not empty, not 0, not the text `false`. */
export function holds(value: Cell): boolean {
  if (typeof value === 'string') return !isEmpty(value) && value.trim().toLowerCase() !== 'false';
  return value !== null && value !== false && value !== 0;
}

/** Columns the expression reads, each once, as written, in order of appearance. */
export function columnsOf(expression: Expression): string[] {
  const names: string[] = [];
  collect(expression, names);
  return Array.from(new Set(names));
}

function collect(expression: Expression, names: string[]): void {
  if (expression.op === 'column') names.push(expression.name);
  else if (expression.op === 'list') for (const item of expression.items) collect(item, names);
  else if (expression.op === 'not' || expression.op === 'negate') collect(expression.of, names);
  else if ('left' in expression) {
    collect(expression.left, names);
    collect(expression.right, names);
  }
}

function bindBinary<R>(
  operator: BinaryOperator,
  leftSide: Expression,
  rightSide: Expression,
  reader: (name: string) => (row: R) => Cell,
): (row: R) => Cell {
  if (operator === 'in' || operator === 'has') {
    const items = rightSide.op === 'list' ? rightSide.items : [rightSide];
    const tests = items.map((item) => bindTest(operator === 'in' ? '=' : 'has', leftSide, item, reader));
    return (row) => tests.some((test) => test(row));
  }
  if (operator === '+' || operator === '-' || operator === '*' || operator === '/') {
    const left = bindExpression(leftSide, reader);
    const right = bindExpression(rightSide, reader);
    return (row) => arithmetic(operator, left(row), right(row));
  }
  if (operator === 'and' || operator === 'or') {
    const left = bindExpression(leftSide, reader);
    const right = bindExpression(rightSide, reader);
    return operator === 'and'
      ? (row) => holds(left(row)) && holds(right(row))
      : (row) => holds(left(row)) || holds(right(row));
  }
  return bindTest(operator, leftSide, rightSide, reader);
}

/** A comparison; beside a written `''` or `null` it asks whether the other side is empty. */
function bindTest<R>(
  operator: Comparison | 'has',
  leftSide: Expression,
  rightSide: Expression,
  reader: (name: string) => (row: R) => Cell,
): (row: R) => boolean {
  const left = bindExpression(leftSide, reader);
  const right = bindExpression(rightSide, reader);
  const asked = isEmptyValue(rightSide) ? left : isEmptyValue(leftSide) ? right : null;
  if (asked && operator === '!=') return (row) => !isEmpty(asked(row));
  if (asked && (operator === '=' || operator === 'has')) return (row) => isEmpty(asked(row));
  const test = (a: Cell, b: Cell): boolean => (operator === 'has' ? isPart(a, b) : compare(operator, a, b));
  if (rightSide.op !== 'value') return (row) => test(left(row), right(row));
  const { value } = rightSide;
  const known = remembered((cell) => test(cell, value));
  return (row) => known(left(row));
}

/** Texts whose result is kept: columns that conditions ask about seldom hold more. */
const MOST_REMEMBERED = 500;

/** The test with its results by text: columns repeat a few texts over and over, and comparing texts is slow. */
function remembered(test: (cell: Cell) => boolean): (cell: Cell) => boolean {
  const results = new Map<string, boolean>();
  return (cell) => {
    if (typeof cell !== 'string') return test(cell);
    let result = results.get(cell);
    if (result === undefined) {
      result = test(cell);
      if (results.size < MOST_REMEMBERED) results.set(cell, result);
    }
    return result;
  };
}

function isEmptyValue(expression: Expression): boolean {
  return expression.op === 'value' && isEmpty(expression.value);
}

function arithmetic(operator: '+' | '-' | '*' | '/', leftCell: Cell, rightCell: Cell): Cell {
  const left = numberOf(leftCell);
  const right = numberOf(rightCell);
  if (left === null || right === null) return null;
  const result =
    operator === '+' ? left + right : operator === '-' ? left - right : operator === '*' ? left * right : left / right;
  return Number.isFinite(result) ? result : null;
}
