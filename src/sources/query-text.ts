import type { Text } from '../domain/text';
import { KenshinError } from '../errors';
import * as messages from './messages';
import type { SourceContext, SourceSetting } from './source';

const CELL = /^([A-Z])([1-9]\d*)$/i;
/** A query that only reads: SELECT or WITH after comments. */
const READS = /^(?:\s|\(|--[^\n]*(?:\n|$)|#[^\n]*(?:\n|$)|\/\*(?:(?!\*\/)[\s\S])*\*\/)*(?:select|with|from)\b/i;

/** Faults of the columns that say where a query stands. */
export function queryFaults({ tabName, rowsPath }: SourceSetting): { readonly column: string; readonly why: Text }[] {
  return [
    ...(tabName === '' ? [{ column: 'Tab Name', why: messages.queryTabUnset() }] : []),
    ...(rowsPath === '' || CELL.test(rowsPath) ? [] : [{ column: 'Rows Path', why: messages.notACell() }]),
  ];
}

/**
 * The SQL of a source. It stands in this spreadsheet, in the tab of Tab Name: in the cell of Rows Path, or line by line in
 * the whole tab. Throws KenshinError `config` where there is none, or one that does more than read.
 */
export function queryText({ setting, workbooks }: Pick<SourceContext, 'setting' | 'workbooks'>): string {
  const { tabName, rowsPath } = setting;
  const book = workbooks.health();
  const grid = book.read(tabName);
  if (grid === null) {
    const tabs = book.tabs();
    throw new KenshinError('config', messages.tabMissing(tabName, tabs), messages.correctTabName());
  }
  const [, letter = '', row = 1] = CELL.exec(rowsPath) || [];
  const text =
    rowsPath === ''
      ? grid.map((cells) => cells.filter((cell) => cell !== null).join(' ')).join('\n')
      : String((grid[Number(row) - 1] || [])[letter.toUpperCase().charCodeAt(0) - 65]);
  const query = text.trim().replace(/;$/, '');
  const place = rowsPath === '' ? tabName : `${tabName}!${rowsPath}`;
  if (!READS.test(query)) throw new KenshinError('config', messages.notAQuery(place), messages.correctQuery(place));
  return query;
}
