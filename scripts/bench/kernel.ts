import { cpus } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { withBundle } from './bundle';
import type { ColdTime, WarmTimes } from './kernel/program';

const SIZES = [1000, 10000, 100000];

/** Turns of each way by size: small ones need more to be warm. */
const RUNS: Readonly<Record<number, number>> = { 1000: 60, 10000: 30, 100000: 9 };

/** First calls measured, each in a process of its own; the middle one counts. */
const COLD_STARTS = 5;

/** Most milliseconds the first call may take, by size. */
const COLD_BUDGET: Readonly<Record<number, number>> = { 1000: 10, 10000: 30, 100000: 100 };

/** Times the scoring kernel and the naive way in the same processes, and prints them beside their budgets. */
export async function benchKernel(): Promise<void> {
  await withBundle(join(__dirname, 'kernel', 'program.ts'), (run) => {
    const warm = SIZES.map((size) => run<WarmTimes>('warm', String(size), String(RUNS[size])));
    const cold = SIZES.map((size) => {
      const times = Array.from({ length: COLD_STARTS }, () => run<ColdTime>('cold', String(size)).streamed);
      return times.sort((a, b) => a - b)[Math.floor(COLD_STARTS / 2)] as number;
    });
    print(warm, cold);
  });
}

function print(warm: readonly WarmTimes[], cold: readonly number[]): void {
  const table = new Table({
    head: ['', ...warm.map(({ accounts }) => `${accounts.toLocaleString('en')} accounts`), 'budget'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  const cell = (of: (times: WarmTimes) => number) => (times: WarmTimes) =>
    ((of(times) * 1e6) / times.accounts / times.metrics).toFixed(1);
  const row = (name: string, of: (times: WarmTimes, index: number) => string, budget: string) =>
    table.push([name, ...warm.map(of), budget]);
  row(
    'streamed, ns per account-metric cell',
    cell(({ streamed }) => streamed),
    '22',
  );
  row(
    'the same, snapshot in another order',
    cell(({ shuffled }) => shuffled),
    '',
  );
  row('streamed, accounts per second', ({ accounts, streamed }) => thousands(accounts / streamed), '');
  row(
    'what-if form, ns per cell',
    cell(({ whatIf }) => whatIf),
    '12',
  );
  row(
    'naive way, ns per cell',
    cell(({ naive }) => naive),
    '',
  );
  row('times the naive way', ({ naive, streamed }) => (naive / streamed).toFixed(1), '15 or more');
  row(
    'all output kept, of merely building it',
    ({ kept, built, accounts }) => (accounts === SIZES[SIZES.length - 1] ? (kept / built).toFixed(2) : ''),
    '1.3',
  );
  row(
    'first call of a process, ms',
    (_, index) => (cold[index] as number).toFixed(1),
    SIZES.map((size) => COLD_BUDGET[size]).join(' / '),
  );
  row('largest difference from the naive score', ({ apart }) => apart.toExponential(0), '1e-9');
  const per = ({ streamed, accounts }: WarmTimes) => streamed / accounts;
  const [, ten, hundred] = warm as [WarmTimes, WarmTimes, WarmTimes];
  console.log(
    `Scoring kernel: ${ten.metrics} metrics, Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}`,
  );
  console.log(table.toString());
  console.log(
    `100,000 accounts take ${(per(hundred) / per(ten)).toFixed(2)} times as long each as 10,000 (budget 1.3).`,
  );
  console.log('Warm figures are the least of several turns in one process.');
}

function thousands(perMillisecond: number): string {
  return Math.round(perMillisecond * 1000).toLocaleString('en');
}
