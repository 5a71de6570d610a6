import { bound, loosely, thrown } from './bound';

describe('conditional formats (Apps Script reference, Sheet.setConditionalFormatRules)', () => {
  const rule = (made: ReturnType<typeof bound>, word: string) =>
    made.app
      .newConditionalFormatRule()
      .whenTextEqualTo(word)
      .setBackground('#ff0000')
      .setFontColor('white')
      .setBold(true)
      .setRanges([made.sheet.getRange('A2:A10')])
      .build();

  it('setting rules replaces all rules of the tab', () => {
    const made = bound();
    made.sheet.setConditionalFormatRules([rule(made, 'Red'), rule(made, 'Lime')]);
    made.sheet.setConditionalFormatRules([rule(made, 'Green')]);
    const words = made.sheet.getConditionalFormatRules().map((each) => each.getBooleanCondition()?.getCriteriaValues());
    expect(words).toEqual([['Green']]);
  });

  it('read, add, write back keeps the others', () => {
    const made = bound();
    made.sheet.setConditionalFormatRules([rule(made, 'Red')]);
    made.sheet.setConditionalFormatRules([...made.sheet.getConditionalFormatRules(), rule(made, 'Green')]);
    expect(made.tab.conditionalFormats.map((each) => each.condition?.args)).toEqual([['Red'], ['Green']]);
  });

  it('a rule tells its condition, style and ranges', () => {
    const made = bound();
    const read = rule(made, 'Red');
    const condition = read.getBooleanCondition() as GoogleAppsScript.Spreadsheet.BooleanCondition;
    expect(condition.getCriteriaType()).toBe(made.app.BooleanCriteria.TEXT_EQUAL_TO);
    expect([condition.getBackground(), condition.getBold(), condition.getItalic()]).toEqual(['#ff0000', true, null]);
    expect([read.getRanges()[0]?.getA1Notation(), read.getGradientCondition()]).toEqual(['A2:A10', null]);
  });

  it.each([
    ['whenCellEmpty', [], 'CELL_EMPTY', []],
    ['whenNumberBetween', [1, 2], 'NUMBER_BETWEEN', [1, 2]],
    ['whenNumberLessThan', [5], 'NUMBER_LESS_THAN', [5]],
    ['whenTextContains', ['x'], 'TEXT_CONTAINS', ['x']],
    ['whenTextStartsWith', ['x'], 'TEXT_STARTS_WITH', ['x']],
    ['whenFormulaSatisfied', ['=$A1>3'], 'CUSTOM_FORMULA', ['=$A1>3']],
  ])('%s(%j)', (method, args, criteria, values) => {
    const { app, sheet, tab } = bound();
    const builder = loosely(app.newConditionalFormatRule(), method, ...args) as ReturnType<
      typeof app.newConditionalFormatRule
    >;
    sheet.setConditionalFormatRules([builder.setRanges([sheet.getRange('A1')]).build()]);
    expect(tab.conditionalFormats[0]?.condition).toEqual({ criteria, args: values });
  });

  it('gradients keep their points', () => {
    const { app, sheet, tab } = bound();
    const builder = app
      .newConditionalFormatRule()
      .setGradientMinpoint('#ffffff')
      .setGradientMaxpointWithValue('#00ff00', app.InterpolationType.NUMBER, '100')
      .setRanges([sheet.getRange('A1:A5')]);
    sheet.setConditionalFormatRules([builder.build()]);
    expect(tab.conditionalFormats[0]?.gradient).toEqual({
      min: { color: '#ffffff', type: 'MIN', value: '' },
      mid: null,
      max: { color: '#00ff00', type: 'NUMBER', value: '100' },
    });
  });

  it('ranges of another tab are refused (text unconfirmed)', () => {
    const made = bound();
    const other = made.file.insertSheet('Other');
    expect(thrown(() => other.setConditionalFormatRules([rule(made, 'Red')]))).toBe(
      'Conditional format rule cannot reference a different sheet.',
    );
  });

  it('clearConditionalFormatRules takes all away', () => {
    const made = bound();
    made.sheet.setConditionalFormatRules([rule(made, 'Red')]);
    made.sheet.clearConditionalFormatRules();
    expect(made.sheet.getConditionalFormatRules()).toEqual([]);
  });

  it('getters of a cell report what was set, not what a rule paints (unconfirmed)', () => {
    const made = bound();
    made.sheet.setConditionalFormatRules([rule(made, 'Red')]);
    expect(made.sheet.getRange('A2').setValue('Red').getBackground()).toBe('#ffffff');
  });
});
