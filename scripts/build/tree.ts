import type { AnyNode, BlockStatement, CallExpression, MemberExpression } from 'acorn';
import type { Piece } from './edits';

/** Letters and digits of the names that stand for values. */
const FIRST = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$';
const FURTHER = `${FIRST}0123456789`;

/** The nodes directly below, in the order of the source; the name in `{ name }` counts once, and in `{ name = 1 }` with its value. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  const found: AnyNode[] = [];
  // Every node of a large script passes here several times, so nothing is made but the list.
  for (const key in node) {
    const value = node[key as keyof AnyNode] as unknown;
    if (Array.isArray(value)) {
      for (const one of value) if (isNode(one)) found.push(one);
    } else if (isNode(value)) found.push(value);
  }
  for (let at = 1; at < found.length; at++)
    if ((found[at] as AnyNode).start < (found[at - 1] as AnyNode).end) return inOrder(found);
  return found;
}

function inOrder(nodes: AnyNode[]): readonly AnyNode[] {
  return nodes
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter((child, at, all) => at === 0 || child.start >= (all[at - 1] as AnyNode).end);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** True where an identifier names a member, and is no variable. */
export function isName(node: AnyNode, parent: AnyNode | null): boolean {
  if (parent?.type === 'MemberExpression') return parent.property === node && !parent.computed;
  const isKey = parent?.type === 'Property' || parent?.type === 'MethodDefinition';
  return isKey && parent.key === node && !parent.computed && parent.value.start !== node.start;
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
  const pieces: Piece[] = [];
  let from = node.start;
  visit(node);
  return [...pieces, [from, node.end]];

  function visit(parent: AnyNode): void {
    for (const child of childrenOf(parent)) {
      const own = formOf(child, parent);
      if (own) put(own, child, parent);
      else visit(child);
    }
  }

  function put(own: Form, child: AnyNode, parent: AnyNode): void {
    const needed = binds(parent, child);
    const aside = needed && code[child.start - 1] === '(' && code[child.end] === ')' ? 1 : 0;
    const start = child.start - aside;
    const wrapped = own.loose && needed;
    // A word right before needs a space, as in `return(a??b)` without its parentheses, and none before a parenthesis.
    const [last, other] = [code[start - 1] ?? '', code[start - 2] ?? ''];
    const spare = wrapped && last === ' ' && /\w/.test(other) ? 1 : 0;
    const gap = !wrapped && /[\w$]/.test(last) ? ' ' : '';
    pieces.push([from, Math.max(from, start - spare)], gap, ...(wrapped ? ['(', ...own.pieces, ')'] : own.pieces));
    from = child.end + aside;
  }
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

/** The last `?.` that a chain goes through; null where it is none. */
export function lastStep(node: AnyNode): MemberExpression | CallExpression | null {
  if (node.type !== 'MemberExpression' && node.type !== 'CallExpression') return null;
  return node.optional ? node : lastStep(node.type === 'MemberExpression' ? node.object : node.callee);
}

/** Pieces with a text put in at a place of the old script. */
export function inserted(pieces: readonly Piece[], place: number, text: string): readonly Piece[] {
  const at = pieces.findIndex((piece) => typeof piece !== 'string' && piece[0] <= place && place < piece[1]);
  const [start, end] = pieces[at] as readonly [number, number];
  return [...pieces.slice(0, at), [start, place], text, [place, end], ...pieces.slice(at + 1)];
}

/** Names of two letters and more that stand nowhere in the script. */
export function freeNames(code: string): Generator<string, never> {
  return namesBut(new Set(code.match(/[A-Za-z_$][\w$]*/g)));
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
