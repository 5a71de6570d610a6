import { instantOf, offsetAt } from '../zone';

const DAY = 86_400_000;
/** 1899-12-30 as milliseconds of wall clock since 1970: day 0 of a sheet. */
const EPOCH = -25_569 * DAY;

/**
 * The date serial of an instant: days since 1899-12-30 on the wall clock of `zone`, with the time as a fraction.
 * Source: Apps Script reference, Session.getScriptTimeZone (spreadsheets have their own time zone).
 */
export function serialOfInstant(instant: number, zone: string): number {
  return (instant + offsetAt(instant, zone) - EPOCH) / DAY;
}

/** The instant of a serial in `zone`, to the millisecond. */
export function instantOfSerial(serial: number, zone: string): number {
  return instantOf(Math.round(serial * DAY) + EPOCH, zone);
}

/** The serial of a calendar day, null when there is no such day. Months count from 1. */
export function serialOfDay(year: number, month: number, day: number): number | null {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? (at.getTime() - EPOCH) / DAY : null;
}

/** Calendar fields of a serial, as UTC fields of a Date; rounded to the millisecond. */
export function wallClockOfSerial(serial: number): Date {
  return new Date(Math.round(serial * DAY) + EPOCH);
}
