import * as take from './arguments';
import { arrayOf, type Context, chargeLocal, makeFace, notImplemented } from './context';
import { LOCAL } from './costs';
import type { RuleArgument, ValidationModel, WorkbookModel } from './model';
import type { RangeTarget } from './range/target';
import { scriptArgument, storedArgument } from './rule-arguments';

/** A rule, and the workbook whose ranges and days it names (null while it names none). */
export interface RuleValue {
  readonly rule: ValidationModel;
  readonly workbook: WorkbookModel | null;
}

/** A built rule. Source: Apps Script reference, DataValidation. */
export function makeDataValidation(context: Context, value: RuleValue): object {
  return makeFace(
    context,
    'DataValidation',
    {
      ...readers(context, 'DataValidation', () => value),
      copy: take.method(context, 'DataValidation.copy', [], () => makeDataValidationBuilder(context, value)),
    },
    value,
  );
}

function readers(context: Context, className: string, current: () => RuleValue) {
  return {
    getAllowInvalid: take.method(context, `${className}.getAllowInvalid`, [], () => current().rule.allowInvalid),
    getCriteriaType: take.method(
      context,
      `${className}.getCriteriaType`,
      [],
      () => context.enums.spreadsheet.DataValidationCriteria[current().rule.criteria] ?? null,
    ),
    getCriteriaValues: take.method(context, `${className}.getCriteriaValues`, [], () =>
      arrayOf(
        context,
        current().rule.args.map((argument) => scriptArgument(context, current().workbook, argument)),
      ),
    ),
    getHelpText: take.method(context, `${className}.getHelpText`, [], () => current().rule.helpText),
  };
}

const NUMBERS: readonly string[] = [
  'NumberEqualTo',
  'NumberNotEqualTo',
  'NumberGreaterThan',
  'NumberGreaterThanOrEqualTo',
  'NumberLessThan',
  'NumberLessThanOrEqualTo',
];
const NUMBER_PAIRS: readonly string[] = ['NumberBetween', 'NumberNotBetween'];
const TEXTS: readonly string[] = ['TextContains', 'TextDoesNotContain', 'TextEqualTo'];
const DATES: readonly string[] = ['DateAfter', 'DateBefore', 'DateEqualTo', 'DateOnOrAfter', 'DateOnOrBefore'];
const DATE_PAIRS: readonly string[] = ['DateBetween', 'DateNotBetween'];
const BARE: Readonly<Record<string, string>> = {
  Date: 'DATE_IS_VALID_DATE',
  TextIsEmail: 'TEXT_IS_VALID_EMAIL',
  TextIsUrl: 'TEXT_IS_VALID_URL',
};

/** A builder for rules. Source: Apps Script reference, DataValidationBuilder. */
export function makeDataValidationBuilder(context: Context, from: RuleValue | null): object {
  let value: RuleValue = from ?? {
    rule: { criteria: '', args: [], allowInvalid: true, helpText: null },
    workbook: null,
  };
  const set = (change: Partial<ValidationModel>, workbook: WorkbookModel | null = value.workbook) => {
    value = { rule: { ...value.rule, ...change }, workbook };
    return face;
  };
  const require = (criteria: string, args: readonly unknown[], workbook: WorkbookModel | null = null) => {
    const stored = args.map((argument) => storedArgument(context, workbook, argument));
    if (stored.includes(undefined)) notImplemented(context, `a data validation of ${criteria} with these values`);
    return set({ criteria, args: stored as RuleArgument[] }, workbook);
  };
  const build = (name: string, kinds: readonly take.Kind<unknown>[], criteria: string) => ({
    [`require${name}`]: take.method(context, `DataValidationBuilder.require${name}`, kinds, (...args: unknown[]) =>
      require(criteria, args),
    ),
  });
  const members = {
    ...readers(context, 'DataValidationBuilder', () => value),
    ...Object.assign({}, ...NUMBERS.map((name) => build(name, [take.number], upper(name)))),
    ...Object.assign({}, ...NUMBER_PAIRS.map((name) => build(name, [take.number, take.number], upper(name)))),
    ...Object.assign({}, ...TEXTS.map((name) => build(name, [take.text], upper(name)))),
    ...Object.assign({}, ...DATES.map((name) => build(name, [take.date], upper(name)))),
    ...Object.assign({}, ...DATE_PAIRS.map((name) => build(name, [take.date, take.date], upper(name)))),
    ...Object.assign({}, ...Object.entries(BARE).map(([name, criteria]) => build(name, [], criteria))),
    ...build('FormulaSatisfied', [take.text], 'CUSTOM_FORMULA'),
    requireCheckbox: take.method(
      context,
      'DataValidationBuilder.requireCheckbox',
      [take.optional(take.anything), take.optional(take.anything)],
      (...args) => require('CHECKBOX', args.filter((argument) => argument !== undefined)),
    ),
    requireValueInList: take.method(
      context,
      'DataValidationBuilder.requireValueInList',
      [take.list(take.text), take.optional(take.flag)],
      (values, dropdown = true) => require('VALUE_IN_LIST', [values, dropdown]),
    ),
    requireValueInRange: take.method(
      context,
      'DataValidationBuilder.requireValueInRange',
      [RANGE, take.optional(take.flag)],
      (range, dropdown = true) =>
        set(
          {
            criteria: 'VALUE_IN_RANGE',
            args: [{ range: { sheetId: range.sheet.sheetId, area: range.area } }, dropdown],
          },
          range.workbook,
        ),
    ),
    withCriteria: take.method(
      context,
      'DataValidationBuilder.withCriteria',
      [take.enumeration('DataValidationCriteria'), take.list(take.anything)],
      (criteria, args) => {
        if (criteria.endsWith('_RELATIVE')) {
          notImplemented(context, `DataValidationBuilder.withCriteria of ${criteria}: the platform cannot set it`);
        }
        return require(criteria, args, workbookOf(context, args));
      },
    ),
    setAllowInvalid: take.method(context, 'DataValidationBuilder.setAllowInvalid', [take.flag], (allowInvalid) =>
      set({ allowInvalid }),
    ),
    setHelpText: take.method(context, 'DataValidationBuilder.setHelpText', [take.nullable(take.text)], (helpText) =>
      set({ helpText }),
    ),
    copy: take.method(context, 'DataValidationBuilder.copy', [], () => makeDataValidationBuilder(context, value)),
    build: take.method(context, 'DataValidationBuilder.build', [], () => {
      chargeLocal(context, 'DataValidationBuilder.build', LOCAL);
      if (value.rule.criteria === '') notImplemented(context, 'building a data validation without a criterion');
      return makeDataValidation(context, value);
    }),
  };
  const face: object = makeFace(context, 'DataValidationBuilder', members, null);
  return face;
}

const RANGE = take.face<RangeTarget>('Range');

function workbookOf(context: Context, args: readonly unknown[]): WorkbookModel | null {
  for (const argument of args) {
    const behind = typeof argument === 'object' && argument !== null ? context.behind.get(argument) : undefined;
    if (behind?.className === 'Range') return (behind.value as RangeTarget).workbook;
  }
  return null;
}

/** `NumberGreaterThan` as the enumeration writes it: `NUMBER_GREATER_THAN`. */
function upper(name: string): string {
  return name.replace(/(?!^)([A-Z])/g, '_$1').toUpperCase();
}
