import { demoRows } from '../../../scripts/local/vendors/demo-book';
import { type RunningVendor, standInOf, startVendor } from '../../../scripts/local/vendors/start';
import type { Fault } from '../../../scripts/local/vendors/vendor';
import { salesforceSource } from '../../../src/sources/salesforce/salesforce';
import type { SourceSetting } from '../../../src/sources/source';
import { type Bite, bite, contextOf, failureOf } from '../vendor-reading';

const DEMO = demoRows({});
const COMPANY = new Map([['account_id', 'Account.Customer_Id__c']]);
const SECRETS: Record<string, string> = {};

let vendor: RunningVendor;
/** One with more records than a page holds. */
let large: RunningVendor;
beforeAll(async () => {
  vendor = await startVendor('salesforce');
  large = await startVendor('salesforce', { counts: { Account: 5000, Contact: 50100 }, polls: 2 });
  Object.assign(SECRETS, (await standInOf('salesforce')).secrets(vendor.origin));
});
afterEach(async () => {
  for (const each of [vendor, large]) {
    await each.fail();
    await each.log();
  }
});
afterAll(async () => {
  await vendor.stop();
  await large.stop();
});

const set = (changes: Partial<SourceSetting>): Partial<SourceSetting> => ({
  ...{ location: vendor.origin, secretName: 'salesforce' },
  ...changes,
});

const read = (changes: Partial<SourceSetting>, cursor: string | null = null): Bite =>
  bite(salesforceSource, set(changes), { secrets: { ...SECRETS }, cursor });

/** Every bite to the end. */
function readAll(changes: Partial<SourceSetting>, cursor: string | null = null): readonly Bite[] {
  const bites = [read(changes, cursor)];
  while (bites[bites.length - 1]?.more) bites.push(read(changes, bites[bites.length - 1]?.cursor));
  return bites;
}

const lines = async (): Promise<string[]> =>
  (await vendor.log()).map(({ method, url, status }) => `${method} ${url.split('?')[0]} ${status}`);
const QUERY = '/services/data/v66.0/queryAll';
const TOKEN = 'POST /services/oauth2/token 200';

describe('records of Salesforce', () => {
  it('accounts come with custom fields of our names, the Field Map, and the mail of owners', async () => {
    const fieldMap = new Map([
      ['account_id', 'Customer_Id__c'],
      ['goal_percent', 'goal_percent__c'],
    ]);
    const { rows, columns, problems, removed, more } = read({ fieldMap });
    const expected = DEMO('accounts').map((row) => [
      row.account_id,
      row.name,
      row.owner_email,
      row.mrr,
      row.renewal_date,
    ]);
    expect(rows.map((row) => [row.Customer_Id__c, row.name, row.owner_email, row.mrr, row.renewal_date])).toEqual(
      expected,
    );
    expect(rows.map((row) => row.goal_percent__c ?? null)).toEqual(DEMO('accounts').map((row) => row.goal_percent));
    expect(rows[0]?.manager_email).toBe(DEMO('accounts')[0]?.manager_email);
    expect(columns).not.toContain('account_id');
    expect([problems, removed, more]).toEqual([[], [], false]);
    expect(await lines()).toEqual([
      ...[TOKEN, 'GET /services/data/v66.0/sobjects/Account/describe 200'],
      ...['GET /services/data/v66.0/sobjects/User/describe 200', `GET ${QUERY} 200`],
    ]);
  });

  it('accounts under ids of their own carry the id of Salesforce as an external one', () => {
    const { rows } = read({ fieldMap: new Map([['id', 'Customer_Id__c']]) });
    // The org has a field of that name, which goes before.
    expect(rows[0]?.external_ids).toBe(DEMO('accounts')[0]?.external_ids);
    expect(read({}).rows[0]?.account_id).toMatch(/^0015g\w{13}$/);
  });

  it('contacts come with their company', () => {
    const { rows } = read({ dataset: 'contacts', fieldMap: COMPANY });
    const seen = rows.map((row) => [
      row['Account.Customer_Id__c'],
      row.email,
      row.role,
      row.active,
      row.left_on ?? null,
    ]);
    expect(seen).toEqual(DEMO('contacts').map((row) => [row.account_id, row.email, row.role, row.active, row.left_on]));
  });

  it('tasks and events come as touches', () => {
    const [tasks, events, none] = readAll({ dataset: 'touches', fieldMap: COMPANY });
    expect(none).toBeUndefined();
    const brought = [...(tasks?.rows ?? []), ...(events?.rows ?? [])];
    const told = (row: Readonly<Record<string, unknown>>, account: string) =>
      [row[account], String(row.at).slice(0, 10), row.kind, row.roles].join(' | ');
    const zoned = brought.map((row) => ({
      ...row,
      at: String(row.at).includes('T') ? new Date(Date.parse(String(row.at)) + 9 * 3600000).toISOString() : row.at,
    }));
    expect(zoned.map((row) => told(row, 'Account.Customer_Id__c')).sort()).toEqual(
      DEMO('touches')
        .map((row) => told({ ...row, roles: row.roles === '' ? undefined : row.roles }, 'account_id'))
        .sort(),
    );
  });

  it('cases come as tickets', () => {
    const { rows } = read({ dataset: 'tickets', fieldMap: COMPANY });
    const seen = rows.map((row) => [row['Account.Customer_Id__c'], row.priority, row.csat ?? null, 'closed_at' in row]);
    expect(seen).toEqual(
      DEMO('tickets').map((row) => [
        row.account_id,
        row.priority,
        row.csat,
        row.closed_at !== null && row.closed_at !== '',
      ]),
    );
  });

  it('opportunities come as revenue and as outcomes, by their type and how they ended', () => {
    const kinds = (bitten: Bite) => bitten.rows.map((row) => row.kind);
    const revenue = read({ dataset: 'revenue', fieldMap: COMPANY });
    const won = DEMO('revenue').filter(({ kind }) => kind !== 'churn');
    expect(kinds(revenue)).toEqual(won.map(({ kind }) => kind));
    expect(revenue.rows.map((row) => row.amount)).toEqual(won.map(({ amount }) => amount));
    const ended = DEMO('revenue').filter(({ kind }) => kind !== 'new');
    expect(kinds(read({ dataset: 'outcomes', fieldMap: COMPANY }))).toEqual(ended.map(({ kind }) => kind));
  });

  it('a Field Map line that no field fits is left out of the query', () => {
    const odd = new Map([
      ['segment', "Name FROM User WHERE Name != '"],
      ['plan', 'Nope__c'],
      ['team', 'Owner.Nope'],
    ]);
    const { columns, rows } = read({ fieldMap: odd });
    expect(columns).not.toEqual(expect.arrayContaining(['segment']));
    expect(rows.length).toBe(DEMO('accounts').length);
  });

  it('a condition narrows what comes', () => {
    const { rows } = read({ options: { where: "Segment__c = 'Enterprise'" } });
    expect(rows.length).toBe(DEMO('accounts').filter(({ segment }) => segment === 'Enterprise').length);
  });

  it('a query too long for an address goes in the body of a request', async () => {
    const names = ['Name', 'Industry', 'Type', 'Website', 'Owner.Name', 'Owner.Email', 'Owner.Manager.Name', 'Team__c'];
    const where = `(${Array.from({ length: 120 }, (_, at) => `Name != 'Nobody ${at}'`).join(' AND ')})`;
    const fieldMap = new Map(names.map((name, at) => [`extra ${at}`, name]));
    const { rows } = read({ fieldMap, options: { where } });
    expect(rows.length).toBe(DEMO('accounts').length);
    expect((await lines()).slice(-1)).toEqual(['POST /services/data/v66.0/composite/batch 200']);
    const wrong = failureOf(() => read({ options: { where: `${where} AND Nope = 1` } }));
    expect(wrong.kind).toBe('source');
    expect(wrong.words).toContain('INVALID_FIELD');
  });

  it('is tried with little, and says what there is to map', async () => {
    const { context } = contextOf('salesforce', set({}), { secrets: { ...SECRETS } });
    expect(salesforceSource.test(context).en).toMatch(
      /^localhost:\d+ answered. From Account: account_id, name, owner_email/,
    );
    expect((await lines()).length).toBe(3);
  });
});

describe('what changed in Salesforce', () => {
  it('comes the next time, and what was deleted goes', async () => {
    const [first] = readAll({});
    const { rows, removed } = read({}, first?.cursor);
    // Everything has one stamp in the demo: all of it lies within the overlap.
    expect([rows.length, removed]).toEqual([DEMO('accounts').length, []]);
    const one = await vendor.command<{ Id: string }>('find', [
      'Account',
      'Customer_Id__c',
      DEMO('accounts')[0]?.account_id,
    ]);
    const two = await vendor.command<{ Id: string }>('find', [
      'Account',
      'Customer_Id__c',
      DEMO('accounts')[1]?.account_id,
    ]);
    for (let at = 0; at < 700; at += 1) await vendor.command('change', ['Account', one.Id, { MRR__c: at }]);
    await vendor.command('change', ['Account', two.Id, { IsDeleted: true }]);
    const again = readAll({}, first?.cursor);
    const newer = read({}, again[0]?.cursor);
    expect(newer.rows.map((row) => [row.account_id, row.mrr])).toEqual([[one.Id, 699]]);
    expect(newer.removed).toEqual([two.Id]);
    expect(newer.problems).toEqual([]);
  });

  it('a task that is opened again is no touch any more', async () => {
    const bites = readAll({ dataset: 'touches' });
    const task = (bites[0] as Bite).rows[0] as Record<string, string>;
    await vendor.command('change', ['Task', task.touch_id, { IsClosed: false }]);
    const [tasks] = readAll({ dataset: 'touches' }, bites[bites.length - 1]?.cursor);
    expect(tasks?.removed).toEqual([task.touch_id]);
  });

  it('is everything where the org has a new field of ours, and what does not count any more goes', async () => {
    const next = (before: Bite) => read({ dataset: 'tickets' }, before.cursor);
    const first = read({ dataset: 'tickets' });
    const [one, ...others] = first.rows.map(({ ticket_id }) => ticket_id);
    for (let at = 0; at < 700; at += 1) await vendor.command('change', ['Case', one, { AccountId: null }]);
    const later = next(next(first));
    expect([later.rows, later.removed]).toEqual([[], [one]]);
    await vendor.command('alter', ['Case', 'Priority__c', {}]);
    const all = next(later);
    expect(all.rows.map(({ ticket_id }) => ticket_id)).toEqual(others);
    expect(all.removed).toEqual([one]);
    expect(next(all).rows).toEqual([]);
  });

  it('records without a company are counted', async () => {
    await vendor.command('add', ['Contact', { Name: 'Nobody', AccountId: null }]);
    expect(read({ dataset: 'contacts' }).problems).toEqual(['warning row.noAccount 1']);
  });

  it('a field that is gone is told by the pull, not by a query that fails', async () => {
    await vendor.command('alter', ['Account', 'Plan__c', null]);
    const { columns, rows } = read({ fieldMap: new Map([['plan', 'Plan__c']]) });
    expect(columns).not.toContain('Plan__c');
    expect(rows.length).toBeGreaterThan(100);
  });
});

describe('many records', () => {
  it('come by pages, in the order of the vendor, up to what one bite holds', async () => {
    const { rows, more } = read({ location: large.origin });
    expect([rows.length, more]).toEqual([5000, false]);
    const pages = (await large.log()).filter(({ url }) => url.includes('/queryAll'));
    expect(pages.map(({ url }) => url.split('/queryAll')[1]?.slice(0, 3))).toEqual(['?q=', '/01', '/01']);
  });

  it('beyond 50,000 come by a bulk query that is waited for, bite after bite', async () => {
    await large.log();
    const bites = readAll({ location: large.origin, dataset: 'contacts' });
    expect(bites.map(({ rows }) => rows.length)).toEqual([0, 0, 0, 50000, 100]);
    expect(bites.map(({ sleeps }) => sleeps)).toEqual([[], [2000], [4000], [], []]);
    const last = bites[4]?.rows[99];
    expect(last).toMatchObject({ name: 'Person 50100', active: 'true' });
    expect(last).not.toHaveProperty('left_on');
    const [told] = (await large.log()).filter(({ url }) => url.endsWith('/jobs/query'));
    expect(JSON.parse(told?.body ?? '{}')).toMatchObject({ operation: 'queryAll', contentType: 'CSV' });
  });

  it('of a bulk query whose results are cut off are asked for again another time', async () => {
    const bites = readAll({ location: large.origin, dataset: 'contacts' });
    await large.fail({ kind: 'cut', match: 'results' });
    expect(failureOf(() => read({ location: large.origin, dataset: 'contacts' }, bites[2]?.cursor)).kind).toBe(
      'network',
    );
    expect(read({ location: large.origin, dataset: 'contacts' }, bites[2]?.cursor).rows.length).toBe(50000);
  });

  it('of a page that the vendor has forgotten are asked for anew', async () => {
    await large.fail({ kind: 'refused', match: 'queryAll/01', times: -1, value: [503, 'SERVER_UNAVAILABLE', 'busy'] });
    const first = read({ location: large.origin });
    expect([first.rows.length, first.more]).toEqual([2000, true]);
    await large.fail({ kind: 'refused', match: 'queryAll/01', value: [400, 'INVALID_QUERY_LOCATOR', 'forgotten'] });
    const bites = readAll({ location: large.origin }, first.cursor);
    expect(bites.map(({ rows }) => rows.length)).toEqual([0, 5000]);
  });
});

it('a bulk query that fails is told, and begun anew by the next pull', async () => {
  await large.command('set', { failing: true, polls: 0 });
  const bites = readAll({ location: large.origin, dataset: 'contacts' });
  const last = bites[bites.length - 1];
  expect(last?.problems).toEqual([expect.stringMatching(/^error bulk.failed 750/)]);
  expect(JSON.parse(last?.cursor ?? '')).toEqual({ marks: {}, at: 0 });
  await large.command('set', { failing: false, polls: 2 });
});

describe('signing in', () => {
  it('is done once; the token is kept, with the place it is for', async () => {
    const { context, platform } = contextOf('salesforce', set({}), { secrets: { ...SECRETS } });
    salesforceSource.read(context);
    expect(JSON.parse(platform.secrets.get('token.salesforce') ?? '{}')).toEqual({
      token: expect.stringMatching(/^00D/),
      at: vendor.origin,
    });
    salesforceSource.read(context);
    expect((await lines()).filter((line) => line === TOKEN)).toHaveLength(1);
  });

  it('is done again where the session ended in the middle of paging', async () => {
    const before = await large.command<number>('signIns');
    await large.fail({ kind: 'expired', match: 'queryAll/', after: 1 });
    expect(read({ location: large.origin }).rows.length).toBe(5000);
    expect(await large.command('signIns')).toBe(before + 2);
  });

  it('is done once only where every session is refused', async () => {
    await vendor.fail({ kind: 'expired', match: 'describe', times: -1 });
    const before = await vendor.command<number>('signIns');
    const failure = failureOf(() => read({}));
    expect([failure.kind, failure.words]).toEqual(['credential', expect.stringContaining('INVALID_SESSION_ID')]);
    expect(await vendor.command('signIns')).toBe(before + 2);
  });

  it.each(['Connected app is not attached to Agent', 'This session is not valid for use with the REST API'])(
    'is not done again after: %s',
    async (message) => {
      await vendor.fail({ kind: 'refused', match: 'describe', value: [401, 'INVALID_SESSION_ID', message], times: -1 });
      const before = await vendor.command<number>('signIns');
      expect(failureOf(() => read({})).words).toContain(message);
      expect(await vendor.command('signIns')).toBe(before + 1);
    },
  );

  it('by refresh token', () => {
    expect(read({ options: { auth: 'refresh_token' } }).rows.length).toBeGreaterThan(100);
  });

  it('by assertion tells who, for whom and until when', async () => {
    const secrets = {
      ...SECRETS,
      'secret.salesforce.private_key': '-----BEGIN PRIVATE KEY----- QUJD REVG -----END PRIVATE KEY-----',
    };
    const options = { auth: 'jwt', username: 'integration@example.com' };
    const failure = failureOf(() => bite(salesforceSource, set({ options }), { secrets }));
    expect([failure.kind, failure.words]).toEqual([
      'credential',
      expect.stringContaining('invalid_grant: invalid assertion'),
    ]);
    const form = new URLSearchParams((await vendor.log())[0]?.body);
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const [, claims, key] = /^signed\((.*)\) by ([\s\S]*)$/.exec(form.get('assertion') ?? '') ?? [];
    expect(JSON.parse(claims ?? '{}')).toEqual({
      ...{ iss: SECRETS['secret.salesforce.client_id'], sub: 'integration@example.com' },
      ...{ aud: 'https://login.salesforce.com', exp: Date.UTC(2026, 0, 31, 0, 33) / 1000 },
    });
    expect(key).toBe('-----BEGIN PRIVATE KEY-----\nQUJDREVG\n-----END PRIVATE KEY-----\n');
  });

  it.each([
    ['client_secret', 'invalid_client: invalid client credentials'],
    ['client_id', 'invalid_client_id: client identifier invalid'],
  ])('with a wrong %s is refused in the words of Salesforce, without the key', (field, words) => {
    const secrets = { ...SECRETS, [`secret.salesforce.${field}`]: 'canary-0123456789' };
    const failure = failureOf(() => bite(salesforceSource, set({}), { secrets }));
    expect(failure.kind).toBe('credential');
    expect(failure.words).toContain(words);
    expect(failure.words).not.toContain('canary');
  });

  it('without a key asks nobody, and names the key', async () => {
    const failure = failureOf(() => bite(salesforceSource, set({}), { secrets: {} }));
    expect(failure.words).toContain('The secret "salesforce.client_id" is not stored');
    expect(await vendor.log()).toEqual([]);
  });

  it('never takes the token to a host that is neither the one that was named nor one of Salesforce', async () => {
    await large.command('set', { instance: 'https://elsewhere.example' });
    const failure = failureOf(() => read({ location: large.origin }));
    expect(failure.words).toContain('did not answer like Salesforce');
    await large.command('set', { instance: large.origin });
  });
});

describe('an answer that cannot be used', () => {
  const DESCRIBE = 'describe';
  const refused = (status: number, code: string): Fault => ({
    kind: 'refused',
    match: DESCRIBE,
    times: -1,
    value: [status, code, 'words of theirs'],
  });

  it.each<[string, Fault, string, string]>([
    ['a malformed query', { ...refused(400, 'MALFORMED_QUERY'), match: 'queryAll' }, 'source', 'MALFORMED_QUERY'],
    ['an object that is hidden', refused(404, 'NOT_FOUND'), 'credential', 'may not see Account'],
    ['a right that is missing', refused(403, 'INSUFFICIENT_ACCESS'), 'credential', 'INSUFFICIENT_ACCESS'],
    ['a retired version', refused(410, 'UNSUPPORTED_API_VERSION'), 'config', 'UNSUPPORTED_API_VERSION'],
    ['an address too long', refused(414, 'URI_TOO_LONG'), 'source', 'URI_TOO_LONG'],
    [
      'a page for people',
      { kind: 'html', match: DESCRIBE, times: -1, value: 200 },
      'source',
      'a web page instead of data',
    ],
    ['a body that is cut off', { kind: 'cut', match: DESCRIBE, times: -1 }, 'source', 'was cut off'],
    [
      'a redirect',
      { kind: 'redirect', match: DESCRIBE, times: -1, value: 'https://other.example/' },
      'source',
      '(302)',
    ],
    [
      'a host that is another',
      { kind: 'answer', match: 'token', times: -1, value: { body: { hello: 1 } } },
      'source',
      'like Salesforce',
    ],
    ['a page that comes again', { kind: 'samePage', match: 'queryAll/', times: -1 }, 'source', 'same page again'],
    ['60 MB', { kind: 'large', match: DESCRIBE, times: -1 }, 'network', ''],
  ])('%s ends the pull with a name', async (name, fault, kind, words) => {
    for (const each of [vendor, large]) await each.fail(fault);
    const failure = failureOf(() => read(name === 'a page that comes again' ? { location: large.origin } : {}));
    expect(failure.kind).toBe(kind);
    expect(failure.words).toContain(words);
  });

  it.each([420, 429, 500, 502, 503, 504])('a status of %s is asked again, and then it goes on', async (status) => {
    await vendor.fail({ kind: 'refused', match: DESCRIBE, times: 2, value: [status, 'SERVER_UNAVAILABLE', 'busy'] });
    const { rows, sleeps } = read({});
    expect(rows.length).toBeGreaterThan(100);
    expect(sleeps.length).toBe(2);
  });

  it('a connection that breaks is asked again', async () => {
    await vendor.fail({ kind: 'drop', match: 'queryAll' });
    expect(read({}).rows.length).toBeGreaterThan(100);
  });

  it('an empty page that names a next one is gone through', async () => {
    await large.fail({ kind: 'emptyPage', match: 'queryAll/' });
    expect(read({ location: large.origin }).rows.length).toBe(3000);
  });

  it('the daily limit of the org has the source left alone until tomorrow', async () => {
    await vendor.fail({
      kind: 'refused',
      match: DESCRIBE,
      value: [403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'],
    });
    const { context, rests, platform } = contextOf('salesforce', set({}), { secrets: { ...SECRETS } });
    const failure = failureOf(() => salesforceSource.read(context));
    expect([failure.kind, failure.words]).toEqual(['limit', expect.stringContaining('REQUEST_LIMIT_EXCEEDED')]);
    expect(rests).toEqual([platform.clock.now() + 20 * 3600000]);
    expect(platform.sleeps).toEqual([]);
  });

  it('beyond the share of the daily limit that is ours it goes no further, and what came stays', async () => {
    await large.command('use', 80000);
    const { rows, more, rests } = read({ location: large.origin });
    expect([rows.length, more, rests.length]).toEqual([2000, true, 1]);
    expect(read({ location: large.origin, options: { daily_share: '90' } }).rows.length).toBe(5000);
    await large.command('use', 0);
  });
});

describe('a row of the Sources tab', () => {
  const faults = (changes: Partial<SourceSetting>) => {
    const { context } = contextOf('salesforce', { location: 'example.my.salesforce.com', ...changes });
    return salesforceSource.check(context.setting).map(({ column }) => column);
  };
  it.each<[Partial<SourceSetting>, readonly string[]]>([
    [{}, []],
    [{ location: 'https://example.my.salesforce.com/' }, []],
    [{ location: '' }, ['Location']],
    [{ location: 'http://example.my.salesforce.com' }, ['Location']],
    [{ location: 'https://login.salesforce.com' }, ['Location']],
    [{ dataset: 'usage' }, ['Dataset']],
    [{ options: { auth: 'jwt' } }, ['Options']],
  ])('%j has faults in %j', (changes, columns) => {
    expect(faults(changes)).toEqual(columns);
  });

  it.each([
    ["Type = 'Customer'", true],
    ["Type = 'It\\'s) (here' OR (Name LIKE 'A%' AND MRR__c > 5)", true],
    ["Type = 'Customer", false],
    ["Type = 'Customer') OR (Name != ''", false],
    ["Type = 'a') OR Name = 'b'", false],
    ['Type != null ORDER BY Name', false],
    ['Type != null LIMIT 5', false],
  ])('the condition %s: %s', (where, fine) => {
    const option = salesforceSource.options.find(({ name }) => name === 'where');
    expect(option?.check(where) === null).toBe(fine);
  });
});
