import { type AnyNode, type FunctionDeclaration, parse } from 'acorn';
import type { Piece } from './edits';
import { bodyOf, childrenOf } from './tree';

/**
 * The script `var X=(()=>{...})()` with the functions of its body written as arrows, `function a(b){return c}` as
 * `a=b=>c`, which takes half the bytes around each. They stand in one `var` at the head: declarations are made before
 * anything else runs, and so are these. Functions that are made with `new` or have a `this` of their own stay.
 */
export function shortFunctions(code: string): readonly Piece[] {
  const program = parse(code, { ecmaVersion: 2022 });
  const body = bodyOf(program);
  if (!body) return [[0, code.length]];
  const kept = constructed(program);
  const moved = body.body.filter(
    (node): node is FunctionDeclaration =>
      node.type === 'FunctionDeclaration' &&
      !node.async &&
      !node.generator &&
      !kept.has(node.id.name) &&
      !hasOwnThis(node.body) &&
      !node.params.some(hasOwnThis),
  );
  if (moved.length === 0) return [[0, code.length]];
  const head = body.start + 1;
  const pieces: Piece[] = [[0, head], 'var '];
  for (const [at, node] of moved.entries()) pieces.push(at === 0 ? '' : ',', node.id.name, '=', ...arrow(node));
  pieces.push(';');
  let from = head;
  for (const { start, end } of moved) {
    pieces.push([from, start]);
    from = end;
  }
  return [...pieces, [from, code.length]];
}

function arrow({ params, body }: FunctionDeclaration): Piece[] {
  const [first] = params;
  const [only] = body.body;
  const bare = params.length === 1 && first?.type === 'Identifier';
  const listed: Piece[] = params.flatMap((param, at): Piece[] => [at === 0 ? '' : ',', [param.start, param.end]]);
  const head: Piece[] = bare ? [...listed, '=>'] : ['(', ...listed, ')=>'];
  if (body.body.length !== 1 || only?.type !== 'ReturnStatement' || !only.argument)
    return [...head, [body.start, body.end]];
  const { argument } = only;
  // A brace would open a block, a comma end the arrow.
  const wrapped = argument.type === 'SequenceExpression' || leftmost(argument).type === 'ObjectExpression';
  const value: Piece = [argument.start, argument.end];
  return wrapped ? [...head, '(', value, ')'] : [...head, value];
}

/** The expression that an expression begins with. */
function leftmost(node: AnyNode): AnyNode {
  const first = childrenOf(node).find((child) => child.start === node.start);
  return first && node.type !== 'ObjectExpression' ? leftmost(first) : node;
}

/** Names that are made with `new`, extended, or given another value, wherever they are declared. */
function constructed(node: AnyNode, names = new Set<string>()): ReadonlySet<string> {
  const used =
    node.type === 'NewExpression'
      ? node.callee
      : node.type === 'ClassExpression' || node.type === 'ClassDeclaration'
        ? node.superClass
        : node.type === 'AssignmentExpression'
          ? node.left
          : null;
  if (used?.type === 'Identifier') names.add(used.name);
  for (const child of childrenOf(node)) constructed(child, names);
  return names;
}

function hasOwnThis(node: AnyNode): boolean {
  if (node.type === 'ThisExpression' || node.type === 'MetaProperty' || node.type === 'Super') return true;
  if (node.type === 'Identifier' && node.name === 'arguments') return true;
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') return false;
  return childrenOf(node).some(hasOwnThis);
}
