import type { Band, Config, Curve, Override } from '../../domain/config/config';
import type { CellChange } from '../../domain/tuning-views';

/** What somebody changed and has not saved: by metric id, or by `segment|metric` where it counts for one segment. */
export interface Draft {
  readonly dimensions: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly curves: Readonly<Record<string, Curve>>;
  /** By `band|segment`. */
  readonly bounds: Readonly<Record<string, number>>;
}

export const UNCHANGED: Draft = { dimensions: {}, weights: {}, curves: {}, bounds: {} };

/** Where a change of a metric is kept: under its id, or with the segment before it. */
export function placeOf(segment: string, metric: string): string {
  return segment === '' ? metric : `${segment}|${metric}`;
}

/** The configuration with the draft in it; what the configuration has no place for any more is left out. */
export function drafted(config: Config, draft: Draft): Config {
  return {
    ...config,
    dimensions: config.dimensions.map((one) => ({ ...one, weight: draft.dimensions[one.id] ?? one.weight })),
    metrics: config.metrics.map((one) => ({
      ...one,
      weight: draft.weights[one.id] ?? one.weight,
      curve: draft.curves[one.id] ?? one.curve,
    })),
    overrides: overridden(config, draft),
    bands: config.bands.map((one) => ({
      ...one,
      lowerBound: draft.bounds[boundPlace(one.band, one.segment)] ?? one.lowerBound,
    })),
  };
}

export function boundPlace(band: Band, segment: string): string {
  return `${band}|${segment}`;
}

/** An override of the draft goes behind those that stand: the later one counts. */
function overridden({ overrides, segments, metrics }: Config, { weights, curves }: Draft): readonly Override[] {
  const added: Override[] = [];
  for (const segment of segments) {
    for (const metric of metrics) {
      const place = placeOf(segment.id, metric.id);
      const [weight, curve] = [weights[place] ?? null, curves[place] ?? null];
      if (weight !== null || curve !== null) {
        added.push({ segment: segment.id, metric: metric.id, weight, curve, enabled: null });
      }
    }
  }
  return added.length > 0 ? [...overrides, ...added] : overrides;
}

/** The draft as cells of the configuration tabs: those that say something else than the configuration does. */
export function cellChanges(config: Config, draft: Draft): readonly CellChange[] {
  const changes: CellChange[] = [];
  const tell = (tab: string, key: string, header: string, value: string | number): void => {
    changes.push({ tab, key, header, value });
  };
  for (const { id, weight } of config.dimensions) {
    const changed = draft.dimensions[id];
    if (changed !== undefined && changed !== weight) tell('Dimensions', id, 'Weight', changed);
  }
  for (const segment of ['', ...config.segments.map(({ id }) => id)]) {
    for (const metric of config.metrics) {
      const place = placeOf(segment, metric.id);
      const tab = segment === '' ? 'Metrics' : 'Overrides';
      const weight = draft.weights[place];
      const curve = draft.curves[place];
      const standing = standingRule(config, segment, metric.id);
      if (weight !== undefined && weight !== standing?.weight) tell(tab, place, 'Weight', weight);
      if (curve && formatCurve(curve) !== formatCurve(standing?.curve ?? []))
        tell(tab, place, 'Points', formatCurve(curve));
    }
  }
  for (const { band, segment, lowerBound } of config.bands) {
    const place = boundPlace(band, segment);
    const changed = draft.bounds[place];
    if (changed !== undefined && changed !== lowerBound) tell('Bands', place, 'Lower Bound', changed);
  }
  return changes;
}

/** Weight and curve of a metric for all segments (''), or as one segment has them. */
export function standingRule(
  config: Config,
  segment: string,
  metricId: string,
): { readonly weight: number; readonly curve: Curve } | null {
  const metric = config.metrics.find(({ id }) => id === metricId);
  if (!metric) return null;
  let { weight, curve } = metric;
  for (const one of config.overrides) {
    if (segment === '' || one.segment !== segment || one.metric !== metricId) continue;
    weight = one.weight ?? weight;
    curve = one.curve ?? curve;
  }
  return { weight, curve };
}

/** `0=0; 5=50; 20=100`, as the Points column of the Metrics tab has it. */
function formatCurve(curve: Curve): string {
  return curve.map(({ reading, points }) => `${reading}=${points}`).join('; ');
}
