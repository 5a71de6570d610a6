import type { Grid } from '../../../src/domain/cell';
import { DATASETS, type DatasetName } from '../../../src/domain/datasets';
import type { Day } from '../../../src/domain/day';
import type { ExecutionRecord } from '../../local/gas/runtime';
import { columnOf } from '../../local/gas/spreadsheet/cells';
import { tabRecords } from '../../local/run/outputs';
import { connectFiles, openWorkspace, type Workspace } from '../../local/run/workspace';
import type { Scaled } from './portfolio';
import { type CpuSeconds, profiled } from './profile';

/** What a phase came to, over all its executions. */
export interface Phase {
  readonly name: string;
  readonly executions: readonly ExecutionRecord[];
  readonly cpu: CpuSeconds;
  /** The most memory that stood at a service call, in MB above the beginning; what could be collected included. */
  readonly memory: number;
  /** Cells of the Health and of the Data workbook afterwards, empty ones included: those count against the limit. */
  readonly cells: readonly [number, number];
}

/** A simulated account in which days go by. */
export interface Stage {
  readonly workspace: Workspace;
  setUp(): Promise<Phase>;
  /** Puts rows into the Data workbook below a tab's header, as if earlier runs had. */
  inject(tab: string, rows: Grid): void;
  /** Puts the rows of these days into the files the sources read: what happened then, and everything undated. */
  bring(from: Day, to: Day): void;
  runNow(name: string): Promise<Phase>;
  /** Lets the clock run to the next daily run and to its end. */
  nextDaily(name: string): Promise<{ readonly daily: Phase; readonly hourly: ExecutionRecord | null }>;
}

const MINUTE = 60_000;

export function openStage(dist: string, asOf: Day, portfolio: Scaled): Stage {
  let most = 0;
  const watch = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    most = Math.max(most, heapUsed + arrayBuffers);
    return undefined;
  };
  // Nothing is killed here but by the time limit, so what a kill would undo need not be kept.
  const workspace = openWorkspace(dist, asOf, 'en', watch, [], 60 * MINUTE, { killLosesWrites: false });
  const { runtime } = workspace;
  let connected = false;

  const phase = async (name: string, work: () => void): Promise<Phase> => {
    const before = runtime.executions.length;
    global.gc?.();
    most = 0;
    watch();
    const least = most;
    const cpu = await profiled(work);
    const executions = runtime.executions.slice(before).filter(({ functionName }) => functionName !== 'runState');
    const [health, data] = [workspace.health(), workspace.data()];
    const memory = (most - least) / 1e6;
    return { name, executions, cpu, memory, cells: [cellsOf(health), data === null ? 0 : cellsOf(data)] };
  };
  const lastRun = () => tabRecords(workspace.health().sheets.find(({ name }) => name === 'Runs')).slice(-1)[0];
  const finish = (): void => {
    const limit = runtime.clock.now() + 12 * 60 * MINUTE;
    while (running(workspace)) {
      if (runtime.clock.now() > limit) throw new Error('the run did not end within twelve hours');
      runtime.fireTriggers(runtime.clock.now() + MINUTE);
    }
    const run = lastRun();
    if (run?.State !== 'done') throw new Error(`the run ended as ${run?.State}: ${run?.['Run Note']}`);
  };
  return {
    workspace,
    setUp: () => phase('set-up', () => runtime.execute('menuSetUp', [], { entry: 'menu' })),
    inject: (tab, rows) => {
      const sheet = workspace.data()?.sheets.find(({ name }) => name === tab);
      if (!sheet) throw new Error(`there is no tab ${tab}`);
      rows.forEach((row, at) => {
        row.forEach((cell, column) => {
          const cells = columnOf(sheet, column);
          while (cells.length <= at) cells.push(null);
          cells[at + 1] = cell;
        });
      });
      sheet.maxRows = Math.max(sheet.maxRows, rows.length + 1);
    },
    bring: (from, to) => {
      const files = DATASETS.map(({ name }) => ({
        dataset: name,
        name: `${name}.csv`,
        bytes: new Uint8Array(Buffer.from(portfolio.csv(name, from, to))),
      }));
      if (connected) replaceFiles(workspace, files);
      else connectFiles(workspace, files, asOf);
      connected = true;
    },
    runNow: (name) =>
      phase(name, () => {
        runtime.execute('menuRunNow', [], { entry: 'menu' });
        const alert = runtime.spreadsheets.ui.alerts[0];
        if (alert) throw new Error(alert.text);
        finish();
      }),
    async nextDaily(name) {
      const before = runtime.executions.length;
      const begun = () => runtime.executions.slice(before).some(({ functionName }) => functionName === 'dailyRun');
      const whole = await phase(name, () => {
        while (!begun()) runtime.fireTriggers(runtime.clock.now() + 10 * MINUTE);
        finish();
      });
      const from = whole.executions.findIndex(({ functionName }) => functionName === 'dailyRun');
      const hourly = whole.executions.find(({ functionName }) => functionName === 'hourlyRun') ?? null;
      const daily = whole.executions.slice(from).filter(({ functionName }) => functionName !== 'hourlyRun');
      return { daily: { ...whole, executions: daily }, hourly };
    },
  };
}

function running({ runtime }: Workspace): boolean {
  const reply = runtime.execute('runState', [], { entry: 'rpc' }) as { data: { state: string } | null };
  return reply.data?.state === 'running';
}

/** New content under the same ids, as when an export is written over the last one. */
function replaceFiles(
  { runtime }: Workspace,
  files: readonly { dataset: DatasetName; name: string; bytes: Uint8Array }[],
) {
  const state = runtime.snapshot();
  const content = new Map(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')]));
  runtime.restore({
    ...state,
    drive: state.drive.map((file) => ({ ...file, content: content.get(file.name) ?? file.content })),
  });
}

function cellsOf({ sheets }: ReturnType<Workspace['health']>): number {
  return sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0);
}
