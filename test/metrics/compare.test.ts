import fc from 'fast-check';
import { peerRanks } from '../../src/metrics/comparison';
import { readMetrics } from '../../src/metrics/read-metrics';
import { configOf, day, type FlatFacts, factsOf, type MetricRow, metricOf, read, readOne } from './facts';

const ASOF = day('2026-03-31');
const weekly = (compare: MetricRow['compare'], more: Partial<MetricRow> = {}): MetricRow =>
  ({ dataset: 'usage', aggregate: 'sum', field: 'login', windowDays: 7, compare, ...more }) as MetricRow;

/** One value in each week, the latest first. */
function weeks(values: readonly number[], account = 'A'): NonNullable<FlatFacts['usage']> {
  return values.map((value, week) => ({ account, day: ASOF - week * 7 - 3, measure: 'login', user: '', value }));
}

/** Values by days back. */
function rows(measure: string, values: Readonly<Record<number, number>>): NonNullable<FlatFacts['usage']> {
  return Object.entries(values).map(([back, value]) => ({
    account: 'A',
    day: ASOF - Number(back),
    measure,
    user: '',
    value,
  }));
}

describe('own_previous', () => {
  it('is the change in percent against the window before', () => {
    expect(readOne({ usage: weeks([15, 10]) }, weekly('own_previous'), ASOF)).toBe(50);
    expect(readOne({ usage: weeks([5, 10]) }, weekly('own_previous'), ASOF)).toBe(-50);
    expect(readOne({ usage: weeks([0, 10]) }, weekly('own_previous'), ASOF)).toBe(-100);
  });

  it('is no change from 0 to 0 and missing from 0 to more', () => {
    expect(readOne({ usage: weeks([0, 0]) }, weekly('own_previous'), ASOF)).toBe(0);
    expect(readOne({ usage: weeks([3, 0]) }, weekly('own_previous'), ASOF)).toBeNull();
  });

  it('is missing for an account that has just begun', () => {
    expect(readOne({ usage: weeks([3]) }, weekly('own_previous'), ASOF)).toBeNull();
  });

  it('parts the windows at the right day', () => {
    const usage = [0, 6, 7, 13, 14].map((back) => ({
      account: 'A',
      day: ASOF - back,
      measure: 'login',
      user: '',
      value: 10 ** [0, 6, 7, 13, 14].indexOf(back),
    }));
    // 0 and 6 days back: 1 + 10 = 11; 7 and 13 days back: 100 + 1000 = 1100; 11 / 1100 is -99 %.
    expect(readOne({ usage }, weekly('own_previous'), ASOF)).toBeCloseTo(-99, 12);
  });

  it('turns the sign the right way for negative readings', () => {
    const usage = [...weeks([-5]), ...weeks([0, -10]).slice(1)];
    expect(readOne({ usage }, weekly('own_previous'), ASOF)).toBe(50);
  });

  it('does not take what is left of a rise that cancels out for a rise', () => {
    // 2, 1, 1, 2 on four days have the slope 0, against which no change has a percentage; half a login a day does.
    const even = rows('login', { 10: 2, 9: 1, 8: 1, 7: 2 });
    const risen = rows('login', { 2: 1, 1: 2, 0: 3 });
    const slope = weekly('own_previous', { aggregate: 'slope' });
    expect(readOne({ usage: [...even, ...risen] }, slope, ASOF)).toBeNull();
    expect(readOne({ usage: [...rows('login', { 9: 1, 8: 1.5, 7: 2 }), ...risen] }, slope, ASOF)).toBeCloseTo(100, 9);
  });

  it('carries the change of the last day that had a fact', () => {
    // This week's mean is missing; three weeks ago the mean was 30 against 20 the week before.
    const usage = weeks([0, 0, 0, 30, 20]).slice(3);
    const carry = weekly('own_previous', { aggregate: 'mean', missing: 'carry', missingDays: 30 });
    expect(readOne({ usage }, carry, ASOF)).toBe(50);
  });

  it('carries a ratio of the last day that had a divisor', () => {
    // On the newest row, nine days ago, the week had 4 exports and 2 + 6 logins.
    const usage = [...rows('export', { 12: 4 }), ...rows('login', { 12: 2, 9: 6 })];
    const ratio = weekly('none', { aggregate: 'ratio', field: 'export / login', missing: 'carry', missingDays: 10 });
    expect(readOne({ usage }, ratio, ASOF)).toBe(0.5);
    expect(readOne({ usage }, { ...ratio, missingDays: 8 }, ASOF)).toBeNull();
  });
});

describe('own_baseline', () => {
  it('is the change in percent against the median of the windows before', () => {
    // Weeks before: 10, 40, 20, 1000 (median (20 + 40) / 2 = 30); 45 against 30.
    expect(readOne({ usage: weeks([45, 10, 40, 20, 1000]) }, weekly('own_baseline'), ASOF, 28)).toBe(50);
    // Three whole weeks in 27 days: 10, 40, 20 (median 20).
    expect(readOne({ usage: weeks([45, 10, 40, 20, 1000]) }, weekly('own_baseline'), ASOF, 27)).toBe(125);
  });

  it('uses the windows there are, at least one', () => {
    expect(readOne({ usage: weeks([45, 30]) }, weekly('own_baseline'), ASOF, 90)).toBe(50);
    expect(readOne({ usage: weeks([45, 30, 5]) }, weekly('own_baseline'), ASOF, 3)).toBe(50);
    expect(readOne({ usage: weeks([45]) }, weekly('own_baseline'), ASOF, 90)).toBeNull();
  });
});

describe('peers', () => {
  const ids = ['A', 'B', 'C', 'D', 'E'];
  const usage = [10, 20, 20, 40].flatMap((value, at) => weeks([value], ids[at]));

  it('ranks within the segment, ties sharing the middle', () => {
    const all = read({ usage }, [weekly('peers')], ASOF, { accountIds: ids });
    // Four with a reading: (0 + 1/2) / 4, twice (1 + 2/2) / 4, (3 + 1/2) / 4.
    expect(Array.from(all.values)).toEqual([12.5, 50, 50, 87.5, Number.NaN]);
    const parted = read({ usage }, [weekly('peers')], ASOF, { accountIds: ids, segments: [0, 1, 1, 0, 2] });
    // Two in each of the first two segments: 1/4 and 3/4, and a tie at 2/4.
    expect(Array.from(parted.values)).toEqual([25, 50, 50, 75, Number.NaN]);
  });

  it('puts an account without peers in the middle', () => {
    const alone = read({ usage }, [weekly('peers')], ASOF, { accountIds: ids, segments: [0, 1, 2, 3, 4] });
    expect(Array.from(alone.values)).toEqual([50, 50, 50, 50, Number.NaN]);
  });

  it('leaves other metrics as they are', () => {
    const { values } = read({ usage }, [weekly('none'), weekly('peers')], ASOF, { accountIds: ids.slice(0, 2) });
    expect(Array.from(values)).toEqual([10, 25, 20, 75]);
  });

  it('agrees with counting who is lower and who is equal', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.integer({ min: 0, max: 2 }))), (accounts) => {
        const ranks = peerRanks(
          Float64Array.from(accounts, ([v]) => v),
          Int32Array.from(accounts, ([, group]) => group),
        );
        accounts.forEach(([own, group], at) => {
          const peers = accounts.filter(([v, g]) => g === group && !Number.isNaN(v)).map(([v]) => v);
          const lower = peers.filter((v) => v < own).length;
          const equal = peers.filter((v) => v === own).length;
          const expected = ((lower + equal / 2) / peers.length) * 100;
          if (Number.isNaN(own)) expect(ranks[at]).toBeNaN();
          else expect(ranks[at]).toBeCloseTo(expected, 9);
        });
      }),
    );
  });
});

describe('the metrics read', () => {
  it('are those enabled in the tab or by an override, in the order of the tab', () => {
    const metrics = ['a', 'b', 'c', 'd'].map((id) => metricOf({ ...weekly('none'), id, enabled: id === 'b' }));
    const override = { segment: 's', weight: null, curve: null };
    const config = configOf(metrics, 90, [
      { ...override, metric: 'a', enabled: true },
      { ...override, metric: 'b', enabled: false },
      { ...override, metric: 'c', enabled: null },
    ]);
    const request = {
      facts: factsOf({ usage: weeks([3]) }),
      config,
      accountIds: ['A'],
      segments: Int32Array.of(0),
      asOf: ASOF,
    };
    const { metrics: inForce, values } = readMetrics(request);
    expect(inForce.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(Array.from(values)).toEqual([3, 3]);
  });
});
