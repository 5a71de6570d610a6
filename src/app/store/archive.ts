import type { Cell, Grid, Row } from '../../domain/cell';
import type { Locale } from '../../domain/text';
import type { Workbook } from '../../ports';
import { DATA_TABS } from '../../tables/data';
import { ARCHIVE_TAB } from '../../tables/data/archive';
import { layoutOf } from '../../tables/layout';
import { writeChanges } from './write-changes';

/** Rows of the Archive tab read in one call: a row may hold a thousand characters and more. */
const ROWS_PER_CALL = 20000;

/** A cell holds 50,000 characters (Google Drive limits). */
const CHARACTERS = 45000;

/** Columns that the row of the Archive tab tells itself, or that are made of the others. */
const TOLD_BY_ROW: readonly string[] = ['account_id', 'month', 'Usage Series ID'];

const [MONTH, TAB, ACCOUNT, RECORDS] = [1, 2, 3, 4] as const;

/** Rows of dated tabs whose month is over, packed by month and account. Read once, when first asked for. */
export interface Archive {
  /** The tab's grid with its archived rows below; a row of the Archive tab that is no list is told by its number. */
  unpack(tab: string, grid: Grid, unreadable: (row: number, cell: Cell) => void): Grid;
  /** Puts these rows in place of the tab's archived ones. */
  pack(tab: string, header: readonly string[], rows: readonly { readonly month: string; readonly cells: Row }[]): void;
  /** Writes what changed. */
  commit(language: Locale): void;
}

export function openArchive(data: Workbook): Archive {
  let standing: Grid | null = null;
  const packed = new Map<string, readonly Row[]>();
  const read = (): Grid => {
    if (standing === null) {
      const last = data.lastRow(ARCHIVE_TAB.name);
      const grid: Row[] = [];
      for (let first = 1; first <= last; first += ROWS_PER_CALL) {
        for (const row of data.readRows(ARCHIVE_TAB.name, first, ROWS_PER_CALL)) grid.push(row);
      }
      standing = grid;
    }
    return standing;
  };
  return {
    unpack(tab, grid, unreadable) {
      const header = (grid[0] ?? []).map((cell) => String(cell ?? ''));
      const archived: Row[] = [];
      read().forEach((row, at) => {
        if (at === 0 || row[TAB] !== tab) return;
        const records = recordsOf(row[RECORDS] ?? null);
        if (records === null) unreadable(at, row[RECORDS] ?? null);
        else for (const cells of unpackedRows(row, records, header)) archived.push(cells);
      });
      return archived.length === 0 ? grid : [header, ...grid.slice(1), ...archived];
    },
    pack(tab, header, rows) {
      packed.set(tab, packedRows(tab, header, rows));
    },
    commit(language) {
      if (packed.size === 0) return;
      const others = read().filter((row, at) => at > 0 && !packed.has(String(row[TAB])));
      const rows = [...others, ...[...packed.values()].flat()].sort((a, b) => compare(String(a[0]), String(b[0])));
      const layout = layoutOf(ARCHIVE_TAB, language, DATA_TABS.indexOf(ARCHIVE_TAB));
      writeChanges(data, layout, standing, rows);
      standing = [ARCHIVE_TAB.columns.map(({ name }) => name), ...rows];
      packed.clear();
    },
  };
}

/** The rows that a row of the Archive tab holds, in the order of `header`, which grows by what it lacks. */
function unpackedRows(row: Row, [names = [], ...records]: readonly Row[], header: string[]): Row[] {
  const places = names.map((name) => placeOf(header, String(name)));
  const [accountAt, monthAt] = [placeOf(header, 'account_id'), header.indexOf('month')];
  return records.map((record) => {
    const cells: Cell[] = header.map(() => null);
    places.forEach((place, at) => {
      cells[place] = record[at] ?? null;
    });
    cells[accountAt] = row[ACCOUNT] ?? null;
    if (monthAt >= 0) cells[monthAt] = row[MONTH] ?? null;
    return cells;
  });
}

function placeOf(header: string[], name: string): number {
  const at = header.indexOf(name);
  return at >= 0 ? at : header.push(name) - 1;
}

/** The list in a cell; null where somebody typed over it. */
function recordsOf(cell: Cell): Row[] | null {
  try {
    const records: unknown = JSON.parse(String(cell));
    return Array.isArray(records) && records.every(Array.isArray) ? (records as Row[]) : null;
  } catch {
    return null;
  }
}

function packedRows(
  tab: string,
  header: readonly string[],
  rows: readonly { readonly month: string; readonly cells: Row }[],
): Row[] {
  const places = header.flatMap((name, at) => (TOLD_BY_ROW.includes(name) ? [] : [at]));
  const accountAt = header.indexOf('account_id');
  const groups = new Map<string, { month: string; accountId: Cell; records: Row[] }>();
  for (const { month, cells } of rows) {
    const accountId = cells[accountAt] ?? null;
    const id = `${month}|${tab}|${accountId}`;
    const group = groups.get(id) ?? { month, accountId, records: [] };
    group.records.push(places.map((at) => cells[at] ?? null));
    groups.set(id, group);
  }
  const names = places.map((at) => header[at] as string);
  const packed: Row[] = [];
  for (const [id, { month, accountId, records }] of groups) {
    textsOf(names, records).forEach((text, part) => {
      packed.push([part === 0 ? id : `${id}|${part + 1}`, month, tab, accountId, text]);
    });
  }
  return packed;
}

/** One text for the records, or several where they do not fit one cell. */
function textsOf(names: Row, records: readonly Row[]): string[] {
  const text = JSON.stringify([names, ...records]);
  if (text.length <= CHARACTERS || records.length < 2) return [text];
  const half = records.length >> 1;
  return [...textsOf(names, records.slice(0, half)), ...textsOf(names, records.slice(half))];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
