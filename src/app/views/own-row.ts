import type { Cell } from '../../domain/cell';
import type { Locale } from '../../domain/text';
import type { Workbook } from '../../ports';
import { layoutOf } from '../../tables/layout';
import type { TabRecord } from '../../tables/rows';
import type { Tab } from '../../tables/tab';
import { columnOf } from '../tune/restoring';

/**
 * Puts a row into a tab that people fill, in place of the one with its key, or below the last. Columns are taken as
 * they stand: people move them, and add their own. Cells that the record does not name stay.
 */
export function putOwnRow(health: Workbook, tab: Tab, record: TabRecord, locale: Locale): void {
  const declared = layoutOf(tab, locale, 0);
  const [header = [], ...rows] = health.read(tab.name) ?? [];
  const names = header.length > 0 ? header.map((cell) => String(cell ?? '')) : tab.columns.map(({ name }) => name);
  const columns = names.map((name) => columnOf(declared, name));
  const known = (name: string) =>
    declared.columns.find((column) => column.header.toLowerCase() === name.trim().toLowerCase());
  const key = names.findIndex((name) => known(name)?.header === tab.key);
  const at = rows.findIndex((row) => row[key] === record[tab.key]);
  const cells = names.map((name, place): Cell => {
    const column = known(name);
    return (
      (column && record[column.header]) ?? (column && column.header in record ? null : (rows[at]?.[place] ?? null))
    );
  });
  if (at < 0) health.append({ ...declared, columns }, [cells]);
  else health.overwrite({ ...declared, columns }, at + 2, [cells]);
}
