import type { Aggregate } from '../domain/config/config';
import type { Expression } from '../domain/expression/expression';
import { foldColumn } from '../domain/expression/plain-text';
import type { UsageSeries } from '../domain/facts';
import { isUsageColumn } from './columns';
import type { TakeSeries } from './scan';
import { addNumber, type Tally } from './tally';

/** Keys of the measures that the sides of a Field are, `value` for that of every row; no divisor but in a ratio. */
export interface MeasuresRead {
  readonly field: string;
  readonly divisor: string | null;
}

/** The value of a row, whatever its measure. */
const VALUE = 'value';

/** The measures that the sides of a Field are; null where a side is an expression, or a column that is no measure. */
export function measuresRead(field: Expression | null, divisor: Expression | null): MeasuresRead | null {
  const [a, b] = [measureOf(field), measureOf(divisor)];
  if (a === null) return null;
  if (divisor === null) return { field: a, divisor: null };
  return b === null ? null : { field: a, divisor: b };
}

function measureOf(side: Expression | null): string | null {
  if (side?.op !== 'column') return null;
  const key = foldColumn(side.name);
  return key === VALUE || !isUsageColumn(key) ? key : null;
}

/**
 * Takes a stretch of a series into the tally with the result that its rows, taken one by one, have for the aggregate;
 * most of a run's time went into the single rows. Null for an aggregate that is asked for too seldom to have such a way.
 */
export function seriesTaker(aggregate: Aggregate, { field, divisor }: MeasuresRead, tally: Tally): TakeSeries | null {
  const isOf = (side: string | null, measureKey: string): boolean => side === VALUE || side === measureKey;
  switch (aggregate) {
    case 'count':
    case 'distinct':
    case 'slope':
      return null;
    case 'ratio':
      return (measureKey, series, from, to) => {
        if (isOf(field, measureKey)) addValues(tally, series, from, to);
        if (isOf(divisor, measureKey)) addDivisors(tally, series, from, to);
      };
    default: {
      const add = WAYS[aggregate] ?? addValues;
      return (measureKey, series, from, to) => {
        if (isOf(field, measureKey)) add(tally, series, from, to);
      };
    }
  }
}

type Way = (tally: Tally, series: UsageSeries, from: number, to: number) => void;

/** Where an aggregate takes values in another way than as numbers. */
const WAYS: Partial<Record<Aggregate, Way>> = {
  active_days(tally, { firstDay, values }, from, to) {
    for (let at = from; at <= to; at++) {
      const value = values[at] as number;
      if (Number.isNaN(value)) continue;
      tally.any = true;
      if (value === 0) continue;
      tally.different.add(firstDay + at);
      tally.taken += 1;
    }
  },
  // The newest active day says all.
  days_since_last(tally, { firstDay, values }, from, to) {
    for (let at = to; at >= from; at--) {
      const value = values[at] as number;
      if (value !== 0 && !Number.isNaN(value)) return addNumber(tally, firstDay + at, firstDay + at);
    }
  },
};

function addValues(tally: Tally, { firstDay, values }: UsageSeries, from: number, to: number): void {
  let { sum, min, max, taken } = tally;
  let last = -1;
  for (let at = from; at <= to; at++) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    tally.any = true;
    if (!Number.isFinite(value)) continue;
    taken += 1;
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
    last = at;
  }
  if (last < 0) return;
  tally.taken = taken;
  tally.sum = sum;
  tally.min = min;
  tally.max = max;
  const day = firstDay + last;
  if (day > tally.newest) {
    tally.newest = day;
    tally.lastSum = 0;
    tally.lastCount = 0;
  }
  if (day === tally.newest) {
    tally.lastSum += values[last] as number;
    tally.lastCount += 1;
  }
}

function addDivisors(tally: Tally, { values }: UsageSeries, from: number, to: number): void {
  for (let at = from; at <= to; at++) {
    const value = values[at] as number;
    if (Number.isFinite(value)) tally.divisor += value;
  }
}
