import type { Band, Config, Curve } from '../../src/domain/config/config';

/** What the rules say about one account's score. */
export interface ReferenceScore {
  readonly score: number | null;
  readonly band: Band;
  readonly coverage: number;
  readonly dimensions: ReadonlyMap<string, number | null>;
  /** By metric enabled in the segment. */
  readonly metrics: ReadonlyMap<string, { points: number | null; weight: number; earned: number; lost: number }>;
}

/**
 * The score as the rules define it, one step after the other, slow and plain: the specification of the kernel.
 * `highest` is the lowest cap that applies; readings that are missing are not in `readings`.
 */
export function referenceScore(
  config: Config,
  segmentId: string,
  readings: ReadonlyMap<string, number>,
  highest: number | null,
): ReferenceScore {
  // The metrics of the segment, overrides applied.
  const metrics = config.metrics
    .map((metric) => {
      const own = config.overrides.filter((row) => row.segment === segmentId && row.metric === metric.id);
      const overridden = <T>(values: readonly (T | null)[], otherwise: T): T =>
        values.filter((value) => value !== null).pop() ?? otherwise;
      return {
        id: metric.id,
        dimension: metric.dimension,
        missing: metric.missing,
        enabled: overridden(
          own.map((row) => row.enabled),
          metric.enabled,
        ),
        weight: overridden(
          own.map((row) => row.weight),
          metric.weight,
        ),
        curve: overridden(
          own.map((row) => row.curve),
          metric.curve,
        ),
      };
    })
    .filter((metric) => metric.enabled);

  // 1. Points of each metric; null leaves it out.
  const points = new Map<string, number | null>();
  for (const metric of metrics) {
    const reading = readings.get(metric.id);
    if (reading !== undefined) points.set(metric.id, curveAt(metric.curve, reading));
    else if (metric.missing === 'zero') points.set(metric.id, 0);
    else if (metric.missing === 'neutral') points.set(metric.id, 50);
    else points.set(metric.id, null);
  }

  // 2. Dimension scores over what is present.
  const dimensions = new Map<string, number | null>();
  const presentWeight = new Map<string, number>();
  for (const dimension of config.dimensions) {
    const present = metrics.filter((metric) => metric.dimension === dimension.id && points.get(metric.id) !== null);
    const weight = sum(present.map((metric) => metric.weight));
    presentWeight.set(dimension.id, weight);
    const weighted = sum(present.map((metric) => metric.weight * (points.get(metric.id) as number)));
    dimensions.set(dimension.id, weight > 0 ? weighted / weight : null);
  }

  // 3. The score over the dimensions present, and what each metric is of it.
  const scoredDimensions = config.dimensions.filter((dimension) => dimensions.get(dimension.id) !== null);
  const allWeight = sum(scoredDimensions.map((dimension) => dimension.weight));
  const uncapped =
    allWeight > 0
      ? sum(scoredDimensions.map((dimension) => dimension.weight * (dimensions.get(dimension.id) as number))) /
        allWeight
      : null;

  // 4. Coverage: the share of the configured weight for which there is a reading.
  const configured = config.dimensions.filter(
    (dimension) => sum(metrics.filter((metric) => metric.dimension === dimension.id).map((m) => m.weight)) > 0,
  );
  const configuredWeight = sum(configured.map((dimension) => dimension.weight));
  let coverage = 0;
  for (const dimension of configured) {
    const inside = metrics.filter((metric) => metric.dimension === dimension.id);
    const all = sum(inside.map((metric) => metric.weight));
    for (const metric of inside)
      if (readings.has(metric.id) && configuredWeight > 0)
        coverage += (dimension.weight / configuredWeight) * (metric.weight / all);
  }
  const grey = uncapped === null || to9(coverage * 100) < to9(config.settings.minimumCoveragePercent);

  // 5. The cap, and 6. the band.
  const score = grey ? null : highest === null ? uncapped : Math.min(uncapped, highest);
  const band = score === null ? 'Grey' : bandOf(config, segmentId, score);

  const parts = new Map(
    metrics.map((metric) => {
      const dimensionWeight = config.dimensions.find((dimension) => dimension.id === metric.dimension)?.weight ?? 0;
      const earnedPoints = points.get(metric.id) ?? null;
      const weight =
        grey || earnedPoints === null || metric.weight === 0
          ? 0
          : (dimensionWeight / allWeight) * (metric.weight / (presentWeight.get(metric.dimension) as number));
      const earned = earnedPoints === null ? 0 : weight * earnedPoints;
      const lost = earnedPoints === null ? 0 : weight * (100 - earnedPoints);
      return [metric.id, { points: earnedPoints, weight, earned, lost }];
    }),
  );
  return { score, band, coverage, dimensions, metrics: parts };
}

/** Piecewise linear, flat outside; of two points at one reading the later counts from there on. */
function curveAt(curve: Curve, reading: number): number {
  let before = null;
  let after = null;
  for (const point of curve) {
    if (point.reading <= reading) before = point;
    else if (after === null) after = point;
  }
  if (before === null) return curve[0]?.points as number;
  if (after === null) return before.points;
  const along = (reading - before.reading) / (after.reading - before.reading);
  return before.points + along * (after.points - before.points);
}

function bandOf(config: Config, segmentId: string, score: number): Band {
  for (const band of ['Green', 'Lime', 'Yellow'] as const) {
    const rows = config.bands.filter((row) => row.band === band);
    const row = rows.find((candidate) => candidate.segment === segmentId) ?? rows.find(({ segment }) => segment === '');
    if (row && to9(score) >= to9(row.lowerBound)) return band;
  }
  return 'Red';
}

function to9(value: number): number {
  return Number(value.toFixed(9));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
