import { refusal } from '../../errors';
import type { Platform } from '../../ports';
import { zoneUnknown } from '../messages';

/**
 * Gives the Health spreadsheet the language and time zone that somebody chose; nothing where they chose none. Throws
 * KenshinError `input` for a zone that the platform does not know.
 */
export function settle(platform: Platform, locale: string | null, zone: string | null): void {
  if (locale === null || zone === null) return;
  try {
    platform.wallClock(0, zone);
    platform.workbooks.settle(locale === 'ja' ? 'ja' : 'en', zone);
  } catch {
    throw refusal('input', zoneUnknown(zone));
  }
}
