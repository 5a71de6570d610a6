import type { AnyNode, ArrowFunctionExpression, BlockStatement } from 'acorn';
import { childrenOf, isName } from './tree';

/**
 * The short functions of a script, within its one function, that hold no variable of another function: `a=>a.name`.
 * Wherever they stand, they do the same.
 */
export function closedFunctions(program: AnyNode, body: BlockStatement): readonly ArrowFunctionExpression[] {
  const inner = new Set<string>();
  collectInner(program);
  const closed: ArrowFunctionExpression[] = [];
  visit(program);
  return closed;

  function visit(node: AnyNode): void {
    if (node.type === 'ArrowFunctionExpression' && isClosed(node)) closed.push(node);
    else for (const child of childrenOf(node)) visit(child);
  }

  function isClosed(node: ArrowFunctionExpression): boolean {
    if (node.async || node.body.type === 'BlockStatement') return false;
    const own = new Set(node.params.flatMap(namesIn));
    return childrenOf(node).every((child) => knows(child, node, own));
  }

  function knows(node: AnyNode, parent: AnyNode, own: ReadonlySet<string>): boolean {
    if (/Function|Class|This|Super|Await|Yield|Assignment(?!Pattern)|Update/.test(node.type)) return false;
    if (node.type === 'Identifier' && !isName(node, parent)) return own.has(node.name) || !inner.has(node.name);
    return childrenOf(node).every((child) => knows(child, node, own));
  }

  /** Names that are declared anywhere but directly in the script's one function. */
  function collectInner(node: AnyNode, parent: AnyNode | null = null): void {
    const isOuter = parent === body;
    if (/Function/.test(node.type) && 'params' in node)
      for (const name of node.params.flatMap(namesIn)) inner.add(name);
    if (node.type === 'VariableDeclaration' && !isOuter)
      for (const { id } of node.declarations) for (const name of namesIn(id)) inner.add(name);
    if (node.type === 'CatchClause' && node.param) for (const name of namesIn(node.param)) inner.add(name);
    if (/^(?:Function|Class)/.test(node.type) && !isOuter && 'id' in node && node.id)
      inner.add((node.id as { name: string }).name);
    for (const child of childrenOf(node)) collectInner(child, node);
  }
}

/** Names that a pattern declares. */
function namesIn(pattern: AnyNode): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'Property':
      return namesIn(pattern.value);
    default:
      return childrenOf(pattern).flatMap(namesIn);
  }
}
