import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Table from 'cli-table3';
import { parseDay } from '../../src/domain/day';
import { buildDist } from '../build/dist';
import type { ExecutionRecord } from '../local/gas/runtime';
import { scaledPortfolio } from './runs/portfolio';
import { openStage, type Phase } from './runs/stage';

/** The day of the first run: within a month, so that the daily run after it has a month under way. */
const AS_OF = parseDay('2026-03-18') as number;

/** Days of usage and events that the first run meets. */
const DAYS = 90;

/** Days of history that one export holds: a file on Drive may have 50 MB. */
const EXPORT_DAYS = 91;

const MONTH_DAYS = 30.4;

export interface RunsOptions {
  readonly accounts: readonly number[];
  /** Months of history whose daily runs are compared; none to leave the comparison out. */
  readonly months: readonly number[];
  /** Accounts of that comparison. */
  readonly historyAccounts: number;
  /** Prints the dearest service calls of each phase. */
  readonly calls: boolean;
}

/**
 * Runs what ships through whole days on the virtual clock, over portfolios of several sizes and histories of several
 * lengths, and prints calls, modelled seconds, cells and processor time beside the budgets.
 */
export async function benchRuns(options: RunsOptions): Promise<void> {
  const dist = mkdtempSync(join(tmpdir(), 'kenshin-bench-'));
  try {
    await buildDist({ root: resolve(__dirname, '../..'), outDir: dist });
    for (const accounts of options.accounts) await benchSize(dist, accounts, options.calls);
    if (options.months.length > 0) await benchHistory(dist, options);
  } finally {
    rmSync(dist, { recursive: true });
  }
}

async function benchSize(dist: string, accounts: number, calls: boolean): Promise<void> {
  const portfolio = scaledPortfolio({ accounts, days: DAYS, asOf: AS_OF }, AS_OF + 2);
  const stage = openStage(dist, AS_OF, portfolio);
  const setUp = await stage.setUp();
  stage.bring(AS_OF - DAYS + 1, AS_OF - 1);
  const { daily: first } = await stage.nextDaily('first run');
  stage.bring(AS_OF, AS_OF);
  const { daily, hourly } = await stage.nextDaily('daily run');
  printPhases(`${accounts.toLocaleString('en')} accounts, ${DAYS} days of history`, [setUp, first, daily], hourly);
  if (calls) for (const phase of [first, daily]) printCalls(phase);
}

async function benchHistory(dist: string, { months, historyAccounts, calls }: RunsOptions): Promise<void> {
  const phases: Phase[] = [];
  for (const month of months) {
    const days = Math.round(month * MONTH_DAYS);
    const portfolio = scaledPortfolio({ accounts: historyAccounts, days, asOf: AS_OF }, AS_OF + 2);
    const stage = openStage(dist, AS_OF, portfolio);
    await stage.setUp();
    for (let from = AS_OF - days; from < AS_OF; from += EXPORT_DAYS) {
      stage.bring(from, Math.min(from + EXPORT_DAYS, AS_OF) - 1);
      await stage.runNow('history');
    }
    stage.bring(AS_OF, AS_OF);
    // The first daily run after a change of history may tidy up; the next one is ordinary.
    await stage.nextDaily('settling');
    stage.bring(AS_OF + 1, AS_OF + 1);
    const { daily } = await stage.nextDaily(`${month} months`);
    phases.push(daily);
  }
  printPhases(`Daily run by months of history, ${historyAccounts.toLocaleString('en')} accounts`, phases, null);
  if (calls) for (const phase of phases) printCalls(phase);
}

const PLAIN = { head: [], border: [] };

function printPhases(title: string, phases: readonly Phase[], hourly: ExecutionRecord | null): void {
  const table = new Table({
    head: ['', 'calls', 'modelled s', 'executions', 'longest s', 'script CPU s', 'Health cells', 'Data cells'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: PLAIN,
  });
  for (const { name, executions, cpu, cells } of phases) {
    table.push([
      name,
      executions.reduce((sum, { spent }) => sum + spent.calls, 0),
      seconds(executions.reduce((sum, each) => sum + lasted(each), 0)),
      executions.map(({ status }) => (status === 'completed' ? '' : ` (${status})`)).join('') + executions.length,
      seconds(Math.max(...executions.map(lasted))),
      cpu.script.toFixed(1),
      cells[0].toLocaleString('en'),
      cells[1].toLocaleString('en'),
    ]);
  }
  if (hourly)
    table.push(['hourly run', hourly.spent.calls, seconds(lasted(hourly)), 1, seconds(lasted(hourly)), '', '', '']);
  console.log(`\n${title}\n${table.toString()}`);
}

/** Service calls that took more than a second together. */
function printCalls({ name, executions }: Phase): void {
  const spent = new Map<string, { calls: number; cells: number; ms: number }>();
  for (const { byCall } of executions) {
    for (const [call, { calls, cells, ms }] of Object.entries(byCall)) {
      const sum = spent.get(call) ?? { calls: 0, cells: 0, ms: 0 };
      spent.set(call, { calls: sum.calls + calls, cells: sum.cells + cells, ms: sum.ms + ms });
    }
  }
  const table = new Table({
    head: [name, 'calls', 'cells', 's'],
    colAligns: ['left', 'right', 'right', 'right'],
    style: PLAIN,
  });
  for (const [call, { calls, cells, ms }] of [...spent].sort(([, a], [, b]) => b.ms - a.ms)) {
    if (ms >= 1000) table.push([call, calls, cells.toLocaleString('en'), seconds(ms)]);
  }
  console.log(table.toString());
}

function lasted({ startedAt, endedAt }: ExecutionRecord): number {
  return endedAt - startedAt;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
