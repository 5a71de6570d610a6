import { foldKey } from '../parse/fold';
import { domainOf } from './mail-domain';

export const VERDICTS = ['same', 'not same', 'split'] as const;

/**
 * What a person decided about something found: `same` it belongs to the account (two accounts: they are one, and `account`
 * stays); `not same` it does not; `split` it is a customer of its own.
 */
export type Verdict = (typeof VERDICTS)[number];

export interface Decision {
  /** An id, a domain, a mail address, or the id of another account. */
  readonly found: string;
  readonly account: string;
  readonly verdict: Verdict;
  /** Where it stands, for whoever has to mend it. */
  readonly row: number;
}

/** How what is found is compared: mail addresses and domains without case, ids with it. */
export function sightKey(text: string): string {
  const key = foldKey(text);
  const domain = domainOf(key);
  if (domain === '') return key;
  return /^[^/:]+@/.test(key) ? key.toLowerCase() : domain;
}

const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * An id without what adds nothing to it: the 18 characters of a Salesforce id are its 15 and three that only repeat which
 * of them are capitals. Source: Salesforce, "Record IDs" (15-digit and 18-digit record IDs).
 */
export function bareId(key: string): string {
  if (!/^[a-z0-9]{18}$/i.test(key)) return key;
  const bare = key.slice(0, 15);
  let check = '';
  for (let part = 0; part < 15; part += 5) {
    let capitals = 0;
    for (let at = 0; at < 5; at++) if (/[A-Z]/.test(bare.charAt(part + at))) capitals += 1 << at;
    check += CHECK.charAt(capitals);
  }
  return check === key.slice(15).toUpperCase() ? bare : key;
}
