import type { Cell } from '../../src/domain/cell';
import type { Aggregate, Compare, MetricDataset } from '../../src/domain/config/config';
import type { Day } from '../../src/domain/day';
import type { FlatFacts, FlatRow, MetricRow } from './facts';

/**
 * Readings the slow way: every question goes through all flat rows again, nothing is prepared, filters and fields are
 * plain functions beside the text that the product parses.
 */
export interface Case {
  readonly dataset: MetricDataset;
  readonly aggregate: Aggregate;
  readonly field: { readonly text: string; readonly of: (row: Row) => Cell; readonly by?: (row: Row) => Cell };
  /** `measures` are those a condition on the measure alone lets in. */
  readonly filter: {
    readonly text: string;
    readonly holds: (row: Row) => boolean;
    readonly measures?: readonly string[];
  };
  readonly windowDays: number | null;
  readonly compare: Compare;
  readonly carryDays: number | null;
}

/** A row as it stands at the end of a day. */
export type Row = Readonly<Record<string, Cell>>;

/** The case as a row of the Metrics tab. */
export function metricRow(one: Case): MetricRow {
  return {
    dataset: one.dataset,
    aggregate: one.aggregate,
    field: one.field.text,
    filter: one.filter.text,
    windowDays: one.windowDays,
    compare: one.compare,
    missing: one.carryDays === null ? 'exclude' : 'carry',
    missingDays: one.carryDays ?? 0,
  };
}

export const BASELINE_DAYS = 25;

/** The column that dates a dataset's rows; '' where they have no date. */
const DATED: Readonly<Record<MetricDataset, string>> = {
  accounts: '',
  contacts: '',
  entitlements: '',
  usage: 'date',
  touches: 'at',
  surveys: 'at',
  tickets: 'opened_at',
  revenue: 'at',
  outcomes: 'at',
  pulses: 'at',
  goals: 'agreed_on',
};

/** The reading of every account; null where it is missing. */
export function reference(
  flat: FlatFacts,
  one: Case,
  accounts: readonly string[],
  segments: readonly number[],
  asOf: Day,
) {
  const own = accounts.map((account) => carried(flat, one, account, asOf));
  if (one.compare !== 'peers') return own;
  return own.map((value, at) => {
    if (value === null) return null;
    const peers = own.filter((peer, other): peer is number => peer !== null && segments[other] === segments[at]);
    const lower = peers.filter((peer) => peer < value).length;
    const equal = peers.filter((peer) => peer === value).length;
    return ((lower + equal / 2) / peers.length) * 100;
  });
}

function carried(flat: FlatFacts, one: Case, account: string, asOf: Day): number | null {
  const reading = compared(flat, one, account, asOf);
  if (reading !== null || one.carryDays === null) return reading;
  for (let age = 1; age <= one.carryDays; age++) {
    const day = asOf - age;
    const rows = rowsAsOf(flat, one, account, day).filter((row) => row.__day === day && one.filter.holds(row));
    if (!rows.some((row) => counts(one, row) || Number(one.field.by?.(row) ?? 0) !== 0)) continue;
    const earlier = compared(flat, one, account, day);
    if (earlier !== null) return earlier;
  }
  return null;
}

/** Whether a row has what the aggregate takes. */
function counts(one: Case, row: Row): boolean {
  const value = one.field.of(row);
  if (one.aggregate === 'count') return value !== null && value !== false;
  if (['distinct', 'active_days', 'days_since_last'].includes(one.aggregate)) {
    if (value === null || value === '' || (one.aggregate === 'active_days' && (value === 0 || value === false)))
      return false;
    return one.dataset !== 'usage' || row.value !== 0;
  }
  return value !== null;
}

function compared(flat: FlatFacts, one: Case, account: string, end: Day): number | null {
  const now = base(flat, one, account, end);
  if (one.compare === 'entitlement') {
    const filtered = one.filter.measures?.length === 1 ? one.filter.measures : [];
    const limit = [one.field.text, ...filtered]
      .map((name) =>
        (flat.tables?.entitlements ?? []).find((row) => row.account_id === account && row.measure === name),
      )
      .find((row) => row !== undefined);
    return now === null || !limit || Number(limit.limit) === 0 ? null : (now / Number(limit.limit)) * 100;
  }
  if (one.compare === 'none' || one.compare === 'peers') return now;
  if (one.windowDays === null || now === null) return null;
  const length = one.windowDays;
  const windows = one.compare === 'own_previous' ? 1 : Math.max(1, Math.floor(BASELINE_DAYS / length));
  const earlier = Array.from({ length: windows }, (_, at) => base(flat, one, account, end - (at + 1) * length))
    .filter((value): value is number => value !== null)
    .sort((a, b) => a - b);
  if (earlier.length === 0) return null;
  const half = Math.floor(earlier.length / 2);
  const middle =
    earlier.length % 2 === 1
      ? (earlier[half] as number)
      : ((earlier[half - 1] as number) + (earlier[half] as number)) / 2;
  if (middle === 0) return now === 0 ? 0 : null;
  return (100 * (now - middle)) / Math.abs(middle);
}

function base(flat: FlatFacts, one: Case, account: string, end: Day): number | null {
  const all = rowsAsOf(flat, one, account, end);
  const undated = DATED[one.dataset] === '';
  const first = one.windowDays === null || undated ? Number.NEGATIVE_INFINITY : end - one.windowDays + 1;
  const rows = all.filter((row) => (undated || (row.__day as number) >= first) && one.filter.holds(row));
  const taken = rows.filter((row) => counts(one, row));
  const numbers = taken.map((row) => Number(one.field.of(row)));
  const sum = numbers.reduce((total, value) => total + value, 0);
  const nothing = isLive(flat, one, account, end) ? 0 : null;
  const newest = Math.max(...taken.map((row) => row.__day as number));
  switch (one.aggregate) {
    case 'count':
      return rows.length === 0 ? nothing : taken.length;
    case 'distinct':
      return rows.length === 0 ? nothing : new Set(taken.flatMap((row) => parts(one.field.of(row)))).size;
    case 'active_days':
      return rows.length === 0 ? nothing : new Set(taken.map((row) => row.__day)).size;
    case 'sum':
      if (rows.length === 0) return undated ? null : nothing;
      return taken.length === 0 ? null : sum;
    case 'mean':
      return taken.length === 0 ? null : sum / taken.length;
    case 'min':
      return taken.length === 0 ? null : Math.min(...numbers);
    case 'max':
      return taken.length === 0 ? null : Math.max(...numbers);
    case 'last': {
      const last = taken.filter((row) => Number(row.__day) === newest).map((row) => Number(one.field.of(row)));
      return taken.length === 0 ? null : last.reduce((total, value) => total + value, 0) / last.length;
    }
    case 'days_since_last':
      return taken.length === 0 ? null : end - newest;
    case 'slope':
      return slope(taken.map((row, at) => [row.__day as number, numbers[at] as number]));
    case 'ratio': {
      const by = one.field.by as (row: Row) => Cell;
      const divisors = rows.map(by).filter((value) => value !== null);
      const divisor = divisors.reduce<number>((total, value) => total + Number(value), 0);
      if (divisors.length === 0 || divisor === 0) return null;
      if (taken.length === 0) return one.dataset === 'usage' && nothing === 0 ? 0 : null;
      return sum / divisor;
    }
  }
}

/** Slope of the least-squares line by its normal equations. */
function slope(points: readonly (readonly [number, number])[]): number | null {
  const n = points.length;
  const meanX = points.reduce((total, [x]) => total + x, 0) / n;
  const meanY = points.reduce((total, [, y]) => total + y, 0) / n;
  const squares = points.reduce((total, [x]) => total + (x - meanX) ** 2, 0);
  if (new Set(points.map(([x]) => x)).size < 2) return null;
  return points.reduce((total, [x, y]) => total + (x - meanX) * (y - meanY), 0) / squares;
}

function parts(value: Cell): Cell[] {
  if (typeof value !== 'string') return [value];
  return value
    .split(';')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
}

/** The account's rows of the dataset dated up to the day, as they stood when it ended; `__day` dates them. */
function rowsAsOf(flat: FlatFacts, one: Case, account: string, end: Day): Row[] {
  if (one.dataset === 'usage') return usageAsOf(flat, one, account, end);
  if (one.dataset === 'accounts') return accountAsOf(flat, account, end);
  const rows = (flat.tables?.[one.dataset] ?? []).filter((row) => row.account_id === account);
  const dated = DATED[one.dataset];
  return rows
    .filter((row) => (dated === '' || Number(row[dated]) <= end) && isHeld(row, end))
    .filter((row) => one.dataset !== 'pulses' || Number(row.expiry_date ?? end) >= end)
    .map((row) => ({
      ...stoodAs(one.dataset, row, end),
      __day: dated === '' ? null : (row[dated] ?? null),
      as_of: end,
    }));
}

function stoodAs(dataset: Case['dataset'], row: FlatRow, end: Day): Row {
  if (dataset === 'tickets') {
    const later = row.closed_at !== null && Number(row.closed_at) > end;
    return later ? { ...row, closed_at: null, csat: null } : row;
  }
  if (dataset === 'goals') {
    const later = row.done_on !== null && Number(row.done_on) > end;
    return later ? { ...row, done_on: null, actual: null } : row;
  }
  if (dataset === 'contacts') {
    if (row.left_on === null) return { ...row, active: row.active ?? true };
    return Number(row.left_on) > end ? { ...row, active: true, left_on: null } : { ...row, active: false };
  }
  return row;
}

function accountAsOf(flat: FlatFacts, account: string, end: Day): Row[] {
  const current = (flat.accounts ?? []).find((row) => row.account_id === account);
  const history = (flat.history ?? []).filter((change) => change.account === account);
  if (!current && history.length === 0) return [];
  const row: Record<string, Cell> = { ...current, __day: end, as_of: end };
  for (const column of new Set(history.map((change) => change.column))) {
    const changes = history.filter((change) => change.column === column).sort((a, b) => a.day - b.day);
    const known = changes.filter((change) => change.day <= end);
    row[column] = (known[known.length - 1] ?? changes[0])?.value ?? null;
  }
  return [row];
}

function usageAsOf(flat: FlatFacts, one: Case, account: string, end: Day): Row[] {
  const mine = (flat.usage ?? []).filter(
    (row) => row.account === account && row.day <= end && readsMeasure(one, row.measure),
  );
  const rows: Row[] = [];
  if (readsUsers(one)) {
    for (const row of mine.filter(({ user }) => user !== ''))
      rows.push(usageRow(row.day, row.measure, row.user, row.value, end));
    return rows;
  }
  for (const key of new Set(mine.map((row) => `${row.day} ${row.measure}`))) {
    const same = mine.filter((row) => `${row.day} ${row.measure}` === key);
    const own = same.find(({ user }) => user === '');
    const value = own ? own.value : same.reduce((total, row) => total + row.value, 0);
    const { day, measure } = same[0] as { day: Day; measure: string };
    rows.push(usageRow(day, measure, '', value, end));
  }
  return rows;
}

function usageRow(day: Day, measure: string, user: string, value: number, end: Day): Row {
  return { date: day, measure, user_id: user, value, as_of: end, __day: day, [measure]: value };
}

/** Measures that a Field names restrict what is read; other Fields leave it to the Filter. */
function readsMeasure(one: Case, measure: string): boolean {
  const named = MEASURES.filter((name) => one.field.text.includes(name));
  return named.length === 0 || named.includes(measure);
}

function readsUsers(one: Case): boolean {
  return `${one.field.text} ${one.filter.text}`.includes('user_id');
}

export const MEASURES: readonly string[] = ['login', 'export', 'api'];

/** Whether a row stood so at the end of a day. */
function isHeld({ __from: from = null, __until: until = null }: FlatRow, end: Day): boolean {
  return (from === null || Number(from) <= end) && (until === null || end < Number(until));
}

/** Whether no row means that nothing happened. */
function isLive(flat: FlatFacts, one: Case, account: string, end: Day): boolean {
  if (one.dataset === 'accounts') return accountAsOf(flat, account, end).length > 0;
  if (one.dataset === 'usage') {
    const seen = (flat.usage ?? []).filter((row) => row.day <= end && (!readsUsers(one) || row.user !== ''));
    if (!seen.some((row) => row.account === account)) return false;
    const named = MEASURES.filter((name) => one.field.text.includes(name));
    const begun = MEASURES.filter((name) => one.filter.measures?.includes(name) ?? true).filter((name) =>
      seen.some((row) => row.measure === name),
    );
    return named.length > 0 ? named.every((name) => begun.includes(name)) : begun.length > 0;
  }
  const dated = DATED[one.dataset];
  return (flat.tables?.[one.dataset] ?? []).some(
    (row) => (dated === '' || Number(row[dated]) <= end) && isHeld(row, end),
  );
}
