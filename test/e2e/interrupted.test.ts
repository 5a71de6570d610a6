import type { Fault } from '../../scripts/local/gas/execution';
import type { Workspace } from '../../scripts/local/run/workspace';
import type { Reply } from '../../src/domain/reply';
import type { RunView, SidebarView } from '../../src/domain/views';
import { buildProduct, everything, type Files, records, runNow, setUpProduct, type } from './product';

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

const FILES: Files = {
  accounts:
    'account_id,name,owner_email,mrr,renewal_date\nA,Alpha,a@example.com,1000,2026-06-30\nB,Beta,b@example.com,50,2026-05-31\n',
  usage: 'account_id,date,logins\nA,2026-03-30,4\nA,2026-03-29,3\nB,2026-02-01,1\n',
};

const HOUR = 3_600_000;

/** Tabs without what tells the time of day: an interrupted run ends later, and may have begun a second slice. */
function timeless(workspace: Workspace) {
  const { Runs: _, ...tabs } = everything(workspace);
  return Object.fromEntries(
    Object.entries(tabs).map(([name, [header = [], ...rows]]) => {
      const timed = header.map((cell) => /Timestamp$/.test(String(cell)));
      return [name, [header, ...rows].map((row) => row.filter((__, at) => !timed[at]))];
    }),
  );
}

/** Runs the daily trigger with a fault at one service call of its execution, then lets two hours pass. */
function dailyWith(fault: (call: number, name: string) => Fault | undefined): {
  workspace: Workspace;
  struck: boolean;
} {
  let armed = false;
  let struck = false;
  let execution = 0;
  const workspace = setUpProduct(dist, FILES, {
    beforeCall: (call, name, id) => {
      if (!armed || struck) return undefined;
      execution = execution || id;
      if (id !== execution) return undefined;
      const found = fault(call, name);
      struck = found !== undefined;
      return found;
    },
  });
  // Without the hourly trigger the first execution is the daily run's.
  type(workspace, 'Settings', 'Hourly Pull', 'Value', false);
  const { runtime } = workspace;
  runtime.execute('menuSetUp', [], { entry: 'menu' });
  armed = true;
  runtime.fireTriggers(runtime.clock.now() + 4 * HOUR);
  return { workspace, struck };
}

describe('a daily run that the platform stops', () => {
  const undisturbed = () => timeless(dailyWith(() => undefined).workspace);

  it.each([20, 60, 120, 180, 240, 300, 340])(
    'at its service call %i ends, some triggers later, in the same tabs',
    (at) => {
      const { workspace, struck } = dailyWith((call) => (call === at ? 'kill' : undefined));
      expect(struck).toBe(true);
      expect(records(workspace, 'Runs')).toEqual([expect.objectContaining({ State: 'done', Kind: 'daily' })]);
      expect(timeless(workspace)).toEqual(undisturbed());
    },
  );

  it.each(['Range.setValues', 'Sheet.insertRowsAfter', 'Range.getValues', 'Properties.setProperties'])(
    'by an error of %s tries again and ends in the same tabs',
    (name) => {
      const { workspace, struck } = dailyWith((_, called) =>
        called === name
          ? { message: 'Service Spreadsheets timed out while accessing document with id health.' }
          : undefined,
      );
      expect(struck).toBe(true);
      expect(timeless(workspace)).toEqual(undisturbed());
    },
  );

  it('after three failures in vain says so in Runs and by mail to the owner of the schedule', () => {
    let armed = false;
    const workspace = setUpProduct(dist, FILES, {
      beforeCall: (_, name) =>
        armed && name === 'Range.setValues'
          ? { message: "We're sorry, a server error occurred. Please wait a bit and try again." }
          : undefined,
    });
    armed = true;
    const { runtime } = workspace;
    runtime.fireTriggers(runtime.clock.now() + 5 * HOUR);
    armed = false;
    const state = runtime.execute('runState', [], { entry: 'rpc' }) as Reply<RunView>;
    expect(state).toMatchObject({ ok: true, data: { state: 'failed' } });
    expect(runtime.outbox()).toContainEqual(
      expect.objectContaining({ to: ['ops@example.com'], subject: 'Kenshin: the daily run failed' }),
    );
    expect(runtime.triggers().map(({ handler }) => handler)).not.toContain('resumeRun');
  });
});

describe('two at once', () => {
  it('a second run is refused while one holds the document, and says so', () => {
    const workspace = setUpProduct(dist, FILES);
    const { runtime } = workspace;
    runtime.locks.holdElsewhere('document', runtime.clock.now() + HOUR);
    const reply = runtime.execute('runNow', [], { entry: 'rpc' }) as Reply<RunView>;
    expect(reply).toMatchObject({ ok: false, code: 'busy' });
    expect(records(workspace, 'Accounts')).toEqual([]);
  });

  it('the sidebar can be asked while a run is under way', () => {
    let asked: Reply<SidebarView> | null = null;
    let workspace: Workspace | null = null;
    let armed = false;
    workspace = setUpProduct(dist, FILES, {
      beforeCall: (call) => {
        if (!armed || !workspace || asked || call < 100) return undefined;
        armed = false;
        asked = workspace.runtime.execute('sidebarView', [], { entry: 'rpc' }) as Reply<SidebarView>;
        return undefined;
      },
    });
    armed = true;
    runNow(workspace);
    expect(asked).toMatchObject({ ok: true, data: { run: { state: 'running' } } });
  });
});
