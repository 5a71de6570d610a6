import { Connection } from '@jsforce/jsforce-node';
import Papa from 'papaparse';
import { generateDemo } from '../../scripts/local/demo/generate';
import { connectRows, type Workspace } from '../../scripts/local/run/workspace';
import { type RunningVendor, standInOf, startVendor } from '../../scripts/local/vendors/start';
import type { DatasetName } from '../../src/domain/datasets';
import { type Day, dayOf } from '../../src/domain/day';
import { buildProduct, everything, type Named, records, runNow, setUpProduct, type } from './product';

const AS_OF = dayOf(2026, 3, 31) as Day;
const DEMO = { asOf: AS_OF, seed: 7 };
const BESIDE = ['usage', 'touches'] as const;
/** Older days are left out, to be quick. */
const OLDEST = '2025-12-15';
/** As an administrator of the org named them. */
const FIELDS = 'score = Health_Score__c; band = health_band__c; reasons = Health_Reasons__c; as_of = Health_As_Of__c';
/** One collection holds this many records (Salesforce, REST API Developer Guide, sObject Collections). */
const MOST = 200;

let dist: string;
let vendor: RunningVendor;
let keys: { readonly client_id: string; readonly client_secret: string };
beforeAll(async () => {
  dist = await buildProduct();
});
beforeEach(async () => {
  vendor = await startVendor('salesforce', DEMO);
  const secrets = (await standInOf('salesforce')).secrets(vendor.origin);
  const secret = (name: string): string => secrets[`secret.salesforce.${name}`] as string;
  keys = { client_id: secret('client_id'), client_secret: secret('client_secret') };
});
afterEach(() => vendor.stop());

/** Every account of the org, by the company's own number, as the vendor's own client reads it. */
async function inSalesforce(): Promise<ReadonlyMap<string, Named>> {
  const oauth2 = { loginUrl: vendor.origin, clientId: keys.client_id, clientSecret: keys.client_secret };
  const connection = new Connection({ version: '66.0', instanceUrl: vendor.origin, oauth2 });
  await connection.authorize({ grant_type: 'client_credentials' });
  const fields = 'Customer_Id__c, Health_Score__c, Health_Band__c, Health_Reasons__c, Health_As_Of__c';
  const { records: accounts } = await connection.query(`SELECT ${fields} FROM Account`);
  return new Map((accounts as readonly Named[]).map((account) => [String(account.Customer_Id__c), account]));
}

/** The org's accounts under the company's own numbers; what scores them comes as files. */
async function connected(settings: Readonly<Record<string, string>>): Promise<Workspace> {
  const demo = generateDemo(DEMO);
  const csv = (name: DatasetName) => {
    const { columns, rows } = demo[name];
    const day = columns.findIndex((column) => column === 'date' || column === 'at');
    return Papa.unparse({
      fields: [...columns],
      data: rows.filter((row) => String(row[day]) >= OLDEST) as unknown[][],
    });
  };
  const files = Object.fromEntries(BESIDE.map((name) => [name, csv(name)]));
  const workspace = setUpProduct(dist, files);
  const row = { 'Source ID': 'crm', Kind: 'salesforce', Dataset: 'accounts', Location: vendor.origin };
  connectRows(workspace, [{ ...row, 'Field Map': 'account_id = Customer_Id__c\nsalesforce_id = Id' }], AS_OF);
  expect(workspace.runtime.execute('keepSecrets', ['crm', keys], { entry: 'rpc' })).toMatchObject({ ok: true });
  for (const [name, value] of Object.entries(settings)) type(workspace, 'Settings', name, 'Value', value);
  await vendor.log();
  return workspace;
}

const ON = { 'Write Back': 'On', 'Write Back Sources': 'crm', 'Write Back Fields': FIELDS };
const updates = async () => (await vendor.log()).filter(({ method, status }) => method === 'PATCH' && status < 300);
const sizes = async () => (await updates()).map(({ body }) => JSON.parse(body).records.length);
const lastRun = (workspace: Workspace) => records(workspace, 'Runs').slice(-1)[0] as Named;
const faults = (workspace: Workspace) =>
  records(workspace, 'Problems')
    .filter((row) => String(row['Problem Code']).startsWith('writeback'))
    .map((row) => `${row.Source} ${row.Column}`);

/** What should stand in Salesforce of each account that was published. */
const published = (workspace: Workspace) =>
  records(workspace, 'Accounts').map((row) => ({
    id: String(row['Account ID']),
    score: row.Score === null ? null : Number(row.Score),
    band: row.Band,
  }));

describe('scores written back to Salesforce', () => {
  it('are what its own client reads there, though the session ends between, and are sent once', async () => {
    const workspace = await connected(ON);
    await vendor.fail({ kind: 'expired', match: 'PATCH' });
    runNow(workspace);
    const accounts = published(workspace);
    const theirs = await inSalesforce();
    expect(accounts.length).toBeGreaterThan(100);
    expect(new Set(accounts.map(({ band }) => band)).size).toBeGreaterThan(3);
    for (const { id, score, band } of accounts) {
      const account = theirs.get(id) as Named;
      expect([id, account.Health_Band__c, account.Health_As_Of__c]).toEqual([id, band, '2026-03-31']);
      // What the cell shows has one digit after the point, what is sent two.
      if (score === null) expect([id, account.Health_Score__c]).toEqual([id, null]);
      else expect(Math.abs(Number(account.Health_Score__c) - score)).toBeLessThanOrEqual(0.1);
      expect(account.Health_Reasons__c === null || String(account.Health_Reasons__c).length > 5).toBe(true);
    }
    expect([...theirs.values()].filter(({ Health_Reasons__c }) => Health_Reasons__c !== null).length).toBeGreaterThan(
      5,
    );
    expect(await sizes()).toEqual(
      Array.from({ length: Math.ceil(accounts.length / MOST) }, (_, at) => Math.min(MOST, accounts.length - at * MOST)),
    );
    expect(lastRun(workspace)).toMatchObject({ State: 'done' });
    expect(lastRun(workspace)['Run Note']).toContain(`crm: ${accounts.length} sent.`);
    expect(faults(workspace)).toEqual([]);
    runNow(workspace);
    expect(await sizes()).toEqual([]);
    const seen = JSON.stringify([everything(workspace), workspace.runtime.logs]);
    for (const secret of [keys.client_secret, 'of-the-stand-in']) expect(seen).not.toContain(secret);
  });

  it('wait for a field that the org lacks, and go once its administrator made it', async () => {
    const workspace = await connected({
      ...ON,
      'Write Back Fields': 'score = Kenshin_Score__c; band = Health_Band__c',
    });
    runNow(workspace);
    expect(await sizes()).toEqual([]);
    expect(faults(workspace)).toEqual(['crm Kenshin_Score__c']);
    expect(lastRun(workspace)).toMatchObject({ State: 'done' });
    await vendor.command('alter', ['Account', 'Kenshin_Score__c', { type: 'double', updateable: true }]);
    runNow(workspace);
    const [one] = published(workspace).filter(({ score }) => score !== null);
    const account = await vendor.command<Named>('find', ['Account', 'Customer_Id__c', one?.id]);
    expect(Math.abs(Number(account.Kenshin_Score__c) - Number(one?.score))).toBeLessThanOrEqual(0.1);
    expect(account).toMatchObject({ Health_Band__c: one?.band });
    expect(faults(workspace)).toEqual([]);
  });
});
