import { type DatasetDeclaration, type DatasetName, dataset } from '../../domain/datasets';
import { type Day, formatDay } from '../../domain/day';
import { type Problem, quote } from '../../domain/problem';
import type { Text } from '../../domain/text';
import { isKenshinError, KenshinError, withoutAddresses } from '../../errors';
import type { Platform } from '../../ports';
import { SOURCES } from '../../sources';
import type { Pulled, SourceDeclaration, SourceSetting } from '../../sources/source';
import { noteChanges } from '../store/account-history';
import type { DataStore } from '../store/data-store';
import { problemList } from '../store/problem-list';
import { forgetRows } from '../store/row-history';
import { removeRows, upsert } from '../store/stored-table';
import { keepPast } from './keep-past';
import { type Mapping, mapColumns, requireFields } from './mapping';
import * as messages from './messages';
import { readRows } from './read-rows';
import { isLong, readUsage } from './read-usage';
import { fittingMemory, rememberedSources, rememberSources, type SourceMemory } from './source-memory';

export interface PullRequest {
  readonly platform: Pick<
    Platform,
    'clock' | 'workbooks' | 'http' | 'files' | 'secrets' | 'store' | 'token' | 'webToken' | 'databases' | 'forms'
  >;
  readonly settings: readonly SourceSetting[];
  readonly store: DataStore;
  /** The day attribute changes are booked on, in the workbook's zone. */
  readonly today: Day;
  /** Whether a metric reads a column that the dataset does not declare. */
  readonly isRead: (dataset: DatasetName, column: string) => boolean;
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
  /** Whether what stood in Problems about a place of this source is settled by this pull. */
  supersedes(place: string): boolean;
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

/** One bite of a source. */
interface Bite {
  readonly rows: number;
  readonly kept: number;
  readonly said: Text;
  readonly memory: SourceMemory;
  readonly more: boolean;
}

/** What a source brought in one execution: bite after bite, to its end or as far as it went. */
interface Brought extends Bite {
  /** What stopped it; what came before stays. */
  readonly failure: unknown;
}

/**
 * Pulls the sources one by one into the store and commits it, then keeps how far each came: a stop in between pulls the
 * same rows again. A source that fails is a problem, its last good data stay and the others go on; nothing is committed
 * where the platform's own trouble is thrown. Pulling the same data again writes nothing.
 */
export function pull(request: PullRequest): PullReport {
  const { platform, settings, store, only, from, marginMilliseconds: margin } = request;
  const { clock } = platform;
  const problems = problemList();
  const remembered = rememberedSources(platform.store);
  const memories = new Map<string, SourceMemory>();
  const sources: SourceReport[] = [];
  let next: number | null = null;
  for (let index = from; index < settings.length && next === null; index += 1) {
    const setting = settings[index] as SourceSetting;
    if (only === 'hourly' && setting.every !== 'hourly') continue;
    // One source a slice at least, or a small margin would never end.
    if (sources.length > 0 && clock.remaining() < margin) {
      next = index;
      break;
    }
    const before = fittingMemory(setting, remembered.get(setting.id), () =>
      kindOf(setting).query?.({ ...platform, setting }),
    );
    const places = new Set<string>();
    const report: Report = (problem) => problems.add({ ...problem, source: setting.id });
    const brought = pullSource(request, setting, before, places, report);
    const { failure, rows, kept, memory } = brought;
    const failed = failure !== null;
    if (failed && !request.lastTry && !isKenshinError(failure)) throw failure;
    const said = failed ? reasonOf(failure) : brought.said;
    if (failed)
      report({ severity: 'error', code: codeOf(failure), place: '', column: '', value: detailOf(failure), why: said });
    const after = failed || brought.more ? memory : { ...memory, good: clock.now() };
    memories.set(setting.id, after);
    sources.push({
      ...{ sourceId: setting.id, dataset: setting.dataset, state: failed ? 'failed' : 'done', rows, kept, said },
      lastGood: after.good,
      supersedes: (place) => before.cursor === null || !isKey(place) || places.has(place),
    });
    if (!failed && brought.more) next = index;
  }
  const written = store.commit();
  // What was written must stand before anything goes on behind it.
  if (written.length > 0) platform.workbooks.health().flush();
  rememberSources(platform.store, memories);
  return { sources, problems: problems.all(), next, written };
}

/** True for the place of a record that is known by its key. */
function isKey(place: string): boolean {
  return place !== '' && !/^row \d+$/.test(place);
}

/** Bite after bite while time allows, each going on where the one before ended. */
function pullSource(
  request: PullRequest,
  setting: SourceSetting,
  before: SourceMemory,
  places: Set<string>,
  report: Report,
): Brought {
  const { clock } = request.platform;
  let memory = before;
  let [rows, kept] = [0, 0];
  let until = before.pause;
  const pause = (instant: number): void => {
    until = instant;
  };
  try {
    refuseWhilePaused(before, clock.now());
    for (;;) {
      const bite = pullBite(request, setting, memory, places, report, pause);
      if (bite.more && bite.memory.cursor === memory.cursor) throw new Error(`${setting.kind} goes on where it was`);
      memory = { ...bite.memory, pause: until };
      rows += bite.rows;
      kept += bite.kept;
      refuseWhilePaused(memory, clock.now());
      if (!bite.more || clock.remaining() < request.marginMilliseconds)
        return { ...bite, rows, kept, memory, failure: null };
    }
  } catch (failure) {
    return { rows, kept, said: messages.unexpected(), memory: { ...memory, pause: until }, more: false, failure };
  }
}

function refuseWhilePaused({ pause }: SourceMemory, now: number): void {
  if (pause > now) throw new KenshinError('limit', messages.paused(), messages.waits());
}

function pullBite(
  request: PullRequest,
  setting: SourceSetting,
  memory: SourceMemory,
  places: Set<string>,
  report: Report,
  pause: (until: number) => void,
): Bite {
  const { cursor, again } = memory;
  const domains = (): readonly string[] => domainsIn(request.store);
  const pulled = kindOf(setting).read({ ...request.platform, setting, domains, cursor, again, report, pause });
  const seen: Record<string, Day> = { ...memory.seen };
  const bite = { ...request, setting, pulled, cursor, isFirst: memory.good === null, places, report, seen };
  const nothingSaid = pulled.columns.length === 0 && !pulled.removed?.length;
  const brought = nothingSaid
    ? nothing(bite)
    : setting.dataset === 'usage'
      ? pullUsage(bite)
      : pullTable(bite, setting.dataset);
  const more = pulled.more === true;
  return { ...brought, more, memory: { ...memory, seen, cursor: pulled.cursor ?? null, pause: 0 } };
}

function kindOf(setting: SourceSetting): SourceDeclaration {
  const source = SOURCES.find(({ kind }) => kind === setting.kind);
  if (!source) throw new Error(`no source of kind ${setting.kind}`);
  return source;
}

/** The domains of all accounts, as the Domains of each are written. */
function domainsIn(store: DataStore): readonly string[] {
  const { columns, rows } = store.table('accounts');
  const at = columns.indexOf('domains');
  return at < 0 ? [] : [...rows.values()].map((row) => String(row[at] ?? ''));
}

/** What the reading of one bite needs; `seen` is brought up to date. */
interface Reading extends PullRequest {
  readonly setting: SourceSetting;
  readonly pulled: Pulled;
  /** Where it began; null for the start. */
  readonly cursor: string | null;
  /** Whether the source never brought all its rows before. */
  readonly isFirst: boolean;
  readonly places: Set<string>;
  readonly report: Report;
  readonly seen: Record<string, Day>;
}

type Read = Pick<Bite, 'rows' | 'kept' | 'said'>;

function pullTable(reading: Reading, name: Exclude<DatasetName, 'usage'>): Read {
  const { store, today, setting, pulled, places, report, seen } = reading;
  const declaration = dataset(name);
  const mapping = mapColumns(declaration, setting, pulled, report, seen);
  const required = declaration.fields.filter((field) => field.required).map((field) => field.name);
  if (pulled.columns.length > 0) requireFields(declaration, required, mapping, pulled);
  const read = readRows(declaration, mapping, pulled, store.context, report, places, seen, today);
  // Months of the archive before the oldest row need not be read to put the rows in.
  const table = store.table(name, pulled.removed?.length ? Number.NEGATIVE_INFINITY : oldestOf(declaration, read));
  const gone = removeRows(table, pulled.removed ?? []);
  if (gone > 0) forgetRows(store.rowHistory(), name, pulled.removed ?? []);
  if (read.seen === 0 && !pulled.removed?.length) return nothing(reading);
  const history = name === 'accounts' ? store.history() : null;
  const before = new Set(table.rows.size > 0 ? table.columns : []);
  const kept = keepPast(store, table, read, reading);
  const changed = upsert(table, kept.columns, kept.rows.values()) + gone;
  if (history) noteChanges(history, table, read.columns, before, today);
  if (read.seen > 0) tellGone(declaration, mapping, reading);
  for (const field of read.readable) seen[field] = today;
  const extras = mapping.extras.map((extra) => extra.name);
  return {
    rows: read.seen,
    kept: read.rows.size,
    said: messages.rowsPulled(read.seen, read.rows.size, changed, extras),
  };
}

/** Fields that once had a column and now have none. */
function tellGone(declaration: DatasetDeclaration, mapping: Mapping, { seen, report, setting }: Reading): void {
  for (const { name } of declaration.fields) {
    const last = seen[name];
    if (last === undefined || setting.fieldMap.has(name) || mapping.fields.some(({ field }) => field.name === name))
      continue;
    const why = messages.columnGone(formatDay(last));
    report({ severity: 'error', code: 'column.gone', place: '', column: name, value: '', why });
  }
}

function pullUsage(reading: Reading): Read {
  const { store, today, setting, pulled, report, seen } = reading;
  const declaration = dataset('usage');
  const { fields, extras } = mapColumns(declaration, setting, pulled, report, seen);
  // What a query goes on by is no measure.
  const mapping = { fields, extras: extras.filter(({ name }) => name !== setting.options.since_column) };
  const required = isLong(mapping) ? ['account_id', 'date', 'measure', 'value'] : ['account_id', 'date'];
  requireFields(declaration, required, mapping, pulled);
  const read = readUsage(declaration, mapping, setting.measures, pulled, store.context, report);
  if (read.seen === 0) return nothing(reading);
  store.mergeUsage(read.book);
  // Of usage, what may go is a measure's column.
  for (const measure of Object.keys(seen)) {
    if (read.measures.includes(measure)) continue;
    const why = messages.columnGone(formatDay(seen[measure] as Day));
    report({ severity: 'error', code: 'column.gone', place: '', column: measure, value: '', why });
  }
  for (const measure of read.measures) seen[measure] = today;
  return { rows: read.seen, kept: read.kept, said: messages.usagePulled(read.seen, read.kept) };
}

function oldestOf({ dated }: DatasetDeclaration, { columns, rows }: ReturnType<typeof readRows>): Day {
  const at = dated === null ? -1 : columns.indexOf(dated);
  let oldest = Number.POSITIVE_INFINITY;
  for (const row of rows.values()) {
    const day = row[at];
    if (typeof day === 'number') oldest = Math.min(oldest, day);
  }
  return oldest;
}

/** No rows: of a source that is read whole more often a mistake than the truth. */
function nothing({ pulled, report, cursor }: Reading): Read {
  if (cursor !== null || pulled.more) return { rows: 0, kept: 0, said: messages.rowsPulled(0, 0, 0, []) };
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
