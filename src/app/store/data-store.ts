import type { Cell, Grid } from '../../domain/cell';
import { type DatasetName, dataset } from '../../domain/datasets';
import { type Day, formatDay } from '../../domain/day';
import { type ParseContext, parseContext } from '../../domain/parse/context';
import { type Problem, quote } from '../../domain/problem';
import type { Locale } from '../../domain/text';
import type { Workbook } from '../../ports';
import { address } from '../../tables/address';
import { DATA_TABS } from '../../tables/data';
import { ACCOUNT_HISTORY_TAB } from '../../tables/data/account-history';
import { ARCHIVE_TAB } from '../../tables/data/archive';
import { datasetTab } from '../../tables/data/dataset-tab';
import { USAGE_TAB } from '../../tables/data/usage';
import { layoutOf } from '../../tables/layout';
import type { Tab } from '../../tables/tab';
import { type AccountHistory, historyRows, readAccountHistory } from './account-history';
import { AGELESS, type Age, dropOldChanges, dropOldRows, dropOldUsage } from './age';
import { openArchive } from './archive';
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
  /** No day before it has changed; unknown where it is left out. */
  changedFrom?: Day | undefined;
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

/** Opens the Data workbook; `language` is that of the headers' notes, `age` says what is archived. Reads nothing yet. */
export function openDataStore(data: Workbook, language: Locale, age: Age = AGELESS): DataStore {
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

  const archive = openArchive(data);
  /** A dated tab with what is archived of it; `column` dates its rows. */
  const readDated = (tab: Tab, column: string, grid: Grid): { grid: Grid; changed: boolean } => {
    const header = grid[0]?.some((cell) => cell !== null && cell !== '')
      ? grid[0]
      : tab.columns.map(({ name }) => name);
    const at = header.indexOf(column);
    return {
      grid: archive.unpack(tab.name, [header, ...grid.slice(1)], (row, cell) =>
        unreadable(ARCHIVE_TAB, row, ARCHIVE_TAB.columns.length - 1, cell),
      ),
      // Rows that grew old, or that a stop left both here and in the archive.
      changed: grid.some((row, place) => place > 0 && isOld(row[at] ?? null, age)),
    };
  };
  const table = (name: TableName): StoredTable => {
    let found = tables.get(name);
    if (!found) {
      const declaration = dataset(name);
      const grid = read(declaration.tab);
      if (declaration.dated === null) found = readStoredTable(declaration, grid, written, problems.add);
      else {
        const dated = readDated(datasetTab(declaration, []), declaration.dated, grid ?? []);
        found = readStoredTable(declaration, dated.grid, written, problems.add);
        found.changed = found.changed || dated.changed;
        dropOldRows(found, age);
      }
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
  /** Hands old rows to the archive and answers the others. */
  const split = (tab: Tab, column: string, rows: Grid): Grid => {
    const at = tab.columns.findIndex(({ name }) => name === column);
    const old = rows.filter((row) => isOld(row[at] ?? null, age));
    const header = tab.columns.map(({ name }) => name);
    archive.pack(
      tab.name,
      header,
      old.map((cells) => ({ month: String(cells[at]).slice(0, 7), cells })),
    );
    return old.length === 0 ? rows : rows.filter((row) => !isOld(row[at] ?? null, age));
  };
  const readUsage = (): StoredUsage => {
    if (usage === null) {
      const { grid, changed } = readDated(USAGE_TAB, 'month', readWhole(USAGE_TAB));
      const book = readUsageRows(grid, ({ row, column, value }) => unreadable(USAGE_TAB, row, column, value));
      usage = { book, changed: dropOldUsage(book, age) || changed };
    }
    return usage;
  };
  const readHistory = (): AccountHistory => {
    if (history === null) {
      history = readAccountHistory(
        readWhole(ACCOUNT_HISTORY_TAB),
        dataset('accounts').fields,
        (accountId) => keyOf([accountId], [0]),
        written,
        (row, column, value) => unreadable(ACCOUNT_HISTORY_TAB, row, column, value),
      );
      dropOldChanges(history, age);
    }
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
      const recent: { readonly tab: Tab; readonly rows: Grid }[] = [];
      const archiveOld = (tab: Tab, column: string | null, rows: Grid): void => {
        recent.push({ tab, rows: column === null ? rows : split(tab, column, rows) });
      };
      for (const stored of tables.values()) {
        if (!stored.changed) continue;
        dropOldRows(stored, age);
        const { tab, rows } = writtenTable(stored);
        archiveOld(tab, stored.declaration.dated, rows);
        stored.changed = false;
      }
      if (usage?.changed) {
        dropOldUsage(usage.book, age);
        const { changedFrom } = usage;
        // An ordinary day leaves the archive alone: packing years of usage again takes longer than the pull.
        if (changedFrom !== undefined && !isOld(formatDay(changedFrom), age)) {
          recent.push({ tab: USAGE_TAB, rows: usageRows(usage.book, age.archiveBefore) });
        } else {
          archiveOld(USAGE_TAB, 'month', usageRows(usage.book));
        }
        usage.changed = false;
        usage.changedFrom = undefined;
      }
      // The archive first: rows that stand in both are one, rows that stand in neither are lost.
      archive.commit(language);
      for (const { tab, rows } of recent) tabs.push(write(tab, rows));
      return tabs;
    },
  };
}

/** Whether a cell that begins with a year and a month is of a month that is archived. */
function isOld(cell: Cell, { archiveBefore }: Age): boolean {
  return typeof cell === 'string' && cell.slice(0, 7) < archiveBefore && /^\d{4}-\d{2}/.test(cell);
}
