import type { Cell, Grid, Row } from '../../domain/cell';
import { civil, type Day, dayOf, daysInMonth, formatDay } from '../../domain/day';
import { type GrowingSeries, type MeasureSeries, measuresOf, setValue, type UsageBook } from './usage-book';

/** A row of the Usage tab that cannot be read: column and place in the grid (row 0 is the header). */
export interface UnreadableUsage {
  readonly row: number;
  readonly column: number;
  readonly value: Cell;
}

const [ACCOUNT, USER, MEASURE, MONTH, DAYS] = [1, 2, 3, 4, 5] as const;

/**
 * Usage as rows of the Usage tab, ordered by month, account, measure and user: equal usage gives equal rows whatever the
 * order in which it came, and a day changes only the rows of its month, which stand together. Months before `fromMonth`
 * are left out.
 */
export function usageRows(book: UsageBook, fromMonth: string = ''): Grid {
  const byMonth = new Map<string, Row[]>();
  const accounts = [...book.values()].sort((a, b) => compare(a.accountId, b.accountId));
  for (const { accountId, users } of accounts) {
    const series: { userId: string; measure: string; series: GrowingSeries }[] = [];
    for (const [userId, measures] of users) {
      for (const [measure, values] of measures) series.push({ userId, measure, series: values });
    }
    series.sort((a, b) => compare(a.measure, b.measure) || compare(a.userId, b.userId));
    for (const { userId, measure, series: values } of series) {
      for (const { month, days } of packMonths(values, fromMonth)) {
        const row = [`${accountId}|${measure}|${userId}|${month}`, accountId, userId, measure, month, days];
        const rows = byMonth.get(month);
        if (rows) rows.push(row);
        else byMonth.set(month, [row]);
      }
    }
  }
  return [...byMonth.keys()].sort().flatMap((month) => byMonth.get(month) ?? []);
}

/** A series cut into months: `3,0,,5` for days 1 to 4, trailing gaps dropped, months without a value left out. */
export function packMonths(series: GrowingSeries, fromMonth: string = ''): { month: string; days: string }[] {
  const months: { month: string; days: string }[] = [];
  const end = series.firstDay + series.length;
  const from = monthOf(fromMonth)?.first ?? series.firstDay;
  for (let day = Math.max(series.firstDay, from); day < end; ) {
    const { year, month, date } = civil(day);
    const first = day - date + 1;
    const length = daysInMonth(year, month);
    const days = daysText(series, first, length);
    if (days !== '') months.push({ month: monthAt(day), days });
    day = first + length;
  }
  return months;
}

/** The days of one month; '' where it has no value. */
export function daysOfMonth(series: GrowingSeries, month: string): string {
  const found = monthOf(month);
  return found === null ? '' : daysText(series, found.first, found.length);
}

function daysText({ firstDay, length, values }: GrowingSeries, first: Day, count: number): string {
  let days = '';
  let gap = '';
  for (let day = first; day < first + count && day < firstDay + length; day += 1) {
    const value = day < firstDay ? Number.NaN : (values[day - firstDay] as number);
    if (!Number.isNaN(value)) {
      days += gap + String(value);
      gap = '';
    }
    gap += ',';
  }
  return days;
}

/** The month of a day, `2026-01`. */
export function monthAt(day: Day): string {
  return formatDay(day).slice(0, 7);
}

/** First day and length of `2026-01`; null for anything else. */
export function monthOf(text: string): { readonly first: Day; readonly length: number } | null {
  const match = /^(\d{4})-(\d{2})(?:-01)?(?:T|$)/.exec(text);
  const first = match ? dayOf(Number(match[1]), Number(match[2]), 1) : null;
  return first === null ? null : { first, length: daysInMonth(Number(match?.[1]), Number(match?.[2])) };
}

/** Sets the days of a month from their text; false where a part of it is no number. */
export function readDays(
  measures: MeasureSeries,
  measure: string,
  { first, length }: { readonly first: Day; readonly length: number },
  text: string,
): boolean {
  if (text === '') return true;
  const days = text.split(',');
  let sound = days.length <= length;
  for (let at = 0; at < days.length && at < length; at += 1) {
    const day = days[at] as string;
    if (day === '') continue;
    const value = Number(day);
    if (Number.isFinite(value)) setValue(measures, measure, first + at, value);
    else sound = false;
  }
  return sound;
}

/** Reads the rows of the Usage tab (the header first) into a book; what cannot be read is told and left out. */
export function readUsageRows(grid: Grid, unreadable: (fault: UnreadableUsage) => void): UsageBook {
  const book: UsageBook = new Map();
  for (let row = 1; row < grid.length; row += 1) {
    const cells = grid[row] as Row;
    const accountId = textOf(cells[ACCOUNT]);
    const measure = textOf(cells[MEASURE]);
    const month = monthOf(textOf(cells[MONTH]));
    if (accountId === '' || measure === '' || month === null) {
      if (cells.some((cell) => textOf(cell) !== '')) {
        const column = accountId === '' ? ACCOUNT : measure === '' ? MEASURE : MONTH;
        unreadable({ row, column, value: cells[column] ?? null });
      }
      continue;
    }
    const measures = measuresOf(book, accountId, textOf(cells[USER]));
    const sound = readDays(measures, measure, month, textOf(cells[DAYS]));
    if (!sound) unreadable({ row, column: DAYS, value: cells[DAYS] ?? null });
  }
  return book;
}

function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

/** By code units: the same order everywhere. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
