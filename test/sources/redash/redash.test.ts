import { type RunningVendor, startVendor } from '../../../scripts/local/vendors/start';
import { redashSource } from '../../../src/sources/redash/redash';
import type { SourceSetting } from '../../../src/sources/source';
import { bite, contextOf, failureOf, KEY, type Reading } from '../vendor-reading';

let vendor: RunningVendor;
beforeAll(async () => {
  vendor = await startVendor('redash', { key: KEY, org: 'acme' });
});
beforeEach(async () => {
  await vendor.fail();
  await vendor.command('reset');
  await vendor.log();
});
afterAll(() => vendor.stop());

const setting = (options: Record<string, string> = {}, changes: Partial<SourceSetting> = {}) => ({
  ...{ location: `${vendor.origin}/acme/`, dataset: 'accounts' as const, options: { query: '1', ...options } },
  ...changes,
});
const read = (options: Record<string, string> = {}, given: Reading = {}) => bite(redashSource, setting(options), given);
const query = (rows: readonly object[], parameters: object = {}) =>
  vendor.command('query', { id: 77, columns: Object.keys(rows[0] ?? { a: 1 }), rows, parameters });
const asked = async () => (await vendor.log()).map(({ method, url }) => `${method} ${url}`);

describe('a query', () => {
  it('is run where no result is young enough, looked at after one second, then two, and then read', async () => {
    await vendor.command('polls', 4);
    const { rows, columns, cursor, more, sleeps } = read();
    expect(columns.slice(0, 3)).toEqual(['account_id', 'name', 'owner_email']);
    expect(rows.length).toBeGreaterThan(100);
    expect([cursor, more, sleeps]).toEqual([null, false, [1000, 2000, 3000]]);
    const lines = await asked();
    expect([lines[0], lines[1], lines[lines.length - 1]]).toEqual([
      'POST /acme/api/queries/1/results',
      'GET /acme/api/queries/1/jobs/job-1',
      'POST /acme/api/queries/1/results',
    ]);
  });

  it('is looked at every ten seconds at most', async () => {
    await vendor.command('polls', 13);
    expect(read().sleeps).toEqual([...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10].map((seconds) => seconds * 1000)]);
  });

  it('is not run again while its result is young enough', async () => {
    read();
    await vendor.command('age', 3000);
    await vendor.log();
    read();
    expect(await vendor.log()).toHaveLength(1);
    read({ max_age: '60' });
    expect(await vendor.command('jobs')).toBe(2);
    read({ max_age: '0' });
    expect(await vendor.command('jobs')).toBe(3);
  });

  it('takes its parameters from the options', async () => {
    await query([{ account_id: 'A', date: '2026-01-01', logins: 3 }], { since: 'date' });
    read({ query: '77', parameters: '{"since": "2026-01-01"}' });
    const [first] = await vendor.log();
    expect(JSON.parse(first?.body ?? '')).toMatchObject({ parameters: { since: '2026-01-01' }, max_age: 3600 });
    expect(failureOf(() => read({ query: '77' })).words).toContain('Missing parameter value for: since');
  });

  it('is read with its own key, with parameters too', async () => {
    await query([{ account_id: 'A' }], { since: 'date' });
    const secrets = { 'secret.redash': 'query-77-key' };
    expect(read({ query: '77', parameters: '{"since":"x"}' }, { secrets }).rows).toEqual([{ account_id: 'A' }]);
  });

  it('with unsafe parameters is not run by its own key, which is said', async () => {
    await query([{ account_id: 'A' }], { name: 'text' });
    const secrets = { 'secret.redash': 'query-77-key' };
    const words = failureOf(() => read({ query: '77', parameters: '{"name":"x"}' }, { secrets })).words;
    expect(words).toContain('potentially unsafe parameters');
  });

  it('that takes long goes on in the next slice, and the one after that', async () => {
    await vendor.command('polls', 40);
    const first = read({}, { milliseconds: 120000 });
    expect([first.rows, first.more, first.cursor]).toEqual([[], true, expect.any(String)]);
    const second = read({}, { milliseconds: 120000, cursor: first.cursor });
    expect(second.more).toBe(true);
    expect(second.cursor).not.toBe(first.cursor);
    const last = read({}, { cursor: second.cursor });
    expect([last.rows.length > 100, last.more, last.cursor]).toEqual([true, false, null]);
    expect(await vendor.command('jobs')).toBe(1);
  });

  it('is run anew where Redash has forgotten the job', async () => {
    await vendor.command('polls', 40);
    const { cursor } = read({}, { milliseconds: 120000 });
    await vendor.command('forget');
    await vendor.command('polls', 1);
    expect(read({}, { cursor }).rows.length).toBeGreaterThan(100);
    expect(await vendor.command('jobs')).toBe(2);
  });

  it('keeps long ids, and columns of an empty result', async () => {
    await query([{ account_id: 'A', big: 1 }]);
    const body =
      '{"query_result":{"data":{"columns":[{"name":"id"},{"name":"note"}],"rows":[{"id":12345678901234567891,"note":null}]}}}';
    await vendor.fail({ kind: 'answer', value: { body, headers: { 'content-type': 'application/json' } } });
    expect(read().rows).toEqual([{ id: '12345678901234567891' }]);
    await vendor.command('query', { id: 78, columns: ['account_id', 'date'], rows: [] });
    expect(read({ query: '78' }).columns).toEqual(['account_id', 'date']);
  });
});

describe('what Redash refuses', () => {
  it('with 404 may be the key or the query: both are named', async () => {
    for (const wrong of [
      () => read({}, { secrets: { 'secret.redash': 'a-wrong-key' } }),
      () => read({ query: '4711' }),
    ]) {
      const { kind, words } = failureOf(wrong);
      expect(kind).toBe('credential');
      expect(words).toMatch(/no query \d+ for this key; it says the same \(404\) of a wrong key/);
      expect(words).not.toContain('a-wrong-key');
    }
    expect(await vendor.log()).toHaveLength(2);
  });

  it('because the key was withdrawn while the query ran is said likewise', async () => {
    await vendor.fail({ kind: 'stranger', after: 1, times: -1 });
    expect(failureOf(() => read()).words).toContain('404');
  });

  it.each([
    ['a query that fails', 'error', 'relation "usage" does not exist'],
    ['a query that somebody stops', 'cancel', 'Query cancelled by user.'],
  ])('%s says why', async (_, command, words) => {
    await vendor.command('polls', 30);
    if (command === 'error') await vendor.command('error', words);
    const { cursor } = read({}, { milliseconds: 120000 });
    if (command === 'cancel') await vendor.command('cancel');
    const failure = failureOf(() => read({}, { cursor }));
    expect(failure).toMatchObject({ kind: 'source', words: expect.stringContaining(words) });
  });

  it.each([
    ['a paused source', 'paused', 'is paused (maintenance)'],
    ['a source that is gone', 'source', 'Target data source not available'],
    ['a right that is missing', 'forbidden', 'do not have permission'],
  ])('%s is said in its words', async (_, kind, words) => {
    await vendor.fail({ kind });
    expect(failureOf(() => read()).words).toContain(words);
    expect(await vendor.log()).toHaveLength(1);
  });

  it('parameters that do not fit are said in its words', async () => {
    await query([{ account_id: 'A' }], { days: 'number' });
    const words = failureOf(() => read({ query: '77', parameters: '{"days":"many"}' })).words;
    expect(words).toContain('incompatible with their definitions: days');
  });

  it.each([
    ['a page for people', { kind: 'html', value: 200 }, 'source'],
    ['JSON that was cut off', { kind: 'cut' }, 'source'],
    ['a redirect to the sign-in', { kind: 'redirect', value: '/login' }, 'source'],
    ['something else', { kind: 'answer', value: { body: { hello: 1 } } }, 'source'],
    ['an error of a proxy, time and again', { kind: 'html', times: -1, value: 502 }, 'network'],
    ['no connection', { kind: 'drop', times: -1 }, 'network'],
  ])('%s is said', async (_, fault, kind) => {
    await vendor.fail(fault);
    expect(failureOf(() => read()).kind).toBe(kind);
  });

  it('once with 502 is asked again', async () => {
    await vendor.fail({ kind: 'html', value: 502 }, { kind: 'html', value: 504, match: 'jobs' });
    expect(read().rows.length).toBeGreaterThan(100);
  });
});

describe('the row of the Sources tab', () => {
  it('needs an address and the number of the query', () => {
    const faults = (changes: Partial<SourceSetting>) =>
      redashSource.check(contextOf('redash', setting({}, changes)).context.setting).map(({ column }) => column);
    expect(faults({})).toEqual([]);
    expect(faults({ location: '', options: {} })).toEqual(['Location', 'Options']);
    expect(faults({ location: 'redash.example.com' })).toEqual(['Location']);
  });

  it('takes parameters as JSON', () => {
    const parameters = redashSource.options.find(({ name }) => name === 'parameters');
    expect([
      parameters?.check('{"a":{"start":"2026-01-01"}}'),
      parameters?.check('[1]')?.en,
      parameters?.check('a=1')?.en,
    ]).toEqual([...[null, expect.stringContaining('JSON'), expect.stringContaining('JSON')]]);
  });

  it('is tried with any result there is', async () => {
    read();
    await vendor.command('age', 1000000);
    await vendor.log();
    const { context } = contextOf('redash', setting());
    expect(redashSource.test(context).en).toContain('Columns: account_id, name');
    expect(await vendor.log()).toHaveLength(1);
  });
});
