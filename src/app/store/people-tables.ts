import type { Cell, Row } from '../../domain/cell';
import { PEOPLE_COLUMNS } from '../../domain/datasets';
import { foldColumn } from '../../domain/expression/plain-text';
import type { Facts, FactTable, Held } from '../../domain/facts';
import { type Identity, onlyOf } from '../../domain/identity/identity';
import { foldKey } from '../../domain/parse/fold';
import { type Cells, cellsOf, noteSeen, type RowHistory, waysOf } from './row-history';

type Dataset = keyof typeof PEOPLE_COLUMNS;

/** A pulse or a goal that a person recorded in the Health workbook. */
export interface PeopleRecord {
  /** '' where the person gave it none. */
  readonly id: string;
  /** In the order of its dataset's columns. */
  readonly cells: Row;
  /** Cells of columns that people added to the tab, by header. */
  readonly own?: Cells;
}

/** What people recorded in the Health workbook. */
export type PeopleRecords = Readonly<Record<Dataset, readonly PeopleRecord[]>>;

/** Rows of a tab by key; declared columns first, then those that people added. */
interface PeopleRows {
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<string, Row>;
}

const DATASETS = Object.keys(PEOPLE_COLUMNS) as Dataset[];

/** Books in the history what people changed since their tabs were last seen; the words of a pulse are not kept. */
export function notePeople(history: RowHistory, people: PeopleRecords, today: number): void {
  for (const name of DATASETS) {
    const { columns, rows } = rowsOf(name, people[name]);
    const seen = new Map<string, Cells>();
    for (const [key, row] of rows) {
      const { note, ...cells } = cellsOf(columns, row);
      seen.set(key, cells);
    }
    noteSeen(history, name, seen, today);
  }
}

/**
 * The facts with what people recorded, as the tables `pulses` and `goals`; by the history, rows that were changed or taken
 * out stand there as they were, too.
 */
export function withPeopleTables(
  facts: Facts,
  people: PeopleRecords,
  identity?: Identity,
  history?: Pick<RowHistory, 'changes'>,
): Facts {
  const idOf = idsOf(facts, identity);
  const tables = DATASETS.map((name) => [name, tableOf(name, rowsOf(name, people[name]), idOf, history)]);
  return { ...facts, tables: { ...facts.tables, ...Object.fromEntries(tables) } };
}

/** Accounts that a tab of people's names and that nobody knows, each once; none where there are no accounts at all. */
export function strangersIn(facts: Facts, records: readonly PeopleRecord[], identity?: Identity): string[] {
  const { byAccount } = facts.accounts;
  const idOf = idsOf(facts, identity);
  const named = byAccount.size === 0 ? [] : records.map(({ cells }) => String(cells[0]));
  return [...new Set(named.filter((id) => !byAccount.has(idOf(id))))];
}

function idsOf(facts: Facts, identity?: Identity): (accountId: string) => string {
  const ids = new Map([...facts.accounts.byAccount.keys()].map((id) => [foldKey(id), id]));
  return (accountId) => (identity && onlyOf(identity.match(accountId, []))) ?? ids.get(foldKey(accountId)) ?? accountId;
}

/** Rows without an id of their own are told apart by their order. */
function rowsOf(dataset: Dataset, records: readonly PeopleRecord[]): PeopleRows {
  const declared: readonly string[] = PEOPLE_COLUMNS[dataset];
  const names = new Set(records.flatMap(({ own = {} }) => Object.keys(own)));
  const added = [...names].filter((name) => !declared.includes(foldColumn(name)));
  const rows = new Map<string, Row>();
  for (const { id, cells, own } of records) {
    let key = id || String(cells[0]);
    while (rows.has(key)) key += '+';
    rows.set(key, [...cells, ...added.map((name) => own?.[name] ?? null)]);
  }
  return { columns: [...declared, ...added], rows };
}

/** In the order of the keys: sums over rows that stood then come out as they did then. */
function tableOf(
  name: Dataset,
  { columns, rows }: PeopleRows,
  idOf: (accountId: string) => string,
  history?: Pick<RowHistory, 'changes'>,
): FactTable {
  const changes = history?.changes.get(name);
  const dated = name === 'pulses' ? columns.indexOf('at') : -1;
  const byAccount = new Map<string, Row[]>();
  const held = new Map<Row, Held>();
  for (const key of [...new Set([...rows.keys(), ...(changes?.keys() ?? [])])].sort()) {
    for (const way of waysOf(rows.get(key) ?? null, changes?.get(key), columns)) {
      const [account = null, ...cells] = way.cells;
      const id = idOf(String(account));
      const row: Cell[] = [id, ...cells];
      if (way.held) held.set(row, way.held);
      byAccount.set(id, [...(byAccount.get(id) ?? []), row]);
    }
  }
  if (dated >= 0) for (const list of byAccount.values()) list.sort((a, b) => Number(a[dated]) - Number(b[dated]));
  return { columns, dated, byAccount, held };
}
