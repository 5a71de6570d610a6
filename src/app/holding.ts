import { refusal } from '../errors';
import type { Platform } from '../ports';
import { runBusy } from './messages';

/** How long work waits for another execution that holds the document. */
const LOCK_MILLISECONDS = 5000;

/** Works while no other execution holds the document. Throws KenshinError `busy` where one does. */
export function holding<T>(platform: Platform, work: () => T): T {
  const held = platform.lock.hold(LOCK_MILLISECONDS, work);
  if (held !== null) return held.value;
  throw refusal('busy', runBusy());
}
