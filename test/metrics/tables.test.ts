import { day, type FlatFacts, type MetricRow, read, readOne } from './facts';

const ASOF = day('2026-03-31');
const A = { account_id: 'A' };

describe('touches', () => {
  const tables: FlatFacts['tables'] = {
    touches: [
      { ...A, at: ASOF, kind: 'meeting', participants: 'Ann@x.jp; bob@x.jp', roles: 'executive;user' },
      { ...A, at: ASOF - 10, kind: 'email', participants: 'ann@x.jp, cy@x.jp', roles: 'user' },
      { ...A, at: ASOF - 40, kind: 'call', participants: null, roles: 'executive' },
      { ...A, at: ASOF - 200, kind: 'meeting', participants: 'dan@x.jp', roles: 'champion' },
    ],
  };
  const touch = (aggregate: MetricRow['aggregate'], more: Partial<MetricRow>) =>
    readOne({ tables }, { dataset: 'touches', aggregate, windowDays: 90, ...more }, ASOF);

  it('counts, also single kinds and roles', () => {
    expect(touch('count', {})).toBe(3);
    expect(touch('count', { filter: "roles has 'Executive'" })).toBe(2);
    expect(touch('count', { filter: "kind = 'community'" })).toBe(0);
    expect(touch('count', { field: 'participants' })).toBe(2);
  });

  it('counts different people, whatever separates them', () => {
    expect(touch('distinct', { field: 'participants' })).toBe(3);
    expect(touch('distinct', { field: 'roles' })).toBe(2);
  });

  it('weighs kinds into a touch score', () => {
    const field = "(kind = 'meeting') * 5 + (kind = 'call') * 3 + (kind = 'email')";
    expect(touch('sum', { field })).toBe(9); // 5 + 1 + 3
  });

  it('tells days with a touch and days since the last', () => {
    expect(touch('active_days', {})).toBe(3);
    expect(touch('days_since_last', { filter: "kind in ('call', 'email')" })).toBe(10);
    expect(touch('days_since_last', { filter: "roles has 'champion'" })).toBeNull();
  });

  it('is 0 for an account without touches, missing where touches were never pulled or begin later', () => {
    const metric: MetricRow = { dataset: 'touches', aggregate: 'count', windowDays: 30 };
    expect(read({ tables }, [metric], ASOF, { accountIds: ['B'] }).values[0]).toBe(0);
    expect(readOne({}, metric, ASOF)).toBeNull();
    expect(readOne({ tables: { touches: [] } }, metric, ASOF)).toBeNull();
    expect(readOne({ tables }, metric, ASOF - 200)).toBe(1);
    expect(readOne({ tables }, metric, ASOF - 201)).toBeNull();
  });

  it('reaches to the newest touch of anybody for counts, to the newest row read otherwise', () => {
    const rows: MetricRow[] = [
      { dataset: 'touches', aggregate: 'count', filter: "kind = 'call'", windowDays: 90 },
      { dataset: 'touches', aggregate: 'max', field: 'minutes', windowDays: null },
    ];
    const touches = [
      { ...A, at: ASOF - 40, kind: 'call', minutes: 30 },
      { account_id: 'B', at: ASOF - 2, kind: 'call', minutes: 15 },
      { account_id: 'B', at: ASOF + 1, kind: 'call', minutes: 15 },
    ];
    expect(Array.from(read({ tables: { touches } }, rows, ASOF).days)).toEqual([ASOF - 2, ASOF - 40]);
  });
});

describe('surveys', () => {
  const scores = [10, 9, 9, 8, 7, 6, 0];
  const tables: FlatFacts['tables'] = {
    surveys: scores.map((score, at) => ({ ...A, at: ASOF - at * 20, kind: 'nps', score })),
  };

  it('gives NPS proper: percent of promoters less percent of detractors', () => {
    // 3 promoters (10, 9, 9) and 2 detractors (6, 0) of 7 answers: 100 / 7.
    const nps: MetricRow = { dataset: 'surveys', aggregate: 'mean', field: '((score >= 9) - (score <= 6)) * 100' };
    expect(readOne({ tables }, { ...nps, filter: "kind = 'nps'" }, ASOF)).toBeCloseTo(100 / 7, 12);
  });

  it('takes the mean where several answers came on the newest day, in whatever order', () => {
    const surveys = [4, 1].map((score) => ({ ...A, at: ASOF, kind: 'csat', score }));
    const last: MetricRow = { dataset: 'surveys', aggregate: 'last', field: 'score' };
    expect(readOne({ tables: { surveys } }, last, ASOF)).toBe(2.5);
    expect(readOne({ tables: { surveys: [...surveys].reverse() } }, last, ASOF)).toBe(2.5);
  });

  it('tells the age of the last answer', () => {
    expect(readOne({ tables }, { dataset: 'surveys', aggregate: 'days_since_last' }, ASOF + 3)).toBe(3);
  });

  it('carries the reading of the last answer until it is too old', () => {
    const surveys = [
      { ...A, at: ASOF - 120, kind: 'csat', score: 2 },
      { ...A, at: ASOF - 110, kind: 'ces', score: 5 },
      { ...A, at: ASOF - 150, kind: 'csat', score: 4 },
      { ...A, at: ASOF - 400, kind: 'csat', score: 1 },
    ];
    const metric: MetricRow = {
      dataset: 'surveys',
      aggregate: 'mean',
      field: 'score',
      filter: "kind = 'csat'",
      windowDays: 90,
      missing: 'carry',
      missingDays: 120,
    };
    // As of 120 days before: the answers of 120 and 150 days before, mean 3. The answer of another kind does not count.
    const carried = read({ tables: { surveys } }, [metric], ASOF);
    expect(carried.values[0]).toBe(3);
    expect(carried.days[0]).toBe(ASOF - 120);
    expect(readOne({ tables: { surveys } }, { ...metric, missingDays: 119 }, ASOF)).toBeNull();
    expect(readOne({ tables: { surveys } }, { ...metric, missing: 'exclude' }, ASOF)).toBeNull();
  });

  it('goes further back where the last fact alone gives no reading', () => {
    const surveys = [80, 95, 100].map((back, at) => ({ ...A, at: ASOF - back, kind: 'csat', score: at }));
    const metric: MetricRow = {
      dataset: 'surveys',
      aggregate: 'slope',
      field: 'score',
      windowDays: 10,
      missing: 'carry',
      missingDays: 365,
    };
    // 80 days back stands alone in its ten days; 95 and 100 days back: from 2 to 1 in 5 days.
    expect(readOne({ tables: { surveys } }, metric, ASOF)).toBeCloseTo(-0.2, 12);
  });
});

describe('tickets', () => {
  const tables: FlatFacts['tables'] = {
    tickets: [
      { ...A, opened_at: ASOF - 50, closed_at: ASOF - 45, priority: 'low', csat: 5 },
      { ...A, opened_at: ASOF - 20, closed_at: ASOF - 9, priority: 'high', csat: 2 },
      { ...A, opened_at: ASOF - 6, closed_at: null, priority: 'High', csat: null },
    ],
  };
  const ticket = (aggregate: MetricRow['aggregate'], more: Partial<MetricRow>, asOf = ASOF) =>
    readOne({ tables }, { dataset: 'tickets', aggregate, ...more }, asOf);

  it('knows which are open as of the day', () => {
    expect(ticket('count', { filter: "closed_at = ''" })).toBe(1);
    expect(ticket('count', { filter: "closed_at = ''" }, ASOF - 10)).toBe(1); // the second, closed the day after
    expect(ticket('count', { filter: "closed_at = ''" }, ASOF - 9)).toBe(0);
    expect(ticket('count', { filter: "closed_at = '' and priority = 'high'" })).toBe(1);
    expect(ticket('max', { field: 'as_of - opened_at', filter: "closed_at = ''" })).toBe(6);
  });

  it('knows a rating only once the ticket is closed', () => {
    expect(ticket('mean', { field: 'csat' })).toBe(3.5);
    expect(ticket('mean', { field: 'csat' }, ASOF - 10)).toBe(5);
  });

  it('measures days from one column to another', () => {
    expect(ticket('mean', { field: 'closed_at - opened_at', filter: "closed_at != ''" })).toBe(8); // 5 and 11
  });

  it('compares with the window before as it stood then', () => {
    // Opened in the last 30 days: 2; in the 30 days before: 1; +100 %.
    expect(ticket('count', { windowDays: 30, compare: 'own_previous' })).toBe(100);
  });
});

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

describe('values that cannot be read', () => {
  const tables: FlatFacts['tables'] = {
    surveys: [
      { ...A, at: ASOF, kind: 'csat', score: 4, effort: 'lots' },
      { ...A, at: ASOF - 1, kind: 'csat', score: null, effort: '１,２００' },
      { ...A, at: ASOF - 2, kind: 'csat', score: 2, effort: 'N/A' },
    ],
  };

  it('are left out and told with account, column and value, once', () => {
    const rows: MetricRow[] = [
      { dataset: 'surveys', aggregate: 'mean', field: 'effort' },
      { dataset: 'surveys', aggregate: 'sum', field: 'effort * 2' },
      { dataset: 'surveys', aggregate: 'mean', field: 'score' },
    ];
    const { values, problems } = read({ tables }, rows, ASOF);
    expect(Array.from(values)).toEqual([1200, 2400, 3]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      severity: 'error',
      source: 'Surveys',
      place: 'A',
      column: 'effort',
      value: 'lots',
    });
    expect(problems[0]?.why.en).toContain('account A');
    expect(problems[0]?.why.ja).toContain('数値ではありません');
  });

  it('are never a zero', () => {
    const surveys = [{ ...A, at: ASOF, kind: 'csat', effort: 'lots' }];
    expect(
      readOne({ tables: { surveys } }, { dataset: 'surveys', aggregate: 'sum', field: 'effort' }, ASOF),
    ).toBeNull();
  });

  it('are told one by one only so far, the rest by number', () => {
    const surveys = Array.from({ length: 80 }, (_, at) => ({ ...A, at: ASOF, kind: 'csat', effort: `lots ${at}` }));
    const { problems } = read(
      { tables: { surveys } },
      [{ dataset: 'surveys', aggregate: 'sum', field: 'effort' }],
      ASOF,
    );
    expect(problems).toHaveLength(51);
    expect(problems[50]?.why.en).toContain('30 more');
  });

  it('include dates that are none', () => {
    const contacts = [
      { ...A, joined: 'spring' },
      { ...A, joined: '2026-03-01' },
    ];
    const since: MetricRow = { dataset: 'contacts', aggregate: 'days_since_last', field: 'joined' };
    const { values, problems } = read({ tables: { contacts } }, [since], ASOF);
    expect(values[0]).toBe(30);
    expect(problems.map(({ code, value }) => [code, value])).toEqual([['reading.day', 'spring']]);
  });

  it('include columns nobody has, but not those a source may leave out', () => {
    const rows: MetricRow[] = [
      { dataset: 'surveys', aggregate: 'mean', field: 'scroe' },
      { dataset: 'surveys', aggregate: 'count', filter: "respondent_email != ''" },
      { dataset: 'tickets', aggregate: 'count', filter: "anything = ''" },
      { dataset: 'surveys', aggregate: 'ratio', field: 'score' },
      { dataset: 'surveys', aggregate: 'mean', field: '' },
      { dataset: 'surveys', aggregate: 'count', compare: 'own_previous' },
    ];
    const { values, problems } = read(
      { tables },
      rows.map((row, at) => ({ ...row, id: `m${at}` })),
      ASOF,
    );
    expect(Array.from(values)).toEqual([Number.NaN, 0, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect(problems.map(({ code, column }) => `${code} ${column}`)).toEqual([
      'metric.column Field',
      'metric.field Field',
      'metric.field Field',
      'metric.window Window Days',
    ]);
  });
});
