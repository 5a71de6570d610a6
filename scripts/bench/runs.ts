import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Table from 'cli-table3';
import { civil, type Day, dayOf, parseDay } from '../../src/domain/day';
import { buildDist } from '../build/dist';
import type { ExecutionRecord } from '../local/gas/runtime';
import { gridWorkbook } from './runs/grid-workbook';
import { scaledPortfolio } from './runs/portfolio';
import { simulateMonths } from './runs/simulated-months';
import { openStage, type Phase } from './runs/stage';

/** The day of the first run: within a month, so that the daily run after it has a month under way. */
const AS_OF = parseDay('2026-03-18') as number;

/** Days of usage and events that the first run meets. */
const DAYS = 90;

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
    // The newest months come as an export, those before as the archive that earlier runs would have left.
    const { year, month: recent } = civil(AS_OF - DAYS);
    const pulled = Math.max(AS_OF - days, dayOf(year, recent, 1) as Day);
    const archive = gridWorkbook();
    if (pulled > AS_OF - days) {
      simulateMonths(archive, portfolio, AS_OF - days, pulled - 1, { today: () => AS_OF, retentionMonths: 25 });
    }
    for (const tab of archive.tabs()) {
      if (/ Archive$|^Revenue$|^Outcomes$/.test(tab)) stage.inject(tab, archive.grid(tab).slice(1));
    }
    stage.bring(pulled, AS_OF - 1);
    const { daily: first } = await stage.nextDaily(`${month} months: first run`);
    stage.bring(AS_OF, AS_OF);
    const { daily } = await stage.nextDaily(`${month} months: daily run`);
    phases.push(first, daily);
  }
  printPhases(`Runs by months of history, ${historyAccounts.toLocaleString('en')} accounts`, phases, null);
  if (calls) for (const phase of phases) printCalls(phase);
}

const PLAIN = { head: [], border: [] };

function printPhases(title: string, phases: readonly Phase[], hourly: ExecutionRecord | null): void {
  const table = new Table({
    head: ['', 'calls', 'modelled s', 'executions', 'longest s', 'script CPU s', 'MB', 'Health cells', 'Data cells'],
    colAligns: ['left', ...Array<'right'>(8).fill('right')],
    style: PLAIN,
  });
  for (const { name, executions, cpu, memory, cells } of phases) {
    table.push([
      name,
      executions.reduce((sum, { spent }) => sum + spent.calls, 0),
      seconds(executions.reduce((sum, each) => sum + lasted(each), 0)),
      executions.map(({ status }) => (status === 'completed' ? '' : ` (${status})`)).join('') + executions.length,
      seconds(Math.max(...executions.map(lasted))),
      cpu.script.toFixed(1),
      memory.toFixed(0),
      cells[0].toLocaleString('en'),
      cells[1].toLocaleString('en'),
    ]);
  }
  if (hourly)
    table.push(['hourly run', hourly.spent.calls, seconds(lasted(hourly)), 1, seconds(lasted(hourly)), '', '', '', '']);
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
