import type { Dimension, Metric, Override, Segment } from '../../domain/config/config';
import { says } from './messages';
import { type Section, textOf } from './section';

/** What the weights are checked over; only rows without a fault. */
interface Weighed {
  readonly dimensions: readonly Dimension[];
  readonly metrics: readonly Metric[];
  readonly segments: readonly Segment[];
  readonly overrides: readonly Override[];
}

/** Every account must be scored by something: in all segments, and in each one with its overrides. */
export function checkWeights(
  sections: Readonly<Record<'dimensions' | 'metrics' | 'overrides', Section>>,
  weighed: Weighed,
): void {
  const { dimensions, metrics, segments, overrides } = weighed;
  const enabled = metrics.filter((metric) => metric.enabled);
  const switched = overrides.some((override) => override.enabled === true);
  if (!sections.dimensions.headerOk || !sections.metrics.headerOk || sections.metrics.records.length === 0) return;
  if (enabled.length === 0 && !switched && !hasErrors(sections.metrics)) {
    // At the header, since a fault of a disabled row counts for less.
    sections.metrics.faultOfTab('Enabled', 'metric.none', says.noneEnabled());
    return;
  }
  for (const dimension of dimensions) {
    if (dimension.weight === 0) continue;
    const own = enabled.filter((metric) => metric.dimension === dimension.id);
    const row = sections.dimensions.records.find((record) => textOf(record, 'Dimension') === dimension.id);
    if (own.length === 0) {
      if (row && !hasErrors(sections.metrics)) {
        sections.dimensions.fault(row, 'Weight', 'dimension.empty', says.dimensionEmpty(dimension.id), 'warning');
      }
    } else if (own.every((metric) => metric.weight === 0)) {
      const at = sections.metrics.records.find((record) => textOf(record, 'Metric ID') === own[0]?.id);
      if (at) sections.metrics.fault(at, 'Weight', 'weight.zero', says.metricWeights(dimension.id, ''));
    }
  }
  for (const segment of segments) checkSegment(sections.overrides, weighed, segment);
}

/** A segment whose overrides leave no metric that counts. */
function checkSegment(section: Section, { dimensions, metrics, overrides }: Weighed, segment: Segment): void {
  const own = new Map(overrides.filter((one) => one.segment === segment.id).map((one) => [one.metric, one]));
  if (own.size === 0) return;
  const counts = (metric: Metric, override: Override | undefined): boolean => {
    const dimension = dimensions.find(({ id }) => id === metric.dimension);
    const enabled = override?.enabled ?? metric.enabled;
    return enabled && (override?.weight ?? metric.weight) > 0 && (dimension?.weight ?? 0) > 0;
  };
  // What is wrong without the overrides is told where it is wrong.
  const before = metrics.some((metric) => counts(metric, undefined));
  const last = section.records.filter((record) => textOf(record, 'Segment') === segment.id).pop();
  if (before && last && !metrics.some((metric) => counts(metric, own.get(metric.id)))) {
    section.fault(last, 'Metric ID', 'segment.scoreless', says.segmentScoreless(segment.id));
  }
}

function hasErrors(section: Section): boolean {
  return section.problems.some(({ severity }) => severity === 'error');
}
