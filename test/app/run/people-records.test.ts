import { goalsOf, pulsesOf } from '../../../src/app/run/people-records';
import { strangersIn, withPeopleTables } from '../../../src/app/store/people-tables';
import type { Cell } from '../../../src/domain/cell';
import { parseDay } from '../../../src/domain/day';
import { readMetrics } from '../../../src/metrics/read-metrics';
import { GOALS } from '../../../src/tables/health/goals';
import { PULSES } from '../../../src/tables/health/pulses';
import { readTab } from '../../../src/tables/rows';
import { configOf, factsOf, type MetricRow, metricOf } from '../../metrics/facts';

/** The reading of account A from the tabs as people filled them; null where it is missing. */
function reading(goals: Cell[][], pulses: Cell[][], row: MetricRow): number | null {
  const facts = withPeopleTables(factsOf({ accounts: [{ account_id: 'A' }] }), {
    goals: goalsOf(readTab(GOALS, goals)),
    pulses: pulsesOf(readTab(PULSES, pulses)),
  });
  const asked = { facts, config: configOf([metricOf(row)]), accountIds: ['A'], segments: Int32Array.of(0) };
  const value = readMetrics({ ...asked, asOf: parseDay('2026-01-31') as number }).values[0] as number;
  return Number.isNaN(value) ? null : value;
}

const GOAL_HEADER = ['Goal ID', 'Account', 'Kind', 'Goal Name', 'Target', 'Actual', 'Unit', 'Due Date', 'Done Date'];
const goals = (own: readonly Cell[], ...rows: Cell[][]): Cell[][] => [
  [...GOAL_HEADER, 'Comment', 'Author Email', 'Update Date', ...own],
  ...rows.map(([id, kind, target, actual, updated, ...more]): Cell[] => [
    ...[id ?? null, 'A', kind ?? null, 'A goal', target ?? null, actual ?? null, '', null, null],
    ...['', '', updated ?? null, ...more],
  ]),
];
const PULSE_HEADER = ['Pulse ID', 'Account', 'Pulse', 'Comment', 'Author Email', 'Pulse Date', 'Expiry Date'];

describe('what people enter', () => {
  it('for an account that nobody knows is found, once, unless there are no accounts at all', () => {
    const of = (...ids: string[]) =>
      pulsesOf(
        readTab(PULSES, [PULSE_HEADER, ...ids.map((id, at) => [`p${at}`, id, 3, 'x', 'a@b.co', '2026-01-20', null])]),
      );
    const facts = factsOf({ accounts: [{ account_id: 'A' }] });
    expect(strangersIn(facts, of('A', 'Ａ', 'B', 'a', 'B'))).toEqual(['B', 'a']);
    expect(strangersIn(factsOf({}), of('B'))).toEqual([]);
  });

  it('is read against the goals of the account, of its own kind and up to the day', () => {
    const share: MetricRow = {
      dataset: 'goals',
      aggregate: 'mean',
      field: 'actual / target * 100',
      filter: "kind = 'roi'",
    };
    // 30 of 40 hours are 75 %, 12 of 10 orders 120 %: 97.5 on average; onboarding and February are left out.
    const rows = goals(
      [],
      ['g1', 'roi', 40, 30, '2026-01-10'],
      ['g2', 'roi', 10, 12, '2026-01-31'],
      ['g3', 'onboarding', 1, 0, '2026-01-10'],
      ['g4', 'roi', 10, 0, '2026-02-01'],
    );
    expect(reading(rows, [PULSE_HEADER], share)).toBe(97.5);
    expect(reading(goals([]), [PULSE_HEADER], share)).toBeNull();
  });

  it('may have columns of their own, numbers and days, that metrics read like others', () => {
    // From 100 hours to 60 agreed, 70 reached: 30 of 40 are saved. The review was 11 days ago.
    const rows = goals(['Hours Before', 'Reviewed On'], ['g', 'roi', 60, 70, '2026-01-10', 100, '2026-01-20']);
    const own = (field: string) => reading(rows, [PULSE_HEADER], { dataset: 'goals', aggregate: 'mean', field });
    expect(own('(hours_before - actual) / (hours_before - target) * 100')).toBe(75);
    expect(own('as_of - reviewed_on')).toBe(11);
    const pulse = [...['p', 'A', 4, 'fine', 'a@b.co', '2026-01-20', null], 5];
    expect(
      reading(goals([]), [[...PULSE_HEADER, 'Sponsor'], pulse], {
        dataset: 'pulses',
        aggregate: 'last',
        field: 'sponsor',
      }),
    ).toBe(5);
  });

  it('counts a pulse for ninety days where it names no expiry', () => {
    const pulse = (day: string) => [PULSE_HEADER, ['p', 'A', 4, 'fine', 'a@b.co', day, null]];
    const last: MetricRow = { dataset: 'pulses', aggregate: 'last', field: 'pulse' };
    expect(reading(goals([]), pulse('2025-11-02'), last)).toBe(4);
    expect(reading(goals([]), pulse('2025-11-01'), last)).toBeNull();
  });
});
