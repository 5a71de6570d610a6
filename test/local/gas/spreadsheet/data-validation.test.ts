import { bound, loosely, reopened, thrown } from './bound';

type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

describe('data validation with setAllowInvalid(false) throws on bad script writes (field logs)', () => {
  const message = (cell: string) =>
    `The data you entered in cell ${cell} violates the data validation rules set on this cell.`;

  const guarded = (make: (builder: Builder, made: ReturnType<typeof bound>) => Builder, format = 'general') => {
    const made = bound({ timeZone: 'UTC' });
    made.sheet.getRange('E1:E3').setValues([['red'], ['green'], [5]]);
    made.sheet
      .getRange('A1:B3')
      .setNumberFormat(format)
      .setDataValidation(make(made.app.newDataValidation(), made).setAllowInvalid(false).build());
    return made;
  };

  it.each<[string, (builder: Builder, made: ReturnType<typeof bound>) => Builder, unknown[], unknown[], string?]>([
    ['VALUE_IN_LIST', (b) => b.requireValueInList(['Green', 'Red', '5']), ['Green', 5], ['green', 'Blue', 6]],
    ['VALUE_IN_RANGE', (b, { sheet }) => b.requireValueInRange(sheet.getRange('E1:E3')), ['red', 5], ['Red', 'x']],
    ['CHECKBOX', (b) => b.requireCheckbox(), [true, false, 'TRUE'], ['yes', 1]],
    ['CHECKBOX with values', (b) => b.requireCheckbox('on', 'off'), ['on', 'off'], [true, 'maybe']],
    ['NUMBER_BETWEEN', (b) => b.requireNumberBetween(0, 100), [0, 100, '50'], [-1, 100.5, 'x', true]],
    ['NUMBER_NOT_BETWEEN', (b) => b.requireNumberNotBetween(0, 100), [-1, 101], [0, 50]],
    ['NUMBER_EQUAL_TO', (b) => b.requireNumberEqualTo(3), [3], [4]],
    ['NUMBER_NOT_EQUAL_TO', (b) => b.requireNumberNotEqualTo(3), [4], [3]],
    ['NUMBER_GREATER_THAN', (b) => b.requireNumberGreaterThan(3), [3.1], [3]],
    ['NUMBER_GREATER_THAN_OR_EQUAL_TO', (b) => b.requireNumberGreaterThanOrEqualTo(3), [3], [2.9]],
    ['NUMBER_LESS_THAN', (b) => b.requireNumberLessThan(3), [2.9], [3]],
    ['NUMBER_LESS_THAN_OR_EQUAL_TO', (b) => b.requireNumberLessThanOrEqualTo(3), [3], [3.1]],
    ['TEXT_CONTAINS', (b) => b.requireTextContains('ok'), ['book'], ['bad']],
    ['TEXT_DOES_NOT_CONTAIN', (b) => b.requireTextDoesNotContain('ok'), ['bad'], ['book']],
    ['TEXT_EQUAL_TO', (b) => b.requireTextEqualTo('yes'), ['yes'], ['no']],
    ['TEXT_IS_VALID_EMAIL', (b) => b.requireTextIsEmail(), ['a@b.co'], ['a@b', 'a b@c.de']],
    ['TEXT_IS_VALID_URL', (b) => b.requireTextIsUrl(), ['https://example.com/a', 'example.com'], ['example', 'a b']],
    ['DATE_IS_VALID_DATE', (b) => b.requireDate(), ['2026-01-05'], ['soon', 5], 'general'],
    ['DATE_AFTER', (b) => b.requireDateAfter(new Date('2026-01-05')), ['2026-01-06'], ['2026-01-05']],
    ['DATE_ON_OR_AFTER', (b) => b.requireDateOnOrAfter(new Date('2026-01-05')), ['2026-01-05'], ['2026-01-04']],
    ['DATE_BEFORE', (b) => b.requireDateBefore(new Date('2026-01-05')), ['2026-01-04'], ['2026-01-05']],
    ['DATE_ON_OR_BEFORE', (b) => b.requireDateOnOrBefore(new Date('2026-01-05')), ['2026-01-05'], ['2026-01-06']],
    ['DATE_EQUAL_TO', (b) => b.requireDateEqualTo(new Date('2026-01-05')), ['2026-01-05'], ['2026-01-06']],
    [
      'DATE_BETWEEN',
      (b) => b.requireDateBetween(new Date('2026-01-05'), new Date('2026-01-07')),
      ['2026-01-07'],
      ['2026-01-08'],
    ],
    [
      'DATE_NOT_BETWEEN',
      (b) => b.requireDateNotBetween(new Date('2026-01-05'), new Date('2026-01-07')),
      ['2026-01-08'],
      ['2026-01-06'],
    ],
  ])('%s', (_name, make, good, bad) => {
    for (const value of good) {
      const { sheet } = guarded(make);
      expect([value, thrown(() => sheet.getRange('A1').setValue(value))]).toEqual([value, 'nothing']);
    }
    for (const value of bad) {
      const { sheet } = guarded(make);
      expect([value, thrown(() => sheet.getRange('A1').setValue(value))]).toEqual([value, message('A1')]);
    }
  });

  it('the whole setValues fails and names the first bad cell', () => {
    const { sheet } = guarded((builder) => builder.requireNumberGreaterThan(0));
    expect(
      thrown(() =>
        sheet.getRange('A1:B2').setValues([
          [1, 2],
          [3, 'Header'],
        ]),
      ),
    ).toBe(message('B2'));
    expect(sheet.getRange('A1:B2').isBlank()).toBe(true);
  });

  it('clearing always fits, and so does writing beside the rule', () => {
    const { sheet } = guarded((builder) => builder.requireNumberGreaterThan(0));
    expect(thrown(() => sheet.getRange('A1').setValue(''))).toBe('nothing');
    expect(thrown(() => sheet.getRange('C1').setValue('x'))).toBe('nothing');
  });

  it('clear the validation first: then a header can be written', () => {
    const { sheet } = guarded((builder) => builder.requireNumberGreaterThan(0));
    sheet
      .getRange('A1:B1')
      .clearDataValidations()
      .setValues([['Header', 'Header']]);
    expect(sheet.getRange('A1').getDataValidation()).toBeNull();
  });

  it('a rule warns only, unless told otherwise', () => {
    const { sheet, app } = bound();
    sheet.getRange('A1').setDataValidation(app.newDataValidation().requireNumberGreaterThan(0).build());
    expect(thrown(() => sheet.getRange('A1').setValue('x'))).toBe('nothing');
    expect(sheet.getRange('A1').getDataValidation()?.getAllowInvalid()).toBe(true);
  });

  it('a custom formula cannot be judged here and says so', () => {
    const { sheet } = guarded((builder) => builder.requireFormulaSatisfied('=A1>0'));
    expect(thrown(() => sheet.getRange('A1').setValue(1))).toMatch(
      /not implemented: checking a data validation of CUSTOM_FORMULA/,
    );
  });

  it('with lateWriteErrors the error waits for the next read (unconfirmed)', () => {
    const { state } = guarded((builder) => builder.requireNumberGreaterThan(0));
    const { sheet, app } = reopened(state, { switches: { lateWriteErrors: true } });
    expect(thrown(() => sheet.getRange('A1').setValue('x'))).toBe('nothing');
    expect(thrown(() => sheet.getRange('A1').getValue())).toBe(message('A1'));
    expect([sheet.getRange('A1').getValue(), thrown(() => app.flush())]).toEqual(['', 'nothing']);
  });
});

describe('data validation rules as values', () => {
  it('give back criterion, values, help text', () => {
    const { app, sheet } = bound();
    const rule = app.newDataValidation().requireValueInList(['a', 'b'], false).setHelpText('pick one').build();
    sheet.getRange('A1').setDataValidation(rule);
    const read = sheet.getRange('A1').getDataValidation() as NonNullable<
      ReturnType<ReturnType<typeof sheet.getRange>['getDataValidation']>
    >;
    expect(read.getCriteriaType()).toBe(app.DataValidationCriteria.VALUE_IN_LIST);
    expect([read.getCriteriaValues(), read.getHelpText()]).toEqual([[['a', 'b'], false], 'pick one']);
  });

  it('give ranges and Dates back as such', () => {
    const { app, sheet, host } = bound();
    const inRange = app.newDataValidation().requireValueInRange(sheet.getRange('B2:B3')).build();
    const day = app.newDataValidation().requireDateAfter(new Date('2026-01-05T00:00:00Z')).build();
    sheet.getRange('A1:A2').setDataValidations([[inRange], [day]]);
    const [first, second] = sheet
      .getRange('A1:A2')
      .getDataValidations()
      .map((row) => row[0]?.getCriteriaValues()[0]);
    expect(first.getA1Notation()).toBe('B2:B3');
    expect(second).toBeInstanceOf(host.realm.Date);
    expect(second.toISOString()).toBe('2026-01-05T00:00:00.000Z');
  });

  it('the range of a rule moves with its cells', () => {
    const { app, sheet } = bound();
    sheet
      .getRange('A1')
      .setDataValidation(app.newDataValidation().requireValueInRange(sheet.getRange('B2:B3')).build());
    sheet.insertRowBefore(2);
    expect(sheet.getRange('A1').getDataValidation()?.getCriteriaValues()[0].getA1Notation()).toBe('B3:B4');
  });

  it('copy gives a builder that leaves the rule alone', () => {
    const { app } = bound();
    const rule = app.newDataValidation().requireNumberBetween(1, 2).build();
    const other = rule.copy().requireNumberBetween(3, 4).build();
    expect([rule.getCriteriaValues(), other.getCriteriaValues()]).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('requireDate with a formula is a signature error; relative days cannot be set (measured: gas-fakes)', () => {
    const { app } = bound();
    expect(thrown(() => loosely(app.newDataValidation(), 'requireDate', '=I1'))).toBe(
      "The parameters (String) don't match the method signature for SpreadsheetApp.DataValidationBuilder.requireDate.",
    );
    const { DATE_AFTER_RELATIVE } = app.DataValidationCriteria as unknown as Record<string, never>;
    expect(thrown(() => app.newDataValidation().withCriteria(DATE_AFTER_RELATIVE as never, []))).toMatch(
      /not implemented/,
    );
  });

  it('insertCheckboxes writes FALSE and a rule', () => {
    const { sheet, app } = bound();
    sheet.getRange('A1:A2').insertCheckboxes();
    expect(sheet.getRange('A1:A2').getValues()).toEqual([[false], [false]]);
    expect(sheet.getRange('A1').getDataValidation()?.getCriteriaType()).toBe(app.DataValidationCriteria.CHECKBOX);
    sheet.getRange('A1:A2').removeCheckboxes();
    expect([sheet.getLastRow(), sheet.getRange('A1').getDataValidation()]).toEqual([0, null]);
  });
});
