import { bound, loosely, thrown } from './bound';

/** A tab whose cell A<n> holds n. */
function numbered(rows = 6) {
  const made = bound({ rows, columns: 4 });
  made.sheet.getRange(1, 1, rows, 1).setValues(Array.from({ length: rows }, (_, r) => [r + 1]));
  return made;
}

const columnA = (sheet: ReturnType<typeof numbered>['sheet']) =>
  sheet
    .getRange(1, 1, sheet.getMaxRows(), 1)
    .getValues()
    .map((row) => row[0]);

describe('putting in rows and columns', () => {
  it.each([
    ['insertRowsAfter', [2, 2], [1, 2, '', '', 3, 4, 5, 6]],
    ['insertRowAfter', [6], [1, 2, 3, 4, 5, 6, '']],
    ['insertRowsBefore', [1, 1], ['', 1, 2, 3, 4, 5, 6]],
    ['insertRowBefore', [3], [1, 2, '', 3, 4, 5, 6]],
    ['insertRows', [2, 1], [1, '', 2, 3, 4, 5, 6]],
    ['insertRows', [2], [1, '', 2, 3, 4, 5, 6]],
  ])('%s(%j)', (method, args, column) => {
    const { sheet } = numbered();
    loosely(sheet, method, ...args);
    expect(columnA(sheet)).toEqual(column);
  });

  it.each([
    ['insertRowsAfter', [7, 1], 'rows'],
    ['insertRowsAfter', [0, 1], 'rows'],
    ['insertRowsBefore', [7, 1], 'rows'],
    ['insertRowsAfter', [1, 0], 'rows'],
    ['insertColumnsAfter', [5, 1], 'columns'],
    ['insertColumnBefore', [0], 'columns'],
    ['deleteRows', [6, 2], 'rows'],
    ['deleteRow', [7], 'rows'],
    ['deleteColumns', [4, 2], 'columns'],
    ['hideRows', [7], 'rows'],
    ['setColumnWidth', [5, 50], 'columns'],
    ['autoResizeColumns', [4, 2], 'columns'],
  ])('%s(%j) is out of bounds', (method, args, what) => {
    const { sheet } = numbered();
    expect(thrown(() => loosely(sheet, method, ...args))).toBe(`Those ${what} are out of bounds.`);
  });

  it('new rows look like the row they are put after: formats and validations, not notes and values', () => {
    const { sheet, app } = numbered();
    const rule = app.newDataValidation().requireNumberGreaterThan(0).build();
    sheet.getRange('A2').setNumberFormat('0.0').setNote('n').setDataValidation(rule);
    sheet.insertRowsAfter(2, 2);
    const cell = sheet.getRange('A4');
    expect([cell.getNumberFormat(), cell.getNote(), cell.getValue(), cell.getDataValidation() !== null]).toEqual([
      '0.0',
      '',
      '',
      true,
    ]);
  });

  it('formats, notes, validations, widths and hidden rows move with their cells', () => {
    const { sheet, app } = numbered();
    const rule = app.newDataValidation().requireNumberGreaterThan(0).build();
    sheet.getRange('B3').setBackground('#ff0000').setNote('n').setDataValidation(rule);
    sheet.setColumnWidth(2, 55);
    sheet.hideRows(3);
    sheet.insertRowsBefore(1, 2);
    sheet.insertColumnsBefore(1, 1);
    const cell = sheet.getRange('C5');
    expect([cell.getBackground(), cell.getNote(), cell.getDataValidation() !== null]).toEqual(['#ff0000', 'n', true]);
    expect([sheet.getColumnWidth(3), sheet.getColumnWidth(2), sheet.isRowHiddenByUser(5)]).toEqual([55, 100, true]);
  });

  it('a range of a rule grows when rows are put inside it, not when they are put after it', () => {
    const { sheet, app } = numbered();
    const rule = app
      .newConditionalFormatRule()
      .whenCellEmpty()
      .setBackground('red')
      .setRanges([sheet.getRange('A2:A4')])
      .build();
    sheet.setConditionalFormatRules([rule]);
    const area = () => sheet.getConditionalFormatRules()[0]?.getRanges()[0]?.getA1Notation();
    sheet.insertRowAfter(4);
    expect(area()).toBe('A2:A4');
    sheet.insertRowAfter(3);
    expect(area()).toBe('A2:A5');
    sheet.insertRowBefore(2);
    expect(area()).toBe('A3:A6');
  });
});

describe('taking out rows and columns', () => {
  it.each([
    ['deleteRows', [2, 3], [1, 5, 6]],
    ['deleteRow', [1], [2, 3, 4, 5, 6]],
    ['deleteRow', [6], [1, 2, 3, 4, 5]],
  ])('%s(%j)', (method, args, column) => {
    const { sheet } = numbered();
    loosely(sheet, method, ...args);
    expect(columnA(sheet)).toEqual(column);
  });

  it('columns go with everything in them', () => {
    const { sheet } = numbered();
    sheet.getRange('C1').setValue('c').setNote('n');
    sheet.deleteColumns(1, 2);
    expect([sheet.getMaxColumns(), sheet.getRange('A1').getValue(), sheet.getRange('A1').getNote()]).toEqual([
      2,
      'c',
      'n',
    ]);
  });

  it('not all rows that are not frozen can go (text unconfirmed)', () => {
    const { sheet } = numbered();
    sheet.setFrozenRows(1);
    expect(thrown(() => sheet.deleteRows(2, 5))).toBe('Sorry, it is not possible to delete all non-frozen rows.');
    sheet.deleteRows(2, 4);
    expect(columnA(sheet)).toEqual([1, 6]);
  });

  it('not all rows can go when none is frozen (text unconfirmed)', () => {
    expect(thrown(() => numbered().sheet.deleteRows(1, 6))).toBe("You can't delete all the rows on the sheet.");
  });

  it('deleting frozen rows unfreezes as many', () => {
    const { sheet } = numbered();
    sheet.setFrozenRows(3);
    sheet.deleteRows(2, 3);
    expect([sheet.getFrozenRows(), columnA(sheet)]).toEqual([1, [1, 5, 6]]);
  });

  it.each([
    ['A2:B3', 'deleteRows', [2, 2], null],
    ['A2:B3', 'deleteRows', [3, 1], 'A2:B2'],
    ['A3:B4', 'deleteRows', [1, 1], 'A2:B3'],
    ['A2:C3', 'deleteColumns', [2, 1], 'A2:B3'],
    ['A2:B3', 'insertRowsAfter', [2, 2], 'A2:B5'],
    ['A2:B3', 'insertColumnsBefore', [1, 1], 'B2:C3'],
  ])('the named range %s after %s(%j) is %s', (a1, method, args, after) => {
    const { sheet, file } = numbered();
    file.setNamedRange('Weights', sheet.getRange(a1));
    loosely(sheet, method, ...args);
    expect(file.getRangeByName('Weights')?.getA1Notation() ?? null).toBe(after);
  });

  it('protections, merges, the filter and row metadata move, or go with their rows', () => {
    const { sheet, app } = numbered();
    sheet.getRange('A4:B4').protect();
    sheet.getRange('C4:D4').merge();
    sheet.getRange('A2:D5').createFilter();
    sheet.getRange('4:4').addDeveloperMetadata('key', 'value');
    sheet.deleteRow(1);
    const guarded = () => sheet.getProtections(app.ProtectionType.RANGE).map((each) => each.getRange().getA1Notation());
    expect(guarded()).toEqual(['A3:B3']);
    expect(
      sheet
        .getRange('A1:D5')
        .getMergedRanges()
        .map((range) => range.getA1Notation()),
    ).toEqual(['C3:D3']);
    expect(sheet.getFilter()?.getRange().getA1Notation()).toBe('A1:D4');
    expect(sheet.getRange('3:3').getDeveloperMetadata()[0]?.getKey()).toBe('key');
    sheet.deleteRow(3);
    expect(guarded()).toEqual([]);
    expect(sheet.getRange('A1:D4').getMergedRanges()).toEqual([]);
    expect(sheet.createDeveloperMetadataFinder().withKey('key').find()).toEqual([]);
  });
});

describe('sizes, hiding and freezing', () => {
  it('columns are 100 pixels wide and rows 21 high until set', () => {
    const { sheet } = numbered();
    sheet.setColumnWidths(2, 2, 60).setRowHeight(1, 40);
    expect([1, 2, 3, 4].map((column) => sheet.getColumnWidth(column))).toEqual([100, 60, 60, 100]);
    expect([sheet.getRowHeight(1), sheet.getRowHeight(2)]).toEqual([40, 21]);
  });

  it('autoResizeColumn fits the longest text, wide letters twice as wide', () => {
    const { sheet } = numbered();
    sheet.getRange('B1:C1').setValues([['健康診断', 'abcd']]);
    sheet.autoResizeColumns(2, 2);
    // 4 x 14 + 10 and 4 x 7 + 10.
    expect([sheet.getColumnWidth(2), sheet.getColumnWidth(3)]).toEqual([66, 38]);
  });

  it('hides and shows rows and columns', () => {
    const { sheet } = numbered();
    sheet.hideColumns(2, 2);
    sheet.showColumns(3);
    expect([2, 3].map((column) => sheet.isColumnHiddenByUser(column))).toEqual([true, false]);
  });

  it('freezes, but not everything (text unconfirmed)', () => {
    const { sheet } = numbered();
    sheet.setFrozenRows(1);
    sheet.setFrozenColumns(2);
    expect([sheet.getFrozenRows(), sheet.getFrozenColumns()]).toEqual([1, 2]);
    expect(thrown(() => sheet.setFrozenRows(6))).toBe("You can't freeze all visible rows on the sheet.");
    expect(thrown(() => sheet.setFrozenRows(7))).toBe('Those rows are out of bounds.');
  });
});
