import type { Cell } from '../../domain/cell';
import type { Settings } from '../../domain/config/config';
import { type Day, formatDay } from '../../domain/day';
import { type Facts, stood } from '../../domain/facts';
import { isGone } from '../../domain/gone';
import { say } from '../../domain/text';
import { BAND_ORDER } from '../../scoring/bands';
import { BAND_WORDS } from '../../tables/health/accounts';
import type { TabRecord } from '../../tables/rows';
import { skewed } from '../messages';
import type { ScoredDay } from '../run/portfolio';
import type { Edition } from './account-records';
import { isAtRisk, numberOf, type PublishedAccount, textOf } from './published-account';

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

/** Days without a word after which an account at risk counts as silent. */
const SILENT_DAYS = 14;

/** Touches in which somebody spoke with the customer. */
const SPOKEN: readonly Cell[] = ['meeting', 'call', 'email'];

/** Tells whether nobody met, called or wrote to an account in the days up to `asOf`. */
export function silenceAt(facts: Facts, asOf: Day): (accountId: string) => boolean {
  const touches = facts.tables.touches;
  const kind = touches?.columns.indexOf('kind') ?? -1;
  return (accountId) =>
    !touches?.byAccount.get(accountId)?.some((row) => {
      const day = Number(row[touches.dated]);
      return (
        SPOKEN.includes(row[kind] ?? null) && stood(touches, row, asOf) && day > asOf - SILENT_DAYS && day < asOf + 1
      );
    });
}

/** The row of a day in Trend: accounts by band, but for those that had left. */
export function trendRecord({ asOf, accountIds, scored, attribute }: ScoredDay): TabRecord {
  const day = formatDay(asOf);
  const counts = BAND_WORDS.map(() => 0);
  accountIds.forEach((_, index) => {
    const at = BAND_WORDS.indexOf(BAND_ORDER[scored.bands[index] as number] as string);
    if (!isGone(attribute(index, 'status'))) counts[at] = (counts[at] as number) + 1;
  });
  return {
    'Score Date': day,
    ...Object.fromEntries(BAND_WORDS.map((band, at) => [band, counts[at] as number])),
  };
}

/** Rows of Team: one an owner. Without scoring only what is not a judgement. */
export function teamRecords(
  accounts: readonly PublishedAccount[],
  edition: Edition,
  isSilent: (accountId: string) => boolean,
): TabRecord[] {
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
          ...bandCounts(members),
          'Silent Count': atRisk.filter(({ accountId }) => isSilent(accountId)).length,
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

function bandCounts(members: readonly PublishedAccount[]): TabRecord {
  return Object.fromEntries(
    BAND_WORDS.map((band) => [band, members.filter(({ score }) => score.band === band).length]),
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
