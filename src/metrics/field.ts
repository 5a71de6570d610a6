import type { Metric, MetricDataset } from '../domain/config/config';
import { columnsOf } from '../domain/expression/evaluate';
import type { Expression } from '../domain/expression/expression';
import { parseExpression } from '../domain/expression/parse';
import { foldColumn } from '../domain/expression/plain-text';

/** The two sides of a ratio. */
export interface Sides {
  readonly a: Expression;
  readonly b: Expression;
}

/**
 * What a Field says: a column or measure by its name as it stands (`known` tells), else an expression over the row's
 * columns, else a name that nobody knows. Null for an empty Field.
 */
export function readField(field: string, known: (name: string) => boolean): Expression | null {
  const text = field.trim();
  if (text === '') return null;
  if (known(text)) return { op: 'column', name: text };
  const parsed = parseExpression(text);
  return parsed.ok ? parsed.expression : { op: 'column', name: text };
}

/**
 * The sides of `a / b`, each a Field of its own, so that `a + b / c` is (a + b) / c; null where the Field has no such
 * form.
 */
export function readRatio(field: string, known: (name: string) => boolean): Sides | null {
  const [a, b, ...rest] = field.split(/[/／]/).map((side) => readField(side, known));
  return a && b && rest.length === 0 ? { a, b } : null;
}

/** The conditions that must all hold. */
export function conjuncts(filter: Expression | null): readonly Expression[] {
  if (filter === null) return [];
  return filter.op === 'and' ? [...conjuncts(filter.left), ...conjuncts(filter.right)] : [filter];
}

/** All conditions as one; null for none. */
export function conjunction(conditions: readonly Expression[]): Expression | null {
  return conditions.reduce<Expression | null>(
    (left, right) => (left === null ? right : { op: 'and', left, right }),
    null,
  );
}

/** Columns whose cells an expression takes as numbers: the whole of it, and what is added, subtracted and so on. */
export function numericColumns(expression: Expression): string[] {
  switch (expression.op) {
    case 'column':
      return [expression.name];
    case 'negate':
      return numericColumns(expression.of);
    case '+':
    case '-':
    case '*':
    case '/':
      return [...numericColumns(expression.left), ...numericColumns(expression.right)];
    default:
      return [];
  }
}

/** Columns that an expression reads, none for an empty one. */
export function columnsRead(expression: Expression | null): readonly string[] {
  return expression === null ? [] : columnsOf(expression);
}

/** Tells whether any of the metrics may read a column of a dataset. */
export function columnsReadBy(metrics: readonly Metric[]): (dataset: MetricDataset, column: string) => boolean {
  const read = new Set<string>();
  for (const { dataset, field, filter } of metrics) {
    // A Field may be a column's name as it stands, whatever it would be as an expression.
    const names = [field, ...[readField(field, () => false), filter].flatMap(columnsRead)];
    for (const name of names) read.add(`${dataset} ${foldColumn(name)}`);
  }
  return (dataset, column) => read.has(`${dataset} ${foldColumn(column)}`);
}
