import { readFileSync, writeFileSync } from 'node:fs';
import type { Cell, Row } from '../../../src/domain/cell';
import type { Config, Curve, MissingPolicy } from '../../../src/domain/config/config';
import { parseCurve } from '../../../src/domain/config/curve';
import { parseContext } from '../../../src/domain/parse/context';
import { compileScoring } from '../../../src/scoring/compile';
import { lastScores } from '../../../src/scoring/last-scores';
import { outputHeader, scoreRows, type UnreadCell } from '../../../src/scoring/rows';
import { configOf, type Definition } from '../kernel/portfolio';
import { faultOf } from './faults';

/** The input as `scripts/bench/file.ts` describes it. */
interface InputFile {
  readonly dimensions: Definition['dimensions'];
  readonly metrics: readonly {
    readonly id: string;
    readonly dimension: string;
    readonly weight: number;
    readonly missing: MissingPolicy;
    readonly points: string;
  }[];
  readonly segments: readonly string[];
  readonly overrides?: readonly {
    readonly segment: string;
    readonly metric: string;
    readonly weight?: number | null;
    readonly points?: string | null;
    readonly enabled?: boolean | null;
  }[];
  readonly bands: Config['bands'];
  readonly minimumCoveragePercent?: number;
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
  readonly last?: { readonly account_id: readonly Cell[]; readonly score: readonly Cell[] };
}

/** How long the scoring took, reading and writing the files not counted. */
export interface FileTimes {
  readonly accounts: number;
  readonly metrics: number;
  /** The first call in the process, configuration compiled and snapshot joined. */
  readonly firstMs: number;
  readonly bestMs: number;
  readonly turns: number;
  readonly unread: number;
}

/** Timed turns after the first, whose output is dropped chunk by chunk. */
const TURNS = 9;

function curveOf(owner: string, text: string): Curve {
  const parsed = parseCurve(String(text));
  if (!parsed.ok) throw new Error(`points of ${owner}: ${parsed.why.en}`);
  return parsed.curve;
}

function definitionOf(file: InputFile): Definition {
  return {
    dimensions: file.dimensions,
    metrics: file.metrics.map(({ points, ...metric }) => ({ ...metric, curve: curveOf(metric.id, points) })),
    segments: file.segments,
    overrides: (file.overrides ?? []).map(({ segment, metric, weight, points, enabled }) => ({
      segment,
      metric,
      weight: weight ?? null,
      curve: points ? curveOf(`${metric} in ${segment}`, points) : null,
      enabled: enabled ?? null,
    })),
    bands: file.bands,
    minimumCoveragePercent: file.minimumCoveragePercent ?? 0,
  };
}

function rowsOf(columns: InputFile['columns']): { header: string[]; rows: Row[] } {
  const header = Object.keys(columns);
  const count = columns.account_id?.length ?? 0;
  const rows = Array.from({ length: count }, (_, row) => header.map((name) => columns[name]?.[row] ?? null));
  return { header, rows };
}

function main(input: string, output: string): FileTimes {
  const read: unknown = JSON.parse(readFileSync(input, 'utf8'));
  const fault = faultOf(read);
  if (fault !== null) throw new Error(fault);
  const file = read as InputFile;
  const config = configOf(definitionOf(file));
  const table = { ...rowsOf(file.columns), context: parseContext('UTC', 'en') };
  const snapshot = (file.last?.account_id ?? []).map((id, row): Row => [id, file.last?.score[row] ?? null]);
  const turn = (emit: (chunk: Cell[][]) => void): { ms: number; unread: UnreadCell[] } => {
    const start = performance.now();
    const unread = scoreRows(compileScoring(config), table, lastScores(snapshot), emit);
    return { ms: performance.now() - start, unread };
  };
  const first = turn(() => undefined);
  let best = first.ms;
  for (let t = 0; t < TURNS; t++) best = Math.min(best, turn(() => undefined).ms);

  const rows: Cell[][] = [];
  turn((chunk) => rows.push(...chunk));
  const times: FileTimes = {
    accounts: table.rows.length,
    metrics: config.metrics.length,
    firstMs: first.ms,
    bestMs: best,
    turns: TURNS + 1,
    unread: first.unread.length,
  };
  const header = outputHeader(compileScoring(config));
  writeFileSync(output, JSON.stringify({ header, rows, unread: first.unread, times }));
  return times;
}

try {
  console.log(JSON.stringify(main(process.argv[2] as string, process.argv[3] as string)));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
