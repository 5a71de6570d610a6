import type { Cell } from '../../domain/cell';
import type { Day } from '../../domain/day';
import { limitAttribute } from '../../domain/facts';
import { noteValue } from '../store/account-history';
import type { DataStore } from '../store/data-store';
import { keyOf, type StoredTable } from '../store/stored-table';
import type { ReadRows } from './read-rows';

type Rows = Pick<ReadRows, 'columns' | 'rows'>;

/**
 * Rows that say what is, not since when, made ready to take the place of the stored ones, so that past days are still
 * read as they were: who is no longer active has left on the day that this is noticed, and a limit that changes stays
 * known as of the day before.
 */
export function keepPast(store: DataStore, table: StoredTable, read: Rows, today: Day): Rows {
  if (table.declaration.name === 'contacts') return withLeaving(table, read, today);
  if (table.declaration.name === 'entitlements') noteLimits(store, table, read, today);
  return read;
}

/** Contacts with the day they left, where a source tells that they are active or not and no day of leaving. */
function withLeaving(table: StoredTable, { columns, rows }: Rows, today: Day): Rows {
  const active = columns.indexOf('active');
  if (active < 0) return { columns, rows };
  const given = columns.indexOf('left_on');
  const left = given < 0 ? columns.length : given;
  const [activeThen, leftThen] = ['active', 'left_on'].map((name) => table.columns.indexOf(name)) as [number, number];
  const dated = new Map<string, Cell[]>();
  for (const [key, row] of rows) {
    const stored = table.rows.get(key);
    const known = stored?.[leftThen] ?? null;
    const isGone = row[active] === false;
    const cameBack = !isGone && stored?.[activeThen] === false;
    const noticed = isGone && stored && stored[activeThen] !== false ? today : null;
    const kept = given < 0 ? (cameBack ? null : known) : isGone ? known : null;
    const next = [...row];
    next[left] = row[left] ?? kept ?? noticed;
    dated.set(key, next);
  }
  return { columns: given < 0 ? [...columns, 'left_on'] : columns, rows: dated };
}

/** Books limits that another number takes the place of. */
function noteLimits(store: DataStore, table: StoredTable, { columns, rows }: Rows, today: Day): void {
  const [account, measure, limit] = ['account_id', 'measure', 'limit'].map((name) => columns.indexOf(name)) as [
    number,
    number,
    number,
  ];
  const limitThen = table.columns.indexOf('limit');
  for (const [key, row] of rows) {
    const [was, is] = [table.rows.get(key)?.[limitThen], row[limit] ?? null];
    if (was === undefined || was === is) continue;
    noteValue(store.history(), keyOf(row, [account]), limitAttribute(String(row[measure])), was, is, today);
  }
}
