import fc from 'fast-check';
import {
  civil,
  dayOf,
  dayOfSerial,
  daysInMonth,
  formatDay,
  parseDay,
  sheetSerial,
  weekday,
} from '../../src/domain/day';

/** The platform's own calendar, which is Gregorian in both directions: an independent reference. */
const reference = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const anyDay = fc.integer({ min: -700_000, max: 2_900_000 });

describe('days', () => {
  it('agree with the JavaScript calendar from the year 53 to 9909, both ways', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(formatDay(day)).toBe(reference(day));
        expect(parseDay(formatDay(day))).toBe(day);
        const { year, month, date } = civil(day);
        expect(dayOf(year, month, date)).toBe(day);
        expect(weekday(day)).toBe(new Date(day * 86_400_000).getUTCDay() || 7);
      }),
    );
  });

  it('are whole days since 1970-01-01', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(2026, 11, 21)).toBe(20778);
  });

  it.each([
    [2026, 2, 29],
    [2026, 2, 31],
    [2026, 4, 31],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 1, 0],
    [1900, 2, 29],
    [2026, 1, 1.5],
  ])('do not exist for %i-%i-%i', (year, month, date) => {
    expect(dayOf(year, month, date)).toBeNull();
  });

  it('know leap years of centuries', () => {
    expect([daysInMonth(2000, 2), daysInMonth(1900, 2), daysInMonth(2024, 2)]).toEqual([29, 28, 29]);
  });

  it('are read from a day or from a time, and from nothing else', () => {
    expect(parseDay('2026-11-21T23:59:59')).toBe(20778);
    for (const text of ['2026/11/21', '2026-11-21 ', '21-11-2026', '', '2026-02-30']) expect(parseDay(text)).toBeNull();
  });

  it('have the serial numbers of a spreadsheet: 2026-01-01 is 46023', () => {
    expect(sheetSerial(dayOf(2026, 1, 1) as number)).toBe(46023);
    expect(dayOfSerial(46023.75)).toBe(dayOf(2026, 1, 1));
  });
});
