import type { Metric } from '../domain/config/config';
import { dataset } from '../domain/datasets';
import type { Day } from '../domain/day';
import { bindExpression, holds } from '../domain/expression/evaluate';
import type { Expression } from '../domain/expression/expression';
import { formatExpression } from '../domain/expression/format';
import { foldColumn } from '../domain/expression/plain-text';
import { accountRows } from './account-rows';
import { type Columns, columnsFor, isUsageColumn } from './columns';
import type { FactBase } from './fact-base';
import { columnsRead, conjunction, conjuncts, numericColumns, readField, readRatio } from './field';
import { says } from './messages';
import type { ProblemBook } from './problem-book';
import { NO_DAY } from './readings';
import type { Read, Rows } from './scan';
import { tableRows } from './table-rows';
import { type FieldReads, taker } from './take';
import { measuresRead } from './take-series';
import { clear, newTally, resultOf } from './tally';
import { usageRows } from './usage-rows';

/** A metric made ready to be read from facts, account by account, before any Compare. */
export interface Plan {
  readonly metric: Metric;
  enter(accountId: string): void;
  /** The reading of the window that ends with `end`, from what was known then; NaN is missing. */
  read(end: Day): number;
  /** The day up to which the data behind the latest `read` reach; NO_DAY where they have no day. */
  reach(end: Day): Day;
  /** The newest day up to `day` with a row that counts for the metric, not before `oldest`; NO_DAY for none. */
  factDay(day: Day, oldest: Day): Day;
}

/** Aggregates to which every row counts, so that the dataset's own newest day says how far they reach. */
const COMPLETE = ['count', 'sum', 'distinct', 'active_days', 'days_since_last'];
const NEED_DATES = ['slope', 'active_days'];
const NO_FIELD_NEEDED = ['count', 'active_days', 'days_since_last'];

/** Days looked through first, and so many that the rest is looked through at once, where only the newest row counts. */
const NEAR_DAYS = 28;
const ALL_DAYS = 2000;

/** What Field and Filter say, as trees. */
interface Reading {
  readonly field: Expression | null;
  readonly divisor: Expression | null;
  readonly filter: Expression | null;
}

/** Prepares a metric; null where it cannot be read, the reason being told to the book. */
export function planOf(metric: Metric, base: FactBase, book: ProblemBook): Plan | null {
  const columns = columnsFor(metric, base);
  const reading = readingOf(metric, columns, book);
  if (reading === null) return null;
  tellUnknownColumns(metric, reading, columns, book);
  const rows = rowsOf(metric, reading, columns, base, book);
  return rows === null ? null : planOver(metric, rows, fieldReads(metric, reading, columns, book), base);
}

function readingOf(metric: Metric, columns: Columns, book: ProblemBook): Reading | null {
  const { aggregate, id, field, filter } = metric;
  const fault = (code: string, why: ReturnType<typeof says.ratio>): null => {
    book.metric(metric, 'error', code, 'Field', field, why);
    return null;
  };
  if (aggregate === 'ratio') {
    const sides = readRatio(field, columns.known);
    return sides === null ? fault('metric.field', says.ratio(id)) : { field: sides.a, divisor: sides.b, filter };
  }
  const read = readField(field, columns.known);
  if (read === null && metric.dataset === 'usage' && aggregate !== 'distinct') {
    return { field: { op: 'column', name: 'value' }, divisor: null, filter };
  }
  if (read === null && !NO_FIELD_NEEDED.includes(aggregate)) return fault('metric.field', says.field(id, aggregate));
  return { field: read, divisor: null, filter };
}

function tellUnknownColumns(metric: Metric, reading: Reading, columns: Columns, book: ProblemBook): void {
  const tell = (cell: 'Field' | 'Filter', expression: Expression | null): void => {
    for (const name of columnsRead(expression)) {
      if (columns.known(name) || columns.excused(name)) continue;
      const written = cell === 'Field' ? metric.field : formatExpression(reading.filter as Expression);
      book.metric(metric, 'warning', 'metric.column', cell, written, says.column(metric.id, name, tabOf(metric)));
    }
  };
  tell('Field', reading.field);
  tell('Field', reading.divisor);
  tell('Filter', reading.filter);
}

function rowsOf(metric: Metric, reading: Reading, columns: Columns, base: FactBase, book: ProblemBook): Rows | null {
  if (metric.dataset === 'usage') return usageRowsOf(metric, reading, columns, base, book);
  const filter = reading.filter === null ? null : bindExpression(reading.filter, columns.read);
  const table = base.table(metric.dataset);
  const dated = table?.dated ?? false;
  const byDate = NEED_DATES.includes(metric.aggregate) || (metric.aggregate === 'days_since_last' && !reading.field);
  if (byDate && !dated && (table !== null || metric.dataset === 'accounts')) {
    const why = says.undated(metric.id, metric.aggregate, tabOf(metric));
    book.metric(metric, 'error', 'metric.undated', 'Field', metric.field, why);
    return null;
  }
  if (metric.dataset === 'accounts') {
    const read = [reading.field, reading.divisor, reading.filter].flatMap(columnsRead);
    return accountRows(base.accounts(), new Set(read.map(foldColumn)), filter, base.scan);
  }
  return table === null ? null : tableRows(table, filter, base.scan);
}

/** Conditions on the measure are decided here, on the user once a series, the rest row by row. */
function usageRowsOf(
  metric: Metric,
  reading: Reading,
  columns: Columns,
  base: FactBase,
  book: ProblemBook,
): Rows | null {
  const usage = base.usage();
  const ofField = [reading.field, reading.divisor].flatMap(columnsRead);
  const fieldKeys = ofField.filter((name) => !isUsageColumn(name)).map(foldColumn);
  const conditions = conjuncts(reading.filter);
  const onlyReads = (condition: Expression, names: readonly string[]): boolean =>
    columnsRead(condition).every((name) => names.includes(foldColumn(name)));
  const bind = (chosen: readonly Expression[]): Read | null => {
    const whole = conjunction(chosen);
    return whole === null ? null : bindExpression(whole, columns.read);
  };
  const onMeasure = bind(conditions.filter((condition) => onlyReads(condition, ['measure'])));
  const ofSeries = conditions.filter((condition) => onlyReads(condition, ['measure', 'user_id', 'account_id']));
  const measures = new Set<string>();
  for (const [measure, { key }] of usage.measures) {
    base.scan.measure = measure;
    base.scan.measureKey = key;
    if (fieldKeys.length > 0 && !fieldKeys.includes(key)) continue;
    if (onMeasure === null || holds(onMeasure(base.scan))) measures.add(measure);
  }
  const spelt = fieldKeys.every((key) => columns.known(key));
  if (measures.size === 0 && usage.measures.size > 0 && reading.filter !== null && spelt) {
    const written = formatExpression(reading.filter);
    book.metric(metric, 'warning', 'metric.measure', 'Filter', written, says.measure(metric.id));
  }
  const choice = {
    measures,
    named: fieldKeys,
    byUser: [...ofField, ...columnsRead(reading.filter)].some((name) => foldColumn(name) === 'user_id'),
    series: bind(ofSeries),
    row: bind(conditions.filter((condition) => !ofSeries.includes(condition))),
  };
  return usageRows(usage, choice, base.scan);
}

function fieldReads(metric: Metric, reading: Reading, columns: Columns, book: ProblemBook): FieldReads {
  const bind = (expression: Expression | null): Read | null =>
    expression === null ? null : bindExpression(expression, columns.read);
  const ownDay = metric.aggregate === 'days_since_last';
  return {
    cell: bind(reading.field) ?? (ownDay ? ({ day }) => day : () => true),
    divisor: bind(reading.divisor) ?? (() => null),
    operands: [reading.field, reading.divisor]
      .flatMap((side) => (side === null ? [] : numericColumns(side)))
      .map((column) => ({ column, read: columns.read(column) })),
    separators: separatorsOf(metric),
    zeroIsSilence: metric.dataset === 'usage',
    measures: metric.dataset === 'usage' ? measuresRead(reading.field, reading.divisor) : null,
    unreadable: (kind, accountId, column, cell) => book.value(kind, metric, tabOf(metric), accountId, column, cell),
  };
}

/** Lists are joined by `;`; the columns declared as lists may hold commas too. */
function separatorsOf({ dataset: name, field }: Metric): RegExp {
  if (name === 'pulses' || name === 'goals') return /;/;
  const declared = dataset(name).fields.find((column) => column.name === foldColumn(field));
  return declared?.type === 'list' ? /[;,]/ : /;/;
}

function tabOf(metric: Metric): string {
  if (metric.dataset === 'pulses') return 'Pulses';
  return metric.dataset === 'goals' ? 'Goals' : dataset(metric.dataset).tab;
}

function planOver(metric: Metric, rows: Rows, field: FieldReads, base: FactBase): Plan {
  const { aggregate, windowDays } = metric;
  const tally = newTally();
  const take = taker(aggregate, field, tally);
  const undated = metric.dataset === 'accounts' || base.table(metric.dataset)?.dated === false;
  const nothing = (end: Day): number => {
    const none = aggregate === 'ratio' ? metric.dataset === 'usage' : aggregate !== 'sum' || !undated;
    return none && rows.live(end) ? 0 : Number.NaN;
  };
  const tallyUp = (from: Day, end: Day): void => {
    clear(tally);
    rows.visit(from, undated ? NO_DAY : end, end, take);
  };
  // The day of a row of usage is its own, so the newest row decides: all history is seldom looked through for it.
  const newestOnly = aggregate === 'days_since_last' && metric.dataset === 'usage' && windowDays === null;
  const newestUp = (end: Day): void => {
    for (let days = NEAR_DAYS; days < ALL_DAYS; days *= 8) {
      tallyUp(end - days + 1, end);
      if (tally.taken > 0) return;
    }
    tallyUp(NO_DAY, end);
  };
  return {
    metric,
    enter: rows.enter,
    read(end) {
      if (newestOnly) newestUp(end);
      else tallyUp(windowDays === null || undated ? NO_DAY : end - windowDays + 1, end);
      return resultOf(aggregate, tally, end, nothing(end));
    },
    reach(end) {
      if (undated) return rows.changed(end);
      return COMPLETE.includes(aggregate) ? Math.min(rows.newest, end) : tally.newest;
    },
    factDay(day, oldest) {
      for (let at = rows.rowDay(day); at >= oldest; at = rows.rowDay(at - 1)) {
        tallyUp(at, at);
        if (tally.taken > 0 || tally.divisor !== 0) return at;
      }
      return NO_DAY;
    },
  };
}
