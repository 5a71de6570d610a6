import type { ParseContext } from './context';
import { halfWidth } from './fold';
import * as messages from './messages';
import { isMissing } from './missing';
import { fault, MISSING, type Parsed, read } from './parsed';

/** What programs write: digits, a point, an exponent. */
const PLAIN = /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** What people write: digits in groups, `12,345.6`, `12 345,6`, `1'234`. */
const GROUPED_POINT = /^[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/;
const GROUPED_COMMA = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
const GROUPED_SPACE = /^\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?$/;
const COMMA = /^\d+,\d+$/;
/** Either one and a bit, or a thousand and a bit. */
const AMBIGUOUS = /^[1-9]\d{0,2}\.\d{3}$/;
const CURRENCY = /^(?:[¥$€£₩]|jpy|usd|eur|gbp)\s*|\s*(?:円|ドル|ユーロ|[¥$€£₩]|jpy|usd|eur|gbp)$/gi;
/** Longer text is no number a person or a program wrote. */
const LONGEST = 60;

/**
 * A number as people, sheets and programs write it: `12,345`, `１２３`, `¥1,200`, `▲5`, `(5)`, and `50%`, which is 0.5 as
 * in a sheet. Null where nothing was said. A number too large to hold is a fault, as is any other text.
 */
export function readNumber(value: unknown, context: ParseContext): Parsed<number | null> {
  if (typeof value === 'number') return finite(value);
  if (isMissing(value)) return MISSING;
  if (typeof value !== 'string' || value.length > LONGEST) return fault('number.unreadable', messages.notANumber());
  if (!context.decimalComma && PLAIN.test(value)) return finite(Number(value));
  const { digits, negative, percent } = unwrap(halfWidth(value));
  const plain = plainDigits(digits, context.decimalComma);
  if (plain === 'ambiguous') return fault('number.ambiguous', messages.ambiguousNumber());
  if (plain === null) return fault('number.unreadable', messages.notANumber());
  // The point moves in the text: 12.3 / 100 would not be the double nearest to 0.123.
  const size = Number(percent ? shiftedByTwo(plain) : plain);
  return finite(negative ? -size : size);
}

function finite(value: number): Parsed<number> {
  // Adding 0 turns -0 into 0, which a cell cannot tell apart.
  return Number.isFinite(value) ? read(value + 0) : fault('number.overflow', messages.numberTooLarge());
}

/** Takes sign, currency and percent sign off. */
function unwrap(text: string): { digits: string; negative: boolean; percent: boolean } {
  let digits = text.replace(CURRENCY, '');
  let negative = false;
  if (/^\(.*\)$/.test(digits)) {
    negative = true;
    digits = digits.slice(1, -1).replace(CURRENCY, '');
  } else if (/^[-−–▲△]/.test(digits)) {
    negative = true;
    digits = digits.slice(1).replace(CURRENCY, '');
  } else if (digits.startsWith('+')) {
    digits = digits.slice(1);
  }
  const percent = digits.endsWith('%');
  return { digits: (percent ? digits.slice(0, -1) : digits).trim(), negative, percent };
}

/** The digits as a program would write them; null where they are none. */
function plainDigits(digits: string, decimalComma: boolean): string | null {
  if (GROUPED_SPACE.test(digits)) return digits.replace(/[ '’]/g, '').replace(',', '.');
  if (decimalComma) {
    if (AMBIGUOUS.test(digits)) return 'ambiguous';
    if (GROUPED_COMMA.test(digits)) return digits.replace(/\./g, '').replace(',', '.');
    if (COMMA.test(digits)) return digits.replace(',', '.');
  } else if (GROUPED_POINT.test(digits)) {
    return digits.replace(/,/g, '');
  }
  return PLAIN.test(digits) ? digits : null;
}

function shiftedByTwo(plain: string): string {
  const [mantissa, exponent] = plain.toLowerCase().split('e');
  return `${mantissa}e${Number(exponent ?? 0) - 2}`;
}
