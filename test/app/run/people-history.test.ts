import fc from 'fast-check';
import { goalsOf, pulsesOf } from '../../../src/app/run/people-records';
import { notePeople, type PeopleRecords, withPeopleTables } from '../../../src/app/store/people-tables';
import { readRowHistory, rowHistoryRows } from '../../../src/app/store/row-history';
import type { Cell, Grid } from '../../../src/domain/cell';
import { parseDay } from '../../../src/domain/day';
import { readMetrics } from '../../../src/metrics/read-metrics';
import { GOALS } from '../../../src/tables/health/goals';
import { PULSES } from '../../../src/tables/health/pulses';
import { readTab } from '../../../src/tables/rows';
import { configOf, factsOf, type MetricRow, metricOf } from '../../metrics/facts';

/** The first day on which a run saw the tabs. */
const FIRST = parseDay('2026-01-31') as number;

const HEADERS = {
  goals: ['Goal ID', 'Account', 'Kind', 'Goal Name', 'Target', 'Actual', 'Update Date'],
  pulses: ['Pulse ID', 'Account', 'Pulse', 'Comment', 'Author Email', 'Pulse Date'],
};

interface Tabs {
  readonly goals?: readonly Cell[][];
  readonly pulses?: readonly Cell[][];
  /** Headers of columns that people added to Goals. */
  readonly own?: readonly string[];
}

function recordsOf({ goals = [], pulses = [], own = [] }: Tabs): PeopleRecords {
  return {
    goals: goalsOf(readTab(GOALS, [[...HEADERS.goals, ...own], ...goals])),
    pulses: pulsesOf(readTab(PULSES, [HEADERS.pulses, ...pulses])),
  };
}

/** Runs see the tabs day after day; what the last one knows of a metric of account A as of each of these days. */
function seen(daily: readonly Tabs[], row: MetricRow, days: readonly number[]): (number | null)[] {
  let tab: Grid = [];
  let facts = factsOf({});
  daily.forEach((tabs, at) => {
    const records = recordsOf(tabs);
    const history = readRowHistory(tab, Number.NEGATIVE_INFINITY, fail, fail);
    notePeople(history, records, FIRST + at);
    tab = JSON.parse(JSON.stringify([['dataset', 'date', 'records'], ...rowHistoryRows(history)])) as Grid;
    facts = withPeopleTables(factsOf({ accounts: [{ account_id: 'A' }] }), records, undefined, history);
  });
  const config = configOf([metricOf(row)]);
  return days.map((day) => {
    const asked = { facts, config, accountIds: ['A'], segments: Int32Array.of(0), asOf: FIRST + day };
    const value = readMetrics(asked).values[0] as number;
    return Number.isNaN(value) ? null : value;
  });
}

function fail(): never {
  throw new Error('unreadable');
}

const goal = (id: string, target: Cell, actual: Cell, updated: string, ...own: Cell[]): Cell[] => [
  ...[id, 'A', 'roi', 'Fewer hours', target, actual, updated, ...own],
];
const pulse = (id: string, value: number, day: string): Cell[] => [id, 'A', value, 'fine', 'a@b.co', day];
const SHARE: MetricRow = { dataset: 'goals', aggregate: 'mean', field: 'actual / target * 100' };
const COUNT: MetricRow = { dataset: 'goals', aggregate: 'count' };
const PULSE: MetricRow = { dataset: 'pulses', aggregate: 'last', field: 'pulse' };

describe('a goal that is edited in place', () => {
  it('counts as it stood at the end of each day, before the first as it was first seen', () => {
    const daily = [
      { goals: [goal('g', 40, 10, '2026-01-10')] },
      { goals: [goal('g', 40, 30, '2026-02-01')] },
      { goals: [goal('g', 50, 30, '2026-02-01')] },
    ];
    // 10 of 40 are 25 %, 30 of 40 are 75 %, 30 of 50 are 60 %. Nothing was agreed before 10 January.
    expect(seen(daily, SHARE, [-22, -21, 0, 1, 2])).toEqual([null, 25, 25, 75, 60]);
  });

  it('was there before its row was deleted, and not before it was written, whatever its date', () => {
    const [one, two] = [goal('g', 40, 10, '2026-01-10'), goal('h', 40, 20, '2026-01-10')];
    const daily = [{ goals: [one] }, { goals: [one, two] }, { goals: [two] }, { goals: [] }];
    expect(seen(daily, COUNT, [0, 1, 2])).toEqual([1, 2, 1]);
    expect(seen(daily, SHARE, [0, 1, 2, 3])).toEqual([25, 37.5, 50, null]);
  });

  it('was not there where the tab was empty before', () => {
    const daily = [{}, { goals: [goal('g', 40, 10, '2026-01-10')] }];
    expect(seen(daily, SHARE, [0, 1])).toEqual([null, 25]);
  });

  it('needs no id, and may be sorted', () => {
    const [one, two] = [goal('', 40, 10, '2026-01-10'), goal('', 40, 20, '2026-01-10')];
    const daily = [{ goals: [one, two] }, { goals: [two, goal('', 40, 30, '2026-02-01')] }];
    expect(seen(daily, SHARE, [0, 1])).toEqual([37.5, 62.5]);
  });

  it('keeps what stood in columns that people added', () => {
    const own = ['Hours Before'];
    const daily = [
      { own, goals: [goal('g', 40, 10, '2026-01-10', 100)] },
      { own, goals: [goal('g', 40, 10, '2026-01-10', 80)] },
    ];
    const hours: MetricRow = { dataset: 'goals', aggregate: 'sum', field: 'hours_before' };
    expect(seen(daily, hours, [0, 1])).toEqual([100, 80]);
    // A column that is new has no past of its own.
    expect(seen([{ goals: [goal('g', 40, 10, '2026-01-10')] }, ...daily.slice(1)], hours, [0, 1])).toEqual([80, 80]);
  });
});

describe('a pulse', () => {
  it('that is edited or deleted counted as it was', () => {
    const [good, bad, new_] = [
      pulse('p', 4, '2026-01-20'),
      pulse('p', 1, '2026-01-20'),
      pulse('q', 3, '2026-02-02'),
    ] as const;
    const daily = [{ pulses: [good] }, { pulses: [bad] }, { pulses: [new_] }];
    expect(seen(daily, PULSE, [-12, -1, 0, 1, 2])).toEqual([null, 4, 4, 1, 3]);
  });

  it('leaves its words out of what is kept', () => {
    const history = readRowHistory([], Number.NEGATIVE_INFINITY, fail, fail);
    notePeople(history, recordsOf({ pulses: [pulse('p', 4, '2026-01-20')] }), FIRST);
    expect(JSON.stringify(rowHistoryRows(history))).not.toMatch(/fine|note/);
  });
});

describe('what people write', () => {
  it('is as it was in the evening of every day, whatever they do later', () => {
    const text = fc
      .integer({ min: -5, max: 6 })
      .map((at) => new Date((FIRST + at) * 86400000).toISOString().slice(0, 10));
    const number = fc.constantFrom<Cell>(null, 0, 20, 40);
    const day = fc.record({
      goals: fc.array(
        fc.tuple(fc.constantFrom('', 'g', 'h'), number, number, text).map((cells) => goal(...cells)),
        { maxLength: 3 },
      ),
      pulses: fc.array(
        fc.tuple(fc.constantFrom('', 'p'), fc.integer({ min: 1, max: 5 }), text).map((cells) => pulse(...cells)),
        { maxLength: 2 },
      ),
    });
    const metrics: MetricRow[] = [
      SHARE,
      COUNT,
      PULSE,
      { ...COUNT, filter: "done_on != ''" },
      { ...SHARE, aggregate: 'days_since_last', field: '' },
      { ...SHARE, windowDays: 3, compare: 'own_previous' },
    ];
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 6 }), (daily) => {
        for (const metric of metrics) {
          const days = daily.map((_, at) => at);
          const then = days.map((at) => seen(daily.slice(0, at + 1), metric, [at])[0]);
          expect(seen(daily, metric, days)).toEqual(then);
        }
      }),
      { numRuns: 150 },
    );
  });
});
