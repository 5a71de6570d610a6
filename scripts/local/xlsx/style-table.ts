import type { BorderModel, BordersModel, CellFormats, RuleStyle } from '../gas/spreadsheet/model';
import type { RunLayer } from '../gas/spreadsheet/run-layer';
import { XML_HEAD, xmlAttribute } from './xml';

/** The layers that make up a cell's style, in the order in which a style's values are listed. */
const LAYERS = [
  'numberFormat',
  'fontWeight',
  'fontStyle',
  'fontLine',
  'fontSize',
  'fontFamily',
  'fontColor',
  'background',
  'wrap',
  'horizontal',
  'vertical',
  'borders',
] as const satisfies readonly (keyof CellFormats)[];

/** Rows `from` to `to` (excluded) of a column look alike; 0 is the default style and is left out. */
export interface StyleRun {
  readonly from: number;
  readonly to: number;
  readonly style: number;
}

/** Collects the styles of a workbook while its tabs are written; `xml` gives the part when all are. */
export interface StyleTable {
  /** The style of each stretch of a column. */
  runs(formats: CellFormats, column: number): StyleRun[];
  /** The same style for a TRUE or FALSE: in words, which LibreOffice shows as 1 or 0 else, and in the middle as in Sheets. */
  flag(style: number): number;
  /** The same style for a text that leads somewhere, as Sheets shows it. */
  link(style: number): number;
  /** Index of a conditional format's style. */
  conditional(style: Pick<RuleStyle, 'background'> & Partial<RuleStyle>): number;
  xml(): string;
}

/** Number formats that every program knows by number (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<string, number>> = {
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};
const FIRST_CUSTOM_FORMAT = 164;
/** Colour of links in Sheets. */
export const LINK_COLOR = '#1155cc';
/** How LibreOffice writes its own format of truth values; Excel shows them as words under any format. */
export const FLAG_FORMAT = '"TRUE";"TRUE";"FALSE"';
/** Font of a cell in Sheets without a choice of its own. */
const DEFAULT_FONT = { size: 10, family: 'Arial' };

export function styleTable(): StyleTable {
  const numberFormats = interned<string>();
  const fonts = interned<string>([fontXml([])]);
  const fills = interned<string>([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  const borders = interned<string>(['<border><left/><right/><top/><bottom/><diagonal/></border>']);
  const styles = interned<string>(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  const conditional = interned<string>();

  const styleOf = (values: readonly unknown[]): number => {
    const [numberFormat, , , , , , , background, wrap, horizontal, vertical, edges] = values;
    const format = typeof numberFormat === 'string' ? formatId(numberFormat, numberFormats) : 0;
    const font = fonts.index(fontXml(values));
    const fill = typeof background === 'string' ? fills.index(fillXml(background)) : 0;
    const border = edges ? borders.index(bordersXml(edges as BordersModel)) : 0;
    const alignment = alignmentXml(wrap, horizontal, vertical);
    const applied = [
      format ? ' applyNumberFormat="1"' : '',
      font ? ' applyFont="1"' : '',
      fill ? ' applyFill="1"' : '',
      border ? ' applyBorder="1"' : '',
      alignment ? ' applyAlignment="1"' : '',
    ].join('');
    const head = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied}`;
    return styles.index(alignment ? `${head}>${alignment}</xf>` : `${head}/>`);
  };

  return {
    runs: (formats, column) =>
      styleRuns(
        LAYERS.map((layer) => formats[layer] as RunLayer<unknown>),
        column,
        styleOf,
      ),
    flag: (style) => {
      const look = styles.all[style] as string;
      if (!look.startsWith('<xf numFmtId="0"')) return style;
      const format = formatId(FLAG_FORMAT, numberFormats);
      const words = look
        .replace('numFmtId="0"', `numFmtId="${format}"`)
        .replace('xfId="0"', 'xfId="0" applyNumberFormat="1"');
      if (words.includes('horizontal=')) return styles.index(words);
      return styles.index(
        words.includes('<alignment')
          ? words.replace('<alignment', '<alignment horizontal="center"')
          : words.replace('/>', ' applyAlignment="1"><alignment horizontal="center"/></xf>'),
      );
    },
    link: (style) => {
      const look = styles.all[style] as string;
      const font = fonts.all[Number(/fontId="(\d+)"/.exec(look)?.[1])] as string;
      const linked = font
        .replace(/<u\/>|<color[^>]*>/g, '')
        .replace('<sz', '<u/><sz')
        .replace('<name', `${colorXml('color', LINK_COLOR)}<name`);
      const applied = look.replace(' applyFont="1"', '').replace('xfId="0"', 'xfId="0" applyFont="1"');
      return styles.index(applied.replace(/fontId="\d+"/, `fontId="${fonts.index(linked)}"`));
    },
    conditional: (style) => conditional.index(conditionalXml(style)),
    xml: () =>
      [
        `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
        list(
          'numFmts',
          numberFormats.all.map(
            (code, i) => `<numFmt numFmtId="${FIRST_CUSTOM_FORMAT + i}" formatCode="${xmlAttribute(code)}"/>`,
          ),
        ),
        list('fonts', fonts.all),
        list('fills', fills.all),
        list('borders', borders.all),
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
        list('cellXfs', styles.all),
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
        list('dxfs', conditional.all),
        '</styleSheet>',
      ].join(''),
  };
}

/** Cuts a column where any layer changes. */
function styleRuns(
  layers: readonly RunLayer<unknown>[],
  column: number,
  styleOf: (values: readonly unknown[]) => number,
): StyleRun[] {
  const cuts = new Set<number>();
  for (const layer of layers) {
    for (const run of layer.runs(column)) cuts.add(run.from).add(run.to);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const next = layers.map(() => 0);
  const found: StyleRun[] = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const from = sorted[i] as number;
    const to = sorted[i + 1] as number;
    const values = layers.map((layer, l) => {
      const runs = layer.runs(column);
      while ((runs[next[l] as number]?.to ?? Number.POSITIVE_INFINITY) <= from) next[l] = (next[l] as number) + 1;
      const run = runs[next[l] as number];
      return run && run.from <= from ? run.value : undefined;
    });
    if (values.every((value) => value === undefined)) continue;
    const style = styleOf(values);
    if (style !== 0) found.push({ from, to, style });
  }
  return found;
}

function formatId(code: string, custom: Interned<string>): number {
  return BUILT_IN[code] ?? FIRST_CUSTOM_FORMAT + custom.index(code);
}

function fontXml([, weight, style, line, size, family, color]: readonly unknown[]): string {
  return [
    '<font>',
    weight === 'bold' ? '<b/>' : '',
    style === 'italic' ? '<i/>' : '',
    line === 'line-through' ? '<strike/>' : '',
    line === 'underline' ? '<u/>' : '',
    `<sz val="${typeof size === 'number' ? size : DEFAULT_FONT.size}"/>`,
    typeof color === 'string' ? colorXml('color', color) : '',
    `<name val="${xmlAttribute(typeof family === 'string' ? family : DEFAULT_FONT.family)}"/>`,
    '</font>',
  ].join('');
}

function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid">${colorXml('fgColor', color)}</patternFill></fill>`;
}

function alignmentXml(wrap: unknown, horizontal: unknown, vertical: unknown): string {
  const attributes = [
    horizontal ? ` horizontal="${String(horizontal)}"` : '',
    vertical ? ` vertical="${vertical === 'middle' ? 'center' : 'top'}"` : '',
    wrap === 'WRAP' ? ' wrapText="1"' : '',
  ].join('');
  return attributes && `<alignment${attributes}/>`;
}

const LINE_STYLES: Readonly<Record<BorderModel['style'], string>> = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOUBLE: 'double',
};

function bordersXml(edges: BordersModel): string {
  const edge = (name: 'left' | 'right' | 'top' | 'bottom'): string => {
    const line = edges[name];
    return line
      ? `<${name} style="${LINE_STYLES[line.style]}">${colorXml('color', line.color)}</${name}>`
      : `<${name}/>`;
  };
  return `<border>${edge('left')}${edge('right')}${edge('top')}${edge('bottom')}<diagonal/></border>`;
}

/** A conditional format says only what it changes. */
function conditionalXml(style: Partial<RuleStyle>): string {
  const flag = (name: string, value: boolean | null | undefined): string =>
    value === null || value === undefined ? '' : `<${name} val="${value ? 1 : 0}"/>`;
  const underline = style.underline ? '<u/>' : style.underline === false ? '<u val="none"/>' : '';
  const font = [
    flag('b', style.bold),
    flag('i', style.italic),
    flag('strike', style.strikethrough),
    underline,
    style.fontColor ? colorXml('color', style.fontColor) : '',
  ].join('');
  // Unlike in a cell, the fill of a conditional format is its background colour.
  const fill = style.background
    ? `<fill><patternFill>${colorXml('bgColor', style.background)}</patternFill></fill>`
    : '';
  return `<dxf>${font && `<font>${font}</font>`}${fill}</dxf>`;
}

/** `#rrggbb` as an element; other texts (a colour by name) are left out. */
export function colorXml(element: string, color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? `<${element} rgb="FF${color.slice(1).toUpperCase()}"/>` : '';
}

interface Interned<T> {
  index(value: T): number;
  readonly all: readonly T[];
}

function interned<T>(first: readonly T[] = []): Interned<T> {
  const all = [...first];
  const known = new Map(first.map((value, i) => [value, i]));
  return {
    all,
    index: (value) => {
      const found = known.get(value);
      if (found !== undefined) return found;
      known.set(value, all.length);
      return all.push(value) - 1;
    },
  };
}

function list(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
