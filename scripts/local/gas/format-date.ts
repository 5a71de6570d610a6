import { type Civil, civilAt, offsetAt } from './zone';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY = 86_400_000;

/**
 * A date by a pattern of Java's SimpleDateFormat, in English. Throws RangeError with Java's words for a letter that is
 * no pattern letter or an open quote. Source: Apps Script reference, Utilities.formatDate; Java SE, SimpleDateFormat.
 */
export function formatByPattern(instant: number, zone: string, pattern: string): string {
  const civil = civilAt(instant, zone);
  let text = '';
  let index = 0;
  while (index < pattern.length) {
    const letter = pattern[index] as string;
    if (letter === "'") {
      const quoted = readQuoted(pattern, index);
      text += quoted.text;
      index = quoted.next;
    } else if (/[A-Za-z]/.test(letter)) {
      let end = index;
      while (pattern[end] === letter) end++;
      text += field(letter, end - index, civil, instant, zone);
      index = end;
    } else {
      text += letter;
      index += 1;
    }
  }
  return text;
}

/** Quoted text, in which two quotes are one; two quotes outside are one too. */
function readQuoted(pattern: string, start: number): { text: string; next: number } {
  if (pattern[start + 1] === "'") return { text: "'", next: start + 2 };
  let text = '';
  for (let index = start + 1; index < pattern.length; index++) {
    if (pattern[index] !== "'") text += pattern[index];
    else if (pattern[index + 1] === "'") {
      text += "'";
      index += 1;
    } else return { text, next: index + 1 };
  }
  throw new RangeError('Unterminated quote');
}

function field(letter: string, count: number, civil: Civil, instant: number, zone: string): string {
  const padded = (value: number): string => String(value).padStart(count, '0');
  const named = (name: string): string => (count >= 4 ? name : name.slice(0, 3));
  const year = (value: number): string => (count === 2 ? String(value % 100).padStart(2, '0') : padded(value));
  switch (letter) {
    case 'G':
      return civil.year > 0 ? 'AD' : 'BC';
    case 'y':
      return year(civil.year > 0 ? civil.year : 1 - civil.year);
    case 'Y':
      return year(weekOfYear(civil).year);
    case 'M':
    case 'L':
      return count >= 3 ? named(MONTHS[civil.month] as string) : padded(civil.month + 1);
    case 'w':
      return padded(weekOfYear(civil).week);
    case 'W':
      return padded(Math.ceil((civil.day + ((civil.weekday - civil.day + 1 + 35) % 7)) / 7));
    case 'D':
      return padded(dayOfYear(civil));
    case 'd':
      return padded(civil.day);
    case 'F':
      return padded(Math.ceil(civil.day / 7));
    case 'E':
      return named(DAYS[civil.weekday] as string);
    case 'u':
      return padded(civil.weekday === 0 ? 7 : civil.weekday);
    case 'a':
      return civil.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return padded(civil.hour);
    case 'k':
      return padded(civil.hour === 0 ? 24 : civil.hour);
    case 'K':
      return padded(civil.hour % 12);
    case 'h':
      return padded(civil.hour % 12 === 0 ? 12 : civil.hour % 12);
    case 'm':
      return padded(civil.minute);
    case 's':
      return padded(civil.second);
    case 'S':
      return padded(civil.millisecond);
    case 'z':
      return zoneName(instant, zone, count >= 4 ? 'long' : 'short');
    case 'Z':
      return offsetText(instant, zone, '');
    case 'X':
      return isoOffset(instant, zone, count);
    default:
      throw new RangeError(`Illegal pattern character '${letter}'`);
  }
}

function midnight(civil: Civil): number {
  return Date.UTC(civil.year, civil.month, civil.day);
}

function dayOfYear(civil: Civil): number {
  return (midnight(civil) - Date.UTC(civil.year, 0, 1)) / DAY + 1;
}

/** Weeks as the United States count them: from Sunday, week 1 holds January 1. */
function weekOfYear(civil: Civil): { year: number; week: number } {
  const sunday = midnight(civil) - civil.weekday * DAY;
  const saturday = new Date(sunday + 6 * DAY);
  const year = saturday.getUTCFullYear();
  const first = Date.UTC(year, 0, 1);
  const firstSunday = first - new Date(first).getUTCDay() * DAY;
  return { year, week: (sunday - firstSunday) / (7 * DAY) + 1 };
}

function offsetText(instant: number, zone: string, separator: string): string {
  const minutes = Math.trunc(offsetAt(instant, zone) / 60_000);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}${separator}${two(Math.abs(minutes) % 60)}`;
}

function isoOffset(instant: number, zone: string, count: number): string {
  if (count > 3) throw new RangeError('invalid ISO 8601 format: length=4');
  if (offsetAt(instant, zone) === 0) return 'Z';
  return count === 1 ? offsetText(instant, zone, '').slice(0, 3) : offsetText(instant, zone, count === 2 ? '' : ':');
}

/** Locales that name a zone by letters; the first that does not say `GMT+9` wins. */
const NAMING = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-ZA', 'ja-JP'];

function zoneName(instant: number, zone: string, style: 'long' | 'short'): string {
  const offset = offsetText(instant, zone, ':');
  if (/^(?:GMT|UTC)[+-]/.test(zone)) return `GMT${offset}`;
  const names = (style === 'long' ? ['en-US'] : NAMING).map(
    (locale) =>
      new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style })
        .formatToParts(instant)
        .find((part) => part.type === 'timeZoneName')?.value ?? '',
  );
  return names.find((name) => name !== '' && !/^(?:GMT|UTC)[+-]/.test(name)) ?? `GMT${offset}`;
}
