import type { Reply } from '../domain/reply';
import type { Text } from '../domain/text';
import { isKenshinError, withoutAddresses } from '../errors';
import type { Platform } from '../ports';
import { type Door, permit } from './access';
import { type Said, unexpected } from './messages';

/**
 * Runs a use case for the page that called `door`, if the person may: whatever goes wrong becomes an answer that can be
 * shown.
 */
export function attempt<T>(platform: Platform, door: Door, work: (platform: Platform) => T): Reply<T> {
  try {
    permit(platform, door);
    return { ok: true, data: work(platform) };
  } catch (error) {
    const { text, next } = saidOf(platform, error);
    return { ok: false, code: isKenshinError(error) ? error.kind : 'bug', text, next };
  }
}

/** Runs a use case for the menu: its result, or what went wrong, is shown on the person's screen. */
export function attemptOnScreen(platform: Platform, door: Door, work: (platform: Platform) => Text): void {
  const reply = attempt(platform, door, work);
  if (reply.ok) platform.screen.toast(reply.data);
  else platform.screen.alert({ en: `${reply.text.en}\n${reply.next.en}`, ja: `${reply.text.ja}\n${reply.next.ja}` });
}

/** The words for an error. One that is not ours is logged by its message and said in general terms. */
export function saidOf(platform: Platform, error: unknown): Said {
  if (isKenshinError(error)) return { text: error.text, next: error.next };
  const said = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
  platform.log.line(withoutAddresses(said));
  return unexpected();
}
