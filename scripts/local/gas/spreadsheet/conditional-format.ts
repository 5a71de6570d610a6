import * as take from './arguments';
import { colorOf } from './color';
import { arrayOf, type Context, makeFace, notImplemented } from './context';
import type {
  ConditionalFormatModel,
  GradientPoint,
  RuleArgument,
  RuleStyle,
  SheetModel,
  WorkbookModel,
} from './model';
import { makeRange } from './range/range';
import type { RangeTarget } from './range/target';
import { scriptArgument, storedArgument } from './rule-arguments';

/** A rule and the tab its ranges lie on; null while it has none. */
export interface FormatRuleValue {
  readonly model: ConditionalFormatModel;
  readonly home: { readonly workbook: WorkbookModel; readonly sheet: SheetModel } | null;
}

const PLAIN: RuleStyle = {
  background: null,
  fontColor: null,
  bold: null,
  italic: null,
  strikethrough: null,
  underline: null,
};

/** Source: Apps Script reference, ConditionalFormatRule. */
export function makeFormatRule(context: Context, value: FormatRuleValue): object {
  return makeFace(
    context,
    'ConditionalFormatRule',
    {
      ...readers(context, 'ConditionalFormatRule', () => value),
      copy: take.method(context, 'ConditionalFormatRule.copy', [], () => makeFormatRuleBuilder(context, value)),
    },
    value,
  );
}

function readers(context: Context, className: string, current: () => FormatRuleValue) {
  return {
    getRanges: take.method(context, `${className}.getRanges`, [], () => {
      const { model, home } = current();
      return arrayOf(context, home ? model.areas.map((area) => makeRange(context, { ...home, area })) : []);
    }),
    getBooleanCondition: take.method(context, `${className}.getBooleanCondition`, [], () =>
      current().model.condition ? makeBooleanCondition(context, current()) : null,
    ),
    getGradientCondition: take.method(context, `${className}.getGradientCondition`, [], () =>
      current().model.gradient ? makeGradientCondition(context, current().model.gradient) : null,
    ),
  };
}

/** Source: Apps Script reference, BooleanCondition. */
function makeBooleanCondition(context: Context, { model, home }: FormatRuleValue): object {
  const { condition, style } = model;
  const get = <T>(name: string, value: () => T) => take.method(context, `BooleanCondition.${name}`, [], value);
  return makeFace(
    context,
    'BooleanCondition',
    {
      getCriteriaType: get(
        'getCriteriaType',
        () => context.enums.spreadsheet.BooleanCriteria[condition?.criteria ?? ''],
      ),
      getCriteriaValues: get('getCriteriaValues', () =>
        arrayOf(
          context,
          (condition?.args ?? []).map((argument) => scriptArgument(context, home?.workbook ?? null, argument)),
        ),
      ),
      getBackground: get('getBackground', () => style.background),
      getFontColor: get('getFontColor', () => style.fontColor),
      getBold: get('getBold', () => style.bold),
      getItalic: get('getItalic', () => style.italic),
      getStrikethrough: get('getStrikethrough', () => style.strikethrough),
      getUnderline: get('getUnderline', () => style.underline),
    },
    null,
  );
}

/** Source: Apps Script reference, GradientCondition. */
function makeGradientCondition(context: Context, gradient: ConditionalFormatModel['gradient']): object {
  const members: Record<string, () => unknown> = {};
  for (const [name, point] of [
    ['Min', gradient?.min],
    ['Mid', gradient?.mid],
    ['Max', gradient?.max],
  ] as const) {
    members[`get${name}Color`] = () => point?.color ?? '';
    members[`get${name}Value`] = () => point?.value ?? '';
    members[`get${name}Type`] = () => (point ? context.enums.spreadsheet.InterpolationType[point.type] : null);
  }
  return makeFace(context, 'GradientCondition', members, null);
}

const CRITERIA: Readonly<Record<string, readonly take.Kind<unknown>[]>> = {
  CellEmpty: [],
  CellNotEmpty: [],
  NumberBetween: [take.number, take.number],
  NumberEqualTo: [take.number],
  NumberGreaterThan: [take.number],
  NumberGreaterThanOrEqualTo: [take.number],
  NumberLessThan: [take.number],
  NumberLessThanOrEqualTo: [take.number],
  NumberNotBetween: [take.number, take.number],
  NumberNotEqualTo: [take.number],
  TextContains: [take.text],
  TextDoesNotContain: [take.text],
  TextEndsWith: [take.text],
  TextEqualTo: [take.text],
  TextStartsWith: [take.text],
};

const DAY = take.either(take.date, take.enumeration('RelativeDate'));

/** Source: Apps Script reference, ConditionalFormatRuleBuilder. */
export function makeFormatRuleBuilder(context: Context, from: FormatRuleValue | null): object {
  let value: FormatRuleValue = from ?? {
    model: { areas: [], condition: null, style: PLAIN, gradient: null },
    home: null,
  };
  const set = (change: Partial<ConditionalFormatModel>) => {
    value = { ...value, model: { ...value.model, ...change } };
    return face;
  };
  const when = (criteria: string, args: readonly unknown[]) => {
    const stored = args.map((argument) => storedArgument(context, value.home?.workbook ?? null, argument));
    if (stored.includes(undefined)) notImplemented(context, `a conditional format of ${criteria} with these values`);
    return set({ condition: { criteria, args: stored as RuleArgument[] }, gradient: null });
  };
  const members: Record<string, (...args: unknown[]) => unknown> = {
    ...readers(context, 'ConditionalFormatRuleBuilder', () => value),
    ...gradientMethods(context, () => value.model.gradient, set),
    ...styleMethods(context, () => value.model.style, set),
    copy: take.method(context, 'ConditionalFormatRuleBuilder.copy', [], () => makeFormatRuleBuilder(context, value)),
    whenFormulaSatisfied: take.method(
      context,
      'ConditionalFormatRuleBuilder.whenFormulaSatisfied',
      [take.text],
      (formula) => when('CUSTOM_FORMULA', [formula]),
    ),
    withCriteria: take.method(
      context,
      'ConditionalFormatRuleBuilder.withCriteria',
      [take.enumeration('BooleanCriteria'), take.list(take.anything)],
      when,
    ),
    setRanges: take.method(
      context,
      'ConditionalFormatRuleBuilder.setRanges',
      [take.list(take.face<RangeTarget>('Range'))],
      (ranges) => {
        const home = ranges[0] ?? null;
        if (ranges.some((range) => range.sheet !== home?.sheet)) {
          context.host.fail('Conditional format rule ranges must be on the same sheet.');
        }
        value = { home: home && { workbook: home.workbook, sheet: home.sheet }, model: value.model };
        return set({ areas: ranges.map((range) => range.area) });
      },
    ),
    build: take.method(context, 'ConditionalFormatRuleBuilder.build', [], () => {
      const { condition, gradient } = value.model;
      if (!condition && !gradient) notImplemented(context, 'building a conditional format without a condition');
      return makeFormatRule(context, value);
    }),
  };
  for (const [name, kinds] of Object.entries(CRITERIA)) {
    const criteria = name.replace(/(?!^)([A-Z])/g, '_$1').toUpperCase();
    members[`when${name}`] = take.method(context, `ConditionalFormatRuleBuilder.when${name}`, kinds, (...args) =>
      when(criteria, args),
    );
  }
  for (const name of ['DateAfter', 'DateBefore', 'DateEqualTo']) {
    const criteria = name.replace(/(?!^)([A-Z])/g, '_$1').toUpperCase();
    members[`when${name}`] = take.method(context, `ConditionalFormatRuleBuilder.when${name}`, [DAY], (day) =>
      typeof day === 'string' ? when(`${criteria}_RELATIVE`, [day]) : when(criteria, [day]),
    );
  }
  const face: object = makeFace(context, 'ConditionalFormatRuleBuilder', members, null);
  return face;
}

type Set = (change: Partial<ConditionalFormatModel>) => object;

function styleMethods(context: Context, style: () => RuleStyle, set: Set) {
  const color = (name: string, field: 'background' | 'fontColor') => ({
    [name]: take.method(context, `ConditionalFormatRuleBuilder.${name}`, [take.nullable(take.text)], (css) =>
      set({ style: { ...style(), [field]: css === null ? null : knownColor(context, css) } }),
    ),
  });
  const flag = (name: string, field: 'bold' | 'italic' | 'strikethrough' | 'underline') => ({
    [name]: take.method(context, `ConditionalFormatRuleBuilder.${name}`, [take.nullable(take.flag)], (on) =>
      set({ style: { ...style(), [field]: on } }),
    ),
  });
  return {
    ...color('setBackground', 'background'),
    ...color('setFontColor', 'fontColor'),
    ...flag('setBold', 'bold'),
    ...flag('setItalic', 'italic'),
    ...flag('setStrikethrough', 'strikethrough'),
    ...flag('setUnderline', 'underline'),
  };
}

function gradientMethods(context: Context, gradient: () => ConditionalFormatModel['gradient'], set: Set) {
  const put = (end: 'min' | 'mid' | 'max', point: GradientPoint) => {
    const white: GradientPoint = { color: '#ffffff', type: 'MIN', value: '' };
    const old = gradient() ?? { min: white, mid: null, max: { ...white, type: 'MAX' } };
    return set({ gradient: { ...old, [end]: point }, condition: null });
  };
  const plain = (name: string, end: 'min' | 'max') => ({
    [name]: take.method(context, `ConditionalFormatRuleBuilder.${name}`, [take.text], (css) =>
      put(end, { color: knownColor(context, css), type: end.toUpperCase(), value: '' }),
    ),
  });
  const valued = (name: string, end: 'min' | 'mid' | 'max') => ({
    [name]: take.method(
      context,
      `ConditionalFormatRuleBuilder.${name}`,
      [take.text, take.enumeration('InterpolationType'), take.text],
      (css, type, value) => put(end, { color: knownColor(context, css), type, value }),
    ),
  });
  return {
    ...plain('setGradientMinpoint', 'min'),
    ...plain('setGradientMaxpoint', 'max'),
    ...valued('setGradientMinpointWithValue', 'min'),
    ...valued('setGradientMidpointWithValue', 'mid'),
    ...valued('setGradientMaxpointWithValue', 'max'),
  };
}

function knownColor(context: Context, css: string): string {
  return colorOf(css) ?? notImplemented(context, `the colour ${css}`);
}
