import * as take from '../arguments';
import { colorOf } from '../color';
import { type Context, chargeRead, chargeWrite, notImplemented, tableOf } from '../context';
import { FILL_FORMAT, READ_FORMATS, WRITE_FORMATS } from '../costs';
import type { Group, Methods } from '../lazy-face';
import type { CellFormats } from '../model';
import { AUTOMATIC } from '../number-format';
import { allowEdit } from '../permissions';
import type { RunLayer } from '../run-layer';
import { matchSize, prepareRead, prepareWrite, type RangeTarget } from './target';

/** A format property: its names, what setters take, and what is stored (undefined for the default). */
interface Property {
  readonly one: string;
  readonly many: string;
  readonly layer: keyof CellFormats;
  readonly takes: take.Kind<unknown>;
  /** undefined takes the format away, null means the value is not known. */
  stored(value: unknown): string | number | undefined | null;
  /** What the getter gives; properties without one cannot be read. */
  shown?(stored: string | number | undefined, context: Context): unknown;
}

function words(names: string, usual: string): Pick<Property, 'takes' | 'stored' | 'shown'> {
  return {
    takes: take.nullable(take.text),
    stored: (value) =>
      value === null || value === usual ? undefined : names.split(' ').includes(String(value)) ? String(value) : null,
    shown: (stored) => stored ?? usual,
  };
}

function colour(usual: string): Pick<Property, 'takes' | 'stored' | 'shown'> {
  return {
    takes: take.nullable(take.text),
    stored: (value) => (value === null ? undefined : colorOf(String(value))),
    shown: (stored) => stored ?? usual,
  };
}

const PROPERTIES: readonly Property[] = [
  { one: 'FontWeight', many: 'FontWeights', layer: 'fontWeight', ...words('bold', 'normal') },
  { one: 'FontStyle', many: 'FontStyles', layer: 'fontStyle', ...words('italic', 'normal') },
  { one: 'FontLine', many: 'FontLines', layer: 'fontLine', ...words('underline line-through', 'none') },
  { one: 'FontColor', many: 'FontColors', layer: 'fontColor', ...colour('#000000') },
  { one: 'Background', many: 'Backgrounds', layer: 'background', ...colour('#ffffff') },
  {
    one: 'FontSize',
    many: 'FontSizes',
    layer: 'fontSize',
    takes: take.integer,
    stored: (value) => value as number,
    shown: (stored) => stored ?? 10,
  },
  {
    one: 'FontFamily',
    many: 'FontFamilies',
    layer: 'fontFamily',
    takes: take.nullable(take.text),
    stored: (value) => (value === null ? undefined : String(value)),
    shown: (stored) => stored ?? 'Arial',
  },
  {
    one: 'NumberFormat',
    many: 'NumberFormats',
    layer: 'numberFormat',
    takes: take.text,
    stored: (value) => (/^(?:general|)$/i.test(String(value)) ? undefined : String(value)),
    shown: (stored) => stored ?? AUTOMATIC,
  },
  { one: 'VerticalAlignment', many: 'VerticalAlignments', layer: 'vertical', ...words('top middle', 'bottom') },
  {
    one: 'HorizontalAlignment',
    many: 'HorizontalAlignments',
    layer: 'horizontal',
    ...words('left center right', 'normal'),
    shown: (stored) => stored ?? 'general',
  },
  {
    one: 'WrapStrategy',
    many: 'WrapStrategies',
    layer: 'wrap',
    takes: take.enumeration('WrapStrategy'),
    stored: (value) => (value === 'OVERFLOW' ? undefined : String(value)),
    shown: (stored, context) => context.enums.spreadsheet.WrapStrategy[String(stored ?? 'OVERFLOW')],
  },
  // getWrap is left out: on cells never wrapped the platform's answer is known to be wrong.
  {
    one: 'Wrap',
    many: 'Wraps',
    layer: 'wrap',
    takes: take.flag,
    stored: (value) => (value ? 'WRAP' : undefined),
  },
];

/** Getters and setters of cell formats, for one value and for tables of them. Source: Apps Script reference, Range. */
export function formatGroups(context: Context, target: RangeTarget): Group[] {
  return PROPERTIES.map((property) => (self) => ({
    ...setters(context, target, self, property),
    ...getters(context, target, property),
  }));
}

function setters(context: Context, target: RangeTarget, self: () => object, property: Property): Methods {
  const { workbook, sheet, area } = target;
  const layer = sheet.formats[property.layer] as RunLayer<string | number>;
  const cells = area.rows * area.columns;
  const [one, many] = [`Range.set${property.one}`, `Range.set${property.many}`];
  const store = (call: string, value: unknown): string | number | undefined =>
    property.stored(value) ??
    (property.stored(value) === undefined ? undefined : notImplemented(context, `${call} of ${String(value)}`));
  return {
    [`set${property.one}`]: take.method(context, one, [property.takes], (value) => {
      chargeWrite(context, workbook, one, FILL_FORMAT, cells);
      prepareWrite(context, target);
      const stored = store(one, value);
      if (allowEdit(context, workbook, sheet, area)) layer.fill(area, stored);
      return self();
    }),
    [`set${property.many}`]: take.method(context, many, [take.list(take.list(property.takes))], (values) => {
      chargeWrite(context, workbook, many, WRITE_FORMATS, cells, cells);
      prepareWrite(context, target);
      matchSize(context, values, area);
      const stored = values.map((row) => row.map((value) => store(many, value)));
      if (allowEdit(context, workbook, sheet, area)) layer.fillEach(area, (r, c) => stored[r]?.[c]);
      return self();
    }),
  };
}

function getters(context: Context, target: RangeTarget, property: Property): Methods {
  const { shown } = property;
  if (!shown) return {};
  const { sheet, area } = target;
  const layer = sheet.formats[property.layer] as RunLayer<string | number>;
  const [one, many] = [`Range.get${property.one}`, `Range.get${property.many}`];
  return {
    [`get${property.one}`]: take.method(context, one, [], () => {
      chargeRead(context, one, READ_FORMATS, 1);
      prepareRead(context, target);
      return shown(layer.at(area.row, area.column), context);
    }),
    [`get${property.many}`]: take.method(context, many, [], () => {
      chargeRead(context, many, READ_FORMATS, area.rows * area.columns);
      prepareRead(context, target);
      return tableOf(context, area.rows, area.columns, (r, c) =>
        shown(layer.at(area.row + r, area.column + c), context),
      );
    }),
  };
}
