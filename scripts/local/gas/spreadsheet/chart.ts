import { sameArea } from './area';
import * as take from './arguments';
import { arrayOf, type Context, chargeRead, makeFace } from './context';
import { READ_FORMATS } from './costs';
import type { ChartModel, WorkbookModel } from './model';
import { makeRange } from './range/range';
import type { RangeTarget } from './range/target';
import { typedChartMethods } from './typed-charts';

/** A chart as built; `chartId` is 0 until it is put on a tab. */
export interface ChartValue {
  readonly model: ChartModel;
  readonly workbook: WorkbookModel;
}

const FRESH: ChartModel = {
  chartId: 0,
  type: 'COLUMN',
  ranges: [],
  anchorRow: 0,
  anchorColumn: 0,
  offsetX: 0,
  offsetY: 0,
  headers: -1,
  transpose: false,
  mergeStrategy: 'MERGE_COLUMNS',
  hiddenDimensionStrategy: 'IGNORE_BOTH',
  options: {},
};

/** Source: Apps Script reference, EmbeddedChart. */
export function makeChart(context: Context, value: ChartValue): object {
  const { model } = value;
  const read = <T>(name: string, get: () => T) =>
    take.method(context, `EmbeddedChart.${name}`, [], () => {
      chargeRead(context, `EmbeddedChart.${name}`, READ_FORMATS);
      return get();
    });
  const { charts } = context.enums;
  return makeFace(
    context,
    'EmbeddedChart',
    {
      getChartId: read('getChartId', () => (model.chartId === 0 ? null : model.chartId)),
      getContainerInfo: read('getContainerInfo', () => makeContainerInfo(context, model)),
      getRanges: read('getRanges', () => rangesOf(context, value)),
      getNumHeaders: read('getNumHeaders', () => model.headers),
      getTransposeRowsAndColumns: read('getTransposeRowsAndColumns', () => model.transpose),
      getMergeStrategy: read('getMergeStrategy', () => charts.ChartMergeStrategy[model.mergeStrategy]),
      getHiddenDimensionStrategy: read(
        'getHiddenDimensionStrategy',
        () => charts.ChartHiddenDimensionStrategy[model.hiddenDimensionStrategy],
      ),
      getOptions: read('getOptions', () =>
        makeFace(
          context,
          'ChartOptions',
          { get: take.method(context, 'ChartOptions.get', [take.text], (name) => model.options[name] ?? null) },
          model,
        ),
      ),
      modify: read('modify', () => makeChartBuilder(context, value.workbook, model)),
    },
    value,
  );
}

/** Source: Apps Script reference, ContainerInfo. */
function makeContainerInfo(context: Context, model: ChartModel): object {
  const get = (name: string, value: number) => take.method(context, `ContainerInfo.${name}`, [], () => value);
  return makeFace(
    context,
    'ContainerInfo',
    {
      getAnchorRow: get('getAnchorRow', model.anchorRow + 1),
      getAnchorColumn: get('getAnchorColumn', model.anchorColumn + 1),
      getOffsetX: get('getOffsetX', model.offsetX),
      getOffsetY: get('getOffsetY', model.offsetY),
    },
    model,
  );
}

function rangesOf(context: Context, { model, workbook }: ChartValue): object[] {
  const ranges = model.ranges.flatMap(({ sheetId, area }) => {
    const sheet = workbook.sheets.find((candidate) => candidate.sheetId === sheetId);
    return sheet && area ? [makeRange(context, { workbook, sheet, area })] : [];
  });
  return arrayOf(context, ranges);
}

const RANGE = take.face<RangeTarget>('Range');

/** Builder of charts; `asLineChart()` and its like give the same builder with the methods of that chart. */
export function makeChartBuilder(context: Context, workbook: WorkbookModel, from: ChartModel = FRESH): object {
  let model = from;
  let face: object;
  const set = (change: Partial<ChartModel>) => {
    model = { ...model, ...change };
    return face;
  };
  const option = (name: string, value: unknown) => set({ options: { ...model.options, [name]: value } });
  const on = <const K extends readonly take.Kind<unknown>[]>(
    name: string,
    kinds: K,
    body: Parameters<typeof take.method<K, unknown>>[3],
  ) => ({ [name]: take.method(context, `EmbeddedChartBuilder.${name}`, kinds, body) });
  const base: Record<string, (...args: unknown[]) => unknown> = {
    ...on('addRange', [RANGE], (range) =>
      set({ ranges: [...model.ranges, { sheetId: range.sheet.sheetId, area: range.area }] }),
    ),
    ...on('removeRange', [RANGE], ({ sheet, area }) =>
      set({
        ranges: model.ranges.filter(
          (range) => range.sheetId !== sheet.sheetId || !range.area || !sameArea(range.area, area),
        ),
      }),
    ),
    ...on('clearRanges', [], () => set({ ranges: [] })),
    ...on('getRanges', [], () => rangesOf(context, { model, workbook })),
    ...on('getChartType', [], () => context.enums.charts.ChartType[model.type]),
    ...on('setChartType', [take.enumeration('ChartType')], (type) => set({ type })),
    ...on('getContainer', [], () => makeContainerInfo(context, model)),
    ...on('setPosition', [take.integer, take.integer, take.integer, take.integer], (row, column, offsetX, offsetY) => {
      if (row < 1 || column < 1) context.host.fail('The chart position must lie on the sheet.');
      return set({ anchorRow: row - 1, anchorColumn: column - 1, offsetX, offsetY });
    }),
    ...on('setNumHeaders', [take.integer], (headers) => set({ headers })),
    ...on('setTransposeRowsAndColumns', [take.flag], (transpose) => set({ transpose })),
    ...on('setMergeStrategy', [take.enumeration('ChartMergeStrategy')], (mergeStrategy) => set({ mergeStrategy })),
    ...on('setHiddenDimensionStrategy', [take.enumeration('ChartHiddenDimensionStrategy')], (hiddenDimensionStrategy) =>
      set({ hiddenDimensionStrategy }),
    ),
    // Options are copied: what the script changes later in its own object does not reach the chart.
    ...on('setOption', [take.text, take.anything], (name, value) => option(name, plainCopy(value))),
    ...on('build', [], () => makeChart(context, { model, workbook })),
  };
  const typed = (className: string, type: string) => {
    set({ type });
    face = makeFace(context, className, { ...members, ...typedChartMethods(context, className, option) }, null);
    return face;
  };
  const members = { ...base };
  for (const type of ['Area', 'Bar', 'Column', 'Combo', 'Histogram', 'Line', 'Pie', 'Scatter', 'Table']) {
    const className = `Embedded${type}ChartBuilder`;
    Object.assign(
      members,
      on(`as${type}Chart`, [], () => typed(className, type.toUpperCase())),
    );
  }
  face = makeFace(context, 'EmbeddedChartBuilder', members, null);
  return face;
}

/** A copy of what the script handed over, free of its realm. */
function plainCopy(value: unknown): unknown {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
}
