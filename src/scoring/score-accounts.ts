import type { Cell } from '../domain/cell';
import type { Day } from '../domain/day';
import { foldColumn } from '../domain/expression/plain-text';
import { BAND_ORDER, bandIndex } from './bands';
import { type CompiledScoring, columnsOf } from './compile';
import { scoreReadings, workspace } from './kernel';
import { type ColumnReader, firstStage, lowestCap } from './labels';
import { orNull } from './or-null';

/** Readings of a day, as the metrics give them: `values` and `days` are account-major over `metrics`. */
export interface DayReadings {
  readonly metrics: readonly { readonly id: string }[];
  readonly accountIds: readonly string[];
  /** NaN where a reading is missing; a carried one is there. */
  readonly values: Float64Array;
  /** Day of the newest data behind a reading. */
  readonly days: Int32Array;
}

/** Everything the score of a day is made from. */
export interface ScoringInput {
  readonly readings: DayReadings;
  /** By account: index into the configuration's segments. */
  readonly segments: Int32Array;
  /** Finds an attribute of the accounts as of the day, by the name an expression uses. */
  readonly attribute: ColumnReader;
  readonly asOf: Day;
}

/** The scores of all accounts, one array per thing said; `accountScore` explains one account. */
export interface ScoredAccounts {
  readonly scoring: CompiledScoring;
  readonly input: ScoringInput;
  /** By metric of `scoring`: its column in the input's readings, beyond all of them where nobody read it. */
  readonly columns: Int32Array;
  /** After caps; NaN where an account is Grey. */
  readonly scores: Float64Array;
  readonly uncapped: Float64Array;
  /** 0..1. */
  readonly coverage: Float64Array;
  /** Indexes into `BAND_ORDER`. */
  readonly bands: Uint8Array;
  /** Index of the applicable cap that allows least, -1 where none applies. */
  readonly caps: Int32Array;
  /** Index of the first stage whose rule holds, -1 where none does. */
  readonly stages: Int32Array;
}

/**
 * Scores every account of a day. Conditions of caps see readings by metric id and the account's attributes; rules of
 * stages also `score`, `band` and `coverage_percent`.
 */
export function scoreAccounts(scoring: CompiledScoring, input: ScoringInput): ScoredAccounts {
  const count = input.readings.accountIds.length;
  const { config } = scoring;
  const { metrics, values } = input.readings;
  const columns = columnsOf(scoring, (id) => metrics.findIndex((metric) => metric.id === id));
  const scored: ScoredAccounts = {
    scoring,
    input,
    columns,
    scores: new Float64Array(count),
    uncapped: new Float64Array(count),
    coverage: new Float64Array(count),
    bands: new Uint8Array(count),
    caps: new Int32Array(count),
    stages: new Int32Array(count),
  };
  const work = workspace(scoring);
  const capOf = lowestCap(config.caps, readingsFirst(input));
  const stageOf = firstStage(config.stages, scoresFirst(scored));
  for (let account = 0; account < count; account++) {
    const segment = input.segments[account] as number;
    const uncapped = scoreReadings(scoring, values, account * metrics.length, columns, segment, work);
    const cap = capOf(account);
    const score = Math.min(uncapped, config.caps[cap]?.highestScore ?? uncapped);
    scored.uncapped[account] = uncapped;
    scored.scores[account] = score;
    scored.coverage[account] = work.coverage;
    scored.bands[account] = bandIndex(score, scoring.bounds[segment] as Float64Array);
    scored.caps[account] = cap;
    scored.stages[account] = stageOf(account);
  }
  return scored;
}

/** What a cap's condition sees: readings by metric id, then attributes. */
function readingsFirst({ readings, attribute }: ScoringInput): ColumnReader {
  const width = readings.metrics.length;
  const places = new Map(readings.metrics.map((metric, column) => [foldColumn(metric.id), column]));
  return (column) => {
    const place = places.get(foldColumn(column));
    return place === undefined ? attribute(column) : (account) => orNull(readings.values[account * width + place]);
  };
}

/** What a stage's rule sees: the score's own columns, then what a cap sees. */
function scoresFirst({ input, scores, bands, coverage }: ScoredAccounts): ColumnReader {
  const others = readingsFirst(input);
  return (column) => {
    const name = foldColumn(column);
    if (name === 'score') return (account) => orNull(scores[account]);
    if (name === 'band') return (account) => BAND_ORDER[bands[account] as number] as Cell;
    return name === 'coverage_percent' ? (account) => (coverage[account] as number) * 100 : others(column);
  };
}
