import fc from 'fast-check';
import type { Cell } from '../../../src/domain/cell';
import { compileExpression, holds } from '../../../src/domain/expression/evaluate';
import type { Expression } from '../../../src/domain/expression/expression';
import { implies } from '../../../src/domain/expression/implies';
import { parseExpression } from '../../../src/domain/expression/parse';

function parsed(text: string): Expression {
  const result = parseExpression(text);
  if (!result.ok) throw new Error(`${text}: ${result.why.en}`);
  return result.expression;
}

/** Values on both sides of every bound below, on the bounds, and none. */
const VALUES: readonly Cell[] = [null, '', 'a', 'B', true, -1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 9];

const atom = fc.oneof(
  fc
    .tuple(fc.constantFrom('x', 'y'), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), fc.integer({ min: 0, max: 3 }))
    .map((parts) => parts.join(' ')),
  fc.constantFrom("x = 'A'", "x in ('a', 'b')", 'x in (1, 2)', "x has 'a'", 'y - x > 1', 'not y', 'x'),
);
const { rule } = fc.letrec<{ rule: string }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    fc.tuple(tie('rule'), fc.constantFrom('and', 'or'), tie('rule')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie('rule').map((one) => `not (${one})`),
  ),
}));

/** Whether each row that meets the one meets the other, looked up row by row. */
function holdsEverywhere(narrow: Expression, wide: Expression): boolean {
  const [a, b] = [compileExpression(narrow), compileExpression(wide)];
  return VALUES.every((x) =>
    VALUES.every((y) => {
      const row = (column: string): Cell => (column.toLowerCase() === 'x' ? x : y);
      return !holds(a(row)) || holds(b(row));
    }),
  );
}

describe('an expression that implies another', () => {
  it('is met by no row that does not meet the other', () => {
    fc.assert(
      fc.property(rule, rule, (one, other) => {
        const [narrow, wide] = [parsed(one), parsed(other)];
        if (implies(narrow, wide)) expect(holdsEverywhere(narrow, wide)).toBe(true);
        expect(implies(narrow, parsed(`(${other}) or (${one})`))).toBe(true);
        expect(implies(parsed(`(${other}) and (${one})`), narrow)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('is found for every two comparisons of one thing', () => {
    const marks = ['=', '<', '<=', '>', '>='];
    const all = marks.flatMap((mark) => [1, 2].map((bound) => parsed(`x ${mark} ${bound}`)));
    for (const narrow of all) for (const wide of all) expect(implies(narrow, wide)).toBe(holdsEverywhere(narrow, wide));
  });
});
