import type { Band, Config, Member } from '../../domain/config/config';
import { type Day, formatDay } from '../../domain/day';
import { SETTINGS } from '../../domain/settings';
import type { Text } from '../../domain/text';
import type { Letter, LetterAccount } from '../../mail/letter';
import type { Platform } from '../../ports';
import { columnLetters } from '../../tables/address';
import { accountsTab } from '../../tables/health/accounts';
import { readTab } from '../../tables/rows';
import { accountOf } from '../cards/card-views';
import { cellText } from '../publish/published-account';
import { rememberedSources } from '../pull/source-memory';
import { readSourceSettings } from '../pull/source-settings';
import type { Progress } from '../run/progress';
import { bandWalks, goneAccounts } from '../views/week-view';
import { dataWorkbook } from '../workbooks';
import { everyDay, everyWeek } from './messages';

/** An account, and whom it concerns. */
interface Concerned {
  readonly account: LetterAccount;
  readonly owner: string;
  readonly manager: string;
}

/**
 * What each member is told, from the tabs as published: the words of the Accounts tab, and bands compared with the day
 * `since`. Null for whom it does not concern.
 */
export function openLetters(
  platform: Platform,
  { health }: Progress,
  config: Config,
  asOf: Day,
  since: Day,
): (member: Member) => Letter | null {
  const { language, changeDays, pilotTeam, pilotOwner } = config.settings;
  const tab = accountsTab(config);
  const accountsUrl = health.addressOf(tab.name);
  const last = columnLetters(tab.columns.length - 1);
  const gone = new Set(goneAccounts(dataWorkbook(platform)));
  const walks = bandWalks(health, formatDay(since));
  const names = new Map(config.members.map(({ email, name }) => [email, name]));
  const all = readTab(tab, health.read(tab.name))
    .records.filter(({ values }) => !gone.has(cellText(values['Account ID'])))
    .sort((a, b) => Number(a.values.Priority) - Number(b.values.Priority))
    .map(({ values, row }): Concerned => {
      const account = accountOf(config, values);
      const owner = account.ownerEmail.toLowerCase();
      const before: Band = walks.get(cellText(values['Account ID']))?.before ?? account.band;
      const url = `${accountsUrl}&range=A${row}:${last}${row}`;
      return {
        account: { ...account, url, before, owner: names.get(owner) || owner },
        owner,
        manager: cellText(values['Manager Email']).toLowerCase(),
      };
    });
  const common = {
    locale: language,
    changeDays,
    url: health.url,
    accountsUrl,
    asOf: formatDay(asOf),
    since: formatDay(since),
    late: lateSources(platform, health.read('Sources'), health.zone, formatDay(asOf)),
    when: whenOf(config),
  };
  return ({ email, role }) => {
    const leads = role === 'manager';
    const theirs = all.filter(({ owner, manager }) => owner === email || (leads && manager === email));
    const own = role !== 'ops' && theirs.length > 0;
    // A pilot is no business of whose accounts are outside of it.
    const others = role !== 'ops' && !own && pilotTeam + pilotOwner !== '';
    if (all.length === 0 || others) return null;
    const scope = own ? (leads ? 'team' : 'own') : 'all';
    return { ...common, scope, accounts: (own ? theirs : all).map(({ account }) => account) };
  };
}

/** Enabled sources that did not bring all their data on the day or later. */
function lateSources(
  platform: Platform,
  sources: Parameters<typeof readSourceSettings>[0],
  zone: string,
  today: string,
): Letter['late'] {
  const known = rememberedSources(platform.store);
  return readSourceSettings(sources).settings.flatMap(({ id }) => {
    const good = known.get(id)?.good;
    const day = good ? platform.wallClock(good, zone).slice(0, 10) : '';
    return day < today ? [{ source: id, day }] : [];
  });
}

function whenOf({ settings: { mailWeekday } }: Config): Text {
  const ja = SETTINGS.find(({ key }) => key === 'mailWeekday')?.choices?.find(({ word }) => word === mailWeekday)?.ja;
  return ja === undefined ? everyDay() : everyWeek(mailWeekday, ja);
}
