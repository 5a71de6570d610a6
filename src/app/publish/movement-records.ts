import { formatDay } from '../../domain/day';
import { same, say } from '../../domain/text';
import { shownReading } from '../../scoring/shown-number';
import type { TabRecord } from '../../tables/rows';
import { movementLine } from '../messages';
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
      const { metric } = term;
      const metricId = metric?.id ?? '';
      const [was, is] = [before, score].map(
        (side) => side.metrics.find((line) => line.metric.id === metricId)?.reading ?? null,
      ) as [number | null, number | null];
      const shown = (reading: number | null) => (metric ? shownReading(metric, reading) : same(''));
      return {
        'Movement ID': `${account.accountId}|${term.kind}|${metricId}`,
        Account: account.accountId,
        'From Date': formatDay(then.asOf),
        'To Date': formatDay(today.asOf),
        Cause: term.kind,
        Metric: metricId === '' ? null : metricId,
        'Points Moved': term.points,
        'Reading Before': was,
        'Reading After': is,
        'Score Before': before.score,
        'Score After': score.score,
        'Band Before': before.band,
        'Band After': score.band,
        'Reason Note': say(movementLine(term.kind, metric?.name ?? null, shown(was), shown(is)), edition.locale),
        'Owner Email': textOf(account.attribute('owner_email')),
        'Manager Email': textOf(account.attribute('manager_email')),
      };
    });
}
