import type { BeforeCall } from '../../scripts/local/gas/execution';
import type { Workspace } from '../../scripts/local/run/workspace';
import type { Cell } from '../../src/domain/cell';
import { parseDay } from '../../src/domain/day';
import type { Reply } from '../../src/domain/reply';
import { addRow, date } from './people';
import { AS_OF, buildProduct, everything, type Files, records, runNow, setUpProduct, tab, type } from './product';
import { callsOf, openStage, strikeAt, worldOf } from './stage';

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

const HOUR = 3_600_000;
const AYA = 'aya@example.com';
const BEN = 'ben@example.com';
const CHO = 'cho@example.com';
const MADE: readonly string[] = ['Adoption', 'Adoption Days'];

/** Ids and names that stand nowhere by chance. */
const FILES: Files = {
  accounts: [
    'account_id,name,owner_email,team,mrr,renewal_date',
    'ACCT-ONE,Alphaville,aya@example.com,East,1000,2026-06-30',
    'ACCT-TWO,Betatown,ben@example.com,East,50,2026-05-31',
  ].join('\n'),
  usage: 'account_id,date,logins\nACCT-ONE,2026-03-30,9\nACCT-TWO,2026-03-29,7',
};

/** Aya, Ben and the owner are members, Cho is not; the accounts are scored. */
function withTeam(beforeCall: BeforeCall = () => undefined): Workspace {
  const others = [AYA, BEN, CHO].map((email) => ({ email, locale: 'en' }));
  const workspace = setUpProduct(dist, FILES, { beforeCall, others });
  addRow(workspace, 'Members', { Email: AYA, Name: 'Aya', Role: 'csm', Team: 'East' });
  addRow(workspace, 'Members', { Email: BEN, Name: 'Ben', Role: 'manager', Team: 'East' });
  addRow(workspace, 'Members', { Email: 'ops@example.com', Name: 'Oka', Role: 'ops' });
  runNow(workspace);
  return workspace;
}

function ask(workspace: Workspace, user: string, name: string, ...args: unknown[]): void {
  const reply = workspace.runtime.execute(name, args, { entry: 'rpc', user }) as Reply<unknown>;
  if (!reply.ok) throw new Error(reply.text.en);
}

/** Aya opens the sidebar and looks at two accounts, at one of them twice; Cho only opens it. */
function aDaysWork(workspace: Workspace): void {
  ask(workspace, AYA, 'sidebarView');
  for (const id of ['ACCT-ONE', 'ACCT-TWO', 'ACCT-ONE']) ask(workspace, AYA, 'accountView', id);
  ask(workspace, CHO, 'sidebarView');
}

const person = (workspace: Workspace, email: string) =>
  records(workspace, 'Adoption').find(({ Email }) => Email === email);

const pending = (workspace: Workspace): string[] =>
  Object.keys(workspace.runtime.snapshot().properties.document).filter((key) => key.startsWith('use.'));

/** Lets the next daily run pass. */
function untilTomorrow({ runtime }: Workspace, days = 1): void {
  runtime.fireTriggers(Date.parse(`${AS_OF}T12:00:00+09:00`) + days * 24 * HOUR);
}

describe('who uses it', () => {
  it('is told by the next run: members with and without a use, and who is no member', () => {
    const workspace = withTeam();
    aDaysWork(workspace);
    runNow(workspace);
    expect(records(workspace, 'Adoption').map(({ Email }) => Email)).toEqual([BEN, 'ops@example.com', AYA, CHO]);
    expect(person(workspace, AYA)).toEqual({
      Email: AYA,
      Name: 'Aya',
      Role: 'csm',
      Team: 'East',
      'Use Count 7d': 4,
      'Use Count 30d': 4,
      'Account Count 30d': 2,
      'Seen Date': AS_OF,
      'Has Never Used': false,
      'Is Member': true,
    });
    expect(person(workspace, BEN)).toMatchObject({ 'Use Count 30d': 0, 'Seen Date': null, 'Has Never Used': true });
    expect(person(workspace, CHO)).toMatchObject({ 'Use Count 30d': 1, 'Account Count 30d': 0, 'Is Member': false });
  });

  it('costs the person one small write, and no cell', () => {
    const workspace = withTeam();
    ask(workspace, AYA, 'accountView', 'ACCT-ONE');
    const { byCall } = workspace.runtime.executions.slice(-1)[0] as { byCall: Readonly<Record<string, unknown>> };
    const writes = Object.entries(byCall).filter(([name]) => /\.(set|put|append|delete|insert|clear)/.test(name));
    expect(writes).toEqual([['Properties.setProperties', expect.objectContaining({ calls: 1 })]]);
  });

  it('adds up over days, and grows old', () => {
    const workspace = withTeam();
    aDaysWork(workspace);
    untilTomorrow(workspace);
    aDaysWork(workspace);
    untilTomorrow(workspace, 2);
    expect(person(workspace, AYA)).toMatchObject({ 'Use Count 7d': 8, 'Account Count 30d': 4 });
    expect(records(workspace, 'Adoption Days')).toHaveLength(4);
    expect(pending(workspace)).toEqual([]);
    untilTomorrow(workspace, 9);
    expect(person(workspace, AYA)).toMatchObject({ 'Use Count 7d': 0, 'Use Count 30d': 8, 'Seen Date': '2026-04-01' });
  });

  it('is not forgotten while nobody runs it for a week', () => {
    const workspace = withTeam();
    workspace.runtime.execute('menuScheduleOff', [], { entry: 'menu' });
    aDaysWork(workspace);
    untilTomorrow(workspace, 7);
    aDaysWork(workspace);
    runNow(workspace);
    expect(person(workspace, AYA)).toMatchObject({ 'Use Count 7d': 4, 'Use Count 30d': 8 });
  });

  it('counts what people pasted from elsewhere, once', () => {
    const workspace = withTeam();
    addRow(workspace, 'Adoption Import', { Email: 'BEN@example.com', Date: date('2026-03-30'), Uses: 5 });
    addRow(workspace, 'Adoption Import', { Email: BEN, Date: date('2026-03-31') });
    runNow(workspace);
    runNow(workspace);
    expect(person(workspace, BEN)).toMatchObject({ 'Use Count 7d': 6, 'Seen Date': AS_OF, 'Has Never Used': false });
    expect(records(workspace, 'Adoption Import')).toHaveLength(2);
  });
});

describe('a run that is stopped while it counts', () => {
  const people = (workspace: Workspace): Record<string, Cell[][] | undefined> => {
    const tabs = everything(workspace);
    return Object.fromEntries(MADE.map((name) => [name, tabs[name]]));
  };

  it('at any moment up to the last value forgotten neither doubles nor loses a use', () => {
    const stage = openStage(withTeam);
    const { workspace } = stage;
    const { runtime } = workspace;
    aDaysWork(workspace);
    const morning = Date.parse(`${AS_OF}T00:00:00+09:00`) + 24 * HOUR;
    runtime.fireTriggers(morning);
    const { next } = runtime.triggers().find(({ handler }) => handler === 'dailyRun') ?? {};
    runtime.fireTriggers(Number(next) - 1);
    const rewind = stage.mark();
    const changed: number[] = [];
    let before = '';
    const calls = callsOf(
      stage,
      () => runtime.fireTriggers(Number(next) + 4 * HOUR),
      (call) => {
        const world = worldOf(workspace);
        if (world !== before) changed.push(call);
        before = world;
      },
    );
    const wanted = people(workspace);
    expect(person(workspace, AYA)).toMatchObject({ 'Use Count 30d': 4, 'Account Count 30d': 2 });
    const forgotten = calls.flatMap((name, at) => (name === 'Properties.deleteProperty' ? [at + 1] : []));
    expect(forgotten).toHaveLength(2);
    // Calls that only read, or write what is sent later, leave nothing that a stop could leave different.
    const points = changed.filter((call) => call <= (forgotten[1] as number) + 1);
    expect(points.length).toBeGreaterThan(5);
    for (const call of points) {
      rewind();
      stage.watch(strikeAt(call, 'kill'));
      runtime.fireTriggers(Number(next) + 4 * HOUR);
      stage.watch(null);
      expect([call, people(workspace), pending(workspace)]).toEqual([call, wanted, []]);
    }
  });
});

describe('privacy', () => {
  const naming = /ACCT-|Alphaville|Betatown/;

  it('counts only: no tab and no small value tells by default which account somebody looked at', () => {
    const used = withTeam();
    aDaysWork(used);
    const { document } = used.runtime.snapshot().properties;
    for (const key of pending(used)) expect([key, document[key]]).not.toEqual([key, expect.stringMatching(naming)]);
    expect(pending(used)).toHaveLength(2);
    untilTomorrow(used);
    const unused = withTeam();
    untilTomorrow(unused);
    const found = everything(used);
    expect(Object.keys(found)).not.toContain('Adoption Log');
    for (const name of MADE)
      expect([name, JSON.stringify(found[name])]).not.toEqual([name, expect.stringMatching(naming)]);
    // Everywhere else the same accounts are named as if nobody had looked.
    const mentions = (tabs: Record<string, Cell[][]>) =>
      Object.entries(tabs).map(([name, grid]) => [
        name,
        grid.flat().filter((cell) => naming.test(String(cell))).length,
      ]);
    expect(mentions(found)).toEqual(mentions(everything(unused)));
  });

  it('keeps who, what and when once Ops asks for it, and takes it away when they no longer do', () => {
    const workspace = withTeam();
    type(workspace, 'Settings', 'Adoption Detail', 'Value', true);
    runNow(workspace);
    aDaysWork(workspace);
    runNow(workspace);
    untilTomorrow(workspace);
    const log = records(workspace, 'Adoption Log');
    expect(log.map(({ Email, Account }) => [Email, Account])).toEqual([
      [AYA, null],
      [AYA, 'ACCT-ONE'],
      [AYA, 'ACCT-TWO'],
      [AYA, 'ACCT-ONE'],
      [CHO, null],
    ]);
    expect(tab(workspace, 'Adoption Log').notes.at(0, 0)).toContain('Person, moment and account.');
    for (const { 'Use Timestamp': at } of log) expect(parseDay(String(at))).toBe(parseDay(AS_OF));
    type(workspace, 'Settings', 'Adoption Detail', 'Value', false);
    runNow(workspace);
    expect(Object.keys(everything(workspace))).not.toContain('Adoption Log');
    expect(person(workspace, AYA)).toMatchObject({ 'Use Count 7d': 4, 'Account Count 30d': 2 });
  });
});
