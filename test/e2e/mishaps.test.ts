import type { Reply } from '../../src/domain/reply';
import type { RunView } from '../../src/domain/views';
import { addRow, date } from './people';
import { buildProduct, records, setUpProduct, type } from './product';
import { SMALL_FILES, smallPortfolio } from './small-portfolio';
import { callsOf, differences, openStage, type Stage, timeless } from './stage';

/** What happens around a run: other people, other triggers, the turn of a day, a month or a clock. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

const daily = ({ workspace }: Stage) =>
  workspace.runtime.triggers().find(({ handler }) => handler === 'dailyRun')?.next as number;

function stageOf(options: Parameters<typeof smallPortfolio>[1] = {}): Stage {
  return openStage((beforeCall) => smallPortfolio(dist, { ...options, beforeCall }));
}

describe('two runs at once', () => {
  it('of which the second starts at any call of the first are one run: the second is refused, and nothing is lost', () => {
    const stage = stageOf();
    const { runtime } = stage.workspace;
    const due = daily(stage);
    runtime.fireTriggers(due - 1);
    const rewind = stage.mark();
    rewind();
    const calls = callsOf(stage, () => runtime.fireTriggers(due + 1));
    const wanted = timeless(stage.workspace);
    const answers = new Set<string>();
    for (let at = 1; at <= calls.length; at += 37) {
      rewind();
      let asked = false;
      stage.watch((call) => {
        if (asked || call < at) return undefined;
        asked = true;
        const reply = runtime.execute('runNow', [], { entry: 'rpc' }) as Reply<RunView>;
        answers.add(reply.ok ? 'ran' : reply.code);
        return undefined;
      });
      runtime.fireTriggers(due + 1);
      stage.watch(null);
      const runs = records(stage.workspace, 'Runs');
      // Before the first holds the document, the second runs instead, and the first after it.
      const { Runs: _, ...tabs } = timeless(stage.workspace);
      const { Runs: __, ...others } = wanted;
      expect(differences(tabs, others)).toEqual([]);
      expect(runs.every(({ State }) => State === 'done')).toBe(true);
    }
    expect(answers).toContain('busy');
  }, 120_000);
});

describe('the triggers of two owners', () => {
  it('make one daily run a day', () => {
    const stage = stageOf();
    const { runtime } = stage.workspace;
    const account = runtime.snapshot();
    const [first] = account.triggers.filter(({ handler }) => handler === 'dailyRun');
    if (!first?.next) throw new Error('there is no daily trigger');
    account.triggers.push({ ...first, id: 'second', next: first.next + 11 * 60_000 });
    runtime.restore(account);
    runtime.fireTriggers(runtime.clock.now() + 2 * DAY + HOUR);
    const fired = runtime.executions.filter(({ functionName }) => functionName === 'dailyRun');
    expect(fired.map(({ status }) => status)).toEqual(Array(fired.length).fill('completed'));
    expect(fired.length).toBeGreaterThanOrEqual(4);
    const days = records(stage.workspace, 'Runs').map((run) => run['As Of Date']);
    expect(days).toEqual([...new Set(days)]);
    expect(days.length).toBe(fired.length / 2);
  });
});

describe('a person who works while a run does', () => {
  it('finds the row added to Pulses, and the cell changed in Goals, at any moment of the run', () => {
    const stage = stageOf();
    const { runtime } = stage.workspace;
    const due = daily(stage);
    runtime.fireTriggers(due - 1);
    const rewind = stage.mark();
    rewind();
    const calls = callsOf(stage, () => runtime.fireTriggers(due + 1));
    for (let at = 1; at <= calls.length; at += 29) {
      rewind();
      let edited = false;
      stage.watch((call) => {
        if (edited || call < at) return undefined;
        edited = true;
        addRow(stage.workspace, 'Pulses', {
          'Pulse ID': 'p2',
          Account: 'C',
          Pulse: 1,
          Comment: 'Their budget was cut',
          'Author Email': 'a@example.com',
          'Pulse Date': date('2026-03-30'),
        });
        type(stage.workspace, 'Goals', 'g1', 'Actual', 55);
        return undefined;
      });
      runtime.fireTriggers(due + 1);
      stage.watch(null);
      expect(records(stage.workspace, 'Pulses').map((row) => row['Pulse ID'])).toEqual(['p1', 'p2']);
      expect(records(stage.workspace, 'Goals')).toMatchObject([{ 'Goal ID': 'g1', Actual: 55 }]);
      expect(records(stage.workspace, 'Action Updates')).toHaveLength(1);
      expect(records(stage.workspace, 'Runs').map(({ State }) => State)).toEqual(['done']);
    }
  }, 120_000);
});

describe('the calendar', () => {
  it.each([
    ['spring', '2026-03-07', ['2026-03-07', '2026-03-08', '2026-03-09']],
    ['autumn', '2026-10-31', ['2026-10-31', '2026-11-01', '2026-11-02']],
  ])('of New York runs once a day over the change of clocks in %s', (_, asOf, days) => {
    const stage = openStage((beforeCall) => {
      const workspace = setUpProduct(dist, SMALL_FILES, { beforeCall, asOf });
      workspace.health().timeZone = 'America/New_York';
      const data = workspace.data();
      if (data) data.timeZone = 'America/New_York';
      // The hour that the clocks skip, or run twice.
      type(workspace, 'Settings', 'Daily Run Hour', 'Value', asOf < '2026-06' ? 2 : 1);
      return workspace;
    });
    const { runtime } = stage.workspace;
    runtime.execute('menuSetUp', [], { entry: 'menu' });
    const midnight = Date.parse(`${days[0]}T05:00:00Z`);
    runtime.fireTriggers(midnight + 3 * DAY);
    const found = records(stage.workspace, 'Runs').map((run) => run['As Of Date']);
    expect(found).toEqual(days);
    const started = records(stage.workspace, 'Runs').map((run) => String(run['Started Timestamp']).slice(0, 10));
    expect(started).toEqual(days);
  });

  it('keeps the day on which a run began, though it is killed and ends after midnight and after the month', () => {
    const stage = openStage((beforeCall) => {
      const workspace = smallPortfolio(dist, { beforeCall });
      type(workspace, 'Settings', 'Daily Run Hour', 'Value', 23);
      return workspace;
    });
    const { runtime } = stage.workspace;
    runtime.execute('menuSetUp', [], { entry: 'menu' });
    const due = daily(stage);
    runtime.fireTriggers(due - 1);
    const rewind = stage.mark();
    rewind();
    runtime.fireTriggers(due + HOUR);
    const wanted = timeless(stage.workspace);
    rewind();
    let calls = 0;
    const midnight = Date.parse('2026-03-31T15:00:00Z');
    stage.watch(() => {
      if (runtime.clock.now() >= midnight || calls > 200) return undefined;
      // Beyond the first calls, by which the run is noted.
      calls += 1;
      return calls % 100 === 0 ? 'kill' : undefined;
    });
    runtime.fireTriggers(midnight + 6 * HOUR);
    stage.watch(null);
    expect(records(stage.workspace, 'Runs')).toMatchObject([{ 'As Of Date': '2026-03-31', State: 'done' }]);
    expect(differences(timeless(stage.workspace), wanted)).toEqual([]);
  });
});
