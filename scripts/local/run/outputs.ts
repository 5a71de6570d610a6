import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from '../../../src/domain/cell';
import type { SheetModel } from '../gas/spreadsheet/model';
import { saveWorkbook } from '../xlsx/save';
import { tabCsv, tabGrid } from './tab-csv';
import type { Workspace } from './workspace';

type TabRecord = Readonly<Record<string, Cell>>;

/** What `run.json` holds. */
export interface RunReport {
  readonly asOf: string;
  readonly accounts: number;
  readonly byBand: Readonly<Record<string, number>>;
  readonly problems: readonly TabRecord[];
  readonly runs: readonly TabRecord[];
  /** Mails that would have been sent. */
  readonly mails: number;
  readonly calls: number;
  readonly cells: number;
  readonly modelledMs: number;
  readonly executions: readonly {
    readonly functionName: string;
    readonly entry: string;
    readonly status: string;
    readonly modelledMs: number;
    readonly calls: number;
    readonly byCall: Readonly<Record<string, { readonly calls: number; readonly cells: number; readonly ms: number }>>;
  }[];
}

/** Writes both workbooks, every tab as CSV and the report; returns the report and the paths, relative to `out`. */
export function writeOutputs(workspace: Workspace, out: string, asOf: string): { report: RunReport; files: string[] } {
  const health = workspace.health();
  const data = workspace.data();
  mkdirSync(join(out, 'tabs'), { recursive: true });
  for (const stale of readdirSync(join(out, 'tabs'))) if (stale.endsWith('.csv')) rmSync(join(out, 'tabs', stale));
  saveWorkbook(health, join(out, 'health.xlsx'));
  if (data) saveWorkbook(data, join(out, 'data.xlsx'));
  const sheets = [...health.sheets, ...(data?.sheets ?? [])];
  for (const sheet of sheets) writeFileSync(join(out, 'tabs', `${sheet.name}.csv`), tabCsv(sheet));
  const report = reportOf(workspace, asOf);
  writeFileSync(join(out, 'run.json'), `${JSON.stringify(report, null, 2)}\n`);
  return {
    report,
    files: ['health.xlsx', ...(data ? ['data.xlsx'] : []), `tabs/ (${sheets.length} CSV files)`, 'run.json'],
  };
}

/** Rows of a tab by header. */
export function tabRecords(sheet: SheetModel | undefined): TabRecord[] {
  if (!sheet) return [];
  const [header = [], ...rows] = tabGrid(sheet);
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [String(name), row[at] ?? null])));
}

function reportOf({ runtime, health }: Workspace, asOf: string): RunReport {
  const records = (tab: string) => tabRecords(health().sheets.find(({ name }) => name === tab));
  const accounts = records('Accounts');
  const byBand: Record<string, number> = {};
  for (const { Band } of accounts) byBand[String(Band ?? '')] = (byBand[String(Band ?? '')] ?? 0) + 1;
  return {
    asOf,
    accounts: accounts.length,
    byBand,
    problems: records('Problems'),
    runs: records('Runs'),
    mails: runtime.outbox().length,
    calls: runtime.meter.total.calls,
    cells: runtime.meter.total.cells,
    modelledMs: Math.round(runtime.meter.total.ms),
    executions: runtime.executions.map(({ functionName, entry, status, startedAt, endedAt, spent, byCall }) => ({
      functionName,
      entry,
      status,
      modelledMs: Math.round(endedAt - startedAt),
      calls: spent.calls,
      byCall,
    })),
  };
}
