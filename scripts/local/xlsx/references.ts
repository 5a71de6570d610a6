import { columnLetters } from '../gas/spreadsheet/a1';
import type { Area, SheetArea } from '../gas/spreadsheet/area';
import type { SheetModel } from '../gas/spreadsheet/model';

/** Names of tabs in the file, by tab. */
export type FileNames = ReadonlyMap<SheetModel, string>;

/** `'Tab name'!$A$1:$B$3`. */
export function absoluteReference(tab: string, area: Area): string {
  const from = `$${columnLetters(area.column)}$${area.row + 1}`;
  const to = `$${columnLetters(area.column + area.columns - 1)}$${area.row + area.rows}`;
  return `'${tab.replace(/'/g, "''")}'!${from === to ? from : `${from}:${to}`}`;
}

/** The reference of a rectangle on a tab of the workbook; null where its tab or its cells are gone. */
export function referenceTo(target: SheetArea, names: FileNames): string | null {
  if (!target.area) return null;
  for (const [sheet, name] of names) if (sheet.sheetId === target.sheetId) return absoluteReference(name, target.area);
  return null;
}
