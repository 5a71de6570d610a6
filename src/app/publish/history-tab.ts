import type { Grid } from '../../domain/cell';
import { type Day, parseDay } from '../../domain/day';
import type { TabLayout, Workbook } from '../../ports';
import { SCORE_HISTORY } from '../../tables/health/score-history';
import { readTab, type TabRecord, toRow } from '../../tables/rows';
import { mergeHistory } from './history-records';

/**
 * Score History in the workbook: rows by day, oldest first, so that a day is added by writing at the end and leaves by
 * taking out one block of rows. What lies between is neither read nor written.
 */
export interface HistoryTab {
  /** Days that have rows. */
  days(): ReadonlySet<Day>;
  /** Takes out the rows of days that do not stay. */
  thin(stays: (day: Day) => boolean): void;
  /** Puts rows in place of those of the same account and day. */
  put(fresh: readonly TabRecord[]): void;
}

const { name, columns } = SCORE_HISTORY;

/** First row below the header. */
const TOP = 2;

export function openHistoryTab(health: Workbook, layout: TabLayout): HistoryTab {
  const header = health.readRows(name, 1, 1);
  const read = (first: number, count: number): readonly TabRecord[] =>
    readTab(SCORE_HISTORY, [...header, ...health.readRows(name, first, count)]).records.map(({ values }) => values);
  const rowsOf = (records: readonly TabRecord[]): Grid => records.map((record) => toRow(SCORE_HISTORY, record));
  let days = daysOf(health);
  if (!isOrdered(days) || !columns.every((column, at) => header[0]?.[at] === column.name)) {
    // Somebody sorted, filled or moved something: put right as a whole.
    const rows = rowsOf(mergeHistory(read(TOP, days.length), []));
    health.replace(layout, rows);
    days = daysOf(health);
  }

  /** A mark on a row that goes would be lost: it moves on to the account's next row. */
  const moveMarks = (from: number, to: number): void => {
    const marked = new Set(read(TOP + from, to - from).flatMap((row) => (isMarked(row) ? [row.Account] : [])));
    if (marked.size === 0 || to >= days.length) return;
    const next = read(TOP + to, endOf(days, to) - to);
    const rows = next.map((row) => ({ ...row, 'Has New Version': isMarked(row) || marked.has(row.Account) }));
    health.overwrite(layout, TOP + to, rowsOf(rows));
  };
  return {
    days: () => new Set(days),
    thin(stays) {
      for (let to = days.length; to > 0; ) {
        let from = to;
        while (from > 0 && !stays(days[from - 1] as Day)) from--;
        if (from < to) {
          moveMarks(from, to);
          health.removeRows(name, TOP + from, to - from);
          days.splice(from, to - from);
        }
        to = from;
        while (to > 0 && stays(days[to - 1] as Day)) to--;
      }
    },
    put(fresh) {
      const freshDays = fresh.map(dayOfRecord);
      const first = freshDays.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
      const at = startOf(days, first);
      // The day before tells whose configuration is new.
      const before = at > 0 ? startOf(days, days[at - 1] as Day) : 0;
      const merged = mergeHistory(read(TOP + before, days.length - before), fresh);
      const written = merged.filter((record) => dayOfRecord(record) >= first);
      health.replaceFrom(layout, TOP + at, rowsOf(written));
      days = [...days.slice(0, at), ...written.map(dayOfRecord)];
    },
  };
}

/** The day of every row; NaN where there is none. */
function daysOf(health: Workbook): number[] {
  return (health.readColumn(name, 'Score Date') ?? []).map((cell) => parseDay(String(cell ?? '')) ?? Number.NaN);
}

function dayOfRecord(record: TabRecord): Day {
  return parseDay(String(record['Score Date'] ?? '')) ?? Number.NaN;
}

function isMarked(record: TabRecord): boolean {
  return record['Has New Version'] === true;
}

function isOrdered(days: readonly number[]): boolean {
  return days.every((day, at) => day >= (days[at - 1] ?? Number.NEGATIVE_INFINITY));
}

/** The first place whose day is not before `day`. */
function startOf(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as Day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place behind the rows of the day at `at`. */
function endOf(days: readonly Day[], at: number): number {
  return startOf(days, (days[at] as Day) + 1);
}
