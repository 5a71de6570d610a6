import { cpus } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { type Run, withBundle } from './bundle';
import { usualDefinition } from './kernel/portfolio';
import type { ColdTime, KeepTimes, ReadingTimes, ShuffledTimes, StreamTimes } from './kernel/program';

const SIZES = [1000, 10000, 100000];

/** Turns of each way in a process, by size: small ones need more to be warm. */
const TURNS: Readonly<Record<number, number>> = { 1000: 60, 10000: 30, 100000: 9 };

/** Processes that measure the same; the least counts, since a machine's other work only ever adds. */
const PROCESSES = 3;

/** First calls measured, each in a process of its own; the lower quartile counts. */
const COLD_STARTS = 9;

/** Most milliseconds the first call may take, by size. */
const COLD_BUDGET: Readonly<Record<number, number>> = { 1000: 10, 10000: 30, 100000: 100 };

const METRICS = usualDefinition().metrics.length;

type Times = StreamTimes & KeepTimes & ReadingTimes & ShuffledTimes & ColdTimes & { readonly accounts: number };

interface ColdTimes {
  readonly cold: number;
}

/** Times the scoring kernel and the naive way in the same processes, and prints them beside their budgets. */
export async function benchKernel(): Promise<void> {
  await withBundle(join(__dirname, 'kernel', 'program.ts'), (run) => print(SIZES.map((size) => measure(run, size))));
}

function measure(run: Run, accounts: number): Times {
  const repeated = <T extends object>(mode: string, times = PROCESSES): T[] =>
    Array.from({ length: times }, () => run<T>(mode, String(accounts), String(TURNS[accounts])));
  const cold = repeated<ColdTime>('cold', COLD_STARTS).map(({ streamed }) => streamed);
  return {
    accounts,
    ...quietest(repeated<StreamTimes>('streams'), ({ streamed }) => streamed),
    ...quietest(repeated<ShuffledTimes>('shuffles'), ({ shuffled }) => shuffled),
    ...quietest(repeated<KeepTimes>('keeps'), ({ kept, built }) => kept + built),
    ...quietest(repeated<ReadingTimes>('readings'), ({ whatIf, product }) => whatIf + product),
    cold: cold.sort((a, b) => a - b)[Math.floor(COLD_STARTS / 4)] as number,
  };
}

/** What the process measured that was disturbed least; figures that are compared with each other stay together. */
function quietest<T>(all: readonly T[], size: (times: T) => number): T {
  return all.reduce((least, times) => (size(times) < size(least) ? times : least));
}

function print(times: readonly Times[]): void {
  const table = new Table({
    head: ['', ...times.map(({ accounts }) => `${accounts.toLocaleString('en')} accounts`), 'budget'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  const row = (name: string, of: (times: Times) => string, budget = '') => table.push([name, ...times.map(of), budget]);
  const nsPerCell = (of: (times: Times) => number) => (one: Times) =>
    ((of(one) * 1e6) / one.accounts / METRICS).toFixed(1);
  row(
    'streamed, ns per account-metric cell',
    nsPerCell(({ streamed }) => streamed),
    '22',
  );
  row(
    'the same, snapshot in another order',
    nsPerCell(({ shuffled }) => shuffled),
  );
  row('streamed, accounts per second', ({ accounts, streamed }) => thousands(accounts / streamed));
  row(
    'readings in an array, ns per cell',
    nsPerCell(({ whatIf }) => whatIf),
    '12',
  );
  row(
    'scoreAccounts of the product, ns per cell',
    nsPerCell(({ product }) => product),
  );
  row(
    'naive way, ns per cell',
    nsPerCell(({ naive }) => naive),
  );
  row('times the naive way', ({ naive, streamed }) => (naive / streamed).toFixed(1), '15 or more');
  row('all output kept, of merely building it', ({ kept, built }) => (kept / built).toFixed(2), '1.3 at 100,000');
  row('first call of a process, ms', ({ cold }) => cold.toFixed(1), SIZES.map((size) => COLD_BUDGET[size]).join(' / '));
  row('largest difference from the naive score', ({ apart }) => apart.toExponential(0), '1e-9');
  const per = ({ streamed, accounts }: Times) => streamed / accounts;
  const [, ten, hundred] = times as [Times, Times, Times];
  console.log(
    `Scoring kernel: ${METRICS} metrics, Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}`,
  );
  console.log(table.toString());
  console.log(
    `100,000 accounts take ${(per(hundred) / per(ten)).toFixed(2)} times as long each as 10,000 (budget 1.3).`,
  );
  console.log(
    `Warm figures: processor time, the least of several turns in ${PROCESSES} processes. First calls: by the clock, lower quartile of ${COLD_STARTS}.`,
  );
}

function thousands(perMillisecond: number): string {
  return Math.round(perMillisecond * 1000).toLocaleString('en');
}
