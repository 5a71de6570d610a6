import { evaluate, failure } from './script-project';

/** Formats an instant given in ISO. */
function format(iso: string, zone: string, pattern: string): unknown {
  return evaluate(
    `return Utilities.formatDate(new Date('${iso}'), ${JSON.stringify(zone)}, ${JSON.stringify(pattern)})`,
  );
}

describe('Utilities.formatDate (Apps Script reference: patterns of Java SimpleDateFormat)', () => {
  const at = '2026-03-08T14:05:09.007Z';

  it.each([
    ['yyyy-MM-dd', '2026-03-08'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", '2026-03-08T14:05:09.007Z'],
    ['yy y yyyyy', '26 2026 02026'],
    ['M MM MMM MMMM', '3 03 Mar March'],
    ['d dd D', '8 08 67'],
    ['E EEE EEEE u', 'Sun Sun Sunday 7'],
    ['H HH h hh k K a', '14 14 2 02 14 2 PM'],
    ['m mm s ss S', '5 05 9 09 7'],
    ['z Z X XX XXX', 'UTC +0000 Z Z Z'],
    ['w W F', '11 2 2'],
    ['G', 'AD'],
    ["h 'o''clock'", "2 o'clock"],
    ["''yy", "'26"],
    ['yyyy年M月d日', '2026年3月8日'],
  ])('%s', (pattern, text) => {
    expect(format(at, 'UTC', pattern)).toBe(text);
  });

  it('knows the two sides of midnight and noon', () => {
    expect(format('2026-01-01T00:30:00Z', 'UTC', 'H k K h a')).toBe('0 24 0 12 AM');
    expect(format('2026-01-01T12:30:00Z', 'UTC', 'H k K h a')).toBe('12 12 0 12 PM');
  });

  it('follows daylight saving time of the zone', () => {
    expect(format('2026-03-08T06:59:00Z', 'America/New_York', 'HH:mm z Z XXX')).toBe('01:59 EST -0500 -05:00');
    expect(format('2026-03-08T07:00:00Z', 'America/New_York', 'HH:mm z Z XXX')).toBe('03:00 EDT -0400 -04:00');
  });

  it('names zones by letters, in full when asked', () => {
    expect(format(at, 'Asia/Tokyo', 'z zzzz')).toBe('JST Japan Standard Time');
    expect(format(at, 'Europe/London', 'z')).toBe('GMT');
  });

  it('takes offsets as zones', () => {
    expect(format(at, 'GMT+9', 'HH:mm Z')).toBe('23:05 +0900');
    expect(format(at, 'GMT-03:30', 'HH:mm XXX')).toBe('10:35 -03:30');
  });

  it('counts weeks from Sunday, and gives a week the year its Saturday lies in', () => {
    expect(format('2025-12-28T00:00:00Z', 'UTC', 'YYYY w yyyy')).toBe('2026 1 2025');
    expect(format('2025-12-27T00:00:00Z', 'UTC', 'YYYY w')).toBe('2025 52');
  });

  it('is wrong about the day when the zone is wrong: 23:00 UTC is tomorrow in Tokyo', () => {
    expect(format('2026-01-01T23:00:00Z', 'Asia/Tokyo', 'yyyy-MM-dd')).toBe('2026-01-02');
  });

  it.each([
    [
      '"2026-01-01", "UTC", "yyyy"',
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    ],
    ['new Date(), null, "yyyy"', 'Invalid argument: timeZone. Should be of type: String'],
    ['new Date(), "Mars/Base", "yyyy"', 'Invalid argument: timeZone. Mars/Base is no time zone'],
    ['new Date(), "UTC", "yyyy-b"', "Illegal pattern character 'b'"],
    ['new Date(), "UTC", "\'open"', 'Unterminated quote'],
    ['new Date(NaN), "UTC", "yyyy"', "don't match the method signature"],
  ])('refuses (%s)', (args, text) => {
    expect(failure(`Utilities.formatDate(${args})`)).toContain(text);
  });
});
