import type { Cell } from '../../domain/cell';
import { civil, type Day, dayOf, formatDay } from '../../domain/day';
import type { AccountHistory } from './account-history';

/** What becomes of data as they age. */
export interface Age {
  /** Rows of months before this one (`2026-01`) go into the archive. */
  readonly archiveBefore: string;
  /** Data dated before are dropped, but for what became of contracts. */
  readonly keepFrom: Day;
}

/** Nothing is archived and nothing dropped. */
export const AGELESS: Age = { archiveBefore: '', keepFrom: Number.NEGATIVE_INFINITY };

/** Months that stay in their tabs, the current one included: late corrections mostly concern these. */
const OPEN_MONTHS = 3;

/** The ages that count on a day when data are kept for so many months. */
export function ageOn(today: Day, retentionMonths: number): Age {
  return {
    archiveBefore: formatDay(monthsBefore(today, OPEN_MONTHS - 1)).slice(0, 7),
    keepFrom: monthsBefore(today, retentionMonths),
  };
}

/** Whether a cell that begins with a year and a month is of a month that is archived. */
export function isOld(cell: Cell, { archiveBefore }: Age): boolean {
  return typeof cell === 'string' && cell.slice(0, 7) < archiveBefore && /^\d{4}-\d{2}/.test(cell);
}

/** The month of a day, as texts are compared; not before the oldest that is kept. Infinite days are beyond every month. */
export function monthFrom(day: Day, { keepFrom }: Age): string {
  const from = Math.max(day, keepFrom);
  if (Number.isFinite(from)) return formatDay(from).slice(0, 7);
  return from > 0 ? '~' : '';
}

/** The first day of the month so many months before the day's. */
function monthsBefore(day: Day, months: number): Day {
  const { year, month } = civil(day);
  const count = year * 12 + month - 1 - months;
  return dayOf(Math.floor(count / 12), (count % 12) + 1, 1) as Day;
}

/** Drops changes of attributes that were overtaken before the oldest day kept: what was known on that day stays. */
export function dropOldChanges(history: AccountHistory, { keepFrom }: Age): void {
  for (const [key, changes] of history.changes) {
    const known = new Set<string>();
    const kept = [...changes].reverse().filter(({ day, column }) => {
      if (day > keepFrom) return true;
      if (known.has(column)) return false;
      known.add(column);
      return true;
    });
    if (kept.length === changes.length) continue;
    history.changes.set(key, kept.reverse());
    history.changed = true;
  }
}
