import type { Cell, Grid, Row } from '../../domain/cell';
import type { DatasetDeclaration } from '../../domain/datasets';
import { type Day, formatDay } from '../../domain/day';
import { readAttribute } from '../../domain/parse/attribute';
import type { ParseContext } from '../../domain/parse/context';
import { readField } from '../../domain/parse/field';
import { foldKey, foldName } from '../../domain/parse/fold';
import { type Problem, quote } from '../../domain/problem';
import { KenshinError } from '../../errors';
import { address } from '../../tables/address';
import { datasetTab, type ExtraColumn } from '../../tables/data/dataset-tab';
import type { Tab } from '../../tables/tab';
import * as messages from './messages';

/** A dataset as the Data workbook keeps it: rows by key, declared columns first, then what else the sources brought. */
export interface StoredTable {
  readonly declaration: DatasetDeclaration;
  /** Names in order; grows when a source brings a column of its own. */
  readonly columns: string[];
  /** Days are Day numbers. Each row is as wide as `columns`. */
  readonly rows: Map<string, Cell[]>;
  /** Differs from what the workbook holds. */
  changed: boolean;
  /** The oldest day that a row that differs has, or had; infinite where none does. */
  changedFrom: Day;
}

/** Parts the values of a key; no text from a sheet holds it. */
const KEY_PART = '\u0000';

/** The key of a row, as keys are compared: one text for the key columns found at `places` (-1 for none). */
export function keyOf(row: Row, places: readonly number[]): string {
  let key = '';
  places.forEach((place, at) => {
    key += (at > 0 ? KEY_PART : '') + (place < 0 ? '' : foldKey(String(row[place] ?? '')));
  });
  return key;
}

/**
 * Reads a tab of the Data workbook; null or an empty grid is an empty table. Throws a KenshinError `input` where a required
 * column is missing, because writing such a tab again would lose what it holds.
 */
export function readStoredTable(
  declaration: DatasetDeclaration,
  grid: Grid | null,
  context: ParseContext,
  report: (problem: Problem) => void,
): StoredTable {
  const columns = declaration.fields.map((field) => field.name);
  const table: StoredTable = {
    declaration,
    columns,
    rows: new Map(),
    changed: false,
    changedFrom: Number.POSITIVE_INFINITY,
  };
  const header = (grid?.[0] ?? []).map((cell) => (cell === null ? '' : String(cell).trim()));
  if (grid === null || header.every((name) => name === '')) return table;
  const places = header.map((name) => {
    if (name === '') return -1;
    const known = columns.indexOf(name);
    return known >= 0 ? known : columns.push(name) - 1;
  });
  for (const { name, required } of declaration.fields) {
    if (header.includes(name)) continue;
    if (required) throw missingHeader(declaration.tab, name);
    // The next write brings the column back; the next pull fills it.
    table.changed = true;
    const why = messages.storedColumnGone(declaration.tab, name);
    report({
      severity: 'warning',
      code: 'header.missing',
      source: declaration.tab,
      place: 'A1',
      column: name,
      value: '',
      why,
    });
  }
  const keys = keyPlaces(table);
  for (let at = 1; at < grid.length; at += 1) {
    const row: Cell[] = columns.map(() => null);
    const cells = grid[at] as Row;
    if (cells.every((cell) => cell === null || cell === '')) continue;
    places.forEach((place, index) => {
      if (place < 0) return;
      const field = declaration.fields[place];
      const cell = cells[index] ?? null;
      const parsed = field ? readField(field, cell, context) : readAttribute(cell, context);
      if (parsed.ok) row[place] = parsed.value;
      else report(problemOf(declaration.tab, address(index, at + 1), header[index] as string, cell, parsed));
    });
    const key = keyOf(row, keys);
    if (keys.some((place) => row[place] === null && declaration.fields[place]?.required)) {
      const why = messages.storedRowWithoutKey(declaration.tab);
      report(problemOf(declaration.tab, address(0, at + 1), columns[0] as string, null, { code: 'key.missing', why }));
    } else {
      // A row that stands twice is left from a write that was stopped.
      if (table.rows.has(key)) table.changed = true;
      table.rows.set(key, row);
    }
  }
  return table;
}

export function missingHeader(tab: string, header: string): KenshinError {
  return new KenshinError('input', messages.storedHeaderMissing(tab, header), messages.restoreHeader(tab));
}

function problemOf(
  tab: string,
  place: string,
  column: string,
  value: Cell,
  fault: Pick<Problem, 'code' | 'why'>,
): Problem {
  return { severity: 'error', code: fault.code, source: tab, place, column, value: quote(value), why: fault.why };
}

/** Places of the key columns among the table's columns. */
function keyPlaces(table: StoredTable): readonly number[] {
  return table.declaration.key.map((name) => table.columns.indexOf(name));
}

/**
 * Puts rows into the table by their key; `columns` names their cells. A row that is there keeps the columns that are
 * not named: two sources may feed one dataset. Answers how many rows are new or differ.
 */
export function upsert(table: StoredTable, columns: readonly string[], rows: Iterable<Row>): number {
  const places = columns.map((name) => placeOf(table, name));
  const width = table.columns.length;
  for (const row of table.rows.values()) while (row.length < width) row.push(null);
  const keys = keyPlaces(table).map((place) => places.indexOf(place));
  const dated = table.columns.indexOf(table.declaration.dated ?? '');
  const noteDay = (row: Row): void => {
    const day = row[dated];
    if (typeof day === 'number') table.changedFrom = Math.min(table.changedFrom, day);
  };
  let touched = 0;
  for (const added of rows) {
    const key = keyOf(added, keys);
    let row = table.rows.get(key);
    let differs = false;
    if (!row) {
      row = table.columns.map(() => null);
      table.rows.set(key, row);
      differs = true;
    }
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] as number;
      const value = added[at] ?? null;
      if (row[place] === value) continue;
      // A key keeps the spelling it was first stored with.
      if (!differs && table.declaration.key.includes(table.columns[place] as string)) continue;
      noteDay(row);
      row[place] = value;
      differs = true;
    }
    if (!differs) continue;
    noteDay(row);
    touched += 1;
  }
  if (touched > 0) table.changed = true;
  return touched;
}

/** Takes out the rows of these keys, of tables whose key is one column; answers how many there were. */
export function removeRows(table: StoredTable, keys: readonly string[]): number {
  const dated = table.columns.indexOf(table.declaration.dated ?? '');
  let gone = 0;
  for (const key of keys.map(foldKey)) {
    const day = table.rows.get(key)?.[dated];
    if (typeof day === 'number') table.changedFrom = Math.min(table.changedFrom, day);
    if (table.rows.delete(key)) gone += 1;
  }
  if (gone > 0) table.changed = true;
  return gone;
}

/** Place of a column, made where it is missing; names are compared folded, the first spelling stays. */
function placeOf(table: StoredTable, name: string): number {
  const exact = table.columns.indexOf(name);
  if (exact >= 0) return exact;
  const folded = foldName(name);
  const known = table.columns.findIndex((column) => foldName(column) === folded);
  if (known >= 0) return known;
  table.changed = true;
  return table.columns.push(name) - 1;
}

/** Adds the rows of a table of the same dataset whose keys this one lacks. */
export function addMissing(table: StoredTable, older: StoredTable): void {
  const places = older.columns.map((name) => {
    const at = table.columns.indexOf(name);
    return at >= 0 ? at : table.columns.push(name) - 1;
  });
  for (const [key, row] of older.rows) {
    if (table.rows.has(key)) continue;
    const cells: Cell[] = table.columns.map(() => null);
    row.forEach((cell, at) => {
      cells[places[at] as number] = cell;
    });
    table.rows.set(key, cells);
  }
  const width = table.columns.length;
  for (const row of table.rows.values()) while (row.length < width) row.push(null);
}

/** The table as its tab declares it and as the workbook writes it: by day where dated, then by key; days as ISO text. */
export function writtenTable(table: StoredTable): { tab: Tab; rows: Grid } {
  const { declaration, columns } = table;
  const declared = declaration.fields.length;
  const extras = columns.slice(declared).map((name, at) => extraColumn(table, name, declared + at));
  const days = declaration.fields.map((field) => field.type === 'day' || field.type === 'moment');
  const keys = [...table.rows.keys()].sort();
  const dated = declaration.dated === null ? -1 : columns.indexOf(declaration.dated);
  if (dated >= 0) {
    const dayOf = (key: string): number => Number(table.rows.get(key)?.[dated] ?? 0);
    keys.sort((a, b) => dayOf(a) - dayOf(b));
  }
  const rows = keys.map((key) => {
    const row = table.rows.get(key) as Cell[];
    return row.map((cell, at) => (days[at] && typeof cell === 'number' ? formatDay(cell) : cell));
  });
  return { tab: datasetTab(declaration, extras), rows };
}

function extraColumn(table: StoredTable, name: string, place: number): ExtraColumn {
  for (const row of table.rows.values()) {
    const cell = row[place] ?? null;
    if (cell !== null && typeof cell !== 'number') return { name, type: 'text' };
  }
  return { name, type: 'number' };
}
