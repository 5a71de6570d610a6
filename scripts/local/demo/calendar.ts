import { civil, type Day, dayOf, daysInMonth, weekday } from '../../../src/domain/day';

/**
 * How busy an office in Japan is on a day: 1 on a working day, close to 0 on weekends and public holidays, low in
 * the Bon week and between Christmas and New Year.
 */
export function officeRhythm(day: Day): number {
  let found = RHYTHM.get(day);
  if (found === undefined) {
    found = rhythmOf(day);
    RHYTHM.set(day, found);
  }
  return found;
}

/** Every account asks for the same few hundred days. */
const RHYTHM = new Map<Day, number>();

function rhythmOf(day: Day): number {
  if (weekday(day) >= 6 || isHoliday(day)) return 0.06;
  const { month, date } = civil(day);
  if (month === 8 && date >= 12 && date <= 16) return 0.45;
  if ((month === 12 && date >= 29) || (month === 1 && date === 3)) return 0.12;
  // Mondays start slowly, Fridays end early.
  return [0.95, 1.04, 1.05, 1.02, 0.94][weekday(day) - 1] as number;
}

/** Is the day a working day in Japan? */
export function isWorkingDay(day: Day): boolean {
  return officeRhythm(day) > 0.5;
}

/** The day, or the nearest working day before it. */
export function workingDayUpTo(day: Day): Day {
  let found = day;
  while (!isWorkingDay(found)) found--;
  return found;
}

/** The same date so many months earlier (or later, where negative), the last of the month where it is shorter. */
export function monthsBefore(day: Day, months: number): Day {
  const { year, month, date } = civil(day);
  const count = year * 12 + (month - 1) - months;
  const targetYear = Math.floor(count / 12);
  const targetMonth = count - targetYear * 12 + 1;
  return dayOf(targetYear, targetMonth, Math.min(date, daysInMonth(targetYear, targetMonth))) as Day;
}

/**
 * Public holidays by the Act on National Holidays: a Sunday's holiday moves to the next day that is none, and a day
 * between two holidays is one too.
 */
function isHoliday(day: Day): boolean {
  if (isNamedHoliday(day) || (isNamedHoliday(day - 1) && isNamedHoliday(day + 1))) return true;
  let before = day - 1;
  while (isNamedHoliday(before)) {
    if (weekday(before) === 7) return true;
    before--;
  }
  return false;
}

const FIXED: ReadonlySet<string> = new Set([
  '1/1',
  '1/2',
  '2/11',
  '2/23',
  '4/29',
  '5/3',
  '5/4',
  '5/5',
  '8/11',
  '11/3',
  '11/23',
]);
/** Month to which Monday of it is a holiday. */
const MONDAYS: Readonly<Record<number, number>> = { 1: 2, 7: 3, 9: 3, 10: 2 };

function isNamedHoliday(day: Day): boolean {
  const { year, month, date } = civil(day);
  if (FIXED.has(`${month}/${date}`)) return true;
  if (weekday(day) === 1 && MONDAYS[month] === Math.ceil(date / 7)) return true;
  // Equinoxes, 1980-2099 (Nagasawa's formula as used in Japanese almanacs).
  const drift = 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4);
  return (month === 3 && date === Math.floor(20.8431 + drift)) || (month === 9 && date === Math.floor(23.2488 + drift));
}
