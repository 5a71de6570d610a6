import { type DatasetName, dataset } from '../../domain/datasets';
import type { Day } from '../../domain/day';
import { type Problem, quote } from '../../domain/problem';
import type { Text } from '../../domain/text';
import { isKenshinError, withoutAddresses } from '../../errors';
import type { Platform } from '../../ports';
import { SOURCES } from '../../sources';
import type { Pulled, SourceSetting } from '../../sources/source';
import { noteChanges } from '../store/account-history';
import type { DataStore } from '../store/data-store';
import { problemList } from '../store/problem-list';
import { upsert } from '../store/stored-table';
import { firstDayIn, mergeUsage } from '../store/usage-book';
import { lastGoodPulls, noteGoodPulls } from './last-good';
import { mapColumns, requireFields } from './mapping';
import * as messages from './messages';
import { readRows } from './read-rows';
import { isLong, readUsage } from './read-usage';

export interface PullRequest {
  readonly platform: Pick<Platform, 'clock' | 'workbooks' | 'http' | 'files' | 'secrets' | 'store'>;
  readonly settings: readonly SourceSetting[];
  readonly store: DataStore;
  /** The day attribute changes are booked on, in the workbook's zone. */
  readonly today: Day;
  /** `hourly` asks only the sources that are to be pulled every hour. */
  readonly only: 'all' | 'hourly';
  /** Index of the source to go on at, 0 first. */
  readonly from: number;
  /** No further source is begun once less time than this remains. */
  readonly marginMilliseconds: number;
  /** Trouble of the platform is taken for the source's own; otherwise it is thrown, for the pull to be tried again. */
  readonly lastTry: boolean;
}

/** What became of one source. */
export interface SourceReport {
  readonly sourceId: string;
  readonly dataset: DatasetName;
  readonly state: 'done' | 'failed';
  /** Rows the source had. */
  readonly rows: number;
  /** Rows kept; of usage the values kept. */
  readonly kept: number;
  readonly said: Text;
  /** When it last brought its data, this pull included, in milliseconds; null for never. */
  readonly lastGood: number | null;
}

export interface PullReport {
  readonly sources: readonly SourceReport[];
  readonly problems: readonly Problem[];
  /** Index of the source to go on at in the next execution; null when all were asked. */
  readonly next: number | null;
  /** Tabs of the Data workbook that were written. */
  readonly written: readonly string[];
}

type Report = (problem: Omit<Problem, 'source'>) => void;
type Brought = Pick<SourceReport, 'rows' | 'kept' | 'said'>;

/**
 * Pulls the sources one by one into the store and commits it. A source that fails is a problem, its last good data stay
 * and the others go on; nothing is committed where the platform's own trouble is thrown. Pulling the same data again writes nothing.
 */
export function pull(request: PullRequest): PullReport {
  const { platform, settings, store, only, from } = request;
  const problems = problemList();
  const lastGood = lastGoodPulls(platform.store);
  const sources: SourceReport[] = [];
  let next: number | null = null;
  for (let index = from; index < settings.length; index += 1) {
    const setting = settings[index] as SourceSetting;
    if (only === 'hourly' && setting.every !== 'hourly') continue;
    // One source a slice at least, or a small margin would never end.
    if (sources.length > 0 && platform.clock.remaining() < request.marginMilliseconds) {
      next = index;
      break;
    }
    const report: Report = (problem) => problems.add({ ...problem, source: setting.id });
    const named = { sourceId: setting.id, dataset: setting.dataset };
    try {
      const brought = pullOne(request, setting, report);
      sources.push({ ...named, ...brought, state: 'done', lastGood: platform.clock.now() });
    } catch (error) {
      if (!request.lastTry && !isKenshinError(error)) throw error;
      const said = reasonOf(error);
      report({ severity: 'error', code: codeOf(error), place: '', column: '', value: detailOf(error), why: said });
      sources.push({ ...named, state: 'failed', rows: 0, kept: 0, said, lastGood: lastGood.get(setting.id) ?? null });
    }
  }
  const written = store.commit();
  const done = sources.filter(({ state }) => state === 'done').map(({ sourceId }) => sourceId);
  noteGoodPulls(platform.store, done, platform.clock.now());
  return { sources, problems: problems.all(), next, written };
}

function pullOne(request: PullRequest, setting: SourceSetting, report: Report): Brought {
  const { clock, http, files, workbooks, secrets } = request.platform;
  const source = SOURCES.find(({ kind }) => kind === setting.kind);
  if (!source) throw new Error(`no source of kind ${setting.kind}`);
  const pulled = source.read({ setting, clock, http, files, workbooks, secrets, cursor: null, report });
  if (pulled.columns.length === 0) return nothing(pulled, report);
  return setting.dataset === 'usage'
    ? pullUsage(request, setting, pulled, report)
    : pullTable(request, setting, setting.dataset, pulled, report);
}

function pullTable(
  { store, today }: PullRequest,
  setting: SourceSetting,
  name: Exclude<DatasetName, 'usage'>,
  pulled: Pulled,
  report: Report,
): Brought {
  const declaration = dataset(name);
  const mapping = mapColumns(declaration, setting, pulled, report);
  const required = declaration.fields.filter((field) => field.required).map((field) => field.name);
  requireFields(declaration, required, mapping, pulled);
  const read = readRows(declaration, mapping, pulled, store.context, report);
  if (read.seen === 0) return nothing(pulled, report);
  const table = store.table(name);
  const history = name === 'accounts' ? store.history() : null;
  const before = new Set(table.rows.size > 0 ? table.columns : []);
  const changed = upsert(table, read.columns, read.rows.values());
  if (history) noteChanges(history, table, read.columns, before, today);
  const extras = mapping.extras.map((extra) => extra.name);
  return {
    rows: read.seen,
    kept: read.rows.size,
    said: messages.rowsPulled(read.seen, read.rows.size, changed, extras),
  };
}

function pullUsage({ store }: PullRequest, setting: SourceSetting, pulled: Pulled, report: Report): Brought {
  const declaration = dataset('usage');
  const mapping = mapColumns(declaration, setting, pulled, report);
  const required = isLong(mapping) ? ['account_id', 'date', 'measure', 'value'] : ['account_id', 'date'];
  requireFields(declaration, required, mapping, pulled);
  const { book, seen, kept } = readUsage(declaration, mapping, setting.measures, pulled, store.context, report);
  if (seen === 0) return nothing(pulled, report);
  const stored = store.usage();
  if (mergeUsage(stored.book, book)) {
    const first = firstDayIn(book);
    stored.changedFrom = stored.changed ? stored.changedFrom && Math.min(stored.changedFrom, first) : first;
    stored.changed = true;
  }
  return { rows: seen, kept, said: messages.usagePulled(seen, kept) };
}

/** A header without rows: said, since it is more often a mistake than the truth. */
function nothing(pulled: Pulled, report: Report): Brought {
  const why = messages.noRows(pulled.name);
  report({ severity: 'warning', code: 'rows.none', place: '', column: '', value: pulled.name, why });
  return { rows: 0, kept: 0, said: why };
}

function reasonOf(error: unknown): Text {
  if (!isKenshinError(error)) return messages.unexpected();
  return { en: `${error.text.en} ${error.next.en}`, ja: `${error.text.ja}${error.next.ja}` };
}

function codeOf(error: unknown): string {
  return isKenshinError(error) ? `source.${error.kind}` : 'source.bug';
}

/** For our own mistakes only: errors of the platform are words for people already. */
function detailOf(error: unknown): string {
  return isKenshinError(error) ? '' : quote(withoutAddresses(String(error)));
}
