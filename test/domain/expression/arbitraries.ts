import fc from 'fast-check';
import type { BinaryOperator, Expression } from '../../../src/domain/expression/expression';

const names = fc.constantFrom('a', 'b_2', '利用率', 'Renewal Date', 'in', 'x]y', "o'b", '9lives', 'NOT');
const cells = fc.oneof(
  fc.string(),
  fc.constantFrom('', "it's", '2026-01-31', 'ＡＢＣ', 'true'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.constant(null),
);

/** Any tree the parser can make, a few levels deep. */
export const anyExpression: fc.Arbitrary<Expression> = fc.letrec<{
  any: Expression;
  leaf: Expression;
  branch: Expression;
}>((tie) => ({
  any: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('branch')),
  leaf: fc.oneof(
    names.map((name): Expression => ({ op: 'column', name })),
    cells.map((value): Expression => ({ op: 'value', value })),
  ),
  branch: fc.oneof(
    fc
      .tuple(
        fc.constantFrom<BinaryOperator>('and', 'or', '=', '!=', '<', '<=', '>', '>=', 'has', '+', '-', '*', '/'),
        tie('any'),
        tie('any'),
      )
      .map(([op, left, right]): Expression => ({ op, left, right })),
    fc
      .tuple(tie('any'), fc.array(tie('any'), { minLength: 1, maxLength: 3 }))
      .map(([left, items]): Expression => ({ op: 'in', left, right: { op: 'list', items } })),
    fc
      .tuple(tie('any'), fc.array(tie('any'), { minLength: 2, maxLength: 3 }))
      .map(([left, items]): Expression => ({ op: 'has', left, right: { op: 'list', items } })),
    tie('any').map((of): Expression => ({ op: 'not', of })),
    // A minus before a number is a negative number, not an operator.
    tie('any').map(
      (of): Expression =>
        of.op === 'value' && typeof of.value === 'number' ? { op: 'value', value: 0 - of.value } : { op: 'negate', of },
    ),
  ),
})).any;
