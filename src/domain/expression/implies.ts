import { compare } from './compare';
import type { Expression } from './expression';

/**
 * Whether every row that meets `narrow` meets `wide` too, as far as their form tells: comparisons of the same thing with
 * fixed values, joined by `and` and `or`. False where it cannot be told.
 */
export function implies(narrow: Expression, wide: Expression): boolean {
  if (written(narrow) === written(wide)) return true;
  if (narrow.op === 'or') return implies(narrow.left, wide) && implies(narrow.right, wide);
  if (wide.op === 'and') return implies(narrow, wide.left) && implies(narrow, wide.right);
  if (narrow.op === 'in') return choices(narrow.left, narrow.right).every((one) => implies(one, wide));
  if (narrow.op === 'and' && (implies(narrow.left, wide) || implies(narrow.right, wide))) return true;
  if (wide.op === 'or') return implies(narrow, wide.left) || implies(narrow, wide.right);
  if (wide.op === 'in') return choices(wide.left, wide.right).some((one) => implies(narrow, one));
  return compares(narrow) && compares(wide) && isTighter(narrow, wide);
}

type Comparison = Extract<Expression, { readonly left: Expression }>;

function compares(expression: Expression): expression is Comparison {
  return ['=', '<', '<=', '>', '>='].includes(expression.op);
}

/** `x in (1, 2)` as `x = 1` and `x = 2`. */
function choices(left: Expression, right: Expression): Expression[] {
  return (right.op === 'list' ? right.items : [right]).map((item) => ({ op: '=', left, right: item }));
}

function isTighter(narrow: Comparison, wide: Comparison): boolean {
  if (written(narrow.left) !== written(wide.left)) return false;
  if (narrow.right.op !== 'value' || wide.right.op !== 'value') return false;
  const [a, b] = [narrow.right.value, wide.right.value];
  if (wide.op === '=') return narrow.op === '=' && compare('=', a, b);
  const way = wide.op.charAt(0);
  if (typeof a !== 'number' || typeof b !== 'number' || (narrow.op !== '=' && narrow.op.charAt(0) !== way))
    return false;
  const apart = way === '>' ? a - b : b - a;
  return apart > 0 || (apart === 0 && (wide.op !== way || narrow.op === way));
}

/** Columns are found whatever their case. */
function written(expression: Expression): string {
  return JSON.stringify(expression).toLowerCase();
}
