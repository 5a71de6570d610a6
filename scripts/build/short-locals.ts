import {
  type AnyNode,
  type ArrowFunctionExpression,
  type CallExpression,
  parse,
  type VariableDeclaration,
} from 'acorn';
import type { Piece } from './edits';
import { arrowValue } from './short-functions';
import { childrenOf, type Form, isName, rewritten } from './tree';

/**
 * The script with the variables of short functions as further parameters: `a=>{let b=c(a);return d(b)}` as
 * `(a,b=c(a))=>d(b)`. Only where every call is seen and gives no more values than the function asks for: it is called
 * where it stands, or by a name that stands nowhere but in calls.
 */
export function shortLocals(code: string): readonly Piece[] {
  const program = parse(code, { ecmaVersion: 2022 });
  const most = mostValues(program);
  return rewritten(code, program, form);

  function form(node: AnyNode, parent: AnyNode): Form | null {
    if (node.type !== 'ArrowFunctionExpression' || node.async) return null;
    const taken = valuesTaken(node, parent);
    const parts = takenApart(node);
    if (!parts || taken > node.params.length) return null;
    const own = [
      ...node.params.map((one) => part(one, node)),
      ...parts.declared.map((one) => [...part(one.id, one), ...(one.init ? ['=', ...single(one.init, one)] : [])]),
    ];
    const listed = own.flatMap((pieces, at): readonly Piece[] => [at === 0 ? '' : ',', ...pieces]);
    const values = parts.values.flatMap((one, at): readonly Piece[] => [at === 0 ? '' : ',', ...part(one, node)]);
    const [value] = parts.values;
    const body = parts.values.length > 1 ? ['(', ...values, ')'] : arrowValue(value as AnyNode, values);
    return { pieces: ['(', ...listed, ')=>', ...body], loose: true };
  }

  function part(node: AnyNode, parent: AnyNode): readonly Piece[] {
    return form(node, parent)?.pieces ?? rewritten(code, node, form);
  }

  /** A part in a list, which a comma of its own would break. */
  function single(node: AnyNode, parent: AnyNode): readonly Piece[] {
    const pieces = part(node, parent);
    return node.type === 'SequenceExpression' ? ['(', ...pieces, ')'] : pieces;
  }

  /** Most values that a call of the function gives it. */
  function valuesTaken(node: ArrowFunctionExpression, parent: AnyNode): number {
    if (parent.type === 'CallExpression' && parent.callee === node) return valuesOf(parent);
    if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return Number.POSITIVE_INFINITY;
    return most.get(parent.id.name) ?? 0;
  }
}

interface Parts {
  readonly declared: readonly VariableDeclaration['declarations'][number][];
  /** What the function works out in turn; the last is what it returns. */
  readonly values: readonly AnyNode[];
}

/** A function that declares variables, works out values and returns the last; null for any other. */
function takenApart({ params, body }: ArrowFunctionExpression): Parts | null {
  if (body.type !== 'BlockStatement' || params.some((one) => one.type === 'RestElement')) return null;
  const first = body.body.findIndex((one) => one.type !== 'VariableDeclaration');
  const declared = body.body
    .slice(0, first)
    .flatMap((one) => (one.type === 'VariableDeclaration' ? one.declarations : []));
  const values = body.body.slice(first).flatMap((one, at, all): readonly (AnyNode | null | undefined)[] => {
    if (at === all.length - 1) return [one.type === 'ReturnStatement' ? one.argument : null];
    return [one.type === 'ExpressionStatement' ? one.expression : null];
  });
  return first > 0 && values.every(isNode) ? { declared, values } : null;
}

function isNode(node: AnyNode | null | undefined): node is AnyNode {
  return node !== null && node !== undefined;
}

/** By name the most values that a call gives; without end where the name stands elsewhere than in calls. */
function mostValues(program: AnyNode): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  visit(program, null);
  return most;

  function visit(node: AnyNode, parent: AnyNode | null): void {
    if (node.type === 'Identifier' && !isName(node, parent) && !isDeclared(node, parent)) {
      const taken =
        parent?.type === 'CallExpression' && parent.callee === node ? valuesOf(parent) : Number.POSITIVE_INFINITY;
      most.set(node.name, Math.max(taken, most.get(node.name) ?? 0));
    }
    for (const child of childrenOf(node)) visit(child, node);
  }
}

function isDeclared(node: AnyNode, parent: AnyNode | null): boolean {
  return parent?.type === 'VariableDeclarator' && parent.id === node;
}

function valuesOf({ arguments: values }: CallExpression): number {
  return values.some((one) => one.type === 'SpreadElement') ? Number.POSITIVE_INFINITY : values.length;
}
