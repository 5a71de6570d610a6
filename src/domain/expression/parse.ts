import type { Text } from '../text';
import type { BinaryOperator, Expression } from './expression';
import { MAX_DEPTH, type Node, parseNodes, Refusal } from './grammar';
import { says } from './messages';
import { halfWidth } from './plain-text';

/** Longest expression, in characters. */
const MAX_LENGTH = 2000;

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  /** `at` is the offending character, 0 first; `why` counts from 1. */
  | { readonly ok: false; readonly at: number; readonly why: Text };

const COMPARISONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>=', 'has', 'in', 'not in'];

/**
 * Reads a filter, rule or condition. Columns stand bare (`plan`) or in brackets (`[Renewal Date]`), texts in single or
 * double quotes (the quote itself doubled), numbers as 1.5 or 1e3, `true`, `false`, `null`; operators, loosest first:
 * or; and; not; = != <> < <= > >= has in `not in`; + -; * /. Words in any case, full-width marks as half-width ones.
 * Never throws.
 */
export function parseExpression(text: string): Parsed {
  if (text.length > MAX_LENGTH) return { ok: false, at: MAX_LENGTH, why: says.long(MAX_LENGTH) };
  const plain = halfWidth(text);
  if (plain.trim() === '') return { ok: false, at: 0, why: says.empty() };
  try {
    return { ok: true, expression: convert(parseNodes(plain)) };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, at: error.at, why: error.why };
    if (error instanceof Refusal) return { ok: false, at: error.at, why: reasonOf(error, plain) };
    const at = (error as { index?: unknown }).index;
    if (typeof at !== 'number') throw error;
    return { ok: false, at, why: says.unexpected(at + 1, wordAt(plain, at)) };
  }
}

class Fault extends Error {
  constructor(
    readonly at: number,
    readonly why: Text,
  ) {
    super(why.en);
  }
}

function reasonOf({ at, reason, found }: Refusal, plain: string): Text {
  if (reason === 'incomplete') return says.incomplete(at + 1);
  if (reason === 'unclosed') return says.unclosed(at + 1, found);
  if (reason === 'call') return says.call(at + 1, found);
  if (reason === 'deep') return says.deep(at + 1, MAX_DEPTH);
  return says.unexpected(at + 1, wordAt(plain, at));
}

function wordAt(plain: string, at: number): string {
  return /^[\w\u0080-\uffff]+|^.?/.exec(plain.slice(at))?.[0] ?? '';
}

/** An operand's tree; lists only where `convertList` lets them. */
function convert(node: Node): Expression {
  const at = node.at ?? 0;
  if (node.type === 'Identifier') return { op: 'column', name: String(node.name) };
  if (node.type === 'Literal') return literal(node);
  if (node.type === 'ArrayExpression') throw new Fault(at, says.list(at + 1));
  if (node.type === 'UnaryExpression') return unary(String(node.operator), convert(node.argument as Node));
  return convertBinary(node);
}

function literal(node: Node): Expression {
  const value = node.value as string | number | boolean | null;
  const at = node.at ?? 0;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Fault(at, says.number(at + 1));
  return { op: 'value', value };
}

function unary(operator: string, of: Expression): Expression {
  if (operator === 'not') return { op: 'not', of };
  return of.op === 'value' && typeof of.value === 'number'
    ? { op: 'value', value: 0 - of.value }
    : { op: 'negate', of };
}

function convertBinary(node: Node): Expression {
  const leftNode = node.left as Node;
  const right = node.right as Node;
  const operator = spell(String(node.operator));
  if (operator === 'and' || operator === 'or') {
    return { op: operator, left: convert(leftNode), right: convert(right) };
  }
  // jsep binds `not` as tightly as a minus sign; here it is looser than every comparison, so it moves outwards.
  const nots = leadingNots(leftNode);
  let left = convert(leftNode);
  for (let stripped = 0; stripped < nots && left.op === 'not'; stripped++) left = left.of;
  if (COMPARISONS.includes(operator) && isBareComparison(leftNode)) {
    const at = placeOf(leftNode);
    throw new Fault(at, says.chained(at + 1));
  }
  let whole = combine(operator, left, right);
  for (let wrapped = 0; wrapped < nots; wrapped++) whole = { op: 'not', of: whole };
  return whole;
}

function spell(operator: string): BinaryOperator | 'not in' {
  if (operator === '==') return '=';
  return operator === '<>' ? '!=' : (operator as BinaryOperator | 'not in');
}

function combine(operator: BinaryOperator | 'not in', left: Expression, right: Node): Expression {
  if (operator === 'not in') return { op: 'not', of: combine('in', left, right) };
  if (operator === 'in') return { op: 'in', left, right: { op: 'list', items: listed(right) } };
  if (operator === 'has' && right.type === 'ArrayExpression') {
    return { op: 'has', left, right: { op: 'list', items: listed(right) } };
  }
  return { op: operator, left, right: convert(right) };
}

function listed(node: Node): readonly Expression[] {
  return node.type === 'ArrayExpression' ? (node.elements as Node[]).map(convert) : [convert(node)];
}

/** Number of `not` before an operand that no parenthesis holds back. */
function leadingNots(node: Node): number {
  if (node.group) return 0;
  if (node.type === 'UnaryExpression') return node.operator === 'not' ? 1 + leadingNots(node.argument as Node) : 0;
  return node.type === 'BinaryExpression' ? leadingNots(node.left as Node) : 0;
}

function isBareComparison(node: Node): boolean {
  return node.type === 'BinaryExpression' && !node.group && COMPARISONS.includes(spell(String(node.operator)));
}

function placeOf(node: Node): number {
  return node.at ?? (node.left ? placeOf(node.left as Node) : 0);
}
