import type { Cell, Grid, Row } from '../../domain/cell';
import type { Field } from '../../domain/datasets';
import { type Day, formatDay } from '../../domain/day';
import type { AttributeChange } from '../../domain/facts';
import { readAttribute } from '../../domain/parse/attribute';
import type { ParseContext } from '../../domain/parse/context';
import { readDay } from '../../domain/parse/day';
import { readField } from '../../domain/parse/field';
import type { StoredTable } from './stored-table';

/** Changes of accounts' attributes: by account (the table's key), oldest first. */
export interface AccountHistory {
  readonly changes: Map<string, AttributeChange[]>;
  changed: boolean;
}

/** Reads the Account History tab (the header first). `unreadable` gets the row (0 is the header) and the column's place. */
export function readAccountHistory(
  grid: Grid | null,
  fields: readonly Field[],
  keyOfAccount: (accountId: string) => string,
  context: ParseContext,
  unreadable: (row: number, column: number, value: Cell) => void,
): AccountHistory {
  const changes = new Map<string, AttributeChange[]>();
  const byName = new Map(fields.map((field) => [field.name, field]));
  for (let at = 1; at < (grid?.length ?? 0); at += 1) {
    const row = grid?.[at] as Row;
    if (row.every((cell) => cell === null || cell === '')) continue;
    const [account, date, column, written] = row;
    const day = readDay(date, context);
    if (account === null || account === '' || column === null || column === '' || !day.ok || day.value === null) {
      unreadable(at, account === null || account === '' ? 0 : column === null || column === '' ? 2 : 1, date ?? null);
      continue;
    }
    const field = byName.get(String(column));
    const value = field ? readField(field, written, context) : readAttribute(written, context);
    if (value.ok)
      push(changes, keyOfAccount(String(account)), { day: day.value, column: String(column), value: value.value });
    else unreadable(at, 3, written ?? null);
  }
  let changed = false;
  for (const [key, list] of changes) {
    list.sort((a, b) => a.day - b.day);
    const once = onceEach(list);
    changed = changed || once.length < list.length;
    changes.set(key, once);
  }
  return { changes, changed };
}

/** Without what stands twice, as after a write that was stopped; the last one counts. */
function onceEach(list: AttributeChange[]): AttributeChange[] {
  return list.filter(({ day, column }, at) => {
    for (let next = at + 1; list[next]?.day === day; next++) if (list[next]?.column === column) return false;
    return true;
  });
}

function push(changes: Map<string, AttributeChange[]>, key: string, change: AttributeChange): void {
  const list = changes.get(key);
  if (list) list.push(change);
  else changes.set(key, [change]);
}

/**
 * Books what changed in `columns` since the history's last known value, as of `today`. An account seen for the first time
 * gets a baseline of what is known of it. Where a column that existed was empty before, that is booked as of the day the
 * account was first seen: without it the past would borrow today's value. `columnsBefore` are the columns of the table
 * before the pull.
 */
export function noteChanges(
  history: AccountHistory,
  table: StoredTable,
  columns: readonly string[],
  columnsBefore: ReadonlySet<string>,
  today: Day,
): void {
  const places = columns.map((name) => table.columns.indexOf(name)).filter((place) => place > 0);
  for (const [key, row] of table.rows) {
    const list = history.changes.get(key);
    if (!list) {
      const known = places.filter((place) => row[place] !== null && row[place] !== undefined);
      // An account of which nothing is known still has a first day.
      const baseline = (known.length > 0 ? known : [0]).map((place) => change(today, table, row, place));
      history.changes.set(key, baseline);
      history.changed = true;
      continue;
    }
    const firstSeen = list[0]?.day ?? today;
    const last = new Map<string, Cell>();
    for (const { column, value } of list) last.set(column, value);
    for (const place of places) {
      const name = table.columns[place] as string;
      const value = row[place] ?? null;
      const known = last.get(name);
      if (known === undefined ? value === null : known === value) continue;
      if (known === undefined && columnsBefore.has(name) && firstSeen < today) {
        list.push({ day: firstSeen, column: name, value: null });
      }
      const sameDay = list.findIndex((entry) => entry.day === today && entry.column === name);
      if (sameDay >= 0) list.splice(sameDay, 1);
      list.push(change(today, table, row, place));
      history.changed = true;
    }
    list.sort((a, b) => a.day - b.day);
  }
}

/** Books that a value takes the place of another one as of `today`; what was before is known from the day before at the latest. */
export function noteValue(history: AccountHistory, key: string, column: string, was: Cell, is: Cell, today: Day): void {
  const list = (history.changes.get(key) ?? []).filter((entry) => entry.day !== today || entry.column !== column);
  if (!list.some((entry) => entry.column === column)) list.push({ day: today - 1, column, value: was });
  list.push({ day: today, column, value: is });
  history.changes.set(
    key,
    list.sort((a, b) => a.day - b.day),
  );
  history.changed = true;
}

function change(day: Day, table: StoredTable, row: Row, place: number): AttributeChange {
  return { day, column: table.columns[place] as string, value: row[place] ?? null };
}

/** The history as rows of its tab: by day, account and column, so that a day adds at the end; values as text, days as ISO. */
export function historyRows(history: AccountHistory, table: StoredTable): Grid {
  const days = new Set(
    table.declaration.fields.filter(({ type }) => type === 'day' || type === 'moment').map(({ name }) => name),
  );
  const byDay = new Map<Day, Row[]>();
  for (const key of [...history.changes.keys()].sort()) {
    const accountId = table.rows.get(key)?.[0] ?? key;
    const list = [...(history.changes.get(key) as AttributeChange[])];
    list.sort((a, b) => a.day - b.day || (a.column < b.column ? -1 : a.column > b.column ? 1 : 0));
    for (const { day, column, value } of list) {
      const written = typeof value === 'number' && days.has(column) ? formatDay(value) : value;
      const row = [accountId, formatDay(day), column, written === null ? null : String(written)];
      const rows = byDay.get(day);
      if (rows) rows.push(row);
      else byDay.set(day, [row]);
    }
  }
  return [...byDay.keys()].sort((a, b) => a - b).flatMap((day) => byDay.get(day) ?? []);
}
