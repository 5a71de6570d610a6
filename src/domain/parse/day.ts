import { type Day, dayOf, dayOfSerial, sheetSerial } from '../day';
import type { ParseContext } from './context';
import { halfWidth } from './fold';
import * as messages from './messages';
import { isMissing } from './missing';
import { fault, MISSING, type Parsed, read } from './parsed';

const YEAR_FIRST = /^(\d{4})(?:[-/.]|年\s*)(\d{1,2})(?:[-/.]|月\s*)(\d{1,2})日?/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|T)/;
const ERA = /^(令和|平成|昭和|[RHS])\s*(\d{1,2}|元)[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/;
const DAY_MONTH_NAME = /^(\d{1,2})[ -]([a-z]{3,9})\.?,?[ -](\d{4})/i;
const MONTH_NAME_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/i;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+|\s*\([日月火水木金土](?:曜日?)?\)/gi;
const TIME =
  /^[T,\s]\s*(?:at\s+)?(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(am|pm)?\s*(?:(z|utc|gmt)|([+-])(\d{2}):?(\d{2})?)?(?:\[[^\]]*\])?$/i;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Year before the first of each Japanese era. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 };

/** Serial numbers a sheet would show as a date of 1950 to 2149. */
const FIRST_SERIAL = sheetSerial(-7305);
const LAST_SERIAL = sheetSerial(65744);
/** Unix time of 1990 to 2149, in seconds. */
const FIRST_SECOND = 631152000;
const LAST_SECOND = 5680281600;
const MINUTE = 60000;
const DAY_MILLISECONDS = 86400000;
const LONGEST = 60;

/**
 * The day a cell names: `2026-01-05`, `2026/1/5`, `2026年1月5日`, `令和8年1月5日`, `20260105`, `5 Jan 2026`, `1/5/2026` in the order of
 * the workbook's locale, `5.1.2026`, a sheet's serial number, Unix seconds or milliseconds. A time of day with an offset, and
 * Unix time, are turned to the workbook's zone; a time without one is already there. Null where nothing was said; a
 * date the calendar lacks is a fault.
 */
export function readDay(value: unknown, context: ParseContext): Parsed<Day | null> {
  if (isMissing(value)) return MISSING;
  if (typeof value === 'number') return dayOfNumber(value, context);
  if (typeof value !== 'string' || value.length > LONGEST) return unreadable();
  if (ISO_DAY.test(value))
    return civilDay(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8)));
  const text = halfWidth(value).replace(WEEKDAY, '');
  if (/^\d+(?:\.\d+)?$/.test(text) && !COMPACT.test(text)) return dayOfNumber(Number(text), context);
  const found = findDate(text, context);
  if (!found) return unreadable();
  const day = civilDay(found.year, found.month, found.date);
  return day.ok ? inZone(day.value, text.slice(found.length), context) : day;
}

interface FoundDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  /** Characters the date takes. */
  readonly length: number;
}

function findDate(text: string, context: ParseContext): FoundDate | null {
  let match = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (match)
    return { year: Number(match[1]), month: Number(match[2]), date: Number(match[3]), length: match[0].length };
  match = YEAR_LAST.exec(text);
  if (match) {
    // With dots the day comes first wherever people write it so.
    const monthFirst = context.monthFirst && !match[0].includes('.');
    const [month, date] = monthFirst ? [match[1], match[2]] : [match[2], match[1]];
    return { year: Number(match[3]), month: Number(month), date: Number(date), length: match[0].length };
  }
  match = ERA.exec(text);
  if (match) {
    const year = (ERAS[match[1] as string] as number) + (match[2] === '元' ? 1 : Number(match[2]));
    return { year, month: Number(match[3]), date: Number(match[4]), length: match[0].length };
  }
  match = DAY_MONTH_NAME.exec(text);
  if (match) return named(match, match[2] as string, match[1] as string);
  match = MONTH_NAME_DAY.exec(text);
  return match ? named(match, match[1] as string, match[2] as string) : null;
}

function named(match: RegExpExecArray, month: string, date: string): FoundDate | null {
  const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return at < 0 ? null : { year: Number(match[3]), month: at + 1, date: Number(date), length: match[0].length };
}

function civilDay(year: number, month: number, date: number): Parsed<Day> {
  const day = dayOf(year, month, date);
  return day === null ? fault('day.impossible', messages.noSuchDay()) : read(day);
}

/** Moves a day by the time and offset that follow it; no offset, no move. */
function inZone(day: Day, rest: string, context: ParseContext): Parsed<Day> {
  if (rest.trim() === '') return read(day);
  const time = TIME.exec(rest);
  if (!time) return unreadable();
  const [, hours, minutes = '0', seconds = '0', half, universal, sign, offsetHours, offsetMinutes = '0'] = time;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours);
  if (hour > 24 || Number(minutes) > 59 || Number(seconds) > 60) return unreadable();
  if (!universal && !sign) return read(day);
  const offset = sign ? (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1) : 0;
  return read(
    context.dayAt(day * DAY_MILLISECONDS + (hour * 60 + Number(minutes) - offset) * MINUTE + Number(seconds) * 1000),
  );
}

function dayOfNumber(value: number, context: ParseContext): Parsed<Day> {
  if (value >= FIRST_SERIAL && value < LAST_SERIAL) return read(dayOfSerial(value));
  if (value >= FIRST_SECOND && value < LAST_SECOND) return read(context.dayAt(value * 1000));
  if (value >= FIRST_SECOND * 1000 && value < LAST_SECOND * 1000) return read(context.dayAt(value));
  const compact = COMPACT.exec(String(value));
  return compact ? civilDay(Number(compact[1]), Number(compact[2]), Number(compact[3])) : unreadable();
}

function unreadable(): Parsed<never> {
  return fault('day.unreadable', messages.notADay());
}
