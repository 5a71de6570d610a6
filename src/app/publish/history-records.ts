import type { Cell } from '../../domain/cell';
import { civil, type Day, daysInMonth, formatDay, weekday } from '../../domain/day';
import { BAND_ORDER } from '../../scoring/bands';
import { SCORE_HISTORY } from '../../tables/health/score-history';
import type { TabRecord } from '../../tables/rows';
import type { ScoredDay } from '../run/portfolio';
import { textOf } from './published-account';

/** Score History keeps every day of the last four weeks, Sundays of the last eight, and month ends before them. */
const DAILY_DAYS = 28;
const WEEKLY_DAYS = 56;

/** Whether the tab still shows `day` when today is `today`; month ends stay for `months` months. */
export function staysInHistory(day: Day, today: Day, months: number): boolean {
  const age = today - day;
  if (age < 0) return false;
  if (age < DAILY_DAYS || (age < WEEKLY_DAYS && weekday(day) === 7)) return true;
  return isMonthEnd(day) && age <= 31 * months;
}

/**
 * Past days that a first run scores from the facts, so that a trend stands from the beginning: Sundays of the last eight
 * weeks and month ends of the last `months` months, newest first.
 */
export function backfillDays(today: Day, months: number): Day[] {
  const days: Day[] = [];
  for (let day = today - 1; day > today - 31 * months; day--) {
    if ((today - day < WEEKLY_DAYS && weekday(day) === 7) || isMonthEnd(day)) days.push(day);
  }
  return days;
}

function isMonthEnd(day: Day): boolean {
  const { year, month, date } = civil(day);
  return date === daysInMonth(year, month);
}

/** One row an account of a scored day. Accounts without a score have a row too: a gap is a fact. */
export function historyRecords(scoredDay: ScoredDay): TabRecord[] {
  const date = formatDay(scoredDay.asOf);
  const { config, scored } = scoredDay;
  return scoredDay.accountIds.map((accountId, index) => {
    const score = scored.scores[index] as number;
    return {
      'History ID': `${accountId}|${date}`,
      Account: accountId,
      'Score Date': date,
      Score: Number.isNaN(score) ? null : score,
      Band: BAND_ORDER[scored.bands[index] as number] as string,
      'Coverage Percent': (scored.coverage[index] as number) * 100,
      Segment: config.segments[scored.input.segments[index] as number]?.id ?? null,
      'Config Version': config.version,
      'Owner Email': textOf(scoredDay.attribute(index, 'owner_email')),
      'Manager Email': textOf(scoredDay.attribute(index, 'manager_email')),
    };
  });
}

/**
 * The history with `fresh` rows in place of rows of the same account and day, by day and account; marks rows whose
 * configuration differs from the account's row before.
 */
export function mergeHistory(standing: readonly TabRecord[], fresh: readonly TabRecord[]): TabRecord[] {
  const byId = new Map<Cell, TabRecord>();
  for (const record of [...standing, ...fresh]) byId.set(record[SCORE_HISTORY.key] ?? null, record);
  const sorted = [...byId.values()].sort(
    (a, b) => compareText(a['Score Date'], b['Score Date']) || compareText(a.Account, b.Account),
  );
  const versions = new Map<Cell, Cell>();
  return sorted.map((record) => {
    const [account, version] = [record.Account ?? null, record['Config Version'] ?? null];
    const before = versions.get(account);
    versions.set(account, version);
    return { ...record, 'Has New Version': before !== undefined && before !== version };
  });
}

function compareText(a: Cell | undefined, b: Cell | undefined): number {
  const left = String(a ?? '');
  const right = String(b ?? '');
  return left < right ? -1 : left > right ? 1 : 0;
}
