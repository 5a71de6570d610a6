import type { Config, Curve, Dimension, Metric, Segment } from '../domain/config/config';
import { boundsOf, nineDecimals } from './bands';

/**
 * A block begins with the pieces of the curve: the readings they start at, then the points there, then the points per
 * unit. Behind them stand the metric's weight, and the weight and points it has where the reading is missing; 0 leaves it out.
 */
export const WEIGHT = 0;
export const MISSING_WEIGHT = 1;
export const MISSING_POINTS = 2;

/** Room for curves of seven control points, whose piece three comparisons find; longer ones double it. */
const FEWEST_PIECES = 8;

/** The column of a metric that nobody read: it lies beyond every array, and what is not there is missing. */
const NOWHERE = 1e9;

/**
 * A configuration made ready to score: for each segment and metric one block of numbers with the overrides applied.
 * Frozen by use; holds no account, so that one serves any number of accounts.
 */
export interface CompiledScoring {
  readonly config: Config;
  /** Metrics enabled in at least one segment, grouped by dimension; the order of every per-metric array here. */
  readonly metrics: readonly Metric[];
  /** Dimensions that have a metric. */
  readonly dimensions: readonly Dimension[];
  readonly segments: readonly Segment[];
  /** By dimension: index one past its last metric. */
  readonly ends: Int32Array;
  /** By metric: index of its dimension. */
  readonly dimensionOf: Int32Array;
  readonly dimensionWeights: Float64Array;
  /** By segment and metric: what the segment makes of it. */
  readonly rules: readonly (readonly MetricInSegment[])[];
  /** Segment-major over metrics, `stride` numbers each. */
  readonly blocks: Float64Array;
  readonly stride: number;
  /** Pieces of every curve, a power of two. */
  readonly pieces: number;
  /** Segment-major over dimensions: sum of the configured weights of the dimension's metrics. */
  readonly configured: Float64Array;
  /** By segment and metric: the share of the whole score it carries where every reading is there, 0..1. */
  readonly configuredWeights: readonly Float64Array[];
  /** By segment: lower bounds as `boundsOf` gives them. */
  readonly bounds: readonly Float64Array[];
  /** Share of the configured weight from which an account is scored, in percent as compared. */
  readonly minimumCoverage: number;
}

/** The column of each metric as `scoreReadings` wants it; `columnOf` finds it by id, -1 for none. */
export function columnsOf(scoring: CompiledScoring, columnOf: (id: string) => number): Int32Array {
  return Int32Array.from(scoring.metrics, ({ id }) => {
    const column = columnOf(id);
    return column < 0 ? NOWHERE : column;
  });
}

/** What a segment makes of a metric. */
export interface MetricInSegment {
  readonly enabled: boolean;
  readonly weight: number;
  readonly curve: Curve;
}

/** The metric with the segment's overrides applied; a later override of the same metric goes before an earlier one. */
export function metricIn(config: Config, segment: string, metric: Metric): MetricInSegment {
  let { enabled, weight, curve } = metric;
  for (const override of config.overrides) {
    if (override.segment !== segment || override.metric !== metric.id) continue;
    enabled = override.enabled ?? enabled;
    weight = override.weight ?? weight;
    curve = override.curve ?? curve;
  }
  return { enabled, weight, curve };
}

/** Compiles a parsed configuration, once for any number of accounts. */
export function compileScoring(config: Config): CompiledScoring {
  const { segments } = config;
  const scored = config.metrics.filter((metric) =>
    segments.some((segment) => metricIn(config, segment.id, metric).enabled),
  );
  const dimensions = config.dimensions.filter((dimension) =>
    scored.some((metric) => metric.dimension === dimension.id),
  );
  const groups = dimensions.map((dimension) => scored.filter((metric) => metric.dimension === dimension.id));
  const metrics = groups.reduce((all, group) => all.concat(group), []);
  const rules = segments.map((segment) => metrics.map((metric) => metricIn(config, segment.id, metric)));

  let pieces = FEWEST_PIECES;
  for (const inSegment of rules) for (const { curve } of inSegment) while (pieces < curve.length + 1) pieces *= 2;
  const stride = pieces * 3 + 3;
  const blocks = new Float64Array(segments.length * metrics.length * stride);
  const dimensionWeights = Float64Array.from(dimensions, (dimension) => dimension.weight);
  const configured = new Float64Array(segments.length * dimensions.length);
  const dimensionOf = Int32Array.from(metrics, (metric) => dimensions.findIndex(({ id }) => id === metric.dimension));
  const ends = Int32Array.from(dimensions, (_, d) => dimensionOf.lastIndexOf(d) + 1);
  rules.forEach((inSegment, s) => {
    inSegment.forEach(({ enabled, weight, curve }, m) => {
      const metric = metrics[m] as Metric;
      const at = (s * metrics.length + m) * stride;
      const missing = missingPoints(metric);
      const rest = at + pieces * 3;
      writeCurve(curve, blocks, at, pieces);
      blocks[rest + WEIGHT] = enabled ? weight : 0;
      blocks[rest + MISSING_WEIGHT] = enabled && missing !== null ? weight : 0;
      blocks[rest + MISSING_POINTS] = missing ?? 0;
      const sum = s * dimensions.length + (dimensionOf[m] as number);
      configured[sum] = (configured[sum] as number) + (enabled ? weight : 0);
    });
  });

  return {
    config,
    metrics,
    dimensions,
    segments,
    ends,
    dimensionOf,
    rules,
    dimensionWeights,
    blocks,
    stride,
    pieces,
    configured,
    configuredWeights: rules.map((inSegment, s) =>
      configuredWeights(
        inSegment,
        dimensionOf,
        dimensionWeights,
        configured.subarray(s * dimensions.length, (s + 1) * dimensions.length),
      ),
    ),
    bounds: segments.map((segment) => boundsOf(config.bands, segment.id)),
    minimumCoverage: nineDecimals(config.settings.minimumCoveragePercent),
  };
}

/** What share of the whole score each metric of a segment carries where every reading is there, 0..1. */
function configuredWeights(
  rules: readonly MetricInSegment[],
  dimensionOf: Int32Array,
  dimensionWeights: Float64Array,
  configured: Float64Array,
): Float64Array {
  const all = dimensionWeights.reduce((sum, weight, d) => sum + ((configured[d] as number) > 0 ? weight : 0), 0);
  return Float64Array.from(rules, ({ enabled, weight }, m) => {
    const d = dimensionOf[m] as number;
    if (!enabled || weight === 0 || all === 0) return 0;
    return ((dimensionWeights[d] as number) / all) * (weight / (configured[d] as number));
  });
}

/** Points of a metric without a reading, null to leave it out. A carried reading is present by now, so `carry` does. */
export function missingPoints({ missing }: Metric): number | null {
  if (missing === 'zero') return 0;
  return missing === 'neutral' ? 50 : null;
}

/**
 * Writes a curve as pieces in order of reading, the flat one before the first control point first. Of two points at
 * one reading the later counts from that reading on. Pieces that are left over start at Infinity, where no reading is.
 */
function writeCurve(curve: Curve, blocks: Float64Array, at: number, pieces: number): void {
  for (let piece = 0; piece < pieces; piece++) {
    const from = curve[Math.max(piece - 1, 0)];
    const to = curve[piece];
    blocks[at + piece] = from ? from.reading : Number.POSITIVE_INFINITY;
    blocks[at + pieces + piece] = from ? from.points : 0;
    const run = from && to && piece > 0 ? to.reading - from.reading : 0;
    blocks[at + 2 * pieces + piece] = from && to && run > 0 ? (to.points - from.points) / run : 0;
  }
}
