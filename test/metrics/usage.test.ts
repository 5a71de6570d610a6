import { day, type FlatFacts, type MetricRow, read, readOne, type UsageRow } from './facts';

const ASOF = day('2026-03-31');

/** Values of a measure, `back` days before the as-of day. */
function rows(measure: string, values: Readonly<Record<number, number>>, user = '', account = 'A'): UsageRow[] {
  return Object.entries(values).map(([back, value]) => ({ account, day: ASOF - Number(back), measure, user, value }));
}

const login = (aggregate: MetricRow['aggregate'], more: Partial<MetricRow> = {}): MetricRow => ({
  dataset: 'usage',
  aggregate,
  field: 'login',
  windowDays: 7,
  ...more,
});

// Seven days back from 31 March, itself included: 25 to 31 March (0 to 6 days back).
const LOGINS: FlatFacts = { usage: rows('login', { 0: 4, 2: 0, 3: 8, 6: 6, 7: 100 }) };

describe('aggregates over usage', () => {
  it.each([
    ['count', 4], // 0, 2, 3 and 6 days back
    ['sum', 18], // 4 + 0 + 8 + 6
    ['mean', 4.5], // 18 / 4
    ['min', 0],
    ['max', 8],
    ['last', 4],
    ['active_days', 3], // the day of value 0 is no active day
    ['days_since_last', 0],
  ] as const)('%s', (aggregate, expected) => {
    expect(readOne(LOGINS, login(aggregate), ASOF)).toBeCloseTo(expected, 12);
  });

  it('takes the newest day over all measures, in whatever order they lie', () => {
    const usage = [...rows('login', { 0: 4, 1: 1 }), ...rows('export', { 2: 10, 6: 30 })];
    expect(readOne({ usage }, login('last', { field: 'value' }), ASOF)).toBe(4);
    const metrics = [login('max', { field: 'value' }), login('slope', { field: 'value' })];
    expect(Array.from(read({ usage }, metrics, ASOF).days)).toEqual([ASOF, ASOF]);
    // Days 0, -1, -2, -6 (mean -2.25) and values 4, 1, 10, 30 (mean 11.25): products (2.25)(-7.25) + (1.25)(-10.25)
    // + (0.25)(-1.25) + (-3.75)(18.75) = -99.75; squares 5.0625 + 1.5625 + 0.0625 + 14.0625 = 20.75.
    expect(readOne({ usage }, login('slope', { field: 'value' }), ASOF)).toBeCloseTo(-99.75 / 20.75, 9);
  });

  it('reads everything up to the day without a window', () => {
    expect(readOne(LOGINS, login('sum', { windowDays: null }), ASOF)).toBe(118);
  });

  it('takes the slope as least squares per day', () => {
    // Days -6, -3, -2, 0 (mean -2.75) and values 6, 8, 0, 4 (mean 4.5): products
    // (-3.25)(1.5) + (-0.25)(3.5) + (0.75)(-4.5) + (2.75)(-0.5) = -4.875 - 0.875 - 3.375 - 1.375 = -10.5;
    // squares 10.5625 + 0.0625 + 0.5625 + 7.5625 = 18.75; -10.5 / 18.75 = -0.56.
    expect(readOne(LOGINS, login('slope'), ASOF)).toBeCloseTo(-0.56, 12);
    expect(readOne({ usage: rows('login', { 0: 3 }) }, login('slope'), ASOF)).toBeNull();
  });

  it('divides sums of measures, not by 0', () => {
    const usage = [...rows('export', { 0: 3, 1: 3 }), ...rows('login', { 0: 4, 6: 8 })];
    expect(readOne({ usage }, login('ratio', { field: 'export / login' }), ASOF)).toBe(0.5); // 6 / 12
    expect(readOne({ usage }, login('ratio', { field: '100 * export / login' }), ASOF)).toBe(50);
    expect(readOne({ usage }, login('ratio', { field: 'login / logout' }), ASOF)).toBeNull();
    const idle = [...rows('export', { 0: 3 }), ...rows('login', { 0: 0 })];
    expect(readOne({ usage: idle }, login('ratio', { field: 'export / login' }), ASOF)).toBeNull();
    const unused = [...rows('export', { 60: 3 }), ...rows('login', { 0: 5 })];
    expect(readOne({ usage: unused }, login('ratio', { field: 'export / login' }), ASOF)).toBe(0);
  });

  it('takes each side of a ratio as a Field of its own, and exactly two of them', () => {
    const usage = [...rows('export', { 0: 3 }), ...rows('login', { 0: 4 }), ...rows('api', { 0: 2 })];
    const ratio = (field: string) => readOne({ usage }, login('ratio', { field }), ASOF);
    expect(ratio('export + 1 / login')).toBe(1); // (3 + 1) / 4
    expect(ratio('export ／ (login * 2)')).toBe(0.375);
    for (const field of ['export', 'export /', '/ login', 'export / login / api', '']) {
      const { values, problems } = read({ usage }, [login('ratio', { field })], ASOF);
      expect(values[0]).toBeNaN();
      expect(problems.map(({ code, severity, value }) => [code, severity, value])).toEqual([
        ['metric.field', 'error', field],
      ]);
    }
  });

  it('is missing where a number would be too large to hold', () => {
    const usage = rows('login', { 0: 1.7e308, 1: 1.7e308, 8: 1e-300 });
    expect(readOne({ usage }, login('sum'), ASOF)).toBeNull();
    expect(readOne({ usage }, login('max', { compare: 'own_previous' }), ASOF)).toBeNull();
    const tables = { entitlements: [{ account_id: 'A', measure: 'login', limit: 1e-300 }] };
    expect(readOne({ usage, tables }, login('max', { compare: 'entitlement' }), ASOF)).toBeNull();
  });

  it('finds measures whose names are no words, in any case', () => {
    const usage = [...rows('Report View', { 0: 3 }), ...rows('log-in', { 0: 4 }), ...rows('a/b', { 0: 9 })];
    expect(readOne({ usage }, login('sum', { field: 'report view' }), ASOF)).toBe(3);
    expect(readOne({ usage }, login('sum', { field: 'log-in' }), ASOF)).toBe(4);
    expect(readOne({ usage }, login('sum', { field: 'a/b' }), ASOF)).toBe(9);
    expect(readOne({ usage }, login('ratio', { field: 'Report View / log-in' }), ASOF)).toBe(0.75);
  });

  it('finds measures that are named like parts of the language', () => {
    const usage = [...rows('constructor', { 0: 3 }), ...rows('toString', { 0: 4 })];
    expect(readOne({ usage }, login('sum', { field: 'constructor' }), ASOF)).toBe(3);
    expect(readOne({ usage }, login('ratio', { field: 'constructor / toString' }), ASOF)).toBe(0.75);
    expect(read(LOGINS, [login('sum', { field: 'valueOf' })], ASOF).problems.map(({ code }) => code)).toEqual([
      'metric.column',
    ]);
  });

  it('does not mind spaces around a Field', () => {
    expect(readOne(LOGINS, login('sum', { field: '  login ' }), ASOF)).toBe(18);
    expect(read(LOGINS, [login('sum', { field: '   ' })], ASOF).problems).toEqual([]);
  });

  it('filters by several conditions of a kind at once', () => {
    const usage = [
      ...rows('login', { 0: 4, 1: 2, 2: 9 }, 'ann'),
      ...rows('login', { 0: 50 }, 'bob'),
      ...rows('login', { 0: 70 }, 'cy'),
    ];
    const value = (filter: string) => readOne({ usage }, login('sum', { field: 'value', filter }), ASOF);
    expect(value("user_id != 'bob' and user_id != 'cy'")).toBe(15);
    expect(value("user_id = 'ann' and value > 2 and date < as_of")).toBe(9);
    expect(value("user_id = 'ann' and value > 2 and date >= as_of - 1")).toBe(4);
  });

  it('filters by measure, value and day', () => {
    const usage = [...rows('login', { 0: 4, 1: 1 }), ...rows('export', { 0: 10 }), ...rows('api', { 0: 100 })];
    const value = (filter: string, more: Partial<MetricRow> = {}) =>
      readOne({ usage }, login('sum', { field: 'value', filter, ...more }), ASOF);
    expect(value("measure = 'login'")).toBe(5);
    expect(value("measure in ('login', 'EXPORT')")).toBe(15);
    expect(value("measure != 'api' and value > 1")).toBe(14);
    expect(value("measure = 'login' and date < as_of")).toBe(1);
    expect(value("measure = 'login' or value = 10")).toBe(15);
    expect(readOne({ usage }, login('distinct', { field: 'measure' }), ASOF)).toBe(3);
    expect(readOne({ usage }, login('sum', { field: 'value * 2', filter: "measure = 'api'" }), ASOF)).toBe(200);
  });
});

describe('user-level usage', () => {
  const usage = [
    ...rows('login', { 0: 5, 1: 1 }, 'ann'),
    ...rows('login', { 0: 3, 1: 0 }, 'bob'),
    ...rows('login', { 0: 0 }, 'cy'),
    ...rows('export', { 0: 2 }, 'bob'),
  ];

  it('counts different users who did something', () => {
    expect(readOne({ usage }, { dataset: 'usage', aggregate: 'distinct', field: 'user_id', windowDays: 7 }, ASOF)).toBe(
      2,
    );
    const exporters: MetricRow = {
      dataset: 'usage',
      aggregate: 'distinct',
      field: 'user_id',
      filter: "measure = 'export'",
    };
    expect(readOne({ usage }, exporters, ASOF)).toBe(1);
    expect(readOne({ usage }, { ...exporters, filter: "user_id != 'BOB'" }, ASOF)).toBe(1);
  });

  it('adds users up to the account where it has no row of its own', () => {
    expect(readOne({ usage }, login('sum'), ASOF)).toBe(9); // 8 + 1
    expect(readOne({ usage }, login('count'), ASOF)).toBe(2); // one row a day
    expect(readOne({ usage }, login('max'), ASOF)).toBe(8); // 5 + 3 + 0
  });

  it('never counts a day twice where the account has a row of its own', () => {
    const both = [...usage, ...rows('login', { 0: 20 })];
    expect(readOne({ usage: both }, login('sum'), ASOF)).toBe(21); // 20 on the day itself, 1 + 0 the day before
  });

  it('reads single users once the metric names them', () => {
    const busiest = login('max', { field: 'value', filter: "measure = 'login' and user_id != ''" });
    expect(readOne({ usage: [...usage, ...rows('login', { 0: 20 })] }, busiest, ASOF)).toBe(5);
  });

  it('is missing where users are not known', () => {
    const distinct: MetricRow = { dataset: 'usage', aggregate: 'distinct', field: 'user_id', windowDays: 7 };
    expect(readOne(LOGINS, distinct, ASOF)).toBeNull();
    const other = rows('login', { 0: 1 }, 'zoe', 'B');
    expect(readOne({ usage: [...(LOGINS.usage ?? []), ...other] }, distinct, ASOF)).toBeNull();
    expect(readOne({ usage: rows('login', { 30: 1 }, 'ann') }, distinct, ASOF)).toBe(0);
  });
});

describe('silence', () => {
  it('is 0 for an account that was seen before, missing for one that never was', () => {
    const usage = [...rows('login', { 20: 4 }), ...rows('login', { 0: 4 }, '', 'B')];
    for (const aggregate of ['count', 'sum', 'active_days'] as const) {
      const { values } = read({ usage }, [login(aggregate)], ASOF, { accountIds: ['A', 'C'] });
      expect(Array.from(values)).toEqual([0, Number.NaN]);
    }
    for (const aggregate of ['mean', 'min', 'max', 'last', 'slope', 'days_since_last'] as const) {
      expect(readOne({ usage }, login(aggregate), ASOF)).toBeNull();
    }
  });

  it('is 0 for a measure that others use, missing before anybody used it', () => {
    const usage = [...rows('login', { 40: 1, 0: 1 }), ...rows('export', { 20: 7 }, '', 'B')];
    const exported = login('sum', { field: 'export' });
    expect(readOne({ usage }, exported, ASOF)).toBe(0);
    expect(readOne({ usage }, exported, ASOF - 20)).toBe(0);
    expect(readOne({ usage }, exported, ASOF - 21)).toBeNull();
  });

  it('reaches as far as the data of the measure reach anywhere', () => {
    const usage = [...rows('login', { 20: 4 }), ...rows('login', { 1: 4, [-3]: 4 }, '', 'B')];
    const { days } = read({ usage }, [login('sum'), login('last', { windowDays: 30 })], ASOF);
    expect(Array.from(days)).toEqual([ASOF - 1, ASOF - 20]);
  });
});

describe('what cannot be read', () => {
  it('tells of a measure nobody has', () => {
    const { values, problems } = read(LOGINS, [login('sum', { field: 'lgoin' })], ASOF);
    expect(values[0]).toBeNaN();
    expect(problems.map(({ code, source, column }) => [code, source, column])).toEqual([
      ['metric.column', 'Metrics', 'Field'],
    ]);
    const filtered = read(LOGINS, [login('sum', { field: '', filter: "measure = 'lgoin'" })], ASOF);
    expect(filtered.problems.map(({ code }) => code)).toEqual(['metric.measure']);
  });

  it('tells of a Field that is neither a measure nor an expression', () => {
    const { values, problems } = read(LOGINS, [login('sum', { field: 'log in (' })], ASOF);
    expect(values[0]).toBeNaN();
    expect(problems.map(({ code, value, why }) => [code, value, why.en.includes('log in (')])).toEqual([
      ['metric.column', 'log in (', true],
    ]);
  });

  it('says nothing where no usage was pulled at all', () => {
    expect(read({}, [login('sum')], ASOF).problems).toEqual([]);
    expect(readOne({}, login('sum'), ASOF)).toBeNull();
  });
});
