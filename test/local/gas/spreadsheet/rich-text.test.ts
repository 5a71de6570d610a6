import { bound, loosely, thrown } from './bound';

const LINK = '#gid=7&range=A5:C9';

describe('SpreadsheetApp.newRichTextValue (Apps Script reference, RichTextValueBuilder)', () => {
  it('builds a text that leads somewhere as a whole, and a copy of it without the link', () => {
    const { app } = bound();
    const value = app.newRichTextValue().setText('Foo').setLinkUrl('https://bar.foo').build();
    expect([value.getText(), value.getLinkUrl()]).toEqual(['Foo', 'https://bar.foo']);
    expect(value.copy().setLinkUrl(null).build().getLinkUrl()).toBe(null);
    expect(value.getLinkUrl()).toBe('https://bar.foo');
    expect(app.newRichTextValue().setText('Foo').build().getLinkUrl()).toBe(null);
  });

  it('takes text and address only', () => {
    const builder = bound().app.newRichTextValue();
    expect(thrown(() => loosely(builder, 'setText', null))).toContain("(null) don't match the method signature");
    expect(thrown(() => loosely(builder.setText('a'), 'setLinkUrl', {}))).toContain("don't match the method signature");
  });

  it('has no styles, no links of a part, and nothing whose order is not documented', () => {
    const { app } = bound();
    const value = app.newRichTextValue().setText('Foo').setLinkUrl(LINK).build();
    expect([
      thrown(() => app.newRichTextValue().setText('Foo').setLinkUrl(0, 2, LINK)),
      thrown(() => app.newRichTextValue().setLinkUrl(LINK)),
      thrown(() => app.newRichTextValue().build()),
      thrown(() => app.newRichTextValue().setText('')),
      thrown(() => value.copy().setText('Bar')),
      thrown(() => value.getLinkUrl(0, 1)),
      thrown(() => loosely(value, 'getRuns')),
      thrown(() => loosely(value.copy(), 'setTextStyle', null)),
    ]).toEqual([
      'Error: not implemented: RichTextValueBuilder.setLinkUrl of a part',
      'Error: not implemented: RichTextValueBuilder.setLinkUrl before setText',
      'Error: not implemented: RichTextValueBuilder.build without a text',
      'Error: not implemented: RichTextValueBuilder.setText of no text',
      'Error: not implemented: RichTextValueBuilder.setText after setLinkUrl',
      'Error: not implemented: RichTextValue.getLinkUrl of a part',
      'Error: not implemented: RichTextValue.getRuns',
      'Error: not implemented: RichTextValueBuilder.setTextStyle',
    ]);
  });
});

describe('Range.setRichTextValues (Apps Script reference, Range)', () => {
  const filled = () => {
    const { app, sheet, tab } = bound();
    const rich = (text: string, link: string | null) => app.newRichTextValue().setText(text).setLinkUrl(link).build();
    sheet
      .getRange('A1:B2')
      .setNumberFormat('@')
      .setRichTextValues([
        [rich('Alpha', LINK), rich('007', null)],
        [rich('Beta', 'https://example.com'), rich('x', LINK)],
      ]);
    const links = () =>
      sheet
        .getRange('A1:B2')
        .getRichTextValues()
        .map((row) => row.map((value) => value?.getLinkUrl()));
    return { app, sheet, tab, rich, links };
  };

  it('writes texts with their links; the values are the texts', () => {
    const { sheet, links } = filled();
    expect(sheet.getRange('A1:B2').getValues()).toEqual([
      ['Alpha', '007'],
      ['Beta', 'x'],
    ]);
    expect(links()).toEqual([
      [LINK, null],
      ['https://example.com', LINK],
    ]);
    expect(sheet.getRange('A1').getRichTextValue()?.getText()).toBe('Alpha');
  });

  it('writes one to every cell of a range by setRichTextValue', () => {
    const { sheet, rich, links } = filled();
    sheet.getRange('A1:B2').setRichTextValue(rich('all', LINK));
    expect(links().flat()).toEqual([LINK, LINK, LINK, LINK]);
  });

  // "When writing a new userEnteredValue, previous runs are erased" (Sheets API, CellData.textFormatRuns).
  it('a value written later, and clearing, take the link away', () => {
    const { sheet, links } = filled();
    sheet.getRange('A1').setValue('Alpha');
    sheet.getRange('A2:B2').setValues([['b', 'c']]);
    expect(links().flat()).toEqual([null, null, null, null]);
    const { sheet: other, tab } = filled();
    other.getRange('A1:B2').clearContent();
    expect(tab.links.empty).toBe(true);
  });

  it('a link goes where its text goes', () => {
    const { sheet, tab } = filled();
    sheet.insertRowsBefore(1, 2);
    sheet.getRange('A3:A4').copyTo(sheet.getRange('D1'));
    sheet.getRange('A3:B4').sort({ column: 1, ascending: false });
    expect([tab.links.at(0, 0), tab.links.at(0, 3), tab.links.at(1, 3)]).toEqual([
      undefined,
      LINK,
      'https://example.com',
    ]);
    expect([tab.links.at(2, 0), tab.links.at(3, 0)]).toEqual(['https://example.com', LINK]);
    sheet.deleteRows(3, 1);
    expect(tab.links.at(2, 0)).toBe(LINK);
  });

  it('gives null for a cell without text, and refuses tables of another size', () => {
    const { sheet, rich } = filled();
    sheet.getRange('D1').setValue(5);
    expect(sheet.getRange('D1').getRichTextValue()).toBe(null);
    expect(thrown(() => sheet.getRange('A1:A2').setRichTextValues([[rich('a', null)]]))).toBe(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
    expect(thrown(() => loosely(sheet.getRange('A1'), 'setRichTextValue', 'text'))).toContain("don't match the method");
    expect(thrown(() => sheet.getRange('D1:E1').getRichTextValues())).toContain('not implemented');
  });

  it.each([
    ['general', '5'],
    ['general', '=A1'],
    ['@', '=A1'],
    ['@', "'quoted"],
    ['general', '2026-01-05'],
  ])('under %s, %s might be read as something else: refused', (format, text) => {
    const { app, sheet } = bound();
    const range = sheet.getRange('A1').setNumberFormat(format);
    const value = app.newRichTextValue().setText(text).build();
    expect(thrown(() => range.setRichTextValue(value))).toContain('with a text that may be read as something else');
  });

  it('costs what formats cost, and its cells again when they are sent', () => {
    const { app, sheet, host } = bound();
    const value = app.newRichTextValue().setText('a').build();
    sheet.getRange('A1:A4').setRichTextValues(Array.from({ length: 4 }, () => [value]));
    // 30 + 4 x 0.015.
    expect(host.charges[host.charges.length - 1]).toEqual({ call: 'Range.setRichTextValues', ms: 30.06, cells: 4 });
    app.flush();
    // 5 + 150 + 4 x 0.05.
    expect(host.charges[host.charges.length - 1]).toMatchObject({ call: 'SpreadsheetApp.flush', ms: 155.2 });
  });
});
