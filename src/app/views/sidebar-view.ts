import type { Config } from '../../domain/config/config';
import type { Locale } from '../../domain/text';
import type { AccountView, SidebarView } from '../../domain/views';
import { isKenshinError } from '../../errors';
import type { Platform, Workbook } from '../../ports';
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
  const selected = selectedId(platform);
  const account = selected === null ? null : accountOf(platform, health, config, selected);
  const shown = account?.accountId ?? '';
  if (known !== shown) noteUse(platform, health, config, shown || null);
  return {
    ...person,
    locale: language,
    ready: true,
    mode,
    crmLink,
    account,
    gone: account === null ? (selected ?? '') : '',
    book: account === null && known === null ? viewBook(health, config) : null,
    run,
    problems: run?.problems ?? 0,
  };
}

/** The id on the row where the cursor stands, in any tab that names an account; null elsewhere. */
function selectedId(platform: Platform): string | null {
  const selection = platform.screen.selection();
  if (selection === null) return null;
  const at = selection.header.findIndex((cell) => ACCOUNT_HEADERS.includes(String(cell)));
  const id = selection.row[at] ?? null;
  return at < 0 || id === null || id === selection.header[at] ? null : String(id);
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
