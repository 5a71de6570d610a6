import { bound, thrown } from './bound';

describe('formulas', () => {
  const result = (formula: string) => {
    const { sheet, file } = bound();
    file.insertSheet('My Tab').getRange('A1').setValue(7);
    sheet.getRange('A1:C2').setValues([
      [1, 2, 3],
      ["'text", true, null],
    ]);
    file.setNamedRange('Weights', sheet.getRange('A1:C1'));
    return sheet.getRange('D5').setFormula(formula).getValue();
  };

  it.each([
    ['=1+2*3', 7],
    ['=(1+2)*3', 9],
    ['=2^3', 8],
    ['=-2^2', 4],
    ['=50%', 0.5],
    ['=10/4', 2.5],
    ['="a"&1&TRUE', 'a1TRUE'],
    ['="say ""x"""', 'say "x"'],
    ['=A1', 1],
    ['=$B$1+A1', 3],
    ['=C2', 0],
    ["='My Tab'!A1", 7],
    ['=A2', 'text'],
    ['=1=1', true],
    ['="A"="a"', true],
    ['=2<>2', false],
    ['=A1<B1', true],
    ['="b">1', true],
    ['=SUM(A1:C2)', 6],
    ['=SUM(Weights, 4)', 10],
    ['=AVERAGE(A1:C1)', 2],
    ['=MIN(A1:C1)', 1],
    ['=MAX(A1:C1)', 3],
    ['=COUNT(A1:C2)', 3],
    ['=COUNTA(A1:C2)', 5],
    ['=IF(A1=1,"yes","no")', 'yes'],
    ['=IF(FALSE,1)', false],
    ['=HYPERLINK("https://example.com","label")', 'label'],
    ['=HYPERLINK("https://example.com")', 'https://example.com'],
    ['=1/0', '#DIV/0!'],
    ['=A2*2', '#VALUE!'],
    ['=Nope!A1', '#REF!'],
    ['=ZZ9', '#REF!'],
    ['=unknown', '#NAME?'],
    ['=1+', '#ERROR!'],
    ['=SUM(A1:C1', '#ERROR!'],
    ['=D5', '#REF!'],
  ])('%s is %p', (formula, value) => {
    expect(result(formula)).toBe(value);
  });

  it.each([
    ['=VLOOKUP(1,A:B,2)', 'VLOOKUP'],
    ['=QUERY(A1:C2,"select A")', 'QUERY'],
    ['={1,2}', 'arrays in braces'],
  ])('%s is not computed here and says so', (formula, what) => {
    expect(thrown(() => result(formula))).toBe(`Error: not implemented: ${what} in the formula ${formula}`);
  });

  it('a formula not computed here has the result its file was saved with', () => {
    const { sheet, tab } = bound();
    sheet.getRange('A1').setFormula('=QUERY(B1:B2)');
    tab.values[0] = [42];
    expect(sheet.getRange('A1').getValue()).toBe(42);
  });

  it('getFormula gives the text, empty for values; setFormula adds the equals sign', () => {
    const { sheet } = bound();
    sheet.getRange('A1').setFormula('SUM(B1:B2)');
    sheet.getRange('B1').setValue(1);
    expect(sheet.getRange('A1:B1').getFormulas()).toEqual([['=SUM(B1:B2)', '']]);
  });

  it('the results follow their cells', () => {
    const { sheet } = bound();
    sheet.getRange('B1').setFormula('=A1*2');
    sheet.getRange('A1').setValue(4);
    expect(sheet.getRange('B1').getValue()).toBe(8);
  });

  it.each([
    ['=A3', '=A4'],
    ['=$A$3', '=$A$4'],
    ['=A1', '=A1'],
    ['=SUM(A1:A3)', '=SUM(A1:A4)'],
    ['=SUM(A:A)', '=SUM(A:A)'],
    ['=Data!A3&"A3"', '=Data!A4&"A3"'],
    ['=Other!A3', '=Other!A3'],
  ])('references move when a row is put in: %s becomes %s', (before, after) => {
    const { sheet, file } = bound();
    file.insertSheet('Other');
    sheet.getRange('D1').setFormula(before);
    sheet.insertRowBefore(2);
    expect(sheet.getRange('D1').getFormula()).toBe(after);
  });

  it('a reference to a deleted row is lost', () => {
    const { sheet } = bound();
    sheet.getRange('D1:D2').setFormulas([['=A3+1'], ['=A4']]);
    sheet.deleteRow(3);
    expect(sheet.getRange('D1:D2').getFormulas()).toEqual([['=#REF!+1'], ['=A3']]);
    expect(sheet.getRange('D1').getValue()).toBe('#REF!');
  });
});
