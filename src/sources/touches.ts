import { domainOf, isFreemail } from '../domain/identity/mail-domain';
import type { Pulled, SourceContext } from './source';

/** A meeting or message between us and customers. */
export interface Encounter {
  readonly id: string;
  readonly at: string;
  readonly kind: 'meeting' | 'email';
  /** Addresses of those who took part. */
  readonly mails: readonly string[];
  /** False where it did not happen, or is gone. */
  readonly happened: boolean;
}

/** Companies at one encounter that are told apart. */
const MOST_COMPANIES = 8;
const APART = /[\s,;、]+/;
const COLUMNS = ['touch_id', 'account_id', 'at', 'kind', 'participant_count'];

/** Domains of accounts as touches are told by them: nobody's own ones, and not ours. `own` are addresses or domains. */
export function customerDomains(context: SourceContext, own: readonly string[]): ReadonlySet<string> {
  const internal = new Set([...own, ...(context.setting.options.internal || '').split(APART)].map(domainOf));
  const all = context.domains().flatMap((written) => written.split(APART).map(domainOf));
  return new Set(all.filter((one) => one !== '' && !internal.has(one) && !isFreemail(one)));
}

/**
 * Encounters as touches: for each customer at it a day, a kind and how many people; nothing of what it was about. What no
 * customer took part in is left out. The account is told by its domain.
 */
export function touchesOf(
  name: string,
  encounters: readonly Encounter[],
  customers: ReadonlySet<string>,
): Pick<Pulled, 'name' | 'columns' | 'headerRow' | 'addressing' | 'key' | 'removed' | 'each'> {
  const rows = new Map<string, readonly unknown[]>();
  const removed: string[] = [];
  for (const { id, at, kind, mails, happened } of encounters) {
    const people = new Map<string, number>();
    for (const mail of new Set(mails.map((one) => one.toLowerCase()))) {
      const domain = customerOf(domainOf(mail), customers);
      if (happened && domain !== '') people.set(domain, (people.get(domain) || 0) + 1);
    }
    const companies = [...people.keys()].sort();
    for (let place = 0; place < MOST_COMPANIES; place += 1) {
      const key = place === 0 ? String(id) : `${id}#${place + 1}`;
      const domain = companies[place];
      if (domain === undefined) {
        if (kind === 'meeting') removed.push(key);
      } else rows.set(key, [key, domain, at, kind, people.get(domain)]);
    }
  }
  const kept = [...rows.values()];
  return {
    ...{ name, columns: COLUMNS, headerRow: 0, addressing: 'row' as const, key: 'touch_id' },
    removed: removed.filter((key) => !rows.has(key)),
    each: (visit) => {
      kept.every((row, at) => visit(row, at + 1));
    },
  };
}

/** The account's domain a host belongs to: itself, or one above it. */
function customerOf(domain: string, customers: ReadonlySet<string>): string {
  for (let at = domain; at !== ''; at = at.includes('.') ? at.slice(at.indexOf('.') + 1) : '')
    if (customers.has(at)) return at;
  return '';
}
