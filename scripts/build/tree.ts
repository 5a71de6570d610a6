import type { AnyNode, BlockStatement } from 'acorn';

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
