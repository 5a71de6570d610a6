import type { Cell } from '../../domain/cell';
import type { Band } from '../../domain/config/config';
import { isGone } from '../../domain/gone';
import type { Text } from '../../domain/text';
import { priorityOrder } from '../../plays/priority';
import { type AccountScore, accountScore } from '../../scoring/account-score';
import { type Movement, movement } from '../../scoring/movement';
import { reasons } from '../../scoring/reasons';
import type { ScoredDay } from '../run/portfolio';

/** The day a score is compared with, under the configuration then in force and under today's. */
export interface Comparison {
  /** The accounts that were customers then. */
  readonly then: ScoredDay;
  /** The same day and accounts under today's configuration; the very same value where the configuration has not changed. */
  readonly thenUnderNow: ScoredDay;
}

/** One account with everything that any tab says of it. */
export interface PublishedAccount {
  readonly accountId: string;
  readonly attribute: (column: string) => Cell;
  readonly score: AccountScore;
  readonly before: AccountScore | null;
  /** The day of `before` under today's configuration; null where that is the same. */
  readonly underNow: AccountScore | null;
  readonly moved: Movement | null;
  readonly reasons: readonly Text[];
  /** 1 is the account to look at first. */
  readonly priority: number;
}

/** Every account of the day, explained and compared, in the order of the day. */
export function publishedAccounts(today: ScoredDay, comparison: Comparison | null): PublishedAccount[] {
  const places = new Map(comparison?.then.accountIds.map((accountId, place) => [accountId, place]));
  const explained = today.accountIds.map((accountId, index) => {
    const score = accountScore(today.scored, index);
    const place = places.get(accountId);
    const scoredThen = (day: ScoredDay): AccountScore | null =>
      place === undefined ? null : accountScore(day.scored, place);
    const before = comparison && scoredThen(comparison.then);
    const underNow =
      comparison && comparison.thenUnderNow !== comparison.then ? scoredThen(comparison.thenUnderNow) : null;
    const moved = before ? movement(before, score, today.scored.scoring, underNow) : null;
    const earlier = before && moved ? { account: before, movement: moved, underNow } : null;
    const attribute = (column: string) => today.attribute(index, column);
    return { accountId, attribute, score, before, underNow, moved, reasons: reasons(score, earlier) };
  });
  const order = priorityOrder(
    explained.map(({ score, moved, attribute }) => ({
      band: score.band,
      score: score.score,
      change: moved?.change ?? null,
      mrr: numberOf(attribute('mrr')),
      gone: isGone(attribute('status')),
    })),
  );
  const priorities: number[] = [];
  order.forEach((index, place) => {
    priorities[index] = place + 1;
  });
  return explained.map((account, index) => ({ ...account, priority: priorities[index] as number }));
}

/** The two bands a manager steps in for. */
export function isAtRisk(band: Band): boolean {
  return band === 'Yellow' || band === 'Red';
}

export function numberOf(cell: Cell): number | null {
  return typeof cell === 'number' ? cell : null;
}

export function textOf(cell: Cell): string | null {
  return cell === null ? null : String(cell);
}

/** A cell as words, '' for an empty one. */
export function cellText(cell: Cell | undefined): string {
  return String(cell ?? '');
}
