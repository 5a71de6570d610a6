import type { SheetLocale } from './locale';
import type { StoredValue } from './model';
import { serialOfDay } from './serial';

/** What a cell makes of a text that is put into it. `format` is the number format it takes on, if it has none. */
export type Typed =
  | { readonly kind: 'value'; readonly value: StoredValue; readonly format?: string }
  | { readonly kind: 'formula'; readonly formula: string };

/**
 * Reads a text as if a person typed it into a cell without a plain-text format: numbers, percents, money, days, times,
 * TRUE and FALSE, formulas, and text for the rest. One leading apostrophe is swallowed and keeps the rest as text.
 * `year` completes days without one. Full-width digits stay text.
 * Source: Apps Script reference, Range.setValue; Sheets API, ValueInputOption USER_ENTERED ("as if the user typed
 * them into the UI").
 */
export function typedInput(text: string, locale: SheetLocale, year: number): Typed {
  if (text === '') return { kind: 'value', value: null };
  if (!STARTS_SPECIAL.test(text)) return { kind: 'value', value: text };
  if (text.startsWith("'")) return { kind: 'value', value: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { kind: 'formula', formula: text };
  const trimmed = text.trim();
  if (/^true$/i.test(trimmed)) return { kind: 'value', value: true };
  if (/^false$/i.test(trimmed)) return { kind: 'value', value: false };
  const read = typedNumber(trimmed) ?? typedMoment(trimmed, locale, year);
  if (read) return { kind: 'value', ...read };
  if (/^[+-]./.test(text)) return { kind: 'formula', formula: `=${text}` };
  return { kind: 'value', value: text };
}

/** Most text can be passed over by its first letter: digits, signs, quotes, money, blanks, and letters of TRUE, FALSE, months. */
const STARTS_SPECIAL = /^[\s\d'=+\-.(¥￥$€£tfjasondmTFJASONDM]/;

interface Read {
  readonly value: number;
  readonly format?: string;
}

const NUMBER = /^(\()?([+-])?([¥￥$€£])?([+-])?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(?:[eE]([+-]?\d+))?(%)?(\))?$/;

function typedNumber(text: string): Read | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, open, sign, money, innerSign, whole = '', fraction = '', exponent, percent, close] = match;
  if ((whole === '' && fraction.length < 2) || Boolean(open) !== Boolean(close)) return null;
  if ((sign && innerSign) || (open && (sign || innerSign)) || (money && (exponent || percent))) return null;
  const size = Number(`${whole.replace(/,/g, '') || '0'}${fraction}${exponent ? `e${exponent}` : ''}`);
  if (!Number.isFinite(size)) return null;
  const negative = sign === '-' || innerSign === '-' || open !== undefined;
  const value = (negative ? -size : size) / (percent ? 100 : 1) + 0;
  const decimals = fraction.length > 1;
  if (percent) return { value, format: decimals ? '0.00%' : '0%' };
  if (money) return { value, format: `"${money}"#,##0${decimals ? '.00' : ''}` };
  if (exponent !== undefined) return { value, format: '0.00E+00' };
  if (whole.includes(',')) return { value, format: decimals ? '#,##0.00' : '#,##0' };
  return { value };
}

function typedMoment(text: string, locale: SheetLocale, year: number): Read | null {
  const time = TIME.exec(text);
  const dayText = time ? text.slice(0, time.index) : text;
  const clock = time ? readTime(time) : null;
  if (time && !clock) return null;
  if (dayText === '') {
    if (!clock) return null;
    return { value: clock.fraction, format: clock.long ? '[h]:mm:ss' : clock.seconds ? locale.time : 'h:mm' };
  }
  if (clock?.long) return null;
  const day = readDay(dayText.trimEnd(), locale, year);
  if (!day) return null;
  if (clock) return { value: day.value + clock.fraction, format: locale.dayAndTime };
  return day;
}

/** A clock at the end of the text, after nothing or a blank. */
const TIME = /(?:^|\s+)(\d{1,4}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?(?:\s*([ap]m))?$/i;

function readTime(match: RegExpExecArray): { fraction: number; long: boolean; seconds: boolean } | null {
  const [, hourText, minuteText, secondText, milliText, half] = match;
  let hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText ?? 0) + Number(milliText ?? 0);
  if (minute > 59 || second >= 60) return null;
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  return { fraction: (hour * 3600 + minute * 60 + second) / 86400, long: hour > 23, seconds: secondText !== undefined };
}

function readDay(text: string, locale: SheetLocale, thisYear: number): Read | null {
  const yearFirst = /^(\d{4})([/-])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst) {
    const [, y, separator, m, d] = yearFirst;
    return dayRead(Number(y), Number(m), Number(d), separator === '-' ? 'yyyy-mm-dd' : locale.day);
  }
  const yearLast = /^(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{1,2}))?$/.exec(text);
  if (yearLast) {
    const [, a, , b, y] = yearLast;
    const [month, day] = locale.order === 'mdy' ? [Number(a), Number(b)] : [Number(b), Number(a)];
    return dayRead(
      y === undefined ? thisYear : fullYear(y),
      month,
      day,
      y === undefined ? shortDay(locale) : locale.day,
    );
  }
  const month = /^(?:(\d{1,2})[/-](\d{4})|(\d{4})[/-](\d{1,2}))$/.exec(text);
  if (month) return dayRead(Number(month[2] ?? month[3]), Number(month[1] ?? month[4]), 1, 'yyyy-mm');
  return locale.language === 'ja' ? readJapaneseDay(text, thisYear) : readEnglishDay(text, locale, thisYear);
}

function readJapaneseDay(text: string, thisYear: number): Read | null {
  const match = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (!match) return null;
  const [, y, m, d] = match;
  const format = y === undefined ? 'm"月"d"日"' : 'yyyy"年"m"月"d"日"';
  return dayRead(y === undefined ? thisYear : Number(y), Number(m), Number(d), format);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_MONTHS = 'january february march april may june july august september october november december'.split(' ');

function readEnglishDay(text: string, locale: SheetLocale, thisYear: number): Read | null {
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:,? (\d{4}))?$/i.exec(text);
  const dayFirst = /^(\d{1,2})[ -]([a-z]+)\.?(?:[ -](\d{4}))?$/i.exec(text);
  const [name, d, y] = monthFirst
    ? [monthFirst[1], monthFirst[2], monthFirst[3]]
    : [dayFirst?.[2], dayFirst?.[1], dayFirst?.[3]];
  if (name === undefined) return null;
  const lower = name.toLowerCase();
  const month = Math.max(MONTHS.indexOf(lower), FULL_MONTHS.indexOf(lower)) + 1;
  if (month === 0) return null;
  return dayRead(y === undefined ? thisYear : Number(y), month, Number(d), locale.day);
}

function dayRead(year: number, month: number, day: number, format: string): Read | null {
  const value = month >= 1 && month <= 12 ? serialOfDay(year, month, day) : null;
  return value === null || value < 0 ? null : { value, format };
}

function shortDay(locale: SheetLocale): string {
  return locale.order === 'mdy' ? 'm/d' : 'd/m';
}

/** One or two digits mean the hundred years around 1980, as spreadsheets read them: 30 to 99 lie in the last century. */
function fullYear(digits: string): number {
  const n = Number(digits);
  return digits.length === 4 ? n : n < 30 ? 2000 + n : 1900 + n;
}
