import type { DatasetDeclaration } from '../../domain/datasets';
import { civil, type Day, dayOf, formatDay } from '../../domain/day';
import type { AccountHistory } from './account-history';
import type { StoredTable } from './stored-table';
import type { UsageBook } from './usage-book';

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

/** The first day of the month so many months before the day's. */
function monthsBefore(day: Day, months: number): Day {
  const { year, month } = civil(day);
  const count = year * 12 + month - 1 - months;
  return dayOf(Math.floor(count / 12), (count % 12) + 1, 1) as Day;
}

/** Datasets that answer what became of contracts: few rows, and the score is checked against them. */
const KEPT: readonly DatasetDeclaration['name'][] = ['revenue', 'outcomes'];

/** Drops rows of a dated table that are too old; marks it as changed where there were any. */
export function dropOldRows(table: StoredTable, { keepFrom }: Age): void {
  const { dated, name } = table.declaration;
  if (dated === null || KEPT.includes(name)) return;
  const at = table.columns.indexOf(dated);
  for (const [key, row] of table.rows) {
    const day = row[at];
    if (typeof day !== 'number' || day >= keepFrom) continue;
    table.rows.delete(key);
    table.changed = true;
  }
}

/** Drops usage that is too old; answers whether there was any. */
export function dropOldUsage(book: UsageBook, { keepFrom }: Age): boolean {
  let dropped = false;
  for (const { users } of book.values()) {
    for (const measures of users.values()) {
      for (const { firstDay, length, values } of measures.values()) {
        const old = Math.min(length, keepFrom - firstDay);
        for (let at = 0; at < old; at++) {
          if (Number.isNaN(values[at] as number)) continue;
          values[at] = Number.NaN;
          dropped = true;
        }
      }
    }
  }
  return dropped;
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
