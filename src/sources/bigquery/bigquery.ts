import { isKenshinError, KenshinError } from '../../errors';
import { type Call, RESERVE } from '../ask';
import { digest } from '../digest';
import { gather } from '../gather';
import { askGoogle, type GoogleApi, sensible, withQuery } from '../google-api';
import { jsonCall } from '../json/answer';
import { tableOf } from '../json/table';
import { correctQuery } from '../messages';
import { oneOf, wholeNumber, words } from '../option';
import { queryFaults, queryText } from '../query-text';
import type { Pulled, SourceContext, SourceDeclaration, SourceOption, SourceSetting } from '../source';
import * as messages from './messages';
import { FIRST, parameter, parametersOf } from './parameters';
import { type BigQueryField, type BigQueryRow, recordOf } from './values';

const NAME = 'BigQuery';
const API = 'https://bigquery.googleapis.com/bigquery/v2/projects';
const PROJECT = /^[a-z][a-z0-9.:-]*[a-z0-9]$/;
/** Bytes a query may read unless max_bytes says otherwise. */
const MOST_BYTES = 10e9;
/** How long one request waits for the job, well within the time a fetch has. */
const WAIT = 20000;
const PAUSE = 1000;
const PAGE_ROWS = 20000;

const OPTIONS: readonly SourceOption[] = [
  words('location', messages.location),
  wholeNumber('max_bytes', messages.maxBytes, 1, 1e15),
  words('since_column', messages.sinceColumn),
  oneOf('since_type', messages.sinceType, Object.keys(FIRST)),
  {
    ...words('parameters', messages.parameters),
    check: (value) => (parametersOf(value) ? null : messages.notParameters()),
  },
];

/** Rows of a GoogleSQL query that reads. Source of the calls: BigQuery REST reference, jobs.query and jobs.getQueryResults. */
export const bigQuerySource: SourceDeclaration = {
  kind: 'bigquery',
  options: OPTIONS,
  credential: [],
  streams: null,
  query: queryText,
  check: (setting) => [
    ...(PROJECT.test(setting.location) ? [] : [{ column: 'Location', why: messages.notAProject() }]),
    ...queryFaults(setting),
  ],
  test: (context) => {
    const { schema, totalBytesProcessed } = tryOut(context, queryText(context), null);
    return messages.wouldRead(namesIn(schema), sizeOf(Number(totalBytesProcessed)));
  },
  read: (context) =>
    sensible(NAME, () => {
      const place: Place = context.cursor === null ? { since: null } : (JSON.parse(context.cursor) as Place);
      if (!place.job) return begin(context, place.since);
      try {
        return goOn(context, place, results(context, place.job, place.page));
      } catch (error) {
        // A job that is gone or failed would be asked for in vain for ever.
        if (isKenshinError(error) && !error.retried) return begin(context, place.since);
        throw error;
      }
    }),
};

/** Where a pull stands: the value it asked from, and of an unfinished one its job. */
interface Place {
  readonly since: string | null;
  readonly job?: { readonly jobId: string; readonly location?: string } | undefined;
  /** Token of the page to go on at. */
  readonly page?: string;
  /** Greatest value of since_column so far. */
  readonly greatest?: string | null;
  /** Times that the job was left to itself. */
  readonly waited?: number;
}

interface Answer {
  readonly jobComplete?: boolean;
  readonly jobReference?: { readonly jobId: string; readonly location?: string };
  readonly schema?: { readonly fields: readonly BigQueryField[] };
  readonly rows?: readonly BigQueryRow[];
  readonly pageToken?: string;
  readonly totalBytesProcessed?: string;
}

function begin(context: SourceContext, since: string | null): Pulled {
  const text = queryText(context);
  tryOut(context, text, since);
  const { id } = context.setting;
  const answer = query(context, text, since, {
    timeoutMs: WAIT,
    maxResults: PAGE_ROWS,
    // The same for every try of this request, so that none runs twice (15 minutes, REST reference).
    requestId: `kenshin-${context.clock.now()}-${digest([id, since, text])}`,
  });
  return goOn(context, { since, job: answer.jobReference }, answer);
}

/** What the query would cost and bring, without running it. Throws KenshinError `config` where that is too much. */
function tryOut(context: SourceContext, text: string, since: string | null): Answer {
  const answer = query(context, text, since, { dryRun: true });
  const most = mostBytes(context.setting);
  const bytes = Number(answer.totalBytesProcessed);
  if (!(bytes > most)) return answer;
  throw new KenshinError('config', messages.tooManyBytes(sizeOf(bytes), sizeOf(most)), messages.readLess());
}

function query(context: SourceContext, text: string, since: string | null, more: object): Answer {
  const { setting } = context;
  const type = sinceType(setting);
  const used = /@since\b/i.test(text);
  const body = {
    query: text,
    useLegacySql: false,
    parameterMode: 'NAMED',
    queryParameters: [
      ...(used ? [parameter('since', type, since === null ? (FIRST[type] as string) : since)] : []),
      ...(parametersOf(setting.options.parameters) || []),
    ],
    maximumBytesBilled: String(mostBytes(setting)),
    formatOptions: { useInt64Timestamp: true },
    location: setting.options.location,
    ...more,
  };
  return asked(context, jsonCall(address(setting), body));
}

function results(context: SourceContext, { jobId, location }: NonNullable<Place['job']>, page?: string): Answer {
  const given = { 'formatOptions.useInt64Timestamp': 'true', timeoutMs: WAIT, maxResults: PAGE_ROWS };
  const job = `${address(context.setting)}/${encodeURIComponent(jobId)}`;
  return asked(context, { url: withQuery(job, { ...given, location, pageToken: page }) });
}

function asked(context: SourceContext, call: Call): Answer {
  const { tabName, rowsPath } = context.setting;
  const mend = correctQuery(rowsPath === '' ? tabName : `${tabName}!${rowsPath}`);
  const api: GoogleApi = { name: NAME, extra: 'bigquery', mend };
  return askGoogle<Answer>(context, api, call);
}

/** Waits for the job and reads its pages, or hands over where to go on once time is short. */
function goOn(context: SourceContext, place: Place, first: Answer): Pulled {
  const { clock, setting } = context;
  const column = setting.options.since_column;
  let answer = first;
  while (answer.jobComplete === false && place.job) {
    if (clock.remaining() < RESERVE * 2) {
      const waiting: Place = { ...place, waited: (place.waited || 0) + 1 };
      return { ...tableOf(context, NAME, []), cursor: JSON.stringify(waiting), more: true };
    }
    clock.sleep(PAUSE);
    answer = results(context, place.job, place.page);
  }
  const names = namesIn(answer.schema);
  if (column && !names.includes(column))
    throw new KenshinError('config', messages.sinceColumnMissing(column, names), messages.correctSinceColumn());
  const { page: begun = '', job } = place;
  const { schema = NO_COLUMNS } = answer;
  let { greatest = null } = place;
  const { records, next } = gather(context, NAME, begun, (page) => {
    const { rows = [], pageToken } = page === begun || !job ? answer : results(context, job, page);
    const read = rows.map((row) => recordOf(row, schema.fields));
    if (column) for (const record of read) greatest = greater(greatest, record[column], sinceType(setting));
    return { records: read, next: pageToken || null };
  });
  const end = { since: greatest === null ? place.since : greatest };
  const cursor = next === null ? (column ? end : null) : { ...place, page: next, greatest };
  return {
    ...tableOf(context, NAME, records, undefined, namesIn({ fields: schema.fields.filter((field) => !field.fields) })),
    ...(cursor ? { cursor: JSON.stringify(cursor) } : {}),
    more: next !== null,
  };
}

/** The greater of two values as text: numbers by size, moments and words by their signs. */
function greater(known: string | null, value: unknown, type: string): string | null {
  if (value === null) return known;
  const text = String(value);
  const later = known === null || (type === 'INT64' ? Number(text) > Number(known) : text > known);
  return later ? text : known;
}

const NO_COLUMNS = { fields: [] as readonly BigQueryField[] };
const namesIn = ({ fields } = NO_COLUMNS): readonly string[] => fields.map(({ name }) => name);
const address = (setting: SourceSetting): string => `${API}/${encodeURIComponent(setting.location)}/queries`;
const sinceType = ({ options }: SourceSetting): string => options.since_type || 'TIMESTAMP';
const mostBytes = ({ options }: SourceSetting): number => Number(options.max_bytes || MOST_BYTES);

/** 12,345,678,901 as `12.3 GB`. */
function sizeOf(bytes: number): string {
  let [count, power] = [bytes, 0];
  for (; count >= 1000; power += 1) count /= 1000;
  return `${+count.toFixed(1)} ${['', 'k', 'M', 'G', 'T', 'P'][power]}B`;
}
