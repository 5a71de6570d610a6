import { a1Of } from '../gas/spreadsheet/a1';
import type { Area } from '../gas/spreadsheet/area';
import type { BandingModel, ConditionalFormatModel, GradientPoint, SheetModel } from '../gas/spreadsheet/model';
import type { FileNames } from './references';
import { argumentText, COMPARISONS, textTest } from './rule-text';
import { colorXml, type StyleTable } from './style-table';
import { xmlText } from './xml';

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
    add(format.areas, (p) => expressionXml(test, style, p));
  }
  for (const banding of sheet.bandings) {
    for (const { area, test, color } of bands(banding)) {
      const style = styles.conditional({ background: color });
      add([area], (p) => expressionXml(test, style, p));
    }
  }
  return parts.join('');
}

function expressionXml(test: string, style: number, priority: number): string {
  return `<cfRule type="expression" dxfId="${style}" priority="${priority}"><formula>${xmlText(test)}</formula></cfRule>`;
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
