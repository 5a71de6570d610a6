import { formatDay } from '../../domain/day';
import { same, say, type Text } from '../../domain/text';
import type { AccountScore } from '../../scoring/account-score';
import type { MovementTerm, TermKind } from '../../scoring/movement';
import { shownApart, shownReading, withUnit } from '../../scoring/shown-number';
import type { TabRecord } from '../../tables/rows';
import { movementLine } from '../messages';
import type { ScoredDay } from '../run/portfolio';
import type { Edition } from './account-records';
import { type PublishedAccount, textOf } from './published-account';

/** Moves smaller than this are arithmetic noise. */
const NOISE = 1e-9;

/** Whether the account's score or band is another than on the day it is compared with. */
export function hasMoved({ moved, before, score }: PublishedAccount): boolean {
  if (moved === null || before === null) return false;
  return Math.abs(moved.change ?? 0) >= NOISE || before.band !== score.band;
}

/**
 * The account's lines in Movements; they add up to the change of its score. None where the score stood still; one, in
 * the words of the first reason, where the account lost its score or came to one.
 */
export function movementRecords(
  account: PublishedAccount,
  then: ScoredDay,
  today: ScoredDay,
  edition: Edition,
): TabRecord[] {
  const { moved, before, underNow, score, accountId } = account;
  if (moved === null || before === null || !hasMoved(account)) return [];
  const line = (cause: TermKind, metric: string, points: number | null, note: Text): TabRecord => ({
    'Movement ID': `${accountId}|${cause}|${metric}`,
    Account: accountId,
    'From Date': formatDay(then.asOf),
    'To Date': formatDay(today.asOf),
    Cause: cause,
    Metric: metric || null,
    'Points Moved': points,
    'Score Before': before.score,
    'Score After': score.score,
    'Band Before': before.band,
    'Band After': score.band,
    'Reason Note': say(note, edition.locale),
    'Owner Email': textOf(account.attribute('owner_email')),
    'Manager Email': textOf(account.attribute('manager_email')),
  });
  if (moved.change === null) {
    const cause = underNow && (underNow.score === null) === (score.score === null) ? 'config' : 'coverage';
    return [line(cause, '', null, account.reasons[0] as Text)];
  }
  return moved.terms.map((term) => {
    const metricId = term.metric?.id ?? '';
    const [was, is] = readingsOf(term, account);
    return {
      ...line(term.kind, metricId, term.points, termWords(term, account)),
      'Reading Before': was,
      'Reading After': is,
    };
  });
}

/** One term of a change in words, with the readings of both days. */
export function termWords(term: MovementTerm, account: PublishedAccount): Text {
  const { kind, metric } = term;
  if (metric === null) return movementLine(kind, null, same(''), same(''));
  const [was, is] = readingsOf(term, account);
  const [before, after] = was === null || is === null ? [] : shownApart(was, is);
  const words = (reading: number | null, shown?: string): Text =>
    shown === undefined ? shownReading(metric, reading) : withUnit(metric, shown);
  return movementLine(kind, metric.name, words(was, before), words(is, after));
}

/**
 * The readings between which a term lies. What a new configuration did lies between two readings of the earlier day, what
 * the customer did between two readings of today's configuration.
 */
function readingsOf({ kind, metric }: MovementTerm, account: PublishedAccount): [number | null, number | null] {
  const { before, underNow, score } = account;
  const then = underNow ?? before;
  const reading = (of: AccountScore | null): number | null =>
    of?.metrics.find((line) => line.metric.id === metric?.id)?.reading ?? null;
  return kind === 'config' ? [reading(before), reading(then)] : [reading(then), reading(score)];
}
