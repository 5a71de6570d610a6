import { bound, loosely, reopened, thrown } from './bound';

describe('Range.getValues', () => {
  it('yields numbers, booleans, text and an empty text for empty cells, by row and column', () => {
    const { sheet } = bound();
    sheet.getRange('A1:C2').setValues([
      [1, true, 'x'],
      [null, '', 0.5],
    ]);
    expect(sheet.getRange('A1:C2').getValues()).toEqual([
      [1, true, 'x'],
      ['', '', 0.5],
    ]);
  });

  it('counts rows and columns from 1 in getRange and from 0 in the table', () => {
    const { sheet } = bound();
    sheet.getRange(2, 3).setValue('here');
    expect(sheet.getRange(1, 1, 3, 3).getValues()[1]?.[2]).toBe('here');
  });

  it('gives the fraction of a percent', () => {
    const { sheet } = bound();
    sheet.getRange('A1').setValue('50%');
    expect(sheet.getRange('A1').getValue()).toBe(0.5);
  });

  it('gives errors as text (unconfirmed)', () => {
    const { sheet } = bound();
    sheet.getRange('A1').setValue('=1/0');
    expect(sheet.getRange('A1').getValue()).toBe('#DIV/0!');
  });

  it('gives arrays of the sandbox', () => {
    const { sheet, host } = bound();
    const values = sheet.getRange('A1:B2').getValues();
    expect(values).toBeInstanceOf(host.realm.Array);
    expect(values[0]).toBeInstanceOf(host.realm.Array);
    expect(values).not.toBeInstanceOf(Array);
  });

  it('gives copies: changing them leaves the sheet alone', () => {
    const { sheet } = bound();
    sheet.getRange('A1').setValue(1);
    (sheet.getRange('A1').getValues()[0] as unknown[])[0] = 2;
    expect(sheet.getRange('A1').getValue()).toBe(1);
  });

  it('Sheet.getSheetValues reads the same without a Range', () => {
    const { sheet } = bound();
    sheet.getRange('B2').setValue(7);
    expect(sheet.getSheetValues(2, 2, 1, 2)).toEqual([[7, '']]);
  });
});

describe('Range.setValues', () => {
  it.each([null, undefined, ''])('%p clears a cell (migration to V8: undefined equals null)', (empty) => {
    const { sheet, tab } = bound();
    sheet.getRange('A1').setValue('x');
    sheet.getRange('A1').setValue(empty);
    expect([sheet.getRange('A1').getValue(), sheet.getLastRow(), tab.values[0]]).toEqual(['', 0, []]);
  });

  it.each([
    [[['a']], 'rows', 1, 2],
    [
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
      'rows',
      3,
      2,
    ],
    [[['a', 'b'], ['c']], 'columns', 1, 2],
    [
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
      'columns',
      3,
      2,
    ],
  ])('must match dimensions (text unconfirmed): %j', (values, what, got, want) => {
    const { sheet } = bound();
    expect(thrown(() => sheet.getRange('A1:B2').setValues(values))).toBe(
      `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${got} but the range has ${want}.`,
    );
  });

  it('writes nothing at all when one value is refused', () => {
    const { sheet } = bound();
    expect(thrown(() => sheet.getRange('A1:B1').setValues([['x', 'y'.repeat(50001)]]))).toMatch(/50000 characters/);
    expect(sheet.getLastRow()).toBe(0);
  });

  it.each([
    [{}, 'an object'],
    [[1], 'an array'],
    [() => 1, 'a function'],
    [Symbol('s'), 'a symbol'],
    [10n, 'a bigint'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [new Date(Number.NaN), 'an invalid Date'],
  ])('refuses %p in a cell (what the platform stores is not documented)', (value, name) => {
    const { sheet } = bound();
    expect(thrown(() => sheet.getRange('A1').setValues([[value]]))).toBe(
      `Error: not implemented: Range.setValues with ${name} in a cell`,
    );
  });

  it('setValue fills the whole range with one value', () => {
    const { sheet } = bound();
    sheet.getRange('A1:B2').setValue('x');
    expect(sheet.getRange('A1:B2').getValues()).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ]);
  });

  it('gives the range itself, so that calls chain', () => {
    const { sheet } = bound();
    const range = sheet.getRange('A1');
    expect(range.setValue(1)).toBe(range);
  });

  it('replaces a formula by a value', () => {
    const { sheet } = bound();
    sheet.getRange('A1').setValue('=1+1');
    sheet.getRange('A1').setValue(5);
    expect([sheet.getRange('A1').getFormula(), sheet.getRange('A1').getValue()]).toEqual(['', 5]);
  });

  it('keeps formats, notes and validations of the cells', () => {
    const { sheet, app } = bound();
    const rule = app.newDataValidation().requireNumberGreaterThan(0).build();
    sheet.getRange('A1').setNote('n').setFontWeight('bold').setDataValidation(rule).setValue(1);
    const cell = sheet.getRange('A1');
    expect([cell.getNote(), cell.getFontWeight(), cell.getDataValidation()?.getCriteriaValues()]).toEqual([
      'n',
      'bold',
      [0],
    ]);
  });

  it('outlives the execution', () => {
    const { sheet, state } = bound();
    sheet.getRange('A1').setValue('kept');
    expect(reopened(state).sheet.getRange('A1').getValue()).toBe('kept');
  });
});

describe('limits (Drive help, files you can store)', () => {
  it('a cell holds 50,000 characters and no more', () => {
    const { sheet } = bound();
    sheet.getRange('A1').setValue('x'.repeat(50000));
    expect(thrown(() => sheet.getRange('A1').setValue('x'.repeat(50001)))).toBe(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  });

  it('a spreadsheet holds 10 million cells, empty ones and all tabs counted', () => {
    const { sheet, file } = bound({ rows: 1000, columns: 5 });
    sheet.insertRowsAfter(1000, 1_990_000);
    // 1,991,000 rows of 5 are 9,955,000 cells: a tab of 26,000 still fits, a second does not.
    file.insertSheet('fits');
    expect(thrown(() => file.insertSheet('too much'))).toBe(
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
    expect(thrown(() => sheet.insertRowsAfter(1, 10_000))).toMatch(/above the limit/);
    expect(file.getSheets().map((each) => each.getName())).toEqual(['Data', 'fits']);
  });

  it('a tab ends at column ZZZ', () => {
    const { sheet } = bound({ rows: 1, columns: 18278 });
    expect(sheet.getRange(1, 18278).getA1Notation()).toBe('ZZZ1');
    expect(thrown(() => sheet.insertColumnAfter(18278))).not.toBe('nothing');
  });
});

describe('edge of the grid', () => {
  it.each([
    [[2, 1, 0, 1], 'The number of rows in the range must be at least 1.'],
    [[2, 1, -1, 1], 'The number of rows in the range must be at least 1.'],
    [[1, 1, 1, 0], 'The number of columns in the range must be at least 1.'],
    [[0, 1], 'The starting row of the range is too small.'],
    [[1, 0], 'The starting column of the range is too small.'],
    [[11, 1], 'The coordinates of the range are outside the dimensions of the sheet.'],
    [[1, 7], 'The coordinates of the range are outside the dimensions of the sheet.'],
    [[10, 1, 2, 1], 'The coordinates of the range are outside the dimensions of the sheet.'],
  ])('getRange(%j) on 10 rows of 6: %s', (numbers, message) => {
    const { sheet } = bound();
    expect(thrown(() => loosely(sheet, 'getRange', ...numbers))).toBe(message);
  });

  it('the classic: rows below the header of a header-only tab', () => {
    const { sheet } = bound();
    sheet.getRange('A1').setValue('Header');
    expect(thrown(() => sheet.getRange(2, 1, sheet.getLastRow() - 1, 1))).toBe(
      'The number of rows in the range must be at least 1.',
    );
  });

  it('with growOnWrite a write past the edge grows the tab, a read there throws (unconfirmed)', () => {
    const { sheet } = bound({}, { switches: { growOnWrite: true } });
    expect(thrown(() => sheet.getRange(11, 7).getValue())).toMatch(/outside the dimensions/);
    sheet.getRange(11, 7).setValue('x');
    expect([sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getRange('G11').getValue()]).toEqual([11, 7, 'x']);
  });

  it('a range of a tab that shrank under it throws when it is used', () => {
    const { sheet } = bound();
    const range = sheet.getRange('A10');
    sheet.deleteRow(5);
    expect(thrown(() => range.setValue('x'))).toMatch(/outside the dimensions/);
  });

  it('a range of a deleted tab throws when it is used', () => {
    const { file } = bound();
    const range = file.insertSheet('gone').getRange('A1');
    file.deleteSheet(file.getSheetByName('gone') as never);
    expect(thrown(() => range.getValue())).toMatch(/not found/);
  });
});

describe('Sheet.appendRow', () => {
  it('writes below the last row with content anywhere on the tab', () => {
    const { sheet } = bound();
    sheet.getRange('C4').setValue('deep');
    sheet.appendRow(['a', 2]);
    expect(sheet.getRange('A5:B5').getValues()).toEqual([['a', 2]]);
  });

  it('begins with row 1 on an empty tab and gives the sheet', () => {
    const { sheet } = bound();
    expect(sheet.appendRow(['first'])).toBe(sheet);
    expect(sheet.getRange('A1').getValue()).toBe('first');
  });

  it('throws on a full tab (contested: strict side)', () => {
    const { sheet } = bound({ rows: 1 });
    sheet.appendRow(['a']);
    expect(thrown(() => sheet.appendRow(['b']))).toBe('Those rows are out of bounds.');
    expect(thrown(() => bound().sheet.appendRow(Array(7).fill('x')))).toBe('Those columns are out of bounds.');
  });

  it('adds a row to a full tab with growOnWrite (contested)', () => {
    const { sheet } = bound({ rows: 1 }, { switches: { growOnWrite: true } });
    sheet.appendRow(['a']).appendRow(['b', 'c', 'd', 'e', 'f', 'g', 'h']);
    expect([sheet.getMaxRows(), sheet.getMaxColumns()]).toEqual([2, 7]);
  });
});

describe('content of a tab', () => {
  it('an empty tab has last row and column 0 and a data range of one cell (unconfirmed)', () => {
    const { sheet } = bound();
    expect([sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]).toEqual([0, 0, 'A1']);
    expect(sheet.getDataRange().getValues()).toEqual([['']]);
  });

  it('the data range reaches from A1 to the last row and column with content', () => {
    const { sheet } = bound();
    sheet.getRange('B3').setValue('x');
    sheet.getRange('D2').setValue('y');
    expect(sheet.getDataRange().getA1Notation()).toBe('A1:D3');
  });

  it('formulas that show nothing and FALSE count as content (unconfirmed)', () => {
    const { sheet } = bound();
    sheet.getRange('A3').setValue('=""');
    expect(sheet.getLastRow()).toBe(3);
    sheet.getRange('B5').setValue(false);
    expect([sheet.getLastRow(), sheet.getLastColumn()]).toEqual([5, 2]);
  });

  it('shrinks when the last cells are emptied; the grid does not', () => {
    const { sheet } = bound();
    sheet.getRange('A1:A4').setValue('x');
    sheet.getRange('A3:A4').clearContent();
    expect([sheet.getLastRow(), sheet.getMaxRows()]).toEqual([2, 10]);
  });

  it('formats and notes alone are no content', () => {
    const { sheet } = bound();
    sheet.getRange('A9').setNote('n').setBackground('red');
    expect(sheet.getLastRow()).toBe(0);
  });

  it('isBlank is true without values and formulas', () => {
    const { sheet } = bound();
    sheet.getRange('A1').setValue('=""');
    expect([sheet.getRange('A1:B2').isBlank(), sheet.getRange('B1:B2').isBlank()]).toEqual([false, true]);
  });
});
