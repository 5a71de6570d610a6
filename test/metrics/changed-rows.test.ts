import { columnsReadBy } from '../../src/metrics/field';
import { day, type FlatFacts, type MetricRow, metricOf, read, readOne } from './facts';

const ASOF = day('2026-03-31');
const A = { account_id: 'A' };

type Tables = NonNullable<FlatFacts['tables']>;

describe('a row that was changed', () => {
  const contacts: Tables = {
    contacts: [
      { ...A, role: 'champion', __until: ASOF - 10 },
      { ...A, role: 'user', __from: ASOF - 10, __until: ASOF - 5 },
      { account_id: 'B', role: 'user', __from: ASOF - 5 },
    ],
  };
  const count = (tables: Tables, asOf: number, filter = '') =>
    readOne({ tables }, { dataset: 'contacts', aggregate: 'count', filter }, asOf);

  it('stood so from the day of the change, and until the day before the next', () => {
    expect(count(contacts, ASOF - 11, "role = 'champion'")).toBe(1);
    expect(count(contacts, ASOF - 10, "role = 'champion'")).toBe(0);
    expect(count(contacts, ASOF - 10, "role = 'user'")).toBe(1);
    expect(count(contacts, ASOF - 6)).toBe(1);
    // It went to another account, so the dataset still says something: nobody.
    expect(count(contacts, ASOF - 5)).toBe(0);
  });

  it('that came or went leaves nothing where nothing was', () => {
    const came = { contacts: [{ ...A, __from: ASOF }] };
    expect([count(came, ASOF - 1), count(came, ASOF)]).toEqual([null, 1]);
    const went = { contacts: [{ ...A, __until: ASOF }] };
    expect([count(went, ASOF - 1), count(went, ASOF)]).toEqual([1, null]);
    // A column that no row has is excused only while there are no rows at all.
    const metric: MetricRow = { dataset: 'contacts', aggregate: 'sum', field: 'opens' };
    expect(read({ tables: went }, [metric], ASOF).problems.map(({ code }) => code)).toEqual(['metric.column']);
  });

  it('is compared with as it stood at the end of the window before', () => {
    const compared: MetricRow = { dataset: 'contacts', aggregate: 'count', windowDays: 6, compare: 'own_previous' };
    expect(readOne({ tables: contacts }, { ...compared, filter: "role = 'champion'" }, ASOF - 5)).toBe(-100);
  });

  it('with a date counts from it, and no earlier than it stood so', () => {
    const goals = { goals: [{ ...A, actual: 4, agreed_on: ASOF - 20, __from: ASOF - 3 }] };
    const sum: MetricRow = { dataset: 'goals', aggregate: 'sum', field: 'actual' };
    expect([ASOF - 4, ASOF - 3].map((asOf) => readOne({ tables: goals }, sum, asOf))).toEqual([null, 4]);
    const later = { goals: [{ ...A, actual: 4, agreed_on: ASOF - 2, __from: ASOF - 3 }] };
    expect([ASOF - 3, ASOF - 2].map((asOf) => readOne({ tables: later }, sum, asOf))).toEqual([null, 4]);
  });

  it('says how fresh a reading is by what stood then', () => {
    const surveys = {
      surveys: [
        { ...A, at: ASOF - 9, kind: 'nps', score: 3 },
        { ...A, at: ASOF - 4, kind: 'nps', score: 5, __until: ASOF },
        { ...A, at: ASOF - 7, kind: 'nps', score: 5, __from: ASOF },
      ],
    };
    const newest = (asOf: number) =>
      read({ tables: surveys }, [{ dataset: 'surveys', aggregate: 'count' }], asOf).days[0];
    expect([newest(ASOF - 1), newest(ASOF)]).toEqual([ASOF - 4, ASOF - 7]);
  });
});

describe('columns that metrics read', () => {
  const isRead = columnsReadBy([
    metricOf({ dataset: 'contacts', aggregate: 'sum', field: 'Opens / [Mails Sent]', filter: "tier = 'gold'" }),
    metricOf({ dataset: 'goals', aggregate: 'mean', field: 'hours before' }),
    metricOf({ dataset: 'goals', aggregate: 'count' }),
    metricOf({ dataset: 'tickets', aggregate: 'sum', field: 'Re-opened' }),
  ]);

  it('are those of Field and Filter, however they are spelt', () => {
    expect(['opens', 'mails_sent', 'Tier'].map((name) => isRead('contacts', name))).toEqual([true, true, true]);
    expect(isRead('goals', 'Hours-Before')).toBe(true);
    // A name as it stands, though it could be a difference.
    expect(['Re-opened', 're', 'opened'].map((name) => isRead('tickets', name))).toEqual([true, true, true]);
  });

  it("are those of the metric's own dataset", () => {
    expect(isRead('tickets', 'opens')).toBe(false);
    expect(isRead('contacts', 'hours_before')).toBe(false);
    expect(isRead('goals', 'hours')).toBe(false);
  });
});
