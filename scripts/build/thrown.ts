import { type AnyNode, type NewExpression, parse } from 'acorn';
import type { Piece } from './edits';
import { bodyOf, childrenOf, type Form, freeNames, inserted, rewritten } from './tree';

/** A class that is thrown at fewer places has no function of its own. */
const OFTEN = 3;

/**
 * The script `var X=(()=>{...})()` with what it throws as calls: `c(a,b)` for `throw new C(a,b)` of a class that is thrown
 * often, `t(a)` for any other `throw a`. That is shorter, and an expression, so that a press can fold what stands around
 * it. The line that throws is the second of a stack trace.
 */
export function thrownByCalls(code: string): readonly Piece[] {
  const program = parse(code, { ecmaVersion: 2022 });
  const body = bodyOf(program);
  if (!body) return [[0, code.length]];
  const free = freeNames(code);
  const times = thrownClasses(program);
  /** Names of the functions by what they make; '' makes nothing. */
  const names = new Map<string, string>();
  const pieces = rewritten(code, program, form);
  const declared = [...names].map(([made, name]) =>
    made === '' ? `function ${name}(a){throw a}` : `function ${name}(...a){throw new ${made}(...a)}`,
  );
  return inserted(pieces, body.start + 1, declared.join(''));

  function form(node: AnyNode): Form | null {
    if (node.type !== 'ThrowStatement') return null;
    const { argument } = node;
    const made = madeBy(argument);
    const often = made !== null && (times.get(made) ?? 0) >= OFTEN;
    const values = often ? (argument as NewExpression).arguments : [argument];
    const listed = values.flatMap((value, at) => [at === 0 ? '' : ',', ...part(value)]);
    return { pieces: [`${nameFor(often ? made : '')}(`, ...listed, ');'], loose: false };
  }

  function part(node: AnyNode): readonly Piece[] {
    const pieces = rewritten(code, node, form);
    return node.type === 'SequenceExpression' ? ['(', ...pieces, ')'] : pieces;
  }

  function nameFor(made: string): string {
    const known = names.get(made) ?? free.next().value;
    names.set(made, known);
    return known;
  }
}

/** How often each class is thrown as it is made. */
function thrownClasses(node: AnyNode, times = new Map<string, number>()): ReadonlyMap<string, number> {
  const made = node.type === 'ThrowStatement' ? madeBy(node.argument) : null;
  if (made !== null) times.set(made, (times.get(made) ?? 0) + 1);
  for (const child of childrenOf(node)) thrownClasses(child, times);
  return times;
}

/** The name of the class that an expression makes one of. */
function madeBy(node: AnyNode): string | null {
  return node.type === 'NewExpression' && node.callee.type === 'Identifier' ? node.callee.name : null;
}
