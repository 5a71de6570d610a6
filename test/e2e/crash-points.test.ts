import type { Fault } from '../../scripts/local/gas/execution';
import { buildProduct, records } from './product';
import { replaceFiles, SMALL_FILES, smallPortfolio } from './small-portfolio';
import {
  ALL_POINTS,
  callsOf,
  differences,
  openStage,
  type Stage,
  sampleOf,
  strikeAt,
  type Tabs,
  timeless,
  worldOf,
} from './stage';

/**
 * The daily run stopped by the platform at every one of its service calls, and met by an error at them. However it is
 * disturbed, the triggers that fire in the hours after it end in the workbooks of the undisturbed run.
 *
 * `KENSHIN_ALL_CRASH_POINTS=1` plays each call with each fault. Otherwise a kill is played once for all calls before
 * which the account is the same to the last bit (calls that only read leave nothing a killed script could have left
 * different), and the other faults at a sample.
 */

const SAMPLE = 24;
const HOUR = 3_600_000;
const AFTERMATH = 4 * HOUR;

/** What the services throw now and then (Apps Script: known errors of SpreadsheetApp, DriveApp and the platform). */
const ERRORS = [
  'Service Spreadsheets timed out while accessing document with id health.',
  "We're sorry, a server error occurred. Please wait a bit and try again.",
  'Service error: Drive',
];

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

interface Scene {
  readonly stage: Stage;
  /** Back to just before the daily trigger fires. */
  readonly rewind: () => void;
  readonly due: number;
  /** Names of the service calls of the undisturbed run. */
  readonly calls: readonly string[];
  /** Calls before which the account first looks as it does. */
  readonly worlds: readonly number[];
  readonly wanted: Tabs;
}

function dueDaily({ workspace }: Stage): number {
  return workspace.runtime.triggers().find(({ handler }) => handler === 'dailyRun')?.next as number;
}

/** Plays the run undisturbed and notes what it ends in. */
function sceneOf(stage: Stage): Scene {
  const { runtime } = stage.workspace;
  const due = dueDaily(stage);
  runtime.fireTriggers(due - 1);
  const rewind = stage.mark();
  rewind();
  const worlds: number[] = [];
  let before = '';
  const calls = callsOf(
    stage,
    () => runtime.fireTriggers(due + AFTERMATH),
    (number) => {
      const world = worldOf(stage.workspace);
      if (world !== before) worlds.push(number);
      before = world;
    },
  );
  return { stage, rewind, due, calls, worlds, wanted: timeless(stage.workspace) };
}

/** Plays the run with a fault at one of its calls; answers what is different afterwards. */
function disturbed({ stage, rewind, due, wanted }: Scene, call: number, fault: Fault): string[] {
  const { runtime } = stage.workspace;
  rewind();
  stage.watch(strikeAt(call, fault));
  runtime.fireTriggers(due + AFTERMATH);
  stage.watch(null);
  const standing = runtime.triggers().map(({ handler }) => handler);
  return [
    ...differences(timeless(stage.workspace), wanted),
    ...standing.filter((handler) => handler === 'resumeRun').map(() => 'a continuation is left over'),
  ];
}

/** Plays a fault at each of the calls and prints how many there were and what they left different. */
function play(scene: Scene, what: string, calls: readonly number[], faultAt: (call: number) => Fault): void {
  const lines = calls.flatMap((call) =>
    disturbed(scene, call, faultAt(call)).map((line) => `${what} at ${call} (${scene.calls[call - 1]}): ${line}`),
  );
  process.stdout.write(
    `${what}: ${calls.length} points of ${scene.calls.length} service calls, ${lines.length} differing cells\n`,
  );
  expect(lines.slice(0, 20)).toEqual([]);
}

const everyCall = ({ calls }: Scene): number[] => calls.map((_, at) => at + 1);
const errorAt = (call: number, after: boolean): Fault => ({ message: ERRORS[call % ERRORS.length] as string, after });

function itPlays(title: string, sceneNow: () => Scene): void {
  it(`${title} ends in the same workbooks when it is killed at any service call`, () => {
    const scene = sceneNow();
    expect(records(scene.stage.workspace, 'Runs').slice(-1)[0]).toMatchObject({ State: 'done', Kind: 'daily' });
    play(scene, `${title}, killed before`, ALL_POINTS ? everyCall(scene) : scene.worlds, () => 'kill');
  }, 3_600_000);

  it.each([
    ['killed after', () => 'kill-after' as const],
    ['with an error before the effect of', (call: number) => errorAt(call, false)],
    ['with an error after the effect of', (call: number) => errorAt(call, true)],
  ])(
    `${title} ends in the same workbooks %s a service call`,
    (what, faultAt) => {
      const scene = sceneNow();
      play(scene, `${title}, ${what}`, ALL_POINTS ? everyCall(scene) : sampleOf(scene.calls, SAMPLE), faultAt);
    },
    3_600_000,
  );
}

describe('the first daily run', () => {
  let scene: Scene;
  beforeAll(() => {
    scene = sceneOf(openStage((beforeCall) => smallPortfolio(dist, { beforeCall })));
  });
  itPlays('the first run', () => scene);
});

describe('a later daily run, with rows that changed, came and went', () => {
  let scene: Scene;
  beforeAll(() => {
    const stage = openStage((beforeCall) => smallPortfolio(dist, { beforeCall }));
    stage.workspace.runtime.fireTriggers(dueDaily(stage) + AFTERMATH);
    replaceFiles(stage.workspace, {
      accounts: `${SMALL_FILES.accounts}\nAA,Between,b@example.com,West,10,2026-12-31`.replace('Beta,b@', 'Beta,z@'),
      usage: `${SMALL_FILES.usage}\nA,2026-03-31,8,8\nAA,2026-03-31,1,1`.replace(
        'A,2026-03-29,3,7',
        'A,2026-03-29,30,7',
      ),
      touches: 'touch_id,account_id,at,kind\nT0,B,2026-03-02,call\nT2,C,2026-01-06,call',
    });
    scene = sceneOf(stage);
  });
  itPlays('a later run', () => scene);
});
