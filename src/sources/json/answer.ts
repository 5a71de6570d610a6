import { KenshinError } from '../../errors';
import type { HttpResponse } from '../../ports';
import type { Call } from '../ask';
import { decode } from '../decode';
import * as messages from '../messages';
import { refuseWebPage } from '../web-page';

/** An integer of 16 digits or more, where it may stand in JSON. */
const LONG = /[[:,\s]-?\d{16}/;
const STRING_OR_LONG = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/** A call that sends JSON. */
export function jsonCall(url: string, body: unknown): Call {
  return { url, method: 'post', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** The text of an answer. Throws KenshinError `source` where it is a page for people. `name` is the host as a person knows it. */
export function textOf(answer: HttpResponse, name: string): string {
  const { text } = decode(answer.content, 'UTF-8');
  refuseWebPage(text, answer.headers['content-type'], name);
  return text;
}

/**
 * What JSON says. Integers of 16 digits and more come as text: beyond 2^53 a number would lose an id's last digits (RFC
 * 8259, 6). Throws KenshinError `source` for anything else, such as JSON that was cut off.
 */
export function readJson(text: string, name: string): unknown {
  try {
    if (!LONG.test(text)) return JSON.parse(text);
    return JSON.parse(text.replace(STRING_OR_LONG, (part) => (part.startsWith('"') ? part : `"${part}"`)));
  } catch {
    throw new KenshinError('source', messages.notJson(name), messages.tryLater());
  }
}

/** The JSON of an answer: `textOf`, then `readJson`. */
export function jsonOf(answer: HttpResponse, name: string): unknown {
  return readJson(textOf(answer, name), name);
}

/** The objects of a list that an answer has by a name; none where it has no such list. */
export function listIn(body: unknown, name: string): readonly Readonly<Record<string, unknown>>[] {
  const list = (Object(body) as Record<string, unknown>)[name];
  return Array.isArray(list) ? list.filter((item) => typeof item === 'object' && item !== null) : [];
}
