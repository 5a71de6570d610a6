import type { Settings } from '../../domain/config/config';
import { say } from '../../domain/text';
import { BAND_WORDS } from '../../tables/health/accounts';
import type { TabRecord } from '../../tables/rows';
import { skewed } from '../messages';
import type { Edition } from './account-records';
import { isAtRisk, isGone, numberOf, type PublishedAccount, textOf } from './published-account';

/** Rows of Portfolio: how the accounts spread over the bands, in all, by segment and by team. */
export function portfolioRecords(
  accounts: readonly PublishedAccount[],
  settings: Settings,
  edition: Edition,
): TabRecord[] {
  const present = accounts.filter((account) => !isGone(account.attribute('status')));
  const groups: { grouping: string; name: string | null; members: readonly PublishedAccount[] }[] = [
    { grouping: 'all', name: null, members: present },
    ...groupsBy(present, 'segment', (account) => account.score.segment.id),
    ...groupsBy(present, 'team', (account) => textOf(account.attribute('team')) ?? ''),
  ];
  return groups.flatMap(({ grouping, name, members }) =>
    BAND_WORDS.map((band) => {
      const inBand = members.filter((account) => account.score.band === band);
      const scores = inBand.flatMap((account) => (account.score.score === null ? [] : [account.score.score]));
      const share = members.length === 0 ? 0 : (100 * inBand.length) / members.length;
      const skew = band !== 'Grey' && share > settings.skewWarningPercent;
      return {
        'Portfolio ID': `${grouping}|${name ?? ''}|${band}`,
        Grouping: grouping,
        'Group Name': name,
        Band: band,
        'Account Count': inBand.length,
        'Share Percent': share,
        MRR: sumOf(inBand, 'mrr'),
        'Average Score': mean(scores),
        'Skew Note': skew ? say(skewed(band, share), edition.locale) : null,
      };
    }),
  );
}

/** Rows of Team: one an owner. Without scoring only what is not a judgement. */
export function teamRecords(accounts: readonly PublishedAccount[], edition: Edition): TabRecord[] {
  const scoring = edition.mode === 'Scoring';
  const present = accounts.filter((account) => !isGone(account.attribute('status')));
  return groupsBy(present, 'owner', (account) => textOf(account.attribute('owner_email')) ?? '(no owner)').map(
    ({ name, members }) => {
      const first = members[0] as PublishedAccount;
      const scores = members.flatMap((account) => (account.score.score === null ? [] : [account.score.score]));
      const atRisk = members.filter((account) => isAtRisk(account.score.band));
      const changes = members.map((account) => account.moved?.change ?? 0);
      return {
        'Owner Email': name,
        'Manager Email': textOf(first.attribute('manager_email')),
        Team: textOf(first.attribute('team')),
        'Account Count': members.length,
        MRR: sumOf(members, 'mrr'),
        ...(scoring && {
          'Scored Count': scores.length,
          'At Risk Count': atRisk.length,
          'Improved Count': changes.filter((change) => change >= MOVED).length,
          'Worsened Count': changes.filter((change) => change <= -MOVED).length,
          'Average Score': mean(scores),
          'MRR At Risk': sumOf(atRisk, 'mrr'),
        }),
      };
    },
  );
}

/** A change that shows at one decimal. */
const MOVED = 0.05;

function groupsBy(
  accounts: readonly PublishedAccount[],
  grouping: string,
  nameOf: (account: PublishedAccount) => string,
): { grouping: string; name: string; members: PublishedAccount[] }[] {
  const members = new Map<string, PublishedAccount[]>();
  for (const account of accounts) {
    const name = nameOf(account);
    const group = members.get(name);
    if (group) group.push(account);
    else members.set(name, [account]);
  }
  return [...members.keys()].sort().map((name) => ({ grouping, name, members: members.get(name) ?? [] }));
}

function sumOf(accounts: readonly PublishedAccount[], column: string): number {
  return accounts.reduce((sum, account) => sum + (numberOf(account.attribute(column)) ?? 0), 0);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
