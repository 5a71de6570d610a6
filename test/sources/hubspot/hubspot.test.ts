import { type RunningVendor, startVendor } from '../../../scripts/local/vendors/start';
import { hubspotSource } from '../../../src/sources/hubspot/hubspot';
import type { SourceSetting } from '../../../src/sources/source';
import { NOW } from '../../app/ports/memory-platform';
import { bite, contextOf, failureOf, KEY, type Reading } from '../vendor-reading';

let vendor: RunningVendor;
beforeAll(async () => {
  vendor = await startVendor('hubspot', { key: KEY });
});
beforeEach(async () => {
  await vendor.fail();
  await vendor.command('reset');
  await vendor.log();
});
afterAll(() => vendor.stop());

const setting = (changes: Partial<SourceSetting> = {}) => ({
  location: vendor.origin,
  dataset: 'accounts' as const,
  ...changes,
});
const read = (changes: Partial<SourceSetting> = {}, given: Reading = {}) =>
  bite(hubspotSource, setting(changes), given);
const ids = (object: string) => vendor.command<string[]>('ids', object);
const put = (object: string, id: string, at: number, more: object = {}) =>
  vendor.command('put', { object, id, at, ...more });
const asked = async () => (await vendor.log()).map(({ method, url }) => `${method} ${url.split('?')[0]}`);

describe('a whole pull', () => {
  it('reads companies page by page, with owners by mail address', async () => {
    const all = await ids('companies');
    const { rows, removed, more, problems } = read();
    expect(rows).toHaveLength(all.length);
    expect(rows[0]).toMatchObject({
      account_id: all[0],
      name: expect.any(String),
      owner_email: expect.stringMatching(/@/),
      employees: expect.stringMatching(/^\d+$/),
      external_ids: all[0],
    });
    expect([removed, more, problems]).toEqual([[], false, []]);
    const pages = (await vendor.log()).filter(({ url }) => /objects\/2026-09\/companies\?limit=100/.test(url));
    expect(pages).toHaveLength(Math.ceil(all.length / 100) + 1);
  });

  it('brings the properties that the Field Map and the options name, under their own names', () => {
    const fieldMap = new Map([['account_id', 'customer_code']]);
    const { rows, columns } = read({ fieldMap, options: { properties: 'mrr, plan' } });
    expect(columns).not.toContain('account_id');
    expect(rows[0]).toMatchObject({ customer_code: expect.stringMatching(/^A-/), mrr: expect.any(String) });
  });

  it('leaves out the column of a property that HubSpot no longer has', async () => {
    const fieldMap = new Map([['plan', 'plan']]);
    expect(read({ fieldMap }).columns).toContain('plan');
    await vendor.command('drop', { object: 'companies', property: 'plan' });
    expect(read({ fieldMap }).columns).not.toContain('plan');
  });

  it('asks for many properties in a body, since addresses hold 2 KB', async () => {
    const names = Array.from({ length: 150 }, (_, at) => `a_long_property_name_${at}`);
    const properties = Object.fromEntries(names.map((name) => [name, 'x']));
    const [first = ''] = await ids('companies');
    await put('companies', first, NOW, { properties });
    const { rows } = read({ options: { properties: names.join(',') } });
    expect(rows[0]).toMatchObject({ account_id: first, a_long_property_name_149: 'x' });
    expect(await asked()).toContain('POST /crm/objects/2026-09/companies/batch/read');
  });

  it('gives contacts their primary company, and leaves out those that have none', async () => {
    const [one = '', two = '', three = ''] = await ids('contacts');
    const [first = '', second = ''] = await ids('companies');
    await put('contacts', one, NOW, {
      companies: [
        { id: first, primary: false },
        { id: second, primary: true },
      ],
    });
    await put('contacts', two, NOW, {
      companies: [
        { id: second, primary: false },
        { id: first, primary: false },
      ],
    });
    await put('contacts', three, NOW, { companies: [] });
    const { rows, removed, problems } = read({ dataset: 'contacts' });
    const account = (id: string) => rows.find(({ contact_id }) => contact_id === id)?.account_id;
    expect([account(one), account(two), account(three)]).toEqual([second, second, undefined]);
    expect(removed).toEqual([three]);
    expect(problems).toEqual(['warning row.noAccount 1']);
  });

  it('counts meetings that took place, calls and mails, and keeps nothing of what was said', async () => {
    const [held = '', called = ''] = await ids('meetings');
    await put('meetings', called, NOW, {
      properties: { hs_meeting_outcome: 'CANCELED', hs_meeting_title: 'secret plans' },
    });
    const { rows, columns, removed } = read({ dataset: 'touches' });
    expect(columns).toEqual(['touch_id', 'account_id', 'at', 'kind']);
    expect(rows.map(({ touch_id }) => touch_id)).toContain(`meeting-${held}`);
    expect(removed).toEqual([`meeting-${called}`]);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['meeting', 'call', 'email']));
    const some = read({ dataset: 'touches', options: { objects: 'calls' } });
    expect(new Set(some.rows.map(({ kind }) => kind))).toEqual(new Set(['call']));
  });

  it('counts deals that were won', async () => {
    const [won = '', lost = ''] = await ids('deals');
    await put('deals', lost, NOW, { properties: { hs_is_closed_won: 'false' } });
    const { rows, removed } = read({ dataset: 'revenue' });
    expect(rows.find(({ revenue_id }) => revenue_id === won)).toMatchObject({
      kind: 'new',
      amount: expect.any(String),
    });
    expect(removed).toEqual([lost]);
  });

  it('goes on where time ended it, and ends with the same records', async () => {
    // 90 s are kept for storing, so that each bite is one page.
    const bites = [read({ dataset: 'contacts' }, { milliseconds: 80000 })];
    while (bites[bites.length - 1]?.more) {
      const cursor = bites[bites.length - 1]?.cursor ?? null;
      bites.push(read({ dataset: 'contacts' }, { milliseconds: 80000, cursor }));
    }
    expect(bites.length).toBeGreaterThan(5);
    const whole = read({ dataset: 'contacts' });
    expect(bites.flatMap(({ rows }) => rows)).toEqual(whole.rows);
    expect(bites[bites.length - 1]?.cursor).toBe(whole.cursor);
  });
});

describe('a pull of what changed', () => {
  it('asks from ten minutes before the last one began, and takes out what was archived or merged', async () => {
    const { cursor } = read();
    const [one = '', two = '', three = ''] = await ids('companies');
    await put('companies', one, NOW - 600000, { properties: { name: 'Renamed' } });
    await put('companies', two, NOW - 600001, { properties: { name: 'Too old' } });
    await put('companies', three, NOW, { properties: { hs_merged_object_ids: '123;124' } });
    await vendor.command('archive', { object: 'companies', id: two });
    const next = read({}, { cursor });
    expect(next.rows.map(({ account_id, name }) => [account_id, name])).toEqual([
      [one, 'Renamed'],
      [three, expect.any(String)],
    ]);
    expect(next.rows[1]?.external_ids).toBe(`${three};123;124`);
    expect(next.removed).toEqual(['123', '124', two]);
    const [search] = (await vendor.log()).filter(({ url }) => url.endsWith('/search'));
    expect(JSON.parse(search?.body ?? '')).toMatchObject({
      filterGroups: [
        { filters: [{ propertyName: 'hs_lastmodifieddate', operator: 'GTE', value: String(NOW - 600000) }] },
      ],
    });
  });

  it('keeps to five searches a second', async () => {
    const { cursor } = read({ dataset: 'touches' });
    expect(read({ dataset: 'touches' }, { cursor }).sleeps).toEqual([200, 200]);
  });

  it('knows the moment of contacts by another name', async () => {
    const { cursor } = read({ dataset: 'contacts' });
    const [one = ''] = await ids('contacts');
    await put('contacts', one, NOW);
    expect(read({ dataset: 'contacts' }, { cursor }).rows.map(({ contact_id }) => contact_id)).toEqual([one]);
  });

  it('moves on beyond 10,000 results, though they changed in one moment', async () => {
    const { cursor } = read();
    await vendor.command('many', { object: 'companies', id: 1000, count: 300, at: NOW - 5000 });
    await vendor.command('many', { object: 'companies', id: 2000, count: 10100, at: NOW });
    await vendor.command('many', { object: 'companies', id: 20000, count: 50, at: NOW + 5000 });
    const found = new Set<unknown>();
    let at = cursor;
    for (let more = true; more; ) {
      const next = read({}, { cursor: at });
      for (const { account_id } of next.rows) found.add(account_id);
      more = next.more;
      at = next.cursor;
    }
    expect(found.size).toBe(300 + 10100 + 50);
  });
});

describe('what HubSpot refuses', () => {
  const json = (status: number, body: unknown, headers: object = {}) => ({
    kind: 'answer',
    value: { status, body, headers },
  });

  it('for want of scopes is said with their names', async () => {
    await vendor.fail({ kind: 'scopes', value: ['crm.objects.companies.read', 'crm.objects.owners.read'] });
    const { kind, words } = failureOf(() => read());
    expect(kind).toBe('credential');
    expect(words).toContain('crm.objects.companies.read, crm.objects.owners.read');
  });

  it('for want of a scope says so in the other shapes it has, too', async () => {
    const said = (context: unknown) => json(403, { category: 'MISSING_SCOPES', errors: [{ context }] });
    for (const context of [{ missingScopes: ['tickets'] }, '{missingScopes=[tickets, sales-email-read]}']) {
      await vendor.fail(said(context));
      expect(failureOf(() => read()).words).toMatch(/lacks these scopes: tickets/);
    }
  });

  it('for another reason is said in its words', async () => {
    await vendor.fail({ kind: 'forbidden' });
    expect(failureOf(() => read())).toMatchObject({ kind: 'credential', words: expect.stringContaining('suspended') });
  });

  it('because of the key is not asked again, and never shows the key', async () => {
    const wrong = failureOf(() => read({}, { secrets: { 'secret.hubspot': 'a-wrong-key' } }));
    expect(wrong.kind).toBe('credential');
    expect(wrong.words).not.toContain('a-wrong-key');
    expect(await vendor.log()).toHaveLength(1);
    expect(failureOf(() => read({}, { secrets: {} })).words).toContain('hubspot');
  });

  it('because the key ended between two pages ends the pull', async () => {
    await vendor.fail({ kind: 'expired', match: '/companies', after: 1 });
    expect(failureOf(() => read()).kind).toBe('credential');
  });

  it.each([
    ['ten seconds', { kind: 'rolling' }, [10000]],
    ['a second', { kind: 'secondly' }, [1000]],
    ['while the account is locked', { kind: 'locked' }, [2000]],
    ['while the account moves', { kind: 'migrating', value: 20 }, [20000]],
    ['as long as the header says', { kind: 'answer', value: { status: 503, headers: { 'retry-after': '3' } } }, [3000]],
  ])('for %s is asked again then', async (_, fault, sleeps) => {
    await vendor.fail({ match: '/companies', ...fault });
    const { rows, sleeps: slept } = read();
    expect(rows.length).toBeGreaterThan(100);
    expect(slept).toEqual(sleeps);
  });

  it('for today rests the source for an hour, and keeps the pages that came', async () => {
    await vendor.fail({ kind: 'daily', match: '/companies', after: 1, times: -1 });
    const first = read();
    expect(first).toMatchObject({ more: true, rests: [NOW + 3600000], sleeps: [] });
    expect(first.rows).toHaveLength(100);
    expect(failureOf(() => read({}, { cursor: first.cursor }))).toMatchObject({ kind: 'limit' });
  });

  it('is left before it refuses, where the options keep a share of the day for others', async () => {
    await vendor.command('daily', { limit: 1000, left: 450 });
    expect(read().rests).toEqual([]);
    const half = setting({ options: { daily_share: '50' } });
    expect(failureOf(() => read(half)).kind).toBe('limit');
  });

  it('in part leaves those rows out and says so', async () => {
    const [one = ''] = await ids('contacts');
    const error = { category: 'X', message: 'Sorry', context: { ids: ['1', '2'] } };
    await vendor.fail({
      ...json(207, { results: [{ from: { id: one }, to: [{ toObjectId: 9000000000 }] }], errors: [error] }),
      ...{ match: 'associations' },
    });
    const { rows, problems } = read({ dataset: 'contacts' });
    expect(rows).toMatchObject([{ contact_id: one, account_id: '9000000000' }]);
    expect(problems).toContain('error row.noAccount ');
  });
});

describe('an answer that is none', () => {
  it.each([
    ['a page for people', { kind: 'html', value: 200 }, 'source'],
    ['JSON that was cut off', { kind: 'cut' }, 'source'],
    ['a redirect', { kind: 'redirect', value: 'https://elsewhere.example/' }, 'source'],
    ['no list at all', { kind: 'answer', value: { body: { hello: 1 } } }, 'source'],
    ['nothing, time and again', { kind: 'drop', times: -1 }, 'network'],
    ['an error, time and again', { kind: 'html', times: -1, value: 502 }, 'network'],
  ])('%s, is said', async (_, fault, kind) => {
    await vendor.fail({ match: '/companies', ...fault });
    expect(failureOf(() => read()).kind).toBe(kind);
  });

  it('that broke off once is asked for again', async () => {
    const whole = read().rows;
    await vendor.fail({ kind: 'drop', match: 'after=' });
    expect(read().rows).toEqual(whole);
  });

  it('that repeats a page ends the pull', async () => {
    await vendor.fail({ kind: 'repeat', match: 'after=', times: -1 });
    expect(failureOf(() => read()).words).toContain('same page');
  });

  it('that is empty and has a cursor is passed over', async () => {
    const empty = { results: [], paging: { next: { after: '0' } } };
    await vendor.fail({ kind: 'answer', match: '/companies', value: { body: empty } });
    expect(read().rows).toHaveLength((await ids('companies')).length);
  });

  it('with ids beyond 2^53 keeps their last digits', async () => {
    const body = '{"results":[{"id":12345678901234567891,"properties":{"name":null,"domain":"a.example"}}]}';
    await vendor.fail({
      kind: 'answer',
      match: '/companies',
      value: { body, headers: { 'content-type': 'application/json' } },
    });
    expect(read().rows[0]).toMatchObject({ account_id: '12345678901234567891', domains: 'a.example' });
  });
});

describe('the row of the Sources tab', () => {
  const faults = (changes: Partial<SourceSetting>) =>
    hubspotSource.check(contextOf('hubspot', { location: '', ...changes }).context.setting).map(({ column }) => column);

  it('needs no Location', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ location: 'http://elsewhere.example' })).toEqual(['Location']);
  });

  it('takes the datasets there are', () => {
    expect(faults({ dataset: 'usage' })).toEqual(['Dataset']);
    expect(faults({ dataset: 'tickets' })).toEqual([]);
  });

  it('names objects that there are', () => {
    const [, objects] = hubspotSource.options;
    expect(objects?.check('meetings, calls')).toBeNull();
    expect(objects?.check('meeting')?.en).toContain('meetings, calls, emails');
  });

  it('is tried with one record', async () => {
    const { context } = contextOf('hubspot', setting());
    expect(hubspotSource.test(context).en).toContain('HubSpot answered. Columns: account_id, name');
    expect(await asked()).toEqual(['GET /crm/objects/2026-09/companies']);
  });
});
