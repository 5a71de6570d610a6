import type { Config, Metric } from '../../domain/config/config';
import { metricsInForce, type ReadingRequest, readMetrics } from '../../metrics/read-metrics';
import { NO_DAY, type Readings } from '../../metrics/readings';
import type { ScoredDay } from '../run/portfolio';

/**
 * Reads metrics for the accounts and the day that were scored already, under another configuration. Only what that
 * configuration reads differently is read again: weights, curves, bands and names leave readings as they are.
 */
export function readingsBeside({ config, scored }: ScoredDay): (request: ReadingRequest) => Readings {
  const { readings, segments } = scored.input;
  return (request) => {
    const sameSegments = segments.every((segment, account) => segment === request.segments[account]);
    const was = new Map(config.metrics.map((metric) => [metric.id, readAs(metric, config)]));
    const places = new Map(readings.metrics.map(({ id }, place) => [id, place]));
    const isKnown = (metric: Metric): boolean =>
      places.has(metric.id) &&
      was.get(metric.id) === readAs(metric, request.config) &&
      (metric.compare !== 'peers' || sameSegments);
    const metrics = metricsInForce(request.config);
    if (metrics.length === readings.metrics.length && metrics.every(isKnown)) {
      return { ...readings, metrics, problems: [] };
    }
    const unknown = request.config.metrics.filter((metric) => !isKnown(metric));
    const read = readMetrics({ ...request, config: { ...request.config, metrics: unknown } });
    const values = new Float64Array(metrics.length * request.accountIds.length).fill(Number.NaN);
    const days = new Int32Array(values.length).fill(NO_DAY);
    metrics.forEach((metric, column) => {
      const from = isKnown(metric) ? readings : read;
      const place = from.metrics.findIndex(({ id }) => id === metric.id);
      for (let account = 0; account < request.accountIds.length; account++) {
        values[account * metrics.length + column] = from.values[account * from.metrics.length + place] as number;
        days[account * metrics.length + column] = from.days[account * from.metrics.length + place] as number;
      }
    });
    return { metrics, accountIds: request.accountIds, values, days, problems: read.problems };
  };
}

/** Everything of a metric that its reading depends on, as one text. */
function readAs(metric: Metric, { settings }: Pick<Config, 'settings'>): string {
  const { dataset, aggregate, field, filter, windowDays, compare, missing, missingDays } = metric;
  const carried = missing === 'carry' ? missingDays : null;
  const baseline = compare === 'own_baseline' ? settings.baselineDays : null;
  return JSON.stringify([dataset, aggregate, field, filter, windowDays, compare, carried, baseline]);
}
