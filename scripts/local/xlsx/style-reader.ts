import type { BorderModel, BordersModel, CellFormats, RuleStyle } from '../gas/spreadsheet/model';
import type { RunLayer } from '../gas/spreadsheet/run-layer';
import { FLAG_FORMAT } from './style-table';
import { themeColors, tinted } from './theme-colors';
import { fromXstring } from './xml';
import { child, children, isOn, type XmlNode, xmlTree } from './xml-tree';

/** What a style says of a cell, one value per layer; a layer that is missing has the default. */
export type CellLook = {
  readonly [layer in keyof CellFormats]?: CellFormats[layer] extends RunLayer<infer T> ? T : never;
};

export interface StyleReader {
  /** By style index of a cell. */
  readonly looks: readonly CellLook[];
  /** By index of a conditional format's style. */
  readonly conditional: readonly RuleStyle[];
}

/** Number formats known by number alone (ECMA-376 part 1, 18.8.30), as Sheets writes them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy/mm/dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm am/pm',
  19: 'h:mm:ss am/pm',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/mm/dd h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  49: '@',
};

/** Reads the styles of a file. Sizes, fonts and colours that are its default are left out. */
export function styleReader(stylesXml: string | null, themeXml: string | null): StyleReader {
  if (stylesXml === null) return { looks: [{}], conditional: [] };
  const root = xmlTree(stylesXml);
  const theme = themeColors(themeXml);
  const formats = new Map<number, string>(Object.entries(BUILT_IN).map(([id, code]) => [Number(id), code]));
  for (const { attributes } of children(child(root, 'numFmts'), 'numFmt')) {
    formats.set(Number(attributes.numFmtId), sheetsPattern(fromXstring(attributes.formatCode ?? '')));
  }
  const fontNodes = children(child(root, 'fonts'), 'font');
  const fonts = fontNodes.map((font) => fontLook(font, fontNodes[0], theme));
  const fills = children(child(root, 'fills'), 'fill').map((fill) => fillColor(fill, 'fgColor', theme));
  const borders = children(child(root, 'borders'), 'border').map((border) => bordersOf(border, theme));
  const looks = children(child(root, 'cellXfs'), 'xf').map((xf): CellLook => {
    const numberFormat = formats.get(Number(xf.attributes.numFmtId ?? 0));
    const background = fills[Number(xf.attributes.fillId ?? 0)];
    const edges = borders[Number(xf.attributes.borderId ?? 0)];
    return {
      ...fonts[Number(xf.attributes.fontId ?? 0)],
      ...alignmentLook(child(xf, 'alignment'), numberFormat === FLAG_FORMAT),
      ...(numberFormat && numberFormat !== FLAG_FORMAT && !/^general$/i.test(numberFormat) ? { numberFormat } : {}),
      ...(background ? { background } : {}),
      ...(edges ? { borders: edges } : {}),
    };
  });
  return {
    looks: looks.length > 0 ? looks : [{}],
    conditional: children(child(root, 'dxfs'), 'dxf').map((dxf) => ruleStyle(dxf, theme)),
  };
}

/** A format code without what spreadsheet programs add to dates: escaped separators, a section for text. */
function sheetsPattern(code: string): string {
  return code.replace(/\\([-/:. ])/g, '$1').replace(/;@$/, '');
}

/** A colour element as `#rrggbb`; null where it is automatic or unknown. */
export function colorOf(node: XmlNode | undefined, theme: readonly string[]): string | null {
  if (!node) return null;
  const { rgb, theme: index, tint } = node.attributes;
  if (rgb && /^[0-9a-f]{6,8}$/i.test(rgb)) return `#${rgb.slice(-6).toLowerCase()}`;
  const base = index === undefined ? undefined : theme[Number(index)];
  return base ? tinted(base, Number(tint ?? 0)) : null;
}

function fontLook(font: XmlNode, standard: XmlNode | undefined, theme: readonly string[]): CellLook {
  const value = (name: string, of: XmlNode | undefined = font): string | undefined => child(of, name)?.attributes.val;
  const size = Number(value('sz') ?? Number.NaN);
  const family = value('name');
  const color = colorOf(child(font, 'color'), theme);
  const isSet = (name: string): boolean =>
    child(font, name) !== undefined && value(name) !== '0' && value(name) !== 'none';
  return {
    ...(isSet('b') ? { fontWeight: 'bold' as const } : {}),
    ...(isSet('i') ? { fontStyle: 'italic' as const } : {}),
    ...(isSet('strike') ? { fontLine: 'line-through' as const } : isSet('u') ? { fontLine: 'underline' as const } : {}),
    ...(Number.isFinite(size) && size !== Number(value('sz', standard)) ? { fontSize: size } : {}),
    ...(family && family !== value('name', standard) ? { fontFamily: fromXstring(family) } : {}),
    ...(color && color !== '#000000' ? { fontColor: color } : {}),
  };
}

function fillColor(fill: XmlNode, element: string, theme: readonly string[]): string | null {
  const pattern = child(fill, 'patternFill');
  if (!pattern || pattern.attributes.patternType === 'none' || pattern.attributes.patternType === 'gray125')
    return null;
  return colorOf(child(pattern, element), theme);
}

/** Truth values stand in the middle anyway. */
function alignmentLook(alignment: XmlNode | undefined, isFlag: boolean): CellLook {
  const { horizontal, vertical, wrapText } = alignment?.attributes ?? {};
  return {
    ...(horizontal === 'left' || (horizontal === 'center' && !isFlag) || horizontal === 'right' ? { horizontal } : {}),
    ...(vertical === 'top'
      ? { vertical: 'top' as const }
      : vertical === 'center'
        ? { vertical: 'middle' as const }
        : {}),
    ...(isOn(wrapText) ? { wrap: 'WRAP' as const } : {}),
  };
}

const LINE_STYLES: Readonly<Record<string, BorderModel['style']>> = {
  dotted: 'DOTTED',
  hair: 'DOTTED',
  dashed: 'DASHED',
  mediumDashed: 'DASHED',
  dashDot: 'DASHED',
  thin: 'SOLID',
  medium: 'SOLID_MEDIUM',
  thick: 'SOLID_THICK',
  double: 'DOUBLE',
};

function bordersOf(border: XmlNode, theme: readonly string[]): BordersModel | null {
  const edge = (name: string): BorderModel | null => {
    const node = child(border, name);
    const style = LINE_STYLES[node?.attributes.style ?? ''];
    return style ? { color: colorOf(child(node, 'color'), theme) ?? '#000000', style } : null;
  };
  const edges = { top: edge('top'), left: edge('left'), bottom: edge('bottom'), right: edge('right') };
  return edges.top || edges.left || edges.bottom || edges.right ? edges : null;
}

function ruleStyle(dxf: XmlNode, theme: readonly string[]): RuleStyle {
  const font = child(dxf, 'font');
  const flag = (name: string): boolean | null => {
    const node = child(font, name);
    return node ? node.attributes.val !== '0' && node.attributes.val !== 'none' : null;
  };
  const fill = child(dxf, 'fill');
  const background = fill && (fillColor(fill, 'bgColor', theme) ?? fillColor(fill, 'fgColor', theme));
  return {
    background: background ?? null,
    fontColor: colorOf(child(font, 'color'), theme),
    bold: flag('b'),
    italic: flag('i'),
    strikethrough: flag('strike'),
    underline: flag('u'),
  };
}
