import type { Cell } from '../domain/cell';
import type { Metric } from '../domain/config/config';
import { nineDecimals } from './bands';
import { type CompiledScoring, MISSING_POINTS, MISSING_WEIGHT, missingPoints, WEIGHT } from './compile';

/** What the kernel says about the account it scored last; one workspace serves account after account. */
export interface Workspace {
  /** By metric: weight times points, 0 where the metric was left out; times its dimension's share, points earned. */
  readonly weighted: Float64Array;
  /** By dimension: its score 0..100, NaN where nothing in it was present. */
  readonly dimensionScores: Float64Array;
  /** By dimension: what one unit of its metrics' weight is of the whole score, also of one that is Grey for want of
   * coverage; 0 where nothing was present. */
  readonly shares: Float64Array;
  /** By dimension: weighted points added up, their weights, and what of these stands for missing readings. */
  readonly sums: Float64Array;
  readonly weights: Float64Array;
  readonly missed: Float64Array;
  /** Share of the configured weight for which there was a reading, 0..1. */
  coverage: number;
  /** Whether a cell was neither a number nor empty; it was taken for a missing reading. */
  unread: boolean;
}

/** Room for one account under this configuration. */
export function workspace(scoring: CompiledScoring): Workspace {
  return {
    weighted: new Float64Array(scoring.metrics.length),
    dimensionScores: new Float64Array(scoring.dimensions.length),
    shares: new Float64Array(scoring.dimensions.length),
    sums: new Float64Array(scoring.dimensions.length),
    weights: new Float64Array(scoring.dimensions.length),
    missed: new Float64Array(scoring.dimensions.length),
    coverage: 0,
    unread: false,
  };
}

/**
 * Scores one account: cell `at + columns[m]` is its reading of metric m; a cell that is no finite number, or is not
 * there, is a missing one. Rows of a sheet come with `at` 0, the readings of all accounts in one array with the
 * account's beginning. Returns the score 0..100 before caps, NaN where the account is Grey; fills `work`.
 */
export function scoreReadings(
  scoring: CompiledScoring,
  cells: ArrayLike<Cell>,
  at: number,
  columns: Int32Array,
  segment: number,
  work: Workspace,
): number {
  work.unread = addUp(scoring, cells, at, columns, segment, work);
  const { dimensionWeights, configured } = scoring;
  const { sums, weights, missed, dimensionScores, shares } = work;
  const dimensions = sums.length;
  let score = 0;
  let scoreWeight = 0;
  let seenWeight = 0;
  let allWeight = 0;

  for (let d = 0; d < dimensions; d++) {
    const dimensionWeight = dimensionWeights[d] as number;
    const weight = weights[d] as number;
    const dimensionScore = (sums[d] as number) / weight;
    dimensionScores[d] = dimensionScore;
    shares[d] = 0;
    if (weight > 0) {
      shares[d] = dimensionWeight / weight;
      score += dimensionWeight * dimensionScore;
      scoreWeight += dimensionWeight;
    }
    const all = configured[segment * dimensions + d] as number;
    if (all > 0) {
      seenWeight += dimensionWeight * ((weight - (missed[d] as number)) / all);
      allWeight += dimensionWeight;
    }
  }

  work.coverage = allWeight > 0 ? seenWeight / allWeight : 0;
  if (!(scoreWeight > 0)) return Number.NaN;
  for (let d = 0; d < dimensions; d++) shares[d] = (shares[d] as number) / scoreWeight;
  return nineDecimals(work.coverage * 100) < scoring.minimumCoverage ? Number.NaN : Math.min(score / scoreWeight, 100);
}

/**
 * Adds up weighted points and weights by dimension; returns whether a cell was neither a number nor empty. A function of
 * its own, since an engine compiles a short one sooner: most of a first call is time in which it is not compiled yet.
 */
function addUp(
  { blocks, stride, pieces, ends }: CompiledScoring,
  cells: ArrayLike<Cell>,
  at: number,
  columns: Int32Array,
  segment: number,
  { weighted, sums, weights, missed }: Workspace,
): boolean {
  const slopes = 2 * pieces;
  const rest = 3 * pieces;
  let block = segment * weighted.length * stride;
  let metric = 0;
  let unread = false;
  for (let d = 0; d < ends.length; d++) {
    const end = ends[d] as number;
    let sum = 0;
    let weight = 0;
    let missing = 0;
    for (; metric < end; metric++, block += stride) {
      const reading = cells[at + (columns[metric] as number)];
      let counts: number;
      let points: number;
      if (typeof reading === 'number' && reading - reading === 0) {
        // Comparisons are multiplied, not branched on: a processor cannot guess where the next reading lies.
        let piece = block;
        for (let step = pieces >> 1; step > 4; step >>= 1)
          piece += step * +(reading >= (blocks[piece + step] as number));
        piece += 4 * +(reading >= (blocks[piece + 4] as number));
        piece += 2 * +(reading >= (blocks[piece + 2] as number));
        piece += +(reading >= (blocks[piece + 1] as number));
        const past = reading - (blocks[piece] as number);
        points = (blocks[piece + pieces] as number) + past * (blocks[piece + slopes] as number);
        counts = blocks[block + rest + WEIGHT] as number;
      } else {
        counts = blocks[block + rest + MISSING_WEIGHT] as number;
        points = blocks[block + rest + MISSING_POINTS] as number;
        missing += counts;
        if (reading !== '' && reading !== null && reading !== undefined) unread = true;
      }
      const product = counts * points;
      weighted[metric] = product;
      sum += product;
      weight += counts;
    }
    sums[d] = sum;
    weights[d] = weight;
    missed[d] = missing;
  }
  return unread;
}

/** What a metric does in the account scored last: its points, null where it was left out, and their share of the score. */
export function partOf(
  scoring: CompiledScoring,
  segment: number,
  metric: number,
  reading: number | null,
  work: Workspace,
): { readonly points: number | null; readonly weight: number } {
  const { blocks, stride, pieces, metrics, dimensionOf } = scoring;
  const block = (segment * metrics.length + metric) * stride;
  let points = missingPoints(metrics[metric] as Metric);
  if (reading !== null) {
    let piece = block;
    for (let left = pieces - 1; left > 0 && reading >= (blocks[piece + 1] as number); left--) piece++;
    const slope = blocks[piece + 2 * pieces] as number;
    points = (blocks[piece + pieces] as number) + (reading - (blocks[piece] as number)) * slope;
  }
  const share = work.shares[dimensionOf[metric] as number] as number;
  return { points, weight: points === null ? 0 : (blocks[block + 3 * pieces + WEIGHT] as number) * share };
}
