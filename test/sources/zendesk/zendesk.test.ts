import { type RunningVendor, startVendor } from '../../../scripts/local/vendors/start';
import type { SourceSetting } from '../../../src/sources/source';
import { base64, zendeskUrl } from '../../../src/sources/zendesk/api';
import { zendeskSource } from '../../../src/sources/zendesk/zendesk';
import { NOW } from '../../app/ports/memory-platform';
import { bite, contextOf, failureOf, KEY, type Reading } from '../vendor-reading';

let vendor: RunningVendor;
beforeAll(async () => {
  vendor = await startVendor('zendesk', { key: KEY, page: 200 });
});
beforeEach(async () => {
  await vendor.fail();
  await vendor.command('reset');
  await vendor.log();
});
afterAll(() => vendor.stop());

const OPTIONS = { email: 'agent@example.com', since: '2020-01-01' };
const setting = (changes: Partial<SourceSetting> = {}) => ({
  ...{ location: vendor.origin, dataset: 'tickets' as const, options: OPTIONS },
  ...changes,
});
const read = (changes: Partial<SourceSetting> = {}, given: Reading = {}) =>
  bite(zendeskSource, setting(changes), given);
const tickets = () => vendor.command<number[]>('tickets');
const put = (id: number, seconds: number, changes: object = {}) =>
  vendor.command('put', { id, at: seconds, ...changes });
const NOW_SECONDS = NOW / 1000;

describe('tickets', () => {
  it('are exported page by page, with dates and nothing of what was written', async () => {
    const { rows, columns, more, problems } = read();
    expect(rows).toHaveLength((await tickets()).length);
    expect(columns).toEqual(['ticket_id', 'account_id', 'opened_at', 'closed_at', 'priority', 'csat']);
    expect([more, problems]).toEqual([false, []]);
    const [first, second] = await vendor.log();
    expect(first?.url).toContain(`start_time=${Date.UTC(2020, 0, 1) / 1000}&`);
    expect(second?.url).toContain('cursor=');
  });

  it('belong to the external id of their organization, else its domain, else its number', async () => {
    const [one = 0, two = 0, three = 0, four = 0] = await tickets();
    for (const id of [1, 2, 3])
      await vendor.command('organization', { id, name: 'Org', external_id: null, domain_names: [] });
    await vendor.command('organization', { id: 1, external_id: 'A-1', domain_names: ['a.example'] });
    await vendor.command('organization', { id: 2, domain_names: ['b.example', 'c.example'] });
    for (const [at, id] of [one, two, three].entries()) await put(id, NOW_SECONDS - 900, { organization_id: at + 1 });
    await put(four, NOW_SECONDS - 900, { organization_id: null });
    const { rows, removed, problems } = read();
    const account = (id: number) => rows.find(({ ticket_id }) => ticket_id === id)?.account_id;
    expect([one, two, three, four].map(account)).toEqual(['A-1', 'b.example', 'zendesk:3', undefined]);
    expect(removed).toEqual([String(four)]);
    expect(problems).toEqual(['warning row.noAccount 1']);
  });

  it('are closed when they were solved, and open again when they are', async () => {
    const [closed = 0, reopened = 0] = await tickets();
    await put(closed, NOW_SECONDS - 900, { status: 'solved', created_at: '2026-01-02T03:04:05Z' });
    await put(reopened, NOW_SECONDS - 900, { status: 'open' });
    const { rows } = read();
    const row = (id: number) => rows.find(({ ticket_id }) => ticket_id === id);
    expect(row(closed)).toMatchObject({ opened_at: '2026-01-02T03:04:05Z', closed_at: expect.any(String) });
    expect(row(reopened)).not.toHaveProperty('closed_at');
  });

  it('bring the fields that the Field Map names, own ones by their number', () => {
    const fieldMap = new Map([
      ['priority', 'status'],
      ['code', '360001'],
      ['nothing', '999'],
    ]);
    const { rows, columns } = read({ fieldMap });
    expect(rows[0]).toMatchObject({ status: expect.any(String), '360001': expect.stringMatching(/^K-/) });
    expect(columns).not.toContain('priority');
    expect(columns).not.toContain('999');
  });

  it('that changed or were deleted come with the next pull, and only those', async () => {
    const { cursor } = read();
    const [one = 0, two = 0] = await tickets();
    await put(one, NOW_SECONDS + 86400, { priority: 'urgent' });
    await put(two, NOW_SECONDS + 86400, { status: 'deleted' });
    await put(990001, NOW_SECONDS + 86400, {});
    const next = read({}, { cursor });
    expect(next.rows.map(({ ticket_id, priority }) => [ticket_id, priority])).toEqual([
      [one, 'urgent'],
      [990001, expect.any(String)],
    ]);
    expect(next.removed).toEqual([String(two)]);
    const last = read({}, { cursor: next.cursor });
    expect([last.rows, last.removed, last.cursor]).toEqual([[], [], next.cursor]);
  });

  it('that come twice are taken as they were told last', async () => {
    const page = (id: number, status: string) => ({
      id,
      status,
      organization_id: 1,
      created_at: '2026-01-01T00:00:00Z',
    });
    const organizations = [{ id: 1, external_id: 'A-1' }];
    const body = {
      tickets: [page(1, 'open'), page(2, 'open'), page(1, 'deleted')],
      organizations,
      end_of_stream: true,
    };
    await vendor.fail({ kind: 'answer', value: { body } });
    const { rows, removed } = read();
    expect(rows.map(({ ticket_id }) => ticket_id)).toEqual([2]);
    expect(removed).toEqual(['1']);
  });

  it('go on where time ended them', async () => {
    const first = read({}, { milliseconds: 80000 });
    expect([first.rows.length, first.more]).toEqual([200, true]);
    const rest = read({}, { cursor: first.cursor });
    expect(first.rows.length + rest.rows.length).toBe((await tickets()).length);
  });

  it('begin 400 days ago, and never within the last minutes', async () => {
    read({ options: { email: OPTIONS.email } });
    read({ options: { ...OPTIONS, since: '2027-01-01' } });
    const starts = (await vendor.log()).map(({ url }) => /start_time=(\d+)/.exec(url)?.[1]).filter((start) => start);
    expect(starts).toEqual([String(NOW_SECONDS - 400 * 86400), String(NOW_SECONDS - 120)]);
  });
});

describe('answers about satisfaction', () => {
  const surveys = (given: Reading = {}, changes: Partial<SourceSetting> = {}) =>
    read({ dataset: 'surveys', ...changes }, given);

  it('are survey responses with their own scale, for the account of the ticket', async () => {
    const { rows, columns, problems } = surveys();
    expect(columns).toEqual(['response_id', 'account_id', 'at', 'kind', 'score']);
    expect(new Set(rows.map(({ score }) => score))).toEqual(new Set([3, 4, 5]));
    expect(rows[0]).toMatchObject({ response_id: expect.stringMatching(/^01J/), kind: 'csat' });
    expect(problems).toEqual([]);
    expect((await vendor.log()).some(({ url }) => url.includes('satisfaction_ratings'))).toBe(false);
  });

  it('are the older ratings where an account has those', async () => {
    await vendor.command('csat', 'rating');
    const { rows, cursor } = surveys();
    expect(new Set(rows.map(({ score }) => score))).toEqual(new Set([1, 5]));
    await vendor.log();
    surveys({ cursor });
    expect((await vendor.log()).some(({ url }) => url.includes('survey_responses'))).toBe(false);
  });

  it('are none where an account has neither, and the first refusal is said', async () => {
    await vendor.command('csat', 'none');
    expect(failureOf(() => surveys()).words).toContain('Not found');
  });

  it('may be none so far, without an error', async () => {
    await vendor.command('unanswered');
    const { rows, cursor } = surveys();
    expect(rows).toEqual([]);
    const [ticket = 0] = await tickets();
    await vendor.command('rate', { id: 1, ticket, rating: 2, at: new Date(NOW).toISOString() });
    expect(surveys({ cursor }).rows).toHaveLength(1);
  });

  it('of the last four weeks are asked for again, since people change their minds', async () => {
    const { cursor } = surveys();
    const [ticket = 0] = await tickets();
    await vendor.command('rate', { id: 1, ticket, rating: 2, at: new Date(NOW - 20 * 86400000).toISOString() });
    await vendor.log();
    const { rows } = surveys({ cursor });
    expect(rows).toContainEqual(expect.objectContaining({ response_id: '01J1', score: 2 }));
    expect(decodeURIComponent((await vendor.log())[0]?.url ?? '')).toContain(
      `filter[created_at_start]=${NOW_SECONDS - 28 * 86400}`,
    );
  });

  it('about tickets that are gone are left out and counted', async () => {
    await vendor.command('rate', { id: 1, ticket: 4711, rating: 2, at: new Date(NOW).toISOString() });
    expect(surveys().problems).toEqual(['warning row.noAccount 1']);
  });
});

describe('what Zendesk refuses', () => {
  it.each([
    ['a token that ended', { kind: 'expired' }, 'credential', 'Zendesk|localhost'],
    ['a missing scope', { kind: 'scope' }, 'credential', 'following required scopes: read'],
    ['a right that is missing', { kind: 'forbidden' }, 'credential', 'do not have access'],
  ])('%s, is said and not asked again', async (_, fault, kind, words) => {
    await vendor.fail(fault);
    const failure = failureOf(() => read());
    expect(failure.kind).toBe(kind);
    expect(failure.words).toMatch(new RegExp(words));
    expect(await vendor.log()).toHaveLength(1);
  });

  it('because the token ended between two pages ends the pull', async () => {
    await vendor.fail({ kind: 'expired', after: 1 });
    expect(failureOf(() => read()).kind).toBe('credential');
  });

  it('to be asked so often is waited for as long as it says', async () => {
    await vendor.fail({ kind: 'limited', value: 37, after: 1 });
    const { rows, sleeps } = read();
    expect(rows).toHaveLength((await tickets()).length);
    expect(sleeps).toEqual([37000]);
  });

  it('to be asked so often for longer than there is time ends the bite, with the pages that came', async () => {
    await vendor.fail({ kind: 'limited', value: 200, after: 1, times: -1 });
    const { rows, more } = read({}, { milliseconds: 200000 });
    expect([rows.length, more]).toEqual([200, true]);
  });

  it.each([
    ['a page for people', { kind: 'html', value: 200 }, 'source'],
    ['JSON that was cut off', { kind: 'cut' }, 'source'],
    ['a redirect', { kind: 'redirect', value: 'https://elsewhere.example/' }, 'source'],
    ['an error, time and again', { kind: 'html', times: -1, value: 503 }, 'network'],
    ['no connection', { kind: 'drop', times: -1 }, 'network'],
  ])('in the form of %s is said', async (_, fault, kind) => {
    await vendor.fail(fault);
    expect(failureOf(() => read()).kind).toBe(kind);
  });

  it('to end is noticed: a page that comes again and again', async () => {
    await vendor.fail({ kind: 'repeat', match: 'cursor=', times: -1 });
    expect(failureOf(() => read()).words).toContain('same page');
  });

  it('nothing: a page that is empty but not the last is passed over', async () => {
    const value = { body: { tickets: [], after_cursor: Buffer.from('0||0').toString('base64'), end_of_stream: false } };
    await vendor.fail({ kind: 'answer', value });
    expect(read().rows).toHaveLength((await tickets()).length);
  });
});

describe('the row of the Sources tab', () => {
  it('names a subdomain, a host or an address', () => {
    expect(zendeskUrl({ location: 'acme' }, 'tickets')).toBe('https://acme.zendesk.com/api/v2/tickets');
    expect(zendeskUrl({ location: 'help.acme.example' }, 'tickets')).toBe('https://help.acme.example/api/v2/tickets');
    expect(zendeskUrl({ location: 'https://acme.zendesk.com/' }, 'tickets')).toBe(
      'https://acme.zendesk.com/api/v2/tickets',
    );
    const columns = (changes: Partial<SourceSetting>) => zendeskSource.check(setting(changes) as SourceSetting);
    expect(columns({ location: '' }).map(({ column }) => column)).toEqual(['Location']);
    expect(columns({ dataset: 'accounts' }).map(({ column }) => column)).toEqual(['Dataset']);
  });

  it('signs with the mail address and its token, or with a token of its own', async () => {
    read();
    read({ options: { since: '2020-01-01' } });
    const signs = (await vendor.log()).map(({ headers }) => headers.authorization);
    expect(new Set(signs)).toEqual(
      new Set([`Basic ${Buffer.from(`agent@example.com/token:${KEY}`).toString('base64')}`, `Bearer ${KEY}`]),
    );
  });

  it.each(['', 'a', 'ab', 'abc', '健診 é'])('spells %j in base64', (text) => {
    expect(base64(text)).toBe(Buffer.from(text).toString('base64'));
  });

  it('takes a date for the beginning', () => {
    const since = zendeskSource.options.find(({ name }) => name === 'since');
    expect([since?.check('2025-01-31'), since?.check('2025-13-31')?.en, since?.check('x')?.en]).toEqual([
      ...[null, expect.stringContaining('since'), expect.stringContaining('since')],
    ]);
  });

  it('is tried with one ticket', async () => {
    const { context } = contextOf('zendesk', setting());
    expect(zendeskSource.test(context).en).toContain('Zendesk answered. Columns: ticket_id');
    expect(await vendor.log()).toHaveLength(1);
  });
});
