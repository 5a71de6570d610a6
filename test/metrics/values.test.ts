import { day, type FlatFacts, type MetricRow, read, readOne } from './facts';

const ASOF = day('2026-03-31');
const A = { account_id: 'A' };

/** Touches on the last days, the newest first, each with these cells. */
function touches(cells: readonly Readonly<Record<string, string | number | boolean | null>>[]): FlatFacts {
  return { tables: { touches: cells.map((row, back) => ({ ...A, at: ASOF - back, ...row })) } };
}

function touch(aggregate: MetricRow['aggregate'], field: string, facts: FlatFacts, more: Partial<MetricRow> = {}) {
  return readOne(facts, { dataset: 'touches', aggregate, field, windowDays: 30, ...more }, ASOF);
}

function usage(values: readonly number[]): FlatFacts {
  return {
    usage: values.map((value, back) => ({ account: 'A', day: ASOF - back, measure: 'login', user: '', value })),
  };
}

describe('rows with a value', () => {
  it('are those whose cell is neither empty nor a condition that fails; 0 is a value', () => {
    const facts = touches([{ x: 'yes' }, { x: '  ' }, { x: null }, { x: false }, { x: true }, { x: 0 }]);
    expect(touch('count', 'x', facts)).toBe(3); // yes, true, 0
    expect(touch('count', "x = 'yes'", facts)).toBe(1);
    expect(touch('distinct', 'x', facts)).toBe(3);
  });

  it('count once for each different part of a list, in whatever case and width, empty parts not at all', () => {
    const facts = touches([{ x: 'Ann; ;bob;' }, { x: 'ＡＮＮ ' }, { x: 'bob;cy' }, { x: 7 }, { x: 7 }]);
    expect(touch('distinct', 'x', facts)).toBe(4); // ann, bob, cy, 7
  });

  it('part lists by commas too only in columns declared as lists', () => {
    const facts = touches([{ x: 'a,b', participants: 'a,b' }]);
    expect(touch('distinct', 'x', facts)).toBe(1);
    expect(touch('distinct', 'participants', facts)).toBe(2);
    const goals: FlatFacts = { tables: { goals: [{ ...A, agreed_on: ASOF, kind: 'a,b;c' }] } };
    expect(readOne(goals, { dataset: 'goals', aggregate: 'distinct', field: 'kind' }, ASOF)).toBe(2);
    const pulses: FlatFacts = { tables: { pulses: [{ ...A, at: ASOF, note: 'a,b;c' }] } };
    expect(readOne(pulses, { dataset: 'pulses', aggregate: 'distinct', field: 'note' }, ASOF)).toBe(2);
  });

  it('make a day active, but for the value 0', () => {
    const facts = touches([{ x: 3 }, { x: 0 }, { x: null }, { x: ' ' }, { x: false }, { x: 'yes' }, { x: true }]);
    expect(touch('active_days', 'x', facts)).toBe(3); // 3, yes, true
    expect(touch('active_days', '', facts)).toBe(7);
    expect(readOne(usage([0, 2, 0, 1]), { dataset: 'usage', aggregate: 'active_days' }, ASOF)).toBe(2);
    expect(readOne(usage([0, 2, 0, 1]), { dataset: 'usage', aggregate: 'active_days', field: 'value > 1' }, ASOF)).toBe(
      1,
    );
  });

  it('are no activity in usage where their value is 0', () => {
    const since: MetricRow = { dataset: 'usage', aggregate: 'days_since_last', field: 'login' };
    expect(readOne(usage([0, 0, 2, 5]), since, ASOF)).toBe(2);
    expect(readOne(usage([0, 0, 2, 5]), { ...since, field: 'value >= 5' }, ASOF)).toBe(3);
    expect(readOne(usage([0, 0]), since, ASOF)).toBeNull();
    expect(readOne(usage([0, 0, 2]), { dataset: 'usage', aggregate: 'distinct', field: 'date' }, ASOF)).toBe(1);
    const other = [...(usage([0, 1]).usage ?? []), { account: 'A', day: ASOF, measure: 'api', user: '', value: 9 }];
    expect(readOne({ usage: other }, { ...since, filter: 'value >= 0' }, ASOF)).toBe(1);
  });
});

describe('the day of a value', () => {
  const since = (cells: Parameters<typeof touches>[0]) => touch('days_since_last', 'seen', touches(cells));

  it('is read from days, from times of day and from ISO text', () => {
    expect(since([{ seen: ASOF - 4 }, { seen: ASOF - 2 }])).toBe(2);
    expect(since([{ seen: ASOF - 2 + 0.75 }])).toBe(2);
    expect(since([{ seen: ' 2026-03-29 ' }])).toBe(2);
    expect(since([{ seen: '2026-03-29T18:00:00' }])).toBe(2);
  });

  it('is missing, and no problem, where the cell is empty or a flag', () => {
    const { values, problems } = read(
      touches([{ seen: null }, { seen: '  ' }, { seen: true }]),
      [{ dataset: 'touches', aggregate: 'days_since_last', field: 'seen' }],
      ASOF,
    );
    expect(values[0]).toBeNaN();
    expect(problems).toEqual([]);
  });

  it('is told where the text is no day, by its column, or none where the Field is no column', () => {
    const told = (field: string) =>
      read(touches([{ seen: 'soon' }]), [{ dataset: 'touches', aggregate: 'days_since_last', field }], ASOF).problems;
    expect(told('seen').map(({ code, column, value }) => [code, column, value])).toEqual([
      ['reading.day', 'seen', 'soon'],
    ]);
    expect(told("'soon'").map(({ code, column, value }) => [code, column, value])).toEqual([
      ['reading.day', '', 'soon'],
    ]);
  });
});

describe('numbers', () => {
  it('are read from numbers, flags and text as people write it', () => {
    const facts = touches([{ x: 1.5 }, { x: true }, { x: false }, { x: '1,200' }, { x: '１２' }, { x: null }]);
    expect(touch('sum', 'x', facts)).toBe(1214.5);
    expect(touch('mean', 'x', facts)).toBe(242.9); // of five
    expect(touch('min', 'x', facts)).toBe(0);
  });

  it('beyond what a number holds are missing', () => {
    expect(touch('max', 'x', touches([{ x: 5 }, { x: Number.POSITIVE_INFINITY }]))).toBe(5);
    expect(touch('sum', 'x * 1e300', touches([{ x: 1e300 }]))).toBeNull();
  });

  it('are told where the text is none, and only that text', () => {
    const told = (field: string, row: Readonly<Record<string, string | number | boolean | null>>) =>
      read(touches([row]), [{ dataset: 'touches', aggregate: 'sum', field }], ASOF).problems.map(
        ({ code, column, value }) => `${code} ${column} ${value}`,
      );
    expect(told('x', { x: 'lots' })).toEqual(['reading.number x lots']);
    expect(told('x', { x: '2026-03-01' })).toEqual(['reading.number x 2026-03-01']);
    expect(told('x + y', { x: 'lots', y: 1 })).toEqual(['reading.number x lots']);
    expect(told('x - y', { x: '2026-03-01', y: null })).toEqual([]);
    expect(told('x - y', { x: '2026-03-01', y: 'soon' })).toEqual(['reading.number y soon']);
    expect(told('x + y', { x: true, y: null })).toEqual([]);
    expect(told('x + y', { x: '5', y: null })).toEqual([]);
    expect(told('-(x * 2)', { x: 'lots' })).toEqual(['reading.number x lots']);
  });

  it('add up to both sides of a ratio, each row by itself', () => {
    const rows = touches([
      { won: 1, asked: 2 },
      { won: 2, asked: null },
      { won: null, asked: 4 },
    ]);
    expect(touch('ratio', 'won / asked', rows)).toBe(0.5); // 3 / 6
    expect(touch('ratio', 'won / asked', touches([{ won: 1, asked: null }]))).toBeNull();
    expect(touch('ratio', 'won / asked', touches([{ won: 1, asked: 0 }]))).toBeNull();
    expect(touch('ratio', 'won / asked', touches([{ won: null, asked: 2 }]))).toBeNull();
    expect(touch('ratio', 'won / asked', touches([{ won: 3, asked: -2 }]))).toBe(-1.5);
  });
});
