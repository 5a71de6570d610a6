import * as take from './arguments';
import { arrayOf, type Context, chargeRead, chargeWrite, makeFace, notImplemented } from './context';
import { READ_FORMATS, STRUCTURE } from './costs';
import type { FilterCriteriaModel, FilterModel, RuleArgument, SheetModel, WorkbookModel } from './model';
import { makeRange } from './range/range';
import { type RangeTarget, refuseFormulas } from './range/target';
import { scriptArgument, storedArgument } from './rule-arguments';
import { sortRows } from './sort-rows';

/** Puts the basic filter on a tab, which has one at most. */
export function createFilter(context: Context, { workbook, sheet, area }: RangeTarget): object {
  if (sheet.filter) context.host.fail("You can't create a filter in a sheet that already has a filter.");
  sheet.filter = { area, criteria: new Map() };
  return makeFilter(context, workbook, sheet, sheet.filter);
}

/** The basic filter. Which rows it hides is not worked out here. Source: Apps Script reference, Filter. */
export function makeFilter(context: Context, workbook: WorkbookModel, sheet: SheetModel, filter: FilterModel): object {
  const columnIndex = (column: number) => {
    const { area } = filter;
    if (column <= area.column || column > area.column + area.columns) {
      context.host.fail('Column position is outside the range of the filter.');
    }
    return column - 1;
  };
  const change = (name: string, work: () => void) => {
    chargeWrite(context, workbook, `Filter.${name}`, STRUCTURE);
    work();
    return face;
  };
  const face: object = makeFace(
    context,
    'Filter',
    {
      getRange: take.method(context, 'Filter.getRange', [], () => {
        chargeRead(context, 'Filter.getRange', READ_FORMATS);
        return makeRange(context, { workbook, sheet, area: filter.area });
      }),
      getColumnFilterCriteria: take.method(context, 'Filter.getColumnFilterCriteria', [take.integer], (column) => {
        chargeRead(context, 'Filter.getColumnFilterCriteria', READ_FORMATS);
        const criteria = filter.criteria.get(columnIndex(column));
        return criteria ? makeFilterCriteria(context, criteria) : null;
      }),
      setColumnFilterCriteria: take.method(
        context,
        'Filter.setColumnFilterCriteria',
        [take.integer, take.nullable(take.face<FilterCriteriaModel>('FilterCriteria'))],
        (column, criteria) =>
          change('setColumnFilterCriteria', () => {
            if (criteria) filter.criteria.set(columnIndex(column), criteria);
            else filter.criteria.delete(columnIndex(column));
          }),
      ),
      removeColumnFilterCriteria: take.method(context, 'Filter.removeColumnFilterCriteria', [take.integer], (column) =>
        change('removeColumnFilterCriteria', () => filter.criteria.delete(columnIndex(column))),
      ),
      sort: take.method(context, 'Filter.sort', [take.integer, take.flag], (column, ascending) =>
        change('sort', () => {
          const body = { ...filter.area, row: filter.area.row + 1, rows: filter.area.rows - 1 };
          if (body.rows < 1) return;
          refuseFormulas(context, { workbook, sheet, area: body }, 'Filter.sort');
          sortRows(sheet, body, [{ column: columnIndex(column), ascending }]);
        }),
      ),
      remove: take.method(context, 'Filter.remove', [], () => {
        change('remove', () => {
          sheet.filter = null;
        });
      }),
    },
    filter,
  );
  return face;
}

function makeFilterCriteria(context: Context, criteria: FilterCriteriaModel): object {
  return makeFace(
    context,
    'FilterCriteria',
    {
      getCriteriaType: take.method(context, 'FilterCriteria.getCriteriaType', [], () =>
        criteria.condition ? context.enums.spreadsheet.BooleanCriteria[criteria.condition.criteria] : null,
      ),
      getCriteriaValues: take.method(context, 'FilterCriteria.getCriteriaValues', [], () =>
        arrayOf(
          context,
          (criteria.condition?.args ?? []).map((argument) => scriptArgument(context, null, argument)),
        ),
      ),
      getHiddenValues: take.method(context, 'FilterCriteria.getHiddenValues', [], () =>
        arrayOf(context, criteria.hiddenValues),
      ),
    },
    criteria,
  );
}

const NUMBER_TESTS: readonly string[] = [
  'NumberEqualTo',
  'NumberNotEqualTo',
  'NumberGreaterThan',
  'NumberGreaterThanOrEqualTo',
  'NumberLessThan',
  'NumberLessThanOrEqualTo',
];
const TEXT_TESTS: readonly string[] = [
  'TextContains',
  'TextDoesNotContain',
  'TextEqualTo',
  'TextNotEqualTo',
  'TextStartsWith',
  'TextEndsWith',
];

/** Source: Apps Script reference, FilterCriteriaBuilder. */
export function makeFilterCriteriaBuilder(context: Context): object {
  let model: FilterCriteriaModel = { condition: null, hiddenValues: [] };
  const when = (name: string, kinds: readonly take.Kind<unknown>[]) => ({
    [`when${name}`]: take.method(context, `FilterCriteriaBuilder.when${name}`, kinds, (...args: unknown[]) => {
      const stored = args.map((argument) => storedArgument(context, null, argument));
      if (stored.includes(undefined)) notImplemented(context, `a filter of ${name} with these values`);
      const criteria = name.replace(/(?!^)([A-Z])/g, '_$1').toUpperCase();
      model = { ...model, condition: { criteria, args: stored as RuleArgument[] } };
      return face;
    }),
  });
  const face: object = makeFace(
    context,
    'FilterCriteriaBuilder',
    {
      ...Object.assign({}, ...NUMBER_TESTS.map((name) => when(name, [take.number]))),
      ...Object.assign({}, ...TEXT_TESTS.map((name) => when(name, [take.text]))),
      ...when('NumberBetween', [take.number, take.number]),
      ...when('CellEmpty', []),
      ...when('CellNotEmpty', []),
      setHiddenValues: take.method(
        context,
        'FilterCriteriaBuilder.setHiddenValues',
        [take.list(take.text)],
        (hiddenValues) => {
          model = { ...model, hiddenValues };
          return face;
        },
      ),
      build: take.method(context, 'FilterCriteriaBuilder.build', [], () => makeFilterCriteria(context, model)),
    },
    null,
  );
  return face;
}
