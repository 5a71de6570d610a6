import { day, type FlatFacts, type MetricRow, read, readOne } from './facts';

const ASOF = day('2026-03-31');
const A = { account_id: 'A' };

describe('entitlements', () => {
  const tables: FlatFacts['tables'] = {
    entitlements: [
      { ...A, measure: 'API Call', limit: 1000 },
      { ...A, measure: 'seats', limit: '50' },
      { ...A, measure: 'none', limit: 0 },
      { ...A, measure: null, limit: 7 },
      { ...A, measure: 'a', limit: 7 },
      { account_id: 'B', measure: 'seats', limit: 'unlimited' },
    ],
  };
  const usage = [
    { account: 'A', day: ASOF, measure: 'api_call', user: '', value: 800 },
    { account: 'A', day: ASOF, measure: 'none', user: '', value: 800 },
    { account: 'A', day: ASOF, measure: 'login', user: 'ann', value: 1 },
    { account: 'A', day: ASOF, measure: 'login', user: 'bob', value: 1 },
    { account: 'B', day: ASOF, measure: 'login', user: 'cy', value: 1 },
  ];
  const share = (more: Partial<MetricRow>) =>
    readOne(
      { usage, tables },
      { dataset: 'usage', aggregate: 'sum', windowDays: 30, compare: 'entitlement', ...more },
      ASOF,
    );

  it('shares the limit of the measure that Field or Filter names', () => {
    expect(share({ field: 'api_call' })).toBe(80);
    expect(share({ field: 'value', filter: "measure = 'api_call' and value > 0" })).toBe(80);
  });

  it('shares the limit named like the metric where no measure has one', () => {
    expect(share({ id: 'seats', aggregate: 'distinct', field: 'user_id' })).toBe(4); // 2 of 50
  });

  it('takes the measure that one condition among those that must hold names, and no other', () => {
    expect(share({ field: '[API Call]' })).toBe(80);
    expect(share({ field: 'value', filter: "measure in ('api_call')" })).toBe(80);
    expect(share({ field: 'value', filter: "'x' != 'y' and measure = 'api_call'" })).toBe(80);
    // Nobody names a single measure: the limit named like the metric, 50, for 800 + 2, for all 1602, for 800 + 800.
    expect(share({ id: 'seats', field: 'value', filter: "measure in ('api_call', 'login')" })).toBe(1604);
    expect(share({ id: 'seats', field: 'value', filter: "account_id = 'a'" })).toBe(3204);
    expect(share({ id: 'seats', field: 'value', filter: "measure = 'api_call' or measure = 'none'" })).toBe(3200);
    expect(share({ id: 'seats', field: 'value', filter: "measure != 'api_call' and measure != 'none'" })).toBe(4);
    expect(share({ id: 'seats', field: 'value', filter: 'measure = 5 or value > 0' })).toBe(3204);
    expect(share({ id: 'seats', aggregate: 'count', field: '' })).toBe(6); // three rows
  });

  it('shares the limit that was in force on the day, where another one took its place', () => {
    // 800 of 400 until the day before, 800 of 1000 from then on, whatever the entitlement says now.
    const history = [
      { account: 'A', day: ASOF - 9, column: 'limit API_Call', value: 400 },
      { account: 'A', day: ASOF - 1, column: 'limit API_Call', value: 1000 },
    ];
    const before = usage.map((row) => ({ ...row, day: ASOF - 2 }));
    const on = (asOf: number) =>
      readOne(
        { usage: [...usage, ...before], tables, history },
        { dataset: 'usage', aggregate: 'last', field: 'api_call', compare: 'entitlement' },
        asOf,
      );
    expect([on(ASOF - 2), on(ASOF)]).toEqual([200, 80]);
  });

  it('is missing where entitlements are, or their limits', () => {
    const sum: MetricRow = { dataset: 'usage', aggregate: 'sum', field: 'api_call', compare: 'entitlement' };
    expect(readOne({ usage }, sum, ASOF)).toBeNull();
    expect(readOne({ usage, tables: { entitlements: [{ ...A, measure: 'api_call' }] } }, sum, ASOF)).toBeNull();
    expect(readOne({ usage, tables: { entitlements: [{ ...A, limit: 9 }] } }, sum, ASOF)).toBeNull();
    expect(
      readOne({ usage, tables: { entitlements: [{ ...A, measure: 'api_call', limit: null }] } }, sum, ASOF),
    ).toBeNull();
    expect(
      readOne({ usage, tables: { entitlements: [{ ...A, measure: 'api_call', limit: -9 }] } }, sum, ASOF),
    ).toBeNull();
  });

  it('is missing without a limit above 0', () => {
    expect(share({ field: 'none' })).toBeNull();
    expect(share({ field: 'login' })).toBeNull();
  });

  it('tells of a limit that is no number', () => {
    const seats: MetricRow = {
      id: 'seats',
      dataset: 'usage',
      aggregate: 'distinct',
      field: 'user_id',
      compare: 'entitlement',
    };
    const { values, problems } = read({ usage, tables }, [seats], ASOF, { accountIds: ['B'] });
    expect(values[0]).toBeNaN();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ source: 'Entitlements', place: 'B', column: 'limit', value: 'unlimited' });
  });

  it('can be read themselves', () => {
    expect(readOne({ tables }, { dataset: 'entitlements', aggregate: 'sum', field: 'limit' }, ASOF)).toBe(1064);
    const none: MetricRow = { dataset: 'entitlements', aggregate: 'sum', field: 'limit' };
    expect(read({ tables }, [none], ASOF, { accountIds: ['C'] }).values[0]).toBeNaN();
  });
});
