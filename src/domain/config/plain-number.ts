import type { ParseContext } from '../parse/context';
import { readNumber } from '../parse/number';

/** Configuration reads the same in every locale: a point before decimals, commas between thousands. */
export const PLAIN: ParseContext = {
  monthFirst: true,
  decimalComma: false,
  dayAt: (instant) => Math.floor(instant / 86400000),
};

/**
 * The number of a configuration cell as people type it (full-width digits, `12,345`), null where it is none: blank,
 * words, `NaN`, 1e400. A percent sign is refused, since 50% would silently become 0.5 where 50 is meant.
 */
export function plainNumber(value: unknown): number | null {
  if (typeof value === 'string' && /[%％]/.test(value)) return null;
  const read = readNumber(value, PLAIN);
  return read.ok ? read.value : null;
}
