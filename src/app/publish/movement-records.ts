import { formatDay } from '../../domain/day';
import { same, say, type Text } from '../../domain/text';
import type { AccountScore } from '../../scoring/account-score';
import type { MovementTerm } from '../../scoring/movement';
import { shownReading } from '../../scoring/shown-number';
import type { TabRecord } from '../../tables/rows';
import { movementLine } from '../messages';
import type { ScoredDay } from '../run/portfolio';
import type { Edition } from './account-records';
import { type PublishedAccount, textOf } from './published-account';

/** Moves smaller than this are arithmetic noise. */
const NOISE = 1e-9;

/** Whether the account's score or band is another than on the day it is compared with. */
export function hasMoved({ moved, before, score }: PublishedAccount): boolean {
  if (moved === null || before === null || moved.change === null) return false;
  return Math.abs(moved.change) >= NOISE || before.band !== score.band;
}

/** The account's lines in Movements; they add up to the change of its score. None where the score stood still. */
export function movementRecords(
  account: PublishedAccount,
  then: ScoredDay,
  today: ScoredDay,
  edition: Edition,
): TabRecord[] {
  const { moved, before, score } = account;
  if (moved === null || before === null || !hasMoved(account)) return [];
  return moved.terms
    .filter((term) => Math.abs(term.points) >= NOISE)
    .map((term) => {
      const metricId = term.metric?.id ?? '';
      return {
        'Movement ID': `${account.accountId}|${term.kind}|${metricId}`,
        Account: account.accountId,
        'From Date': formatDay(then.asOf),
        'To Date': formatDay(today.asOf),
        Cause: term.kind,
        Metric: metricId === '' ? null : metricId,
        'Points Moved': term.points,
        'Reading Before': readingOf(before, metricId),
        'Reading After': readingOf(score, metricId),
        'Score Before': before.score,
        'Score After': score.score,
        'Band Before': before.band,
        'Band After': score.band,
        'Reason Note': say(termWords(term, before, score), edition.locale),
        'Owner Email': textOf(account.attribute('owner_email')),
        'Manager Email': textOf(account.attribute('manager_email')),
      };
    });
}

/** One term of a change in words, with the readings of both days. */
export function termWords({ kind, metric }: MovementTerm, before: AccountScore, after: AccountScore): Text {
  if (metric === null) return movementLine(kind, null, same(''), same(''));
  const [was, is] = [before, after].map((side) => shownReading(metric, readingOf(side, metric.id))) as [Text, Text];
  return movementLine(kind, metric.name, was, is);
}

function readingOf(score: AccountScore, metricId: string): number | null {
  return score.metrics.find(({ metric }) => metric.id === metricId)?.reading ?? null;
}
