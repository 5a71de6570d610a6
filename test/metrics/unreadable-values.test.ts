import { day, type FlatFacts, type MetricRow, read, readOne } from './facts';

const ASOF = day('2026-03-31');
const A = { account_id: 'A' };

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
