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
  it('keeps every day of four weeks, Sundays of eight, and month ends before', () => {
    expect(staysInHistory(TODAY, TODAY, 25)).toBe(true);
    expect(staysInHistory(day('2026-10-25'), TODAY, 25)).toBe(true);
    expect(staysInHistory(day('2026-10-24'), TODAY, 25)).toBe(false);
    expect(staysInHistory(day('2026-10-18'), TODAY, 25)).toBe(true);
    expect(staysInHistory(day('2026-09-27'), TODAY, 25)).toBe(true);
    expect(staysInHistory(day('2026-09-20'), TODAY, 25)).toBe(false);
    expect(staysInHistory(day('2026-08-31'), TODAY, 25)).toBe(true);
    expect(staysInHistory(day('2025-02-28'), TODAY, 25)).toBe(true);
  });

  it('keeps month ends as long as the retention says', () => {
    expect(staysInHistory(day('2025-08-31'), TODAY, 13)).toBe(false);
    expect(staysInHistory(day('2025-10-31'), TODAY, 13)).toBe(true);
  });

  it('drops days after the as-of day, which a run for an earlier day must not know', () => {
    expect(staysInHistory(TODAY + 1, TODAY, 25)).toBe(false);
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
    for (const past of backfillDays(TODAY, 24)) expect(staysInHistory(past, TODAY, 25)).toBe(true);
  });
});

describe('merging days into the history', () => {
  it('puts a day that is scored again in place of the first scoring', () => {
    const merged = mergeHistory([row('A', '2026-11-20', 'c-1', 40)], [row('A', '2026-11-20', 'c-1', 60)]);
    expect(merged.map((record) => record.Score)).toEqual([60]);
  });

  it('orders by day and account', () => {
    const merged = mergeHistory([row('B', '2026-11-20'), row('A', '2026-11-21')], [row('A', '2026-11-19')]);
    expect(merged.map((record) => record['History ID'])).toEqual(['A|2026-11-19', 'B|2026-11-20', 'A|2026-11-21']);
  });

  it('marks the first day under a new configuration, for each account on its own', () => {
    const merged = mergeHistory(
      [row('A', '2026-11-19'), row('A', '2026-11-20', 'c-2'), row('A', '2026-11-21', 'c-2')],
      [row('B', '2026-11-20', 'c-2')],
    );
    expect(merged.map((record) => record['Has New Version'])).toEqual([false, true, false, false]);
  });
});
