import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildDist } from '../../scripts/build/dist';
import type { Workspace } from '../../scripts/local/run/workspace';
import { connectFiles, openWorkspace } from '../../scripts/local/run/workspace';
import type * as api from '../../src/api';
import { ACCESS } from '../../src/app/access';
import { parseDay } from '../../src/domain/day';
import type { Reply } from '../../src/domain/reply';
import type * as main from '../../src/main';
import { AS_OF, everything, tab } from './product';

let dist: string;
let functions: readonly string[];
beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'kenshin-dist-'));
  ({ functions } = await buildDist({ root: resolve(__dirname, '../..'), outDir: dist }));
});
afterAll(() => rmSync(dist, { recursive: true }));

const OWNER = 'ops@example.com';
const PEOPLE = {
  csm: 'csm@example.com',
  manager: 'manager@example.com',
  ops: 'second.ops@example.com',
  stranger: 'stranger@example.com',
} as const;
type Who = keyof typeof PEOPLE;

/** Every function of api.ts with arguments that it takes, and who may call it. */
const CALLS: { readonly [Name in keyof typeof api]: { readonly args: Parameters<(typeof api)[Name]>; may: Who[] } } = {
  accountView: { args: ['A'], may: ['csm', 'manager', 'ops', 'stranger'] },
  bookView: { args: [], may: ['csm', 'manager', 'ops', 'stranger'] },
  recordPulse: {
    args: [{ accountId: 'A', pulse: 2, comment: 'quiet', expiry: AS_OF }],
    may: ['csm', 'manager', 'ops'],
  },
  operationsView: { args: [], may: ['csm', 'manager', 'ops', 'stranger'] },
  showCell: { args: ['Metrics', 'B2'], may: ['csm', 'manager', 'ops', 'stranger'] },
  storyView: { args: ['A'], may: ['csm', 'manager', 'ops', 'stranger'] },
  weekView: { args: [], may: ['csm', 'manager', 'ops', 'stranger'] },
  configurationVersions: { args: [], may: ['csm', 'manager', 'ops', 'stranger'] },
  runState: { args: [], may: ['csm', 'manager', 'ops', 'stranger'] },
  sidebarView: { args: [], may: ['csm', 'manager', 'ops', 'stranger'] },
  tuningView: { args: [], may: ['csm', 'manager', 'ops'] },
  whatIf: { args: [[]], may: ['csm', 'manager', 'ops'] },
  restoreConfiguration: { args: ['v1'], may: ['ops'] },
  runNow: { args: [], may: ['ops'] },
  saveConfiguration: { args: ['mine'], may: ['ops'] },
  sampleSource: { args: ['accounts'], may: ['ops'] },
  saveSource: { args: [{ 'Source ID': 'mine', Kind: 'tab', Dataset: 'usage' }], may: ['ops'] },
  loadDemo: { args: [], may: ['ops'] },
  removeDemo: { args: [], may: ['ops'] },
  removeProduct: { args: [false], may: ['ops'] },
  setUpProduct: { args: [], may: ['ops'] },
  switchSchedule: { args: [false], may: ['ops'] },
  sourceForms: { args: [], may: ['ops'] },
  keepSecrets: { args: ['crm', { '': 'k-0123456789' }], may: ['ops'] },
  forgetSecret: { args: ['crm', ''], may: ['ops'] },
  testSource: { args: ['accounts.csv'], may: ['ops'] },
};

/** Functions that touch nothing but the menu and the page, and cards, which everybody may open and no page can call. */
const OPEN = [
  'onInstall',
  'onOpen',
  'showSidebar',
  'homepage',
  'messageOpened',
  'eventOpened',
] as const satisfies readonly (keyof typeof main)[];

/** Every other function of main.ts: the menu, and what time triggers call. */
const DOORS: { readonly [Name in Exclude<keyof typeof main, (typeof OPEN)[number]>]: readonly Who[] } = {
  menuCheckSchedule: ['csm', 'manager', 'ops', 'stranger'],
  menuCheckAppSheet: ['ops'],
  menuCheckConfiguration: ['ops'],
  menuRunNow: ['ops'],
  menuScheduleOff: ['ops'],
  menuScheduleOn: ['ops'],
  menuSetUp: ['ops'],
  dailyRun: ['ops'],
  hourlyRun: ['ops'],
  resumeRun: ['ops'],
};

/** What takes everything away comes last. */
const ALL = (
  [
    ...Object.entries(CALLS),
    ...Object.entries(DOORS).map(([name, may]) => [name, { args: [], may }] as const),
  ] as readonly (readonly [string, { readonly args: readonly unknown[]; readonly may: readonly Who[] }])[]
)
  .slice()
  .sort(([a], [b]) => Number(a === 'removeProduct') - Number(b === 'removeProduct'));

/** A product that has run once, in a spreadsheet that everybody may edit. */
function shared(members: readonly (readonly [string, string])[]): Workspace {
  const others = Object.values(PEOPLE).map((email) => ({ email, locale: 'en' }));
  const asOf = parseDay(AS_OF) as number;
  const workspace = openWorkspace(dist, asOf, 'en', () => undefined, others);
  const { runtime } = workspace;
  runtime.execute('menuSetUp', [], { entry: 'menu' });
  workspace.data()?.editors.push(...Object.values(PEOPLE));
  const bytes = new Uint8Array(Buffer.from('account_id,name,mrr\nA,Alpha,1000\nB,Beta,2000\n'));
  connectFiles(workspace, [{ dataset: 'accounts', name: 'accounts.csv', bytes }], asOf);
  runtime.execute('menuRunNow', [], { entry: 'menu' });
  const sheet = tab(workspace, 'Members');
  members.forEach(([email, role], index) => {
    [email, '', role, ''].forEach((value, column) => {
      const cells = sheet.values[column];
      if (cells) cells[index + 1] = value === '' ? null : value;
    });
  });
  return workspace;
}

const MEMBERS = [
  ['CSM@example.com', 'csm'],
  [PEOPLE.manager, 'manager'],
  [OWNER, 'ops'],
  [PEOPLE.ops, 'ops'],
] as const;

const ask = (workspace: Workspace, user: string, name: string, args: readonly unknown[]): Reply<unknown> =>
  workspace.runtime.execute(name, args, { entry: 'rpc', user }) as Reply<unknown>;

/** What the person is told where the function is not for them; '' where it did its work, or failed for another reason. */
function refusalOf(workspace: Workspace, user: string, name: string, args: readonly unknown[]): string {
  const { alerts } = workspace.runtime.spreadsheets.ui;
  const before = alerts.length;
  try {
    const entry = name.startsWith('menu') ? 'menu' : 'rpc';
    const reply = workspace.runtime.execute(name, args, { entry, user }) as Reply<unknown> | undefined;
    if (reply?.ok === false) return reply.code === 'credential' ? reply.text.en : '';
  } catch (error) {
    return (error as Error).message;
  }
  return alerts[before]?.text ?? '';
}

/** Every state that outlives an execution. */
const state = (workspace: Workspace): unknown => {
  const { properties, triggers, drive, outbox } = workspace.runtime.snapshot();
  const { script, document, user } = properties;
  const secrets = Object.entries(user).filter(([, values]) => Object.keys(values).length > 0);
  return { tabs: everything(workspace), script, document, secrets, triggers, drive, outbox };
};

describe('roles', () => {
  it('are declared for every function that can be called, and for none that cannot', () => {
    const cards = OPEN.filter((name) => name in ACCESS);
    expect(cards).toEqual(['homepage', 'messageOpened', 'eventOpened']);
    expect(Object.keys(ACCESS).sort()).toEqual([...ALL.map(([name]) => name), ...cards].sort());
    expect([...new Set([...Object.keys(ACCESS), ...OPEN])].sort()).toEqual([...functions].sort());
  });

  it.each(['csm', 'manager', 'stranger'] as const)('keep a %s out of what is not theirs, and change nothing', (who) => {
    const workspace = shared(MEMBERS);
    const mine = ([, { may }]: (typeof ALL)[number]): boolean => may.includes(who);
    for (const [name, { args }] of ALL.filter(mine)) {
      expect([name, refusalOf(workspace, PEOPLE[who], name, args)]).toEqual([name, '']);
    }
    const before = state(workspace);
    for (const [name, { args }] of ALL.filter((call) => !mine(call))) {
      expect([name, refusalOf(workspace, PEOPLE[who], name, args)]).toEqual([
        name,
        expect.stringContaining('needs the role'),
      ]);
    }
    expect(state(workspace)).toEqual(before);
  });

  it('let Ops do everything', () => {
    const workspace = shared(MEMBERS);
    for (const [name, { args }] of ALL) {
      expect([name, refusalOf(workspace, OWNER, name, args)]).toEqual([name, '']);
      expect([name, refusalOf(workspace, PEOPLE.ops, name, args)]).toEqual([name, '']);
    }
  });

  it('are asked of nobody while no member is named as ops', () => {
    const workspace = shared(MEMBERS.slice(0, 2));
    for (const [name, { args }] of ALL) {
      expect([name, refusalOf(workspace, PEOPLE.stranger, name, args)]).toEqual([name, '']);
    }
  });

  it('say who is refused, what is needed and who has it', () => {
    const workspace = shared(MEMBERS);
    expect(ask(workspace, PEOPLE.csm, 'runNow', [])).toMatchObject({
      text: {
        en: `This needs the role ops; ${PEOPLE.csm} has the role csm.`,
        ja: `この操作には ops の役割が必要です（${PEOPLE.csm} さんは役割が csm です）。`,
      },
      next: {
        en: `Ask ${OWNER} or ${PEOPLE.ops} to do it, or to change the Members tab.`,
        ja: `${OWNER}、${PEOPLE.ops} さんに、操作または Members タブの変更を依頼してください。`,
      },
    });
    expect(ask(workspace, PEOPLE.stranger, 'whatIf', [[]])).toMatchObject({
      text: { en: `This needs the role csm or manager or ops; ${PEOPLE.stranger} is not in the Members tab.` },
    });
  });

  it('count as last saved where the tab cannot be read', () => {
    const workspace = shared(MEMBERS);
    expect(ask(workspace, PEOPLE.ops, 'saveConfiguration', ['people']).ok).toBe(true);
    tab(workspace, 'Members').name = 'Members (old)';
    expect(ask(workspace, PEOPLE.stranger, 'runNow', [])).toMatchObject({ ok: false, code: 'credential' });
    expect(ask(workspace, PEOPLE.ops, 'runNow', [])).toMatchObject({ ok: true });
  });

  it('leave the triggers of the schedule’s owner alone, whoever is Ops by then', () => {
    const workspace = shared([[PEOPLE.ops, 'ops']]);
    const { runtime } = workspace;
    const fired = runtime.fireTriggers(runtime.clock.now() + 20 * 3_600_000);
    expect(fired.filter(({ functionName }) => functionName === 'dailyRun')).toHaveLength(1);
    expect(fired.map(({ error }) => error)).toEqual(fired.map(() => null));
  });
});
