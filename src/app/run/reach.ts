import type { Config, Metric } from '../../domain/config/config';
import type { DatasetName } from '../../domain/datasets';
import type { Day } from '../../domain/day';
import { foldColumn } from '../../domain/expression/plain-text';
import { columnsRead } from '../../metrics/field';
import { metricsInForce } from '../../metrics/read-metrics';

/** Columns that tell one series of usage from another. */
const OF_SERIES = ['measure', 'user_id', 'account_id'];

/**
 * The first day of each dataset that is read when the days given are scored, each under its configuration: as far as the
 * windows of the metrics in force, and of what they are compared with, look back.
 */
export function reachOf(scored: readonly { readonly config: Config; readonly day: Day }[]): (name: DatasetName) => Day {
  const first = new Map<string, Day>();
  for (const { config, day } of scored) {
    for (const metric of metricsInForce(config)) {
      const from = day - daysBack(metric, config.settings.baselineDays) + 1;
      first.set(metric.dataset, Math.min(first.get(metric.dataset) ?? day, from));
    }
  }
  return (name) => first.get(name) ?? Number.POSITIVE_INFINITY;
}

/** Days a metric looks back, its day included; infinite where all history counts. */
function daysBack(metric: Metric, baselineDays: number): number {
  const { windowDays, compare, missing, missingDays } = metric;
  const carried = missing === 'carry' ? missingDays : 0;
  if (windowDays === null) return isOfNewest(metric) ? 1 + carried : Number.POSITIVE_INFINITY;
  const before =
    compare === 'own_previous'
      ? 1
      : compare === 'own_baseline'
        ? Math.max(1, Math.floor(baselineDays / windowDays))
        : 0;
  return windowDays * (1 + before) + carried;
}

/** Whether the newest row of each series of usage that is not 0 decides: facts hold that however short they are cut. */
function isOfNewest({ dataset, aggregate, field, filter }: Metric): boolean {
  return (
    dataset === 'usage' &&
    aggregate === 'days_since_last' &&
    /^\s*[\p{L}\p{N}_]*\s*$/u.test(field) &&
    columnsRead(filter).every((name) => OF_SERIES.includes(foldColumn(name)))
  );
}
