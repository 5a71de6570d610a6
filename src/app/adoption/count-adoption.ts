import type { Cell, Grid } from '../../domain/cell';
import type { Config } from '../../domain/config/config';
import { type Day, formatDay, parseDay } from '../../domain/day';
import type { Platform, Workbook } from '../../ports';
import { ADOPTION_DAYS } from '../../tables/data/adoption-days';
import { ADOPTION, ADOPTION_IMPORT, ADOPTION_LOG } from '../../tables/health/adoption';
import { layoutOf } from '../../tables/layout';
import { type ReadTab, readTab, type TabRecord, toRow } from '../../tables/rows';
import type { Tab } from '../../tables/tab';
import type { Progress } from '../run/progress';
import { writeChanges } from '../store/write-changes';
import { dataWorkbook } from '../workbooks';
import { adoptionRecords, type DayCount, WINDOW } from './adoption-records';
import { type PendingDay, pendingDays } from './use-day';

/**
 * Brings Adoption up to a day. Pending days that are over become rows of Adoption Days, and are forgotten only once
 * those rows are committed; the row of a person's day is put in place of one that stands, so that counting it again
 * after a stop changes nothing. A day that goes on is counted where it waits.
 */
export function countAdoption(platform: Platform, progress: Progress, config: Config, asOf: Day): void {
  const { health } = progress;
  const data = dataWorkbook(platform);
  const pending = pendingDays(platform);
  const over = pending.filter(({ day }) => day < asOf);
  const daysGrid = data.read(ADOPTION_DAYS.name);
  const logGrid = health.read(ADOPTION_LOG.name);
  const days = openTab(ADOPTION_DAYS, daysGrid);
  const log = openTab(ADOPTION_LOG, logGrid);
  const imported = openTab(ADOPTION_IMPORT, health.read(ADOPTION_IMPORT.name));
  const found = [days, log, imported];
  progress.problems().replace(
    found.flatMap(({ problems }) => problems),
    ({ source }) => found.some(({ tab }) => tab.name === source),
  );
  // Writing such a tab again would lose what it holds; what is pending waits until the header is mended.
  if (!days.headerOk || !log.headerOk) return;
  const counts = new Map<string, DayCount>();
  for (const count of [...countsOf(days, 'email', 'date', 'uses'), ...over.map(countOf)]) {
    counts.set(`${count.email}|${count.day}`, count);
  }
  const kept = keptDays([...counts.values()], config, asOf);
  const today = pending.filter(({ day }) => day === asOf).map(countOf);
  const all = [...kept, ...today, ...countsOf(imported, 'Email', 'Date', 'Uses')];
  const write = (book: Workbook, tab: Tab, before: Grid | null, records: readonly TabRecord[]): void => {
    // Set-up explains the headers of its tabs; a tab that is made here has to be explained here.
    const words = before === null ? platform.words()[tab.name]?.columns : {};
    const layout = layoutOf(tab, config.settings.language, 0, {}, words);
    const rows = records.map((record) => toRow(tab, record));
    writeChanges(book, layout, before, rows);
  };
  write(data, ADOPTION_DAYS, daysGrid, kept.map(dayRecord));
  write(health, ADOPTION, health.read(ADOPTION.name), adoptionRecords(config.members, all, asOf));
  if (config.settings.adoptionDetail) {
    write(health, ADOPTION_LOG, logGrid, logRecords(log, pending, asOf - config.settings.adoptionLogDays));
  } else {
    health.remove(ADOPTION_LOG.name);
  }
  health.flush();
  for (const { key } of over) platform.store.remove(key);
}

/** A tab that is not there yet has no rows; set-up makes it. */
function openTab(tab: Tab, grid: Grid | null): ReadTab {
  return readTab(tab, grid ?? [tab.columns.map(({ name }) => name)]);
}

function countOf({ email, day, uses, marks }: PendingDay): DayCount {
  return { email, day, uses, accounts: marks.length };
}

/** What the rows count; a row that lacks its person or day is named in the tab's problems already. */
function countsOf({ records }: ReadTab, email: string, date: string, uses: string): DayCount[] {
  return records.flatMap(({ values, refused }) => {
    const day = parseDay(String(values[date] ?? ''));
    const person = values[email] ?? null;
    if (person === null || day === null || refused.has(uses)) return [];
    return [
      {
        email: String(person).toLowerCase(),
        day,
        uses: numberOf(values[uses]) ?? 1,
        accounts: numberOf(values.accounts) ?? 0,
      },
    ];
  });
}

function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}

/** The days of the window, and the last one of each member; ordered by day. */
function keptDays(counts: readonly DayCount[], { members }: Config, asOf: Day): DayCount[] {
  const known = new Set(members.map(({ email }) => email.toLowerCase()));
  const last = new Map<string, Day>();
  for (const { email, day } of counts) last.set(email, Math.max(day, last.get(email) ?? day));
  return counts
    .filter(({ email, day }) => day > asOf - WINDOW || (known.has(email) && day === last.get(email)))
    .sort((a, b) => a.day - b.day || (a.email < b.email ? -1 : 1));
}

function dayRecord({ email, day, uses, accounts }: DayCount): TabRecord {
  return { email, date: formatDay(day), uses, accounts };
}

/** The log with the pending uses, by ids, so that each is there once; days up to `gone` leave. In order of time. */
function logRecords(log: ReadTab, pending: readonly PendingDay[], gone: Day): TabRecord[] {
  const records = new Map(log.records.map(({ values }) => [values['Log ID'], values]));
  for (const { email, day, log: uses } of pending) {
    for (const [time, accountId] of uses) {
      const at = `${formatDay(day)}T${time}`;
      const id = `${email}|${at}|${accountId}`;
      records.set(id, { 'Log ID': id, Email: email, 'Use Timestamp': at, Account: accountId || null });
    }
  }
  const since = formatDay(gone + 1);
  const order = (record: TabRecord): string => `${String(record['Use Timestamp'])}|${String(record['Log ID'])}`;
  return [...records.values()]
    .filter((record) => order(record) >= since)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
