import type { Day } from '../../domain/day';
import { foldKey } from '../../domain/parse/fold';

/** Days a series grows by when it is full: a quarter, so that daily pulls rarely copy. */
const GROWTH = 92;

/** The newest rows of a series before the months that were read. */
export interface Before {
  /** The newest day whose value is not 0, and the value; NaN for none. */
  readonly active: Day;
  readonly value: number;
  /** The newest day of all, where its value is 0; NaN otherwise. */
  readonly zero: Day;
}

/** Values of one measure, one a day from `firstDay` on, NaN where there is no row; room beyond `length` is spare. */
export interface GrowingSeries {
  firstDay: Day;
  length: number;
  values: Float64Array;
  /** Null where nothing is older, or all is read. */
  before: Before | null;
}

/** Series by measure. */
export type MeasureSeries = Map<string, GrowingSeries>;

/** An account's usage: by user, '' for the account as a whole. */
export interface AccountUsage {
  /** The id as it was first seen. */
  readonly accountId: string;
  readonly users: Map<string, MeasureSeries>;
}

/** Usage by account, keyed as keys are compared. */
export type UsageBook = Map<string, AccountUsage>;

/** The measures of an account and user, made where they are missing. */
export function measuresOf(book: UsageBook, accountId: string, userId: string): MeasureSeries {
  const key = foldKey(accountId);
  let account = book.get(key);
  if (!account) {
    account = { accountId, users: new Map() };
    book.set(key, account);
  }
  let measures = account.users.get(userId);
  if (!measures) {
    measures = new Map();
    account.users.set(userId, measures);
  }
  return measures;
}

/** Sets the value of a day; answers the value that stood there, NaN for none. */
export function setValue(measures: MeasureSeries, measure: string, day: Day, value: number): number {
  const series = seriesOf(measures, measure, day);
  if (day < series.firstDay || day - series.firstDay >= series.values.length) makeRoom(series, day);
  const at = day - series.firstDay;
  const before = series.values[at] as number;
  series.values[at] = value;
  if (at >= series.length) series.length = at + 1;
  return before;
}

/** The series of a measure, made where it is missing with room from `day` on. */
export function seriesOf(measures: MeasureSeries, measure: string, day: Day): GrowingSeries {
  let series = measures.get(measure);
  if (!series) {
    series = { firstDay: day, length: 0, values: new Float64Array(GROWTH).fill(Number.NaN), before: null };
    measures.set(measure, series);
  }
  return series;
}

function makeRoom(series: GrowingSeries, day: Day): void {
  const earlier = Math.max(0, series.firstDay - day);
  const needed = Math.max(series.length, day - series.firstDay + 1) + earlier;
  const values = new Float64Array(needed + GROWTH).fill(Number.NaN);
  values.set(series.values.subarray(0, series.length), earlier);
  series.values = values;
  series.firstDay -= earlier;
  series.length += earlier;
}

/**
 * Puts every value of `added` that is not older than `from` into `book`; later values win. Answers the first day that
 * changed, NaN where none did.
 */
export function mergeUsage(book: UsageBook, added: UsageBook, from: Day): Day {
  let changed = Number.NaN;
  for (const { accountId, users } of added.values()) {
    for (const [userId, addedMeasures] of users) {
      const measures = measuresOf(book, accountId, userId);
      for (const [measure, series] of addedMeasures) {
        for (let at = 0; at < series.length; at += 1) {
          const value = series.values[at] as number;
          const day = series.firstDay + at;
          if (day < from || Number.isNaN(value) || setValue(measures, measure, day, value) === value) continue;
          if (!(changed <= day)) changed = day;
        }
      }
    }
  }
  return changed;
}
