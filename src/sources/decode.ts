import type { Charset, Content } from '../ports';
import { charsetNamed } from './charset';

/** Characters by which the guess is made. */
const SAMPLE = 200000;
const REPLACEMENT = '\ufffd';
/** What an unreadable character weighs against a strange one. */
const UNREADABLE = 10;

/** Text made of bytes, and how they were read. `damaged` counts characters that could not be read. */
export interface Decoded {
  readonly text: string;
  readonly charset: Charset;
  readonly damaged: number;
}

/**
 * The text of bytes from outside: by their byte order mark, else in the charset that was `named` ('' for none) or in
 * UTF-8 where that reads without loss, else whichever of UTF-8, Shift_JIS and EUC-JP reads best: servers and people name
 * UTF-8 for files that are not. The mark itself is dropped.
 */
export function decode(content: Content, named: string): Decoded {
  const expected = charsetNamed(named) ?? 'UTF-8';
  const first = decodeAs(content, expected);
  // Most files are plain UTF-8; looking at bytes is dear, so they are asked for only where something is odd.
  if (expected === 'UTF-8' && first.damaged === 0 && !first.text.slice(0, 4).includes('\0')) return first;
  const marked = markedCharset(content.head(4));
  if (marked) return decodeAs(content, marked);
  if (first.damaged === 0) return first;
  let best = first;
  for (const charset of ['UTF-8', 'Shift_JIS', 'EUC-JP'] as const) {
    const other = charset === expected ? first : decodeAs(content, charset);
    if (strangeness(other.text) < strangeness(best.text)) best = other;
  }
  return best;
}

function decodeAs(content: Content, charset: Charset): Decoded {
  const raw = content.text(charset);
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  return { text, charset, damaged: countOf(text, REPLACEMENT) };
}

function markedCharset(head: readonly number[]): Charset | null {
  const [first, second, third, fourth] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8';
  if (first === 0xff && second === 0xfe) return 'UTF-16LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16BE';
  // UTF-16 without a mark: one half of every ASCII character is zero.
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'UTF-16LE';
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'UTF-16BE';
  return null;
}

/**
 * How unlike written text it is: what could not be read, control characters, and half-width kana, which is what EUC-JP
 * looks like when read as Shift_JIS.
 */
function strangeness(text: string): number {
  const end = Math.min(text.length, SAMPLE);
  let odd = 0;
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) odd += UNREADABLE;
    else if (code >= 0xff61 && code <= 0xff9f) odd += 1;
  }
  return odd;
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}
