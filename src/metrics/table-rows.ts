import type { Cell } from '../domain/cell';
import type { MetricDataset } from '../domain/config/config';
import { DATASETS } from '../domain/datasets';
import type { Day } from '../domain/day';
import { holds } from '../domain/expression/evaluate';
import { foldColumn } from '../domain/expression/plain-text';
import { type FactTable, stood } from '../domain/facts';
import { NO_DAY } from './readings';
import type { Read, Rows, Scan } from './scan';

/** Columns that say when something happened to a row after it began; later than the day, it has not happened yet. */
const EVENTS: Partial<Record<MetricDataset, readonly string[]>> = {
  contacts: ['left_on'],
  tickets: ['closed_at'],
  goals: ['done_on'],
};

/** Columns known only from the day in another column; before it they are empty. */
const KNOWN_FROM: Partial<Record<MetricDataset, Readonly<Record<string, string>>>> = {
  tickets: { csat: 'closed_at' },
  goals: { actual: 'done_on' },
};

/** The column that dates the rows of a table which declares none. */
const BEGINS: Partial<Record<MetricDataset, string>> = { goals: 'agreed_on' };

/** The last day a row holds, in this column. */
const EXPIRES: Partial<Record<MetricDataset, string>> = { pulses: 'expiry_date' };

/** One dataset's rows, account by account; shared by all metrics that read it. */
export interface TableFacts {
  readonly dataset: MetricDataset;
  /** Whether rows have dates. */
  readonly dated: boolean;
  /** False where there is no row at all, at any time. */
  readonly filled: boolean;
  /** Whether any row was there by the end of a day. */
  live(end: Day): boolean;
  /** The newest day of any row up to the as-of day. */
  readonly newest: Day;
  /** Whether the row stood so at the end of a day. */
  stood(row: readonly Cell[], end: Day): boolean;
  /** Reads a column as it stood at the end of the scan's day; null where the table has no such column. */
  read(column: string): Read | null;
  /** True for a column that the dataset declares, though this table may lack it. */
  declares(column: string): boolean;
  /** Rows of an account, oldest first, with their days. The same object while the account stays the same. */
  of(accountId: string): DatedRows;
}

interface DatedRows {
  readonly rows: readonly (readonly Cell[])[];
  /** Day of each row, NO_DAY for an undated one. */
  readonly days: Int32Array;
}

/** The place of a column that the table lacks; reading it gives nothing. */
const NOWHERE = -1;

/** Prepares a table for reading as of days up to `asOf`. */
export function tableFacts(dataset: MetricDataset, table: FactTable, asOf: Day): TableFacts {
  const places = new Map(table.columns.map((name, place) => [foldColumn(name), place]));
  const dateColumn = table.dated >= 0 ? table.dated : (places.get(BEGINS[dataset] ?? '') ?? NOWHERE);
  let accountAtHand: string | null = null;
  let rowsAtHand: DatedRows = { rows: [], days: new Int32Array(0) };
  const of = (accountId: string): DatedRows => {
    if (accountId !== accountAtHand) {
      accountAtHand = accountId;
      rowsAtHand = datedRows(table.byAccount.get(accountId) ?? [], dateColumn);
    }
    return rowsAtHand;
  };
  const declared = DATASETS.find(({ name }) => name === dataset)?.fields.map(({ name }) => name) ?? null;
  return {
    dataset,
    dated: dateColumn >= 0,
    ...extent(table, dateColumn, asOf),
    of,
    stood: (row, end) => stood(table, row, end),
    read: (column) => columnReader(dataset, places, foldColumn(column)),
    declares: (column) => declared?.includes(foldColumn(column)) ?? false,
  };
}

/** The rows of a table that a metric's filter lets in. */
export function tableRows(table: TableFacts, filter: Read | null, scan: Scan): Rows {
  const expires = table.read(EXPIRES[table.dataset] ?? '');
  return {
    newest: table.dated ? table.newest : NO_DAY,
    enter(accountId) {
      scan.accountId = accountId;
    },
    live: table.live,
    visit(from, to, end, take) {
      const { rows, days } = table.of(scan.accountId);
      scan.end = end;
      for (let at = firstFrom(days, from); at < rows.length && (days[at] as number) <= to; at++) {
        scan.row = rows[at] as readonly Cell[];
        scan.day = days[at] as number;
        if (!table.stood(scan.row, end) || (expires !== null && isBefore(expires(scan), end))) continue;
        if (filter === null || holds(filter(scan))) take.row(scan);
      }
    },
    rowDay(day) {
      const { days } = table.of(scan.accountId);
      const after = firstFrom(days, day + 1);
      return after > 0 ? (days[after - 1] as number) : NO_DAY;
    },
    changed: () => NO_DAY,
  };
}

function columnReader(dataset: MetricDataset, places: ReadonlyMap<string, number>, name: string): Read | null {
  if (name === 'as_of') return ({ end }) => end;
  const place = places.get(name);
  if (dataset === 'contacts' && name === 'active')
    return activeReader(place ?? NOWHERE, places.get('left_on') ?? NOWHERE);
  if (place === undefined) return name === 'account_id' ? ({ accountId }) => accountId : null;
  const plain: Read = ({ row }) => row[place] ?? null;
  if (EVENTS[dataset]?.includes(name)) {
    return (scan) => {
      const happened = plain(scan);
      return typeof happened === 'number' && happened > scan.end ? null : happened;
    };
  }
  const since = places.get(KNOWN_FROM[dataset]?.[name] ?? '');
  return since === undefined ? plain : (scan) => (Number(scan.row[since]) > scan.end ? null : plain(scan));
}

/** A contact is there until the day it left; where no such day is known, as its flag says, and else it is there. */
function activeReader(flag: number, left: number): Read {
  return ({ row, end }) => {
    const leftOn = row[left];
    return typeof leftOn === 'number' ? leftOn > end : (row[flag] ?? true);
  };
}

function datedRows(rows: readonly (readonly Cell[])[], dateColumn: number): DatedRows {
  const days = new Int32Array(rows.length);
  let sorted = true;
  for (let at = 0; at < rows.length; at++) {
    days[at] = dayOfRow(rows[at] as readonly Cell[], dateColumn);
    if (at > 0 && (days[at - 1] as number) > (days[at] as number)) sorted = false;
  }
  if (sorted) return { rows, days };
  const order = rows.map((_, at) => at).sort((a, b) => (days[a] as number) - (days[b] as number) || a - b);
  return {
    rows: order.map((at) => rows[at] as readonly Cell[]),
    days: Int32Array.from(order, (at) => days[at] as number),
  };
}

function dayOfRow(row: readonly Cell[], dateColumn: number): Day {
  const cell = row[dateColumn];
  return typeof cell === 'number' ? Math.floor(cell) : NO_DAY;
}

function extent(table: FactTable, dateColumn: number, asOf: Day): Pick<TableFacts, 'filled' | 'live' | 'newest'> {
  const { byAccount, held } = table;
  let oldest = Number.POSITIVE_INFINITY;
  let newest = NO_DAY;
  let filled = false;
  const changed: (readonly [from: Day, until: Day])[] = [];
  for (const rows of byAccount.values()) {
    for (const row of rows) {
      const day = dayOfRow(row, dateColumn);
      const days = held?.get(row);
      filled = true;
      if (days) changed.push([Math.max(day, days.from), days.until]);
      else oldest = Math.min(oldest, day);
      if (day <= asOf && day > newest && stood(table, row, asOf)) newest = day;
    }
  }
  const live = (end: Day): boolean => oldest <= end || changed.some(([from, until]) => from <= end && end < until);
  return { filled, live, newest };
}

/** The first index whose day is not before `from`. */
function firstFrom(days: Int32Array, from: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(cell: Cell, end: Day): boolean {
  return typeof cell === 'number' && cell < end;
}
