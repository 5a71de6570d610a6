import { bound, loosely, thrown } from './bound';

const text = (types: string, method: string) =>
  `The parameters (${types}) don't match the method signature for SpreadsheetApp.${method}.`;

describe('wrong arguments throw the signature text (measured by gas-fakes on the live service)', () => {
  it.each([
    ['setNotes', ['foo'], 'String'],
    ['setValues', ['x'], 'String'],
    ['setValues', [[1, 2]], 'number[]'],
    ['setValues', [], ''],
    ['setBackgrounds', ['red'], 'String'],
    ['setFontSize', ['12'], 'String'],
    ['setWrap', ['yes'], 'String'],
    ['setWrapStrategy', ['WRAP'], 'String'],
    ['setDataValidation', [{}], '(class)'],
    ['setNumberFormats', ['0'], 'String'],
    ['offset', ['1', 2], 'String,number'],
    ['getValue', [1], 'number'],
    ['copyTo', ['A1'], 'String'],
  ])('Range.%s(%j)', (method, args, types) => {
    expect(thrown(() => loosely(bound().sheet.getRange('A1'), method, ...args))).toBe(text(types, `Range.${method}`));
  });

  it.each([
    ['getRange', ['1', 2, 'x'], 'String,number,String'],
    ['getRange', [null], 'null'],
    ['getRange', [1], 'number'],
    ['getRange', ['A1', 2], 'String,number'],
    ['getRange', [1.5, 1], 'number,number'],
    ['deleteRows', ['2', 1], 'String,number'],
    ['insertRowsAfter', [1], 'number'],
    ['setFrozenRows', ['1'], 'String'],
    ['getProtections', ['SHEET'], 'String'],
    ['setConditionalFormatRules', [[{}]], '(class)[]'],
    ['appendRow', ['x'], 'String'],
    ['insertChart', [{}], '(class)'],
  ])('Sheet.%s(%j)', (method, args, types) => {
    expect(thrown(() => loosely(bound().sheet, method, ...args))).toBe(text(types, `Sheet.${method}`));
  });

  it.each([
    ['Spreadsheet', 'setNamedRange', ['x', 'A1'], 'String,String'],
    ['Spreadsheet', 'deleteSheet', ['Data'], 'String'],
    ['Spreadsheet', 'setActiveSheet', ['Data'], 'String'],
    ['SpreadsheetApp', 'openById', [], ''],
  ])('%s.%s(%j)', (className, method, args, types) => {
    const { app, file } = bound();
    const object = className === 'Spreadsheet' ? file : app;
    const name = className === 'Spreadsheet' ? `Spreadsheet.${method}` : method;
    expect(thrown(() => loosely(object, method, ...args))).toBe(text(types, name));
  });

  it('enumerations are strict: a name is no value', () => {
    const { app } = bound();
    expect(thrown(() => loosely(app.newDataValidation(), 'withCriteria', 'NUMBER_EQUAL_TO', [1]))).toBe(
      text('String,number[]', 'DataValidationBuilder.withCriteria'),
    );
  });

  it('numbers and booleans are taken for text where text is wanted', () => {
    const { file } = bound({ sheet: '2026' });
    expect((loosely(file, 'getSheetByName', 2026) as { getName(): string }).getName()).toBe('2026');
  });
});

describe('what is not implemented throws by name', () => {
  it.each([
    ['Range', 'setTextStyle'],
    ['Range', 'createTextFinder'],
    ['Range', 'noSuchMethod'],
    ['Sheet', 'insertImage'],
    ['Sheet', 'insertSlicer'],
    ['Spreadsheet', 'getBlob'],
    ['SpreadsheetApp', 'newTextStyle'],
  ])('%s.%s', (className, method) => {
    const { app, file, sheet } = bound();
    const objects: Record<string, object> = {
      Range: sheet.getRange('A1'),
      Sheet: sheet,
      Spreadsheet: file,
      SpreadsheetApp: app,
    };
    expect(thrown(() => loosely(objects[className] as object, method))).toBe(
      `Error: not implemented: ${className}.${method}`,
    );
  });

  it('service objects cannot be written to', () => {
    const { sheet } = bound();
    expect(thrown(() => Object.assign(sheet, { getName: () => 'mine' }))).toMatch(/not implemented/);
  });
});

describe('enumerations', () => {
  it('JSON.stringify of a value gives its name (migration to V8)', () => {
    const { app } = bound();
    expect(JSON.stringify({ strategy: app.WrapStrategy.CLIP })).toBe('{"strategy":"CLIP"}');
    expect(String(app.ProtectionType.SHEET)).toBe('SHEET');
  });

  it('a value equals only itself, within one execution', () => {
    const { app } = bound();
    expect(app.Dimension.ROWS).toBe(app.Dimension.ROWS);
    expect(app.Dimension.ROWS).not.toBe(app.Dimension.COLUMNS);
  });

  it('an unknown value throws by name', () => {
    const { app } = bound();
    expect(thrown(() => (app.BorderStyle as unknown as Record<string, unknown>).WAVY)).toMatch(
      /not implemented: .*WAVY/,
    );
  });
});
