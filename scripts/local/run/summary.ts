import Table from 'cli-table3';
import type { Cell } from '../../../src/domain/cell';

/** What the local run tells at its end. */
export interface RunSummary {
  readonly asOf: string;
  readonly accounts: readonly Readonly<Record<string, Cell>>[];
  readonly problems: readonly Readonly<Record<string, Cell>>[];
  readonly runs: readonly Readonly<Record<string, Cell>>[];
  readonly mode: string;
  readonly calls: number;
  readonly modelledMs: number;
  readonly executions: number;
  readonly files: readonly string[];
}

const BANDS = ['Green', 'Lime', 'Yellow', 'Red', 'Grey'];
const URGENT = 5;
const PROBLEM_LINES = 5;

/** The summary as tables for a terminal. */
export function summaryText(summary: RunSummary): string {
  return [runText(summary), bandTable(summary), urgentTable(summary), problemTable(summary), footer(summary)]
    .filter(Boolean)
    .join('\n\n');
}

/** A run that failed says so first. */
function runText({ runs }: RunSummary): string {
  const last = runs[runs.length - 1];
  return last && last.State !== 'done' ? `The run failed: ${last['Run Note']}` : '';
}

function bandTable({ accounts, asOf, mode }: RunSummary): string {
  const table = new Table({
    head: ['Band', 'Accounts', 'Share', 'MRR'],
    colAligns: ['left', 'right', 'right', 'right'],
    style: { head: [] },
  });
  for (const band of BANDS) {
    const inBand = accounts.filter((account) => account.Band === band);
    const mrr = inBand.reduce((sum, account) => sum + (typeof account.MRR === 'number' ? account.MRR : 0), 0);
    const share = accounts.length === 0 ? 0 : (100 * inBand.length) / accounts.length;
    table.push([band, inBand.length, `${share.toFixed(0)} %`, Math.round(mrr).toLocaleString('en')]);
  }
  const scored = mode === 'Visibility' ? 'readings only, scoring is off' : 'scored';
  return `${accounts.length} accounts as of ${asOf} (${scored})\n${table.toString()}`;
}

function urgentTable({ accounts }: RunSummary): string {
  const table = new Table({
    head: ['Look at first', 'Score', 'Band', 'Why'],
    colAligns: ['left', 'right', 'left', 'left'],
    colWidths: [34, 8, 8, 70],
    wordWrap: true,
    style: { head: [] },
  });
  const urgent = accounts
    .filter((account) => typeof account.Priority === 'number' && account.Priority <= URGENT)
    .sort((a, b) => (a.Priority as number) - (b.Priority as number));
  for (const account of urgent) {
    const score = typeof account.Score === 'number' ? account.Score.toFixed(1) : '–';
    table.push([
      String(account['Account Name']),
      score,
      String(account.Band),
      String(account['Top Reason Note'] ?? ''),
    ]);
  }
  return urgent.length === 0 ? '' : table.toString();
}

function problemTable({ problems }: RunSummary): string {
  if (problems.length === 0) return 'No problems.';
  const table = new Table({
    head: ['Problem', 'Where', 'What to do'],
    colWidths: [9, 30, 81],
    wordWrap: true,
    style: { head: [] },
  });
  for (const problem of problems.slice(0, PROBLEM_LINES)) {
    const where = [problem.Source, problem.Place, problem.Column].filter(Boolean).join(' ');
    table.push([String(problem.Severity), where, String(problem['Mend Note'])]);
  }
  const more = problems.length - PROBLEM_LINES;
  return `${problems.length} problems${more > 0 ? `, the first ${PROBLEM_LINES}` : ''} (all in the Problems tab)\n${table.toString()}`;
}

function footer({ calls, modelledMs, executions, files }: RunSummary): string {
  const seconds = (modelledMs / 1000).toFixed(1);
  return [
    `${calls.toLocaleString('en')} service calls in ${executions} executions; on Google they would take about ${seconds} s.`,
    `Written: ${files.join(', ')}`,
  ].join('\n');
}
