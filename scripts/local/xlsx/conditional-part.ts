import { a1Of } from '../gas/spreadsheet/a1';
import type { Area } from '../gas/spreadsheet/area';
import type { BandingModel, ConditionalFormatModel, GradientPoint, SheetModel } from '../gas/spreadsheet/model';
import type { FileNames } from './references';
import { argumentText, COMPARISONS, textTest } from './rule-text';
import { colorXml, type StyleTable } from './style-table';
import { xmlAttribute, xmlText } from './xml';

/** The conditional formats of a tab, first match first, and its alternating colours behind them. */
export function conditionalFormatsXml(sheet: SheetModel, names: FileNames, styles: StyleTable): string {
  let priority = 0;
  const parts: string[] = [];
  const add = (areas: readonly Area[], rule: (priority: number) => string): void => {
    priority++;
    parts.push(`<conditionalFormatting sqref="${areas.map(a1Of).join(' ')}">${rule(priority)}</conditionalFormatting>`);
  };
  for (const format of sheet.conditionalFormats) {
    if (format.areas.length === 0) continue;
    const { gradient } = format;
    if (gradient) {
      const points = [gradient.min, ...(gradient.mid ? [gradient.mid] : []), gradient.max];
      add(format.areas, (p) => `<cfRule type="colorScale" priority="${p}">${scaleXml(points)}</cfRule>`);
      continue;
    }
    const test = testOf(format, names);
    if (test === null) continue;
    const style = styles.conditional(format.style);
    const kind = kindXml(format, names);
    add(format.areas, (p) => ruleXml(kind?.attributes ?? ' type="expression"', style, p, kind?.formula ?? test));
  }
  for (const banding of sheet.bandings) {
    for (const { area, test, color } of bands(banding)) {
      const style = styles.conditional({ background: color });
      add([area], (p) => ruleXml(' type="expression"', style, p, test));
    }
  }
  return parts.join('');
}

function ruleXml(attributes: string, style: number, priority: number, formula: string): string {
  return `<cfRule${attributes} dxfId="${style}" priority="${priority}"><formula>${xmlText(formula)}</formula></cfRule>`;
}

const TEXT_KINDS: Readonly<Record<string, string>> = {
  TEXT_CONTAINS: 'containsText',
  TEXT_DOES_NOT_CONTAIN: 'notContainsText',
  TEXT_STARTS_WITH: 'beginsWith',
  TEXT_ENDS_WITH: 'endsWith',
};

/** The kind of rule that says the same by name, where there is one: programs show it in their own words. */
function kindXml(
  { condition }: ConditionalFormatModel,
  names: FileNames,
): { attributes: string; formula?: string } | null {
  const { criteria = '', args = [] } = condition ?? {};
  const formula = argumentText(args[0], names);
  if (criteria === 'TEXT_EQUAL_TO' && formula !== null)
    return { attributes: ' type="cellIs" operator="equal"', formula };
  if (criteria === 'TEXT_NOT_EQUAL_TO' && formula !== null) {
    return { attributes: ' type="cellIs" operator="notEqual"', formula };
  }
  const kind = TEXT_KINDS[criteria];
  const [text] = args;
  if (!kind || typeof text !== 'string' || text.startsWith('=')) return null;
  const operator = kind === 'notContainsText' ? 'notContains' : kind;
  return { attributes: ` type="${kind}" operator="${operator}" text="${xmlAttribute(text)}"` };
}

/**
 * The condition as a formula about the first cell of the rule. Numbers and texts are told apart as Sheets does: an
 * empty cell is not less than 5, and text is not greater.
 */
function testOf({ condition, areas }: ConditionalFormatModel, names: FileNames): string | null {
  if (!condition) return null;
  const cell = a1Of({ ...(areas[0] as Area), rows: 1, columns: 1 });
  const { criteria, args } = condition;
  if (criteria === 'CELL_EMPTY') return `ISBLANK(${cell})`;
  if (criteria === 'CELL_NOT_EMPTY') return `NOT(ISBLANK(${cell}))`;
  const first = argumentText(args[0], names);
  if (first === null) return null;
  if (criteria === 'CUSTOM_FORMULA') return first;
  if (criteria === 'TEXT_EQUAL_TO') return `${cell}=${first}`;
  if (criteria === 'TEXT_NOT_EQUAL_TO') return `${cell}<>${first}`;
  const test = textTest(criteria, cell, first);
  if (test) return test;
  const match = /^(?:NUMBER|DATE)_(.+)$/.exec(criteria);
  if (!match) return null;
  const comparison = COMPARISONS[match[1] as string];
  if (comparison) return `AND(ISNUMBER(${cell}),${cell}${comparison.sign}${first})`;
  const second = argumentText(args[1], names);
  if (second === null) return null;
  if (match[1] === 'BETWEEN') return `AND(ISNUMBER(${cell}),${cell}>=${first},${cell}<=${second})`;
  return match[1] === 'NOT_BETWEEN' ? `AND(ISNUMBER(${cell}),OR(${cell}<${first},${cell}>${second}))` : null;
}

const POINT_TYPES: Readonly<Record<string, string>> = {
  MIN: 'min',
  MAX: 'max',
  NUMBER: 'num',
  PERCENT: 'percent',
  PERCENTILE: 'percentile',
};

function scaleXml(points: readonly GradientPoint[]): string {
  const stops = points.map(({ type, value }) => {
    const known = POINT_TYPES[type] ?? 'num';
    return known === 'min' || known === 'max'
      ? `<cfvo type="${known}"/>`
      : `<cfvo type="${known}" val="${Number(value) || 0}"/>`;
  });
  const colors = points.map((point) => colorXml('color', point.color) || colorXml('color', '#FFFFFF'));
  return `<colorScale>${stops.join('')}${colors.join('')}</colorScale>`;
}

function bands(banding: BandingModel): { area: Area; test: string; color: string }[] {
  const { area, direction, header, first, second, footer } = banding;
  const [place, start, size] =
    direction === 'rows' ? ['ROW()', area.row + 1, area.rows] : ['COLUMN()', area.column + 1, area.columns];
  const body = header === null ? start : start + 1;
  const rules: [string, string | null][] = [
    [`${place}=${start}`, header],
    [`${place}=${start + size - 1}`, footer],
    [`MOD(${place}-${body},2)=0`, first],
    [`MOD(${place}-${body},2)=1`, second],
  ];
  return rules.flatMap(([test, color]) => (color === null ? [] : [{ area, test, color }]));
}
