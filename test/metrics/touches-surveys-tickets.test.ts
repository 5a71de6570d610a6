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
