import type { Cell } from '../../domain/cell';
import { DATASETS, type DatasetName } from '../../domain/datasets';
import { type Decision, sightKey, type Verdict } from '../../domain/identity/decision';
import { type Identity, identityOf, type KnownAccount, type Match, RULES } from '../../domain/identity/identity';
import { domainOf, isFreemail } from '../../domain/identity/mail-domain';
import { type Sight, suggestionsOf } from '../../domain/identity/suggest';
import { foldKey } from '../../domain/parse/fold';
import type { Problem } from '../../domain/problem';
import { type Locale, say } from '../../domain/text';
import { IDENTITIES } from '../../tables/health/identities';
import { problemAt, type ReadTab, type TabRecord } from '../../tables/rows';
import type { StoredTable } from '../store/stored-table';
import * as messages from './messages';

/** Who is who among the stored rows; keeps count of what it was asked, for the report and the suggestions. */
export interface Identities {
  readonly identity: Identity;
  /** Whom a row of a dataset belongs to. `mails` are the addresses the row itself holds. */
  matchOf(dataset: DatasetName, id: string, mails?: readonly string[]): Match;
  /** The columns of a table that hold mail addresses. */
  mailsIn(table: StoredTable): (row: readonly Cell[]) => readonly string[];
  /** Rows of Identity Report and of Identity Suggestions, the most at stake first; after all rows were asked for. */
  report(): readonly TabRecord[];
  suggestions(locale: Locale): readonly TabRecord[];
  /** What is wrong with the decisions. */
  problems(): readonly Problem[];
}

interface Asked {
  readonly dataset: DatasetName;
  readonly id: string;
  readonly mails: readonly string[];
  readonly match: Match;
  rows: number;
}

const NOBODY: readonly string[] = [];

/** The accounts and contacts as stored, under the decisions in the tab Identities. */
export function openIdentities(accounts: StoredTable, contacts: StoredTable, decisions: ReadTab): Identities {
  const known = knownAccounts(accounts);
  const identity = identityIn(accounts, decisions);
  const stakes = new Map<string, number>();
  for (const { id, mrr } of known) if (identity.rootOf(id) === id) stakes.set(id, mrr);
  const asked = new Map<string, Asked>();
  const matchOf: Identities['matchOf'] = (dataset, id, mails = NOBODY) => {
    const key = `${dataset}\n${id}\n${mails.join()}`;
    let entry = asked.get(key);
    if (!entry) {
      entry = { dataset, id, mails, match: identity.match(id, mails), rows: 0 };
      asked.set(key, entry);
    }
    entry.rows++;
    return entry.match;
  };
  const mailOf = contacts.columns.indexOf('email');
  const accountOf = contacts.columns.indexOf('account_id');
  for (const row of contacts.rows.values()) {
    const mail = row[mailOf] ?? null;
    const { account } = identity.match(String(row[accountOf]), NOBODY);
    if (mail !== null && account !== null) identity.addContact(String(mail), account);
  }
  return {
    identity,
    matchOf,
    mailsIn,
    report: () => reportOf([...asked.values()], stakes),
    suggestions: (locale) => suggestionRecords([...asked.values()], identity, known, locale),
    problems: () => {
      const told = (decision: Decision, fault: Parameters<typeof messages.decisionFault>[0]): Problem =>
        problemAt(
          IDENTITIES.name,
          fault === 'account unknown' ? 'error' : 'warning',
          'identity.decision',
          decisions.place(decision.row, fault === 'account unknown' ? 'Account' : 'Found'),
          fault === 'account unknown' ? 'Account' : 'Found',
          fault === 'account unknown' ? decision.account : decision.found,
          messages.decisionFault(fault),
        );
      const faulty = new Set(identity.faults.map(({ decision }) => decision.row));
      const unseen = unseenOf(decisionsOf(decisions), known, [...asked.values()]);
      return [
        ...identity.faults.map(({ decision, fault }) => told(decision, fault)),
        ...unseen.filter(({ row }) => !faulty.has(row)).map((one) => told(one, 'unseen')),
      ];
    },
  };
}

/** Who is who among the stored accounts alone. */
export function identityIn(accounts: StoredTable, decisions: ReadTab): Identity {
  return identityOf(knownAccounts(accounts), decisionsOf(decisions));
}

/** Decisions in the order in which they were taken. */
function decisionsOf({ records }: ReadTab): Decision[] {
  const decisions = records.flatMap(({ values, row }) => {
    const [found, account, verdict] = [values.Found, values.Account, values.Decision];
    if (!found || !account || !verdict) return [];
    const at = String(values['Decided Timestamp'] ?? '');
    return [{ at, found: String(found), account: String(account), verdict: verdict as Verdict, row }];
  });
  return decisions.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.row - b.row));
}

function knownAccounts({ columns, rows }: StoredTable): KnownAccount[] {
  const [name, mrr, domains, externalIds] = ['name', 'mrr', 'domains', 'external_ids'].map((at) => columns.indexOf(at));
  const list = (cell: Cell | undefined): readonly string[] => (cell ? String(cell).split(';') : NOBODY);
  return Array.from(rows.values(), (row) => ({
    id: String(row[0]),
    name: String(row[name as number] ?? ''),
    mrr: Number(row[mrr as number] ?? 0),
    domains: list(row[domains as number]),
    externalIds: list(row[externalIds as number]),
  }));
}

function mailsIn({ declaration, columns }: StoredTable): (row: readonly Cell[]) => readonly string[] {
  const places = columns.flatMap((name, at) =>
    declaration.fields[at]?.type === 'email' || name === 'participants' ? [at] : [],
  );
  if (places.length === 0) return () => NOBODY;
  return (row) =>
    places.flatMap((at) => (row[at] ? String(row[at]).split(';') : [])).filter((part) => part.includes('@'));
}

function reportOf(asked: readonly Asked[], stakes: ReadonlyMap<string, number>): TabRecord[] {
  const mrrOf = (accounts: Iterable<string>): number =>
    Array.from(accounts).reduce((sum, id) => sum + (stakes.get(id) ?? 0), 0);
  return DATASETS.flatMap(({ name, tab }) => {
    const own = asked.filter(({ dataset }) => dataset === name);
    if (own.length === 0) return [];
    const record = (by: string, entries: readonly Asked[], accounts: ReadonlySet<string>): TabRecord => ({
      'Identity Report ID': `${tab}|${by}`,
      Dataset: tab,
      'Matched By': by,
      'Id Count': new Set(entries.map(({ id }) => foldKey(id))).size,
      'Row Count': entries.reduce((sum, { rows }) => sum + rows, 0),
      'Account Count': accounts.size,
      MRR: mrrOf(accounts),
    });
    const silent = new Set(stakes.keys());
    const records = RULES.flatMap((by) => {
      const entries = own.filter(({ match }) => match.by === by);
      const accounts = new Set(
        entries.flatMap(({ match }) => (match.account === null ? match.candidates : [match.account])),
      );
      for (const { match } of entries) if (match.account !== null) silent.delete(match.account);
      return entries.length > 0 ? [record(by, entries, accounts)] : [];
    });
    return silent.size > 0 ? [...records, record('no rows', [], silent)] : records;
  });
}

function suggestionRecords(
  asked: readonly Asked[],
  identity: Identity,
  known: readonly KnownAccount[],
  locale: Locale,
): TabRecord[] {
  const open = asked.filter(({ match }) => match.account === null);
  const seen = new Map<string, { rows: number; tabs: Set<string> }>();
  const sights: Sight[] = [];
  for (const { dataset, id, mails, match, rows } of open) {
    const several = match.candidates.length > 0;
    const things = [id, ...mails].flatMap((text) => {
      const { candidates } = identity.match(text, NOBODY);
      if (several) return candidates.length > 0 ? [domainOr(text, identity)] : [];
      return text === id || !isFreemail(domainOf(text)) ? [domainOr(text)] : [];
    });
    for (const found of new Set(things)) {
      const standing = seen.get(found) ?? { rows: 0, tabs: new Set<string>() };
      standing.rows += rows;
      for (const declared of DATASETS) if (declared.name === dataset) standing.tabs.add(declared.tab);
      seen.set(found, standing);
      sights.push({ found, candidates: identity.match(found, NOBODY).candidates });
    }
  }
  const accounts = new Map(known.map((account) => [account.id, account]));
  const crm = new Set(DATASETS.slice(0, 1).map(({ tab }) => tab));
  return suggestionsOf(identity, known, sights)
    .map(({ found, account, clues }) => ({
      'Suggestion ID': `${account}|${found}`,
      Found: found,
      Account: account,
      'Account Name': accounts.get(account)?.name ?? null,
      'Evidence Note': Array.from(clues, ([clue, what]) => say(messages.evidence(clue, what), locale)).join('\n'),
      'Found In': [...(seen.get(found)?.tabs ?? crm)].join(', '),
      'Row Count': seen.get(found)?.rows ?? 0,
      MRR: accounts.get(account)?.mrr ?? 0,
    }))
    .sort((a, b) => b.MRR - a.MRR);
}

/** The domain of an address where it settles more than the address would: people decide once for all of its people. */
function domainOr(text: string, identity?: Identity): string {
  const domain = domainOf(text);
  const settles = identity ? identity.withDomain(domain).length > 1 : domain !== '' && !isFreemail(domain);
  return settles ? domain : text;
}

/** Decisions on what neither the accounts nor any row has. */
function unseenOf(decisions: readonly Decision[], known: readonly KnownAccount[], asked: readonly Asked[]): Decision[] {
  if (decisions.length === 0) return [];
  const seen = new Set<string>();
  const add = (text: string): void => void seen.add(sightKey(text)).add(domainOf(text));
  for (const { id, domains, externalIds } of known) for (const text of [id, ...domains, ...externalIds]) add(text);
  for (const { id, mails } of asked) for (const text of [id, ...mails]) add(text);
  return decisions.filter(({ found }) => !seen.has(sightKey(found)));
}
