import type { Cell, Grid, Row } from '../../domain/cell';
import { type Day, formatDay, parseDay } from '../../domain/day';
import { ACCOUNT, MONTH } from './archive';
import { type Packing, packedRows, recordsOf } from './packed-rows';
import {
  type Before,
  type GrowingSeries,
  type MeasureSeries,
  measuresOf,
  seriesOf,
  setValue,
  type UsageBook,
} from './usage-book';
import { compare, daysOfMonth, monthOf, readDays } from './usage-series';

/**
 * A record is a series in a month: beside its days what came before the month, so that whoever reads a month and those
 * after it knows since when a series is silent. `last` is the newest day before the month whose value is not 0 and that
 * value (`2025-11-30 4`); `zero` the newest day of all, where that is a 0. A series that is silent keeps its record.
 */
const NAMES = ['user_id', 'measure', 'days', 'last', 'zero'];

/** Nothing is before. */
const NOTHING: Before = { active: Number.NaN, value: Number.NaN, zero: Number.NaN };

/** Silence so short is bridged in the series itself, which is read faster than a series in two parts. */
const BRIDGED_DAYS = 62;

/**
 * Months of usage from `from` on as rows of its archive, by month and account. `months` are those from the first that is
 * in the book on: what was before that one, its series say.
 */
export function packUsage(book: UsageBook, months: readonly string[], from: string): Grid {
  const byMonth = new Map<string, Packing[]>(months.map((month) => [month, []]));
  const accounts = [...book.values()].sort((a, b) => compare(a.accountId, b.accountId));
  for (const { accountId, users } of accounts) {
    const list: { userId: string; measure: string; series: GrowingSeries; before: Before }[] = [];
    for (const [userId, measures] of users) {
      for (const [measure, series] of measures)
        list.push({ userId, measure, series, before: series.before ?? NOTHING });
    }
    list.sort((a, b) => compare(a.measure, b.measure) || compare(a.userId, b.userId));
    for (const [month, packings] of byMonth) {
      const records: Row[] = [];
      for (const each of list) {
        const { active, value, zero } = each.before;
        const days = daysOfMonth(each.series, month);
        const last = Number.isNaN(active) ? null : `${formatDay(active)} ${value}`;
        if (month >= from && (days !== '' || last !== null || !Number.isNaN(zero))) {
          records.push([each.userId, each.measure, days, last, Number.isNaN(zero) ? null : formatDay(zero)]);
        }
        each.before = after(each.before, each.series, month);
      }
      if (records.length > 0) packings.push({ month, accountId, records });
    }
  }
  return [...byMonth.values()].flatMap((packings) => packedRows(NAMES, packings));
}

/** What is before the month that follows. */
function after(before: Before, { firstDay, length, values }: GrowingSeries, month: string): Before {
  const { first, length: days } = monthOf(month) as { first: Day; length: number };
  let { active, value, zero } = before;
  for (let day = Math.max(first, firstDay); day < first + days && day < firstDay + length; day++) {
    const found = values[day - firstDay] as number;
    if (Number.isNaN(found)) continue;
    if (found === 0) zero = day;
    else {
      active = day;
      value = found;
      zero = Number.NaN;
    }
  }
  return { active, value, zero };
}

/**
 * Reads a row of the archive into the book; answers whether it could be read. Of the first month read (`isFirst`) what
 * was before it is taken too, but not what is dated before `floor`: that has been dropped.
 */
export function unpackUsage(book: UsageBook, row: Row, isFirst: boolean, floor: Day): boolean {
  const month = monthOf(String(row[MONTH] ?? ''));
  const [names, ...records] = recordsOf(row) ?? [];
  if (!names || month === null) return false;
  const [user, measure, days, last, zero] = NAMES.map((name) => names.indexOf(name)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  let sound = true;
  for (const record of records) {
    const measures = measuresOf(book, String(row[ACCOUNT] ?? ''), String(record[user] ?? ''));
    const name = String(record[measure] ?? '');
    const before = isFirst ? beforeOf(record[last], record[zero], floor) : null;
    if (before !== null) putBefore(measures, name, before, month.first);
    sound = readDays(measures, name, month, String(record[days] ?? '')) && sound;
  }
  return sound;
}

function putBefore(measures: MeasureSeries, measure: string, before: Before, first: Day): void {
  const near = (day: Day): boolean => first - day <= BRIDGED_DAYS;
  if (near(before.active)) setValue(measures, measure, before.active, before.value);
  if (near(before.zero)) setValue(measures, measure, before.zero, 0);
  seriesOf(measures, measure, first).before = before;
}

function beforeOf(last: Cell | undefined, zero: Cell | undefined, floor: Day): Before | null {
  const [day = '', value = ''] = String(last ?? '').split(' ');
  const kept = (text: string): Day => {
    const found = parseDay(text);
    return found === null || found < floor ? Number.NaN : found;
  };
  const active = kept(day);
  const silent = kept(String(zero ?? ''));
  if (Number.isNaN(active) && Number.isNaN(silent)) return null;
  return { active, value: Number.isNaN(active) ? Number.NaN : Number(value), zero: silent };
}
