import type { Cell } from '../domain/cell';
import { parseDay, sheetSerial } from '../domain/day';
import type { ColumnFormat } from '../ports';

/** A value as Range.getValues hands it out. */
export type SheetValue = string | number | boolean | Date;

/** The format of a cell nobody formatted. */
export const ORDINARY_FORMAT = 'general';

/** Number formats by column format; `@` keeps text as it was typed. */
export const NUMBER_FORMATS: Readonly<Record<ColumnFormat, string>> = {
  text: '@',
  integer: '#,##0',
  number: '#,##0.00',
  plain: ORDINARY_FORMAT,
  score: '0.0',
  // What would show as -0.0 is no change to a person.
  change: '[>=0.05]+0.0;[<=-0.05]-0.0;0.0',
  percent: '0.0',
  money: '#,##0',
  date: 'yyyy-mm-dd',
  timestamp: 'yyyy-mm-dd hh:mm:ss',
  flag: ORDINARY_FORMAT,
};

/** A leading character with which typed text becomes a formula, or an apostrophe that entry swallows. */
const NEEDS_APOSTROPHE = /^[=+\-@']/;

/**
 * Whether a cell of a text column must be formatted as an ordinary cell for its value to be kept: whether a plain-text
 * (`@`) cell takes `=` for a formula, and whether it swallows an apostrophe, is not documented; an ordinary cell does
 * swallow one.
 */
export function needsApostrophe(cell: Cell): boolean {
  return typeof cell === 'string' && NEEDS_APOSTROPHE.test(cell);
}

/**
 * The value to hand to setValues so that the cell holds exactly `cell`. Text that could be taken for a formula gets one
 * apostrophe in front, which entry swallows; so does any text in a column that is not plain text, where it would be
 * parsed as if typed. Days and times go in as serial numbers: no time zone is involved.
 */
export function encodeCell(cell: Cell, format: ColumnFormat): string | number | boolean {
  if (cell === null || cell === '') return '';
  if (format === 'text') return needsApostrophe(cell) ? `'${cell}` : String(cell);
  if (typeof cell !== 'string') return cell;
  if (format === 'date' || format === 'timestamp') {
    const serial = serialOf(cell);
    if (serial !== null) return serial;
  }
  return `'${cell}`;
}

/** The serial number of `2026-01-31` or `2026-01-31T09:30:00`; null for other text. */
function serialOf(text: string): number | null {
  const day = parseDay(text);
  if (day === null) return null;
  const time = /T(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!time) return text.length === 10 ? sheetSerial(day) : null;
  return sheetSerial(day) + (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86400;
}

/**
 * The cell of a value that getValues returned. `wallClock` tells an instant's civil time in the spreadsheet's zone,
 * which is the zone Apps Script uses between cells and Dates.
 */
export function decodeCell(value: SheetValue, wallClock: (instant: number) => string): Cell {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const civil = wallClock(value.getTime());
  return civil.slice(11) === '00:00:00' ? civil.slice(0, 10) : civil;
}
