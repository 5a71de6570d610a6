import type { Text } from '../domain/text';
import * as messages from './messages';

/** Longest address the platform fetches (Apps Script reference, UrlFetchApp; kept below its 2,082). */
const LONGEST = 2048;
const ADDRESS = /^(https?):\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?$/i;
/** A name or an address, and a port; nothing in which a part of a password could hide. */
const HOST = /^(?:[^\s\\:%<>"'[\]]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** True for text that is an address rather than an id. */
export function isAddress(location: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(location);
}

/** The host with its port: all that a message may show of an address; '' for text that is no address. */
export function hostOf(address: string): string {
  const host = (ADDRESS.exec(address)?.[2] ?? '').replace(/^.*@/, '').toLowerCase();
  return HOST.test(host) ? host : '';
}

/** What is wrong with an address, null where it may be fetched: https, save for this very machine, and no password in it. */
export function addressFault(address: string): Text | null {
  const parts = ADDRESS.exec(address);
  if (!parts || parts[2] === '') return messages.notAnAddress();
  if ((parts[2] as string).includes('@')) return messages.passwordInAddress();
  if (!HOST.test(parts[2] as string)) return messages.notAnAddress();
  if (parts[1]?.toLowerCase() === 'http' && !LOOPBACK.test(parts[2] as string)) return messages.notEncrypted();
  return address.length > LONGEST ? messages.addressTooLong(LONGEST) : null;
}

/** The address with a query parameter set; one of the same name is replaced. */
export function withParameter(address: string, name: string, value: string): string {
  const parts = ADDRESS.exec(address);
  if (!parts) return address;
  const key = encoded(name);
  const kept = (parts[4] ?? '?')
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && pair.split('=')[0] !== key && pair.split('=')[0] !== name);
  return `${parts[1]}://${parts[2]}${parts[3]}?${[...kept, `${key}=${encoded(value)}`].join('&')}`;
}

/** Half a character, which JSON may hold and no address, becomes the sign for one that could not be read. */
function encoded(text: string): string {
  return encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  );
}

/** Where a link on a page leads: an address, a path from the host's root, a bare query, or a sibling of the page. */
export function resolveLink(page: string, link: string): string {
  const parts = ADDRESS.exec(page);
  if (!parts || isAddress(link)) return link;
  const root = `${parts[1]}://${parts[2]}`;
  if (link.startsWith('//')) return `${parts[1]}:${link}`;
  if (link.startsWith('/')) return root + link;
  if (link.startsWith('?')) return root + parts[3] + link;
  return `${root}${(parts[3] as string).replace(/[^/]*$/, '') || '/'}${link}`;
}
