import type { Cell } from '../../../src/domain/cell';
import { parseContext } from '../../../src/domain/parse/context';
import { compileScoring } from '../../../src/scoring/compile';
import { scoreReadings, workspace } from '../../../src/scoring/kernel';
import { lastScores } from '../../../src/scoring/last-scores';
import { scoreRows } from '../../../src/scoring/rows';
import { scoreNaively } from './naive';
import { configOf, type Portfolio, usualDefinition, usualPortfolio } from './portfolio';

/** Milliseconds of one portfolio, the least of several runs each; runs of the ways compared take turns. */
export interface WarmTimes {
  readonly accounts: number;
  readonly metrics: number;
  /** Rows in, finished rows out, in chunks that are dropped; the last snapshot in the same order. */
  readonly streamed: number;
  /** The same with the snapshot in another order, so that it is joined by an index. */
  readonly shuffled: number;
  /** The same with all output kept. */
  readonly kept: number;
  /** Merely building rows of that shape, all kept. */
  readonly built: number;
  /** Readings in a Float64Array, scores only. */
  readonly whatIf: number;
  readonly naive: number;
  /** Largest difference between a score of the kernel and of the naive way. */
  readonly apart: number;
}

/** Milliseconds of the first call in a process, configuration compiled and all. */
export interface ColdTime {
  readonly accounts: number;
  readonly streamed: number;
}

const DEFINITION = usualDefinition();
const CONTEXT = parseContext('UTC', 'en');

function stream(portfolio: Portfolio, emit: (chunk: Cell[][]) => void): void {
  const scoring = compileScoring(configOf(DEFINITION));
  scoreRows(scoring, { ...portfolio, context: CONTEXT }, lastScores(portfolio.snapshot), emit);
}

/** Uses a chunk as a writer would, and lets it go. */
function dropping(): (chunk: Cell[][]) => void {
  let seen = 0;
  return (chunk) => {
    seen += (chunk[chunk.length - 1] as Cell[]).length;
    if (seen < 0) throw new Error('unreachable');
  };
}

/** Starts from a clean heap, so that no way pays for what another left behind. */
function timed(work: () => unknown): number {
  globalThis.gc?.();
  const start = performance.now();
  work();
  return performance.now() - start;
}

function cold(accounts: number): ColdTime {
  const portfolio = usualPortfolio(DEFINITION, accounts);
  return { accounts, streamed: timed(() => stream(portfolio, dropping())) };
}

function warm(accounts: number, runs: number): WarmTimes {
  const portfolio = usualPortfolio(DEFINITION, accounts);
  const backwards = { ...portfolio, snapshot: [...portfolio.snapshot].reverse() };
  const scoring = compileScoring(configOf(DEFINITION));
  const { values, segments } = arrays(portfolio);
  const scores = new Float64Array(accounts);
  const ways: Record<string, () => unknown> = {
    streamed: () => stream(portfolio, dropping()),
    shuffled: () => stream(backwards, dropping()),
    kept: () => {
      const all: Cell[][] = [];
      stream(portfolio, (chunk) => {
        for (const row of chunk) all.push(row);
      });
      return all;
    },
    built: () => build(portfolio, 7 + DEFINITION.dimensions.length + DEFINITION.metrics.length),
    whatIf: () => {
      const work = workspace(scoring);
      for (let account = 0; account < accounts; account++)
        scores[account] = scoreReadings(
          scoring,
          values,
          account * scoring.metrics.length,
          segments[account] as number,
          work,
        );
    },
    naive: () => scoreNaively(DEFINITION, portfolio),
  };
  const best: Record<string, number> = {};
  for (let run = 0; run < runs; run++)
    for (const [name, work] of Object.entries(ways)) {
      // The naive way needs no more than a few turns to be warm, and takes most of the time.
      if (name === 'naive' && run > 4) continue;
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, timed(work));
    }
  return { accounts, metrics: DEFINITION.metrics.length, apart: difference(portfolio), ...best } as WarmTimes;
}

/** The readings as the metrics give them: in the kernel's order, NaN for a missing one. */
function arrays({ rows, header }: Portfolio): { values: Float64Array; segments: Int32Array } {
  const { metrics } = compileScoring(configOf(DEFINITION));
  const values = new Float64Array(rows.length * metrics.length);
  const columns = metrics.map(({ id }) => header.indexOf(id));
  rows.forEach((row, account) => {
    columns.forEach((column, metric) => {
      const cell = row[column];
      values[account * metrics.length + metric] = typeof cell === 'number' ? cell : Number.NaN;
    });
  });
  return { values, segments: Int32Array.from(rows, (row) => DEFINITION.segments.indexOf(row[1] as string)) };
}

/** Rows like the output's: five texts or less, the rest numbers that no two cells share. */
function build({ rows }: Portfolio, width: number): Cell[][] {
  return rows.map((row, account) => {
    const cells: Cell[] = new Array(width);
    cells[0] = row[0] as Cell;
    cells[1] = row[1] as Cell;
    cells[2] = account * 1.1;
    cells[3] = 'Green';
    for (let column = 4; column < width; column++) cells[column] = account * 1.1 + column;
    return cells;
  });
}

function difference(portfolio: Portfolio): number {
  const naive = scoreNaively(DEFINITION, portfolio);
  let account = 0;
  let apart = 0;
  stream(portfolio, (chunk) => {
    for (const row of chunk) {
      const other = naive[account++]?.score ?? null;
      const score = row[2] as number | null;
      if (score === null || other === null) apart = Math.max(apart, score === other ? 0 : Number.POSITIVE_INFINITY);
      else apart = Math.max(apart, Math.abs(score - other));
    }
  });
  return apart;
}

const [mode, accounts, runs] = process.argv.slice(2);
if (mode === 'cold') console.log(JSON.stringify(cold(Number(accounts))));
if (mode === 'warm') console.log(JSON.stringify(warm(Number(accounts), Number(runs))));
