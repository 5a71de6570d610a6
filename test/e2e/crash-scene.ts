import type { Fault } from '../../scripts/local/gas/execution';
import { records } from './product';
import {
  ALL_POINTS,
  callsOf,
  differences,
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
 * A killed script leaves nothing behind but the account, so a kill is played once for all points at which the account is
 * the same to the last bit: calls that only read leave nothing different, and killed after a call is killed before the
 * next. An error goes on in the script, so its execution is played for every call with `KENSHIN_ALL_CRASH_POINTS=1`, and
 * otherwise for a sample; what follows it, once for all that left the account the same but for the times of clocks.
 */

const SAMPLE = 24;
const HOUR = 3_600_000;
export const AFTERMATH = 4 * HOUR;

/** What the services throw now and then (Apps Script: known errors of SpreadsheetApp, DriveApp and the platform). */
const ERRORS = [
  'Service Spreadsheets timed out while accessing document with id health.',
  "We're sorry, a server error occurred. Please wait a bit and try again.",
  'Service error: Drive',
];

export interface Scene {
  readonly stage: Stage;
  /** Back to just before the daily trigger fires. */
  readonly rewind: () => void;
  readonly due: number;
  /** Names of the service calls of the undisturbed run. */
  readonly calls: readonly string[];
  /** Calls before which the account first looks as it does. */
  readonly worlds: readonly number[];
  readonly wanted: Tabs;
  /** Handlers of the triggers that stand afterwards. */
  readonly triggers: string;
}

export function dueDaily({ workspace }: Stage): number {
  return workspace.runtime.triggers().find(({ handler }) => handler === 'dailyRun')?.next as number;
}

/** Plays the run undisturbed and notes what it ends in. */
export function sceneOf(stage: Stage): Scene {
  const { runtime } = stage.workspace;
  const due = dueDaily(stage);
  runtime.fireTriggers(due - 1);
  const rewind = stage.mark();
  rewind();
  const known = new Set<string>();
  const worlds: number[] = [];
  const calls = callsOf(
    stage,
    () => runtime.fireTriggers(due + AFTERMATH),
    (number) => {
      const world = worldOf(stage.workspace);
      if (!known.has(world)) worlds.push(number);
      known.add(world);
    },
  );
  return { stage, rewind, due, calls, worlds, wanted: timeless(stage.workspace), triggers: handlers(stage) };
}

function handlers({ workspace }: Stage): string {
  return workspace.runtime
    .triggers()
    .map(({ handler }) => handler)
    .sort()
    .join(', ');
}

/** People who were told twice how their accounts stand. */
function doubled({ workspace }: Stage): string[] {
  const told = workspace.runtime.outbox().flatMap(({ htmlBody, to }) => (htmlBody === null ? [] : to));
  return told.filter((address, at) => told.indexOf(address) < at).map((address) => `${address} was mailed twice`);
}

/** Instants, serial numbers with a time of day, wall clocks and sums of milliseconds, as they stand in a world. */
const CLOCK_TIMES = /\b1[67]\d{11}(\.\d+)?|\b4\d{4}\.\d+|T\d\d:\d\d:\d\d|(?<=milliseconds\D{1,6})\d+(\.\d+)?/g;

/**
 * Plays the run with a fault at one of its calls; answers what is different afterwards. Null where an earlier fault left
 * the account the same when the execution it met had ended: `ends` remembers them.
 */
function disturbed(scene: Scene, ends: Set<string>, call: number, fault: Fault): string[] | null {
  const { stage, rewind, due, wanted, triggers } = scene;
  const { runtime } = stage.workspace;
  rewind();
  stage.watch(strikeAt(call, fault));
  runtime.fireTriggers(due);
  stage.watch(null);
  const end = worldOf(stage.workspace).replace(CLOCK_TIMES, '');
  if (ends.has(end)) return null;
  ends.add(end);
  runtime.fireTriggers(due + AFTERMATH);
  const standing = handlers(stage);
  return [
    ...differences(timeless(stage.workspace), wanted),
    ...doubled(stage),
    ...(standing === triggers ? [] : [`the triggers are ${standing}, not ${triggers}`]),
  ];
}

/** Plays a fault at each of the calls and prints how many there were and what they left different. */
function play(
  scene: Scene,
  what: string,
  points: number,
  played: readonly (readonly [call: number, fault: Fault])[],
): void {
  const ends = new Set<string>();
  const lines = played.flatMap(([call, fault]) =>
    (disturbed(scene, ends, call, fault) ?? []).map((line) => `${what} at ${call} (${scene.calls[call - 1]}): ${line}`),
  );
  const { length } = scene.calls;
  process.stdout.write(
    `${what}: ${points} points at ${length} service calls, ${played.length} played, ${ends.size} different ends, ${lines.length} differing cells\n`,
  );
  expect(lines.slice(0, 20)).toEqual([]);
}

/** Kills the run before and after every one of its calls. */
export function playKills(title: string, scene: Scene): void {
  const { calls, worlds, stage } = scene;
  expect(records(stage.workspace, 'Runs').slice(-1)[0]).toMatchObject({ State: 'done', Kind: 'daily' });
  play(scene, `${title}, killed before or after`, 2 * calls.length, [
    ...worlds.map((call) => [call, 'kill'] as const),
    [calls.length, 'kill-after'],
  ]);
}

/** Throws a service's error at its calls, or those of them that are named, before or after their effect. */
export function playErrors(title: string, scene: Scene, after: boolean, named?: readonly number[]): void {
  const calls = named ?? (ALL_POINTS ? scene.calls.map((_, at) => at + 1) : sampleOf(scene.calls, SAMPLE));
  play(
    scene,
    `${title}, with an error ${after ? 'after' : 'before'} the effect of`,
    calls.length,
    calls.map((call) => [call, { message: ERRORS[call % ERRORS.length] as string, after }]),
  );
}

/** Time for all points of a run. */
export const LONG = 3_600_000;
