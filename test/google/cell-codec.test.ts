import { decodeCell, encodeCell, needsApostrophe } from '../../src/google/cell-codec';
import { wallClockOf } from '../../src/google/wall-clock';

describe('cells on their way into a sheet', () => {
  it('are text in a text column, numbers and flags included', () => {
    expect([encodeCell('007', 'text'), encodeCell(7, 'text'), encodeCell(true, 'text')]).toEqual(['007', '7', 'true']);
  });

  it.each(['=IMPORTXML("x","y")', '+1', '-5', '@x', "'quoted"])(
    'get an apostrophe where entry would read more into %s',
    (text) => {
      expect(needsApostrophe(text)).toBe(true);
      expect(encodeCell(text, 'text')).toBe(`'${text}`);
    },
  );

  it('are kept from being read as typed in columns that are not text', () => {
    expect(encodeCell('N/A', 'number')).toBe("'N/A");
    expect(encodeCell('3/4', 'date')).toBe("'3/4");
  });

  it('are serial numbers where they are days or times, with no time zone involved', () => {
    expect(encodeCell('2026-01-01', 'date')).toBe(46023);
    expect(encodeCell('2026-01-01T18:00:00', 'timestamp')).toBe(46023.75);
  });

  it('are empty where there is no value, and 0 where there is a zero', () => {
    expect([encodeCell(null, 'number'), encodeCell('', 'text'), encodeCell(0, 'number')]).toEqual(['', '', 0]);
  });
});

describe('cells on their way out of a sheet', () => {
  const tokyo = wallClockOf('Asia/Tokyo');

  it('are days where the wall clock of the spreadsheet shows midnight, else times', () => {
    expect(decodeCell(new Date('2026-01-04T15:00:00Z'), tokyo)).toBe('2026-01-05');
    expect(decodeCell(new Date('2026-01-05T00:30:00Z'), tokyo)).toBe('2026-01-05T09:30:00');
  });

  it('are null where the cell is empty', () => {
    expect(decodeCell('', tokyo)).toBeNull();
  });

  it('follow daylight saving time of the zone', () => {
    const newYork = wallClockOf('America/New_York');
    expect(newYork(Date.parse('2026-03-08T06:59:59Z'))).toBe('2026-03-08T01:59:59');
    expect(newYork(Date.parse('2026-03-08T07:00:00Z'))).toBe('2026-03-08T03:00:00');
  });
});
