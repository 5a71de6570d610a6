import type { CardAccount, HomeView, PeopleView } from '../../domain/card-views';
import type { Band, Config } from '../../domain/config/config';
import { dataset } from '../../domain/datasets';
import { domainOf, isFreemail } from '../../domain/identity/mail-domain';
import { refusal } from '../../errors';
import type { Platform, Workbook } from '../../ports';
import { boundsOf, shownScore } from '../../scoring/bands';
import { accountsTab } from '../../tables/health/accounts';
import { readTab, type TabRecord } from '../../tables/rows';
import { lastConfig } from '../configuration';
import { notSetUp } from '../messages';
import { cellText, isAtRisk, numberOf } from '../publish/published-account';
import { readRun, runView } from '../run/record';
import { dataWorkbook } from '../workbooks';

/** Accounts on one card: a card has room for 100 widgets, a person for fewer. */
const ACCOUNTS = 7;

/** The day of the person who looks. Throws KenshinError `input` before set-up. */
export function viewHome(platform: Platform): HomeView {
  const { health, config, tab } = opened(platform);
  const records = readTab(tab, health.read(tab.name)).records.map(({ values }) => values);
  const email = platform.person.email().toLowerCase();
  const mine = records.filter((record) => email !== '' && record['Owner Email'] === email);
  const own = mine.length > 0;
  const urgent = (own ? mine : records)
    .filter((record) => isAtRisk(record.Band as Band))
    .sort((a, b) => Number(a.Priority) - Number(b.Priority));
  const run = readRun(platform);
  return {
    ...bookOf(health, config, records[0]),
    run: run && runView(platform, run, health.zone).said,
    own,
    atRisk: urgent.slice(0, ACCOUNTS).map((record) => accountOf(config, record)),
    atRiskCount: urgent.length,
  };
}

/**
 * The accounts behind mail addresses, by the domains that the CRM knows of them. Addresses of the person's own company
 * and of freemail say nothing. Throws KenshinError `input` before set-up.
 */
export function viewPeople(platform: Platform, mails: readonly string[]): PeopleView {
  const { health, config, tab } = opened(platform);
  const own = domainOf(platform.person.email());
  const domains = [...new Set(mails.map(mailDomain))].filter(
    (domain) => domain !== '' && domain !== own && !isFreemail(domain),
  );
  const ids = domains.length > 0 ? accountsByDomain(dataWorkbook(platform)) : new Map<string, string[]>();
  let room = ACCOUNTS;
  const found = domains.map((domain) => ({
    domain,
    records: (ids.get(domain) ?? []).flatMap((id) => {
      const record = room > 0 ? readTab(tab, health.readWhere(tab.name, tab.key, id)).records[0]?.values : undefined;
      if (record) room--;
      return record ? [record] : [];
    }),
  }));
  return {
    ...bookOf(health, config, found.find(({ records }) => records.length > 0)?.records[0]),
    domains: found
      .filter(({ domain, records }) => records.length > 0 || !ids.has(domain))
      .map(({ domain, records }) => ({ domain, accounts: records.map((record) => accountOf(config, record)) })),
  };
}

function opened(platform: Platform) {
  const health = platform.workbooks.health();
  const config = lastConfig(health);
  if (config !== null) return { health, config, tab: accountsTab(config) };
  throw refusal('input', notSetUp());
}

/** The domain of `Hanako <hanako@example.com>`, or of a bare address. */
function mailDomain(mail: string): string {
  return domainOf(/<([^<>]+)>\s*$/.exec(mail)?.[1] ?? mail);
}

/** Ids of accounts by the domains that the CRM has of them. */
function accountsByDomain(data: Workbook): Map<string, string[]> {
  const { tab } = dataset('accounts');
  const domains = data.readColumn(tab, 'domains') ?? [];
  const found = new Map<string, string[]>();
  (data.readColumn(tab, 'account_id') ?? []).forEach((id, row) => {
    for (const domain of new Set(cellText(domains[row]).split(';').map(domainOf))) {
      if (domain !== '') found.set(domain, [...(found.get(domain) ?? []), cellText(id)]);
    }
  });
  return found;
}

function bookOf(health: Workbook, config: Config, record: TabRecord | undefined) {
  return {
    locale: config.settings.language,
    url: health.url,
    changeDays: config.settings.changeDays,
    asOf: cellText(record?.['As Of Timestamp']).slice(0, 10),
  };
}

/** The account as its row in Accounts says it. */
export function accountOf(config: Config, record: TabRecord): CardAccount {
  const text = (name: string): string => cellText(record[name]);
  const reasons = [text('Top Reason Note'), ...text('More Reasons Note').split('\n')];
  return {
    name: text('Account Name') || text('Account ID'),
    band: (text('Band') || 'Grey') as Band,
    shownScore: shownScore(numberOf(record.Score ?? null), boundsOf(config.bands, text('Segment'))),
    change: numberOf(record['Score Change'] ?? null),
    reasons: reasons.filter((reason) => reason !== '').slice(0, 3),
    ownerEmail: text('Owner Email'),
    mrr: numberOf(record.MRR ?? null),
    renewalDate: text('Renewal Date'),
  };
}
