import type { Cell } from '../../../src/domain/cell';
import { parseContext } from '../../../src/domain/parse/context';
import { columnsOf, compileScoring } from '../../../src/scoring/compile';
import { scoreReadings, workspace } from '../../../src/scoring/kernel';
import { lastScores } from '../../../src/scoring/last-scores';
import { scoreRows } from '../../../src/scoring/rows';
import { scoreAccounts } from '../../../src/scoring/score-accounts';
import { scoreNaively } from './naive';
import { configOf, type Portfolio, usualDefinition, usualPortfolio } from './portfolio';

/** Milliseconds of one portfolio, the least of several turns each; the ways compared take turns in one process. */
export interface StreamTimes {
  /** Rows in, finished rows out, in chunks that are dropped; the last snapshot in the same order. */
  readonly streamed: number;
  readonly naive: number;
  /** Largest difference between a score of the kernel and of the naive way. */
  readonly apart: number;
}

export interface KeepTimes {
  /** Rows in, finished rows out, all of them kept. */
  readonly kept: number;
  /** Merely building the same rows from their values, all kept. */
  readonly built: number;
}

export interface ReadingTimes {
  /** Readings in a Float64Array, scores only. */
  readonly whatIf: number;
  /** The same through `scoreAccounts`, as every run of the product calls it. */
  readonly product: number;
}

export interface ShuffledTimes {
  /** Streamed with the snapshot in another order, so that it is joined by an index. */
  readonly shuffled: number;
}

/** Milliseconds of the first call in a process, configuration compiled and all. */
export interface ColdTime {
  readonly streamed: number;
}

const DEFINITION = usualDefinition();
const CONFIG = configOf(DEFINITION);
const CONTEXT = parseContext('UTC', 'en');

function stream(portfolio: Portfolio, emit: (chunk: Cell[][]) => void): void {
  const scoring = compileScoring(CONFIG);
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

/** Rows built at once to warm that way up, dropped while they are young. */
const FEW = 1000;

const settled = new Int32Array(new SharedArrayBuffer(4));

/** A clean heap, the collector's other threads done: nothing pays for what was left behind. */
function clean(): void {
  globalThis.gc?.();
  Atomics.wait(settled, 0, 0, 20);
}

/** Milliseconds of processor time, in which other work on the machine does not count. */
function busy(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * The least of several turns of each way. Only the young part of the heap is cleaned before a turn, as cleaning all of
 * it throws compiled code away.
 */
function least<Way extends string>(
  turns: number,
  ways: Record<Way, () => unknown>,
  clear: () => void = () => globalThis.gc?.(true),
): Record<Way, number> {
  const best = {} as Record<Way, number>;
  const names = Object.keys(ways) as Way[];
  for (let turn = 0; turn < turns; turn++)
    for (const name of names) {
      clear();
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, busy(ways[name]));
    }
  return best;
}

function cold(accounts: number): ColdTime {
  const portfolio = usualPortfolio(DEFINITION, accounts);
  clean();
  const start = performance.now();
  stream(portfolio, dropping());
  return { streamed: performance.now() - start };
}

function streams(accounts: number, turns: number): StreamTimes {
  const portfolio = usualPortfolio(DEFINITION, accounts);
  const { streamed } = least(turns, { streamed: () => stream(portfolio, dropping()) });
  // The naive way needs no more than a few turns to be warm, and takes most of the time.
  const { naive } = least(Math.min(turns, 4), { naive: () => scoreNaively(DEFINITION, portfolio) });
  return { streamed, naive, apart: difference(portfolio) };
}

function shuffles(accounts: number, turns: number): ShuffledTimes {
  const portfolio = usualPortfolio(DEFINITION, accounts);
  const backwards = { ...portfolio, snapshot: [...portfolio.snapshot].reverse() };
  return least(turns, { shuffled: () => stream(backwards, dropping()) });
}

function keeps(accounts: number, turns: number): KeepTimes {
  const portfolio = usualPortfolio(DEFINITION, accounts);
  const keep = () => {
    const all: Cell[][] = [];
    stream(portfolio, (chunk) => {
      for (const row of chunk) all.push(row);
    });
    return all;
  };
  const finished = keep();
  const values = valuesOf(finished);
  const width = finished[0]?.length ?? 0;
  if (!sameRows(build(values, accounts, width), finished))
    throw new Error('the rows merely built are not the rows kept');
  finished.length = 0;
  // A full collection throws compiled code away: both ways are warm again before either is timed.
  const warm = () => {
    clean();
    stream(portfolio, dropping());
    for (let turn = 0; turn < accounts; turn += FEW) build(values, FEW, width);
    globalThis.gc?.(true);
  };
  return least(turns, { kept: keep, built: () => build(values, accounts, width) }, warm);
}

function readings(accounts: number, turns: number): ReadingTimes {
  const portfolio = usualPortfolio(DEFINITION, accounts);
  const scoring = compileScoring(CONFIG);
  const { values, segments } = arrays(portfolio);
  const { metrics } = DEFINITION;
  const columns = columnsOf(scoring, (id) => metrics.findIndex((metric) => metric.id === id));
  const scores = new Float64Array(accounts);
  const input = {
    readings: {
      metrics,
      accountIds: portfolio.rows.map(([id]) => String(id)),
      values,
      days: new Int32Array(values.length),
    },
    segments,
    attribute: () => () => null,
    asOf: 0,
  };
  return least(turns, {
    whatIf: () => {
      const work = workspace(scoring);
      for (let account = 0; account < accounts; account++)
        scores[account] = scoreReadings(
          scoring,
          values,
          account * metrics.length,
          columns,
          segments[account] as number,
          work,
        );
    },
    product: () => scoreAccounts(compileScoring(CONFIG), input),
  });
}

/** The readings as the metrics give them, NaN for a missing one. */
function arrays({ rows, header }: Portfolio): { values: Float64Array; segments: Int32Array } {
  const { metrics } = DEFINITION;
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

/** Finished rows by column kind: texts as they are, numbers in one array, NaN where a cell is empty. */
interface Values {
  readonly texts: readonly (readonly Cell[])[];
  readonly numbers: Float64Array;
}

const TEXT_COLUMNS = [0, 1, 3];

function valuesOf(rows: readonly Cell[][]): Values {
  const width = rows[0]?.length ?? 0;
  const numbers = new Float64Array(rows.length * width);
  rows.forEach((row, account) => {
    for (let column = 0; column < width; column++)
      numbers[account * width + column] = typeof row[column] === 'number' ? (row[column] as number) : Number.NaN;
  });
  return { texts: TEXT_COLUMNS.map((column) => rows.map((row) => row[column] as Cell)), numbers };
}

/** Builds the rows that those values came from, with nothing left to score. */
function build({ texts, numbers }: Values, accounts: number, width: number): Cell[][] {
  const [ids, segments, bands] = texts as [Cell[], Cell[], Cell[]];
  const rows: Cell[][] = new Array(accounts);
  for (let account = 0; account < accounts; account++) {
    const cells: Cell[] = new Array(width);
    for (let column = 0, at = account * width; column < width; column++, at++) {
      const value = numbers[at] as number;
      cells[column] = Number.isNaN(value) ? null : value;
    }
    cells[0] = ids[account] as Cell;
    cells[1] = segments[account] as Cell;
    cells[3] = bands[account] as Cell;
    rows[account] = cells;
  }
  return rows;
}

function sameRows(some: readonly Cell[][], others: readonly Cell[][]): boolean {
  return some.every((row, account) => row.every((cell, column) => cell === others[account]?.[column]));
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

const MODES: Readonly<Record<string, (accounts: number, turns: number) => object>> = {
  cold,
  streams,
  shuffles,
  keeps,
  readings,
};

const [mode, accounts, turns] = process.argv.slice(2);
console.log(JSON.stringify(MODES[mode ?? '']?.(Number(accounts), Number(turns))));
