import type { Metric } from '../domain/config/config';
import type { Day } from '../domain/day';
import type { Problem } from '../domain/problem';

/** Stands for a day where there is none; before every real day. */
export const NO_DAY: Day = -2147483648;

/** One number per account and metric as of a day. */
export interface Readings {
  /** Metrics in force for at least one segment, in the tab's order. */
  readonly metrics: readonly Metric[];
  readonly accountIds: readonly string[];
  /** Account-major over `metrics`: reading of metric m for account a at `a * metrics.length + m`. NaN is missing. */
  readonly values: Float64Array;
  /** Like `values`: the day up to which the data behind the reading reach; NO_DAY where data have no day. */
  readonly days: Int32Array;
  readonly problems: readonly Problem[];
}
