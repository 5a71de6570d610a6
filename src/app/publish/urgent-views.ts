import { same, say } from '../../domain/text';
import type { UrgentView } from '../../domain/views';
import { boundsOf, shownScore } from '../../scoring/bands';
import type { ScoredDay } from '../run/portfolio';
import type { Edition } from './account-records';
import { type PublishedAccount, textOf } from './published-account';

/** Accounts listed in the sidebar where none is selected. */
const URGENT = 5;

/** The accounts to look at first, kept beside the tabs: the sidebar would read a whole tab for them. None without scoring. */
export function urgentViews(
  accounts: readonly PublishedAccount[],
  { config }: ScoredDay,
  edition: Edition,
): UrgentView[] {
  if (edition.mode !== 'Scoring') return [];
  const first = accounts.filter(({ priority }) => priority <= URGENT).sort((a, b) => a.priority - b.priority);
  return first.map(({ accountId, attribute, score, reasons }) => ({
    accountId,
    name: textOf(attribute('name')) ?? accountId,
    score: score.score,
    shownScore: shownScore(score.score, boundsOf(config.bands, score.segment.id)),
    band: score.band,
    reason: same(reasons[0] ? say(reasons[0], edition.locale) : ''),
  }));
}
