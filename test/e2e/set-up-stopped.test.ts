import type { SheetModel } from '../../scripts/local/gas/spreadsheet/model';
import type { RunLayer } from '../../scripts/local/gas/spreadsheet/run-layer';
import { openWorkspace, type Workspace } from '../../scripts/local/run/workspace';
import { parseDay } from '../../src/domain/day';
import { AS_OF, buildProduct } from './product';
import {
  ALL_POINTS,
  callsOf,
  differences,
  openStage,
  type Stage,
  sampleOf,
  strikeAt,
  timeless,
  worldOf,
} from './stage';

/** Set-up stopped at a service call and asked for again. `KENSHIN_ALL_CRASH_POINTS=1` stops it at every one. */

const SAMPLE = 40;

let stage: Stage;
let rewind: () => void;
beforeAll(async () => {
  const dist = await buildProduct();
  stage = openStage((beforeCall) => openWorkspace(dist, parseDay(AS_OF) as number, 'ja', beforeCall));
  rewind = stage.mark();
});

function setUp(): void {
  stage.workspace.runtime.execute('menuSetUp', [], { entry: 'menu' });
}

/**
 * Everything of a tab that is no cell: sizes, formats, notes, rules, protection. Left out are ids, and plain text: done a
 * second time, set-up makes the cells of a text column plain text that a script had to write otherwise (`'=`).
 */
function shapeOf({ values: _, ...shape }: SheetModel): unknown {
  return JSON.parse(
    JSON.stringify(shape, (key, value: unknown) => {
      if (key === 'sheetId' || key === 'id' || key === 'chartId') return undefined;
      if (key === 'numberFormat') return withoutPlainText(value as RunLayer<string>);
      return value instanceof Map || value instanceof Set ? [...value].sort() : value;
    }),
  );
}

function withoutPlainText(layer: RunLayer<string>) {
  return Array.from({ length: layer.width }, (_, column) => layer.runs(column).filter(({ value }) => value !== '@'));
}

function shapesOf({ runtime }: Workspace): unknown {
  return [...runtime.spreadsheets.workbooks.values()].map(({ name, locale, timeZone, sheets }) => ({
    name,
    locale,
    timeZone,
    sheets: sheets.map(shapeOf),
  }));
}

const handlers = () => stage.workspace.runtime.triggers().map(({ handler }) => handler);

it('set-up ends in the same two workbooks and triggers when it was stopped and is done again', () => {
  rewind();
  const worlds: number[] = [];
  const known = new Set<string>();
  const calls = callsOf(stage, setUp, (call) => {
    const world = worldOf(stage.workspace);
    if (!known.has(world)) worlds.push(call);
    known.add(world);
  });
  const tabs = timeless(stage.workspace);
  const shapes = JSON.stringify(shapesOf(stage.workspace));
  expect(handlers()).toEqual(['dailyRun', 'hourlyRun']);
  // Killed after a call is killed before the next, and the same account is met by the same set-up again.
  const points = ALL_POINTS
    ? worlds
    : sampleOf(
        worlds.map(() => ''),
        SAMPLE,
      ).map((at) => worlds[at - 1] as number);
  const played = [...points.map((call) => [call, 'kill'] as const), [calls.length, 'kill-after'] as const];
  const lines = played.flatMap(([call, fault]) => {
    rewind();
    stage.watch(strikeAt(call, fault));
    expect(setUp).toThrow('Exceeded maximum execution time');
    stage.watch(null);
    setUp();
    const found = [
      ...differences(timeless(stage.workspace), tabs),
      ...(JSON.stringify(shapesOf(stage.workspace)) === shapes ? [] : ['the look of a tab']),
      ...(handlers().join() === 'dailyRun,hourlyRun' ? [] : [`triggers ${handlers().join()}`]),
    ];
    return found.map((line) => `${fault} at ${call} (${calls[call - 1]}): ${line}`);
  });
  process.stdout.write(
    `set-up, killed before or after: ${2 * calls.length} points at ${calls.length} service calls, ${worlds.length} different, ${played.length} played, ${lines.length} differences\n`,
  );
  expect(lines.slice(0, 20)).toEqual([]);
}, 3_600_000);

it('set-up done again and again changes nothing', () => {
  rewind();
  setUp();
  const first = timeless(stage.workspace);
  setUp();
  expect(differences(timeless(stage.workspace), first)).toEqual([]);
  const tabs = timeless(stage.workspace);
  const shapes = shapesOf(stage.workspace);
  setUp();
  expect(differences(timeless(stage.workspace), tabs)).toEqual([]);
  expect(shapesOf(stage.workspace)).toEqual(shapes);
  expect(handlers()).toEqual(['dailyRun', 'hourlyRun']);
});
