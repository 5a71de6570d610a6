import type { Cell } from '../domain/cell';
import type { Aggregate } from '../domain/config/config';
import type { Day } from '../domain/day';
import { finite } from './comparison';
import { NO_DAY } from './readings';

/** What is kept of the rows of a window while they go by. */
export interface Tally {
  /** Whether the filter let any row in. */
  any: boolean;
  /** Rows among them that had a usable value. */
  taken: number;
  /** The newest day of a taken number. */
  newest: Day;
  sum: number;
  min: number;
  max: number;
  /** Sum and number of the values on the newest day. */
  lastSum: number;
  lastCount: number;
  /** Sum of the divisors of a ratio. */
  divisor: number;
  /** Means and centred sums of days and values for the slope (Welford's update, free of cancellation). */
  meanDay: number;
  meanValue: number;
  daySquares: number;
  products: number;
  /** Sum of the sizes that `products` sums. */
  size: number;
  /** Different values or days. */
  readonly different: Set<Cell>;
}

/** A tally of nothing. */
export function newTally(): Tally {
  const tally = { different: new Set() } as Tally;
  clear(tally);
  return tally;
}

/** Forgets every row. */
export function clear(tally: Tally): void {
  tally.any = false;
  tally.taken = 0;
  tally.newest = NO_DAY;
  tally.sum = 0;
  tally.min = Number.POSITIVE_INFINITY;
  tally.max = Number.NEGATIVE_INFINITY;
  tally.lastSum = 0;
  tally.lastCount = 0;
  tally.divisor = 0;
  tally.meanDay = 0;
  tally.meanValue = 0;
  tally.daySquares = 0;
  tally.products = 0;
  tally.size = 0;
  if (tally.different.size > 0) tally.different.clear();
}

/** Takes a row's number. */
export function addNumber(tally: Tally, day: Day, value: number): void {
  tally.taken += 1;
  tally.sum += value;
  tally.min = Math.min(tally.min, value);
  tally.max = Math.max(tally.max, value);
  if (day > tally.newest) {
    tally.newest = day;
    tally.lastSum = 0;
    tally.lastCount = 0;
  }
  if (day === tally.newest) {
    tally.lastSum += value;
    tally.lastCount += 1;
  }
}

/** Takes a row's number for a slope. */
export function addPoint(tally: Tally, day: Day, value: number): void {
  tally.taken += 1;
  tally.newest = Math.max(tally.newest, day);
  const offset = day - tally.meanDay;
  tally.meanDay += offset / tally.taken;
  tally.meanValue += (value - tally.meanValue) / tally.taken;
  tally.daySquares += offset * (day - tally.meanDay);
  const product = offset * (value - tally.meanValue);
  tally.products += product;
  tally.size += Math.abs(product);
}

/** Takes a row that counts as such. */
export function addRow(tally: Tally): void {
  tally.taken += 1;
}

/** The reading of a window that ends with `end`, NaN for a missing one. `nothing` is the reading where no row is. */
export function resultOf(aggregate: Aggregate, tally: Tally, end: Day, nothing: number): number {
  switch (aggregate) {
    case 'count':
      return tally.any ? tally.taken : nothing;
    case 'distinct':
    case 'active_days':
      return tally.any ? tally.different.size : nothing;
    case 'sum':
      if (!tally.any) return nothing;
      return tally.taken > 0 ? finite(tally.sum) : Number.NaN;
    case 'ratio':
      return finite((tally.taken > 0 ? tally.sum : nothing) / tally.divisor);
    default:
      return finite(ofValues(aggregate, tally, end));
  }
}

/** Not finite where no number was taken, and for the slope of a single day. */
function ofValues(aggregate: 'mean' | 'min' | 'max' | 'last' | 'slope' | 'days_since_last', tally: Tally, end: Day) {
  switch (aggregate) {
    case 'mean':
      return tally.sum / tally.taken;
    case 'min':
      return tally.min;
    case 'max':
      return tally.max;
    case 'last':
      return tally.lastSum / tally.lastCount;
    case 'slope':
      return slopeOf(tally);
    case 'days_since_last':
      return end - tally.max;
  }
}

/** What is left of products that cancel out is no slope: against it as a baseline any change would be astronomical. */
function slopeOf({ products, size, daySquares }: Tally): number {
  return (Math.abs(products) < 1e-12 * size ? 0 : products) / daySquares;
}
