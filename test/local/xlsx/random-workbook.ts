import fc from 'fast-check';
import type { Area } from '../../../scripts/local/gas/spreadsheet/area';
import {
  addSheetModel,
  type CellFormats,
  type ConditionalFormatModel,
  createWorkbookModel,
  type SheetModel,
  type StoredValue,
  type ValidationModel,
  type WorkbookModel,
} from '../../../scripts/local/gas/spreadsheet/model';
import type { RunLayer } from '../../../scripts/local/gas/spreadsheet/run-layer';

/** Size of every tab. */
export const ROWS = 12;
export const COLUMNS = 6;

const area: fc.Arbitrary<Area> = fc
  .tuple(fc.nat(ROWS - 1), fc.nat(COLUMNS - 1), fc.integer({ min: 1, max: ROWS }), fc.integer({ min: 1, max: COLUMNS }))
  .map(([row, column, rows, columns]) => ({
    row,
    column,
    rows: Math.min(rows, ROWS - row),
    columns: Math.min(columns, COLUMNS - column),
  }));

/** Any text, what XML cannot hold and what looks like an escape of it included. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '_x0041_',
    '_x005F_x0041_',
    '\r\n',
    ' edge ',
    '<a href="x">&amp;</a>',
    '#N/A',
    '=1+1',
    "'",
    '007',
    '\ud800',
    '健診',
  ),
);
const number = fc.oneof(
  // A sheet knows no negative zero.
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((drawn) => drawn + 0),
  fc.integer(),
  fc.constantFrom(0, 1e-300, 1.7976931348623157e308, 46000.5),
);
const value: fc.Arbitrary<StoredValue> = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const color = fc.constantFrom('#ff0000', '#00ff7f', '#1a73e8', '#ffffff');

const formats: { readonly [layer in keyof CellFormats]: fc.Arbitrary<unknown> } = {
  numberFormat: fc.constantFrom('0.00', '@', 'yyyy-mm-dd', '#,##0', '0.0%', 'yyyy/mm/dd h:mm:ss'),
  fontWeight: fc.constant('bold'),
  fontStyle: fc.constant('italic'),
  fontLine: fc.constantFrom('underline', 'line-through'),
  fontSize: fc.constantFrom(8, 14, 20),
  fontFamily: fc.constantFrom('Roboto', 'Noto Sans JP'),
  fontColor: color,
  background: color,
  wrap: fc.constantFrom('WRAP', 'CLIP'),
  horizontal: fc.constantFrom('left', 'center', 'right'),
  vertical: fc.constantFrom('top', 'middle'),
  borders: fc.record({
    top: fc.option(fc.record({ color, style: fc.constantFrom('SOLID', 'DOUBLE', 'DOTTED') })),
    left: fc.constant(null),
    bottom: fc.option(fc.record({ color, style: fc.constantFrom('SOLID_THICK', 'DASHED', 'SOLID_MEDIUM') })),
    right: fc.constant(null),
  }),
};
const format = fc
  .constantFrom(...(Object.keys(formats) as (keyof CellFormats)[]))
  .chain((layer) => fc.record({ layer: fc.constant(layer), area, value: formats[layer] }));

const validation: fc.Arbitrary<ValidationModel> = fc.oneof(
  fc.record({
    criteria: fc.constant('VALUE_IN_LIST'),
    args: fc.tuple(fc.array(fc.constantFrom('Green', 'Lime', 'a,b', '赤'), { minLength: 1 }), fc.boolean()),
    allowInvalid: fc.boolean(),
    helpText: fc.option(text),
  }),
  fc.record({
    criteria: fc.constantFrom('NUMBER_BETWEEN', 'TEXT_IS_VALID_EMAIL', 'CHECKBOX', 'CUSTOM_FORMULA', 'DATE_AFTER'),
    args: fc.constantFrom([1, 5], [{ serial: 46000 }], ['=A1>0'], [{ range: { sheetId: 0, area: null } }]),
    allowInvalid: fc.boolean(),
    helpText: fc.constant(null),
  }),
);

const conditionalFormat: fc.Arbitrary<ConditionalFormatModel> = fc.record({
  areas: fc.array(area, { minLength: 1, maxLength: 2 }),
  condition: fc.option(
    fc.record({
      criteria: fc.constantFrom('TEXT_EQUAL_TO', 'TEXT_CONTAINS', 'NUMBER_LESS_THAN', 'NUMBER_BETWEEN', 'CELL_EMPTY'),
      args: fc.constantFrom(['Red'], [1, 2], [], ['=B1']),
    }),
  ),
  style: fc.record({
    background: fc.option(color),
    fontColor: fc.option(color),
    bold: fc.option(fc.boolean()),
    italic: fc.option(fc.boolean()),
    strikethrough: fc.option(fc.boolean()),
    underline: fc.option(fc.boolean()),
  }),
  gradient: fc.option(
    fc.record({
      min: fc.record({ color, type: fc.constantFrom('MIN', 'NUMBER'), value: fc.constantFrom('', '3') }),
      mid: fc.constant(null),
      max: fc.record({ color, type: fc.constantFrom('MAX', 'PERCENT'), value: fc.constantFrom('', '90') }),
    }),
  ),
});

const chart = fc.record({
  chartId: fc.nat(1000),
  type: fc.constantFrom('COLUMN', 'LINE', 'AREA', 'PIE', 'BAR', 'SCATTER', 'COMBO', 'TABLE'),
  ranges: fc.array(fc.record({ sheetId: fc.constantFrom(0, 1, 99), area: fc.option(area) }), { maxLength: 2 }),
  anchorRow: fc.nat(5),
  anchorColumn: fc.nat(5),
  offsetX: fc.nat(10),
  offsetY: fc.nat(10),
  headers: fc.constantFrom(0, 1),
  transpose: fc.boolean(),
  mergeStrategy: fc.constant('MERGE_COLUMNS'),
  hiddenDimensionStrategy: fc.constant('IGNORE_ROWS'),
  options: fc.constantFrom(
    {},
    { title: 'A & "B"', isStacked: true },
    { legend: { position: 'top' }, colors: ['#ff0000'] },
  ),
});

const metadata = fc.record({
  id: fc.nat(1000),
  key: text,
  value: fc.option(text),
  visibility: fc.constantFrom('DOCUMENT' as const, 'PROJECT' as const),
  place: fc.oneof(
    fc.record({ kind: fc.constant('whole' as const) }),
    fc.record({ kind: fc.constantFrom('row' as const, 'column' as const), index: fc.nat(5) }),
  ),
});

const email = fc.constantFrom('a@example.com', 'b@example.com');

const protection = fc.record({
  id: fc.nat(1000),
  kind: fc.constantFrom('SHEET' as const, 'RANGE' as const),
  area: fc.option(area),
  description: text,
  editors: fc.option(fc.array(email)),
  warningOnly: fc.boolean(),
  domainEdit: fc.boolean(),
  unprotected: fc.array(area, { maxLength: 2 }),
  rangeName: fc.option(text),
});

const sheet = fc.record({
  name: fc.oneof(
    fc.string({ minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      'History',
      'Accounts',
      'accounts',
      "It's",
      'a/b',
      '顧客',
      'A tab with a very long name that no file takes',
    ),
  ),
  columns: fc.array(fc.array(value, { maxLength: ROWS }), { maxLength: COLUMNS }),
  formulas: fc.array(
    fc.record({
      area,
      text: fc.constantFrom('=A1+1', '=SUM(A2:A)', '="a"&B1', '=QUERY(A1:B2,"select A")', '=Missing!A1', '=1/0'),
    }),
    { maxLength: 3 },
  ),
  formats: fc.array(format, { maxLength: 8 }),
  notes: fc.array(fc.record({ area, text }), { maxLength: 3 }),
  links: fc.array(
    fc.record({ area, to: fc.constantFrom('#gid=0&range=A1', '#gid=0&range=B2:AC40', 'https://example.com/') }),
    { maxLength: 2 },
  ),
  validations: fc.array(fc.record({ area, validation }), { maxLength: 3 }),
  widths: fc.uniqueArray(fc.tuple(fc.nat(COLUMNS - 1), fc.integer({ min: 20, max: 400 })), { selector: ([c]) => c }),
  heights: fc.uniqueArray(fc.tuple(fc.nat(ROWS - 1), fc.integer({ min: 10, max: 90 })), { selector: ([r]) => r }),
  hiddenRows: fc.uniqueArray(fc.nat(ROWS - 1), { maxLength: 2 }),
  hiddenColumns: fc.uniqueArray(fc.nat(COLUMNS - 1), { maxLength: 2 }),
  fields: fc.record({
    frozenRows: fc.nat(2),
    frozenColumns: fc.nat(2),
    hidden: fc.boolean(),
    hiddenGridlines: fc.boolean(),
    tabColor: fc.option(color),
    merges: fc.array(area, { maxLength: 2 }),
    conditionalFormats: fc.array(conditionalFormat, { maxLength: 2 }),
    charts: fc.array(chart, { maxLength: 2 }),
    protections: fc.array(protection, { maxLength: 2 }),
    metadata: fc.array(metadata, { maxLength: 2 }),
    bandings: fc.array(
      fc.record({
        id: fc.nat(1000),
        area,
        direction: fc.constantFrom('rows' as const, 'columns' as const),
        header: fc.option(color),
        first: fc.option(color),
        second: fc.option(color),
        footer: fc.option(color),
      }),
      { maxLength: 1 },
    ),
  }),
  filter: fc.option(
    fc.record({
      area,
      criteria: fc.uniqueArray(
        fc.tuple(
          fc.nat(5),
          fc.record({ condition: fc.constant(null), hiddenValues: fc.array(text, { maxLength: 2 }) }),
        ),
        { selector: ([column]) => column, maxLength: 2 },
      ),
    }),
  ),
});

/** Workbooks of up to three small tabs with a little of everything that the model holds. */
export const randomWorkbook: fc.Arbitrary<WorkbookModel> = fc
  .record({
    sheets: fc.uniqueArray(sheet, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
    name: text,
    locale: fc.constantFrom('ja_JP', 'en_US'),
    timeZone: fc.constantFrom('Asia/Tokyo', 'America/New_York'),
    owner: fc.constantFrom('', 'owner@example.com'),
    editors: fc.array(email, { maxLength: 2 }),
    metadata: fc.array(metadata, { maxLength: 2 }),
    namedRange: fc.option(fc.record({ sheetId: fc.constantFrom(0, 5), area: fc.option(area) })),
    spareIds: fc.nat(9),
  })
  .map(({ sheets, name, locale, timeZone, owner, editors, metadata: own, namedRange, spareIds }) => {
    const workbook = createWorkbookModel({ id: 'workbook-1', name, locale, timeZone, owner });
    workbook.editors.push(...editors);
    workbook.metadata.push(...own);
    if (namedRange) workbook.namedRanges.push({ name: 'Scores', target: namedRange });
    for (const drawn of sheets) fill(addSheetModel(workbook, drawn.name, { rows: ROWS, columns: COLUMNS }), drawn);
    workbook.nextId += spareIds;
    return workbook;
  });

type Drawn = typeof sheet extends fc.Arbitrary<infer T> ? T : never;

function fill(target: SheetModel, drawn: Drawn): void {
  target.values.push(...drawn.columns.map(trimmed));
  while (target.values.length > 0 && target.values[target.values.length - 1]?.length === 0) target.values.pop();
  for (const { area: at, text: formula } of drawn.formulas) target.formulas.fill(at, formula);
  for (const one of drawn.formats) (target.formats[one.layer] as RunLayer<unknown>).fill(one.area, one.value);
  for (const { area: at, text: note } of drawn.notes) target.notes.fill(at, note);
  for (const { area: at, to } of drawn.links) target.links.fill(at, to);
  for (const { area: at, validation: rule } of drawn.validations) target.validations.fill(at, rule);
  for (const [column, pixels] of drawn.widths) target.columnWidths.set(column, pixels);
  for (const [row, pixels] of drawn.heights) target.rowHeights.set(row, pixels);
  for (const row of drawn.hiddenRows) target.hiddenRows.add(row);
  for (const column of drawn.hiddenColumns) target.hiddenColumns.add(column);
  Object.assign(target, drawn.fields);
  target.filter = drawn.filter && { area: drawn.filter.area, criteria: new Map(drawn.filter.criteria) };
}

/** Without the empty cells at its end, which mean nothing. */
function trimmed(cells: StoredValue[]): StoredValue[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === null) end--;
  return cells.slice(0, end);
}
