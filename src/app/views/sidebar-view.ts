import type { Config } from '../../domain/config/config';
import type { Locale } from '../../domain/text';
import type { AccountView, SidebarView, UrgentView } from '../../domain/views';
import { isKenshinError } from '../../errors';
import type { Platform, Workbook } from '../../ports';
import { noteUse } from '../adoption/use-day';
import { lastConfig } from '../configuration';
import { lastRunView } from '../run/record';
import { checkSchedule } from '../schedule';
import { STORE_KEYS } from '../store-keys';
import { isSetUp } from '../workbooks';
import { readAccount } from './account-view';

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
    urgent: account === null ? mostUrgent(platform) : [],
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

/** The accounts to look at first, as the last run published them. */
function mostUrgent(platform: Platform): UrgentView[] {
  const stored = platform.store.get(STORE_KEYS.urgent);
  return stored === null ? [] : (JSON.parse(stored) as UrgentView[]);
}
