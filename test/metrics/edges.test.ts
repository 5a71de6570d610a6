import type { Facts } from '../../src/domain/facts';
import { readMetrics } from '../../src/metrics/read-metrics';
import { NO_DAY } from '../../src/metrics/readings';
import { configOf, day, type FlatFacts, factsOf, type MetricRow, metricOf, read, readOne } from './facts';

const ASOF = day('2026-03-31');
const A = { account_id: 'A' };
const use = (measure: string, back: number, value: number, user = '', account = 'A') => ({
  account,
  day: ASOF - back,
  measure,
  user,
  value,
});

/** One reading from usage as it is kept, NaN where a day has no row. */
function readOneOf(usage: Facts['usage'], row: MetricRow, asOf: number): number | null {
  const { values } = readMetrics({
    facts: { ...factsOf({}), usage },
    config: configOf([metricOf(row)]),
    accountIds: ['A'],
    segments: Int32Array.of(0),
    asOf,
  });
  return Number.isNaN(values[0]) ? null : (values[0] as number);
}

/** Problems as code, severity, place, column, value. */
function told(facts: FlatFacts, row: MetricRow): string[] {
  return read(facts, [row], ASOF).problems.map(
    ({ code, severity, source, place, column, value }) => `${code} ${severity} ${source} ${place} ${column}: ${value}`,
  );
}

describe('what is told of a metric', () => {
  const tables: FlatFacts['tables'] = {
    touches: [{ ...A, at: ASOF, kind: 'call', minutes: 30 }],
    contacts: [{ ...A, role: 'champion' }],
    goals: [{ ...A, kind: 'roi', target: 'much', agreed_on: ASOF }],
    pulses: [{ ...A, at: ASOF, pulse: 'good' }],
  };

  it('names the cell of the Metrics tab and quotes it', () => {
    const touch: MetricRow = { dataset: 'touches', aggregate: 'max', field: 'mintues * 2' };
    expect(told({ tables }, touch)).toEqual(['metric.column warning Metrics m Field: mintues * 2']);
    expect(told({ tables }, { ...touch, field: 'minutes', filter: "knid = 'call'" })).toEqual([
      "metric.column warning Metrics m Filter: knid = 'call'",
    ]);
    expect(told({ tables }, { dataset: 'contacts', aggregate: 'slope', field: 'role' })).toEqual([
      'metric.undated error Metrics m Field: role',
    ]);
    expect(told({ tables }, { dataset: 'touches', aggregate: 'count', compare: 'own_previous' })).toEqual([
      'metric.window error Metrics m Window Days: ',
    ]);
  });

  it('names the tab in which people recorded the value', () => {
    expect(told({ tables }, { dataset: 'goals', aggregate: 'sum', field: 'target' })).toEqual([
      'reading.number error Goals A target: much',
    ]);
    expect(told({ tables }, { dataset: 'pulses', aggregate: 'last', field: 'pulse' })).toEqual([
      'reading.number error Pulses A pulse: good',
    ]);
    const usage = [use('login', 0, 4, 'ann')];
    expect(told({ usage }, { dataset: 'usage', aggregate: 'sum', field: 'user_id' })).toEqual([
      'reading.number error Usage A user_id: ann',
    ]);
  });

  it('excuses columns that a dataset declares, or that nobody could have yet', () => {
    expect(told({ tables }, { dataset: 'touches', aggregate: 'count', filter: "roles has 'executive'" })).toEqual([]);
    expect(told({ tables: { touches: [] } }, { dataset: 'touches', aggregate: 'max', field: 'mintues' })).toEqual([]);
    expect(told({ tables }, { dataset: 'goals', aggregate: 'count', filter: 'bogus > 1' })).toEqual([
      'metric.column warning Metrics m Filter: bogus > 1',
    ]);
    expect(told({}, { dataset: 'contacts', aggregate: 'slope', field: 'role' })).toEqual([]);
    expect(told({}, { dataset: 'accounts', aggregate: 'slope', field: 'mrr' })).toEqual([
      'metric.undated error Metrics m Field: mrr',
    ]);
  });

  it('doubts a filter of usage that lets no measure in, and only such a filter', () => {
    const usage = [use('login', 0, 4)];
    const sum = (field: string, filter: string): MetricRow => ({ dataset: 'usage', aggregate: 'sum', field, filter });
    expect(told({ usage }, sum('value', "measure = 'lgoin'"))).toEqual([
      "metric.measure warning Metrics m Filter: measure = 'lgoin'",
    ]);
    expect(told({ usage }, sum('value', "measure = 'login'"))).toEqual([]);
    expect(told({ usage }, sum('login', 'value > 100'))).toEqual([]);
    expect(told({}, sum('value', "measure = 'lgoin'"))).toEqual([]);
    expect(told({ usage }, sum('lgoin', 'value > 100'))).toEqual(['metric.column warning Metrics m Field: lgoin']);
    expect(told({ usage }, sum('lgoin', ''))).toEqual(['metric.column warning Metrics m Field: lgoin']);
  });

  it('wants a Field where different values are counted, in usage too', () => {
    const usage = [use('login', 0, 4)];
    expect(told({ usage }, { dataset: 'usage', aggregate: 'distinct' })).toEqual([
      'metric.field error Metrics m Field: ',
    ]);
    expect(told({ usage }, { dataset: 'usage', aggregate: 'count' })).toEqual([]);
    expect(readOne({ usage }, { dataset: 'usage', aggregate: 'sum' }, ASOF)).toBe(4);
  });
});

describe('tables', () => {
  it('are read as well where the date is the first column, and rows without a date are the oldest', () => {
    const touches = [
      { at: ASOF - 2, ...A, kind: 'call' },
      { at: null, ...A, kind: 'call' },
    ];
    expect(readOne({ tables: { touches } }, { dataset: 'touches', aggregate: 'days_since_last' }, ASOF)).toBe(2);
    expect(readOne({ tables: { touches } }, { dataset: 'touches', aggregate: 'count' }, ASOF)).toBe(2);
    expect(readOne({ tables: { touches } }, { dataset: 'touches', aggregate: 'count', windowDays: 9 }, ASOF)).toBe(1);
  });

  it('say that nothing happened from their oldest day on', () => {
    const touches = [{ ...A, at: ASOF - 9, kind: 'call' }];
    const mails: MetricRow = { dataset: 'touches', aggregate: 'count', filter: "kind = 'email'" };
    expect(readOne({ tables: { touches } }, mails, ASOF - 9)).toBe(0);
    expect(readOne({ tables: { touches } }, mails, ASOF - 10)).toBeNull();
  });

  it('reach to the newest row on the as-of day itself, undated ones to no day', () => {
    const tables = {
      touches: [ASOF - 3, ASOF, ASOF - 1].map((at) => ({ ...A, at, kind: 'call' })),
      contacts: [{ ...A, role: 'user' }],
    };
    const rows: MetricRow[] = [
      { dataset: 'touches', aggregate: 'count' },
      { dataset: 'contacts', aggregate: 'count' },
    ];
    expect(Array.from(read({ tables }, rows, ASOF).days)).toEqual([ASOF, NO_DAY]);
    const other = { touches: [...tables.touches, { account_id: 'B', at: ASOF - 2, kind: 'call' }] };
    expect(Array.from(read({ tables: other }, rows.slice(0, 1), ASOF).days)).toEqual([ASOF]);
  });

  it('carry the fact of the very day before, and of undated tables none', () => {
    const surveys = [{ ...A, at: ASOF - 1, kind: 'csat', score: 4 }];
    const mean: MetricRow = { dataset: 'surveys', aggregate: 'mean', field: 'score', windowDays: 1 };
    expect(readOne({ tables: { surveys } }, { ...mean, missing: 'carry', missingDays: 1 }, ASOF)).toBe(4);
    const contacts = [{ ...A, role: 'user', seats: null }];
    const seats: MetricRow = {
      dataset: 'contacts',
      aggregate: 'last',
      field: 'seats',
      missing: 'carry',
      missingDays: 9,
    };
    expect(readOne({ tables: { contacts } }, seats, ASOF)).toBeNull();
  });

  it('take active for presence among contacts alone, with or without a flag and a day of leaving', () => {
    const count: MetricRow = { dataset: 'contacts', aggregate: 'count', filter: 'active' };
    expect(readOne({ tables: { contacts: [{ ...A, role: 'user' }] } }, count, ASOF)).toBe(1);
    expect(readOne({ tables: { contacts: [{ ...A, left_on: ASOF }] } }, count, ASOF)).toBe(0);
    expect(readOne({ tables: { contacts: [{ ...A, active: false }] } }, count, ASOF)).toBe(0);
    const touches = [{ ...A, at: ASOF, active: null }];
    expect(readOne({ tables: { touches } }, { ...count, dataset: 'touches' }, ASOF)).toBe(0);
  });

  it('know what depends on another day from that day on', () => {
    const tickets = [{ ...A, opened_at: ASOF - 9, closed_at: ASOF - 2, csat: 5 }];
    const csat: MetricRow = { dataset: 'tickets', aggregate: 'mean', field: 'csat' };
    expect(readOne({ tables: { tickets } }, csat, ASOF - 2)).toBe(5);
    expect(readOne({ tables: { tickets } }, csat, ASOF - 3)).toBeNull();
  });

  it('stand in the order of their dates, in whatever order people wrote them', () => {
    const goals = [ASOF - 5, ASOF + 5, ASOF - 50, ASOF - 5].map((agreed_on, at) => ({ ...A, agreed_on, target: at }));
    const goal: MetricRow = { dataset: 'goals', aggregate: 'sum', field: 'target' };
    expect(readOne({ tables: { goals } }, goal, ASOF)).toBe(5); // 0 + 2 + 3
    expect(readOne({ tables: { goals } }, { ...goal, windowDays: 30 }, ASOF)).toBe(3);
    expect(readOne({ tables: { goals } }, { ...goal, aggregate: 'last' }, ASOF)).toBe(1.5); // the two newest
    expect(readOne({ tables: { goals: [...goals].reverse() } }, goal, ASOF)).toBe(5);
  });
});

describe('usage', () => {
  const sum = (field: string, more: Partial<MetricRow> = {}): MetricRow => ({
    dataset: 'usage',
    aggregate: 'sum',
    field,
    windowDays: 7,
    ...more,
  });

  it('is silence from the first day of the account, and of every measure the Field names', () => {
    const usage = [use('login', 9, 1), use('export', 20, 1, '', 'B'), use('api', 5, 1, '', 'B')];
    expect(readOne({ usage }, sum('export'), ASOF - 9)).toBe(0);
    expect(readOne({ usage }, sum('export'), ASOF - 10)).toBeNull();
    expect(readOne({ usage }, sum('export + api'), ASOF - 5)).toBe(0);
    expect(readOne({ usage }, sum('export + api'), ASOF - 6)).toBeNull();
    // Of measures that only a filter names, one is enough.
    expect(readOne({ usage }, sum('value', { filter: "measure in ('export', 'api')" }), ASOF - 6)).toBe(0);
  });

  it('adds users up beside rows of the account over different days', () => {
    const usage = [
      use('login', 6, 1, 'ann'),
      use('login', 2, 2, 'ann'),
      use('login', 4, 10),
      use('login', 0, 20),
      use('login', 4, 100, 'bob'),
      use('login', 1, 5, 'bob'),
    ];
    // By day: 1, then 10 (the account's own row), 2, 5, 20.
    expect(readOne({ usage }, sum('login'), ASOF)).toBe(38);
    expect(readOne({ usage }, sum('login', { aggregate: 'count' }), ASOF)).toBe(5);
    expect(readOne({ usage }, sum('login', { windowDays: 2 }), ASOF)).toBe(25);
  });

  it('adds up two series of one account and measure', () => {
    const usage = [use('Login', 0, 1), use('login', 0, 2), use('login', 1, 4)];
    expect(readOne({ usage }, sum('login'), ASOF)).toBe(7);
  });

  it('reaches to the newest day up to the as-of day with a value, for users where users are asked for', () => {
    const usage = [
      use('login', 9, 1, 'ann'),
      use('login', 5, 1, 'ann'),
      use('login', -2, 1, 'ann'),
      use('login', 7, 1, 'bob'),
      use('login', 3, 4),
      use('login', -1, 4),
    ];
    const users = sum('user_id', { aggregate: 'distinct', windowDays: 30 });
    expect(Array.from(read({ usage }, [sum('login'), users], ASOF).days)).toEqual([ASOF - 3, ASOF - 5]);
  });

  it('begins on the first day that has a value', () => {
    const gap = {
      measure: 'login',
      userId: '',
      firstDay: ASOF - 9,
      values: Float64Array.of(Number.NaN, Number.NaN, 3),
    };
    const usage = new Map([['A', [gap]]]);
    expect(readOneOf(usage, sum('login'), ASOF - 7)).toBe(3);
    expect(readOneOf(usage, sum('login'), ASOF - 8)).toBeNull();
    const none = { ...gap, values: Float64Array.of(Number.NaN, Number.NaN) };
    expect(readOneOf(new Map([['A', [none]]]), sum('login'), ASOF)).toBeNull();
    expect(
      readOneOf(new Map([['A', [none, { ...gap, measure: 'api' }]]]), sum('value', { aggregate: 'count' }), ASOF),
    ).toBe(0);
  });

  it('carries the last day with a value of a measure', () => {
    const usage = [use('login', 20, 6), use('login', 25, 9)];
    const last = sum('login', { aggregate: 'last', missing: 'carry', missingDays: 30 });
    expect(readOne({ usage }, last, ASOF)).toBe(6);
    expect(readOne({ usage }, { ...last, missingDays: 19 }, ASOF)).toBeNull();
  });
});
