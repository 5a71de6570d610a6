import { selectCell } from '../../../../scripts/local/gas/spreadsheet/state';
import { bound, loosely, reopened, type Sheet, thrown } from './bound';

const names = (file: ReturnType<typeof bound>['file']) => file.getSheets().map((sheet) => sheet.getName());

describe('tabs of a spreadsheet (Apps Script reference, Spreadsheet)', () => {
  it('getSheetByName gives null where there is none', () => {
    const { file } = bound();
    expect([file.getSheetByName('Data')?.getName(), file.getSheetByName('None')]).toEqual(['Data', null]);
  });

  it('a new tab has 1,000 rows and 26 columns (unconfirmed) and is the active one', () => {
    const { file } = bound();
    const made = file.insertSheet('New');
    expect([made.getMaxRows(), made.getMaxColumns(), file.getActiveSheet().getName()]).toEqual([1000, 26, 'New']);
  });

  it('SpreadsheetApp.create sizes the first tab', () => {
    const { app } = bound();
    const sheet = app.create('Small', 5, 3).getSheets()[0] as Sheet;
    expect([sheet.getMaxRows(), sheet.getMaxColumns()]).toEqual([5, 3]);
  });

  it.each([
    [
      ['X', 0],
      ['X', 'Data', 'Second'],
    ],
    [
      ['X', 2],
      ['Data', 'Second', 'X'],
    ],
    [['X'], ['Data', 'Second', 'X']],
    [[0], ['シート3', 'Data', 'Second']],
    [[], ['Data', 'Second', 'シート3']],
  ])('insertSheet(%j) puts the tab at a place counted from 0, else after the active one', (args, order) => {
    const { file } = bound();
    file.insertSheet('Second');
    loosely(file, 'insertSheet', ...args);
    expect(names(file)).toEqual(order);
  });

  it('templates are not implemented and say so', () => {
    const { file, sheet } = bound();
    expect(thrown(() => file.insertSheet('X', { template: sheet }))).toMatch(/not implemented/);
  });

  it('getIndex counts from 1', () => {
    const { file, sheet } = bound();
    file.insertSheet('First', 0);
    expect(sheet.getIndex()).toBe(2);
  });

  it.each(['Data', 'data'])('insertSheet(%s) throws for a name that is taken (text unconfirmed)', (name) => {
    expect(thrown(() => bound().file.insertSheet(name))).toBe(
      `A sheet with the name "${name}" already exists. Please enter another name.`,
    );
  });

  it('setName renames, but not to another tab’s name', () => {
    const { file, sheet } = bound();
    file.insertSheet('Other');
    expect(sheet.setName('Renamed').getName()).toBe('Renamed');
    expect(thrown(() => sheet.setName('Other'))).toMatch(/already exists/);
    expect(thrown(() => sheet.setName('renamed'))).toBe('nothing');
  });

  it('the last tab cannot be removed (text unconfirmed)', () => {
    const { file, sheet } = bound();
    expect(thrown(() => file.deleteSheet(sheet))).toBe("You can't remove all the sheets in a document.");
  });

  it('a tab that was deleted throws when it is used', () => {
    const { file, sheet } = bound();
    file.insertSheet('Other');
    file.deleteSheet(sheet);
    expect(names(file)).toEqual(['Other']);
    expect(thrown(() => sheet.getLastRow())).toBe('Sheet 0 not found');
    expect(thrown(() => file.deleteSheet(sheet))).toBe('Sheet 0 not found');
  });

  it('hideSheet hides, again is nothing, the only visible tab throws (text unconfirmed)', () => {
    const { file, sheet } = bound();
    const other = file.insertSheet('Other');
    expect(other.hideSheet().hideSheet().isSheetHidden()).toBe(true);
    expect(thrown(() => sheet.hideSheet())).toBe("You can't hide all the sheets in a document.");
    expect(other.showSheet().isSheetHidden()).toBe(false);
  });

  it('moveActiveSheet moves the active tab to a place counted from 1', () => {
    const { file } = bound();
    file.insertSheet('B');
    file.insertSheet('C');
    file.moveActiveSheet(1);
    expect(names(file)).toEqual(['C', 'Data', 'B']);
    expect(thrown(() => file.moveActiveSheet(4))).not.toBe('nothing');
  });

  it('sheet ids stay when tabs move and are renamed; the first is 0', () => {
    const { file, sheet } = bound();
    const other = file.insertSheet('Other', 0);
    const id = other.getSheetId();
    other.setName('Again');
    expect([sheet.getSheetId(), file.getSheetById(id)?.getName()]).toEqual([0, 'Again']);
  });

  it('tab colours are kept as #rrggbb, null takes them away', () => {
    const { sheet } = bound();
    expect(sheet.getTabColor()).toBeNull();
    expect(sheet.setTabColor('#ABC').getTabColor()).toBe('#aabbcc');
    expect(sheet.setTabColor(null).getTabColor()).toBeNull();
  });

  it('copyTo makes a tab of its own in another file, named as a copy', () => {
    const { sheet, app } = bound();
    sheet.getRange('A1').setValue('x').setNote('n').setFontWeight('bold');
    sheet.setFrozenRows(1);
    const copy = sheet.copyTo(app.create('Target'));
    sheet.getRange('A1').setValue('y');
    const cell = copy.getRange('A1');
    expect([copy.getName(), cell.getValue(), cell.getNote(), cell.getFontWeight(), copy.getFrozenRows()]).toEqual([
      'Data のコピー',
      'x',
      'n',
      'bold',
      1,
    ]);
  });

  it('a copy brings its charts, over its own cells', () => {
    const { sheet, file, tab } = bound();
    sheet.insertChart(sheet.newChart().addRange(sheet.getRange('A1:B2')).build());
    const copy = sheet.copyTo(file);
    const chart = copy.getCharts()[0];
    expect(chart?.getRanges()[0]?.getSheet().getName()).toBe('Data のコピー');
    expect(chart?.getChartId()).not.toBe(tab.charts[0]?.chartId);
  });

  it('copies of copies get a number; English files speak of copies in English', () => {
    const { sheet, file } = bound({ locale: 'en_US' });
    sheet.copyTo(file);
    sheet.copyTo(file);
    expect(names(file)).toEqual(['Data', 'Copy of Data', 'Copy of Data 2']);
  });

  it('Spreadsheet.copy makes a file with the same tabs, owned by who runs the script', () => {
    const { sheet, file } = bound();
    sheet.getRange('A1').setValue('x');
    const copy = file.copy('Backup');
    expect([copy.getName(), names(copy), copy.getOwner()?.getEmail()]).toEqual(['Backup', ['Data'], 'ops@example.com']);
    expect(copy.getId()).not.toBe(file.getId());
    expect(copy.getSheets()[0]?.getRange('A1').getValue()).toBe('x');
  });
});

describe('what is selected', () => {
  it('is set from outside, as by a person', () => {
    const { app, state, model, file } = bound();
    file.insertSheet('Other');
    selectCell(state, model, 'Data', 4, 2);
    expect([app.getActiveSheet().getName(), file.getActiveCell().getA1Notation()]).toEqual(['Data', 'C5']);
    expect(app.getCurrentCell().getValue()).toBe('');
  });

  it('is A1 of the first visible tab until then', () => {
    const { app, sheet, file, state } = bound();
    file.insertSheet('Other');
    sheet.hideSheet();
    state.selections.clear();
    expect([app.getActiveSheet().getName(), app.getActiveRange().getA1Notation()]).toEqual(['Other', 'A1']);
  });

  it('a time trigger sees nobody’s selection, and leaves it alone', () => {
    const { state, model } = bound();
    selectCell(state, model, 'Data', 4, 2);
    const { file } = reopened(state, { entry: 'trigger' });
    expect(file.getActiveCell().getA1Notation()).toBe('A1');
    file.insertSheet('Made at night');
    expect(reopened(state).file.getActiveCell().getA1Notation()).toBe('C5');
  });

  it('activate and setActiveSelection select', () => {
    const { sheet, file } = bound();
    sheet.getRange('B2:C3').activate();
    expect([file.getActiveRange()?.getA1Notation(), file.getCurrentCell()?.getA1Notation()]).toEqual(['B2:C3', 'B2']);
    sheet.setActiveSelection('D4');
    expect(file.getSelection().getActiveRange()?.getA1Notation()).toBe('D4');
  });

  it('moves to another tab when its own is deleted', () => {
    const { file } = bound();
    file.deleteSheet(file.insertSheet('Other'));
    expect(file.getActiveSheet().getName()).toBe('Data');
  });
});

describe('getRange with A1 text', () => {
  it.each([
    ['B2', 'B2', 1, 1],
    ['b2', 'B2', 1, 1],
    ['A1:C3', 'A1:C3', 3, 3],
    ['C3:A1', 'A1:C3', 3, 3],
    ['$A$1:B2', 'A1:B2', 2, 2],
    ['B:B', 'B1:B10', 10, 1],
    ['2:3', 'A2:F3', 2, 6],
    ['B3:B', 'B3:B10', 8, 1],
    ['Data!B2', 'B2', 1, 1],
    ["'Data'!B2", 'B2', 1, 1],
  ])('%s is %s', (text, a1, rows, columns) => {
    const { sheet } = bound();
    const range = sheet.getRange(text);
    expect([range.getA1Notation(), range.getNumRows(), range.getNumColumns()]).toEqual([a1, rows, columns]);
  });

  it.each(['', 'A', '1', 'A0', 'A1:', 'Nope!A1', 'A1 B2', '#REF!', 'AAAA1'])(
    '%p is no range (text unconfirmed)',
    (text) => {
      expect(thrown(() => bound().sheet.getRange(text))).toMatch(/Range not found|too small/);
    },
  );

  it('Spreadsheet.getRange reads tabs whose names need quotes, and the active tab without one', () => {
    const { file } = bound();
    file.insertSheet("It's a tab").getRange('B1').setValue('here');
    expect(file.getRange("'It''s a tab'!B1").getValue()).toBe('here');
    expect(file.getRange('B1').getSheet().getName()).toBe("It's a tab");
    expect(thrown(() => file.getRange('G1'))).toBe('nothing');
  });

  it('offset and getCell count from the corner', () => {
    const { sheet } = bound();
    const range = sheet.getRange('B2:C3');
    expect([range.offset(1, 1).getA1Notation(), range.offset(0, 0, 1, 1).getA1Notation()]).toEqual(['C3:D4', 'B2']);
    expect(range.getCell(2, 2).getA1Notation()).toBe('C3');
    expect(thrown(() => range.getCell(3, 1))).toBe('Cell reference out of range');
    expect(thrown(() => range.offset(-2, 0))).toBe('The starting row of the range is too small.');
  });

  it('a range tells where it lies', () => {
    const range = bound().sheet.getRange('B2:D7');
    expect([range.getRow(), range.getColumn(), range.getLastRow(), range.getLastColumn(), range.getHeight()]).toEqual([
      2, 2, 7, 4, 6,
    ]);
    expect([range.getSheet().getName(), range.getGridId()]).toEqual(['Data', 0]);
  });

  it('a RangeList does the same to each of its ranges', () => {
    const { sheet } = bound();
    const list = sheet.getRangeList(['A1', 'C2:D2']).setValue('x').setFontWeight('bold');
    expect(list.getRanges().map((range) => range.getA1Notation())).toEqual(['A1', 'C2:D2']);
    expect([sheet.getRange('A1:D2').getValues(), sheet.getRange('D2').getFontWeight()]).toEqual([
      [
        ['x', '', '', ''],
        ['', '', 'x', 'x'],
      ],
      'bold',
    ]);
  });
});

describe('named ranges', () => {
  it('are set, found without regard to case, moved and removed', () => {
    const { file, sheet } = bound();
    file.setNamedRange('Weights', sheet.getRange('A1:A3'));
    file.setNamedRange('weights', sheet.getRange('B1:B3'));
    expect(file.getNamedRanges().map((named) => [named.getName(), named.getRange().getA1Notation()])).toEqual([
      ['Weights', 'B1:B3'],
    ]);
    file.getNamedRanges()[0]?.setName('Loads');
    expect(sheet.getRange('Loads').getA1Notation()).toBe('B1:B3');
    file.removeNamedRange('Loads');
    expect(file.getRangeByName('Loads')).toBeNull();
    expect(thrown(() => file.removeNamedRange('Loads'))).toMatch(/does not exist/);
  });

  it.each(['A1', 'two words', 'TRUE', '', '1st', 'R1C1'])('%p is no name for a range (text unconfirmed)', (name) => {
    const { file, sheet } = bound();
    expect(thrown(() => file.setNamedRange(name, sheet.getRange('A1')))).toMatch(/not a valid name/);
  });

  it('Japanese names are names', () => {
    const { file, sheet } = bound();
    file.setNamedRange('重み', sheet.getRange('A1'));
    expect(file.getRangeByName('重み')?.getA1Notation()).toBe('A1');
  });

  it('go with their tab', () => {
    const { file } = bound();
    const other = file.insertSheet('Other');
    file.setNamedRange('Gone', other.getRange('A1'));
    file.deleteSheet(other);
    expect(file.getRangeByName('Gone')).toBeNull();
  });
});

describe('developer metadata (measured: gas-fakes)', () => {
  it('stands on the file, a tab, a whole row, a whole column', () => {
    const { file, sheet, app } = bound();
    file.addDeveloperMetadata('k', 'file');
    sheet.addDeveloperMetadata('k', 'tab');
    sheet.getRange('9:9').addDeveloperMetadata('k', 'row', app.DeveloperMetadataVisibility.PROJECT);
    sheet.getRange('B:B').addDeveloperMetadata('k', 'column');
    const found = file.createDeveloperMetadataFinder().withKey('k').find();
    expect(
      found.map((each) => [
        each.getValue(),
        String(each.getLocation().getLocationType()),
        String(each.getVisibility()),
      ]),
    ).toEqual([
      ['file', 'SPREADSHEET', 'DOCUMENT'],
      ['tab', 'SHEET', 'DOCUMENT'],
      ['row', 'ROW', 'PROJECT'],
      ['column', 'COLUMN', 'DOCUMENT'],
    ]);
    expect(found[2]?.getLocation().getRow()?.getA1Notation()).toBe('A9:F9');
  });

  it.each(['A1', 'A1:B2', '1:2', 'A:B', 'A2:F3'])('the range %s is refused', (a1) => {
    expect(thrown(() => bound().sheet.getRange(a1).addDeveloperMetadata('k'))).toMatch(/not currently supported/);
  });

  it('is changed, found by value and removed', () => {
    const { sheet } = bound();
    sheet.addDeveloperMetadata('k', 'v1').addDeveloperMetadata('k', 'v2');
    const [first] = sheet.createDeveloperMetadataFinder().withValue('v1').find();
    first?.setValue('v3').setKey('key');
    expect(sheet.getDeveloperMetadata().map((each) => [each.getKey(), each.getValue()])).toEqual([
      ['key', 'v3'],
      ['k', 'v2'],
    ]);
    first?.remove();
    expect(sheet.getDeveloperMetadata().length).toBe(1);
  });

  it('row metadata moves with its row', () => {
    const { sheet } = bound();
    sheet.getRange('3:3').addDeveloperMetadata('k');
    sheet.insertRowsBefore(1, 2);
    expect([
      sheet.getRange('5:5').getDeveloperMetadata().length,
      sheet.getRange('3:3').getDeveloperMetadata().length,
    ]).toEqual([1, 0]);
  });
});
