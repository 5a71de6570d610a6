import type { Cell } from '../domain/cell';
import type { Metric } from '../domain/config/config';
import { PLAIN } from '../domain/config/plain-number';
import { dataset } from '../domain/datasets';
import type { Day } from '../domain/day';
import type { Expression } from '../domain/expression/expression';
import { foldColumn } from '../domain/expression/plain-text';
import { limitAttribute } from '../domain/facts';
import { readNumber } from '../domain/parse/number';
import type { FactBase } from './fact-base';
import { conjuncts, readField } from './field';
import type { ProblemBook } from './problem-book';
import type { Read } from './scan';

/** The contracted limit of an account for what a metric reads, as of a day; NaN where there is none above 0. */
export type Limits = (accountId: string, end: Day) => number;

/**
 * Finds limits for a metric: the entitlement of the measure its Field or Filter names, else the entitlement of the
 * metric's own id (for readings that no measure names, such as the number of active users).
 */
export function limitsOf(metric: Metric, base: FactBase, book: ProblemBook): Limits {
  const table = metric.compare === 'entitlement' ? base.table('entitlements') : null;
  const measure = table?.read('measure');
  const limit = table?.read('limit');
  if (!table || !measure || !limit) return () => Number.NaN;
  const names = [metric.field, ...measuresNamed(metric), metric.id].map(foldColumn).filter((name) => name !== '');
  const { scan } = base;
  const cellOf = (read: Read, accountId: string, row: readonly Cell[]): Cell => {
    scan.accountId = accountId;
    scan.row = row;
    return read(scan);
  };
  return (accountId, end) => {
    const { rows } = table.of(accountId);
    for (const name of names) {
      const row = rows.find((one) => foldColumn(String(cellOf(measure, accountId, one) ?? '')) === name);
      if (row === undefined) continue;
      const cell = base.accounts().of(accountId, end)(limitAttribute(name)) ?? cellOf(limit, accountId, row);
      const read = readNumber(cell, PLAIN);
      if (read.ok) return read.value !== null && read.value > 0 ? read.value : Number.NaN;
      book.value('number', metric, dataset('entitlements').tab, accountId, 'limit', String(cell));
      return Number.NaN;
    }
    return Number.NaN;
  };
}

/** Measures named by the Field as a whole, or by `measure = 'x'` among the conditions that must hold; several at once name none. */
function measuresNamed({ field, filter }: Metric): string[] {
  const column = readField(field, () => false);
  const named = conjuncts(filter)
    .map((condition) => (isMeasureTest(condition) ? textsOf(condition.right) : []))
    .flatMap((texts) => (texts.length === 1 ? texts : []));
  return column?.op === 'column' ? [column.name, ...named] : named;
}

function isMeasureTest(condition: Expression): condition is Expression & { readonly right: Expression } {
  if (condition.op !== '=' && condition.op !== 'in') return false;
  return condition.left.op === 'column' && foldColumn(condition.left.name) === 'measure';
}

function textsOf(expression: Expression): string[] {
  if (expression.op === 'list') return expression.items.flatMap(textsOf);
  return expression.op === 'value' && typeof expression.value === 'string' ? [expression.value] : [];
}
