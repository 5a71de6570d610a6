import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOutputs } from '../../scripts/local/run/outputs';
import { connectRows, type Workspace } from '../../scripts/local/run/workspace';
import { type RunningVendor, standInOf, startVendor } from '../../scripts/local/vendors/start';
import type { Fault, SourceRow } from '../../scripts/local/vendors/vendor';
import { type Day, parseDay } from '../../src/domain/day';
import type { Reply } from '../../src/domain/reply';
import type { SourceTestView } from '../../src/domain/source-views';
import { buildProduct, everything, records, runNow, setUpProduct, type } from './product';

const AS_OF = parseDay('2026-03-31') as Day;

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

const rpc = <Data>(workspace: Workspace, name: string, ...args: readonly unknown[]): Reply<Data> =>
  workspace.runtime.execute(name, args, { entry: 'rpc' }) as Reply<Data>;

/** Lets triggers end what a run has begun. */
function finished(workspace: Workspace): void {
  const running = () => (rpc<{ state: string }>(workspace, 'runState') as { data: { state: string } }).data.state;
  for (let turn = 0; turn < 60 && running() === 'running'; turn += 1)
    workspace.runtime.fireTriggers(workspace.runtime.clock.now() + 60_000);
  expect(running()).toBe('done');
}

describe('5,000 accounts, 20,000 contacts and 100,000 tasks of Salesforce', () => {
  let vendor: RunningVendor;
  beforeAll(async () => {
    vendor = await startVendor('salesforce', { counts: { Account: 5000, Contact: 20000, Task: 100000 }, polls: 3 });
  });
  afterAll(() => vendor.stop());

  it('come in a counted number of calls, and the run ends by itself', async () => {
    const workspace = setUpProduct(dist, {});
    // What is pulled counts here: nobody of the pilot team is scored.
    type(workspace, 'Settings', 'Pilot Team', 'Value', 'Nobody');
    const { secrets } = await standInOf('salesforce');
    const row = { Kind: 'salesforce', Location: vendor.origin, 'Secret Name': 'sf' };
    const rows: SourceRow[] = [
      { ...row, 'Source ID': 'a', Dataset: 'accounts' },
      { ...row, 'Source ID': 'c', Dataset: 'contacts' },
      { ...row, 'Source ID': 't', Dataset: 'touches' },
    ];
    connectRows(workspace, rows, AS_OF);
    const given = secrets(vendor.origin);
    rpc(workspace, 'keepSecrets', 'a', {
      client_id: given['secret.salesforce.client_id'],
      client_secret: given['secret.salesforce.client_secret'],
    });
    await vendor.log();
    const before = workspace.runtime.executions.length;
    runNow(workspace);
    finished(workspace);
    const log = await vendor.log();
    const count = (pattern: RegExp) => log.filter(({ method, url }) => pattern.test(`${method} ${url}`)).length;
    expect({
      signIns: count(/oauth2/),
      describes: count(/describe/),
      pages: count(/GET .*queryAll/),
      bulk: count(/POST .*jobs/),
      polls: count(/GET .*jobs\/query\/\w+$/),
      results: count(/results/),
      all: log.length,
    }).toEqual({
      // Accounts 3 pages, contacts 10, tasks the one that tells their number, events 1.
      ...{ signIns: 1, describes: 5, pages: 15, bulk: 1, polls: 4, results: 2 },
      all: 28,
    });
    expect(records(workspace, 'CRM Accounts').length).toBe(5000);
    expect(records(workspace, 'CRM Contacts').length).toBe(20000);
    const executions = workspace.runtime.executions.slice(before);
    expect(executions.filter(({ status }) => status !== 'completed')).toEqual([]);
    expect(records(workspace, 'Problems').filter(({ Severity }) => Severity === 'error')).toEqual([]);
  });
});

describe('a secret', () => {
  const CANARY = /canary-[a-z]+-0123456789/;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const PEM_PART = privateKey.split('\n')[3] as string;
  let vendor: RunningVendor;
  beforeAll(async () => {
    vendor = await startVendor('salesforce', { publicKey });
  });
  afterAll(() => vendor.stop());

  /** Everything that a person, a log or a file may ever show of the account. */
  function told(workspace: Workspace, replies: readonly unknown[]): string {
    const { runtime } = workspace;
    const kept = [runtime.logs, runtime.executions];
    const out = mkdtempSync(join(tmpdir(), 'kenshin-out-'));
    writeOutputs(workspace, out, '2026-03-31');
    const files = readdirSync(out, { recursive: true })
      .map((name) => join(out, String(name)))
      .filter((name) => statSync(name).isFile())
      .map((name) => readFileSync(name, 'latin1'));
    rmSync(out, { recursive: true });
    const pages = ['sidebarView', 'sourceForms', 'runState', 'configurationVersions'].map((name) =>
      rpc(workspace, name),
    );
    return JSON.stringify([
      ...[kept, replies, pages, files, everything(workspace), runtime.outbox()],
      ...[runtime.spreadsheets.ui.alerts, runtime.spreadsheets.ui.toasts, runtime.triggers()],
    ]);
  }

  it('and what is signed in to with it stand nowhere but among the properties of the person', async () => {
    const workspace = setUpProduct(dist, {});
    const row = { Kind: 'salesforce', Location: vendor.origin, Every: 'hourly' };
    const rows: SourceRow[] = [
      { ...row, 'Source ID': 'crm', Dataset: 'accounts' },
      { ...row, 'Source ID': 'jwt', Dataset: 'contacts', Options: 'auth = jwt\nusername = integration@example.com' },
      {
        'Source ID': 'web',
        Kind: 'json',
        Dataset: 'usage',
        Location: `${vendor.origin}/list?key=canary-query-0123456789`,
        'Header Name': 'Authorization: Bearer',
        'Secret Name': 'web',
      },
    ];
    connectRows(workspace, rows, AS_OF);
    const { secrets } = await standInOf('salesforce');
    const given = secrets(vendor.origin);
    const good = {
      client_id: given['secret.salesforce.client_id'],
      client_secret: given['secret.salesforce.client_secret'],
    };
    const replies: unknown[] = [];
    const keep = (id: string, values: object) => replies.push(rpc(workspace, 'keepSecrets', id, values));
    keep('web', { '': 'canary-header-0123456789' });
    keep('crm', { client_id: 'canary-client-0123456789', client_secret: 'canary-secret-0123456789' });
    keep('jwt', { client_id: 'canary-client-0123456789', private_key: 'canary-key-0123456789' });
    replies.push(rpc(workspace, 'testSource', 'jwt'));
    // The key pasted into a field of one line.
    keep('jwt', { client_id: good.client_id, private_key: privateKey.replace(/\n/g, ' ') });
    replies.push(rpc(workspace, 'testSource', 'jwt'));
    expect(replies[replies.length - 1]).toMatchObject({ ok: true });
    runNow(workspace);
    finished(workspace);
    expect(records(workspace, 'Problems').map(({ Source }) => Source)).toEqual(expect.arrayContaining(['crm', 'web']));
    const faults: Fault[] = [
      ...['html', 'drop', 'cut', 'redirect', 'expired'].map(
        (kind): Fault => ({
          kind,
          times: 8,
          value: kind === 'redirect' ? 'https://elsewhere.example/?x=canary-redirect-0123456789' : 200,
        }),
      ),
      { kind: 'refused', match: 'token', times: 6, value: [400, 'X', 'Bearer 00D https://x/?k=canary-url-0123456789'] },
    ];
    for (const [at, fault] of faults.entries()) {
      await vendor.fail(fault, ...faults.slice(0, at));
      replies.push(rpc(workspace, 'testSource', 'jwt'), rpc(workspace, 'testSource', 'web'));
    }
    await vendor.fail(...faults.map((fault) => ({ ...fault, times: 1 })));
    runNow(workspace);
    finished(workspace);
    const sent = JSON.stringify(await vendor.log());
    expect(sent).toContain('canary-secret-0123456789');
    expect(sent).toContain('canary-header-0123456789');
    const all = told(workspace, replies);
    // The query stands in its own cell of the Sources tab, where somebody wrote it against advice, and nowhere else.
    const rest = all.split(`${vendor.origin}/list?key=canary-query-0123456789`).join('');
    expect(CANARY.exec(rest)?.[0]).toBeUndefined();
    expect(rest).not.toContain('of-the-stand-in');
    expect(rest).not.toContain(PEM_PART);
    expect(rest.includes('…6789') || rest.includes('6789')).toBe(true);
  });

  it('is rotated: a new one that works takes the place of the old, one that does not leaves it', async () => {
    await vendor.fail();
    const workspace = setUpProduct(dist, {});
    connectRows(
      workspace,
      [{ 'Source ID': 'crm', Kind: 'salesforce', Dataset: 'accounts', Location: vendor.origin }],
      AS_OF,
    );
    const { secrets } = await standInOf('salesforce');
    const given = secrets(vendor.origin);
    const good = {
      client_id: given['secret.salesforce.client_id'],
      client_secret: given['secret.salesforce.client_secret'],
    };
    expect(rpc<SourceTestView>(workspace, 'keepSecrets', 'crm', good)).toMatchObject({ ok: true });
    const refused = rpc<SourceTestView>(workspace, 'keepSecrets', 'crm', { client_secret: 'wrong-0123456789' });
    expect(refused).toMatchObject({ ok: false, code: 'credential' });
    expect(rpc<SourceTestView>(workspace, 'testSource', 'crm')).toMatchObject({ ok: true });
    rpc(workspace, 'forgetSecret', 'crm', 'client_secret');
    expect(rpc<SourceTestView>(workspace, 'testSource', 'crm')).toMatchObject({ ok: false, code: 'credential' });
  });
});
