import type { Cell } from '../../domain/cell';
import { type Decision, sightKey, type Verdict } from '../../domain/identity/decision';
import {
  type Fault,
  type Identity,
  identityOf,
  type KnownAccount,
  type Match,
  onlyOf,
} from '../../domain/identity/identity';
import { domainOf, isFreemail } from '../../domain/identity/mail-domain';
import { suggestionsOf } from '../../domain/identity/suggest';
import { foldKey } from '../../domain/parse/fold';
import type { Problem } from '../../domain/problem';
import { type Locale, say } from '../../domain/text';
import { problemAt, type ReadTab, type TabRecord } from '../../tables/rows';
import type { StoredTable } from '../store/stored-table';
import * as messages from './messages';

/** Who is who among the stored rows; keeps count of what it was asked, for the report and the suggestions. */
export interface Identities {
  readonly identity: Identity;
  /** Whom a row of a tab of the Data workbook belongs to. `mails` are the addresses the row itself holds. */
  matchOf(tab: string, id: string, mails?: readonly string[]): Match;
  /** Rows of Identity Report and of Identity Suggestions, the most at stake first; after all rows were asked for. */
  report(): readonly TabRecord[];
  suggestions(locale: Locale): readonly TabRecord[];
  /** What is wrong with the decisions. */
  problems(): readonly Problem[];
}

interface Asked {
  readonly tab: string;
  readonly id: string;
  readonly mails: readonly string[];
  readonly match: Match;
  rows: number;
}

const NOBODY: readonly string[] = [];

/** The accounts and contacts as stored, under the decisions in the tab Identities. */
export function openIdentities(accounts: StoredTable, contacts: StoredTable, decisions: ReadTab): Identities {
  const known = knownAccounts(accounts);
  const decided = decisionsOf(decisions);
  const identity = identityOf(known, decided);
  const asked = new Map<string, Asked>();
  const [mailAt, accountAt] = ['email', 'account_id'].map((name) => contacts.columns.indexOf(name));
  for (const row of contacts.rows.values()) {
    const mail = row[mailAt as number];
    const account = onlyOf(identity.match(String(row[accountAt as number]), NOBODY));
    if (mail && account !== undefined) identity.addContact(String(mail), account);
  }
  return {
    identity,
    matchOf: (tab, id, mails = NOBODY) => {
      const key = `${tab}\n${id}\n${mails.join()}`;
      const entry = asked.get(key) ?? { tab, id, mails, match: identity.match(id, mails), rows: 0 };
      asked.set(key, entry);
      entry.rows++;
      return entry.match;
    },
    report: () => reportOf(asked.values(), known, identity),
    suggestions: (locale) => suggestionRecords(asked.values(), identity, known, locale),
    problems: () => {
      const seen = new Set<string>();
      for (const { id, mails } of asked.values())
        for (const text of [id, ...mails]) seen.add(sightKey(text)).add(domainOf(text));
      const unseen = decided.filter(({ found }) => !identity.knows(found) && !seen.has(sightKey(found)));
      const faults = new Map(unseen.map((decision) => [decision, 'unseen' as Fault]));
      for (const { decision, fault } of identity.faults) faults.set(decision, fault);
      const ordered = [...faults].sort(([one], [other]) => one.row - other.row);
      return ordered.map(([{ row, found, account }, fault]) => {
        const [column, value] =
          fault === 'account unknown' ? (['Account', account] as const) : (['Found', found] as const);
        const why = messages.decisionFault(fault);
        const { name } = decisions.tab;
        return problemAt(name, 'warning', 'identity.decision', decisions.place(row, column), column, value, why);
      });
    },
  };
}

/** Who is who among the stored accounts alone. */
export function identityIn(accounts: StoredTable, decisions: ReadTab): Identity {
  return identityOf(knownAccounts(accounts), decisionsOf(decisions));
}

/** The mail addresses in a row of a table. */
export function mailsIn({ declaration, columns }: StoredTable): (row: readonly Cell[]) => readonly string[] {
  const places = columns.flatMap((name, at) =>
    declaration.fields[at]?.type === 'email' || name === 'participants' ? [at] : [],
  );
  if (places.length === 0) return () => NOBODY;
  return (row) => places.flatMap((at) => partsOf(row[at])).filter((part) => part.includes('@'));
}

/** The parts of a list. */
export function partsOf(cell: Cell | undefined): readonly string[] {
  return cell ? String(cell).split(';') : NOBODY;
}

/** Decisions in the order in which they were taken. */
function decisionsOf({ records }: ReadTab): Decision[] {
  const text = (cell: Cell | undefined): string => String(cell || '');
  return records
    .map(({ values, row }) => ({
      at: text(values['Decided Timestamp']),
      found: text(values.Found),
      account: text(values.Account),
      verdict: text(values.Decision) as Verdict,
      row,
    }))
    .filter(({ found, account, verdict }) => found && account && verdict)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.row - b.row));
}

function knownAccounts({ columns, rows }: StoredTable): KnownAccount[] {
  const [name, mrr, domains, externalIds] = ['name', 'mrr', 'domains', 'external_ids'].map((at) => columns.indexOf(at));
  return Array.from(rows.values(), (row) => ({
    id: String(row[0]),
    name: String(row[name as number] || ''),
    mrr: Number(row[mrr as number] || 0),
    domains: partsOf(row[domains as number]),
    externalIds: partsOf(row[externalIds as number]),
  }));
}

/** How the rows of a tab found their accounts by one rule. */
interface Line {
  readonly tab: string;
  readonly by: string;
  readonly ids: Set<string>;
  readonly accounts: Set<string>;
  rows: number;
}

/** A line for each tab and rule, and one for the accounts that no row of the tab belongs to. */
function reportOf(asked: Iterable<Asked>, known: readonly KnownAccount[], { rootOf }: Identity): TabRecord[] {
  const lines = new Map<string, Line>();
  const lineOf = (tab: string, by: string): Line => {
    const key = `${tab}|${by}`;
    const line = lines.get(key) ?? { tab, by, ids: new Set(), accounts: new Set(), rows: 0 };
    lines.set(key, line);
    return line;
  };
  const reached = new Map<string, Set<string>>();
  for (const { tab, id, match, rows } of asked) {
    const line = lineOf(tab, match.by);
    line.ids.add(foldKey(id));
    line.rows += rows;
    for (const account of match.accounts) line.accounts.add(account);
    const only = onlyOf(match);
    reached.set(tab, (reached.get(tab) ?? new Set()).add(only ?? ''));
  }
  const stakes = new Map<string, number>();
  for (const { id, mrr } of known) if (rootOf(id) === id) stakes.set(id, mrr);
  for (const [tab, own] of reached)
    for (const id of stakes.keys()) if (!own.has(id)) lineOf(tab, 'no rows').accounts.add(id);
  return [...lines.keys()].sort().map((key) => {
    const { tab, by, ids, accounts, rows } = lines.get(key) as Line;
    return {
      'Identity Report ID': key,
      Dataset: tab,
      'Matched By': by,
      'Id Count': ids.size,
      'Row Count': rows,
      'Account Count': accounts.size,
      MRR: [...accounts].reduce((sum, id) => sum + (stakes.get(id) || 0), 0),
    };
  });
}

function suggestionRecords(
  asked: Iterable<Asked>,
  identity: Identity,
  known: readonly KnownAccount[],
  locale: Locale,
): TabRecord[] {
  const seen = new Map<string, { rows: number; tabs: Set<string> }>();
  const fitting = (text: string): readonly string[] => identity.match(text, NOBODY).accounts;
  for (const { tab, id, mails, match, rows } of asked) {
    if (onlyOf(match) !== undefined) continue;
    const several = match.accounts.length > 1;
    const things = [id, ...mails].filter((text) =>
      several ? fitting(text).length > 1 : text === id || !isFreemail(domainOf(text)),
    );
    for (const found of new Set(things.map((text) => domainOr(text, several, identity)))) {
      const standing = seen.get(found) ?? { rows: 0, tabs: new Set() };
      standing.rows += rows;
      standing.tabs.add(tab);
      seen.set(found, standing);
    }
  }
  const sights = Array.from(seen.keys(), (found) => ({ found, candidates: fitting(found) }));
  const accounts = new Map(known.map((account) => [account.id, account]));
  return suggestionsOf(identity, known, sights)
    .map(({ found, account, clues }) => {
      const { rows = 0, tabs = ['CRM Accounts'] } = seen.get(found) ?? {};
      const { name = null, mrr = 0 } = accounts.get(account) ?? {};
      return {
        'Suggestion ID': `${account}|${found}`,
        Found: found,
        Account: account,
        'Account Name': name,
        'Evidence Note': Array.from(clues, ([clue, what]) => say(messages.evidence(clue, what), locale)).join('\n'),
        'Found In': [...tabs].sort().join(', '),
        'Row Count': rows,
        MRR: mrr,
      };
    })
    .sort((a, b) => b.MRR - a.MRR);
}

/** The domain of an address where it settles as much as the address would: people decide once for all of its people. */
function domainOr(text: string, several: boolean, { withDomain }: Identity): string {
  const domain = domainOf(text);
  return (several ? withDomain(domain).length > 1 : domain !== '' && !isFreemail(domain)) ? domain : text;
}
