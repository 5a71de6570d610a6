import type { Cell } from '../../domain/cell';
import { DATASETS, type DatasetDeclaration, dataset } from '../../domain/datasets';
import type { AttributeChange, Facts, FactTable, UsageSeries } from '../../domain/facts';
import { foldKey } from '../../domain/parse/fold';
import type { Problem } from '../../domain/problem';
import type { Text } from '../../domain/text';
import type { DataStore, TableName } from './data-store';
import * as messages from './messages';
import { problemList } from './problem-list';
import type { StoredTable } from './stored-table';
import type { AccountUsage } from './usage-book';

type Rows = readonly (readonly Cell[])[];

/**
 * Everything metrics may read, from the Data workbook; the same data give the same facts in the same order, however they
 * came. An account is known by its id as keys are compared; rows of accounts
 * that the accounts lack are told and left out. Without any account the ids found in the other data stand in. Throws a
 * KenshinError where a tab cannot be read at all.
 */
export function loadFacts(store: DataStore): { facts: Facts; problems: readonly Problem[] } {
  const problems = problemList();
  const others = DATASETS.filter(({ name }) => name !== 'accounts' && name !== 'usage');
  const tables = others.map((declaration) => store.table(declaration.name as TableName));
  const usage = store.usage().book;
  const accountTable = store.table('accounts');

  const ids = new Map<string, string>();
  for (const [key, row] of accountTable.rows) ids.set(key, String(row[0]));
  const invented = ids.size === 0;
  const idOf = (dataset: DatasetDeclaration, accountId: string): string | null => {
    const key = foldKey(accountId);
    const known = ids.get(key);
    if (known !== undefined) return known;
    if (!invented) {
      problems.add(told(dataset.tab, 'account.unknown', accountId, messages.unknownAccount(dataset.title)));
      return null;
    }
    ids.set(key, accountId);
    return accountId;
  };

  const usageByAccount = new Map<string, readonly UsageSeries[]>();
  for (const key of [...usage.keys()].sort()) {
    const { accountId, users } = usage.get(key) as AccountUsage;
    const id = idOf(dataset('usage'), accountId);
    if (id !== null) usageByAccount.set(id, seriesOf(users));
  }
  const factTables: Partial<Record<TableName, FactTable>> = {};
  for (const table of tables) {
    if (table.rows.size > 0) factTables[table.declaration.name as TableName] = grouped(table, idOf);
  }
  const accounts = invented ? inventedAccounts(ids) : undated(accountTable);
  if (invented && ids.size > 0) problems.add(told('CRM Accounts', 'accounts.none', '', messages.noAccounts()));
  if (usageByAccount.size > 0) {
    for (const id of ids.values()) {
      if (!usageByAccount.has(id)) problems.add(told('Usage', 'account.noUsage', id, messages.noUsage()));
    }
  }
  const { changes } = store.history();
  const attributeHistory = new Map<string, readonly AttributeChange[]>();
  for (const key of [...changes.keys()].sort()) {
    const ordered = [...(changes.get(key) as AttributeChange[])];
    ordered.sort((a, b) => a.day - b.day || compare(a.column, b.column));
    attributeHistory.set(ids.get(key) ?? key, ordered);
  }
  return {
    facts: { accounts, attributeHistory, usage: usageByAccount, tables: factTables },
    problems: [...store.problems(), ...problems.all()],
  };
}

function told(source: string, code: string, value: string, why: Text): Problem {
  return { severity: 'warning', code, source, place: '', column: 'account_id', value, why };
}

function seriesOf(users: AccountUsage['users']): readonly UsageSeries[] {
  const series: UsageSeries[] = [];
  for (const [userId, measures] of users) {
    for (const [measure, { firstDay, length, values }] of measures) {
      series.push({ measure, userId, firstDay, values: values.subarray(0, length) });
    }
  }
  // Whatever order the rows came in, sums run over them in the same one.
  return series.sort((a, b) => compare(a.measure, b.measure) || compare(a.userId, b.userId));
}

function undated(table: StoredTable): FactTable {
  const byAccount = new Map<string, Rows>();
  for (const key of [...table.rows.keys()].sort()) {
    const row = table.rows.get(key) as Cell[];
    byAccount.set(String(row[0]), [row]);
  }
  return { columns: table.columns, dated: -1, byAccount };
}

function inventedAccounts(ids: ReadonlyMap<string, string>): FactTable {
  const byAccount = new Map<string, Rows>();
  for (const key of [...ids.keys()].sort()) byAccount.set(ids.get(key) as string, [[ids.get(key) as string]]);
  return { columns: ['account_id'], dated: -1, byAccount };
}

/** Rows by account, by date where dated, then by key, so that their order never depends on how they came. */
function grouped(
  table: StoredTable,
  idOf: (dataset: DatasetDeclaration, accountId: string) => string | null,
): FactTable {
  const { declaration, columns } = table;
  const account = columns.indexOf('account_id');
  const dated = declaration.dated === null ? -1 : columns.indexOf(declaration.dated);
  const byAccount = new Map<string, Cell[][]>();
  const unknown = new Set<string>();
  for (const key of [...table.rows.keys()].sort()) {
    const row = table.rows.get(key) as Cell[];
    const accountId = String(row[account]);
    if (unknown.has(accountId)) continue;
    const id = idOf(declaration, accountId);
    if (id === null) {
      unknown.add(accountId);
      continue;
    }
    const rows = byAccount.get(id);
    if (rows) rows.push(row);
    else byAccount.set(id, [row]);
  }
  if (dated >= 0) {
    for (const rows of byAccount.values()) rows.sort((a, b) => Number(a[dated]) - Number(b[dated]));
  }
  return { columns, dated, byAccount };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
