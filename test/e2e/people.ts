import { columnOf, contentRows, putValue } from '../../scripts/local/gas/spreadsheet/cells';
import type { SheetModel, StoredValue } from '../../scripts/local/gas/spreadsheet/model';
import type { Workspace } from '../../scripts/local/run/workspace';
import { parseDay, sheetSerial } from '../../src/domain/day';
import { tab } from './product';

/** What people do to the spreadsheet by hand, around the script. */

/** Days as people's sheets hold them. */
export function date(text: string): number {
  return sheetSerial(parseDay(text) as number);
}

/** Fills the first empty row of a tab, by header. */
export function addRow(workspace: Workspace, name: string, cells: Readonly<Record<string, StoredValue>>): void {
  const sheet = tab(workspace, name);
  const row = contentRows(sheet);
  sheet.maxRows = Math.max(sheet.maxRows, row + 1);
  for (const [header, value] of Object.entries(cells)) putValue(sheet, row, columnWith(sheet, header), value);
}

/** Column (from 0) under a header. */
export function columnWith(sheet: SheetModel, header: string): number {
  for (let column = 0; column < sheet.maxColumns; column++) {
    if (columnOf(sheet, column)[0] === header) return column;
  }
  throw new Error(`${sheet.name} has no column ${header}`);
}
