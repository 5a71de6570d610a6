import type { Grid } from '../../domain/cell';
import { type DatasetName, dataset } from '../../domain/datasets';
import { type ParseContext, parseContext } from '../../domain/parse/context';
import { type Problem, quote } from '../../domain/problem';
import type { Locale } from '../../domain/text';
import type { Workbook } from '../../ports';
import { address } from '../../tables/address';
import { DATA_TABS } from '../../tables/data';
import { ACCOUNT_HISTORY_TAB } from '../../tables/data/account-history';
import { USAGE_TAB } from '../../tables/data/usage';
import { layoutOf } from '../../tables/layout';
import type { Tab } from '../../tables/tab';
import { type AccountHistory, historyRows, readAccountHistory } from './account-history';
import * as messages from './messages';
import { problemList } from './problem-list';
import { keyOf, missingHeader, readStoredTable, type StoredTable, writtenTable } from './stored-table';
import type { UsageBook } from './usage-book';
import { readUsageRows, usageRows } from './usage-series';
import { writeChanges } from './write-changes';

/** Datasets that are kept row by row. */
export type TableName = Exclude<DatasetName, 'usage'>;

/** Usage with the mark that it differs from what the workbook holds. */
export interface StoredUsage {
  readonly book: UsageBook;
  changed: boolean;
}

/**
 * The Data workbook in memory: each tab is read once, when it is first asked for; of a tab that changed, the rows that differ
 * are written. What is dated stands in the order of time, so that a day is added at the end.
 * Asking for a tab whose header was altered throws a KenshinError that names it.
 */
export interface DataStore {
  /** How the workbook's people write numbers and days. */
  readonly context: ParseContext;
  table(name: TableName): StoredTable;
  usage(): StoredUsage;
  history(): AccountHistory;
  /** Writes what changed; answers the names of the tabs it wrote. */
  commit(): readonly string[];
  /** What could not be read in the tabs asked for so far. */
  problems(): readonly Problem[];
}

/** Opens the Data workbook; `language` is that of the headers' notes. Reads nothing yet. */
export function openDataStore(data: Workbook, language: Locale): DataStore {
  const context = parseContext(data.zone, data.locale);
  // What the script wrote is written one way, whatever the workbook's locale.
  const written: ParseContext = { ...context, decimalComma: false };
  const problems = problemList();
  const tables = new Map<TableName, StoredTable>();
  /** Each tab as the workbook holds it, by name. */
  const standing = new Map<string, Grid | null>();
  const read = (tab: string): Grid | null => {
    const grid = data.read(tab);
    standing.set(tab, grid);
    return grid;
  };
  let usage: StoredUsage | null = null;
  let history: AccountHistory | null = null;

  const table = (name: TableName): StoredTable => {
    let found = tables.get(name);
    if (!found) {
      const declaration = dataset(name);
      found = readStoredTable(declaration, read(declaration.tab), written, problems.add);
      tables.set(name, found);
    }
    return found;
  };
  const unreadable = (tab: Tab, row: number, column: number, value: unknown): void => {
    problems.add({
      severity: 'error',
      code: 'stored.unreadable',
      source: tab.name,
      place: address(column, row + 1),
      column: tab.columns[column]?.name ?? '',
      value: quote(value),
      why: messages.storedUnreadable(tab.name),
    });
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
  const write = (tab: Tab, rows: Grid): string => {
    const position = DATA_TABS.findIndex(({ name }) => name === tab.name);
    writeChanges(data, layoutOf(tab, language, position), standing.get(tab.name) ?? null, rows);
    standing.set(tab.name, [tab.columns.map(({ name }) => name), ...rows]);
    return tab.name;
  };
  const readUsage = (): StoredUsage => {
    usage = usage ?? {
      book: readUsageRows(readWhole(USAGE_TAB), ({ row, column, value }) => unreadable(USAGE_TAB, row, column, value)),
      changed: false,
    };
    return usage;
  };
  const readHistory = (): AccountHistory => {
    history =
      history ??
      readAccountHistory(
        readWhole(ACCOUNT_HISTORY_TAB),
        dataset('accounts').fields,
        (accountId) => keyOf([accountId], [0]),
        written,
        (row, column, value) => unreadable(ACCOUNT_HISTORY_TAB, row, column, value),
      );
    return history;
  };
  return {
    context,
    table,
    usage: readUsage,
    history: readHistory,
    problems: problems.all,
    commit: () => {
      const tabs: string[] = [];
      // History first: should the platform stop in between, the next pull finds the same changes again.
      if (history?.changed) {
        tabs.push(write(ACCOUNT_HISTORY_TAB, historyRows(history, table('accounts'))));
        history.changed = false;
      }
      for (const stored of tables.values()) {
        if (!stored.changed) continue;
        const { tab, rows } = writtenTable(stored);
        tabs.push(write(tab, rows));
        stored.changed = false;
      }
      if (usage?.changed) {
        tabs.push(write(USAGE_TAB, usageRows(usage.book)));
        usage.changed = false;
      }
      return tabs;
    },
  };
}
