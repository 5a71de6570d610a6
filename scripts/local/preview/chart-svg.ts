import type { ChartModel, SheetModel, StoredValue, WorkbookModel } from '../gas/spreadsheet/model';
import { displayText } from '../gas/spreadsheet/number-format';
import { type CellLine, chartData } from '../xlsx/chart-data';
import { option } from '../xlsx/chart-part';

/** A chart on a tab: where it stands in pixels from its anchor cell, and its picture. */
export interface DrawnChart {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

const TOP = 64;
const BOTTOM = 44;
const RIGHT = 20;

/** The charts of a tab that stand up (columns) or lie down (bars); other types are left out. */
export function drawCharts(workbook: WorkbookModel, sheet: SheetModel): readonly DrawnChart[] {
  return sheet.charts.flatMap((chart) => {
    const width = Number(option(chart.options, 'width') ?? 600);
    const height = Number(option(chart.options, 'height') ?? 371);
    const svg = chartSvg(workbook, chart, width, height);
    const { anchorRow: row, anchorColumn: column, offsetX: x, offsetY: y } = chart;
    return svg === null ? [] : [{ row, column, x, y, width, height, svg }];
  });
}

function chartSvg(workbook: WorkbookModel, chart: ChartModel, width: number, height: number): string | null {
  const names = new Map(workbook.sheets.map((sheet) => [sheet, sheet.name]));
  const { categories, series } = chartData(workbook, chart, names);
  if ((chart.type !== 'COLUMN' && chart.type !== 'BAR') || series.length === 0 || !categories) return null;
  const lying = chart.type === 'BAR';
  const stacked = option(chart.options, 'isStacked') === true;
  const colors = (option(chart.options, 'colors') as string[] | undefined) ?? ['#4285f4'];
  const points = categories.values.length;
  const value = (line: CellLine, at: number): number => Math.max(0, Number(line.values[at] ?? 0) || 0);
  const sums = Array.from({ length: points }, (_, at) => {
    const all = series.map(({ values }) => value(values, at));
    return stacked ? all.reduce((sum, one) => sum + one, 0) : Math.max(...all);
  });
  const step = niceStep(Math.max(1, ...sums) / 4);
  const most = Math.max(step, Math.ceil(Math.max(...sums) / step) * step);
  const left = lying ? 170 : 74;
  const [plotWidth, plotHeight] = [width - left - RIGHT, height - TOP - BOTTOM];
  const along = lying ? plotHeight : plotWidth;
  const slot = along / points;
  const thick = Math.min(46, slot * 0.72);
  const scale = (lying ? plotWidth : plotHeight) / most;
  const parts: string[] = [];
  for (let tick = 0; tick <= most; tick += step) {
    const at = lying ? left + tick * scale : TOP + plotHeight - tick * scale;
    const text = tick.toLocaleString('en');
    parts.push(
      lying
        ? `<path d="M${at} ${TOP}V${TOP + plotHeight}" stroke="#e3e5e8"/>${label(text, at, TOP + plotHeight + 18, 'middle')}`
        : `<path d="M${left} ${at}H${width - RIGHT}" stroke="#e3e5e8"/>${label(text, left - 8, at + 4, 'end')}`,
    );
  }
  const every = lying ? 1 : Math.ceil(points / Math.max(1, Math.floor(plotWidth / 74)));
  for (let at = 0; at < points; at++) {
    const middle = (lying ? TOP : left) + slot * (at + 0.5);
    const name = shown(categories.values[at] ?? null, categories.numberFormat);
    if (lying) parts.push(label(cut(name), left - 8, middle + 4, 'end'));
    else if (at % every === 0) parts.push(label(name, middle, TOP + plotHeight + 18, 'middle'));
    let from = 0;
    series.forEach(({ values }, index) => {
      const long = value(values, at) * scale;
      const width = stacked ? thick : thick / series.length;
      const across = middle - thick / 2 + (stacked ? 0 : index * width);
      const [x, y, w, h] = lying
        ? [left + from, across, long, width]
        : [across, TOP + plotHeight - from - long, width, long];
      if (long > 0)
        parts.push(`<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${colors[index % colors.length]}"/>`);
      if (stacked) from += long;
    });
  }
  const title = String(option(chart.options, 'title') ?? '');
  parts.push(`<text x="16" y="27" font-size="15" fill="#1f1f1f">${escaped(title)}</text>`);
  if (option(chart.options, 'legend.position') !== 'none') {
    let x = 16;
    series.forEach(({ name }, index) => {
      const text = String(name?.values[0] ?? '');
      parts.push(`<rect x="${x}" y="39" width="10" height="10" rx="2" fill="${colors[index % colors.length]}"/>`);
      parts.push(label(text, x + 15, 48, 'start'));
      x += 34 + text.length * 7;
    });
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escaped(title)}" width="${width}" height="${height}" ` +
    `font-family="inherit" font-size="11">${parts.join('')}</svg>`
  );
}

/** 1, 2 or 5 times a power of ten, at least `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= least) ?? least);
}

function label(text: string, x: number, y: number, anchor: string): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="#5b6066">${escaped(text)}</text>`;
}

function shown(value: StoredValue, pattern: string | undefined): string {
  return typeof value === 'number' && pattern ? displayText(value, pattern) : String(value ?? '');
}

function cut(text: string): string {
  return text.length > 26 ? `${text.slice(0, 25)}…` : text;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
