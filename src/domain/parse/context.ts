import type { Day } from '../day';

/** How the workbook reads what people write. Made once per reading; holds the caches that reading fills. */
export interface ParseContext {
  /** `1/5/2026` is 5 January where true, 1 May where false. */
  readonly monthFirst: boolean;
  /** `1,5` is one and a half where true. */
  readonly decimalComma: boolean;
  /** The day of an instant (milliseconds since 1970) in the workbook's zone. */
  dayAt(instant: number): Day;
}

const DAY_MILLISECONDS = 86400000;
/** Zones change their offset at quarters of an hour of universal time only. */
const QUARTER = 900000;

/**
 * A context for a workbook: `zone` an IANA name, `locale` BCP 47. Throws a RangeError where the platform knows no such
 * zone or locale.
 */
export function parseContext(zone: string, locale: string): ParseContext {
  const civil = new Intl.DateTimeFormat('en-US-u-ca-gregory-hc-h23', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsets = new Map<number, number>();
  const offsetAt = (quarter: number): number => {
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const part = new Map<string, number>();
    for (const { type, value } of civil.formatToParts(quarter * QUARTER)) part.set(type, Number(value));
    const field = (name: string): number => part.get(name) ?? 0;
    const wall = Date.UTC(
      field('year'),
      field('month') - 1,
      field('day'),
      field('hour'),
      field('minute'),
      field('second'),
    );
    const offset = wall - quarter * QUARTER;
    offsets.set(quarter, offset);
    return offset;
  };
  return {
    monthFirst: isMonthFirst(locale),
    decimalComma: new Intl.NumberFormat(locale).format(1.5).includes(','),
    dayAt: (instant) => Math.floor((instant + offsetAt(Math.floor(instant / QUARTER))) / DAY_MILLISECONDS),
  };
}

function isMonthFirst(locale: string): boolean {
  const order = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' })
    .formatToParts(0)
    .map((part) => part.type);
  return order.indexOf('month') < order.indexOf('day');
}
