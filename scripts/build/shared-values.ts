import { type AnyNode, type BlockStatement, parse } from 'acorn';
import { closedFunctions } from './closed-functions';
import type { Edit } from './edits';
import { bodyOf, childrenOf, freeNames } from './tree';

/** Objects of the language whose members need no `this`. */
const BUILT_IN = /^(?:Array|JSON|Math|Number|Object)$/;
/** Names of the language that a script has wherever it runs. */
const GLOBAL = /^(?:Array|Date|Error|Float64Array|Int32Array|Map|Number|Object|RegExp|Set|String|encodeURIComponent)$/;

/**
 * What gives one name to a string, or to a name or member of the language such as `String` or `Math.floor`, that the script holds many times:
 * in a `var` at the head of its one function (`var X=(()=>{...})()`). Nothing else changes: the names are free everywhere
 * in the script. Only where it takes fewer bytes; `typeof x=="string"` stays as engines know it.
 */
export function sharedValues(code: string): readonly Edit[] {
  const uses = new Map<string, AnyNode[]>();
  const program = parse(code, { ecmaVersion: 2022 });
  const body = bodyOf(program);
  if (!body) return [];
  const head = body.start + 1;
  const closed = oftenClosed(program, body, code);
  visit(program, null);
  const free = freeNames(code);
  const edits: Edit[] = [];
  const declared: string[] = [];
  const often = [...uses].sort(([one, many], [other, more]) => gain(other, more.length) - gain(one, many.length));
  for (const [text, nodes] of often) {
    if (gain(text, nodes.length) <= 0) break;
    const name = free.next().value;
    declared.push(`${name}=${text}`);
    // A keyword may stand right before or after: `return"a"`, `case"a":`, `"a"in b`.
    for (const { start, end } of nodes) {
      const before = /[\w$]/.test(code[start - 1] ?? '') ? ' ' : '';
      const after = /[\w$]/.test(code[end] ?? '') ? ' ' : '';
      edits.push({ start, end, text: before + name + after });
    }
  }
  if (declared.length > 0) edits.push({ start: head, end: head, text: `var ${declared.join(',')};` });
  return edits.sort((one, other) => one.start - other.start || one.end - other.end);

  function visit(node: AnyNode, parent: AnyNode | null): void {
    if (
      closed.has(node) ||
      isBuiltIn(node) ||
      isGlobal(node, parent) ||
      ((isText(node) || isNothing(node)) && isValue(node, parent))
    ) {
      const text = code.slice(node.start, node.end);
      uses.set(text, [...(uses.get(text) ?? []), node]);
      return;
    }
    for (const child of childrenOf(node)) visit(child, node);
  }
}

function isText(node: AnyNode): boolean {
  return node.type === 'Literal' && typeof node.value === 'string';
}

/** `null` and `void 0`. */
function isNothing(node: AnyNode): boolean {
  return node.type === 'UnaryExpression' ? node.operator === 'void' : node.type === 'Literal' && node.raw === 'null';
}

function isBuiltIn(node: AnyNode): boolean {
  return (
    node.type === 'MemberExpression' &&
    !node.computed &&
    node.object.type === 'Identifier' &&
    BUILT_IN.test(node.object.name) &&
    node.property.type === 'Identifier' &&
    node.property.name !== 'prototype'
  );
}

function isGlobal(node: AnyNode, parent: AnyNode | null): boolean {
  if (node.type !== 'Identifier' || !GLOBAL.test(node.name)) return false;
  if (parent?.type === 'MemberExpression') return parent.computed || node === parent.object;
  return parent?.type !== 'Property' || (node === parent.value && !parent.shorthand);
}

/** Functions that do the same wherever they stand, and come often. */
function oftenClosed(program: AnyNode, body: BlockStatement, code: string): ReadonlySet<AnyNode> {
  const functions = closedFunctions(program, body);
  const textOf = ({ start, end }: AnyNode): string => code.slice(start, end);
  const times = new Map<string, number>();
  for (const one of functions) times.set(textOf(one), (times.get(textOf(one)) ?? 0) + 1);
  return new Set(functions.filter((one) => gain(textOf(one), times.get(textOf(one)) ?? 0) > 0));
}

/** False for a name in an object, a directive, and what a type or nothing is compared with. */
function isValue(node: AnyNode, parent: AnyNode | null): boolean {
  if (parent === null || parent.type === 'ExpressionStatement') return false;
  if (parent.type === 'Property') return parent.computed || node === parent.value;
  if (parent.type !== 'BinaryExpression') return true;
  if (!isText(node)) return false;
  return ![parent.left, parent.right].some((side) => side.type === 'UnaryExpression' && side.operator === 'typeof');
}

/** Bytes saved by a name of two characters. */
function gain(text: string, uses: number): number {
  const bytes = Buffer.byteLength(text);
  return uses * (bytes - 2) - (bytes + 4);
}
