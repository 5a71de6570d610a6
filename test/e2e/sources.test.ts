import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { pasteTable } from '../../scripts/local/run/paste';
import type { Workspace } from '../../scripts/local/run/workspace';
import { buildProduct, everything, records, runNow, setUpProduct, tab } from './product';

const KEY = 'k-0123456789abcdef';

let dist: string;
let worker: Worker;
let origin: string;
beforeAll(async () => {
  dist = await buildProduct();
  worker = new Worker(join(__dirname, 'json-server-thread.cjs'));
  origin = await new Promise((resolve) =>
    worker.once('message', (port: number) => resolve(`http://localhost:${port}`)),
  );
});
afterAll(() => worker.terminate());

/** Writes one row into the Sources tab under its headers. */
function connect(workspace: Workspace, row: Readonly<Record<string, string>>): void {
  const sheet = tab(workspace, 'Sources');
  const headers = sheet.values.map((column) => String(column[0] ?? ''));
  pasteTable(workspace.health(), 'Sources', [headers, headers.map((header) => row[header] ?? '')], 2026);
}

const JSON_SOURCE = {
  'Source ID': 'crm',
  Kind: 'json',
  Dataset: 'accounts',
  'Rows Path': 'data.items',
  Paging: 'cursor',
  Options: 'cursor_path = next\ncursor_parameter = after',
  'Header Name': 'X-Api-Key',
  'Secret Name': 'crm key',
  'Field Map': 'account_id = company.code\nname = company.title',
};

/** The person enters the key of a source into the form of sources. */
function keepKey(workspace: Workspace, sourceId: string, value: string): void {
  expect(workspace.runtime.execute('keepSecrets', [sourceId, { '': value }], { entry: 'rpc' })).toMatchObject({
    ok: true,
  });
}

describe('JSON over HTTP', () => {
  it('is read page by page with a key that was entered in the form', () => {
    const workspace = setUpProduct(dist, {});
    connect(workspace, { ...JSON_SOURCE, Location: `${origin}/accounts` });
    keepKey(workspace, 'crm', KEY);
    runNow(workspace);
    expect(records(workspace, 'Accounts').map((row) => [row['Account ID'], row['Account Name'], row.MRR])).toEqual([
      ['J1', '会社 1', 100],
      ['J2', '会社 2', 200],
      ['J3', '会社 3', 300],
      ['J4', '会社 4', 400],
      ['J5', '会社 5', 500],
    ]);
  });

  it('says which key is missing, and then that it was refused, and never shows one', () => {
    const workspace = setUpProduct(dist, {});
    connect(workspace, { ...JSON_SOURCE, Location: `${origin}/accounts?token=do-not-tell` });
    runNow(workspace);
    const why = () => String(records(workspace, 'Problems').find(({ Source }) => Source === 'crm')?.['Mend Note']);
    expect(why()).toContain('crm key');
    keepKey(workspace, 'crm', 'a-wrong-key-entirely');
    runNow(workspace);
    expect(why()).toMatch(/401|key/);
    const seen = JSON.stringify([everything(workspace), workspace.runtime.logs, workspace.runtime.spreadsheets.ui]);
    // The address stands in the Sources tab, where its owner wrote it, and nowhere else.
    const { Sources: _, ...others } = everything(workspace);
    expect(JSON.stringify(others)).not.toContain('do-not-tell');
    expect(seen).not.toContain('a-wrong-key-entirely');
  });

  it('forgets a key that is deleted', () => {
    const workspace = setUpProduct(dist, {});
    connect(workspace, { ...JSON_SOURCE, Location: `${origin}/accounts` });
    keepKey(workspace, 'crm', KEY);
    const kept = () => JSON.stringify(workspace.runtime.snapshot().properties.user);
    expect(kept()).toContain(KEY);
    workspace.runtime.execute('forgetSecret', ['crm', ''], { entry: 'rpc' });
    expect(kept()).not.toContain(KEY);
  });
});

describe('CSV over HTTP and a tab', () => {
  it('are read like files', () => {
    const workspace = setUpProduct(dist, { accounts: 'account_id,name\nJ1,One\n' });
    const sheet = tab(workspace, 'Sources');
    const headers = sheet.values.map((column) => String(column[0] ?? ''));
    const standing = [1].map((row) => sheet.values.map((column) => String(column[row] ?? '')));
    const row = { 'Source ID': 'web', Kind: 'csv', Dataset: 'usage', Location: `${origin}/usage.csv` } as Record<
      string,
      string
    >;
    pasteTable(workspace.health(), 'Sources', [headers, ...standing, headers.map((header) => row[header] ?? '')], 2026);
    runNow(workspace);
    expect(records(workspace, 'Usage').map((line) => [line.account_id, line.measure, line.month])).toEqual([
      ['J1', 'logins', '2026-03'],
    ]);
  });

  it('a tab of this spreadsheet is a source too', () => {
    const workspace = setUpProduct(dist, {});
    connect(workspace, {
      'Source ID': 'book',
      Kind: 'tab',
      Dataset: 'accounts',
      'Tab Name': 'Goals',
      'Field Map': 'account_id = Account',
    });
    const goals = tab(workspace, 'Goals');
    const headers = goals.values.map((column) => String(column[0] ?? ''));
    const goal = { 'Goal ID': 'G1', Account: 'T1', Kind: 'roi', 'Update Date': '2026-03-01' } as Record<string, string>;
    pasteTable(workspace.health(), 'Goals', [headers, headers.map((header) => goal[header] ?? '')], 2026);
    runNow(workspace);
    expect(records(workspace, 'Accounts').map((line) => line['Account ID'])).toEqual(['T1']);
  });
});
