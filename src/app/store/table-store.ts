import type { Cell, Grid, Row } from '../../domain/cell';
import type { DatasetDeclaration } from '../../domain/datasets';
import type { Day } from '../../domain/day';
import type { ParseContext } from '../../domain/parse/context';
import type { Problem } from '../../domain/problem';
import { datasetTab } from '../../tables/data/dataset-tab';
import type { Tab } from '../../tables/tab';
import { type Age, isOld, monthFrom } from './age';
import { type Archive, NO_MONTH, RECORDS } from './archive';
import { packTable, recordsOf, unpackTable } from './packed-rows';
import { addMissing, readStoredTable, type StoredTable, writtenTable } from './stored-table';

/** What a dated table is read from and written to. */
export interface DatedPlace {
  readonly declaration: DatasetDeclaration;
  readonly grid: Grid | null;
  readonly archive: Archive;
  readonly age: Age;
  readonly context: ParseContext;
  readonly report: (problem: Problem) => void;
  /** Told of a row of the archive that is no list. */
  readonly unreadable: (archive: Archive, row: number, cell: Cell) => void;
}

/** A dataset of dated rows: those of open months in its tab, older ones in its archive, which is read as far as asked. */
export interface DatedTable {
  /** With the archived rows from a day on. */
  from(day: Day): StoredTable;
  /** For reading what was known on a day: rows from `day` to the month of `to`, and what it takes to know the extent. */
  between(day: Day, to: Day): StoredTable;
  changed(): boolean;
  /** Puts months that are over into the archive; answers what stays in the tab. */
  pack(): { readonly tab: Tab; readonly rows: Grid };
}

export function openDatedTable(place: DatedPlace): DatedTable {
  const { declaration, archive, age, context } = place;
  const dated = declaration.dated as string;
  const tab = datasetTab(declaration, []);
  const header = place.grid?.[0]?.some((cell) => cell !== null && cell !== '')
    ? place.grid[0]
    : tab.columns.map(({ name }) => name);
  const at = header.indexOf(dated);
  const standing = (place.grid ?? []).slice(1);
  const table = readStoredTable(declaration, [header, ...standing], context, place.report);
  /** The first month of rows that grew old since they were written, or that a stop left both here and in the archive. */
  let aged = NO_MONTH;
  for (const row of standing) {
    const cell = row[at] ?? null;
    if (isOld(cell, age) && String(cell).slice(0, 7) < aged) aged = String(cell).slice(0, 7);
  }
  table.changed = table.changed || aged !== NO_MONTH;
  dropOld(table, age);
  /** Archived months are there from this one on. */
  let loaded = NO_MONTH;
  const archived = (from: string, to: string, most?: number): StoredTable => {
    const columns = tab.columns.map(({ name }) => name);
    const rows: Row[] = [];
    archive.rows(from, to, most, (row, number) => {
      const records = recordsOf(row);
      if (records === null) place.unreadable(archive, number, row[RECORDS] ?? null);
      else for (const cells of unpackTable(row, records, columns)) rows.push(cells);
    });
    const found = readStoredTable(declaration, [columns, ...rows], context, (problem) =>
      place.report({ ...problem, source: archive.tab, place: '' }),
    );
    dropOld(found, age);
    return found;
  };
  const load = (month: string): void => {
    if (month >= loaded) return;
    const before = archive.months().filter((each) => each < loaded);
    if (before.some((each) => each >= month)) addMissing(table, archived(month, before[before.length - 1] as string));
    loaded = month;
  };
  /** The months to read for what happened from one on: with the one before them, which says how old the newest is. */
  const startOf = (month: string): string => {
    const months = archive.months();
    const first = months.findIndex((each) => each >= month);
    return months[(first < 0 ? months.length : first) - 1] ?? '';
  };
  return {
    from(day) {
      const month = monthFrom(day, age);
      if (month < age.archiveBefore || age.archiveBefore === '') load(month);
      return table;
    },
    between(day, to) {
      const start = startOf(monthFrom(day, age));
      const end = monthFrom(to, age);
      const [oldest = NO_MONTH] = archive.months();
      if (loaded <= start || end >= age.archiveBefore) {
        load(start);
        if (oldest < start) addMissing(table, archived(oldest, oldest, 1));
        return table;
      }
      const found = archived(start, end);
      if (oldest < start) addMissing(found, archived(oldest, oldest, 1));
      return found;
    },
    changed: () => table.changed,
    pack() {
      dropOld(table, age);
      const corrected = monthFrom(table.changedFrom, age);
      const [from = aged] = [corrected, aged].sort();
      const isPacked = from < age.archiveBefore;
      if (isPacked) load(from);
      const written = writtenTable(table);
      const day = table.columns.indexOf(dated);
      const recent = written.rows.filter((row) => !isOld(row[day] ?? null, age));
      if (isPacked) {
        const old = written.rows.flatMap((cells) => {
          const month = String(cells[day] ?? '').slice(0, 7);
          return isOld(cells[day] ?? null, age) && month >= from ? [{ month, cells }] : [];
        });
        archive.put(
          from,
          packTable(
            written.tab.columns.map(({ name }) => name),
            old,
          ),
        );
      }
      table.changed = false;
      table.changedFrom = Number.POSITIVE_INFINITY;
      aged = NO_MONTH;
      return { tab: written.tab, rows: recent };
    },
  };
}

/** Drops rows that are too old; marks the table as changed where its tab had any. */
function dropOld(table: StoredTable, { keepFrom }: Age): void {
  const at = table.columns.indexOf(table.declaration.dated ?? '');
  for (const [key, row] of table.rows) {
    const day = row[at];
    if (typeof day !== 'number' || day >= keepFrom) continue;
    table.rows.delete(key);
    table.changed = true;
  }
}
