import type { Config } from '../../domain/config/config';
import type { Locale } from '../../domain/text';
import type { AccountView, SidebarView } from '../../domain/views';
import { isKenshinError } from '../../errors';
import type { Platform, Workbook } from '../../ports';
import { healthTabs } from '../../tables';
import { standing } from '../access';
import { noteUse } from '../adoption/use-day';
import { lastConfig } from '../configuration';
import { lastRunView } from '../run/record';
import { checkSchedule } from '../schedule';
import { isSetUp } from '../workbooks';
import { readAccount } from './account-view';
import { viewBook } from './book-view';

/** Headers under which tabs name an account. */
const ACCOUNT_HEADERS: readonly string[] = ['Account ID', 'Account'];

/**
 * Everything the sidebar shows first. Before set-up it says so, and nothing else is read. `known` is
 * the account that a page shows already ('' for none), null before its first answer: the book comes but once, and
 * seeing the same again is no new use.
 */
export function viewSidebar(platform: Platform, known: string | null): SidebarView {
  const health = platform.workbooks.health();
  const { email, role, mayTune } = standing(platform);
  const schedule = checkSchedule(platform);
  const person = { email, role, mayTune, schedule, zone: health.zone };
  const config = isSetUp(platform) ? lastConfig(health) : null;
  const nothing = { account: null, gone: '', book: null, run: null, problems: 0, crmLink: '' };
  if (config === null) {
    const locale: Locale = health.locale.slice(0, 2) === 'ja' ? 'ja' : 'en';
    return { ...nothing, ...person, locale, ready: false, mode: 'Scoring' };
  }
  const { language, mode, crmLink } = config.settings;
  const run = lastRunView(platform);
  const selected = selectedAccount(platform);
  const account = selected === null ? null : accountOf(platform, health, config, selected.id);
  const shown = account?.accountId ?? '';
  if (known !== shown) noteUse(platform, health, config, shown || null);
  return {
    ...person,
    locale: language,
    ready: true,
    mode,
    crmLink,
    account,
    gone: account === null && isOurs(selected, config) ? selected.id : '',
    book: account === null && known === null ? viewBook(health, config) : null,
    run,
    problems: run?.problems ?? 0,
  };
}

interface SelectedAccount {
  readonly tab: string;
  readonly id: string;
}

/** The id on the row where the cursor stands, in any tab that names an account; null elsewhere. */
function selectedAccount(platform: Platform): SelectedAccount | null {
  const selection = platform.screen.selection();
  if (selection === null) return null;
  const { tab, header, row } = selection;
  const at = header.findIndex((cell) => ACCOUNT_HEADERS.includes(String(cell)));
  const id = row[at] ?? null;
  return at < 0 || id === null || id === header[at] ? null : { tab, id: String(id) };
}

/** Whether an id that no account has may be called gone: what a tab of other people calls an account need not be one. */
function isOurs(selected: SelectedAccount | null, config: Config): selected is SelectedAccount {
  return selected !== null && healthTabs(config, []).some(({ name }) => name === selected.tab);
}

/** Null for an account that is not there any more. */
function accountOf(platform: Platform, health: Workbook, config: Config, accountId: string): AccountView | null {
  try {
    return readAccount(platform, health, config, accountId);
  } catch (error) {
    if (isKenshinError(error)) return null;
    throw error;
  }
}
