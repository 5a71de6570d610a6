import type { Cell } from '../../domain/cell';
import { DATASETS, type DatasetDeclaration, dataset } from '../../domain/datasets';
import type { Day } from '../../domain/day';
import type { AttributeChange, Facts, FactTable, Held, UsageSeries } from '../../domain/facts';
import { onlyOf } from '../../domain/identity/identity';
import { foldKey } from '../../domain/parse/fold';
import type { Problem } from '../../domain/problem';
import type { Text } from '../../domain/text';
import { IDENTITIES } from '../../tables/health/identities';
import { type ReadTab, readTab, toGrid } from '../../tables/rows';
import { type Identities, mailsIn, openIdentities } from '../identity/identities';
import { ambiguousAccount } from '../identity/messages';
import type { DataStore, TableName } from './data-store';
import * as messages from './messages';
import { problemList } from './problem-list';
import { type RowChange, waysOf } from './row-history';
import type { StoredTable } from './stored-table';
import type { AccountUsage } from './usage-book';

type Rows = readonly (readonly Cell[])[];

/** The facts with who is who in them; null where no source brings accounts. */
export interface LoadedFacts {
  readonly facts: Facts;
  readonly problems: readonly Problem[];
  readonly identities: Identities | null;
}

/** How far back the facts are to reach, by dataset, and the day as of which they are read. */
export interface Span {
  readonly from: (dataset: DatasetDeclaration['name']) => Day;
  readonly to: Day;
}

export const WHOLE: Span = { from: () => Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** Whether facts that reach as far as `wider` say all that those of `span` say. */
export function covers(wider: Span, span: Span): boolean {
  return wider.to >= span.to && DATASETS.every(({ name }) => wider.from(name) <= span.from(name));
}

/**
 * Everything metrics may read, from the Data workbook, as far back as `span` says; of older usage the newest row of each
 * series, so that silence has a beginning. The same data give the same facts in the same order, however they
 * came. Rows go to the account that `decisions` and the rules of identity lead to; rows that lead to none are told and left
 * out. Without any account the ids found in the other data stand in. Throws a KenshinError where a tab cannot be read at
 * all.
 */
export function loadFacts(
  store: DataStore,
  decisions: ReadTab = readTab(IDENTITIES, toGrid(IDENTITIES, [])),
  span: Span = WHOLE,
): LoadedFacts {
  const problems = problemList();
  const others = DATASETS.filter(({ name }) => name !== 'accounts' && name !== 'usage');
  const tables = others.map(({ name }) => store.tableBetween(name as TableName, span.from(name), span.to));
  const usage = store.usageBetween(span.from('usage'), span.to);
  const accountTable = store.table('accounts');

  const ids = new Map<string, string>();
  for (const [key, row] of accountTable.rows) ids.set(key, String(row[0]));
  const invented = ids.size === 0;
  const identities = invented ? null : openIdentities(accountTable, store.table('contacts'), decisions);
  const untold = new Set<string>();
  const idOf = (dataset: DatasetDeclaration, accountId: string, mails?: readonly string[]): string | null => {
    if (identities) {
      const match = identities.matchOf(dataset.tab, accountId, mails);
      const account = onlyOf(match) ?? null;
      const key = `${dataset.name}\n${accountId}`;
      if (account !== null || untold.has(key)) return account;
      untold.add(key);
      problems.add(
        match.accounts.length > 0
          ? told(dataset.tab, 'account.ambiguous', accountId, ambiguousAccount(match.accounts))
          : told(dataset.tab, 'account.unknown', accountId, messages.unknownAccount(dataset.title)),
      );
      return null;
    }
    const key = foldKey(accountId);
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, accountId);
    return accountId;
  };

  const usageByAccount = new Map<string, readonly UsageSeries[]>();
  for (const key of [...usage.keys()].sort()) {
    const { accountId, users } = usage.get(key) as AccountUsage;
    const id = idOf(dataset('usage'), accountId);
    if (id !== null) usageByAccount.set(id, inOrder([...(usageByAccount.get(id) ?? []), ...seriesOf(users)]));
  }
  /** Of what a row was before nothing is told, nor does it make an account. */
  const onceOf = (accountId: string, mails: readonly string[] = []): string | null =>
    (identities ? onlyOf(identities.identity.match(accountId, mails)) : (ids.get(foldKey(accountId)) ?? accountId)) ??
    null;
  const { changes } = store.rowHistory();
  const factTables: Partial<Record<TableName, FactTable>> = {};
  for (const table of tables) {
    if (table.rows.size > 0)
      factTables[table.declaration.name as TableName] = grouped(
        table,
        changes.get(table.declaration.name),
        idOf,
        onceOf,
        identities ? mailsIn(table) : undefined,
      );
  }
  const accounts = identities ? undated(accountTable, identities) : inventedAccounts(ids);
  if (invented && ids.size > 0) problems.add(told('CRM Accounts', 'accounts.none', '', messages.noAccounts()));
  if (usageByAccount.size > 0) {
    for (const id of accounts.byAccount.keys()) {
      if (!usageByAccount.has(id)) problems.add(told('Usage', 'account.noUsage', id, messages.noUsage()));
    }
  }
  const attributes = store.history().changes;
  const attributeHistory = new Map<string, readonly AttributeChange[]>();
  for (const key of [...attributes.keys()].sort()) {
    const ordered = [...(attributes.get(key) as AttributeChange[])];
    ordered.sort((a, b) => a.day - b.day || compare(a.column, b.column));
    attributeHistory.set(ids.get(key) ?? key, ordered);
  }
  return {
    facts: { accounts, attributeHistory, usage: usageByAccount, tables: factTables },
    problems: [...store.problems(), ...decisions.problems, ...(identities?.problems() ?? []), ...problems.all()],
    identities,
  };
}

function told(source: string, code: string, value: string, why: Text): Problem {
  return { severity: 'warning', code, source, place: '', column: 'account_id', value, why };
}

function seriesOf(users: AccountUsage['users']): UsageSeries[] {
  const series: UsageSeries[] = [];
  for (const [userId, measures] of users) {
    for (const [measure, { firstDay, length, values, before }] of measures) {
      const add = (day: Day, of: Float64Array): unknown => series.push({ measure, userId, firstDay: day, values: of });
      const { active, value, zero } = before ?? { active: Number.NaN, value: 0, zero: Number.NaN };
      if (active < firstDay) add(active, Float64Array.of(value));
      if (zero < firstDay) add(zero, Float64Array.of(0));
      if (length > 0) add(firstDay, values.subarray(0, length));
    }
  }
  return series;
}

/** Whatever order the rows came in, sums run over them in the same one. */
function inOrder(series: UsageSeries[]): readonly UsageSeries[] {
  return series.sort((a, b) => compare(a.measure, b.measure) || compare(a.userId, b.userId));
}

/** What a customer that was split off has in common with the account it came from. */
const SHARED = ['owner_email', 'manager_email', 'team'];

/** The accounts that stand for themselves. */
function undated(table: StoredTable, { identity }: Identities): FactTable {
  const { columns } = table;
  const byAccount = new Map<string, Rows>();
  for (const id of identity.accounts) {
    const row = table.rows.get(foldKey(id));
    const origin = row ?? (table.rows.get(foldKey(identity.splitFrom.get(id) as string)) as Cell[]);
    const own =
      row ??
      columns.map((name, at) =>
        at === 0 || name === 'name' ? id : SHARED.includes(name) ? (origin[at] ?? null) : null,
      );
    byAccount.set(id, [own]);
  }
  return { columns, dated: -1, byAccount };
}

function inventedAccounts(ids: ReadonlyMap<string, string>): FactTable {
  const byAccount = new Map<string, Rows>();
  for (const key of [...ids.keys()].sort()) byAccount.set(ids.get(key) as string, [[ids.get(key) as string]]);
  return { columns: ['account_id'], dated: -1, byAccount };
}

/**
 * Rows by account, by date where dated, then by key, so that their order never depends on how they came; those that were
 * changed once for each way they stood, each with the account it had then.
 */
function grouped(
  table: StoredTable,
  changes: ReadonlyMap<string, readonly RowChange[]> | undefined,
  idOf: (dataset: DatasetDeclaration, accountId: string, mails?: readonly string[]) => string | null,
  onceOf: (accountId: string, mails?: readonly string[]) => string | null,
  mailsOf?: (row: readonly Cell[]) => readonly string[],
): FactTable {
  const { declaration, columns } = table;
  const account = columns.indexOf('account_id');
  const dated = declaration.dated === null ? -1 : columns.indexOf(declaration.dated);
  const byAccount = new Map<string, (readonly Cell[])[]>();
  const held = new Map<readonly Cell[], Held>();
  const add = (row: readonly Cell[], days?: Held): void => {
    const [named, mails] = [String(row[account]), mailsOf?.(row)];
    const id = days && days.until < Number.POSITIVE_INFINITY ? onceOf(named, mails) : idOf(declaration, named, mails);
    if (id === null) return;
    const rows = byAccount.get(id);
    if (rows) rows.push(row);
    else byAccount.set(id, [row]);
  };
  for (const key of [...table.rows.keys()].sort()) {
    const row = table.rows.get(key) as Cell[];
    const changed = changes?.get(key);
    if (!changed) add(row);
    else {
      for (const way of waysOf(row, changed, columns)) {
        if (way.held) held.set(way.cells, way.held);
        add(way.cells, way.held);
      }
    }
  }
  if (dated >= 0) {
    for (const rows of byAccount.values()) rows.sort((a, b) => Number(a[dated]) - Number(b[dated]));
  }
  return { columns, dated, byAccount, held };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
