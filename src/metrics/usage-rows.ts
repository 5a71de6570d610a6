import type { Day } from '../domain/day';
import { holds } from '../domain/expression/evaluate';
import { foldColumn } from '../domain/expression/plain-text';
import type { Facts, UsageSeries } from '../domain/facts';
import { NO_DAY } from './readings';
import type { Read, Rows, Scan, Take } from './scan';

/** When rows of a measure exist, over all accounts: of any kind, and of users. */
interface Extent {
  /** The measure's name as a Field finds it. */
  readonly key: string;
  oldest: Day;
  newest: Day;
  oldestOfUsers: Day;
  newestOfUsers: Day;
}

/** One measure of the account at hand. */
interface MeasureSeries {
  readonly measure: string;
  readonly key: string;
  readonly own: readonly UsageSeries[];
  readonly users: readonly UsageSeries[];
  /** The account's own row of a day, else the sum of its users' rows; made when first asked for. */
  total: UsageSeries | null;
}

/** The usage of all accounts, account by account; shared by all metrics that read it. */
export interface UsageFacts {
  /** By name as it stands in the data. */
  readonly measures: ReadonlyMap<string, Extent>;
  of(accountId: string): AccountUsage;
}

interface AccountUsage {
  readonly measures: readonly MeasureSeries[];
  /** First day with a row of any kind, and with a row of a user; NO_DAY where there is none. */
  readonly oldest: Day;
  readonly oldestOfUsers: Day;
}

/** A day after every real one. */
const NEVER: Day = 2147483647;

/** What a metric lets in, as far as measures and series decide it. */
export interface UsageChoice {
  /** Names of the measures read, as they stand in the data. */
  readonly measures: ReadonlySet<string>;
  /** Keys that the Field names: all of them must exist by the day for silence to mean 0; without any, one measure must. */
  readonly named: readonly string[];
  /** Rows are one per user, too. */
  readonly byUser: boolean;
  /** Conditions on measure and user, and on the single row; conditions on the measure alone are in `measures`. */
  readonly series: Read | null;
  readonly row: Read | null;
}

/** Prepares usage for reading as of days up to `asOf`. */
export function usageFacts(usage: Facts['usage'], asOf: Day): UsageFacts {
  const names = new Map<string, string>();
  const fold = (measure: string): string => {
    let folded = names.get(measure);
    if (folded === undefined) {
      folded = foldColumn(measure);
      names.set(measure, folded);
    }
    return folded;
  };
  const measures = new Map<string, Extent>();
  for (const list of usage.values()) for (const series of list) widen(measures, fold, series, asOf);
  let accountAtHand: string | null = null;
  let usageAtHand: AccountUsage | null = null;
  return {
    measures,
    of(accountId) {
      if (usageAtHand === null || accountAtHand !== accountId) {
        accountAtHand = accountId;
        usageAtHand = accountUsage(usage.get(accountId) ?? [], fold);
      }
      return usageAtHand;
    },
  };
}

/** The rows of usage that a metric lets in: one per day and measure, and per user where it asks for users. */
export function usageRows(usage: UsageFacts, choice: UsageChoice, scan: Scan): Rows {
  const extents = Array.from(choice.measures, (measure) => usage.measures.get(measure) as Extent);
  const begun = beginningOf(extents, choice);
  const newest = Math.max(NO_DAY, ...extents.map((extent) => (choice.byUser ? extent.newestOfUsers : extent.newest)));
  return {
    newest,
    enter(accountId) {
      scan.accountId = accountId;
    },
    live(end) {
      const { oldest, oldestOfUsers } = usage.of(scan.accountId);
      return begun <= end && (choice.byUser ? oldestOfUsers : oldest) <= end;
    },
    visit(from, to, end, take) {
      scan.end = end;
      for (const measure of usage.of(scan.accountId).measures) {
        if (!choice.measures.has(measure.measure)) continue;
        scan.measure = measure.measure;
        scan.measureKey = measure.key;
        if (!choice.byUser) visitSeries(totalOf(measure), from, to, choice, scan, take);
        else for (const series of measure.users) visitSeries(series, from, to, choice, scan, take);
      }
    },
    rowDay(day) {
      const { oldest, oldestOfUsers } = usage.of(scan.accountId);
      return (choice.byUser ? oldestOfUsers : oldest) <= day ? day : NO_DAY;
    },
    changed: () => NO_DAY,
  };
}

/** The day from which the measures exist; the same name in several spellings is one measure. */
function beginningOf(extents: readonly Extent[], choice: UsageChoice): Day {
  const begins = new Map<string, Day>();
  for (const { key, oldest, oldestOfUsers } of extents) {
    begins.set(key, Math.min(begins.get(key) ?? NEVER, choice.byUser ? oldestOfUsers : oldest));
  }
  if (choice.named.length === 0) return Math.min(NEVER, ...begins.values());
  return Math.max(...choice.named.map((key) => begins.get(key) ?? NEVER));
}

function visitSeries(series: UsageSeries, from: Day, to: Day, choice: UsageChoice, scan: Scan, take: Take): void {
  const { firstDay, values } = series;
  scan.userId = series.userId;
  if (choice.series !== null && !holds(choice.series(scan))) return;
  const { row } = choice;
  const start = Math.max(0, from - firstDay);
  const stop = Math.min(to - firstDay, values.length - 1);
  if (row === null && take.series !== null) {
    take.series(scan.measureKey, series, start, stop);
    return;
  }
  for (let at = start; at <= stop; at++) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    scan.value = value;
    scan.day = firstDay + at;
    if (row === null || holds(row(scan))) take.row(scan);
  }
}

function accountUsage(list: readonly UsageSeries[], fold: (measure: string) => string): AccountUsage {
  const measures = new Map<string, { own: UsageSeries[]; users: UsageSeries[] }>();
  let oldest = NEVER;
  let oldestOfUsers = NEVER;
  for (const series of list) {
    const begins = firstDayOf(series);
    if (begins === NEVER) continue;
    const at = measures.get(series.measure) ?? { own: [], users: [] };
    measures.set(series.measure, at);
    (series.userId === '' ? at.own : at.users).push(series);
    oldest = Math.min(oldest, begins);
    if (series.userId !== '') oldestOfUsers = Math.min(oldestOfUsers, begins);
  }
  return {
    measures: Array.from(measures, ([measure, { own, users }]) => ({
      measure,
      key: fold(measure),
      own,
      users,
      total: own.length === 1 && users.length === 0 ? (own[0] as UsageSeries) : null,
    })),
    oldest,
    oldestOfUsers,
  };
}

/** Day by day the account's own row, else the sum of its users' rows, so that nothing is counted twice. */
function totalOf(measure: MeasureSeries): UsageSeries {
  if (measure.total !== null) return measure.total;
  const all = [...measure.own, ...measure.users];
  const firstDay = all.reduce((first, series) => Math.min(first, series.firstDay), NEVER);
  const endDay = all.reduce((last, series) => Math.max(last, series.firstDay + series.values.length), NO_DAY);
  const own = sumOf(measure.own, firstDay, endDay - firstDay);
  const users = sumOf(measure.users, firstDay, endDay - firstDay);
  const values = own.map((value, at) => (Number.isNaN(value) ? (users[at] as number) : value));
  measure.total = { measure: measure.measure, userId: '', firstDay, values };
  return measure.total;
}

function sumOf(list: readonly UsageSeries[], firstDay: Day, length: number): Float64Array {
  const sum = new Float64Array(length).fill(Number.NaN);
  for (const series of list) {
    const shift = series.firstDay - firstDay;
    series.values.forEach((value, at) => {
      if (Number.isNaN(value)) return;
      const before = sum[shift + at] as number;
      sum[shift + at] = Number.isNaN(before) ? value : before + value;
    });
  }
  return sum;
}

function widen(measures: Map<string, Extent>, fold: (measure: string) => string, series: UsageSeries, asOf: Day): void {
  const oldest = firstDayOf(series);
  if (oldest === NEVER) return;
  const newest = newestDayOf(series, asOf);
  let extent = measures.get(series.measure);
  if (extent === undefined) {
    extent = { key: fold(series.measure), oldest: NEVER, newest: NO_DAY, oldestOfUsers: NEVER, newestOfUsers: NO_DAY };
    measures.set(series.measure, extent);
  }
  extent.oldest = Math.min(extent.oldest, oldest);
  extent.newest = Math.max(extent.newest, newest);
  if (series.userId === '') return;
  extent.oldestOfUsers = Math.min(extent.oldestOfUsers, oldest);
  extent.newestOfUsers = Math.max(extent.newestOfUsers, newest);
}

function firstDayOf({ firstDay, values }: UsageSeries): Day {
  for (let at = 0; at < values.length; at++) if (!Number.isNaN(values[at] as number)) return firstDay + at;
  return NEVER;
}

function newestDayOf({ firstDay, values }: UsageSeries, asOf: Day): Day {
  for (let at = Math.min(values.length - 1, asOf - firstDay); at >= 0; at--) {
    if (!Number.isNaN(values[at] as number)) return firstDay + at;
  }
  return NO_DAY;
}
