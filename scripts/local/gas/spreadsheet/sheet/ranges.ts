import { parseA1 } from '../a1';
import type { Context } from '../context';
import type { SheetModel, WorkbookModel } from '../model';
import { findNamedRange } from '../named-range';
import { areaFrom, type RangeTarget } from '../range/target';
import { tabNamed } from '../tabs';

/** The range of an A1 text or a range's name, on `home` where the text names no tab. Throws when there is none. */
export function rangeOfText(context: Context, workbook: WorkbookModel, home: SheetModel, text: string): RangeTarget {
  const bang = text.lastIndexOf('!');
  const tab = bang < 0 ? null : (parseA1(`${text.slice(0, bang)}!A1`, home)?.tab ?? null);
  const sheet = tab === null ? home : tabNamed(workbook, tab);
  const reference = sheet ? parseA1(text, sheet) : null;
  if (sheet && reference) {
    const { row, column, rows, columns } = reference.area;
    return { workbook, sheet, area: areaFrom(context, sheet, row + 1, column + 1, rows, columns) };
  }
  const target = findNamedRange(workbook, text)?.target;
  const named = workbook.sheets.find((candidate) => candidate.sheetId === target?.sheetId);
  if (named && target?.area) return { workbook, sheet: named, area: target.area };
  return context.host.fail('Range not found');
}
