import { tableOf } from './json/table';
import * as messages from './messages';
import type { Pulled, SourceContext } from './source';

/** Our columns of a record. */
export type KeptRow = Record<string, unknown>;

/**
 * Rows by key as a pull hands them over: null is one that the other side no longer has. One whose account is null belongs to
 * nobody: it is left out, taken out where it stood, and counted. Of `columns`, the key first, those are always there that the Field Map
 * does not take from elsewhere; `extras` are columns that a bite without rows must not seem to lack.
 */
export function keptTable(
  context: SourceContext,
  name: string,
  rows: ReadonlyMap<string, KeptRow | null>,
  columns: readonly string[],
  extras: readonly string[],
): Pulled {
  const { fieldMap } = context.setting;
  const [key = ''] = columns;
  const kept: KeptRow[] = [];
  const removed: string[] = [];
  let strays = 0;
  rows.forEach((row, id) => {
    if (row && row.account_id !== null) kept.push(row);
    else removed.push(id);
    if (row && row.account_id === null) strays += 1;
  });
  if (strays > 0) {
    const why = messages.withoutAccount(name, strays);
    context.report({ severity: 'warning', code: 'row.noAccount', place: '', column: '', value: String(strays), why });
  }
  const always = columns.filter((column) => !fieldMap.has(column));
  const table = tableOf(
    context,
    name,
    kept,
    fieldMap.get(key) || key,
    kept.length > 0 ? always : [...always, ...extras],
  );
  return { ...table, removed };
}
