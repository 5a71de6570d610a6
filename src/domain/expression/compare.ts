import type { Cell } from '../cell';
import { PLAIN } from '../config/plain-number';
import { parseDay } from '../day';
import { readNumber } from '../parse/number';
import { fold } from './plain-text';

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Null or blank text. */
export function isEmpty(value: Cell): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/**
 * Compares two cells. Text with text ignores case, width and outer spaces; text beside a number is read as a number,
 * an ISO date as the number of its day; true and false beside text are the words, beside a number 1 and 0. An empty
 * cell compares false, whatever is asked.
 */
export function compare(operator: Comparison, left: Cell, right: Cell): boolean {
  if (isEmpty(left) || isEmpty(right)) return false;
  const order = orderOf(left, right);
  if (order === null) return operator === '!=';
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Whether one of the parts of a list (parted by `;` or `,`) is the other value. */
export function isPart(list: Cell, part: Cell): boolean {
  if (typeof list !== 'string') return compare('=', list, part);
  return list.split(/[;,]/).some((one) => compare('=', one, part));
}

/**
 * A number, a text that people would read as one (`12,345`, `１２３`), an ISO date (as its day) or a flag (1, 0) as a
 * number; null for anything else.
 */
export function numberOf(value: Cell): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null) return null;
  const read = readNumber(value, PLAIN);
  return read.ok ? read.value : parseDay(fold(value).toUpperCase());
}

/** Negative, zero or positive; null where the two cannot be put in order. */
function orderOf(left: Cell, right: Cell): number | null {
  if (typeof left === 'string' || typeof right === 'string') {
    if (typeof left === 'number' || typeof right === 'number') {
      const a = numberOf(left);
      const b = numberOf(right);
      return a === null || b === null ? null : a - b;
    }
    if (left === right) return 0;
    const a = fold(String(left));
    const b = fold(String(right));
    return a < b ? -1 : a > b ? 1 : 0;
  }
  return Number(left) - Number(right);
}
