import type { Cell, Grid } from '../../domain/cell';
import { type DatasetName, dataset } from '../../domain/datasets';
import type { Day } from '../../domain/day';
import { type ParseContext, parseContext } from '../../domain/parse/context';
import { type Problem, quote } from '../../domain/problem';
import type { Locale } from '../../domain/text';
import type { Workbook } from '../../ports';
import { address } from '../../tables/address';
import { DATA_TABS } from '../../tables/data';
import { ACCOUNT_HISTORY_TAB } from '../../tables/data/account-history';
import { ARCHIVED, archiveTab } from '../../tables/data/archive';
import { ROW_HISTORY_TAB } from '../../tables/data/row-history';
import { USAGE_TAB } from '../../tables/data/usage';
import { layoutOf } from '../../tables/layout';
import type { Tab } from '../../tables/tab';
import { type AccountHistory, historyRows, readAccountHistory } from './account-history';
import { AGELESS, type Age, dropOldChanges, monthFrom } from './age';
import { type Archive, openArchive, RECORDS } from './archive';
import * as messages from './messages';
import { problemList } from './problem-list';
import { type RowHistory, readRowHistory, rowHistoryRows } from './row-history';
import { keyOf, missingHeader, readStoredTable, type StoredTable, writtenTable } from './stored-table';
import { type DatedTable, openDatedTable } from './table-store';
import type { UsageBook } from './usage-book';
import { openUsage, type StoredUsage } from './usage-store';
import { writeChanges } from './write-changes';

/** Datasets that are kept row by row. */
export type TableName = Exclude<DatasetName, 'usage'>;

/**
 * The Data workbook in memory: each tab is read once, when it is first asked for, and of an archive the months that are
 * needed; of a tab that changed, the rows that differ are written. What is dated stands in the order of time, so that a day
 * is added at the end. Asking for a tab whose header was altered throws a KenshinError that names it.
 */
export interface DataStore {
  /** How the workbook's people write numbers and days. */
  readonly context: ParseContext;
  /** A table to be changed by rows dated `from` or later; without it, the whole table. */
  table(name: TableName, from?: Day): StoredTable;
  /** Puts usage in; answers whether anything changed. */
  mergeUsage(added: UsageBook): boolean;
  /** What there is to read of a table as of `to`, looking back to `from`. */
  tableBetween(name: TableName, from: Day, to: Day): StoredTable;
  usageBetween(from: Day, to: Day): UsageBook;
  history(): AccountHistory;
  /** How rows stood before they were changed. */
  rowHistory(): RowHistory;
  /** Writes what changed; answers the names of the tabs it wrote. */
  commit(): readonly string[];
  /** What could not be read in the tabs asked for so far. */
  problems(): readonly Problem[];
}

/**
 * Opens the Data workbook; `language` is that of the headers' notes, `age` says what is archived. `changes` is told
 * before the first write. Reads nothing yet.
 */
export function openDataStore(
  data: Workbook,
  language: Locale,
  age: Age = AGELESS,
  changes: () => void = () => undefined,
): DataStore {
  const context = parseContext(data.zone, data.locale);
  // What the script wrote is written one way, whatever the workbook's locale.
  const written: ParseContext = { ...context, decimalComma: false };
  const problems = problemList();
  const tables = new Map<TableName, StoredTable>();
  const dated = new Map<TableName, DatedTable>();
  const archives: Archive[] = [];
  /** Each tab as the workbook holds it, by name. */
  const standing = new Map<string, Grid | null>();
  let usage: StoredUsage | null = null;
  let history: AccountHistory | null = null;
  let rowHistory: RowHistory | null = null;

  const read = (tab: string): Grid | null => {
    const grid = data.read(tab);
    standing.set(tab, grid);
    return grid;
  };
  const unreadable = (
    tab: Tab,
    row: number,
    column: number,
    value: unknown,
    why = messages.storedUnreadable(tab.name),
  ): void => {
    problems.add({
      severity: 'error',
      code: 'stored.unreadable',
      source: tab.name,
      place: address(column, row),
      column: tab.columns[column]?.name ?? '',
      value: quote(value),
      why,
    });
  };
  const archiveOf = (tab: string): Archive => {
    const archive = openArchive(data, tab, language);
    archives.push(archive);
    return archive;
  };
  const unreadableArchive = (tab: string) => (_: Archive, row: number, cell: Cell) =>
    unreadable(archiveTab(tab), row, RECORDS, cell);
  const openDated = (name: TableName): DatedTable => {
    let found = dated.get(name);
    if (!found) {
      const declaration = dataset(name);
      found = openDatedTable({
        declaration,
        grid: read(declaration.tab),
        archive: archiveOf(declaration.tab),
        age,
        context: written,
        report: problems.add,
        unreadable: unreadableArchive(declaration.tab),
      });
      dated.set(name, found);
    }
    return found;
  };
  const whole = (name: TableName): StoredTable => {
    let found = tables.get(name);
    if (!found) {
      const declaration = dataset(name);
      found = readStoredTable(declaration, read(declaration.tab), written, problems.add);
      tables.set(name, found);
    }
    return found;
  };
  const readWhole = (tab: Tab): Grid => {
    const grid = read(tab.name) ?? [];
    const header = grid[0] ?? [];
    if (header.some((cell) => cell !== null && cell !== '')) {
      tab.columns.forEach(({ name }, at) => {
        if (header[at] !== name) throw missingHeader(tab.name, name);
      });
    }
    return grid;
  };
  const openedUsage = (): StoredUsage => {
    usage =
      usage ??
      openUsage({
        grid: readWhole(USAGE_TAB),
        archive: archiveOf(USAGE_TAB.name),
        age,
        unreadable: ({ row, column, value }) => unreadable(USAGE_TAB, row + 1, column, value),
        unreadableArchive: unreadableArchive(USAGE_TAB.name),
      });
    return usage;
  };
  const readHistory = (): AccountHistory => {
    if (history === null) {
      history = readAccountHistory(
        readWhole(ACCOUNT_HISTORY_TAB),
        dataset('accounts').fields,
        (accountId) => keyOf([accountId], [0]),
        written,
        (row, column, value) => unreadable(ACCOUNT_HISTORY_TAB, row + 1, column, value),
      );
      dropOldChanges(history, age);
    }
    return history;
  };
  const openedRowHistory = (): RowHistory => {
    rowHistory =
      rowHistory ??
      readRowHistory(
        readWhole(ROW_HISTORY_TAB),
        age.keepFrom,
        (row, column, cell) => unreadable(ROW_HISTORY_TAB, row + 1, column, cell),
        () => unreadable(ROW_HISTORY_TAB, 1, 1, '', messages.historyCrowded()),
      );
    return rowHistory;
  };
  const write = (tab: Tab, rows: Grid): string => {
    const position = DATA_TABS.findIndex(({ name }) => name === tab.name);
    writeChanges(data, layoutOf(tab, language, position), standing.get(tab.name) ?? null, rows);
    standing.set(tab.name, [tab.columns.map(({ name }) => name), ...rows]);
    return tab.name;
  };
  const isArchived = (name: TableName): boolean => ARCHIVED.includes(name);
  return {
    context,
    table: (name, from = Number.NEGATIVE_INFINITY) => (isArchived(name) ? openDated(name).from(from) : whole(name)),
    mergeUsage: (added) => openedUsage().merge(added),
    tableBetween: (name, from, to) => (isArchived(name) ? openDated(name).between(from, to) : whole(name)),
    usageBetween: (from, to) => openedUsage().between(from, to),
    history: readHistory,
    rowHistory: openedRowHistory,
    problems: problems.all,
    commit: () => {
      const tabs: string[] = [];
      const plain = [...tables.values()].filter(({ changed }) => changed);
      const packing = [...dated.values(), ...(usage ? [usage] : [])].filter((each) => each.changed());
      if (!history?.changed && !rowHistory?.changed && plain.length + packing.length === 0) return tabs;
      changes();
      // History first: should the platform stop in between, the next pull finds the same changes again.
      if (history?.changed) {
        tabs.push(write(ACCOUNT_HISTORY_TAB, historyRows(history, whole('accounts'))));
        history.changed = false;
      }
      if (rowHistory?.changed) {
        tabs.push(write(ROW_HISTORY_TAB, rowHistoryRows(rowHistory)));
        rowHistory.changed = false;
      }
      for (const table of plain) {
        const { tab, rows } = writtenTable(table);
        tabs.push(write(tab, rows));
        table.changed = false;
      }
      // Archives before their tabs: rows that stand in both are one, rows that stand in neither are lost.
      const recent = packing.map((each) => each.pack());
      for (const archive of archives) archive.dropBefore(monthFrom(age.keepFrom, age));
      for (const { tab, rows } of recent) tabs.push(write(tab, rows));
      return tabs;
    },
  };
}
