import type { AnyNode, BlockStatement } from 'acorn';
import type { Piece } from './edits';

/** Letters and digits of the names that stand for values. */
const FIRST = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$';
const FURTHER = `${FIRST}0123456789`;

/** The nodes directly below, in the order of the source; the name in `{ name }` counts once, and in `{ name = 1 }` with its value. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((value): value is AnyNode => typeof value === 'object' && value !== null && 'type' in value)
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter((child, at, all) => at === 0 || child.start >= (all[at - 1] as AnyNode).end);
}

/** The block of the one function that a script `var X=(()=>{...})()` is. */
export function bodyOf(node: AnyNode): BlockStatement | null {
  if (node.type === 'ArrowFunctionExpression') return node.body.type === 'BlockStatement' ? node.body : null;
  for (const child of childrenOf(node)) {
    const found = bodyOf(child);
    if (found) return found;
  }
  return null;
}

/** Other words for a node; `loose` where they bind like `a?b:c`. */
export interface Form {
  readonly pieces: readonly Piece[];
  readonly loose: boolean;
}

/**
 * What a node becomes where `formOf` has other words for some of the nodes below it; a form writes its own parts with
 * `written` again. Parentheses come and go with the need for them.
 */
export function rewritten(
  code: string,
  node: AnyNode,
  formOf: (node: AnyNode, parent: AnyNode) => Form | null,
): readonly Piece[] {
  let at = node.start;
  const before = childrenOf(node).flatMap((child): readonly Piece[] => {
    const from = at;
    const own = formOf(child, node);
    const held = code[child.start - 1] === '(' && code[child.end] === ')' && binds(node, child);
    const aside = own && held ? 1 : 0;
    at = child.end + aside;
    if (!own) return [[from, child.start], ...rewritten(code, child, formOf)];
    const start = child.start - aside;
    const wrapped = own.loose && binds(node, child);
    // A word right before needs a space, as in `return(a??b)` without its parentheses, and none before a parenthesis.
    const [last, other] = [code[start - 1] ?? '', code[start - 2] ?? ''];
    const spare = wrapped && last === ' ' && /\w/.test(other) ? 1 : 0;
    const gap = !wrapped && /[\w$]/.test(last) ? ' ' : '';
    return [[from, start - spare], gap, ...(wrapped ? ['(', ...own.pieces, ')'] : own.pieces)];
  });
  return [...before, [at, node.end]];
}

/** True where the parent would take `a?b:c` apart unless it stands in parentheses, which nothing else asks for. */
function binds(parent: AnyNode, child: AnyNode): boolean {
  switch (parent.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'UnaryExpression':
      return true;
    case 'ConditionalExpression':
      return child === parent.test;
    case 'MemberExpression':
      return child === parent.object;
    case 'CallExpression':
      return child === parent.callee;
    default:
      return false;
  }
}

/** Pieces with a text put in at a place of the old script. */
export function inserted(pieces: readonly Piece[], place: number, text: string): readonly Piece[] {
  const at = pieces.findIndex((piece) => typeof piece !== 'string' && piece[0] <= place && place < piece[1]);
  const [start, end] = pieces[at] as readonly [number, number];
  return [...pieces.slice(0, at), [start, place], text, [place, end], ...pieces.slice(at + 1)];
}

/** Names of two letters and more that stand nowhere in the script, as variables or members. */
export function freeNames(program: AnyNode): Generator<string, never> {
  return namesBut(identifiersOf(program));
}

function* namesBut(taken: ReadonlySet<string>): Generator<string, never> {
  for (let length = 2; ; length += 1) {
    for (let at = 0; at < FIRST.length * FURTHER.length ** (length - 1); at += 1) {
      let name = FIRST[at % FIRST.length] as string;
      for (let rest = Math.floor(at / FIRST.length); name.length < length; rest = Math.floor(rest / FURTHER.length))
        name += FURTHER[rest % FURTHER.length];
      if (!taken.has(name) && !/^(?:as|do|if|in|is|of)$/.test(name)) yield name;
    }
  }
}

function identifiersOf(node: AnyNode, names = new Set<string>()): ReadonlySet<string> {
  if (node.type === 'Identifier') names.add(node.name);
  for (const child of childrenOf(node)) identifiersOf(child, names);
  return names;
}
