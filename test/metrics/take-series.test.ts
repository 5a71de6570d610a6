import fc from 'fast-check';
import type { Aggregate } from '../../src/domain/config/config';
import type { UsageRow } from './facts';
import { day, type MetricRow, read } from './facts';

const ASOF = day('2026-03-31');

/** True of every row, but it has to be looked at row by row. */
const EVERY_ROW = 'date <= as_of';

const usageRows = fc
  .uniqueArray(
    fc.record({
      measure: fc.constantFrom('login', 'export'),
      user: fc.constantFrom('', '', 'ann', 'bob'),
      back: fc.integer({ min: -3, max: 70 }),
      value: fc.constantFrom(0, 0, 1, 2.5, 0.1, 7, -4, 1e15, Number.POSITIVE_INFINITY),
    }),
    { selector: ({ measure, user, back }) => `${measure} ${user} ${back}`, maxLength: 40 },
  )
  .map((rows) => rows.map(({ back, ...row }): UsageRow => ({ account: 'A', day: ASOF - back, ...row })));

const metrics: fc.Arbitrary<MetricRow> = fc
  .record({
    aggregate: fc.constantFrom<Aggregate[]>(
      'count',
      'sum',
      'mean',
      'min',
      'max',
      'last',
      'active_days',
      'days_since_last',
      'slope',
      'ratio',
    ),
    windowDays: fc.constantFrom(null, 1, 7, 28),
    compare: fc.constantFrom('none' as const, 'own_previous' as const),
    side: fc.constantFrom('login', 'export', 'value', 'Login'),
    divisor: fc.constantFrom('login', 'export', 'value'),
    missing: fc.constantFrom('exclude' as const, 'carry' as const),
  })
  .map(({ side, divisor, ...row }) => ({
    ...row,
    dataset: 'usage',
    field: row.aggregate === 'ratio' ? `${side} / ${divisor}` : side,
    missingDays: 30,
  }));

describe('a stretch of a series taken at once', () => {
  it('reads to the last bit as its rows do, taken one by one', () => {
    fc.assert(
      fc.property(usageRows, metrics, (usage, metric) => {
        const [whole, single] = [metric, { ...metric, filter: EVERY_ROW }].map((row) => read({ usage }, [row], ASOF));
        expect(whole?.values).toEqual(single?.values);
        expect(whole?.days).toEqual(single?.days);
      }),
      { numRuns: 500 },
    );
  });

  it('is as old as its newest number', () => {
    const usage: UsageRow[] = [
      { account: 'A', day: ASOF - 9, measure: 'login', user: '', value: 3 },
      { account: 'A', day: ASOF - 4, measure: 'login', user: '', value: 0 },
    ];
    const row: MetricRow = { dataset: 'usage', aggregate: 'mean', field: 'login', windowDays: 28 };
    const { values, days } = read({ usage }, [row, { ...row, id: 'l', aggregate: 'last' }], ASOF);
    expect(Array.from(values)).toEqual([1.5, 0]);
    expect(Array.from(days)).toEqual([ASOF - 4, ASOF - 4]);
  });
});
