import { parseDay } from '../domain/day';
import type { Locale } from '../domain/text';

/** `3.2`; at most one decimal, so that a list of points lines up. */
export function decimal(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

/** `+3.2`, `−3.2`; null where the change rounds to nothing. */
export function signed(value: number, locale: Locale): string | null {
  const shown = decimal(Math.abs(value), locale);
  if (shown === decimal(0, locale)) return null;
  return `${value > 0 ? '+' : '−'}${shown}`;
}

/** `92%` of 92. */
export function percent(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value / 100,
  );
}

/** `Jan 31, 2026` or `2026年1月31日` of `2026-01-31`. */
export function calendarDay(day: string, locale: Locale): string {
  return dated(day, locale, { year: 'numeric', month: 'short', day: 'numeric' });
}

/** `Jan 31, 9:30 AM` or `1/31 9:30` of the workbook's wall clock, `2026-01-31T09:30:00`. */
export function moment(wallClock: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    month: locale === 'ja' ? 'numeric' : 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(new Date(`${wallClock}Z`));
}

/** `1,204`; up to two decimals where there are any. */
export function plain(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

/** `1.2M`, `120万`: amounts of money whose currency only the workbook knows. */
export function amount(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** `Jan 31` or `1月31日` of `2026-01-31`. */
export function shortDay(day: string, locale: Locale): string {
  return dated(day, locale, { month: 'short', day: 'numeric' });
}

/** What people typed and is no day stays as it is. */
function dated(day: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  if (parseDay(day) === null) return day;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
    new Date(`${day.slice(0, 10)}T00:00:00Z`),
  );
}
