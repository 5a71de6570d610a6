import type { Cell } from '../../domain/cell';
import type { DatasetName } from '../../domain/datasets';
import type { Day } from '../../domain/day';
import { limitAttribute } from '../../domain/facts';
import { noteValue } from '../store/account-history';
import type { DataStore } from '../store/data-store';
import { cellsOf, noteChange } from '../store/row-history';
import { keyOf, type StoredTable } from '../store/stored-table';
import type { ReadRows } from './read-rows';

type Rows = Pick<ReadRows, 'columns' | 'rows'>;

/** What a pull is told about the past. */
export interface Keeping {
  readonly today: Day;
  /** Whether the source never brought all its rows before: they were there, only not known. */
  readonly isFirst: boolean;
  /** Whether a metric reads a column that no dataset declares. */
  readonly isRead: (dataset: DatasetName, column: string) => boolean;
}

/** Whether a cell that was empty says itself since when it holds: told late, it counts from its own day. */
function isDated(column: string, cell: Cell | undefined, today: Day): boolean {
  return column === 'closed_at' || (column === 'left_on' && Number(cell) < today);
}

/**
 * Rows made ready to take the place of the stored ones, so that past days are still read as they were: who is no longer
 * active has left on the day that this is noticed, a limit that changes stays known as of the day before, and of other rows
 * the store's history keeps how they stood. Accounts have a history of their own.
 */
export function keepPast(store: DataStore, table: StoredTable, read: Rows, keeping: Keeping): Rows {
  const { name } = table.declaration;
  if (name === 'entitlements') noteLimits(store, table, read, keeping.today);
  if (name === 'entitlements' || name === 'accounts') return read;
  const rows = name === 'contacts' ? withLeaving(table, read, keeping.today) : read;
  noteEdits(store, table, rows, keeping);
  return rows;
}

/** Books what rows are about to lose, and which of the undated ones were not there before. */
function noteEdits(
  store: DataStore,
  table: StoredTable,
  { columns, rows }: Rows,
  { today, isFirst, isRead }: Keeping,
): void {
  const { name, fields, key: keys, dated } = table.declaration;
  const isKept = (column: string): boolean => fields.some((field) => field.name === column) || isRead(name, column);
  const kept = columns.flatMap((column, at) => {
    const place = table.columns.indexOf(column);
    return place < 0 || keys.includes(column) || !isKept(column) ? [] : [{ at, place }];
  });
  const known = table.rows.size > 0 && !isFirst && dated === null;
  for (const [key, row] of rows) {
    const stored = table.rows.get(key);
    if (!stored) {
      if (known) noteChange(store.rowHistory(), name, key, null, today);
      continue;
    }
    const lost = kept.filter(({ at, place }) => {
      const was = stored[place] ?? null;
      return was !== (row[at] ?? null) && !(was === null && isDated(table.columns[place] as string, row[at], today));
    });
    if (lost.length === 0) continue;
    const was = cellsOf(
      lost.map(({ place }) => table.columns[place] as string),
      lost.map(({ place }) => stored[place] ?? null),
    );
    noteChange(store.rowHistory(), name, key, was, today);
  }
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
