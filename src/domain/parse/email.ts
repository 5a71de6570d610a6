import { halfWidth } from './fold';
import * as messages from './messages';
import { isMissing } from './missing';
import { fault, MISSING, type Parsed, read } from './parsed';

const ADDRESS = /^[^\s@<>,;"()]+@[^\s@<>,;"()]+\.[^\s@<>,;"().]+$/;
/** Longest address of RFC 5321, 4.5.3.1. */
const LONGEST = 254;

/** One mail address in lower case, taken out of `Name <a@b.co>` and `mailto:`; null where nothing was said. */
export function readEmail(value: unknown): Parsed<string | null> {
  if (isMissing(value)) return MISSING;
  if (typeof value !== 'string') return fault('email.unreadable', messages.notAnEmail());
  const text = halfWidth(value.slice(0, 2 * LONGEST)).toLowerCase();
  const address = (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).replace(/^mailto:/, '').trim();
  return address.length <= LONGEST && ADDRESS.test(address)
    ? read(address)
    : fault('email.unreadable', messages.notAnEmail());
}
