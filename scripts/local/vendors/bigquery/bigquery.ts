import { googleError, googleHolder, isRefused } from '../google-answer';
import type { Vendor, VendorAnswer, VendorOptions, VendorRequest } from '../vendor';
import { type Engine, type EngineAnswer, type EngineParameter, type EngineTable, startEngine } from './engine';
import { fieldSchema, wireValue } from './engine-values';

/** Of jobs.query and jobs.getQueryResults (REST reference, authorization scopes). */
const SCOPES = ['bigquery', 'bigquery.readonly', 'cloud-platform', 'cloud-platform.read-only'];
/** A value is counted as eight bytes. */
const VALUE_BYTES = 8;
/** What the first 10 MB of rows are to a page, in rows. */
const PAGE = 100_000;
/** Multi-regions in which jobs are found without being told where. */
const EVERYWHERE = ['US', 'EU'];

interface QueryBody {
  readonly query?: string;
  readonly useLegacySql?: boolean;
  readonly dryRun?: boolean;
  readonly parameterMode?: string;
  readonly queryParameters?: readonly {
    readonly name: string;
    readonly parameterType: { readonly type: string };
    readonly parameterValue: { readonly value: string };
  }[];
  readonly maximumBytesBilled?: string;
  readonly maxResults?: number;
  readonly location?: string;
  readonly requestId?: string;
  readonly formatOptions?: { readonly useInt64Timestamp?: boolean };
}

interface Job {
  readonly id: string;
  readonly project: string;
  readonly answer: EngineAnswer;
  readonly bytes: number;
  /** Questions until it is done. */
  busy: number;
}

/** What this stand-in takes besides the common options. */
interface Given extends VendorOptions {
  readonly tables?: readonly EngineTable[];
  readonly location?: string;
}

/**
 * BigQuery over REST with Google's own SQL engine behind it. Heavy (a process of its own), so no folder of `npm start`: the
 * tests that need it name this file. Source: BigQuery REST reference, jobs.query, jobs.getQueryResults, errors.
 */
export const standIn = {
  create({ tables = [], location = 'US' }: Given): Vendor {
    const engine: Promise<Engine> = startEngine();
    const jobs = new Map<string, Job>();
    const byRequest = new Map<string, string>();
    let busy = 0;
    let emptyPages = 0;
    let serial = 0;

    async function query(project: string, body: QueryBody): Promise<VendorAnswer> {
      const known = body.requestId && byRequest.get(body.requestId);
      if (known) return page(jobs.get(known) as Job, body.maxResults, null, body.formatOptions?.useInt64Timestamp);
      const wrong = refusal(body, location);
      if (wrong) return wrong;
      const sql = body.query ?? '';
      const parameters = (body.queryParameters ?? []).map(
        ({ name, parameterType, parameterValue }): EngineParameter => ({
          name,
          type: parameterType.type,
          value: parameterValue.value,
        }),
      );
      let answer: EngineAnswer;
      try {
        answer = await (await engine).query(sql, tables, parameters);
      } catch (error) {
        const words = String((error as { details?: string }).details ?? error).replace(/^\d+ [A-Z_]+: /, '');
        const missing = /^Table not found/.test(words);
        return missing
          ? googleError(404, 'notFound', `Not found: Table ${/`(.+?)`/.exec(words)?.[1] ?? ''}`, 'NOT_FOUND')
          : googleError(400, 'invalidQuery', words);
      }
      const bytes = bytesOf(sql, tables);
      if (body.dryRun)
        return {
          body: {
            kind: 'bigquery#queryResponse',
            schema: schemaOf(answer),
            totalBytesProcessed: String(bytes),
            jobComplete: true,
          },
        };
      const most = Number(body.maximumBytesBilled ?? Number.POSITIVE_INFINITY);
      if (bytes > most) {
        const message = `Query exceeded limit for bytes billed: ${most}. ${bytes} or higher required.`;
        return googleError(400, 'bytesBilledLimitExceeded', message);
      }
      serial += 1;
      const job: Job = { id: `job_${serial}`, project, answer, bytes, busy };
      jobs.set(job.id, job);
      if (body.requestId) byRequest.set(body.requestId, job.id);
      return page(job, body.maxResults, null, body.formatOptions?.useInt64Timestamp);
    }

    function page(job: Job, size: number | undefined, token: string | null, int64Timestamp = false): VendorAnswer {
      const jobReference = { projectId: job.project, jobId: job.id, location };
      const kind = 'bigquery#queryResponse';
      if (job.busy > 0) {
        job.busy -= 1;
        return { body: { kind, jobReference, jobComplete: false }, modelledMs: 20_000 };
      }
      const [from = 0, empty = emptyPages] = token === null ? [] : token.split('-').map(Number);
      const to = empty > 0 ? from : Math.min(job.answer.rows.length, from + (size ?? PAGE));
      const rows = job.answer.rows.slice(from, to).map((row) => ({
        f: row.map((cell, at) => ({
          v: wireValue(cell, (job.answer.columns[at] as EngineAnswer['columns'][number]).type, int64Timestamp),
        })),
      }));
      const more = to < job.answer.rows.length;
      return {
        body: {
          ...{ kind, jobReference, jobComplete: true, schema: schemaOf(job.answer), cacheHit: false },
          ...{ totalRows: String(job.answer.rows.length), totalBytesProcessed: String(job.bytes) },
          ...(rows.length > 0 ? { rows } : {}),
          ...(more ? { pageToken: `${to}-${Math.max(0, empty - 1)}` } : {}),
        },
      };
    }

    return {
      answer(request) {
        const holder = googleHolder(request, SCOPES);
        if (isRefused(holder)) return holder;
        const [, project = '', id] =
          /^\/bigquery\/v2\/projects\/([^/]+)\/queries(?:\/([^/]+))?$/.exec(request.path) ?? [];
        if (request.method === 'POST' && project !== '' && !id)
          return query(project, JSON.parse(request.body) as QueryBody);
        if (request.method !== 'GET' || !id) return googleError(404, 'notFound', 'Not Found', 'NOT_FOUND');
        return results(request, jobs.get(id), location, page);
      },
      commands: {
        /** Questions that each following job leaves open. */
        busy: (times: number) => {
          busy = times;
        },
        /** Pages without rows, but with a token, that stand before the first one with rows. */
        emptyPages: (count: number) => {
          emptyPages = count;
        },
        /** Jobs that ran since the last reset. */
        jobs: () => jobs.size,
        reset: () => {
          busy = 0;
          emptyPages = 0;
          jobs.clear();
          byRequest.clear();
        },
      },
      close: async () => (await engine).stop(),
    };
  },
};

function results(
  { query }: VendorRequest,
  job: Job | undefined,
  location: string,
  page: (job: Job, size: number | undefined, token: string | null, int64Timestamp: boolean) => VendorAnswer,
): VendorAnswer {
  const there = EVERYWHERE.includes(location) || query.get('location') === location;
  if (!job || !there) return googleError(404, 'notFound', 'Not found: Job', 'NOT_FOUND');
  const int64 = query.get('formatOptions.useInt64Timestamp') === 'true';
  const size = query.get('maxResults');
  return page(job, size === null ? undefined : Number(size), query.get('pageToken'), int64);
}

/** What is refused before the query is looked at. */
function refusal(body: QueryBody, location: string): VendorAnswer | null {
  // True unless said otherwise (REST reference, QueryRequest.useLegacySql).
  if (body.useLegacySql !== false) return googleError(400, 'invalidQuery', 'Encountered " "`" in legacy SQL.');
  if ((body.requestId ?? '').length > 36)
    return googleError(400, 'invalid', 'request_id is longer than 36 characters.');
  if (!EVERYWHERE.includes(location) && body.location !== location)
    return googleError(404, 'notFound', 'Not found: Dataset was not found in location US', 'NOT_FOUND');
  return null;
}

function schemaOf({ columns }: EngineAnswer): object {
  return { fields: columns.map(({ name, type }) => fieldSchema(name, type)) };
}

function bytesOf(sql: string, tables: readonly EngineTable[]): number {
  return tables
    .filter(({ name }) => sql.includes(name))
    .reduce((sum, { rows, columns }) => sum + rows.length * columns.length * VALUE_BYTES, 0);
}
