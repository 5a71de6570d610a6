import type { Cell } from '../../domain/cell';
import type { Band, Config } from '../../domain/config/config';
import { type Locale, same } from '../../domain/text';
import type { AccountView, SidebarView, UrgentView } from '../../domain/views';
import { isKenshinError } from '../../errors';
import type { Platform, Workbook } from '../../ports';
import { boundsOf, shownScore } from '../../scoring/bands';
import { accountsTab } from '../../tables/health/accounts';
import { readTab, type TabRecord } from '../../tables/rows';
import { noteUse } from '../adoption/use-day';
import { lastConfig } from '../configuration';
import { numberOf } from '../publish/published-account';
import { lastRunView } from '../run/record';
import { checkSchedule } from '../schedule';
import { isSetUp } from '../workbooks';
import { readAccount } from './account-view';

/** Accounts listed where none is selected. */
const URGENT = 5;

/** Headers under which tabs name an account. */
const ACCOUNT_HEADERS: readonly string[] = ['Account ID', 'Account'];

/** Everything the sidebar shows first. Before set-up it says so, and nothing else is read. */
export function viewSidebar(platform: Platform): SidebarView {
  const health = platform.workbooks.health();
  const schedule = checkSchedule(platform);
  const config = isSetUp(platform) ? lastConfig(health) : null;
  if (config === null) {
    const locale: Locale = health.locale.slice(0, 2) === 'ja' ? 'ja' : 'en';
    return { locale, ready: false, mode: 'Scoring', account: null, run: null, schedule, problems: 0, urgent: [] };
  }
  const run = lastRunView(platform);
  const account = selectedAccount(platform, health, config);
  noteUse(platform, health, config, account?.accountId ?? null);
  return {
    locale: config.settings.language,
    ready: true,
    mode: config.settings.mode,
    account,
    run,
    schedule,
    problems: run?.problems ?? 0,
    urgent: account === null ? mostUrgent(health, config) : [],
  };
}

/** The account of the row where the cursor stands, in any tab that names one; null elsewhere. */
function selectedAccount(platform: Platform, health: Workbook, config: Config): AccountView | null {
  const selection = platform.screen.selection();
  if (selection === null) return null;
  const at = selection.header.findIndex((cell) => ACCOUNT_HEADERS.includes(String(cell)));
  const accountId = selection.row[at] ?? null;
  if (at < 0 || accountId === null || accountId === selection.header[at]) return null;
  try {
    return readAccount(platform, health, config, String(accountId));
  } catch (error) {
    if (isKenshinError(error)) return null;
    throw error;
  }
}

function mostUrgent(health: Workbook, config: Config): UrgentView[] {
  const tab = accountsTab(config);
  const priority = ({ values }: { values: TabRecord }): number => numberOf(values.Priority ?? null) ?? Infinity;
  return readTab(tab, health.read(tab.name))
    .records.filter((record) => priority(record) <= URGENT)
    .sort((a, b) => priority(a) - priority(b))
    .map(({ values }) => urgentView(values, config));
}

function urgentView(record: TabRecord, config: Config): UrgentView {
  const score = numberOf(record.Score ?? null);
  const band = (textOf(record.Band) || 'Grey') as Band;
  return {
    accountId: textOf(record['Account ID']),
    name: textOf(record['Account Name']),
    score,
    shownScore: shownScore(score, boundsOf(config.bands, textOf(record.Segment))),
    band,
    reason: same(textOf(record['Top Reason Note'])),
  };
}

function textOf(cell: Cell | undefined): string {
  return String(cell ?? '');
}
