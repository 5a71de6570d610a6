import type { Config, Metric } from '../domain/config/config';
import type { Day } from '../domain/day';
import type { Facts } from '../domain/facts';
import { finite, median, peerRanks, percentChange } from './comparison';
import { type Limits, limitsOf } from './entitlement';
import { factBase } from './fact-base';
import { says } from './messages';
import { type Plan, planOf } from './plan';
import { type ProblemBook, problemBook } from './problem-book';
import { NO_DAY, type Readings } from './readings';

/** What is read: which metrics, of which accounts, as of which day. */
export interface ReadingRequest {
  readonly facts: Facts;
  readonly config: Pick<Config, 'metrics' | 'overrides' | 'settings'>;
  readonly accountIds: readonly string[];
  /** By account: its segment, within which peers are compared. */
  readonly segments: Int32Array;
  readonly asOf: Day;
}

/**
 * The reading of every metric in force for every account, as of the end of a day: nothing dated later is read. Windows
 * reach Window Days back from that day, itself included. Compare `own_previous` and `own_baseline` are changes in
 * percent against the window before and against the median of the windows of the last Baseline Days before; each of
 * those is read as it stood when it ended. `entitlement` is the share of the limit in percent, `peers` the percentile
 * rank 0..100 among the accounts given. What cannot be read is NaN, and where someone is to mend it, a problem.
 */
export function readMetrics({ facts, config, accountIds, segments, asOf }: ReadingRequest): Readings {
  const metrics = metricsInForce(config);
  const book = problemBook();
  const base = factBase(facts, asOf);
  const plans = metrics.map((metric) => planOf(metric, base, book));
  const readers = plans.map((plan) =>
    plan === null ? null : comparisonOf(plan, config.settings.baselineDays, limitsOf(plan.metric, base, book), book),
  );
  const values = new Float64Array(accountIds.length * metrics.length).fill(Number.NaN);
  const days = new Int32Array(values.length).fill(NO_DAY);
  accountIds.forEach((accountId, account) => {
    readers.forEach((reader, metric) => {
      if (reader === null) return;
      const at = account * metrics.length + metric;
      const reading = readOrCarry(plans[metric] as Plan, reader, accountId, asOf);
      values[at] = reading.value;
      days[at] = reading.day;
    });
  });
  metrics.forEach((metric, column) => {
    if (metric.compare === 'peers') rankColumn(values, column, metrics.length, segments);
  });
  return { metrics, accountIds, values, days, problems: book.problems() };
}

/** Metrics enabled in the Metrics tab, or for a segment by an override. */
export function metricsInForce({ metrics, overrides }: Pick<Config, 'metrics' | 'overrides'>): Metric[] {
  const switchedOn = new Set(overrides.filter(({ enabled }) => enabled === true).map(({ metric }) => metric));
  return metrics.filter(({ id, enabled }) => enabled || switchedOn.has(id));
}

/** A reading with the day its data reach to. */
interface Dated {
  readonly value: number;
  readonly day: Day;
}

type Reader = (accountId: string, end: Day) => Dated;

const MISSING: Dated = { value: Number.NaN, day: NO_DAY };

/** The reading as of the day; where it is missing and may be carried, as of the last day that had a fact for it. */
function readOrCarry(plan: Plan, read: Reader, accountId: string, asOf: Day): Dated {
  plan.enter(accountId);
  const reading = read(accountId, asOf);
  if (!Number.isNaN(reading.value)) return reading;
  if (plan.metric.missing !== 'carry') return MISSING;
  const oldest = asOf - plan.metric.missingDays;
  for (let day = plan.factDay(asOf - 1, oldest); day !== NO_DAY; day = plan.factDay(day - 1, oldest)) {
    const carried = read(accountId, day);
    if (!Number.isNaN(carried.value)) return carried;
  }
  return MISSING;
}

/** The metric's reading of one account against itself or its limit; peers are ranked later, over all accounts. */
function comparisonOf(plan: Plan, baselineDays: number, limits: Limits, book: ProblemBook): Reader {
  const { compare, windowDays, id } = plan.metric;
  const read: Reader = (_, end) => {
    const value = plan.read(end);
    return { value, day: plan.reach(end) };
  };
  if (compare === 'entitlement') {
    return (accountId, end) => {
      const { value, day } = read(accountId, end);
      return { value: finite((value / limits(accountId, end)) * 100), day };
    };
  }
  if (compare !== 'own_previous' && compare !== 'own_baseline') return read;
  if (windowDays === null) {
    book.metric(plan.metric, 'error', 'metric.window', 'Window Days', '', says.window(id, compare));
    return () => MISSING;
  }
  const windows = compare === 'own_previous' ? 1 : Math.max(1, Math.floor(baselineDays / windowDays));
  return (accountId, end) => {
    const { value, day } = read(accountId, end);
    if (Number.isNaN(value)) return MISSING;
    const before = Array.from({ length: windows }, (_, back) => plan.read(end - (back + 1) * windowDays));
    return { value: percentChange(value, median(before)), day };
  };
}

function rankColumn(values: Float64Array, column: number, width: number, segments: Int32Array): void {
  const ofColumn = Float64Array.from(segments, (_, account) => values[account * width + column] as number);
  peerRanks(ofColumn, segments).forEach((rank, account) => {
    values[account * width + column] = rank;
  });
}
