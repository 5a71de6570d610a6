import { resolve } from 'node:path';
import { type RunningVendor, startVendor } from '../../../scripts/local/vendors/start';
import { bigQuerySource } from '../../../src/sources/bigquery/bigquery';
import type { SourceSetting } from '../../../src/sources/source';
import { source } from '../../app/pull/pulled';
import { type GoogleReading, googleBite, googleContext } from '../google-reading';
import { failureOf } from '../vendor-reading';
import { MANY, PROJECT, TABLES, USAGE } from './tables';

const STAND_IN = resolve(__dirname, '../../../scripts/local/vendors/bigquery/bigquery.ts');

let vendor: RunningVendor;
beforeAll(async () => {
  vendor = await startVendor(STAND_IN, { tables: TABLES });
});
beforeEach(async () => {
  await vendor.fail();
  await vendor.command('reset');
  await vendor.log();
});
afterAll(() => vendor.stop());

type Given = Partial<Omit<GoogleReading, 'setting' | 'origin'>>;

function reading(sql: string, options: SourceSetting['options'] = {}, given: Given = {}): GoogleReading {
  return {
    origin: vendor.origin,
    scopes: ['bigquery.readonly'],
    tabs: { SQL: sql.split('\n').map((line) => [line]) },
    ...given,
    setting: { location: PROJECT, tabName: 'SQL', dataset: 'usage', options },
  };
}
const read = (sql: string, options: SourceSetting['options'] = {}, given: Given = {}) =>
  googleBite(bigQuerySource, reading(sql, options, given));
const fails = (sql: string, options: SourceSetting['options'] = {}, given: Given = {}) =>
  failureOf(() => read(sql, options, given));
const bodies = async () =>
  (await vendor.log()).filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body));
const error = (code: number, reason: string, message = 'words of BigQuery') => ({
  status: code,
  body: { error: { code, message, errors: [{ message, domain: 'global', reason }] } },
});
const ALL = `SELECT * FROM \`${USAGE}\``;

describe('values of GoogleSQL, run by its own engine', () => {
  it('become what other sources bring: numbers, days, moments to the microsecond, nothing for NULL', () => {
    const { rows, columns } = read(`${ALL} ORDER BY day`);
    expect(columns).toEqual(['account_id', 'day', 'logins', 'plan', 'updated_at']);
    expect(rows[0]).toEqual({
      account_id: 'A-1',
      day: '2026-01-10',
      logins: 3,
      plan: 'Pro',
      updated_at: '2026-01-10T10:00:00.000001Z',
    });
    expect(rows[2]).not.toHaveProperty('logins');
  });

  it('beyond what a number holds stay text', () => {
    expect(read(`${ALL} WHERE account_id = 'A-2'`).rows[0]?.logins).toBe('9007199254740993');
    expect(read("SELECT NUMERIC '12345678901234567890.123456789' AS n, NUMERIC '-12.5' AS m").rows).toEqual([
      { n: '12345678901234567890.123456789', m: -12.5 },
    ]);
  });

  it('that are no numbers are none, and negative moments are right', () => {
    const { rows } = read(
      "SELECT CAST('NaN' AS FLOAT64) AS a, CAST('inf' AS FLOAT64) AS b, 1.5 AS c, TIMESTAMP '1969-12-31 23:59:59.5Z' AS d",
    );
    expect(rows).toEqual([{ c: 1.5, d: '1969-12-31T23:59:59.500000Z' }]);
  });

  it('within structs stand in dotted columns, arrays stay lists', () => {
    const { rows } = read(
      "SELECT STRUCT('x' AS name, STRUCT(2 AS b) AS a) AS owner, [1, 2] AS seats, [STRUCT(DATETIME '2026-01-02 03:04:05' AS at_time)] AS visits, TRUE AS ok",
    );
    expect(rows).toEqual([
      {
        'owner.name': 'x',
        'owner.a.b': 2,
        seats: [1, 2],
        visits: [{ at_time: '2026-01-02T03:04:05' }],
        ok: true,
      },
    ]);
  });

  it('leave columns standing where no row came', () => {
    expect(read(`${ALL} WHERE FALSE`).columns).toEqual(['account_id', 'day', 'logins', 'plan', 'updated_at']);
  });
});

describe('the query', () => {
  it('is asked as GoogleSQL after a dry run, with a limit of bytes, an id against running twice and microseconds', async () => {
    read(ALL, { max_bytes: '5000' });
    const [dry, run] = await bodies();
    expect(dry).toMatchObject({ dryRun: true, useLegacySql: false });
    expect(run).toMatchObject({
      query: ALL,
      useLegacySql: false,
      parameterMode: 'NAMED',
      maximumBytesBilled: '5000',
      formatOptions: { useInt64Timestamp: true },
    });
    expect(run.requestId).toMatch(/^[\w-]{8,36}$/);
    expect(run).not.toHaveProperty('dryRun');
  });

  it('may stand in one cell', () => {
    const given = reading('');
    const setting = { ...given.setting, tabName: 'Notes', rowsPath: 'B2' };
    const tabs = {
      Notes: [
        ['', ''],
        ['usage', 'SELECT 7 AS n;'],
      ],
    };
    expect(googleBite(bigQuerySource, { ...given, setting, tabs }).rows).toEqual([{ n: 7 }]);
  });

  it('takes named parameters by their type', () => {
    const { rows } = read(`SELECT account_id FROM \`${USAGE}\` WHERE plan = @plan AND IFNULL(logins, 0) < @most`, {
      parameters: 'plan STRING Pro, most INT64 3',
    });
    expect(rows).toEqual([{ account_id: 'A-3' }]);
  });

  it.each([
    ['DELETE FROM t WHERE TRUE', 'SELECT'],
    ['', 'SELECT'],
  ])('that does more than read is refused before anybody is asked: %s', async (sql, words) => {
    expect(fails(sql)).toMatchObject({ kind: 'config', words: expect.stringContaining(words) });
    expect(await vendor.log()).toEqual([]);
  });

  it('may begin with comments', () => {
    expect(read('-- usage\n/* by day */\nWITH a AS (SELECT 1 AS n) SELECT n FROM a').rows).toEqual([{ n: 1 }]);
  });

  it('that would read too much is not run, and both sizes are said', async () => {
    const failure = fails(ALL, { max_bytes: '100' });
    // 3 rows of 5 values of 8 bytes.
    expect(failure).toMatchObject({ kind: 'config', words: expect.stringMatching(/120 B.*100 B/) });
    expect(await vendor.command('jobs')).toBe(0);
  });

  it('that is wrong is answered in words of BigQuery, with the place', () => {
    expect(fails(`SELECT nope FROM \`${USAGE}\``)).toMatchObject({
      kind: 'config',
      words: expect.stringMatching(/Unrecognized name: nope \[at 1:8\].*SQL/),
    });
    expect(fails('SELECT 1 FROM `acme-analytics.product.none`').words).toContain('acme-analytics.product.none');
  });

  it('runs where the data lie', async () => {
    const tokyo = await startVendor(STAND_IN, { tables: TABLES, location: 'asia-northeast1' });
    try {
      const at = { origin: tokyo.origin };
      expect(googleBite(bigQuerySource, { ...reading(ALL, { location: 'asia-northeast1' }), ...at }).rows).toHaveLength(
        3,
      );
      expect(failureOf(() => googleBite(bigQuerySource, { ...reading(ALL), ...at })).words).toContain('location');
      await tokyo.command('busy', 1);
      expect(googleBite(bigQuerySource, { ...reading(ALL, { location: 'asia-northeast1' }), ...at }).rows).toHaveLength(
        3,
      );
    } finally {
      await tokyo.stop();
    }
  });
});

describe('what is new', () => {
  const NEW = `SELECT account_id, day, logins, updated_at FROM \`${USAGE}\` WHERE updated_at >= @since ORDER BY updated_at`;

  it('is asked for by the greatest value so far, to the microsecond', async () => {
    const first = read(NEW, { since_column: 'updated_at' });
    expect(first.rows).toHaveLength(3);
    const later = read(NEW, { since_column: 'updated_at' }, { cursor: first.cursor });
    expect(later.rows.map(({ account_id }) => account_id)).toEqual(['A-3']);
    const [, , , run] = await bodies();
    expect(run.queryParameters).toEqual([
      {
        name: 'since',
        parameterType: { type: 'TIMESTAMP' },
        parameterValue: { value: '2026-01-12T10:00:00.000000Z' },
      },
    ]);
    expect(read(NEW, { since_column: 'updated_at' }, { cursor: later.cursor }).cursor).toBe(later.cursor);
  });

  it.each([
    ['DATE', 'day', '2026-01-12'],
    ['INT64', 'n', '450'],
  ])('goes by %s too', (type, column, greatest) => {
    const table = column === 'n' ? `${PROJECT}.product.many` : USAGE;
    const { cursor } = read(`SELECT * FROM \`${table}\` WHERE ${column} >= @since`, {
      since_column: column,
      since_type: type,
    });
    expect(JSON.parse(cursor ?? '')).toEqual({ since: greatest });
  });

  it('stays where it was when nothing came', () => {
    const cursor = JSON.stringify({ since: '2027-01-01T00:00:00Z' });
    expect(read(NEW, { since_column: 'updated_at' }, { cursor }).cursor).toBe(cursor);
  });

  it('cannot go by a column that the query lacks', () => {
    expect(fails(NEW, { since_column: 'changed' }).words).toMatch(/"changed".*account_id/);
  });
});

describe('jobs and pages', () => {
  const NUMBERS = `SELECT n FROM \`${PROJECT}.product.many\` ORDER BY n`;

  it('a job that is not done is asked again', async () => {
    await vendor.command('busy', 3);
    expect(read(ALL).rows).toHaveLength(3);
    expect((await vendor.log()).filter(({ method }) => method === 'GET')).toHaveLength(3);
  });

  it('a job that outlasts the execution is gone on with in the next one, and never run twice', async () => {
    await vendor.command('busy', 2);
    const waiting = read(ALL, {}, { milliseconds: 60000 });
    expect(waiting).toMatchObject({ rows: [], more: true, problems: [] });
    const still = read(ALL, {}, { milliseconds: 60000, cursor: waiting.cursor });
    expect(still.more).toBe(true);
    expect(still.cursor).not.toBe(waiting.cursor);
    expect(read(ALL, {}, { cursor: still.cursor })).toMatchObject({ more: false, cursor: null });
    expect(await vendor.command('jobs')).toBe(1);
  });

  it('pages are read to the end, empty ones with a token included', async () => {
    await vendor.command('emptyPages', 2);
    expect(read(NUMBERS).rows.map(({ n }) => n)).toEqual(Array.from({ length: MANY }, (_, at) => at + 1));
  });

  it('goes on at a page in the next execution', async () => {
    await vendor.command('emptyPages', 1);
    const first = read(NUMBERS, { since_column: 'n', since_type: 'INT64' }, { milliseconds: 80000 });
    expect(first).toMatchObject({ rows: [], more: true });
    const rest = read(NUMBERS, { since_column: 'n', since_type: 'INT64' }, { cursor: first.cursor });
    expect(rest.rows).toHaveLength(MANY);
    expect(JSON.parse(rest.cursor ?? '')).toEqual({ since: String(MANY) });
  });

  it('a page that comes twice ends the pull', async () => {
    const small = { since_column: 'n', since_type: 'INT64' };
    await vendor.command('emptyPages', 3);
    await vendor.fail({ kind: 'repeat', match: 'GET', after: 1, times: -1 });
    expect(fails(NUMBERS, small)).toMatchObject({ kind: 'source', words: expect.stringContaining('same page') });
  });

  it('text that looks like numbers goes by its signs, as BigQuery compares it', () => {
    const { cursor } = read("SELECT s FROM UNNEST(['9', '10']) AS s", { since_column: 's', since_type: 'STRING' });
    expect(JSON.parse(cursor ?? '')).toEqual({ since: '9' });
  });

  it('a job that is gone meanwhile is begun anew', async () => {
    await vendor.command('busy', 1);
    const waiting = read(ALL, {}, { milliseconds: 60000 });
    await vendor.command('reset');
    expect(read(ALL, {}, { cursor: waiting.cursor }).rows).toHaveLength(3);
  });
});

describe('errors', () => {
  it.each([
    [403, 'rateLimitExceeded'],
    [403, 'userRateLimitExceeded'],
    [400, 'jobRateLimitExceeded'],
    [503, 'backendError'],
    [500, 'internalError'],
  ])('%s %s pass: it is asked again, by the same request id', async (code, reason) => {
    await vendor.fail({ kind: 'answer', match: 'POST', after: 1, times: 2, value: error(code, reason) });
    const { rows, sleeps } = read(ALL);
    expect(rows).toHaveLength(3);
    expect(sleeps.length).toBeGreaterThan(0);
    const [, ...runs] = await bodies();
    expect(new Set(runs.map(({ requestId }) => requestId)).size).toBe(1);
    expect(runs).toHaveLength(3);
  });

  it('quotaExceeded is not asked again for ten minutes', async () => {
    await vendor.fail({ kind: 'answer', times: -1, value: error(403, 'quotaExceeded') });
    const { context, platform, rests } = googleContext('bigquery', reading(ALL));
    expect(failureOf(() => bigQuerySource.read(context)).kind).toBe('limit');
    expect(rests).toEqual([platform.clock.now() + 600000]);
    expect(await vendor.log()).toHaveLength(1);
  });

  it.each([
    [403, 'accessDenied', 'credential'],
    [403, 'billingNotEnabled', 'credential'],
    [404, 'notFound', 'config'],
    [400, 'resourcesExceeded', 'config'],
    [403, 'responseTooLarge', 'credential'],
    [400, 'bytesBilledLimitExceeded', 'config'],
  ])('%s %s is told at once in words of BigQuery', async (code, reason, kind) => {
    await vendor.fail({ kind: 'answer', times: -1, value: error(code, reason, 'see https://x.example/secret/path') });
    expect(fails(ALL)).toMatchObject({ kind, words: expect.stringContaining('BigQuery says: see x.example') });
    expect(await vendor.log()).toHaveLength(1);
  });

  it('a script that was built without BigQuery says how to get it', () => {
    expect(fails(ALL, {}, { scopes: ['spreadsheets'] })).toMatchObject({
      kind: 'credential',
      words: expect.stringContaining('--with bigquery'),
    });
  });

  it('an API that is switched off is told', async () => {
    await vendor.fail({ kind: 'answer', value: error(403, 'accessNotConfigured') });
    expect(fails(ALL)).toMatchObject({ kind: 'credential', words: expect.stringContaining('switched off') });
  });

  it.each([
    ['html', 'source', 200],
    ['cut', 'source', undefined],
    ['drop', 'network', undefined],
  ])('%s in place of an answer is %s', async (fault, kind, value) => {
    await vendor.fail({ kind: fault, times: -1, value });
    expect(fails(ALL).kind).toBe(kind);
  });

  it('never tells the token', async () => {
    const token = 'ya29.canary-token';
    const words = fails(ALL, {}, { token }).words;
    expect(words).not.toContain('canary');
    await vendor.fail({ kind: 'redirect', times: -1, value: 'https://elsewhere.example/' });
    expect(fails(ALL, {}, { token }).words).not.toContain('canary');
  });
});

describe('the declaration', () => {
  const faults = (changes: Partial<SourceSetting>) =>
    bigQuerySource
      .check(source({ kind: 'bigquery', location: PROJECT, tabName: 'SQL', ...changes }))
      .map(({ column }) => column);

  it('wants a project and a tab', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ location: 'https://x', tabName: '' })).toEqual(['Location', 'Tab Name']);
    expect(faults({ rowsPath: 'data.items' })).toEqual(['Rows Path']);
    expect(faults({ location: 'example.com:acme' })).toEqual([]);
  });

  it('tries the query without running it', async () => {
    const { context } = googleContext('bigquery', reading(ALL));
    expect(bigQuerySource.test(context).en).toMatch(/account_id, day.*120 B/);
    expect(await vendor.command('jobs')).toBe(0);
  });

  it('takes only types and parameters that it can read', () => {
    const check = (name: string, value: string) =>
      bigQuerySource.options.find((one) => one.name === name)?.check(value);
    expect(check('since_type', 'DATE')).toBeNull();
    expect(check('since_type', 'WHEN')).not.toBeNull();
    expect(check('parameters', 'plan STRING Pro')).toBeNull();
    expect(check('parameters', 'plan = Pro')).not.toBeNull();
  });
});
