import { DATASETS } from '../../../../src/domain/datasets';
import { type DemoRow, demoRows } from '../demo-book';
import type { StandIn, Vendor, VendorAnswer, VendorRequest } from '../vendor';

const KEY = 'redash-stand-in-0123456789';
const FINISHED = 3;

/**
 * Redash: saved queries, one for each dataset of the demo (1 is accounts), asked by the key of a person or of the query. Source:
 * getredash/redash, redash/handlers/query_results.py, redash/authentication, redash/serializers (26.08).
 */
export const standIn: StandIn = {
  create: (options) => {
    const org = String(options.org ?? '');
    const start = (): State => ({
      key: String(options.key ?? KEY),
      rows: demoRows(options),
      polls: 2,
      age: 0,
      error: '',
      own: new Map(),
      results: new Map(),
      jobs: new Map(),
      count: 0,
    });
    const state = start();
    const reset = () => void Object.assign(state, start());
    return {
      answer: (request) => answer(state, org, request),
      faults: FAULTS,
      commands: { ...commandsOf(state), reset },
    };
  },
  sources: (origin) => [
    {
      ...{ 'Source ID': 'redash usage', Kind: 'redash', Dataset: 'usage', Location: origin, Every: 'daily' },
      Options: `query = ${DATASETS.findIndex(({ name }) => name === 'usage') + 1}`,
    },
  ],
  secrets: () => ({ 'secret.redash usage': KEY }),
};

interface Job {
  readonly id: string;
  readonly query: number;
  readonly parameters: string;
  /** How often it is looked at before it is done. */
  left: number;
  error: string;
}

/** A saved query of a test's own, in place of a demo dataset. */
interface OwnQuery {
  readonly columns: readonly string[];
  readonly rows: readonly unknown[];
  /** Names of its parameters; those of the type text are unsafe. */
  readonly parameters?: Readonly<Record<string, string>>;
}

interface State {
  /** A person's key; a query's own is `query-<number>-key`. */
  key: string;
  rows: ReturnType<typeof demoRows>;
  polls: number;
  /** Seconds that results are old. */
  age: number;
  /** What the next runs fail with. */
  error: string;
  own: Map<number, OwnQuery>;
  /** By query and parameters. */
  results: Map<string, object>;
  jobs: Map<string, Job>;
  count: number;
}

const message = (status: number, text: string): VendorAnswer => ({ status, body: { message: text } });
const failed = (status: number, error: string): VendorAnswer => ({ status, body: { job: { status: 4, error } } });
/** What a wrong key is answered with, too. */
const UNKNOWN = message(404, "Couldn't find resource. Please login and try again.");

const FAULTS: NonNullable<Vendor['faults']> = {
  stranger: () => UNKNOWN,
  paused: () => failed(400, 'DWH is paused (maintenance). Please try later.'),
  source: () => failed(401, 'Target data source not available.'),
  forbidden: () => failed(403, 'You do not have permission to run queries with this data source.'),
};

function commandsOf(state: State): NonNullable<Vendor['commands']> {
  return {
    polls: (count: number) => {
      state.polls = count;
    },
    age: (seconds: number) => {
      state.age = seconds;
    },
    error: (text: string) => {
      state.error = text;
    },
    query: ({ id, ...query }: OwnQuery & { id: number }) => {
      state.own.set(id, query);
    },
    forget: () => state.jobs.clear(),
    cancel: () => {
      for (const job of state.jobs.values()) job.error = 'Query cancelled by user.';
    },
    jobs: () => state.count,
  };
}

interface Asker {
  readonly person: boolean;
  /** The query that a query's key opens. */
  readonly query: number;
}

function answer(state: State, org: string, request: VendorRequest): VendorAnswer {
  const { method, path, body } = request;
  if (org !== '' && !path.startsWith(`/${org}/`)) return message(404, 'Organization not found');
  const route = path
    .slice(org === '' ? 0 : org.length + 1)
    .replace(/^\/api\//, '')
    .replace(/\.json$/, '');
  const [family = '', first = '', second = '', third = ''] = route.split('/');
  const query = family === 'queries' ? Number(first) : 0;
  const asker = askerOf(state, request, query);
  if (!asker) return UNKNOWN;
  switch (`${method} ${family === 'queries' ? `queries/${second}` : family}`) {
    case 'POST queries/results':
      return execute(state, asker, query, JSON.parse(body || '{}'));
    case 'GET queries/results':
      return third === '' ? cached(state, asker, query) : byNumber(state, asker, third);
    case 'GET query_results':
      return asker.person ? byNumber(state, asker, first) : UNKNOWN;
    case 'GET queries/jobs':
      return look(state, third);
    case 'GET jobs':
      return asker.person ? look(state, first) : UNKNOWN;
    case 'DELETE jobs':
      state.jobs.delete(first);
      return { body: null };
    default:
      return UNKNOWN;
  }
}

function askerOf(state: State, { headers, query: sent }: VendorRequest, query: number): Asker | null {
  const key = /^Key (.*)$/.exec(headers.authorization ?? '')?.[1] ?? sent.get('api_key');
  if (key === state.key) return { person: true, query: 0 };
  return query > 0 && key === `query-${query}-key` ? { person: false, query } : null;
}

interface Execution {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly max_age?: number;
}

function execute(state: State, { person }: Asker, query: number, sent: Execution): VendorAnswer {
  const wanted = parametersOf(state, query);
  if (!wanted) return message(404, 'Query not found.');
  const given = sent.parameters ?? {};
  const missing = Object.keys(wanted).filter((name) => given[name] === undefined);
  if (missing.length > 0) return failed(400, `Missing parameter value for: ${missing.join(', ')}`);
  const odd = Object.keys(wanted).filter((name) => wanted[name] === 'number' && Number.isNaN(Number(given[name])));
  if (odd.length > 0)
    return message(400, `The following parameter values are incompatible with their definitions: ${odd.join(', ')}`);
  if (!person && Object.values(wanted).includes('text'))
    return failed(
      403,
      'This query contains potentially unsafe parameters and cannot be executed on a shared dashboard or an embedded visualization.',
    );
  const parameters = JSON.stringify(given);
  const age = sent.max_age ?? -1;
  const known = state.results.get(`${query} ${parameters}`);
  if (known && (age === -1 || age > state.age)) return { body: { query_result: shown(known, person) } };
  const running = [...state.jobs.values()].find(
    (job) => job.query === query && job.parameters === parameters && job.left > 0,
  );
  state.count += running ? 0 : 1;
  const job: Job = running ?? { id: `job-${state.count}`, query, parameters, left: state.polls, error: state.error };
  state.jobs.set(job.id, job);
  return { body: { job: serialized(state, job) } };
}

function cached(state: State, { person }: Asker, query: number): VendorAnswer {
  const known = state.results.get(`${query} {}`);
  return known
    ? { body: { query_result: shown(known, person) } }
    : message(404, 'No cached result found for this query.');
}

function byNumber(state: State, { person }: Asker, number: string): VendorAnswer {
  const found = [...state.results].find(([, result]) => String((result as { id: number }).id) === number);
  if (!found || (!person && !found[0].endsWith(' {}'))) return UNKNOWN;
  return { body: { query_result: shown(found[1], person) } };
}

/** The key of a query shows no more than data and their time. */
function shown(result: object, person: boolean): object {
  const { data, retrieved_at } = result as { data: object; retrieved_at: string };
  return person ? result : { data, retrieved_at };
}

/** Each look brings a job nearer to its end; one that is not known fails within Redash. */
function look(state: State, id: string): VendorAnswer {
  const job = state.jobs.get(id);
  if (!job) return message(500, 'Internal Server Error');
  job.left -= 1;
  if (job.left <= 0 && job.error === '') finish(state, job);
  return { body: { job: serialized(state, job) } };
}

function serialized(state: State, { id, query, parameters, left, error }: Job): object {
  const status = left > 0 ? (left === state.polls ? 1 : 2) : error === '' ? FINISHED : 4;
  const done =
    status === FINISHED ? ((state.results.get(`${query} ${parameters}`) as { id: number }).id ?? null) : null;
  return { id, updated_at: 0, status, error: status === 4 ? error : '', result: done, query_result_id: done };
}

function finish(state: State, { query, parameters }: Job): void {
  const { columns, rows } = tableOf(state, query);
  const typed = columns.map((name) => ({ name, friendly_name: name, type: null }));
  state.results.set(`${query} ${parameters}`, {
    ...{ id: 5000 + state.results.size, query_hash: 'a1', query: 'select 1', data_source_id: 1, runtime: 0.1 },
    ...{ data: { columns: typed, rows }, retrieved_at: '2026-01-31T00:00:00.123Z' },
  });
}

function tableOf(state: State, query: number): OwnQuery {
  const own = state.own.get(query);
  if (own) return own;
  const dataset = DATASETS[query - 1];
  const rows: readonly DemoRow[] = dataset ? state.rows(dataset.name) : [];
  return { columns: Object.keys(rows[0] ?? {}), rows };
}

function parametersOf(state: State, query: number): Readonly<Record<string, string>> | null {
  const own = state.own.get(query);
  if (own) return own.parameters ?? {};
  return DATASETS[query - 1] ? {} : null;
}
