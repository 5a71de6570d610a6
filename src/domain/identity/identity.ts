import { foldKey } from '../parse/fold';
import { bareId, type Decision, sightKey } from './decision';
import { domainOf, isFreemail } from './mail-domain';

/** An account as far as it can be recognised. */
export interface KnownAccount {
  readonly id: string;
  readonly name: string;
  readonly mrr: number;
  readonly domains: readonly string[];
  readonly externalIds: readonly string[];
}

export const RULES = ['account id', 'decision', 'external id', 'contact', 'domain', 'ambiguous', 'unmatched'] as const;
export type Rule = (typeof RULES)[number];

/** Whom something belongs to, and by what that is known. */
export interface Match {
  /** The accounts that fit, in the order of their ids. */
  readonly accounts: readonly string[];
  readonly by: Rule;
}

/** The account something belongs to: the one that fits, where there is just one. */
export function onlyOf({ accounts }: Match): string | undefined {
  return accounts.length === 1 ? accounts[0] : undefined;
}

/** Why a decision does not count as it stands. */
export type Fault = 'account unknown' | 'freemail' | 'contradicts' | 'says nothing new' | 'replaced' | 'unseen';

/** One account, many ids, domains and addresses: who is who, under the decisions people took. */
export interface Identity {
  /** Ids of the accounts that stand for themselves, the split ones included, in the order of their ids. */
  readonly accounts: readonly string[];
  /** The account a split one came from. */
  readonly splitFrom: ReadonlyMap<string, string>;
  /** What is wrong with decisions, each with its place in the list. */
  readonly faults: readonly { readonly decision: Decision; readonly fault: Fault }[];
  /** The account that stands for an account; itself where nobody merged it. */
  rootOf(accountId: string): string;
  /** Makes an address known as that of a person at an account. */
  addContact(mail: string, accountId: string): void;
  /** Whom a row belongs to that says `id`, or failing that has these mail addresses. */
  match(id: string, mails: readonly string[]): Match;
  /** Whether people said that this is not the account. */
  isDenied(found: string, accountId: string): boolean;
  /** Whether an account has it as its key, external id or domain. */
  knows(found: string): boolean;
  /** Accounts in whose domains this one is, in the order of their ids. */
  withDomain(domain: string): readonly string[];
}

const to = (accounts: readonly string[], by: Rule): Match => ({ accounts, by });

/** Who is who. Whatever order accounts come in, the answers are the same. */
export function identityOf(accounts: readonly KnownAccount[], decisions: readonly Decision[]): Identity {
  const keys = new Map<string, string>();
  const external = new Map<string, Set<string>>();
  const domains = new Map<string, Set<string>>();
  const contacts = new Map<string, Set<string>>();
  const ordered = [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, externalIds, domains: own } of ordered) {
    keys.set(foldKey(id), id);
    for (const other of [id, ...externalIds]) put(external, bareId(foldKey(other)), id);
    // An account may be kept under its domain.
    for (const text of [id, ...own]) {
      const domain = domainOf(text);
      if (domain !== '' && !isFreemail(domain)) put(domains, domain, id);
    }
  }

  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
    return at;
  };
  const rootsOf = (ids: Iterable<string>): string[] => [...new Set(Array.from(ids, rootOf))].sort();
  const aliases = new Map<string, { readonly to: string; readonly decision: Decision }>();
  const splits = new Map<string, string>();
  const splitFrom = new Map<string, string>();
  const denied: { readonly found: string; readonly account: string }[] = [];
  const faults: { decision: Decision; fault: Fault }[] = [];

  /** The one account an id names, by key or external id. */
  const named = (id: string): string | null => {
    const key = foldKey(id);
    const exact = keys.get(key);
    if (exact !== undefined) return exact;
    const found = rootsOf(external.get(bareId(key)) ?? []);
    return found.length === 1 ? (found[0] as string) : null;
  };
  /** An account's own id, or what is compared of anything else. */
  const thing = (found: string): string => keys.get(foldKey(found)) ?? sightKey(found);
  const isDenied = (found: string, accountId: string): boolean => {
    const one = rootOf(thing(found));
    const other = rootOf(accountId);
    return denied.some((pair) => {
      const [a, b] = [rootOf(pair.found), rootOf(pair.account)];
      return (a === one && b === other) || (a === other && b === one);
    });
  };

  // The newest decision on a pair counts; what keeps apart comes before what joins, since a wrong merge hides a customer.
  const latest = new Map<string, Decision>();
  for (const decision of decisions) {
    const account = named(decision.account);
    const fault = account === null ? 'account unknown' : isFreemail(sightKey(decision.found)) ? 'freemail' : null;
    if (fault) faults.push({ decision, fault });
    else {
      const pair = [thing(decision.found), account].sort().join('\n');
      latest.delete(pair);
      latest.set(pair, decision);
    }
  }
  const standing = [...latest.values()];
  for (const { found, account, verdict } of standing) {
    const one = thing(found);
    const other = named(account) as string;
    if (verdict === 'same') continue;
    denied.push({ found: one, account: other });
    if (verdict === 'split' && !keys.has(foldKey(found))) {
      const own = found.trim();
      splits.set(one, own);
      splitFrom.set(own, other);
    }
  }
  for (const decision of standing) {
    if (decision.verdict !== 'same') continue;
    const one = thing(decision.found);
    const other = rootOf(named(decision.account) as string);
    const isAccount = keys.get(foldKey(decision.found)) === one;
    const before = aliases.get(one);
    if (isAccount ? rootOf(one) === other : before && rootOf(before.to) === other)
      faults.push({ decision, fault: 'says nothing new' });
    else if (isAccount ? isDenied(one, other) : splits.has(one)) faults.push({ decision, fault: 'contradicts' });
    else if (isAccount) parents.set(rootOf(one), other);
    else {
      if (before) faults.push({ decision: before.decision, fault: 'replaced' });
      aliases.set(one, { to: other, decision });
    }
  }

  const decided = (key: string): string | undefined => {
    const split = splits.get(key);
    if (split !== undefined) return split;
    const alias = aliases.get(key);
    return alias && rootOf(alias.to);
  };
  const among = (found: string, ids: ReadonlySet<string> | undefined, by: Rule): Match | null => {
    const fitting = rootsOf(ids ?? []).filter((id) => !isDenied(found, id));
    return fitting.length === 0 ? null : to(fitting, fitting.length > 1 ? 'ambiguous' : by);
  };
  /** By an address or a domain. */
  const byDomain = (text: string): Match | null => {
    const domain = domainOf(text);
    if (domain === '') return null;
    const mail = sightKey(text);
    const own = decided(mail) ?? decided(domain);
    if (own !== undefined) return to([own], 'decision');
    return among(mail, contacts.get(mail), 'contact') ?? among(domain, domains.get(domain), 'domain');
  };
  /** An account that a person's address was split off from keeps none of their rows. */
  const splitOff = (account: string, mails: readonly string[]): string | undefined => {
    if (splits.size === 0) return undefined;
    for (const mail of mails) {
      const own = splits.get(sightKey(mail)) ?? splits.get(domainOf(mail));
      if (own !== undefined && rootOf(splitFrom.get(own) as string) === account) return own;
    }
    return undefined;
  };

  return {
    accounts: [...ordered.map(({ id }) => id).filter((id) => !parents.has(id)), ...splits.values()].sort(),
    splitFrom,
    faults,
    rootOf,
    addContact: (mail, accountId) => put(contacts, sightKey(mail), accountId),
    match: (id, mails) => {
      const exact = keys.get(foldKey(id));
      if (exact !== undefined) {
        const root = rootOf(exact);
        const own = splitOff(root, mails) ?? root;
        return to([own], own === exact ? 'account id' : 'decision');
      }
      const own = decided(sightKey(id));
      if (own !== undefined) return to([own], 'decision');
      const first = among(id, external.get(bareId(foldKey(id))), 'external id') ?? byDomain(id);
      if (first) return first;
      const people = mails.map(byDomain).filter((match): match is Match => match !== null);
      const found = [...new Set(people.flatMap(({ accounts: fitting }) => fitting))].sort();
      return found.length > 1 ? to(found, 'ambiguous') : (people[0] ?? to([], 'unmatched'));
    },
    isDenied,
    knows: (found) => keys.has(foldKey(found)) || external.has(bareId(foldKey(found))) || domains.has(domainOf(found)),
    withDomain: (domain) => rootsOf(domains.get(domain) ?? []),
  };
}

function put(sets: Map<string, Set<string>>, key: string, id: string): void {
  const set = sets.get(key);
  if (set) set.add(id);
  else sets.set(key, new Set([id]));
}
