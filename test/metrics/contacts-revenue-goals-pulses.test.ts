import { day, type FlatFacts, type MetricRow, read, readOne } from './facts';

const ASOF = day('2026-03-31');
const A = { account_id: 'A' };

describe('contacts', () => {
  const tables: FlatFacts['tables'] = {
    contacts: [
      { ...A, role: 'champion', active: false, left_on: ASOF },
      { ...A, role: 'champion', active: null, left_on: null },
      { ...A, role: 'executive', active: false, left_on: null },
      { ...A, role: 'user', active: true, left_on: ASOF - 100 },
    ],
  };
  const contacts = (filter: string, asOf = ASOF) =>
    readOne({ tables }, { dataset: 'contacts', aggregate: 'count', filter }, asOf);

  it('knows who is there as of the day', () => {
    expect(contacts("role = 'champion' and active")).toBe(1);
    expect(contacts("role = 'champion' and active", ASOF - 1)).toBe(2); // leaves only the day after
    expect(contacts("role = 'executive' and active")).toBe(0);
    expect(contacts("role = 'user' and active")).toBe(0);
    expect(contacts("role = 'user' and active", ASOF - 101)).toBe(1);
  });

  it('counts those who left lately', () => {
    expect(contacts('left_on > as_of - 90')).toBe(1);
    expect(contacts('left_on > as_of - 90', ASOF - 1)).toBe(0);
    expect(contacts('left_on > as_of - 90', ASOF - 90)).toBe(1); // the user, ten days before
  });

  it('compares with an earlier day', () => {
    const metric: MetricRow = {
      dataset: 'contacts',
      aggregate: 'count',
      filter: 'active',
      windowDays: 30,
      compare: 'own_previous',
    };
    expect(readOne({ tables }, metric, ASOF)).toBe(-50); // one of two is left
  });

  it('has days since the last only by a date column', () => {
    const since: MetricRow = { dataset: 'contacts', aggregate: 'days_since_last', field: 'left_on' };
    expect(readOne({ tables }, since, ASOF - 1)).toBe(99);
    const { values, problems } = read({ tables }, [{ ...since, field: '' }], ASOF);
    expect(values[0]).toBeNaN();
    expect(problems.map(({ code }) => code)).toEqual(['metric.undated']);
  });
});

describe('revenue and outcomes', () => {
  const revenue = [
    { ...A, at: ASOF - 10, kind: 'expansion', amount: 500 },
    { ...A, at: ASOF - 300, kind: 'contraction', amount: 200 },
    { ...A, at: ASOF - 400, kind: 'new', amount: 1000 },
    { ...A, at: ASOF - 20, kind: 'renewal', amount: null },
  ];
  const field = "amount * ((kind = 'expansion') - (kind in ('contraction', 'churn')))";

  it('nets expansion against contraction', () => {
    expect(
      readOne({ tables: { revenue } }, { dataset: 'revenue', aggregate: 'sum', field, windowDays: 365 }, ASOF),
    ).toBe(300);
  });

  it('gives 0 where nothing was sold, nothing where amounts are unknown', () => {
    const sum: MetricRow = { dataset: 'revenue', aggregate: 'sum', field: 'amount', windowDays: 5 };
    expect(readOne({ tables: { revenue } }, sum, ASOF)).toBe(0);
    expect(readOne({ tables: { revenue } }, { ...sum, windowDays: 30, filter: "kind = 'renewal'" }, ASOF)).toBeNull();
  });

  it('counts outcomes', () => {
    const outcomes = [{ ...A, at: ASOF - 3, kind: 'contraction', amount: 5 }];
    const count: MetricRow = {
      dataset: 'outcomes',
      aggregate: 'count',
      filter: "kind = 'contraction'",
      windowDays: 365,
    };
    expect(readOne({ tables: { outcomes } }, count, ASOF)).toBe(1);
  });
});

describe('goals', () => {
  const goal = {
    ...A,
    kind: 'roi',
    target: 200,
    actual: 50,
    due_date: ASOF + 10,
    agreed_on: ASOF - 100,
    done_on: null,
  };
  const tables: FlatFacts['tables'] = {
    goals: [
      { ...goal, goal_id: 'g1' },
      { ...goal, goal_id: 'g2', target: 100, actual: 100, done_on: ASOF - 5 },
      { ...goal, goal_id: 's1', kind: 'step', done_on: ASOF - 50 },
      { ...goal, goal_id: 's2', kind: 'step', done_on: ASOF + 5 },
      { ...goal, goal_id: 's3', kind: 'step', agreed_on: null, due_date: ASOF - 1 },
      { ...goal, goal_id: 's4', kind: 'step', agreed_on: ASOF + 1 },
    ],
  };
  const goals = (aggregate: MetricRow['aggregate'], field: string, filter: string, asOf = ASOF) =>
    readOne({ tables }, { dataset: 'goals', aggregate, field, filter }, asOf);

  it('tells the share of what was agreed', () => {
    expect(goals('ratio', 'actual / target', "kind = 'roi'")).toBe(0.5); // 150 / 300
    expect(goals('mean', 'actual / target * 100', "kind = 'roi'")).toBe(62.5); // 25 and 100
  });

  it('knows a result only from the day it was reached', () => {
    expect(goals('ratio', 'actual / target', "kind = 'roi'", ASOF - 6)).toBeCloseTo(50 / 300, 12);
  });

  it('tells how much of the onboarding is done', () => {
    // s1 is done, s2 not yet, s3 (agreed on an unknown day) not, s4 is agreed only tomorrow.
    expect(goals('mean', "(done_on != '') * 100", "kind = 'step'")).toBeCloseTo(100 / 3, 12);
    expect(goals('count', '', "done_on = '' and due_date < as_of")).toBe(1);
  });
});

describe('pulses', () => {
  const pulses = [
    { ...A, at: ASOF - 60, pulse: 2, expiry_date: ASOF + 300 },
    { ...A, at: ASOF - 20, pulse: 5, expiry_date: ASOF - 1 },
  ];
  const pulse: MetricRow = { dataset: 'pulses', aggregate: 'last', field: 'pulse' };

  it('counts to the end of its last day and not beyond', () => {
    expect(readOne({ tables: { pulses } }, pulse, ASOF - 1)).toBe(5);
    expect(readOne({ tables: { pulses } }, pulse, ASOF)).toBe(2);
    expect(readOne({ tables: { pulses: pulses.slice(1) } }, pulse, ASOF)).toBeNull();
    expect(readOne({ tables: { pulses } }, pulse, ASOF - 61)).toBeNull();
  });
});
