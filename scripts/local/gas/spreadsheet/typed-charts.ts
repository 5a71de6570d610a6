import * as take from './arguments';
import type { Context } from './context';

type Methods = Record<string, (...args: unknown[]) => unknown>;

/** What a chart's own methods set, as options of the same chart drawn by hand. */
interface OptionMethod {
  readonly name: string;
  readonly kinds: readonly take.Kind<unknown>[];
  options(...values: unknown[]): readonly (readonly [option: string, value: unknown])[];
}

const single = (name: string, option: string, kind: take.Kind<unknown>): OptionMethod => ({
  name,
  kinds: [kind],
  options: (value) => [[option, value]],
});
const fixed = (name: string, option: string, value: unknown): OptionMethod => ({
  name,
  kinds: [],
  options: () => [[option, value]],
});
const lower = (name: string, option: string, enumeration: string): OptionMethod => ({
  name,
  kinds: [take.enumeration(enumeration)],
  options: (value) => [[option, String(value).toLowerCase()]],
});
const span = (name: string, axis: string): OptionMethod => ({
  name,
  kinds: [take.number, take.number],
  options: (start, end) => [
    [`${axis}.viewWindow.min`, start],
    [`${axis}.viewWindow.max`, end],
  ],
});

const EVERY: readonly OptionMethod[] = [
  single('setTitle', 'title', take.text),
  single('setColors', 'colors', take.list(take.text)),
  single('setBackgroundColor', 'backgroundColor', take.text),
  lower('setLegendPosition', 'legend.position', 'Position'),
];
const AXES: readonly OptionMethod[] = [
  single('setXAxisTitle', 'hAxis.title', take.text),
  single('setYAxisTitle', 'vAxis.title', take.text),
];
const REVERSE = fixed('reverseCategories', 'reverseCategories', true);
const STACKED = fixed('setStacked', 'isStacked', 'true');
const LOG = fixed('useLogScale', 'vAxis.logScale', true);
const RANGE = span('setRange', 'vAxis');
const POINTS = lower('setPointStyle', 'pointSize', 'PointStyle');
const CURVE = lower('setCurveStyle', 'curveType', 'CurveStyle');

/** Methods by builder class. Source: Apps Script reference, EmbeddedColumnChartBuilder and its siblings. */
const OWN: Readonly<Record<string, readonly OptionMethod[]>> = {
  EmbeddedAreaChartBuilder: [...EVERY, ...AXES, REVERSE, STACKED, LOG, RANGE, POINTS],
  EmbeddedBarChartBuilder: [...EVERY, ...AXES, REVERSE, STACKED, LOG, span('setRange', 'hAxis')],
  EmbeddedColumnChartBuilder: [...EVERY, ...AXES, REVERSE, STACKED, LOG, RANGE],
  EmbeddedComboChartBuilder: [...EVERY, ...AXES, REVERSE, STACKED, LOG, RANGE],
  EmbeddedHistogramChartBuilder: [...EVERY, ...AXES, REVERSE, STACKED, LOG, RANGE],
  EmbeddedLineChartBuilder: [...EVERY, ...AXES, REVERSE, LOG, RANGE, POINTS, CURVE],
  EmbeddedPieChartBuilder: [...EVERY, REVERSE, fixed('set3D', 'is3D', true)],
  EmbeddedScatterChartBuilder: [
    ...EVERY,
    ...AXES,
    POINTS,
    fixed('setXAxisLogScale', 'hAxis.logScale', true),
    fixed('setYAxisLogScale', 'vAxis.logScale', true),
    span('setXAxisRange', 'hAxis'),
    span('setYAxisRange', 'vAxis'),
  ],
  EmbeddedTableChartBuilder: [],
};

/** Methods that only one kind of chart has; each sets options and gives the builder again. */
export function typedChartMethods(
  context: Context,
  className: string,
  option: (name: string, value: unknown) => object,
): Methods {
  const methods: Methods = {};
  for (const { name, kinds, options } of OWN[className] ?? []) {
    methods[name] = take.method(context, `${className}.${name}`, kinds, (...values: unknown[]) => {
      let builder: object = {};
      for (const [key, value] of options(...values)) builder = option(key, value);
      return builder;
    });
  }
  return methods;
}
