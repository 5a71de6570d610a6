import { formatDay, parseDay } from '../../domain/day';
import type { NewPulse, PulseView } from '../../domain/views';
import { KenshinError } from '../../errors';
import type { Platform } from '../../ports';
import { accountsTab } from '../../tables/health/accounts';
import { PULSES } from '../../tables/health/pulses';
import { lastConfig } from '../configuration';
import { holding } from '../holding';
import { accountUnknown, notSetUp, pulseIncomplete, type Said } from '../messages';
import { putOwnRow } from './own-row';
import { pulseViews } from './story-view';

/** Longest time a judgement may count, in days. */
const LONGEST = 366;

/**
 * Adds a person's own judgement to Pulses and answers all of the account's. Throws KenshinError: `input` without a note,
 * for a pulse that is none of 1 to 5, an expiry that has passed or lies beyond a year, and an account that is not
 * there; `busy` while a run works.
 */
export function recordPulse(platform: Platform, { accountId, pulse, comment, expiry }: NewPulse): readonly PulseView[] {
  return holding(platform, () => {
    const health = platform.workbooks.health();
    const config = lastConfig(health);
    if (config === null) throw refusal(notSetUp());
    const now = platform.wallClock(platform.clock.now(), health.zone);
    const today = parseDay(now) as number;
    const until = parseDay(expiry);
    const inTime = until !== null && until >= today && until <= today + LONGEST;
    // A cell that begins with = is read as a formula, not as words.
    const words = comment.replace(/^[\s=]+/, '').trim();
    if (words === '' || ![1, 2, 3, 4, 5].includes(pulse) || !inTime) throw refusal(pulseIncomplete());
    const tab = accountsTab(config);
    if ((health.readWhere(tab.name, tab.key, accountId) ?? []).length < 2) throw refusal(accountUnknown(accountId));
    const author = platform.person.email();
    const record = {
      'Pulse ID': `P-${platform.digest(`${accountId}|${author}|${platform.clock.now()}`).slice(0, 12)}`,
      Account: accountId,
      Pulse: pulse,
      Comment: words,
      'Author Email': author,
      'Pulse Date': formatDay(today),
      'Expiry Date': expiry,
    };
    putOwnRow(health, PULSES, record, config.settings.language);
    health.flush();
    return pulseViews(health, accountId);
  });
}

function refusal({ text, next }: Said): KenshinError {
  return new KenshinError('input', text, next);
}
