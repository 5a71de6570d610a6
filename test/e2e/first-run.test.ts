import type { Workspace } from '../../scripts/local/run/workspace';
import { openWorkspace } from '../../scripts/local/run/workspace';
import { parseDay } from '../../src/domain/day';
import type { Reply } from '../../src/domain/reply';
import type { SavedSourceView, SourceSampleView, SourceTestView } from '../../src/domain/source-views';
import type { PulseView, SidebarView } from '../../src/domain/views';
import { AS_OF, buildProduct, everything, records, runNow, setUpProduct, type } from './product';

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

const ask = <T>(workspace: Workspace, name: string, ...args: unknown[]): Reply<T> =>
  workspace.runtime.execute(name, args, { entry: 'rpc' }) as Reply<T>;

function answer<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.text.en} ${reply.next.en}`);
  return reply.data;
}

const empty = (): Workspace => openWorkspace(dist, parseDay(AS_OF) as number, 'en', () => undefined);

const ACCOUNTS = 'account_id,name,owner_email,mrr\nA1,Alpha,aya@example.com,1000\n=B,Beta <b>,ben@example.com,2000\n';

describe('the guided first run', () => {
  it('gives the spreadsheet the language and zone that were chosen, and makes the tabs in them', () => {
    const workspace = empty();
    const view = answer(ask<SidebarView>(workspace, 'setUpProduct', 'ja', 'Asia/Tokyo'));
    expect(view).toMatchObject({ ready: true, locale: 'ja', zone: 'Asia/Tokyo', run: null, mayTune: true, role: null });
    expect(workspace.health()).toMatchObject({ timeZone: 'Asia/Tokyo', locale: 'ja_JP' });
  });

  it('refuses a zone that is none, and makes nothing', () => {
    const workspace = empty();
    expect(ask(workspace, 'setUpProduct', 'en', 'Mars/Base')).toMatchObject({
      ok: false,
      code: 'input',
      text: { en: '"Mars/Base" is no time zone.' },
    });
    expect(answer(ask<SidebarView>(workspace, 'sidebarView')).ready).toBe(false);
  });

  it('tries the demo portfolio, which ends today, and takes it out again', () => {
    const workspace = empty();
    answer(ask(workspace, 'setUpProduct', 'en', 'UTC'));
    answer(ask(workspace, 'loadDemo'));
    const usage = records(workspace, 'Demo Usage').map((record) => String(record.date));
    // Its last day is a working day of the week that ends today.
    expect(usage.sort()[usage.length - 1]?.slice(0, 10)).toMatch(/^2026-03-(2[6-9]|3.)$/);
    runNow(workspace);
    const accounts = records(workspace, 'Accounts');
    expect(accounts.length).toBeGreaterThan(10);
    expect(new Set(accounts.map(({ Band }) => Band)).size).toBeGreaterThan(2);
    answer(
      ask<readonly PulseView[]>(workspace, 'recordPulse', {
        accountId: String(accounts[0]?.['Account ID']),
        pulse: 2,
        comment: 'stays',
        expiry: AS_OF,
      }),
    );
    const view = answer(ask<SidebarView>(workspace, 'removeDemo'));
    expect(view).toMatchObject({ ready: true, run: null, book: { rows: [] } });
    expect(records(workspace, 'Sources')).toEqual([]);
    expect(records(workspace, 'Score History')).toEqual([]);
    expect(records(workspace, 'Pulses')).toMatchObject([{ Comment: 'stays' }]);
    expect(Object.keys(everything(workspace)).filter((name) => name.startsWith('Demo '))).toEqual([]);
    expect(records(workspace, 'CRM Accounts')).toEqual([]);
  });

  it('connects a source, says what it has, and maps its columns', () => {
    const workspace = setUpProduct(dist, {});
    const sheet = workspace.health().sheets[0];
    if (!sheet) throw new Error('no tab');
    const source = { 'Source ID': 'crm', Kind: 'tab', Dataset: 'accounts', 'Tab Name': 'Members' };
    expect(answer(ask<SavedSourceView>(workspace, 'saveSource', source))).toEqual({ sourceId: 'crm', faults: [] });
    const sample = answer(ask<SourceSampleView>(workspace, 'sampleSource', 'crm'));
    expect(sample.columns).toEqual(['Email', 'Name', 'Role', 'Team']);
    const columnOf = (name: string, { fields }: SourceSampleView) =>
      fields.find((field) => field.name === name)?.column;
    expect([columnOf('account_id', sample), columnOf('name', sample)]).toEqual(['', 'Name']);
    answer(ask(workspace, 'saveSource', { ...source, 'Field Map': 'account_id=Email' }));
    expect(columnOf('account_id', answer(ask<SourceSampleView>(workspace, 'sampleSource', 'crm')))).toBe('Email');
    expect(records(workspace, 'Sources')).toHaveLength(1);
    expect(answer(ask<SourceTestView>(workspace, 'testSource', 'crm')).said.en).toContain('Members');
  });

  it('keeps what stands of a source, and writes no row with something wrong in it', () => {
    const workspace = setUpProduct(dist, { accounts: ACCOUNTS });
    const id = String(records(workspace, 'Sources')[0]?.['Source ID']);
    type(workspace, 'Sources', id, 'Note', 'ask Ken');
    const saved = answer(
      ask<SavedSourceView>(workspace, 'saveSource', { 'Source ID': id, Kind: 'nothing', Dataset: 'accounts' }),
    );
    expect(saved.faults.map(({ column }) => column)).toContain('Kind');
    expect(records(workspace, 'Sources')[0]).toMatchObject({ Note: 'ask Ken', Kind: 'csv' });
    answer(ask<SavedSourceView>(workspace, 'saveSource', { 'Source ID': id, 'Field Map': 'name=title' }));
    expect(records(workspace, 'Sources')).toHaveLength(1);
    expect(records(workspace, 'Sources')[0]).toMatchObject({ Note: 'ask Ken', Kind: 'csv', 'Field Map': 'name=title' });
  });

  it('removes triggers, keys and its tabs, and leaves what people wrote unless it is asked for', () => {
    const workspace = setUpProduct(dist, { accounts: ACCOUNTS });
    runNow(workspace);
    const mine = { accountId: 'A1', pulse: 1, comment: '==1+1 <i>', expiry: AS_OF };
    expect(answer(ask<readonly PulseView[]>(workspace, 'recordPulse', mine))).toMatchObject([
      { pulse: 1, comment: '1+1 <i>', day: AS_OF, expiry: AS_OF },
    ]);
    expect(answer(ask<SidebarView>(workspace, 'removeProduct', false)).ready).toBe(false);
    expect(
      workspace
        .health()
        .sheets.map(({ name }) => name)
        .sort(),
    ).toEqual(['Action Updates', 'Adoption Import', 'Goals', 'Identities', 'Pulses']);
    expect(workspace.runtime.triggers()).toEqual([]);
    const { document, script, user } = workspace.runtime.snapshot().properties;
    const kept = [document, script, ...Object.values(user)].map((values) => Object.keys(values ?? {}));
    expect(kept).toEqual(kept.map(() => []));
    answer(ask<SidebarView>(workspace, 'setUpProduct'));
    expect(records(workspace, 'Pulses')).toMatchObject([{ Comment: '1+1 <i>', Account: 'A1' }]);
    expect(answer(ask<SidebarView>(workspace, 'removeProduct', true)).ready).toBe(false);
    expect(workspace.health().sheets.map(({ name }) => name)).toEqual(['Kenshin']);
  });
});
