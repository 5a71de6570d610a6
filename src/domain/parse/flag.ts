import { halfWidth } from './fold';
import * as messages from './messages';
import { isMissing } from './missing';
import { fault, MISSING, type Parsed, read } from './parsed';

const YES = new Set(['true', 'yes', 'y', 't', '1', 'on', 'はい', '有', 'あり', '有効', '○', '〇', '✓', '✔']);
const NO = new Set(['false', 'no', 'n', 'f', '0', 'off', 'いいえ', '無', '無効', '×', 'x', '✗']);

/** Yes or no, in the words of both languages; null where nothing was said. */
export function readFlag(value: unknown): Parsed<boolean | null> {
  if (typeof value === 'boolean') return read(value);
  // Before `isMissing`, which takes these for an unknown.
  const word = typeof value === 'string' || typeof value === 'number' ? halfWidth(String(value)).toLowerCase() : '';
  if (YES.has(word)) return read(true);
  if (NO.has(word) || word === 'なし' || word === '無し') return read(false);
  return isMissing(value) ? MISSING : fault('flag.unreadable', messages.notAFlag());
}
