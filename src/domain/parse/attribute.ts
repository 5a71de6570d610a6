import type { Cell } from '../cell';
import type { ParseContext } from './context';
import { halfWidth } from './fold';
import { readList } from './list';
import * as messages from './messages';
import { isMissing } from './missing';
import { readNumber } from './number';
import { fault, MISSING, type Parsed, read } from './parsed';
import { readText } from './text';

/** `007` and `+81` are names of things. */
const NAME_OF_DIGITS = /^[-−]?0\d|^\+/;
const NUMERIC = /^[-−▲△(¥$€£₩]*[\d.]/;

/**
 * A cell of a column no dataset declares: a number where it reads as one, true or false, else text as it stands.
 * Reading what it gave, written out as text, gives the same again.
 */
export function readAttribute(value: unknown, context: ParseContext): Parsed<Cell> {
  if (isMissing(value)) return MISSING;
  if (typeof value === 'boolean') return read(value);
  if (typeof value === 'number') return losesDigits(value) ? readText(value) : readNumber(value, context);
  if (Array.isArray(value)) {
    const list = readList(value);
    return list.ok && list.value !== null ? readAttribute(list.value, context) : list;
  }
  const text = readText(value);
  if (!text.ok || text.value === null) return text;
  const half = text.value.length > 60 ? '' : halfWidth(text.value);
  if (/^(?:true|false)$/i.test(half)) return read(half.toLowerCase() === 'true');
  if (!NUMERIC.test(half) || NAME_OF_DIGITS.test(half)) return text;
  const number = readNumber(half, context);
  if (number.ok) return number.value !== null && losesDigits(number.value) ? text : number;
  if (number.code !== 'number.unreadable') return number;
  // A number in a notation the workbook does not use must not turn into one when it is read again.
  return context.decimalComma && readNumber(half, { ...context, decimalComma: false }).ok
    ? fault('number.ambiguous', messages.ambiguousNumber())
    : text;
}

/** Digits beyond 2^53 are an id, which must not be rounded. */
function losesDigits(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}
