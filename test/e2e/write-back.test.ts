import { pasteTable } from '../../scripts/local/run/paste';
import type { Workspace } from '../../scripts/local/run/workspace';
import { type RunningVendor, startVendor } from '../../scripts/local/vendors/start';
import { dueDaily } from './crash-scene';
import { buildProduct, everything, type Named, records, runNow, setUpProduct, tab, type } from './product';
import { callsOf, differences, openStage, strikeAt, timeless } from './stage';

const HUBSPOT_KEY = 'pat-canary-0123456789';
const HOOK_SECRET = 'whsec-canary-0123456789';

let dist: string;
let hubspot: RunningVendor;
let hook: RunningVendor;
beforeAll(async () => {
  dist = await buildProduct();
  hubspot = await startVendor('hubspot', { key: HUBSPOT_KEY });
});
beforeEach(async () => {
  hook = await startVendor('webhook', { secret: HOOK_SECRET });
  await hubspot.fail();
  await hubspot.command('reset');
});
afterEach(() => hook.stop());
afterAll(() => hubspot.stop());

/** Companies of HubSpot are the accounts; usage of some comes as a file. */
async function connected(changes: Readonly<Record<string, string | boolean>>): Promise<Workspace> {
  const [one, other] = await hubspot.command<string[]>('ids', 'companies');
  const usage = `account_id,date,logins\n${one},2026-03-30,9\n${other},2026-03-01,1\n`;
  const workspace = setUpProduct(dist, { usage });
  const headers = tab(workspace, 'Sources').values.map((column) => String(column[0] ?? ''));
  const file = headers.map((_, column) => String(tab(workspace, 'Sources').values[column]?.[1] ?? ''));
  const row: Named = { 'Source ID': 'hub', Kind: 'hubspot', Dataset: 'accounts', Location: hubspot.origin };
  const crm = headers.map((header) => String(row[header] ?? ''));
  pasteTable(workspace.health(), 'Sources', [headers, file, crm], 2026);
  keepKey(workspace, 'hub', HUBSPOT_KEY);
  for (const name of Object.keys(changes)) set(workspace, name, changes[name] as string);
  if (changes['Webhook Address']) keepKey(workspace, 'webhook', HOOK_SECRET);
  await hook.command('now', workspace.runtime.snapshot().now / 1000);
  return workspace;
}

const set = (workspace: Workspace, name: string, value: string | boolean): void =>
  type(workspace, 'Settings', name, 'Value', value);

/** The person enters a key into the form of sources. */
function keepKey(workspace: Workspace, sourceId: string, value: string): void {
  expect(workspace.runtime.execute('keepSecrets', [sourceId, { '': value }], { entry: 'rpc' })).toMatchObject({
    ok: true,
  });
}

const everywhere = () => ({
  'Write Back': 'On',
  'Write Back Sources': 'hub',
  'Write Back Creates Fields': true,
  'Webhook Address': `${hook.origin}/scores`,
  'Webhook Secret Name': 'hook',
  'Export Tab': true,
});
const companyOf = async (id: string) =>
  (await hubspot.command<{ properties: Record<string, string> }>('get', { object: 'companies', id })).properties;
const updates = async () => (await hubspot.log()).filter(({ url }) => url.includes('batch/update'));
const lastRun = (workspace: Workspace) => records(workspace, 'Runs').slice(-1)[0] as Named;
const sentFaults = (workspace: Workspace) =>
  records(workspace, 'Problems')
    .filter((row) => String(row['Problem Code']).startsWith('writeback'))
    .map((row) => `${row.Source} ${row['Found Text'] ?? ''}`.trim());

describe('scores written back', () => {
  it('say the same in HubSpot, at the webhook and in Export as in Accounts, and show no key', async () => {
    const workspace = await connected(everywhere());
    await hubspot.log();
    runNow(workspace);
    const published = records(workspace, 'Accounts');
    const exported = records(workspace, 'Export');
    const told = await hook.command<Record<string, { score: number | null; band: string }>>('accounts');
    expect(published.length).toBeGreaterThan(100);
    expect(exported).toHaveLength(published.length);
    expect(Object.keys(told)).toHaveLength(published.length);
    for (const row of published.slice(0, 5)) {
      const id = String(row['Account ID']);
      const company = await companyOf(id);
      expect(company.kenshin_band).toBe(row.Band);
      expect(company.kenshin_as_of).toBe('2026-03-31');
      if (row.Score === null) expect(company.kenshin_score).toBe('');
      else expect(Math.abs(Number(company.kenshin_score) - Number(row.Score))).toBeLessThanOrEqual(0.1);
      expect(told[id]).toMatchObject({
        band: row.Band,
        score: company.kenshin_score ? Number(company.kenshin_score) : null,
      });
      expect(exported.find(({ account_id }) => account_id === id)).toMatchObject({
        band: row.Band,
        as_of: '2026-03-31',
      });
    }
    expect((await updates()).length).toBe(Math.ceil(published.length / 100));
    expect(lastRun(workspace)).toMatchObject({ State: 'done' });
    expect(lastRun(workspace)['Run Note']).toContain(`hub: ${published.length} sent.`);
    expect(sentFaults(workspace)).toEqual([]);
    const seen = JSON.stringify([
      everything(workspace),
      workspace.runtime.logs,
      workspace.runtime.spreadsheets.ui.answers,
    ]);
    expect(seen).not.toMatch(/canary/);
  });

  it('are sent again only where they changed', async () => {
    const workspace = await connected(everywhere());
    runNow(workspace);
    await hubspot.log();
    const taken = await hook.command('taken');
    runNow(workspace);
    expect(await updates()).toEqual([]);
    expect(await hook.command('taken')).toBe(taken);
  });

  it('are only listed by a dry run', async () => {
    const workspace = await connected({ ...everywhere(), 'Write Back': 'Dry Run', 'Export Tab': false });
    await hubspot.log();
    runNow(workspace);
    expect((await hubspot.log()).filter(({ method, url }) => method !== 'GET' && !url.includes('search'))).toEqual([]);
    expect(await hook.command('taken')).toBe(0);
    const accounts = records(workspace, 'Accounts').length;
    expect(records(workspace, 'Write Back Preview')).toHaveLength(accounts * 2);
    expect(records(workspace, 'Export')).toEqual([]);
    expect(lastRun(workspace)['Run Note']).toContain(`hub: ${accounts} would be sent`);
  });

  it('go nowhere while nobody switched them on', async () => {
    const workspace = await connected({ 'Write Back Sources': 'hub', 'Webhook Address': `${hook.origin}/scores` });
    await hubspot.log();
    runNow(workspace);
    expect(await updates()).toEqual([]);
    expect(await hook.command('taken')).toBe(0);
    expect(records(workspace, 'Write Back Ledger')).toEqual([]);
  });

  it('that HubSpot refuses are told by account, the webhook is told all the same', async () => {
    const workspace = await connected(everywhere());
    await hubspot.fail({
      kind: 'answer',
      match: 'batch/update',
      times: -1,
      value: { status: 403, body: { status: 'error', category: 'MISSING_SCOPES', message: 'no' } },
    });
    runNow(workspace);
    expect(lastRun(workspace)).toMatchObject({ State: 'done' });
    expect(sentFaults(workspace)).toEqual(['hub']);
    expect(Object.keys(await hook.command<object>('accounts'))).toHaveLength(records(workspace, 'Accounts').length);
    await hubspot.fail();
    runNow(workspace);
    expect(sentFaults(workspace)).toEqual([]);
  });
});

describe('a run that is stopped while it sends', () => {
  const HOUR = 3_600_000;

  it('is resumed and leaves both sides as an undisturbed one would', async () => {
    const accounts = ['account_id,name', ...Array.from({ length: 20 }, (_, at) => `C${at},Name ${at}`)].join('\n');
    const usage = `account_id,date,logins\nC1,2026-03-30,9\n`;
    const stage = openStage((beforeCall) => setUpProduct(dist, { accounts, usage }, { beforeCall }));
    const { workspace } = stage;
    const { 'Write Back Sources': _, ...rest } = everywhere();
    for (const [name, value] of Object.entries(rest)) set(workspace, name, value);
    keepKey(workspace, 'webhook', HOOK_SECRET);
    // The receiver is not to mind the hours that pass on the virtual clock.
    await hook.command('patient', true);
    const due = dueDaily(stage);
    workspace.runtime.fireTriggers(due - 1);
    const rewind = stage.mark();
    rewind();
    const calls = callsOf(stage, () => workspace.runtime.fireTriggers(due + 4 * HOUR));
    const wanted = timeless(workspace);
    const told = await hook.command('accounts');
    const taken = await hook.command('taken');
    expect([Object.keys(told as object).length, taken]).toEqual([20, 1]);
    const sending = calls.findIndex((name) => name.startsWith('UrlFetchApp'));
    expect(sending).toBeGreaterThan(0);
    const points = calls.length - sending;
    for (let drawn = 0; drawn < 5; drawn++) {
      const call = sending + 1 + Math.floor((drawn * points) / 5);
      for (const fault of drawn < 2 ? (['kill', 'kill-after'] as const) : (['kill'] as const)) {
        rewind();
        await hook.command('reset');
        stage.watch(strikeAt(call, fault));
        workspace.runtime.fireTriggers(due + 4 * HOUR);
        stage.watch(null);
        const where = `${fault} at ${call} (${calls[call - 1]})`;
        expect([where, withoutSentAt(differences(timeless(workspace), wanted))]).toEqual([where, []]);
        expect([where, await hook.command('accounts')]).toEqual([where, told]);
        // What was sent twice had the same key.
        expect([where, await hook.command('taken')]).toEqual([where, taken]);
      }
    }
  });

  /** When a row was accepted tells the time of day. */
  const withoutSentAt = (lines: readonly string[]) =>
    lines.filter((line) => !/^Write Back Ledger row \d+ column 5/.test(line));
});
