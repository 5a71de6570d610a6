import type { Cell, Grid } from '../../domain/cell';
import type { Day } from '../../domain/day';
import { USAGE_TAB } from '../../tables/data/usage';
import type { Tab } from '../../tables/tab';
import { type Age, isOld, monthFrom } from './age';
import { type Archive, NO_MONTH } from './archive';
import { packUsage, unpackUsage } from './usage-archive';
import { mergeUsage, type UsageBook } from './usage-book';
import { monthAt, monthOf, readUsageRows, type UnreadableUsage, usageRows } from './usage-series';

/** What usage is read from and written to. */
export interface UsagePlace {
  /** The Usage tab, the header first. */
  readonly grid: Grid;
  readonly archive: Archive;
  readonly age: Age;
  readonly unreadable: (fault: UnreadableUsage) => void;
  /** Told of a row of the archive that cannot be read. */
  readonly unreadableArchive: (archive: Archive, row: number, cell: Cell) => void;
}

/** Usage: open months in its tab, older ones in its archive, which is read as far as asked. */
export interface StoredUsage {
  /** Puts every value of `added` in; later values win. Answers whether anything changed. */
  merge(added: UsageBook): boolean;
  /** For reading what was known on a day: usage from `day` to the month of `to`, and what came last before. */
  between(day: Day, to: Day): UsageBook;
  changed(): boolean;
  /** Puts months that are over into the archive; answers what stays in the tab. */
  pack(): { readonly tab: Tab; readonly rows: Grid };
}

const MONTH = 4;
const RECORDS = 3;

export function openUsage({ grid, archive, age, unreadable, unreadableArchive }: UsagePlace): StoredUsage {
  const book = readUsageRows(grid, unreadable);
  /** The first month that is to be packed: grown old since it was written, or corrected. */
  let packFrom = NO_MONTH;
  grid.forEach((row, at) => {
    const cell = row[MONTH] ?? null;
    if (at > 0 && isOld(cell, age) && String(cell).slice(0, 7) < packFrom) packFrom = String(cell).slice(0, 7);
  });
  let changed = packFrom !== NO_MONTH;
  if (packFrom < monthFrom(age.keepFrom, age)) dropOld(book, age.keepFrom);
  /** Archived months are in the book from this one on. */
  let loaded = NO_MONTH;

  /** Days before it have been dropped. */
  const floor = (): Day => Math.max(age.keepFrom, monthOf(archive.months()[0] ?? '')?.first ?? age.keepFrom);
  const read = (into: UsageBook, from: string, to: string): void => {
    const first = archive.months().find((month) => month >= from);
    archive.rows(from, to, undefined, (row, number) => {
      if (!unpackUsage(into, row, String(row[1]).slice(0, 7) === first, floor()))
        unreadableArchive(archive, number, row[RECORDS] ?? null);
    });
  };
  const load = (from: string): void => {
    if (from >= loaded) return;
    const missing = archive.months().filter((month) => month < loaded);
    const last = missing[missing.length - 1];
    if (last !== undefined && last >= from) {
      for (const { users } of book.values()) {
        for (const measures of users.values()) for (const series of measures.values()) series.before = null;
      }
      read(book, from, last);
    }
    loaded = from;
  };
  /** The month to read from: the first that has rows from this one on, else the last; what was before, it says itself. */
  const startOf = (month: string): string => {
    const months = archive.months();
    const start = months.find((each) => each >= month) ?? months[months.length - 1] ?? '';
    return start < month ? start : month;
  };
  return {
    merge(added) {
      let first = Number.POSITIVE_INFINITY;
      for (const { users } of added.values()) {
        for (const measures of users.values()) {
          for (const { firstDay } of measures.values()) first = Math.min(first, firstDay);
        }
      }
      const month = monthFrom(first, age);
      if (month < age.archiveBefore || age.archiveBefore === '') load(month);
      const day = mergeUsage(book, added, age.keepFrom);
      if (Number.isNaN(day)) return false;
      changed = true;
      if (monthAt(day) < age.archiveBefore && monthAt(day) < packFrom) packFrom = monthAt(day);
      return true;
    },
    between(day, to) {
      const start = startOf(monthFrom(day, age));
      const end = monthFrom(to, age);
      if (loaded <= start || end >= age.archiveBefore) {
        load(start);
        return book;
      }
      const found: UsageBook = new Map();
      const past = archive.months().filter((month) => month <= end);
      read(found, start, past[past.length - 1] ?? start);
      return found;
    },
    changed: () => changed,
    pack() {
      if (packFrom < age.archiveBefore) {
        load(startOf(packFrom));
        const archived = archive.months();
        const whole = loaded <= (archived[0] ?? NO_MONTH);
        const [first = packFrom] = whole ? [packFrom, ...archived].sort() : archived.filter((month) => month >= loaded);
        archive.put(packFrom, packUsage(book, monthsFrom(first, age), packFrom));
        packFrom = NO_MONTH;
      }
      changed = false;
      return { tab: USAGE_TAB, rows: usageRows(book, age.archiveBefore) };
    },
  };
}

function dropOld(book: UsageBook, keepFrom: Day): void {
  for (const { users } of book.values()) {
    for (const measures of users.values()) {
      for (const { firstDay, length, values } of measures.values()) {
        values.fill(Number.NaN, 0, Math.max(0, Math.min(length, keepFrom - firstDay)));
      }
    }
  }
}

/** Months from one on that are to be archived. */
function monthsFrom(from: string, age: Age): string[] {
  const months: string[] = [];
  for (let month = monthOf(from); month !== null && monthAt(month.first) < age.archiveBefore; ) {
    months.push(monthAt(month.first));
    month = monthOf(monthAt(month.first + month.length));
  }
  return months;
}
