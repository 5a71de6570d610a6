import type { Workspace } from '../../scripts/local/run/workspace';
import { addRow, date } from './people';
import { buildProduct, everything, type Named, records, type } from './product';
import { replaceFiles, SMALL_FILES, smallPortfolio } from './small-portfolio';

const HOUR = 3_600_000;
const QUIET = 'The sources brought nothing new, so the published scores stand.';

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

/** The service call at which the next execution is killed; '' for none. */
let stopped = '';

/** The morning after the daily run, with usage pulled every hour. */
function morning(): Workspace {
  let pulled = false;
  const workspace = smallPortfolio(dist, {
    beforeCall: (_, name) => {
      if (stopped === '') return undefined;
      // Writing what was pulled forgets that the tabs stand for it.
      pulled = pulled || name === 'Properties.deleteProperty';
      if (!pulled || name !== stopped) return undefined;
      stopped = '';
      return 'kill';
    },
  });
  type(workspace, 'Sources', 'usage.csv', 'Every', 'hourly');
  const { runtime } = workspace;
  const due = runtime.triggers().find(({ handler }) => handler === 'dailyRun')?.next as number;
  runtime.fireTriggers(due + HOUR / 2);
  return workspace;
}

/** Lets hours pass; answers the service calls of each hourly run. */
function hours(workspace: Workspace, count: number): number[] {
  const { runtime } = workspace;
  const before = runtime.executions.length;
  runtime.fireTriggers(runtime.clock.now() + count * HOUR);
  return runtime.executions
    .slice(before)
    .filter(({ functionName }) => functionName === 'hourlyRun')
    .map(({ spent }) => spent.calls);
}

const runs = (workspace: Workspace): Named[] => records(workspace, 'Runs').map(({ 'Run ID': _, ...run }) => run);
const notes = (workspace: Workspace) => runs(workspace).map((run) => run['Run Note']);

/** Every tab but the journal. */
function published(workspace: Workspace) {
  const { Runs: _, ...tabs } = everything(workspace);
  return tabs;
}

describe('an hourly pull', () => {
  it('that brings nothing new scores and publishes nothing, and says so in one row a day', () => {
    const workspace = morning();
    const daily = workspace.runtime.executions.find(({ functionName }) => functionName === 'dailyRun');
    const first = hours(workspace, 1);
    const before = published(workspace);
    const quiet = hours(workspace, 3);
    expect(quiet).toHaveLength(3);
    expect(Math.max(...quiet)).toBeLessThan((daily?.spent.calls as number) / 3);
    expect(published(workspace)).toEqual(before);
    // An hourly run came before the daily one.
    expect(notes(workspace).slice(1)).toEqual(['Scored 1 of 3 accounts.', QUIET]);
    expect(runs(workspace)[2]).toMatchObject({ State: 'done', Kind: 'hourly', 'Account Count': 3, 'Scored Count': 1 });
    expect(first).toHaveLength(1);
  });

  it('scores where usage changed, also when it is stopped between pulling and scoring', () => {
    const workspace = morning();
    hours(workspace, 1);
    replaceFiles(workspace, { usage: `${SMALL_FILES.usage}\nB,2026-03-30,50,50` });
    const before = records(workspace, 'Breakdown').filter(({ Account }) => Account === 'B');
    stopped = 'Properties.setProperties';
    hours(workspace, 2);
    expect(stopped).toBe('');
    expect(records(workspace, 'Breakdown').filter(({ Account }) => Account === 'B')).not.toEqual(before);
    expect(runs(workspace).filter((run) => run['Slice Count'] === 2)).toHaveLength(1);
    hours(workspace, 2);
    expect(notes(workspace).slice(-1)).toEqual([QUIET]);
  });

  it('scores where a person wrote a pulse or changed a metric', () => {
    const workspace = morning();
    hours(workspace, 1);
    addRow(workspace, 'Pulses', {
      'Pulse ID': 'p2',
      Account: 'C',
      Pulse: 1,
      Comment: 'Their budget was cut',
      'Author Email': 'a@example.com',
      'Pulse Date': date('2026-03-30'),
    });
    hours(workspace, 1);
    expect(records(workspace, 'Accounts').find((row) => row['Account ID'] === 'C')?.Pulse).toBe(1);
    type(workspace, 'Metrics', 'pulse', 'Weight', 9);
    const version = () => records(workspace, 'Accounts')[0]?.['Config Version'];
    const before = version();
    hours(workspace, 1);
    expect(version()).not.toBe(before);
  });
});
