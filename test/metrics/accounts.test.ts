import { attributesAsOf } from '../../src/metrics/attributes';
import { NO_DAY } from '../../src/metrics/readings';
import { segmentsAsOf } from '../../src/metrics/segments';
import { day, type FlatFacts, factsOf, type MetricRow, metricOf, read, readOne } from './facts';

const ASOF = day('2026-03-31');
const FLAT: FlatFacts = {
  accounts: [
    {
      account_id: 'A',
      plan: 'Pro',
      mrr: 900,
      'Log-in Share': '0.4',
      renewal_date: ASOF + 30,
      seats: 0,
      domains: 'a.jp;b.jp',
    },
    { account_id: 'B', plan: 'Free', mrr: null, 'Log-in Share': null, renewal_date: null, seats: 4, domains: null },
  ],
  history: [
    { account: 'A', day: ASOF - 60, column: 'plan', value: 'Free' },
    { account: 'A', day: ASOF - 60, column: 'mrr', value: 600 },
    { account: 'A', day: ASOF - 5, column: 'plan', value: 'Pro' },
    { account: 'A', day: ASOF - 5, column: 'mrr', value: 900 },
    { account: 'B', day: ASOF - 60, column: 'mrr', value: 100 },
    { account: 'B', day: ASOF - 20, column: 'mrr', value: null },
  ],
};

describe('attributesAsOf', () => {
  it('gives the latest change up to the day, the earliest before the first, the attribute itself without any', () => {
    const facts = factsOf(FLAT);
    const plan = (asOf: number) => attributesAsOf(facts, 'A', asOf)('Plan');
    expect([plan(ASOF), plan(ASOF - 5), plan(ASOF - 6), plan(ASOF - 1000)]).toEqual(['Pro', 'Pro', 'Free', 'Free']);
    expect(attributesAsOf(facts, 'A', ASOF - 1000)('renewal-date')).toBe(ASOF + 30);
    expect(attributesAsOf(facts, 'B', ASOF)('mrr')).toBeNull();
    expect(attributesAsOf(facts, 'B', ASOF - 21)('mrr')).toBe(100);
  });

  it('knows the day, the id and nothing of unknown accounts and columns', () => {
    const attribute = attributesAsOf(factsOf(FLAT), 'Z', ASOF);
    expect([attribute('as_of'), attribute('plan'), attribute('toString')]).toEqual([ASOF, null, null]);
    expect(attributesAsOf(factsOf({ usage: [] }), 'Z', ASOF)('account_id')).toBe('Z');
  });
});

describe('segmentsAsOf', () => {
  const segment = (id: string, filter: string) => ({
    id,
    name: { en: id, ja: id },
    rule: metricOf({ dataset: 'accounts', aggregate: 'count', filter }).filter,
  });

  it('takes the first segment whose rule holds as of the day, else the last', () => {
    const segments = [
      segment('new', 'mrr > 800 and plan = "PRO"'),
      segment('pro', "plan = 'pro'"),
      segment('rest', 'mrr < 0'),
    ];
    const facts = factsOf(FLAT);
    expect(Array.from(segmentsAsOf(facts, { segments }, ['A', 'B', 'Z'], ASOF))).toEqual([0, 2, 2]);
    expect(Array.from(segmentsAsOf(facts, { segments }, ['A'], ASOF - 6))).toEqual([2]);
    expect(Array.from(segmentsAsOf(facts, { segments: [...segments, segment('all', '')] }, ['B'], ASOF))).toEqual([3]);
    expect(Array.from(segmentsAsOf(facts, { segments: [segment('all', ''), ...segments] }, ['A'], ASOF))).toEqual([0]);
    expect(Array.from(segmentsAsOf(facts, { segments: [] }, ['A'], ASOF))).toEqual([-1]);
  });
});

describe('metrics over accounts', () => {
  const account = (aggregate: MetricRow['aggregate'], more: Partial<MetricRow>, asOf = ASOF) =>
    readOne(FLAT, { dataset: 'accounts', aggregate, ...more }, asOf);

  it('read numeric attributes, custom ones too, and 0 is one', () => {
    expect(account('last', { field: 'mrr' })).toBe(900);
    expect(account('last', { field: 'mrr' }, ASOF - 6)).toBe(600);
    expect(account('mean', { field: 'log-in share' })).toBe(0.4);
    expect(account('sum', { field: 'seats' })).toBe(0);
    expect(account('ratio', { field: 'seats / mrr' })).toBe(0);
    expect(account('ratio', { field: 'mrr / seats' })).toBeNull();
    expect(account('distinct', { field: 'domains' })).toBe(2);
  });

  it('count whether a condition holds', () => {
    expect(account('count', { filter: "plan = 'Pro'" })).toBe(1);
    expect(account('count', { filter: "plan = 'Pro'" }, ASOF - 6)).toBe(0);
  });

  it('measure days to and from a date', () => {
    expect(account('last', { field: 'renewal_date - as_of' })).toBe(30);
    expect(account('days_since_last', { field: 'renewal_date' })).toBe(-30);
  });

  it('compare with an earlier day', () => {
    expect(account('last', { field: 'mrr', windowDays: 30, compare: 'own_previous' })).toBe(50); // 600 to 900
  });

  it('carry the last value that was known', () => {
    const carried: MetricRow = {
      dataset: 'accounts',
      aggregate: 'last',
      field: 'mrr',
      missing: 'carry',
      missingDays: 21,
    };
    const known = read(FLAT, [carried], ASOF, { accountIds: ['B'] });
    expect(known.values[0]).toBe(100); // known until 21 days before
    expect(read(FLAT, [{ ...carried, missingDays: 20 }], ASOF, { accountIds: ['B'] }).values[0]).toBeNaN();
  });

  it('reach to the newest change of the columns read', () => {
    const { days } = read(
      FLAT,
      [
        { dataset: 'accounts', aggregate: 'last', field: 'mrr' },
        { dataset: 'accounts', aggregate: 'last', field: 'seats' },
      ],
      ASOF,
    );
    expect(Array.from(days)).toEqual([ASOF - 5, NO_DAY]);
  });

  it('reach to a change on the day itself, not to later ones', () => {
    const { days } = read(FLAT, [{ dataset: 'accounts', aggregate: 'last', field: 'mrr' }], ASOF - 5);
    expect(Array.from(days)).toEqual([ASOF - 5]);
    const earlier = read(FLAT, [{ dataset: 'accounts', aggregate: 'last', field: 'mrr' }], ASOF - 6);
    expect(Array.from(earlier.days)).toEqual([ASOF - 60]);
  });

  it('know the columns pulled, those recorded since, the id and the day', () => {
    const flat: FlatFacts = {
      accounts: [{ account_id: 'A', 'Log-in Share': 0.4 }],
      history: [{ account: 'A', day: ASOF - 9, column: 'Old Column', value: 3 }],
    };
    const rows = ['log-in share', 'old column', 'as_of - 1'].map(
      (field, at): MetricRow => ({ id: `m${at}`, dataset: 'accounts', aggregate: 'last', field }),
    );
    const known: MetricRow = { id: 'id', dataset: 'accounts', aggregate: 'count', filter: "account_id = 'a'" };
    const { values, problems } = read(flat, [...rows, known], ASOF);
    expect(Array.from(values)).toEqual([0.4, 3, ASOF - 1, 1]);
    expect(problems).toEqual([]);
  });

  it('are missing for an account nobody knows', () => {
    expect(read(FLAT, [{ dataset: 'accounts', aggregate: 'count' }], ASOF, { accountIds: ['Z'] }).values[0]).toBeNaN();
  });

  it('say nothing of columns while there is no account at all', () => {
    expect(read({}, [{ dataset: 'accounts', aggregate: 'last', field: 'mmr' }], ASOF).problems).toEqual([]);
  });

  it('tell of text in a numeric field and of aggregates without dates', () => {
    const rows: MetricRow[] = [
      { id: 'p', dataset: 'accounts', aggregate: 'last', field: 'plan' },
      { id: 's', dataset: 'accounts', aggregate: 'slope', field: 'mrr' },
      { id: 'u', dataset: 'accounts', aggregate: 'last', field: 'mmr' },
      { id: 'd', dataset: 'accounts', aggregate: 'last', field: 'employees' },
    ];
    const { values, problems } = read(FLAT, rows, ASOF);
    expect(Array.from(values)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect(problems.map(({ code, source, value }) => [code, source, value])).toEqual([
      ['metric.undated', 'Metrics', 'mrr'],
      ['metric.column', 'Metrics', 'mmr'],
      ['reading.number', 'CRM Accounts', 'Pro'],
    ]);
  });
});
