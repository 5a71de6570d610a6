import { type AnyNode, parse } from 'acorn';
import type { Edit } from './edits';

/** Letters and digits of the names that stand for strings. */
const FIRST = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$';
const FURTHER = `${FIRST}0123456789`;

/**
 * What gives one name to a string that the script holds many times, in a `var` at the head of its one function
 * (`var X=(()=>{...})()`). Nothing else changes: the names are free everywhere in the script. Only strings that take fewer
 * bytes so; `typeof x=="string"` stays as engines know it.
 */
export function sharedStrings(code: string): readonly Edit[] {
  const uses = new Map<string, AnyNode[]>();
  const taken = new Set<string>();
  let head = 0;
  visit(parse(code, { ecmaVersion: 2022 }), null);
  const free = freeNames(taken);
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
    if (node.type === 'Identifier') taken.add(node.name);
    if (head === 0 && node.type === 'ArrowFunctionExpression') head = node.body.start + 1;
    if (node.type === 'Literal' && typeof node.value === 'string' && isValue(node, parent)) {
      const text = code.slice(node.start, node.end);
      uses.set(text, [...(uses.get(text) ?? []), node]);
    }
    for (const child of Object.values(node).flat()) if (isNode(child)) visit(child, node);
  }
}

/** False for a name in an object, a directive, and what a type is compared with. */
function isValue(node: AnyNode, parent: AnyNode | null): boolean {
  if (parent === null || parent.type === 'ExpressionStatement') return false;
  if (parent.type === 'Property') return parent.computed || node === parent.value;
  if (parent.type !== 'BinaryExpression') return true;
  return ![parent.left, parent.right].some((side) => side.type === 'UnaryExpression' && side.operator === 'typeof');
}

/** Bytes saved by a name of two characters. */
function gain(text: string, uses: number): number {
  const bytes = Buffer.byteLength(text);
  return uses * (bytes - 2) - (bytes + 4);
}

function* freeNames(taken: ReadonlySet<string>): Generator<string, never> {
  for (let length = 2; ; length += 1) {
    for (let at = 0; at < FIRST.length * FURTHER.length ** (length - 1); at += 1) {
      let name = FIRST[at % FIRST.length] as string;
      for (let rest = Math.floor(at / FIRST.length); name.length < length; rest = Math.floor(rest / FURTHER.length))
        name += FURTHER[rest % FURTHER.length];
      if (!taken.has(name) && !/^(?:as|do|if|in|is|of)$/.test(name)) yield name;
    }
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
