import { nineDecimals } from './bands';
import { type CompiledScoring, MISSING, PIECE, PIECES, WEIGHT } from './compile';

/** What the kernel says about the account it scored last; one workspace serves account after account. */
export interface Workspace {
  /** By metric: points 0..100, NaN where the metric was left out. */
  readonly points: Float64Array;
  /** By metric: configured weight times points, 0 where the metric was left out; times its dimension's share, points earned. */
  readonly weighted: Float64Array;
  /** By dimension: its score 0..100, NaN where nothing in it was present. */
  readonly dimensionScores: Float64Array;
  /** By dimension: what one unit of its metrics' weight is of the whole score, also of one that is Grey for want of
   * coverage; 0 where nothing was present. */
  readonly shares: Float64Array;
  /** Share of the configured weight for which there was a reading, 0..1. */
  coverage: number;
}

/** Room for one account under this configuration. */
export function workspace(scoring: CompiledScoring): Workspace {
  return {
    points: new Float64Array(scoring.metrics.length),
    weighted: new Float64Array(scoring.metrics.length),
    dimensionScores: new Float64Array(scoring.dimensions.length),
    shares: new Float64Array(scoring.dimensions.length),
    coverage: 0,
  };
}

/**
 * Scores one account: `readings[at ..]` are its readings in the order of `scoring.metrics`, NaN where one is missing.
 * Returns the score 0..100 before caps, NaN where the account is Grey; fills `work`.
 */
export function scoreReadings(
  scoring: CompiledScoring,
  readings: Float64Array,
  at: number,
  segment: number,
  work: Workspace,
): number {
  const { blocks, stride, reach, ends, dimensionWeights, configured } = scoring;
  const { points, weighted, dimensionScores, shares } = work;
  let block = segment * points.length * stride;
  let metric = 0;
  let score = 0;
  let scoreWeight = 0;
  let seenWeight = 0;
  let allWeight = 0;

  for (let d = 0; d < ends.length; d++) {
    const end = ends[d] as number;
    let sum = 0;
    let weight = 0;
    let seen = 0;
    for (; metric < end; metric++, block += stride) {
      const reading = readings[at + metric] as number;
      const metricWeight = blocks[block + WEIGHT] as number;
      let earns = blocks[block + MISSING] as number;
      if (reading - reading === 0) {
        // Comparisons are added, not branched on: a processor cannot guess where the next reading lies.
        let piece = block + PIECES;
        for (let step = reach; step > 4 * PIECE; step >>= 1)
          piece += step * Number(reading >= (blocks[piece + step] as number));
        piece += 4 * PIECE * Number(reading >= (blocks[piece + 4 * PIECE] as number));
        piece += 2 * PIECE * Number(reading >= (blocks[piece + 2 * PIECE] as number));
        piece += PIECE * Number(reading >= (blocks[piece + PIECE] as number));
        earns = (blocks[piece + 1] as number) + (reading - (blocks[piece] as number)) * (blocks[piece + 2] as number);
        seen += metricWeight;
      }
      points[metric] = earns;
      let product = 0;
      if (!Number.isNaN(earns)) {
        product = metricWeight * earns;
        sum += product;
        weight += metricWeight;
      }
      weighted[metric] = product;
    }
    const dimensionWeight = dimensionWeights[d] as number;
    const present = weight > 0;
    dimensionScores[d] = present ? sum / weight : Number.NaN;
    shares[d] = present ? dimensionWeight / weight : 0;
    if (present) {
      score += dimensionWeight * (sum / weight);
      scoreWeight += dimensionWeight;
    }
    const all = configured[segment * ends.length + d] as number;
    if (all > 0) {
      seenWeight += dimensionWeight * (seen / all);
      allWeight += dimensionWeight;
    }
  }

  work.coverage = allWeight > 0 ? seenWeight / allWeight : 0;
  if (!(scoreWeight > 0)) return Number.NaN;
  for (let d = 0; d < ends.length; d++) shares[d] = (shares[d] as number) / scoreWeight;
  return nineDecimals(work.coverage * 100) < scoring.minimumCoverage ? Number.NaN : Math.min(score / scoreWeight, 100);
}

/** What share of the score the metric's points carry in the account scored last, 0..1; 0 where it was left out. */
export function effectiveWeight(scoring: CompiledScoring, segment: number, metric: number, work: Workspace): number {
  if (Number.isNaN(work.points[metric] as number)) return 0;
  const weight = scoring.blocks[(segment * work.points.length + metric) * scoring.stride + WEIGHT] as number;
  return weight * (work.shares[scoring.dimensionOf[metric] as number] as number);
}
