import type { ChartModel } from '../gas/spreadsheet/model';
import type { CellLine, ChartData, ChartSeries } from './chart-data';
import { XML_HEAD, xmlAttribute, xmlText } from './xml';

/** Colours of series without one of their own: those of charts in Sheets. */
const PALETTE = ['#4285F4', '#EA4335', '#FBBC04', '#34A853', '#FF6D01', '#46BDC6', '#7BAAF7', '#F07B72'];
const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;

type Shape = 'bar' | 'column' | 'line' | 'area' | 'pie' | 'scatter';
const SHAPES: Readonly<Record<string, Shape | 'combo'>> = {
  AREA: 'area',
  STEPPED_AREA: 'area',
  BAR: 'bar',
  COLUMN: 'column',
  COMBO: 'combo',
  LINE: 'line',
  PIE: 'pie',
  SCATTER: 'scatter',
};

/** A chart as a DrawingML part, its values cached; null for a type that the file format lacks, or without data. */
export function chartXml(chart: ChartModel, data: ChartData): string | null {
  const shape = SHAPES[chart.type];
  if (!shape || data.series.length === 0) return null;
  const { options } = chart;
  const plots = shape === 'combo' ? comboPlots(options, data) : plotXml(shape, options, data, data.series);
  const axes = shape === 'pie' ? '' : axesXml(shape, options, data);
  return [
    `${XML_HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`,
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<c:roundedCorners val="0"/><c:chart>',
    titleXml(option(options, 'title')),
    `<c:plotArea><c:layout/>${plots}${axes}</c:plotArea>`,
    legendXml(option(options, 'legend.position') ?? option(options, 'legend'), data, shape),
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>',
  ].join('');
}

/** An option by its dotted name, whether it was set under that name or inside an object. */
export function option(options: Readonly<Record<string, unknown>>, name: string): unknown {
  if (name in options) return options[name];
  const dot = name.indexOf('.');
  if (dot < 0) return undefined;
  const outer = options[name.slice(0, dot)];
  if (typeof outer !== 'object' || outer === null) return undefined;
  return option(outer as Readonly<Record<string, unknown>>, name.slice(dot + 1));
}

type Options = ChartModel['options'];

/** Columns and lines in one picture; each series says which, `seriesType` says for the others. */
function comboPlots(options: Options, data: ChartData): string {
  const kind = (index: number): Shape => {
    const wanted = option(options, `series.${index}.type`) ?? option(options, 'seriesType') ?? 'line';
    return wanted === 'bars' ? 'column' : wanted === 'area' ? 'area' : 'line';
  };
  return (['column', 'area', 'line'] as const)
    .map((shape) => {
      const some = data.series.filter((_, index) => kind(index) === shape);
      return some.length > 0 ? plotXml(shape, options, data, some) : '';
    })
    .join('');
}

function plotXml(shape: Shape, options: Options, data: ChartData, shown: readonly ChartSeries[]): string {
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  const series = shown.map((one) => seriesXml(shape, options, data, one)).join('');
  const stacked = option(options, 'isStacked');
  const grouping =
    !stacked || stacked === 'false' ? null : /percent/.test(String(stacked)) ? 'percentStacked' : 'stacked';
  switch (shape) {
    case 'bar':
    case 'column':
      return (
        `<c:barChart><c:barDir val="${shape === 'bar' ? 'bar' : 'col'}"/><c:grouping val="${grouping ?? 'clustered'}"/>` +
        `<c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${grouping ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`
      );
    case 'line':
      return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`;
    case 'area':
      return `<c:areaChart><c:grouping val="${grouping ?? 'standard'}"/><c:varyColors val="0"/>${series}${axes}</c:areaChart>`;
    case 'scatter':
      return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}${axes}</c:scatterChart>`;
    case 'pie': {
      const hole = Number(option(options, 'pieHole') ?? 0);
      const first = seriesXml('pie', options, data, data.series[0] as ChartSeries);
      const turn = '<c:firstSliceAng val="0"/>';
      return hole > 0
        ? `<c:doughnutChart><c:varyColors val="1"/>${first}${turn}<c:holeSize val="${Math.round(Math.min(0.9, Math.max(0.1, hole)) * 100)}"/></c:doughnutChart>`
        : `<c:pieChart><c:varyColors val="1"/>${first}${turn}</c:pieChart>`;
    }
  }
}

function seriesXml(shape: Shape, options: Options, data: ChartData, series: ChartSeries): string {
  const index = data.series.indexOf(series);
  const color = colorOf(options, index);
  const fill = `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
  const line = `<a:ln w="28575" cap="rnd">${fill}<a:round/></a:ln>`;
  const look: Readonly<Record<Shape, string>> = {
    bar: `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`,
    column: `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`,
    area: `<c:spPr>${fill}</c:spPr>`,
    line: `<c:spPr>${line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>`,
    scatter: `<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr>${fill}</c:spPr></c:marker>`,
    pie: slicesXml(options, series),
  };
  const name = series.name ? `<c:tx>${textReference(series.name)}</c:tx>` : '';
  const points = data.categories;
  const [pointTag, valueTag] = shape === 'scatter' ? ['c:xVal', 'c:yVal'] : ['c:cat', 'c:val'];
  const categories = points
    ? `<${pointTag}>${isNumeric(points) ? numberReference(points) : textReference(points)}</${pointTag}>`
    : '';
  const smooth = shape === 'line' ? `<c:smooth val="${option(options, 'curveType') === 'function' ? 1 : 0}"/>` : '';
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${name}${look[shape]}${categories}` +
    `<${valueTag}>${numberReference(series.values)}</${valueTag}>${smooth}</c:ser>`
  );
}

function slicesXml(options: Options, series: ChartSeries): string {
  return series.values.values
    .map(
      (_, i) =>
        `<c:dPt><c:idx val="${i}"/><c:bubble3D val="0"/><c:spPr><a:solidFill><a:srgbClr val="${colorOf(options, i, 'slices')}"/></a:solidFill></c:spPr></c:dPt>`,
    )
    .join('');
}

function colorOf(options: Options, index: number, group = 'series'): string {
  const colors = option(options, 'colors');
  const own =
    option(options, `${group}.${index}.color`) ?? (Array.isArray(colors) ? colors[index % colors.length] : undefined);
  const color =
    typeof own === 'string' && /^#[0-9a-f]{6}$/i.test(own) ? own : (PALETTE[index % PALETTE.length] as string);
  return color.slice(1).toUpperCase();
}

function isNumeric(line: CellLine): boolean {
  return (
    line.values.some((value) => typeof value === 'number') && line.values.every((value) => typeof value !== 'string')
  );
}

function numberReference(line: CellLine): string {
  const points = line.values.flatMap((value, i) =>
    typeof value === 'number' && Number.isFinite(value) ? [`<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`] : [],
  );
  const format = `<c:formatCode>${xmlText(line.numberFormat ?? 'General')}</c:formatCode>`;
  return (
    `<c:numRef><c:f>${xmlText(line.reference)}</c:f><c:numCache>${format}` +
    `<c:ptCount val="${line.values.length}"/>${points.join('')}</c:numCache></c:numRef>`
  );
}

function textReference(line: CellLine): string {
  const points = line.values.flatMap((value, i) =>
    value === null ? [] : [`<c:pt idx="${i}"><c:v>${xmlText(String(value))}</c:v></c:pt>`],
  );
  return (
    `<c:strRef><c:f>${xmlText(line.reference)}</c:f><c:strCache><c:ptCount val="${line.values.length}"/>` +
    `${points.join('')}</c:strCache></c:strRef>`
  );
}

function titleXml(title: unknown, size = 1400): string {
  if (typeof title !== 'string' || title === '') return size === 1400 ? '<c:autoTitleDeleted val="1"/>' : '';
  const text = `<a:p><a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr><a:r><a:rPr sz="${size}" b="0"/><a:t>${xmlText(title)}</a:t></a:r></a:p>`;
  const xml = `<c:title><c:tx><c:rich><a:bodyPr/>${text}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
  return size === 1400 ? `${xml}<c:autoTitleDeleted val="0"/>` : xml;
}

interface Axis {
  readonly id: number;
  readonly crosses: number;
  readonly side: 'l' | 'b';
  readonly title: unknown;
  readonly scale: string;
  readonly grid: string;
  readonly numberFormat: string;
  /** Where it meets the other axis. */
  readonly at: string;
}

const GRID =
  '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';

/** Categories along the bottom; up the side, the first on top, where bars lie down. */
function axesXml(shape: Shape | 'combo', options: Options, data: ChartData): string {
  const lying = shape === 'bar';
  const [categoryAxis, valueAxis] = lying ? ['vAxis', 'hAxis'] : ['hAxis', 'vAxis'];
  const bound = (name: 'min' | 'max'): string => {
    const value = option(options, `${valueAxis}.viewWindow.${name}`) ?? option(options, `${valueAxis}.${name}Value`);
    return typeof value === 'number' ? `<c:${name} val="${value}"/>` : '';
  };
  const categories = axisXml({
    id: CATEGORY_AXIS,
    crosses: VALUE_AXIS,
    side: lying ? 'l' : 'b',
    title: option(options, `${categoryAxis}.title`),
    scale: `<c:orientation val="${lying ? 'maxMin' : 'minMax'}"/>`,
    grid: '',
    numberFormat: data.categories?.numberFormat ?? 'General',
    at: 'autoZero',
  });
  const values = axisXml({
    id: VALUE_AXIS,
    crosses: CATEGORY_AXIS,
    side: lying ? 'b' : 'l',
    title: option(options, `${valueAxis}.title`),
    scale: `<c:orientation val="minMax"/>${bound('max')}${bound('min')}`,
    grid: GRID,
    numberFormat: data.series[0]?.values.numberFormat ?? 'General',
    at: lying ? 'max' : 'autoZero',
  });
  const kind = shape === 'scatter' ? 'c:valAx' : 'c:catAx';
  return `<${kind}>${categories}</${kind}><c:valAx>${values}</c:valAx>`;
}

function axisXml({ id, crosses, side, title, scale, grid, numberFormat, at }: Axis): string {
  return (
    `<c:axId val="${id}"/><c:scaling>${scale}</c:scaling><c:delete val="0"/><c:axPos val="${side}"/>${grid}` +
    `${titleXml(title, 1000)}<c:numFmt formatCode="${xmlAttribute(numberFormat)}" sourceLinked="1"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `<c:crossAx val="${crosses}"/><c:crosses val="${at}"/>`
  );
}

const LEGEND_PLACES: Readonly<Record<string, string>> = { top: 't', bottom: 'b', left: 'l', right: 'r' };

/** A single named series needs no legend unless one was asked for. */
function legendXml(wanted: unknown, data: ChartData, shape: Shape | 'combo'): string {
  if (wanted === 'none' || (wanted === undefined && data.series.length < 2 && shape !== 'pie')) return '';
  const place = LEGEND_PLACES[String(wanted)] ?? 'r';
  return `<c:legend><c:legendPos val="${place}"/><c:overlay val="0"/></c:legend>`;
}
