import type { Cell, Grid, Row } from '../domain/cell';
import { type Problem, quote, type Severity } from '../domain/problem';
import type { Text } from '../domain/text';
import { address } from './address';
import { says } from './messages';
import { readCell } from './read-cell';
import type { Column, Tab } from './tab';

/** A row of a tab by header; what a header is missing for is empty. */
export type TabRecord = Readonly<Record<string, Cell>>;

/** A record as read, with its place in the tab and the headers whose cells were refused. */
export interface ReadRecord {
  readonly values: TabRecord;
  /** Row in the sheet; the header is row 1. */
  readonly row: number;
  readonly refused: ReadonlySet<string>;
  /** Cells of columns that people added, by header. */
  readonly own: TabRecord;
}

/** A tab as read: what could be understood, and everything that could not. */
export interface ReadTab {
  readonly tab: Tab;
  readonly records: readonly ReadRecord[];
  readonly problems: readonly Problem[];
  /** False where a header that is needed is missing or stands twice. */
  readonly headerOk: boolean;
  /** Address of a record's cell; that of its row's first cell where the header is missing. */
  place(row: number, header: string): string;
}

/** The record as a row in the tab's column order. */
export function toRow(tab: Tab, record: TabRecord): Row {
  return tab.columns.map((column) => record[column.name] ?? null);
}

/** Header and rows: the tab as a grid. */
export function toGrid(tab: Tab, records: readonly TabRecord[]): Grid {
  return [tab.columns.map(({ name }) => name), ...records.map((record) => toRow(tab, record))];
}

/**
 * Reads a tab by the names in its header row, so that moved or added columns do no harm; case and outer spaces of a
 * header do not matter. Cells are read by their column's type. Blank rows are skipped. A missing tab (null), header or
 * value, and every cell of a wrong type, is a problem with its address.
 */
export function readTab(tab: Tab, grid: Grid | null): ReadTab {
  const problems: Problem[] = [];
  const places = new Map<string, number>();
  const place = (row: number, header: string): string => address(places.get(header) ?? 0, row);
  if (grid === null || grid.length === 0) {
    const why = grid === null ? says.tabMissing(tab.name) : says.tabEmpty(tab.name);
    problems.push(problemAt(tab.name, 'error', 'tab.missing', grid === null ? '' : 'A1', '', null, why));
    return { tab, records: [], problems, headerOk: false, place };
  }
  const top = headerRow(grid);
  findHeaders(tab, grid[top] ?? [], top + 1, places, problems);
  const headerOk = problems.length === 0;
  const declared = new Set(tab.columns.map(({ name }) => foldHeader(name)));
  const own = (grid[top] ?? []).flatMap((cell, at): [string, number][] =>
    isBlank(cell) || declared.has(foldHeader(cell)) ? [] : [[String(cell).trim(), at]],
  );
  const records: ReadRecord[] = [];
  for (let index = top + 1; index < grid.length; index++) {
    const row = grid[index] ?? [];
    if (row.every(isBlank)) continue;
    records.push({
      ...readRecord(tab, row, index + 1, places, problems),
      own: own.length === 0 ? NOTHING : Object.fromEntries(own.map(([name, at]) => [name, row[at] ?? null])),
    });
  }
  return { tab, records, problems, headerOk, place };
}

/** Index of the row with the headers: a blank row put in above them does no harm. */
export function headerRow(grid: Grid): number {
  return Math.max(
    0,
    grid.findIndex((row) => !row.every(isBlank)),
  );
}

/** A problem in a tab. */
export function problemAt(
  source: string,
  severity: Severity,
  code: string,
  place: string,
  column: string,
  value: Cell,
  why: Text,
): Problem {
  return { severity, code, source, place, column, value: quote(value), why };
}

function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

function foldHeader(cell: Cell): string {
  return cell === null ? '' : String(cell).normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function findHeaders(tab: Tab, header: Row, row: number, places: Map<string, number>, problems: Problem[]): void {
  const names = header.map(foldHeader);
  const known = new Set(tab.columns.map(({ name }) => foldHeader(name)));
  tab.columns.forEach((column, index) => {
    const at = names.indexOf(foldHeader(column.name));
    if (at >= 0) {
      places.set(column.name, at);
      const again = names.indexOf(foldHeader(column.name), at + 1);
      if (again >= 0) {
        const why = says.headerTwice(column.name);
        problems.push(
          problemAt(tab.name, 'error', 'header.twice', address(again, row), column.name, header[again] ?? null, why),
        );
      }
      return;
    }
    if (column.optional) return;
    const found = names[index] && !known.has(names[index]) ? (header[index] ?? null) : null;
    const why = found === null ? says.headerMissing(column.name) : says.headerRenamed(column.name, quote(found));
    problems.push(problemAt(tab.name, 'error', 'header.missing', address(index, row), column.name, found, why));
  });
}

const NOTHING: TabRecord = {};

/** Columns whose cells are words or names. */
const WORDS: readonly Column['type'][] = ['id', 'ref', 'text', 'longText'];

function readRecord(
  tab: Tab,
  row: Row,
  number: number,
  places: ReadonlyMap<string, number>,
  problems: Problem[],
): Omit<ReadRecord, 'own'> {
  const values: Record<string, Cell> = {};
  const refused = new Set<string>();
  const refuse = (column: Column, at: number, cell: Cell, code: string, why: Text): void => {
    refused.add(column.name);
    problems.push(problemAt(tab.name, 'error', code, address(at, number), column.name, cell, why));
  };
  for (const column of tab.columns) {
    values[column.name] = null;
    const at = places.get(column.name);
    if (at === undefined) continue;
    const cell = row[at] ?? null;
    if (isBlank(cell)) {
      if (column.required) refuse(column, at, null, 'cell.empty', says.empty(column.name));
      continue;
    }
    // What the script writes is what other systems gave: bare numbers for ids, names that look like a formula.
    if (tab.writer === 'script' && WORDS.includes(column.type)) {
      values[column.name] = String(cell).trim();
      continue;
    }
    const read = readCell(column, cell);
    if (read.ok) values[column.name] = read.value;
    else refuse(column, at, cell, read.code, read.why);
  }
  return { values, row: number, refused };
}
