import { type AnyNode, type CallExpression, type MemberExpression, parse } from 'acorn';
import type { Piece } from './edits';
import { bodyOf, type Form, freeNames, inserted, lastStep, rewritten } from './tree';

/** What the lowered script declares, where it has a use for it. */
const WORDS = {
  /** The value that was asked for last, and what it is a member of. */
  last: '',
  owner: '',
  or: '=(a,b)=>null==a?b:a',
  memberOf: '=(a,b)=>null==a?void 0:a[b]',
  memberOr: '=(a,b,c)=>null==a||null==(a=a[b])?c:a',
} as const;

/**
 * The script `var X=(()=>{...})()` with `a?.b` and `a??b` in words of ES2019, and few of them. Compilers give every place
 * a variable of its own; here all places share one, which is read right after it was set, and three small functions say
 * what comes most: `o(a,0)` for `a??0`, `m(a,"b")` for `a?.b`, `n(a,"b",0)` for `a?.b??0`. They stand only where the other
 * value may be worked out at once. What has no such form stays as it is, for the gate to refuse.
 */
export function lowered(code: string): readonly Piece[] {
  const program = parse(code, { ecmaVersion: 2022 });
  const body = bodyOf(program);
  if (!body) return [[0, code.length]];
  const free = freeNames(code);
  const names = new Map<keyof typeof WORDS, string>();
  const pieces = rewritten(code, program, lower);
  const declared = [...names].map(([word, name]) => name + WORDS[word]);
  return inserted(pieces, body.start + 1, declared.length > 0 ? `var ${declared.join(',')};` : '');

  function name(word: keyof typeof WORDS): string {
    const known = names.get(word) ?? free.next().value;
    names.set(word, known);
    return known;
  }

  /** An operand of what is lowered. */
  function operand(node: AnyNode): readonly Piece[] {
    const pieces = lower(node)?.pieces ?? rewritten(code, node, lower);
    return node.type === 'SequenceExpression' ? ['(', ...pieces, ')'] : pieces;
  }

  function lower(node: AnyNode): Form | null {
    if (node.type === 'ChainExpression') return chain(node.expression);
    if (node.type !== 'LogicalExpression' || node.operator !== '??') return null;
    const { left, right } = node;
    const other = operand(right);
    if (isPlain(right)) {
      const member = left.type === 'ChainExpression' ? memberIn(left.expression) : null;
      if (member) return call('memberOr', operandOf(member.object), keyOf(member), other);
      return call('or', operand(left), other);
    }
    const loose = true;
    if (left.type === 'Identifier') return { loose, pieces: [`null!=${left.name}?${left.name}:`, ...other] };
    return { loose, pieces: [`null!=(${name('last')}=`, ...operand(left), `)?${name('last')}:`, ...other] };
  }

  function chain(expression: AnyNode): Form | null {
    const member = memberIn(expression);
    if (member) return call('memberOf', operandOf(member.object), keyOf(member));
    const step = lastStep(expression);
    if (!step) return null;
    const base = step.type === 'MemberExpression' ? step.object : step.callee;
    const loose = true;
    if (base.type === 'Identifier' || (step.type === 'CallExpression' && isBareMember(base))) {
      const text = code.slice(base.start, base.end);
      return { loose, pieces: [`null==${text}?void 0:${text}`, ...tail(expression, base)] };
    }
    if (step.type === 'CallExpression' && base.type === 'MemberExpression') return method(step, base, expression);
    const pieces = [
      `null==(${name('last')}=`,
      ...operandOf(base),
      `)?void 0:${name('last')}`,
      ...tail(expression, base),
    ];
    return { loose, pieces };
  }

  /** `a.b?.(c)`, which is called as a member of `a`. */
  function method(step: CallExpression, base: MemberExpression, whole: AnyNode): Form | null {
    if ((base.computed && !isPlain(base.property)) || (!base.optional && lastStep(base))) return null;
    const object = [`${name('owner')}=`, ...operandOf(base.object)];
    const member = base.optional
      ? call('memberOf', object, keyOf(base)).pieces
      : ['(', ...object, ')[', ...keyOf(base), ']'];
    const listed = step.arguments.flatMap((one): readonly Piece[] => [',', ...operand(one)]);
    const called = [`)?void 0:${name('last')}.call(${name('owner')}`, ...listed, ')', ...tail(whole, step)];
    return { loose: true, pieces: [`null==(${name('last')}=`, ...member, ...called] };
  }

  /** What a chain goes through before its last `?.`, which may be a chain in turn. */
  function operandOf(base: AnyNode): readonly Piece[] {
    return (lastStep(base) && chain(base)?.pieces) || operand(base);
  }

  /** What follows the last `?.` of a chain. */
  function tail(node: AnyNode, base: AnyNode): readonly Piece[] {
    if (node === base) return [];
    if (node.type === 'MemberExpression') {
      const before = tail(node.object, base);
      const { start, end } = node.property;
      return node.computed ? [...before, '[', ...keyOf(node), ']'] : [...before, '.', [start, end]];
    }
    if (node.type !== 'CallExpression') throw new Error(`a chain goes through ${node.type}`);
    const listed = node.arguments.flatMap((one, at): readonly Piece[] => [at === 0 ? '' : ',', ...operand(one)]);
    return [...tail(node.callee, base), '(', ...listed, ')'];
  }

  /** The name of a member, as a text where the script has a name. */
  function keyOf({ computed, property }: MemberExpression): readonly Piece[] {
    if (computed) return operand(property);
    return [JSON.stringify(code.slice(property.start, property.end))];
  }

  function call(callee: 'or' | 'memberOf' | 'memberOr', ...operands: readonly (readonly Piece[])[]): Form {
    const listed = operands.flatMap((one, at): readonly Piece[] => [at === 0 ? '' : ',', ...one]);
    return { loose: false, pieces: [`${name(callee)}(`, ...listed, ')'] };
  }
}

/** A chain that ends with `?.b`, or with `?.[b]` where `b` may be worked out at once. */
function memberIn(chain: AnyNode): MemberExpression | null {
  if (chain.type !== 'MemberExpression' || !chain.optional) return null;
  return !chain.computed || isPlain(chain.property) ? chain : null;
}

/** A member that may be asked for twice: `a.b`, `a[b]`. */
function isBareMember(node: AnyNode): boolean {
  return node.type === 'MemberExpression' && node.object.type === 'Identifier' && node.property.type === 'Identifier';
}

/** True for what can be worked out before it is asked for: it fails never, and nobody notices. */
function isPlain(node: AnyNode | null): boolean {
  switch (node?.type) {
    case 'Identifier':
    case 'ArrowFunctionExpression':
      return true;
    case 'Literal':
      return !('regex' in node);
    case 'UnaryExpression':
      return isPlain(node.argument);
    case 'BinaryExpression':
      return node.left.type === 'Literal' && node.right.type === 'Literal';
    case 'ArrayExpression':
      return node.elements.every(isPlain);
    case 'ObjectExpression':
      return node.properties.length === 0;
    default:
      return false;
  }
}
