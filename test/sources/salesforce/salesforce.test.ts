import { demoRows } from '../../../scripts/local/vendors/demo-book';
import { salesforceSource } from '../../../src/sources/salesforce/salesforce';
import { type Bite, contextOf, failureOf } from '../vendor-reading';
import { orgWhileTesting, readerOf, SECRETS, TOKEN } from './orgs';

const DEMO = demoRows({});
const COMPANY = new Map([['account_id', 'Account.Customer_Id__c']]);
const QUERY = '/services/data/v66.0/queryAll';
const vendor = orgWhileTesting();
const { set, read, readAll, lines } = readerOf(vendor);

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
