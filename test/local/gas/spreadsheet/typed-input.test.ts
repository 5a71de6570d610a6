import { bound } from './bound';

/** Stored value and number format of a cell after `setValue(text)`. */
function typed(text: string, locale = 'en_US') {
  const { sheet, tab } = bound({ locale });
  sheet.getRange('A1').setValue(text);
  return [tab.values[0]?.[0] ?? null, tab.formats.numberFormat.at(0, 0)];
}

// Days since 1899-12-30: 2026-01-01 is 46023, so 2026-01-05 is 46027 and 2026-03-04 is 46085.
describe('text is parsed as if typed in the cell (Range.setValue; Sheets API, USER_ENTERED)', () => {
  it.each([
    ['007', 7],
    ['42', 42],
    [' 42 ', 42],
    ['-5', -5],
    ['+1', 1],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['1.5E-3', 0.0015],
    ['1,200', 1200],
    ['1,234,567.89', 1234567.89],
    ['(5)', -5],
    ['50%', 0.5],
    ['12.5%', 0.125],
    ['¥1,200', 1200],
    ['￥1,200', 1200],
    ['$5', 5],
    ['-$5.25', -5.25],
    ['£3', 3],
    ['TRUE', true],
    ['false', false],
    ['True', true],
  ])('%s becomes %p', (text, value) => {
    expect(typed(text)[0]).toBe(value);
  });

  it('loses digits of long digit strings, as doubles do', () => {
    expect(typed('12345678901234567890')[0]).toBe(12345678901234567000);
  });

  it.each([
    ['12,34', 'wrongly grouped digits'],
    ['1,2', 'a decimal comma'],
    ['1.2.3', 'a version'],
    ['1e400', 'a number beyond doubles'],
    ['(5', 'an open bracket'],
    ['Ab12', 'letters and digits'],
    ['N/A', 'N/A'],
    ['NaN', 'NaN'],
    ['Infinity', 'Infinity'],
    ['@x', 'a handle'],
    ['=', 'a lone equals sign'],
    ['truest', 'a word that begins like TRUE'],
    ['１２３', 'full-width digits (unconfirmed: left as text)'],
    ['2026-02-31', 'a day that does not exist'],
    ['13/13/2026', 'a month that does not exist'],
    ['2026-01-05T09:30:00', 'ISO time with a T'],
    ['12:75', 'a minute that does not exist'],
  ])('%s stays text: %s', (text) => {
    expect(typed(text)[0]).toBe(text);
  });

  it.each([
    ['3/4', 'en_US', 46085, 'm/d'],
    ['3/4', 'ja_JP', 46085, 'm/d'],
    ['3-4', 'en_US', 46085, 'm/d'],
    // 3 April 2026 is 46023 + 31 + 28 + 31 + 2.
    ['3/4', 'en_GB', 46115, 'd/m'],
    ['1/5/2026', 'en_US', 46027, 'M/d/yyyy'],
    ['1/5/2026', 'ja_JP', 46027, 'yyyy/MM/dd'],
    // 1 May 2026 is 46023 + 31 + 28 + 31 + 30.
    ['1/5/2026', 'en_GB', 46143, 'dd/MM/yyyy'],
    ['1/5/26', 'en_US', 46027, 'M/d/yyyy'],
    // 2003-01-02 is 37623.
    ['1/2/3', 'en_US', 37623, 'M/d/yyyy'],
    // 1975-01-01 is 27395.
    ['1/1/75', 'en_US', 27395, 'M/d/yyyy'],
    ['2026-01-05', 'en_US', 46027, 'yyyy-mm-dd'],
    ['2026/1/5', 'ja_JP', 46027, 'yyyy/MM/dd'],
    ['3/2026', 'en_US', 46082, 'yyyy-mm'],
    ['Jan 5, 2026', 'en_US', 46027, 'M/d/yyyy'],
    ['5 January 2026', 'en_GB', 46027, 'dd/MM/yyyy'],
    ['2026年1月5日', 'ja_JP', 46027, 'yyyy"年"m"月"d"日"'],
    ['1月5日', 'ja_JP', 46027, 'm"月"d"日"'],
    ['12:30', 'en_US', 0.5208333333333334, 'h:mm'],
    ['6:00 pm', 'en_US', 0.75, 'h:mm'],
    ['12:00:36', 'ja_JP', 0.5004166666666666, 'H:mm:ss'],
    ['36:00', 'en_US', 1.5, '[h]:mm:ss'],
    ['2026-01-05 12:00', 'ja_JP', 46027.5, 'yyyy/MM/dd H:mm:ss'],
    ['1/5/2026 6:00', 'en_US', 46027.25, 'M/d/yyyy H:mm:ss'],
  ])('%s under %s becomes the serial %p shown as %s', (text, locale, serial, format) => {
    expect(typed(text, locale)).toEqual([serial, format]);
  });

  it('completes a day without a year by the year in the spreadsheet zone', () => {
    // 2026-01-01 00:30 in Tokyo is still 2025 in London.
    const now = Date.UTC(2025, 11, 31, 15, 30);
    const { sheet, tab } = bound({ locale: 'en_US', timeZone: 'Asia/Tokyo' }, { now });
    sheet.getRange('A1').setValue('3/4');
    expect(tab.values[0]?.[0]).toBe(46085);
  });

  it.each([
    ['50%', '0%'],
    ['12.5%', '0.00%'],
    ['$5', '"$"#,##0'],
    ['$5.50', '"$"#,##0.00'],
    ['1e3', '0.00E+00'],
    ['1,200', '#,##0'],
  ])('%s brings the number format %s', (text, format) => {
    expect(typed(text)[1]).toBe(format);
  });

  it('leaves a number format that stands', () => {
    const { sheet, tab } = bound();
    sheet.getRange('A1').setNumberFormat('0.00').setValue('50%');
    expect([tab.values[0]?.[0], tab.formats.numberFormat.at(0, 0)]).toEqual([0.5, '0.00']);
  });

  it.each(['=A1+1', '=HYPERLINK("https://example.com","x")'])('%s becomes a formula', (formula) => {
    const { sheet } = bound();
    sheet.getRange('B1').setValue(formula);
    expect(sheet.getRange('B1').getFormula()).toBe(formula);
  });

  it.each(['+A1', '-A1', '--5', '+cmd|calc'])('%s becomes a formula too (unconfirmed: strict side)', (text) => {
    const { sheet } = bound();
    sheet.getRange('B1').setValue(text);
    expect(sheet.getRange('B1').getFormula()).toBe(`=${text}`);
  });

  it.each([
    ["'007", '007'],
    ["'=A1", '=A1'],
    ["''quoted", "'quoted"],
    ["'3/4", '3/4'],
    ["'TRUE", 'TRUE'],
  ])('a leading apostrophe is swallowed and keeps the rest as text: %s', (text, kept) => {
    expect(typed(text)).toEqual([kept, undefined]);
  });

  it('setValues and appendRow parse in the same way', () => {
    const { sheet, tab } = bound();
    sheet.getRange('A1:B1').setValues([['007', 'TRUE']]);
    sheet.appendRow(['3/4', '=A1']);
    expect([tab.values[0], tab.values[1], sheet.getRange('B2').getFormula()]).toEqual([
      [7, 46085],
      [true, null],
      '=A1',
    ]);
  });
});

describe('cells formatted as plain text (`@`) keep text as it is', () => {
  const enter = (value: unknown, apostropheInTextCells = true) => {
    const { sheet } = bound({}, { switches: { apostropheInTextCells } });
    sheet.getRange('A1').setNumberFormat('@').setValue(value);
    return sheet.getRange('A1');
  };

  it.each(['007', '3/4', 'TRUE', '50%', '1e3', '+1', '-5', '2026-01-05', ' x ', '12345678901234567890'])(
    '%s stays text when the format was set before',
    (text) => {
      expect(enter(text).getValue()).toBe(text);
    },
  );

  it('the order matters: a number stays a number when the format comes after', () => {
    const { sheet } = bound();
    sheet.getRange('A1').setValue('007').setNumberFormat('@');
    expect(sheet.getRange('A1').getValue()).toBe(7);
  });

  it('a text that starts with = is a formula here too (unconfirmed: strict side)', () => {
    expect(enter('=1+1').getFormula()).toBe('=1+1');
  });

  it('swallows a leading apostrophe, or keeps it with the switch off (unconfirmed)', () => {
    expect(enter("'=1+1").getValue()).toBe('=1+1');
    expect(enter("'=1+1", false).getValue()).toBe("'=1+1");
  });

  it.each([
    [5, '5'],
    [true, 'TRUE'],
  ])('%p becomes the text %s (unconfirmed)', (value, text) => {
    expect(enter(value).getValue()).toBe(text);
  });

  it('rows that a write or an append grows do not inherit the format', () => {
    const { sheet, tab } = bound({ rows: 1 }, { switches: { growOnWrite: true } });
    sheet.getRange('A1').setNumberFormat('@').setValue('007');
    sheet.appendRow(['007']);
    expect(tab.values[0]).toEqual(['007', 7]);
  });
});
