import { type AnyNode, type FunctionDeclaration, type FunctionExpression, parse } from 'acorn';
import type { Piece } from './edits';
import { bodyOf, childrenOf, type Form, rewritten } from './tree';

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
      !hasOwnThisIn(node),
  );
  if (moved.length === 0) return [[0, code.length]];
  const head = body.start + 1;
  const pieces: Piece[] = [[0, head], 'var '];
  for (const [at, node] of moved.entries()) pieces.push(at === 0 ? '' : ',', node.id.name, '=', ...arrow(node, whole));
  pieces.push(';');
  let from = head;
  for (const { start, end } of moved) {
    pieces.push([from, start]);
    from = end;
  }
  return [...pieces, [from, code.length]];
}

/**
 * The script with functions that are values as arrows: `function(a){return b}` as `a=>b`, and of an object's methods those
 * that only return something. The same functions stay.
 */
export function shortValues(code: string): readonly Piece[] {
  const program = parse(code, { ecmaVersion: 2022 });
  const kept = constructed(program);
  return rewritten(code, program, form);

  function form(node: AnyNode, parent: AnyNode): Form | null {
    if (node.type === 'FunctionExpression')
      return isValue(node, parent) ? { pieces: arrow(node, part), loose: true } : null;
    if (node.type !== 'Property' || !node.method || node.value.type !== 'FunctionExpression') return null;
    const { key, value } = node;
    if (value.async || value.generator || returned(value) === null || hasOwnThisIn(value)) return null;
    const name: Piece = [node.start, node.computed ? code.indexOf(']', key.end) + 1 : key.end];
    return { pieces: [name, ':', ...arrow(value, part)], loose: false };
  }

  function isValue(node: FunctionExpression, parent: AnyNode): boolean {
    const { id, async, generator } = node;
    if (id || async || generator || hasOwnThisIn(node)) return false;
    if (parent.type === 'MethodDefinition' || parent.type === 'NewExpression') return false;
    if (parent.type === 'Property') return parent.kind === 'init' && !parent.method;
    return !(parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' && kept.has(parent.id.name));
  }

  function part(node: AnyNode, parent: AnyNode): readonly Piece[] {
    return form(node, parent)?.pieces ?? rewritten(code, node, form);
  }
}

/** A part as it stands. */
const whole = ({ start, end }: AnyNode): readonly Piece[] => [[start, end]];

type Function = FunctionDeclaration | FunctionExpression;

function arrow(node: Function, part: (node: AnyNode, parent: AnyNode) => readonly Piece[]): readonly Piece[] {
  const { params, body } = node;
  const [first] = params;
  const listed = params.flatMap((param, at): readonly Piece[] => [at === 0 ? '' : ',', ...part(param, node)]);
  const head = params.length === 1 && first?.type === 'Identifier' ? [...listed, '=>'] : ['(', ...listed, ')=>'];
  const value = returned(node);
  return [...head, ...(value ? arrowValue(value, part(value, node)) : part(body, node))];
}

/** What an arrow gives back, in parentheses where it needs them: a brace would open a block, a comma end the arrow. */
export function arrowValue(value: AnyNode, pieces: readonly Piece[]): readonly Piece[] {
  const wrapped = value.type === 'SequenceExpression' || leftmost(value).type === 'ObjectExpression';
  return wrapped ? ['(', ...pieces, ')'] : pieces;
}

/** What a function returns that does nothing else. */
function returned({ body }: Function): AnyNode | null {
  const [only, ...more] = body.body;
  return only?.type === 'ReturnStatement' && more.length === 0 ? (only.argument ?? null) : null;
}

function hasOwnThisIn({ params, body }: Function): boolean {
  return hasOwnThis(body) || params.some(hasOwnThis);
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
