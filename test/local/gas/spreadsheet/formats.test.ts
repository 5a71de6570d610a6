import { bound, loosely, thrown } from './bound';

describe('Range.getDisplayValue (number format patterns of the Sheets API)', () => {
  const shown = (value: unknown, format: string) =>
    bound({ timeZone: 'UTC' }).sheet.getRange('A1').setNumberFormat(format).setValue(value).getDisplayValue();

  it.each([
    [1234.5, 'general', '1234.5'],
    [0.1 + 0.2, 'general', '0.3'],
    [1e21, 'general', '1E+21'],
    [1e-7, 'general', '1E-07'],
    [1234.5, '0', '1235'],
    [-1234.5, '0', '-1235'],
    [0.5, '0', '1'],
    [-0.4, '0', '0'],
    [72.25, '0.0', '72.3'],
    [1.005, '0.00', '1.01'],
    [3, '0.00', '3.00'],
    [0.5, '.00', '.50'],
    [7, '000', '007'],
    [1234567, '#,##0', '1,234,567'],
    [999, '#,##0', '999'],
    [1234.5, '#,##0.##', '1,234.5'],
    [1234, '#,##0.00', '1,234.00'],
    // "If you include a decimal point in the format, it's always rendered, even for whole numbers" (Sheets API guide,
    // number format patterns).
    [3, '#0.#', '3.'],
    [1234, '#,##0.##', '1,234.'],
    [0.256, '0%', '26%'],
    [0.256, '0.00%', '25.60%'],
    [-0.5, '0%', '-50%'],
    [12345, '0.00E+00', '1.23E+04'],
    [1200, '"¥"#,##0', '¥1,200'],
    [-1200, '¥#,##0', '-¥1,200'],
    [5, '0"点"', '5点'],
    [-5, '0;(0)', '(5)'],
    [0, '0;-0;"none"', 'none'],
    [5, '[$¥-411]#,##0', '¥5'],
    [12, '0.###############', '12'],
    // Conditions stand before the first two sections; the third is for everything else (Sheets API guide, meta instructions).
    [50, '[<100]"Low";[>1000]"High";000', 'Low'],
    [2000, '[<100]"Low";[>1000]"High";000', 'High'],
    [527, '[<100]"Low";[>1000]"High";000', '527'],
    [100, '[<100]"Low";[>1000]"High";000', '100'],
    [5, '[<=4]"a";[=6]"b"', '###'],
    [4, '[<=4]"a";[=6]"b"', 'a'],
    [6, '[<=4]"a";[=6]"b"', 'b'],
    [7, '[<>7]0;"seven"', '###'],
    [8, '[<>7]0', '8'],
    [1.23, '[>=0.05]+0.0;[<=-0.05]-0.0;0.0', '+1.2'],
    [0.05, '[>=0.05]+0.0;[<=-0.05]-0.0;0.0', '+0.1'],
    [0.03, '[>=0.05]+0.0;[<=-0.05]-0.0;0.0', '0.0'],
    [-0.03, '[>=0.05]+0.0;[<=-0.05]-0.0;0.0', '0.0'],
    [-0.05, '[>=0.05]+0.0;[<=-0.05]-0.0;0.0', '-0.1'],
    [-12.34, '[>=0.05]+0.0;[<=-0.05]-0.0;0.0', '-12.3'],
    [46027, 'yyyy-mm-dd', '2026-01-05'],
    [46027, 'yyyy-MM-dd', '2026-01-05'],
    [46027, 'yyyy/MM/dd', '2026/01/05'],
    [46027, 'M/d/yyyy', '1/5/2026'],
    [46027, 'dd/MM/yy', '05/01/26'],
    [46027, 'yyyy"年"m"月"d"日"', '2026年1月5日'],
    [46027.5, 'yyyy-mm-dd hh:mm', '2026-01-05 12:00'],
    [46027.75 + 5 / 86400, 'yyyy-mm-dd hh:mm:ss', '2026-01-05 18:00:05'],
    [46027.75, 'h:mm am/pm', '6:00 PM'],
    [0.25, 'hh:mm', '06:00'],
    [1.5, '[h]:mm:ss', '36:00:00'],
    [5 / 1440, 'mm:ss', '05:00'],
  ])('%p under %s shows %s', (value, format, text) => {
    expect(shown(value, format)).toBe(text);
  });

  it('text, booleans and empty cells show themselves under any number format', () => {
    const { sheet } = bound();
    sheet
      .getRange('A1:C1')
      .setNumberFormat('0.00')
      .setValues([["'x", true, null]]);
    expect(sheet.getRange('A1:C1').getDisplayValues()).toEqual([['x', 'TRUE', '']]);
  });

  it.each(['0.0.0', '0;0;[>5]0', 'yyyy-mmm', '0 "open', '??/??'])(
    'refuses the unknown pattern %s by name',
    (format) => {
      expect(thrown(() => shown(1, format))).toBe(`Error: not implemented: the number format ${format}`);
    },
  );

  it.each([
    ['ja_JP', '2026/01/05'],
    ['en_US', '1/5/2026'],
    ['en_GB', '05/01/2026'],
  ])('a Date without a format shows as the locale %s writes days', (locale, text) => {
    const { sheet } = bound({ locale, timeZone: 'UTC' });
    expect(
      sheet
        .getRange('A1')
        .setValue(new Date(Date.UTC(2026, 0, 5)))
        .getDisplayValue(),
    ).toBe(text);
  });
});

describe('formats of cells', () => {
  it.each([
    ['FontWeight', 'bold', 'normal'],
    ['FontStyle', 'italic', 'normal'],
    ['FontLine', 'underline', 'none'],
    ['FontFamily', 'Roboto', 'Arial'],
    ['FontColor', '#ff0000', '#000000'],
    ['Background', '#fafafa', '#ffffff'],
    ['VerticalAlignment', 'middle', 'bottom'],
    ['HorizontalAlignment', 'right', 'general'],
  ])('%s is kept, and null brings the default back', (name, value, usual) => {
    const { sheet } = bound();
    const range = sheet.getRange('B2:C3');
    expect(loosely(range, `get${name}`)).toBe(usual);
    loosely(range, `set${name}`, value);
    expect(loosely(sheet.getRange('C3'), `get${name}`)).toBe(value);
    expect(loosely(sheet.getRange('D3'), `get${name}`)).toBe(usual);
    loosely(range, `set${name}`, null);
    expect(loosely(range, `get${name}`)).toBe(usual);
  });

  it('tables of formats match the range in size', () => {
    const { sheet } = bound();
    sheet.getRange('A1:B2').setBackgrounds([
      ['#111111', null],
      ['red', '#ABC'],
    ]);
    expect(sheet.getRange('A1:B2').getBackgrounds()).toEqual([
      ['#111111', '#ffffff'],
      ['#ff0000', '#aabbcc'],
    ]);
    expect(thrown(() => sheet.getRange('A1:B2').setFontWeights([['bold', 'bold']]))).toMatch(
      /The data has 1 but the range has 2/,
    );
  });

  it('setNumberFormat(null) fails, general resets and then reads 0.###############', () => {
    const { sheet } = bound();
    const cell = sheet.getRange('A1').setNumberFormat('0.0');
    expect(cell.getNumberFormat()).toBe('0.0');
    expect(thrown(() => loosely(cell, 'setNumberFormat', null))).toBe(
      "The parameters (null) don't match the method signature for SpreadsheetApp.Range.setNumberFormat.",
    );
    expect(cell.setNumberFormat('general').getNumberFormat()).toBe('0.###############');
    expect(cell.setNumberFormat('0').setNumberFormat('General').getNumberFormat()).toBe('0.###############');
  });

  it('setWrap wraps; getWrap is not there since its answer on untouched cells is known to be wrong', () => {
    const { sheet, app } = bound();
    const cell = sheet.getRange('A1');
    expect(cell.getWrapStrategy()).toBe(app.WrapStrategy.OVERFLOW);
    expect(cell.setWrap(true).getWrapStrategy()).toBe(app.WrapStrategy.WRAP);
    expect(cell.setWrapStrategy(app.WrapStrategy.CLIP).getWrapStrategy()).toBe(app.WrapStrategy.CLIP);
    expect(thrown(() => cell.getWrap())).toBe('Error: not implemented: Range.getWrap');
  });

  it('refuses words and colours it does not know', () => {
    const { sheet } = bound();
    expect(thrown(() => loosely(sheet.getRange('A1'), 'setFontWeight', 'heavy'))).toMatch(/not implemented/);
    expect(thrown(() => sheet.getRange('A1').setBackground('mauve-ish'))).toMatch(/not implemented/);
  });

  it('setBorder draws around and inside, null leaves a line, false takes it away', () => {
    const { sheet, tab, app } = bound();
    const thin = { color: '#000000', style: 'SOLID' };
    sheet.getRange('A1:B2').setBorder(true, true, true, true, false, false);
    expect(tab.formats.borders.at(0, 0)).toEqual({ top: thin, left: thin, bottom: null, right: null });
    sheet.getRange('A1:B2').setBorder(false, null, null, null, null, true, '#ff0000', app.BorderStyle.DASHED);
    const red = { color: '#ff0000', style: 'DASHED' };
    expect(tab.formats.borders.at(0, 0)).toEqual({ top: null, left: thin, bottom: red, right: null });
    expect(tab.formats.borders.at(1, 1)).toEqual({ top: red, left: null, bottom: thin, right: thin });
  });

  it('clearFormat keeps number formats, as its reference says', () => {
    const { sheet } = bound();
    const cell = sheet.getRange('A1').setNumberFormat('0.0').setFontWeight('bold').setValue(1);
    cell.clearFormat();
    expect([cell.getNumberFormat(), cell.getFontWeight(), cell.getValue()]).toEqual(['0.0', 'normal', 1]);
  });
});

describe('notes', () => {
  it('are kept by cell; null and an empty text take them away', () => {
    const { sheet } = bound();
    sheet.getRange('A1:B1').setNotes([['a', 'b']]);
    sheet.getRange('A1').setNote(null);
    expect(sheet.getRange('A1:B1').getNotes()).toEqual([['', 'b']]);
    sheet.getRange('B1').clearNote();
    expect(sheet.getRange('B1').getNote()).toBe('');
  });

  it('setNotes writes numbers with a decimal, setNote without (issue tracker 429373214)', () => {
    const { sheet } = bound();
    loosely(sheet.getRange('A1'), 'setNotes', [[25]]);
    loosely(sheet.getRange('B1'), 'setNote', 25);
    expect(sheet.getRange('A1:B1').getNotes()).toEqual([['25.0', '25']]);
  });
});
