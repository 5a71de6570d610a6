import { foldKey, halfWidth } from '../parse/fold';
import { foldCompany } from './company-name';
import { bareId } from './decision';
import type { Identity, KnownAccount } from './identity';
import { domainOf } from './mail-domain';

/** Something that rows say of whom they belong to, and that no rule could settle. */
export interface Sight {
  readonly found: string;
  /** The accounts that fit, where several do. */
  readonly candidates: readonly string[];
}

/** What speaks for two things being one; `several` that more than one account fits. */
export type Clue = 'external id' | 'domain' | 'parent domain' | 'name' | 'spelling' | 'several';

export interface Suggestion {
  readonly found: string;
  readonly account: string;
  /** Each clue with what is alike. */
  readonly clues: ReadonlyMap<Clue, string>;
}

/** Shorter names and ids are alike by chance. */
const SHORTEST = 2;

/**
 * What people should decide: accounts that look like one, and what was found and may belong to an account. Nothing that is
 * decided already. Ordered by account and what was found.
 */
export function suggestionsOf(
  identity: Identity,
  accounts: readonly KnownAccount[],
  sights: readonly Sight[],
): Suggestion[] {
  const suggestions = new Map<string, { found: string; account: string; clues: Map<Clue, string> }>();
  const suggest = (found: string, account: string, clue: Clue, what: string): void => {
    if (found === account || identity.isDenied(found, account)) return;
    const key = `${account}\n${found}`;
    const standing = suggestions.get(key) ?? { found, account, clues: new Map<Clue, string>() };
    if (!standing.clues.has(clue)) standing.clues.set(clue, what);
    suggestions.set(key, standing);
  };

  // Who stands for the others of a group: the account with the most at stake.
  const ranked = [...accounts].sort((a, b) => b.mrr - a.mrr || (a.id < b.id ? -1 : 1));
  const written = new Map(accounts.map(({ id, name }) => [id, name]));
  const names = new Map<string, string[]>();
  const spellings = new Map<string, string[]>();
  const externals = new Map<string, string[]>();
  const domains = new Map<string, string[]>();
  for (const { id, name, domains: own, externalIds } of ranked) {
    const root = identity.rootOf(id);
    note(names, foldCompany(name), root);
    for (const other of [id, ...externalIds]) note(spellings, foldId(other), root);
    for (const other of externalIds) note(externals, bareId(foldKey(other)), root);
    for (const text of own) note(domains, domainOf(text), root);
  }
  const groups: readonly (readonly [Clue, ReadonlyMap<string, readonly string[]>])[] = [
    ['external id', externals],
    ['domain', domains],
    ['name', names],
  ];
  for (const [clue, alike] of groups) {
    for (const [what, [first, ...others]] of alike) {
      // A domain that anybody may use is in no index.
      if (clue === 'domain' && identity.withDomain(what).length === 0) continue;
      for (const other of others)
        suggest(other, first as string, clue, clue === 'name' ? (written.get(other) ?? '') : what);
    }
  }

  for (const { found, candidates } of sights) {
    for (const account of candidates) suggest(found, account, 'several', candidates.join(', '));
    if (candidates.length > 0) continue;
    for (const account of spellings.get(foldId(found)) ?? []) suggest(found, account, 'spelling', account);
    let domain = domainOf(found);
    const name = foldCompany(domain === '' ? found : (domain.split('.')[0] as string));
    for (const account of names.get(name) ?? []) suggest(found, account, 'name', name);
    while (domain.includes('.')) {
      for (const account of identity.withDomain(domain)) suggest(found, account, 'parent domain', domain);
      domain = domain.slice(domain.indexOf('.') + 1);
    }
  }
  return [...suggestions.keys()].sort().map((key) => suggestions.get(key) as Suggestion);
}

function note(index: Map<string, string[]>, key: string, account: string): void {
  if (key.length < SHORTEST) return;
  const standing = index.get(key);
  if (!standing) index.set(key, [account]);
  else if (!standing.includes(account)) standing.push(account);
}

/** An id without case, blanks and marks. */
function foldId(id: string): string {
  return halfWidth(id)
    .toLowerCase()
    .replace(/[\s._-]/g, '');
}
