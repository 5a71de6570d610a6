import { bound, loosely, thrown } from './bound';

describe('clearing (Apps Script reference, Sheet.clear and Range.clear)', () => {
  const filled = () => {
    const made = bound();
    const rule = made.app.newDataValidation().requireNumberGreaterThan(0).build();
    made.sheet
      .getRange('A1:B2')
      .setValue(1)
      .setBackground('red')
      .setNote('n')
      .setDataValidation(rule)
      .setNumberFormat('0.0');
    const state = (a1: string) => {
      const cell = made.sheet.getRange(a1);
      return [
        cell.getValue(),
        cell.getBackground(),
        cell.getNumberFormat(),
        cell.getNote(),
        cell.getDataValidation() !== null,
      ];
    };
    return { ...made, stateOf: state };
  };
  const NO_FORMAT = ['#ffffff', '0.###############'];
  const FORMAT = ['#ff0000', '0.0'];

  it.each([
    ['clearContents', [], ['', ...FORMAT, 'n', true]],
    ['clear', [], ['', ...NO_FORMAT, 'n', true]],
    ['clear', [{ contentsOnly: true }], ['', ...FORMAT, 'n', true]],
    ['clear', [{ formatOnly: true }], [1, ...NO_FORMAT, 'n', true]],
    ['clearFormats', [], [1, ...NO_FORMAT, 'n', true]],
    ['clearNotes', [], [1, ...FORMAT, '', true]],
  ])('Sheet.%s(%j) leaves %j', (method, args, left) => {
    const { sheet, stateOf } = filled();
    expect(loosely(sheet, method, ...args)).toBe(sheet);
    expect(stateOf('B2')).toEqual(left);
  });

  it.each([
    ['clearContent', [], ['', ...FORMAT, 'n', true]],
    ['clear', [], ['', ...NO_FORMAT, 'n', true]],
    ['clear', [{ contentsOnly: true }], ['', ...FORMAT, 'n', true]],
    ['clear', [{ validationsOnly: true }], [1, ...FORMAT, 'n', false]],
  ])('Range.%s(%j) leaves %j, and the cells around as they were', (method, args, left) => {
    const { sheet, stateOf } = filled();
    loosely(sheet.getRange('B2'), method, ...args);
    expect([stateOf('B2'), stateOf('A2')]).toEqual([left, [1, ...FORMAT, 'n', true]]);
  });
});

describe('sorting (Apps Script reference, Range.sort)', () => {
  const rows = [
    ['b', 2],
    ['a', 2],
    ['c', 1],
    ['', 3],
  ];
  const sorted = (spec: unknown) => {
    const { sheet } = bound();
    sheet.getRange('A1:B4').setValues(rows);
    loosely(sheet.getRange('A1:B4'), 'sort', spec);
    return sheet.getRange('A1:A4').getValues().flat();
  };

  it.each([
    [1, ['a', 'b', 'c', '']],
    [{ column: 1, ascending: false }, ['c', 'b', 'a', '']],
    [2, ['c', 'b', 'a', '']],
    [
      [2, 1],
      ['c', 'a', 'b', ''],
    ],
    [
      [
        { column: 2, ascending: false },
        { column: 1, ascending: true },
      ],
      ['', 'a', 'b', 'c'],
    ],
  ])('by %j', (spec, order) => {
    expect(sorted(spec)).toEqual(order);
  });

  it('numbers come before text, text before booleans, empty cells last either way', () => {
    const { sheet } = bound();
    const range = sheet.getRange('A1:A6').setValues([[true], ['x'], [null], [2], [false], ['B']]);
    range.sort(1);
    expect(range.getValues().flat()).toEqual([2, 'B', 'x', false, true, '']);
    range.sort({ column: 1, ascending: false });
    expect(range.getValues().flat()).toEqual([true, false, 'x', 'B', 2, '']);
  });

  it('formats and notes move with their rows', () => {
    const { sheet } = bound();
    sheet.getRange('A1:A2').setValues([[2], [1]]);
    sheet.getRange('A1').setBackground('#ff0000').setNote('two');
    sheet.getRange('A1:A2').sort(1);
    expect([sheet.getRange('A2').getBackground(), sheet.getRange('A1:A2').getNotes()]).toEqual([
      '#ff0000',
      [[''], ['two']],
    ]);
  });

  it('Sheet.sort leaves frozen rows where they are', () => {
    const { sheet } = bound();
    sheet.getRange('A1:A4').setValues([['Header'], [3], [1], [2]]);
    sheet.setFrozenRows(1);
    sheet.sort(1, false);
    expect(sheet.getRange('A1:A4').getValues().flat()).toEqual(['Header', 3, 2, 1]);
  });

  it('a column outside the range is refused; formulas are not sorted here', () => {
    const { sheet } = bound();
    expect(thrown(() => sheet.getRange('B1:C2').sort(1))).toBe('Sort column is outside the range to be sorted.');
    sheet.getRange('A1').setValue('=B1');
    expect(thrown(() => sheet.getRange('A1:A2').sort(1))).toBe(
      'Error: not implemented: Range.sort over cells with formulas',
    );
  });
});

describe('copying (Apps Script reference, Range.copyTo)', () => {
  const source = () => {
    const made = bound();
    made.sheet
      .getRange('A1:B1')
      .setValues([[1, 2]])
      .setBackground('#ff0000')
      .setNote('n');
    return made;
  };

  it('copies values, formats and notes', () => {
    const { sheet } = source();
    sheet.getRange('A1:B1').copyTo(sheet.getRange('C3'));
    expect([
      sheet.getRange('C3:D3').getValues(),
      sheet.getRange('D3').getBackground(),
      sheet.getRange('D3').getNote(),
    ]).toEqual([[[1, 2]], '#ff0000', 'n']);
  });

  it.each([
    [{ contentsOnly: true }, 1, '#ffffff'],
    [{ formatOnly: true }, '', '#ff0000'],
  ])('with %j', (options, value, background) => {
    const { sheet } = source();
    sheet.getRange('A1').copyTo(sheet.getRange('A5'), options);
    expect([sheet.getRange('A5').getValue(), sheet.getRange('A5').getBackground()]).toEqual([value, background]);
  });

  it.each([
    ['PASTE_VALUES', 1, '#ffffff'],
    ['PASTE_FORMAT', '', '#ff0000'],
    ['PASTE_NORMAL', 1, '#ff0000'],
  ] as const)('as %s', (type, value, background) => {
    const { sheet, app } = source();
    sheet.getRange('A1').copyTo(sheet.getRange('A5'), app.CopyPasteType[type], false);
    expect([sheet.getRange('A5').getValue(), sheet.getRange('A5').getBackground()]).toEqual([value, background]);
  });

  it('does not cut to a smaller destination (measured: gas-fakes), and repeats in a multiple', () => {
    const { sheet } = source();
    sheet.getRange('A1:B1').copyTo(sheet.getRange('A2:A3'));
    expect(sheet.getRange('A2:B3').getValues()).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('may overlap itself', () => {
    const { sheet } = bound();
    sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
    sheet.getRange('A1:A3').copyTo(sheet.getRange('A2'));
    expect(sheet.getRange('A1:A4').getValues().flat()).toEqual([1, 1, 2, 3]);
  });

  it('stays in the spreadsheet', () => {
    const { sheet, app } = source();
    const elsewhere = app.create('Other').getSheets()[0]?.getRange('A1') as GoogleAppsScript.Spreadsheet.Range;
    expect(thrown(() => sheet.getRange('A1').copyTo(elsewhere))).toBe(
      'Target range and source range must be on the same spreadsheet.',
    );
  });
});

describe('the basic filter (measured: gas-fakes)', () => {
  it('is one per tab', () => {
    const { sheet } = bound();
    sheet.getRange('A1:C5').createFilter();
    expect(thrown(() => sheet.getRange('A1:B2').createFilter())).toBe(
      "You can't create a filter in a sheet that already has a filter.",
    );
    sheet.getFilter()?.remove();
    expect([sheet.getFilter(), thrown(() => sheet.getRange('A1:B2').createFilter())]).toEqual([null, 'nothing']);
  });

  it('keeps criteria by column, and sorts below its header', () => {
    const { sheet, app } = bound();
    sheet.getRange('A1:A3').setValues([['Header'], [1], [2]]);
    const filter = sheet.getRange('A1:B3').createFilter();
    filter.setColumnFilterCriteria(1, app.newFilterCriteria().whenNumberGreaterThan(1).build());
    expect(filter.getColumnFilterCriteria(1)?.getCriteriaValues()).toEqual([1]);
    expect([filter.getColumnFilterCriteria(2), thrown(() => filter.getColumnFilterCriteria(3))]).toEqual([
      null,
      'Column position is outside the range of the filter.',
    ]);
    filter.removeColumnFilterCriteria(1).sort(1, false);
    expect([filter.getColumnFilterCriteria(1), sheet.getRange('A1:A3').getValues().flat()]).toEqual([
      null,
      ['Header', 2, 1],
    ]);
  });
});

describe('merges and bandings', () => {
  it('merging keeps the upper left value; getMergedRanges finds what touches', () => {
    const { sheet } = bound();
    sheet.getRange('A1:B2').setValues([
      [1, 2],
      [3, 4],
    ]);
    sheet.getRange('A1:B2').merge();
    expect(sheet.getRange('A1:B2').getValues()).toEqual([
      [1, ''],
      ['', ''],
    ]);
    expect(
      sheet
        .getRange('B2:C3')
        .getMergedRanges()
        .map((range) => range.getA1Notation()),
    ).toEqual(['A1:B2']);
    expect(thrown(() => sheet.getRange('B2:C3').merge())).toMatch(/all cells in a merged range/);
    sheet.getRange('A1').breakApart();
    expect(sheet.getRange('A1').isPartOfMerge()).toBe(false);
  });

  it('a banding colours by its theme, once per range', () => {
    const { sheet, app } = bound();
    const banding = sheet.getRange('A1:C5').applyRowBanding(app.BandingTheme.CYAN, true, false);
    expect([banding.getHeaderRowColor(), banding.getFooterRowColor()]).toEqual(['#4dd0e1', null]);
    expect(thrown(() => sheet.getRange('C5:D6').applyRowBanding())).toMatch(
      /already has alternating background colors/,
    );
    banding.setFirstRowColor('#eeeeee').remove();
    expect(sheet.getBandings()).toEqual([]);
  });
});
