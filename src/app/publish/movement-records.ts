import { formatDay } from '../../domain/day';
import { say } from '../../domain/text';
import { movementWords } from '../../scoring/reasons';
import type { TabRecord } from '../../tables/rows';
import type { ScoredDay } from '../run/portfolio';
import type { Edition } from './account-records';
import { type PublishedAccount, textOf } from './published-account';

/** Moves smaller than this are arithmetic noise. */
const NOISE = 1e-9;

/** The account's lines in Movements; they add up to the change of its score. None where the score stood still. */
export function movementRecords(
  account: PublishedAccount,
  then: ScoredDay,
  today: ScoredDay,
  edition: Edition,
): TabRecord[] {
  const { moved, before, score } = account;
  if (moved === null || before === null || moved.change === null) return [];
  if (Math.abs(moved.change) < NOISE && before.band === score.band) return [];
  return moved.terms
    .filter((term) => Math.abs(term.points) >= NOISE)
    .map((term) => {
      const metricId = term.metric?.id ?? '';
      const readingOf = (side: typeof score) =>
        side.metrics.find((line) => line.metric.id === metricId)?.reading ?? null;
      return {
        'Movement ID': `${account.accountId}|${term.kind}|${metricId}`,
        Account: account.accountId,
        'From Date': formatDay(then.asOf),
        'To Date': formatDay(today.asOf),
        Cause: term.kind,
        Metric: metricId === '' ? null : metricId,
        'Points Moved': term.points,
        'Reading Before': readingOf(before),
        'Reading After': readingOf(score),
        'Score Before': before.score,
        'Score After': score.score,
        'Band Before': before.band,
        'Band After': score.band,
        'Reason Note': say(movementWords(term), edition.locale),
        'Owner Email': textOf(account.attribute('owner_email')),
        'Manager Email': textOf(account.attribute('manager_email')),
      };
    });
}
