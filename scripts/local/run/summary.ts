import Table from 'cli-table3';
import type { Cell } from '../../../src/domain/cell';
import type { Locale } from '../../../src/domain/text';

/** What the local run tells at its end. */
export interface RunSummary {
  readonly locale: Locale;
  readonly asOf: string;
  readonly accounts: readonly Readonly<Record<string, Cell>>[];
  readonly problems: readonly Readonly<Record<string, Cell>>[];
  readonly runs: readonly Readonly<Record<string, Cell>>[];
  readonly mode: string;
  readonly calls: number;
  readonly modelledMs: number;
  readonly executions: number;
  readonly mails: number;
  readonly files: readonly string[];
}

/** No colours: the output may go into a file. */
const PLAIN = { head: [], border: [] };

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
    style: PLAIN,
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

function urgentTable({ accounts, locale }: RunSummary): string {
  const table = new Table({
    head: ['Look at first', 'Score', 'Band', 'Why'],
    colAligns: ['left', 'right', 'left', 'left'],
    colWidths: [34, 8, 8, 70],
    wordWrap: true,
    wrapOnWordBoundary: locale !== 'ja',
    style: PLAIN,
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

function problemTable({ problems, locale }: RunSummary): string {
  if (problems.length === 0) return 'No problems.';
  const table = new Table({
    head: ['Problems', 'Where', 'What to do'],
    colWidths: [12, 32, 76],
    wordWrap: true,
    wrapOnWordBoundary: locale !== 'ja',
    style: PLAIN,
  });
  const kinds = byKind(problems);
  for (const { first, count, values } of kinds.slice(0, PROBLEM_LINES)) {
    const where = [first.Source, first.Place, first.Column].filter(Boolean).join(' ');
    table.push([`${count} ${first.Severity}`, where, `${values} ${first['Mend Note']}`.trim()]);
  }
  const more = kinds.length - PROBLEM_LINES;
  return `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} (all in the Problems tab)\n${table.toString()}${more > 0 ? `\n… and ${more} more kinds` : ''}`;
}

/** Problems of one kind in one place are one line. */
function byKind(problems: RunSummary['problems']) {
  const kinds = new Map<string, RunSummary['problems'][number][]>();
  for (const problem of problems) {
    const kind = JSON.stringify([problem.Source, problem.Column, problem['Problem Code']]);
    kinds.set(kind, [...(kinds.get(kind) ?? []), problem]);
  }
  return [...kinds.values()].map((same) => {
    const found = same.map((problem) => String(problem['Found Text'] ?? '')).filter((value) => value !== '');
    const values = found.slice(0, 3).join(', ') + (found.length > 3 ? ', …' : '');
    return { first: same[0] as RunSummary['problems'][number], count: same.length, values: values && `[${values}]` };
  });
}

function footer({ calls, modelledMs, executions, mails, files }: RunSummary): string {
  const seconds = (modelledMs / 1000).toFixed(1);
  return [
    ...(mails > 0 ? [`${mails} ${mails === 1 ? 'mail' : 'mails'} would have been sent; the preview shows them.`] : []),
    `${calls.toLocaleString('en')} service calls in ${executions} executions; on Google they would take about ${seconds} s.`,
    `Written: ${files.join(', ')}`,
  ].join('\n');
}
