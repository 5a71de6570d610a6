import fc from 'fast-check';
import { dayOf, formatDay, sheetSerial } from '../../../src/domain/day';
import { parseContext } from '../../../src/domain/parse/context';
import { readDay } from '../../../src/domain/parse/day';

const tokyo = parseContext('Asia/Tokyo', 'ja-JP');
const newYork = parseContext('America/New_York', 'en-US');
const london = parseContext('Europe/London', 'en-GB');

function dayIn(value: unknown, context = tokyo): string | null {
  const read = readDay(value, context);
  if (!read.ok) return read.code;
  return read.value === null ? null : formatDay(read.value);
}

describe('a day as people and programs write it', () => {
  it.each([
    '2026-01-05',
    '2026/1/5',
    '2026.1.5',
    '２０２６／１／５',
    '2026年1月5日',
    '2026年1月5日(月)',
    '令和8年1月5日',
    'R8.1.5',
    '20260105',
    20260105,
    46027,
    '46027',
    46027.75,
    'Jan 5, 2026',
    'January 5th, 2026',
    '5 Jan 2026',
    '05-Jan-2026',
    'Mon, 05 Jan 2026 09:00:00 +0900',
    '2026-01-05T09:30:00',
    '2026-01-05 23:59',
    '1/5/2026',
    '1/5/2026 9:30 PM',
  ])('%p is 5 January 2026', (written) => expect(dayIn(written)).toBe('2026-01-05'));

  it('reads dots with the day first in any locale', () => {
    expect([newYork, london, tokyo].map((context) => dayIn('5.1.2026', context))).toEqual(Array(3).fill('2026-01-05'));
  });

  it('reads 1/5/2026 in the order of the locale', () => {
    expect(dayIn('1/5/2026', newYork)).toBe('2026-01-05');
    expect(dayIn('1/5/2026', london)).toBe('2026-05-01');
    expect(dayIn('31/12/2026', london)).toBe('2026-12-31');
    expect(dayIn('31/12/2026', newYork)).toBe('day.impossible');
  });

  it.each(['2026-02-31', '2026/2/29', '2026-13-01', '2026年4月31日', '20260231'])('%p is on no calendar', (written) =>
    expect(dayIn(written)).toBe('day.impossible'),
  );

  it('knows the leap days', () => {
    expect(dayIn('2024-02-29')).toBe('2024-02-29');
    expect(dayIn('2000-02-29')).toBe('2000-02-29');
    expect(dayIn('1900-02-29')).toBe('day.impossible');
  });

  it.each(['hello', '2026-01', '1/5/26', '12', 12, true, {}, '2026-01-05T25:00:00Z', '2026-01-05 tomorrow'])(
    '%p is no day',
    (written) => expect(dayIn(written)).toBe('day.unreadable'),
  );

  it.each(['', 'N/A', '-', null, undefined, '未定'])('%p says nothing', (written) => expect(dayIn(written)).toBeNull());
});

describe('a moment becomes the day it falls on in the workbook', () => {
  it.each([
    ['2026-01-05T23:30:00Z', '2026-01-06', '2026-01-05'],
    ['2026-01-05T23:30:00+09:00', '2026-01-05', '2026-01-05'],
    ['2026-01-05T23:30:00.123-0500', '2026-01-06', '2026-01-05'],
    ['2026-01-05 03:00:00 UTC', '2026-01-05', '2026-01-04'],
    // 2026-01-05T00:00:00Z in seconds and in milliseconds: 20458 days of 86,400 seconds.
    [20458 * 86400, '2026-01-05', '2026-01-04'],
    [20458 * 86400000, '2026-01-05', '2026-01-04'],
  ])('%p is %p in Tokyo and %p in New York', (written, inTokyo, inNewYork) => {
    expect(dayIn(written, tokyo)).toBe(inTokyo);
    expect(dayIn(written, newYork)).toBe(inNewYork);
  });

  it('follows summer time: midnight in New York is 04:00Z in July and 05:00Z in January', () => {
    expect(dayIn('2026-07-02T03:59:59Z', newYork)).toBe('2026-07-01');
    expect(dayIn('2026-07-02T04:00:00Z', newYork)).toBe('2026-07-02');
    expect(dayIn('2026-01-02T04:59:59Z', newYork)).toBe('2026-01-01');
    expect(dayIn('2026-01-02T05:00:00Z', newYork)).toBe('2026-01-02');
  });

  it('agrees with the platform on any instant in any of these zones', () => {
    for (const zone of ['Asia/Tokyo', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia']) {
      const context = parseContext(zone, 'en-US');
      const civil = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
      const span = {
        min: new Date('2000-01-01T00:00:00Z'),
        max: new Date('2040-01-01T00:00:00Z'),
        noInvalidDate: true,
      };
      fc.assert(
        fc.property(fc.date(span), (date) => {
          expect(dayIn(date.toISOString(), context)).toBe(civil.format(date));
        }),
      );
    }
  });
});

describe('every day', () => {
  const anyDay = fc.integer({ min: dayOf(1950, 1, 1) as number, max: dayOf(2149, 12, 31) as number });

  it('reads back from its ISO text, its slashes, its Japanese form and its serial number', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const iso = formatDay(day);
        const [year, month, date] = iso.split('-').map(Number);
        expect(dayIn(iso)).toBe(iso);
        expect(dayIn(`${year}/${month}/${date}`)).toBe(iso);
        expect(dayIn(`${year}年${month}月${date}日`)).toBe(iso);
        expect(dayIn(sheetSerial(day))).toBe(iso);
      }),
    );
  });
});
