import Papa from 'papaparse';
import type { Cell } from '../../../src/domain/cell';
import { dayOfSerial, formatDay } from '../../../src/domain/day';
import { contentColumns, contentRows, valueAt } from '../gas/spreadsheet/cells';
import type { SheetModel } from '../gas/spreadsheet/model';

/**
 * A tab as CSV: every stored value with full precision, days as `2026-01-31`, times as `2026-01-31T09:30:00` in the
 * workbook's wall clock, empty cells empty.
 */
export function tabCsv(sheet: SheetModel): string {
  return `${Papa.unparse(tabGrid(sheet), { newline: '\n' })}\n`;
}

/** The stored values of a tab, row by row. */
export function tabGrid(sheet: SheetModel): Cell[][] {
  const columns = contentColumns(sheet);
  return Array.from({ length: contentRows(sheet) }, (_, row) =>
    Array.from({ length: columns }, (_, column) => cellOf(sheet, row, column)),
  );
}

function cellOf(sheet: SheetModel, row: number, column: number): Cell {
  const value = valueAt(sheet, row, column);
  if (typeof value !== 'number') return value;
  const format = sheet.formats.numberFormat.at(row, column) ?? '';
  if (!format.includes('yy')) return value;
  const day = formatDay(dayOfSerial(value));
  if (!format.includes('hh')) return day;
  const seconds = Math.round((value - Math.floor(value)) * 86400);
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  return `${day}T${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
