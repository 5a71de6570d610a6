import type { Cell, Grid, Row } from '../../domain/cell';
import { type Day, formatDay, parseDay } from '../../domain/day';
import type { Held } from '../../domain/facts';
import { foldKey } from '../../domain/parse/fold';

/** Cells of a row by column. */
export type Cells = Readonly<Record<string, Cell>>;

/** Something that was changed on a day: the cells that were different until then, null where the row was not there. */
export interface RowChange {
  /** `NOW` for a row as it was last seen, of tabs that people write: they do not say what was there before. */
  readonly day: Day;
  readonly was: Cells | null;
}

/** How rows that are changed in place stood before: by dataset and key, oldest first. */
export interface RowHistory {
  readonly changes: Map<string, Map<string, RowChange[]>>;
  changed: boolean;
}

const NOW = Number.POSITIVE_INFINITY;
/** A cell holds 50,000 characters (Google Drive limits). */
const CHARACTERS = 45000;
/** Characters of all changes; beyond them the oldest give way, as every run reads the tab. */
const MOST = 6_000_000;
/** Longer texts are cut: they are words, no readings. */
const LONGEST = 500;

/**
 * Reads the Row History tab (the header first), but for what was overtaken before `keepFrom`. `unreadable` gets the row (0
 * is the header) and column of what cannot be read; `crowded` is told when the oldest changes give way.
 */
export function readRowHistory(
  grid: Grid,
  keepFrom: Day,
  unreadable: (row: number, column: number, cell: Cell) => void,
  crowded: () => void,
): RowHistory {
  const history: RowHistory = { changes: new Map(), changed: false };
  let room = MOST * 0.9;
  grid.forEach(([name = null, date = null, text = null], at) => {
    if (at === 0 || text === null || text === '') return;
    const day = date === null || date === '' ? NOW : parseDay(String(date).slice(0, 10));
    if (day === null) {
      unreadable(at, 1, date);
      return;
    }
    if (day <= keepFrom) {
      history.changed = true;
      return;
    }
    try {
      const records = JSON.parse(String(text)) as Record<string, Cells | null>;
      const byKey = made(history.changes, String(name), newMap);
      for (const key of Object.keys(records)) made(byKey, key, newList).push({ day, was: records[key] ?? null });
      if (day < NOW) room -= String(text).length;
    } catch {
      unreadable(at, 2, text);
    }
  });
  for (const byKey of history.changes.values()) for (const list of byKey.values()) list.sort((a, b) => a.day - b.day);
  if (room < 0) crowded();
  return history;
}

const newMap = () => new Map<string, RowChange[]>();
const newList = (): RowChange[] => [];

function made<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** Books how a row stood before `today`; of several changes on one day the first tells. */
export function noteChange(history: RowHistory, dataset: string, key: string, was: Cells | null, today: Day): void {
  const list = made(made(history.changes, dataset, newMap), key, newList);
  const last = list[list.length - 1];
  if (last?.day !== today) list.push({ day: today, was });
  else if (was && last.was) list[list.length - 1] = { day: today, was: { ...was, ...last.was } };
  history.changed = true;
}

/** Books what differs from when the rows that people write were last seen; of what is seen first nothing is known before. */
export function noteSeen(history: RowHistory, dataset: string, rows: ReadonlyMap<string, Cells>, today: Day): void {
  const isFirst = !history.changes.has(dataset);
  history.changed = history.changed || isFirst;
  const byKey = made(history.changes, dataset, newMap);
  for (const key of new Set([...byKey.keys(), ...rows.keys()])) {
    const list = made(byKey, key, newList);
    const had = list[list.length - 1]?.day === NOW ? (list.pop() as RowChange).was : null;
    const is = rows.get(key) ?? null;
    if (!isFirst && JSON.stringify(had) !== JSON.stringify(is)) noteChange(history, dataset, key, had, today);
    if (is) list.push({ day: NOW, was: is });
  }
}

/** Forgets rows that are taken out: their source says that they should never have been there. */
export function forgetRows(history: RowHistory, dataset: string, keys: readonly string[]): void {
  const byKey = history.changes.get(dataset);
  for (const key of keys) if (byKey?.delete(foldKey(key))) history.changed = true;
}

/** Cells as the history keeps them. */
export function cellsOf(columns: readonly string[], cells: Row): Cells {
  return Object.fromEntries(
    columns.map((column, at) => {
      const cell = cells[at] ?? null;
      return [column, typeof cell === 'string' ? cell.slice(0, LONGEST) : cell];
    }),
  );
}

/** Every way a row stood, the newest first, where it was changed: `row` is what it is now, null where it is no longer there. */
export function waysOf(
  row: Row | null,
  changes: readonly RowChange[] | undefined,
  columns: readonly string[],
): { readonly cells: Row; readonly held?: Held }[] {
  const ways: { cells: Row; held: Held }[] = [];
  let [cells, until] = [row, NOW];
  const add = (from: Day): void => {
    if (cells) ways.push({ cells: [...cells], held: { from, until } });
    until = from;
  };
  const past = (changes ?? []).filter(({ day }) => day < NOW);
  if (row && past.length === 0) return [{ cells: row }];
  for (const { day, was } of past.reverse()) {
    add(day);
    const after: Row = cells ?? [];
    cells = was && columns.map((column, at) => (Object.keys(was).includes(column) ? was[column] : after[at]) ?? null);
  }
  add(Number.NEGATIVE_INFINITY);
  return ways;
}

/** The history as rows of its tab: what was last seen, then by day and dataset, so that a day adds at the end. */
export function rowHistoryRows({ changes }: RowHistory): Grid {
  const packs = new Map<string, string[]>();
  for (const [dataset, byKey] of changes) {
    packs.set(` ${dataset}`, []);
    for (const key of [...byKey.keys()].sort()) {
      for (const { day, was } of byKey.get(key) as RowChange[]) {
        const pack = made(packs, `${day < NOW ? formatDay(day) : ''} ${dataset}`, (): string[] => []);
        pack.push(`${JSON.stringify(key)}:${JSON.stringify(was)}`);
      }
    }
  }
  let room = MOST;
  const rows = [...packs.keys()].sort().flatMap((name) => {
    const [date = '', dataset = ''] = name.split(' ');
    return textsOf(packs.get(name) as string[]).map((text): Row => [dataset, date || null, text]);
  });
  const fits = ([, date, text]: Row): boolean => {
    if (date !== null) room -= String(text).length;
    return date === null || room >= 0;
  };
  return rows.reverse().filter(fits).reverse();
}

/** The records as texts that fit a cell each. */
function textsOf(records: readonly string[]): string[] {
  const texts: string[] = [];
  let text = '';
  for (const record of records) {
    if (record.length > CHARACTERS) continue;
    if (text.length + record.length > CHARACTERS) {
      texts.push(`{${text}}`);
      text = '';
    }
    text += (text && ',') + record;
  }
  return [...texts, `{${text}}`];
}
