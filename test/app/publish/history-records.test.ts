import { backfillDays, mergeHistory, staysInHistory } from '../../../src/app/publish/history-records';
import { dayOf, formatDay } from '../../../src/domain/day';

const day = (text: string): number =>
  dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) as number;
const TODAY = day('2026-11-21');

const row = (account: string, date: string, version = 'c-1', score = 50) => ({
  'History ID': `${account}|${date}`,
  Account: account,
  'Score Date': date,
  Score: score,
  'Config Version': version,
});

describe('what Score History shows', () => {
  it('keeps every day of the last 56 days and only month ends before', () => {
    expect(staysInHistory(TODAY, TODAY)).toBe(true);
    expect(staysInHistory(day('2026-09-27'), TODAY)).toBe(true);
    expect(staysInHistory(day('2026-09-26'), TODAY)).toBe(false);
    expect(staysInHistory(day('2026-08-31'), TODAY)).toBe(true);
    expect(staysInHistory(day('2024-02-29'), TODAY)).toBe(true);
  });

  it('drops days after the as-of day, which a run for an earlier day must not know', () => {
    expect(staysInHistory(TODAY + 1, TODAY)).toBe(false);
  });
});

describe('the past days a first run computes', () => {
  const days = backfillDays(TODAY, 3).map(formatDay);

  it('are the Sundays of the last eight weeks and the month ends before, newest first', () => {
    expect(days).toEqual([
      '2026-11-15',
      '2026-11-08',
      '2026-11-01',
      '2026-10-31',
      '2026-10-25',
      '2026-10-18',
      '2026-10-11',
      '2026-10-04',
      '2026-09-30',
      '2026-09-27',
      '2026-08-31',
    ]);
  });

  it('all stay in the history they are computed for', () => {
    for (const past of backfillDays(TODAY, 24)) expect(staysInHistory(past, TODAY)).toBe(true);
  });
});

describe('merging days into the history', () => {
  it('puts a day that is scored again in place of the first scoring', () => {
    const merged = mergeHistory([row('A', '2026-11-20', 'c-1', 40)], [row('A', '2026-11-20', 'c-1', 60)], TODAY);
    expect(merged.map((record) => record.Score)).toEqual([60]);
  });

  it('orders by account and day', () => {
    const merged = mergeHistory([row('B', '2026-11-20'), row('A', '2026-11-21')], [row('A', '2026-11-19')], TODAY);
    expect(merged.map((record) => record['History ID'])).toEqual(['A|2026-11-19', 'A|2026-11-21', 'B|2026-11-20']);
  });

  it('marks the first day under a new configuration, for each account on its own', () => {
    const merged = mergeHistory(
      [row('A', '2026-11-19'), row('A', '2026-11-20', 'c-2'), row('A', '2026-11-21', 'c-2')],
      [row('B', '2026-11-20', 'c-2')],
      TODAY,
    );
    expect(merged.map((record) => record['Has New Version'])).toEqual([false, true, false, false]);
  });
});
