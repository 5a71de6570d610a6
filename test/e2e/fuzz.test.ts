import fc from 'fast-check';
import type { Fault } from '../../scripts/local/gas/execution';
import type { Cell } from '../../src/domain/cell';
import { formatDay, parseDay } from '../../src/domain/day';
import { addRow, date } from './people';
import { buildProduct, type Named, records, runNow, tab, type } from './product';
import { replaceFiles, smallPortfolio } from './small-portfolio';
import { openStage, type Stage, strikeAt } from './stage';

/**
 * Weeks of use, drawn at random: people's rows, new files, changed configuration, runs, kills, errors, time that passes.
 * Whatever happened, what is published holds together. `KENSHIN_FUZZ_RUNS=500` plays more, `KENSHIN_SEED=random` others;
 * the seed is printed, and `KENSHIN_SEED=123:4:0` with the path that a failure names plays that one again.
 */

const RUNS = Number(process.env.KENSHIN_FUZZ_RUNS ?? 10);
const PATH = (process.env.KENSHIN_SEED ?? '').split(':').slice(1).join(':');
const SEED = fc.readConfigureGlobal()?.seed ?? Date.now() % 1_000_000_000;

const HOUR = 3_600_000;
const FIRST_DAY = parseDay('2026-03-31') as number;
const IDS = ['A', 'B', 'C', 'b ', 'Ｄ', '=E', '007'];

let stage: Stage;
let rewind: () => void;
beforeAll(async () => {
  const dist = await buildProduct();
  stage = openStage((beforeCall) => {
    const workspace = smallPortfolio(dist, { beforeCall });
    type(workspace, 'Settings', 'Minimum Coverage Percent', 'Value', 5);
    type(workspace, 'Settings', 'Backfill Months', 'Value', 1);
    return workspace;
  });
  rewind = stage.mark();
});

type Step =
  | { readonly kind: 'pulse'; readonly account: string; readonly pulse: number; readonly day: number }
  | { readonly kind: 'goal'; readonly account: string; readonly actual: number; readonly day: number }
  | { readonly kind: 'accounts'; readonly rows: readonly (readonly [string, number])[] }
  | { readonly kind: 'usage'; readonly rows: readonly (readonly [string, number, number])[] }
  | { readonly kind: 'junk'; readonly text: string }
  | { readonly kind: 'weight'; readonly metric: number; readonly value: Cell }
  | { readonly kind: 'run' | 'setUp' | 'sortPulses' }
  | { readonly kind: 'pass'; readonly hours: number }
  | { readonly kind: 'strike'; readonly call: number; readonly fault: Fault };

const account = fc.constantFrom(...IDS);
const day = fc.integer({ min: FIRST_DAY - 60, max: FIRST_DAY + 20 });
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('pulse' as const), account, pulse: fc.integer({ min: 0, max: 6 }), day }),
  fc.record({ kind: fc.constant('goal' as const), account, actual: fc.integer({ min: -5, max: 200 }), day }),
  fc.record({
    kind: fc.constant('accounts' as const),
    rows: fc.array(fc.tuple(account, fc.integer({ min: -10, max: 5000 })), { maxLength: 7 }),
  }),
  fc.record({
    kind: fc.constant('usage' as const),
    rows: fc.array(fc.tuple(account, day, fc.integer({ min: 0, max: 40 })), { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant('junk' as const),
    text: fc.constantFrom('', '\u0000', 'a,b\n"', 'account_id\n', '<html>'),
  }),
  fc.record({
    kind: fc.constant('weight' as const),
    metric: fc.nat(20),
    value: fc.constantFrom<Cell>(0, 1, 7, 'heavy', null, -3),
  }),
  fc.record({ kind: fc.constantFrom('run' as const, 'setUp' as const, 'sortPulses' as const) }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('strike' as const),
      call: fc.integer({ min: 1, max: 420 }),
      fault: fc.oneof(
        fc.constantFrom<Fault>('kill', 'kill-after'),
        fc.record({ message: fc.constant('Service Spreadsheets timed out.'), after: fc.boolean() }),
      ),
    }),
  },
);

/** What people wrote, as it must stay. */
interface Written {
  pulses: string[];
  goals: string[];
}

function play(step: Step, written: Written): void {
  const { workspace } = stage;
  const { runtime } = workspace;
  const author = { 'Author Email': 'a@example.com', Comment: 'x' };
  switch (step.kind) {
    case 'pulse': {
      const id = `fuzz ${written.pulses.length}`;
      written.pulses.push(`${id}|${step.account}|${step.pulse}`);
      const cells = { Account: step.account, Pulse: step.pulse, 'Pulse Date': date(formatDay(step.day)) };
      addRow(workspace, 'Pulses', { 'Pulse ID': id, ...cells, ...author });
      return;
    }
    case 'goal': {
      const id = `fuzz ${written.goals.length}`;
      written.goals.push(`${id}|${step.account}|${step.actual}`);
      const cells = { Account: step.account, Actual: step.actual, 'Update Date': date(formatDay(step.day)) };
      addRow(workspace, 'Goals', { 'Goal ID': id, Kind: 'roi', 'Goal Name': 'x', Target: 100, ...cells, ...author });
      return;
    }
    case 'accounts':
      replaceFiles(workspace, {
        accounts: ['account_id,name,mrr', ...step.rows.map(([id, mrr]) => `${id},Name ${id},${mrr}`)].join('\n'),
      });
      return;
    case 'usage':
      replaceFiles(workspace, {
        usage: [
          'account_id,date,logins',
          ...step.rows.map(([id, at, value]) => `${id},${formatDay(at)},${value}`),
        ].join('\n'),
      });
      return;
    case 'junk':
      replaceFiles(workspace, { touches: step.text });
      return;
    case 'weight': {
      const metrics = records(workspace, 'Metrics');
      const id = String(metrics[step.metric % metrics.length]?.['Metric ID']);
      type(workspace, 'Metrics', id, 'Weight', step.value);
      return;
    }
    case 'sortPulses': {
      const { values } = tab(workspace, 'Pulses');
      const rows = Math.max(...values.map((cells) => cells.length)) - 1;
      for (const cells of values) {
        const below = Array.from({ length: rows }, (_, at) => cells[at + 1] ?? null);
        cells.splice(1, cells.length, ...below.reverse());
      }
      return;
    }
    case 'run':
      runNow(workspace);
      return;
    case 'setUp':
      runtime.execute('menuSetUp', [], { entry: 'menu' });
      return;
    case 'strike':
      stage.watch(strikeAt(step.call, step.fault));
      runtime.fireTriggers(runtime.clock.now() + 26 * HOUR);
      stage.watch(null);
      return;
    case 'pass':
      runtime.fireTriggers(runtime.clock.now() + step.hours * HOUR);
  }
}

const KEYS: Readonly<Record<string, string>> = {
  Accounts: 'Account ID',
  Breakdown: 'Breakdown ID',
  Movements: 'Movement ID',
  'Score History': 'History ID',
  Runs: 'Run ID',
  Problems: 'Problem ID',
  'Config Versions': 'Version ID',
  'CRM Accounts': 'account_id',
  Touches: 'touch_id',
};

const ids = (name: string, key: string): Cell[] => records(stage.workspace, name).map((row) => row[key] ?? null);
const number = (row: Named | undefined, key: string): number => Number(row?.[key] ?? 0);

/** Everything that must hold while no run is under way. */
function holds({ pulses, goals }: Written): void {
  const { workspace } = stage;
  const { runtime } = workspace;
  // Runs end, and leave no trigger behind.
  runtime.fireTriggers(runtime.clock.now() + 4 * HOUR);
  const runs = records(workspace, 'Runs');
  expect(runs.map(({ State }) => State)).not.toContain('running');
  expect(runtime.triggers().map(({ handler }) => handler)).toEqual(['dailyRun', 'hourlyRun']);

  for (const [name, key] of Object.entries(KEYS)) {
    const found = ids(name, key);
    expect([name, found.filter((id, at) => found.indexOf(id) !== at)]).toEqual([name, []]);
  }
  const stands = (name: string, key: string, value: string) =>
    records(workspace, name).map((row) => `${row[key]}|${row.Account}|${row[value]}`);
  expect(stands('Pulses', 'Pulse ID', 'Pulse')).toEqual(expect.arrayContaining(pulses));
  expect(stands('Goals', 'Goal ID', 'Actual')).toEqual(expect.arrayContaining(goals));

  const last = runs[runs.length - 1];
  if (last?.State !== 'done') return;
  const asOf = String(last['As Of Date']);
  const accounts = records(workspace, 'Accounts');
  expect(accounts.map((row) => row['Account ID'])).toEqual([...ids('CRM Accounts', 'account_id')].sort());
  const lines = records(workspace, 'Breakdown');
  const moves = records(workspace, 'Movements');
  for (const row of accounts) {
    const mine = (line: Named): boolean => line.Account === row['Account ID'];
    if (row.Score === null) continue;
    const earned = lines.filter(mine).reduce((sum, line) => sum + number(line, 'Points Earned'), 0);
    expect(earned).toBeCloseTo(number(row, 'Score'), 6);
    const [move, ...more] = moves.filter(mine);
    if (!move || move['Score Before'] === null || move['Score After'] === null) continue;
    const moved = [move, ...more].reduce((sum, line) => sum + number(line, 'Points Moved'), 0);
    expect(moved).toBeCloseTo(number(move, 'Score After') - number(move, 'Score Before'), 6);
  }
  expect(lines.filter((line) => String(line['Data Date'] ?? '') > asOf)).toEqual([]);
  expect(records(workspace, 'Score History').filter((row) => String(row['Score Date']) > asOf)).toEqual([]);
}

it('whatever people, files, the clock and the platform do, what is published holds together', () => {
  process.stdout.write(`fuzz: ${RUNS} sequences, KENSHIN_SEED=${SEED}${PATH ? `:${PATH}` : ''}\n`);
  let runs = 0;
  let executions = 0;
  fc.assert(
    fc.property(fc.array(steps, { minLength: 4, maxLength: 12, size: 'max' }), (sequence) => {
      rewind();
      const before = stage.workspace.runtime.executions.length;
      const written: Written = { pulses: [], goals: [] };
      for (const step of sequence) play(step, written);
      holds(written);
      runs += records(stage.workspace, 'Runs').length;
      executions += stage.workspace.runtime.executions.length - before;
    }),
    { seed: SEED, numRuns: RUNS, ...(PATH ? { path: PATH } : {}) },
  );
  process.stdout.write(`fuzz: ${runs} runs in ${executions} executions\n`);
}, 3_600_000);
