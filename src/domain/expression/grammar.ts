import jsep from 'jsep';
import { RESERVED } from './plain-text';

/** Deepest nesting of parentheses, `not` and minus signs. */
export const MAX_DEPTH = 40;

/** What the parser refuses, with the place (0 first). Caught by `parseExpression`; never leaves this folder. */
export class Refusal extends Error {
  constructor(
    readonly at: number,
    readonly reason: 'unexpected' | 'incomplete' | 'unclosed' | 'call' | 'deep',
    readonly found: string,
  ) {
    super(reason);
  }
}

/** A node of the parser with the place of its first character; `group` marks a pair of parentheses around it. */
export interface Node extends jsep.Expression {
  at?: number;
  group?: boolean;
}

interface Reading extends jsep.HookScope {
  depth?: number;
}

const PRECEDENCE: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '==', '!=', '<>', '<', '<=', '>', '>=', 'has', 'in', 'not in'],
  ['+', '-'],
  ['*', '/'],
];

/**
 * The tree of an expression in half width (`halfWidth`), as jsep's nodes: Literal, Identifier, ArrayExpression (a list),
 * UnaryExpression, BinaryExpression; an empty Compound for an empty text. jsep parts the operators by precedence, the
 * hooks below read what stands between them, so that calls, members and the like never come up. Throws a Refusal, or jsep's own error
 * with `index`. jsep keeps its grammar in one global; `plugins.register` sets it up at the first call only.
 */
export function parseNodes(text: string): Node {
  jsep.plugins.register({ name: 'kenshin', init: declareGrammar });
  const separator = /^ *[,;]/.exec(text);
  if (separator) throw new Refusal(separator[0].length - 1, 'unexpected', separator[0].slice(-1));
  return jsep(spellOperators(text));
}

/** Word operators in the one spelling the grammar knows, each character in its place. */
function spellOperators(text: string): string {
  return text.replace(/'[^']*'|"[^"]*"|\[[^\]]*\]|[^'"[]+/g, (piece) =>
    /^['"[]/.test(piece)
      ? piece
      : piece
          .replace(/(?<![\w\u0080-\uffff])(?:and|or|not|has|in)(?![\w\u0080-\uffff])/gi, (word) => word.toLowerCase())
          .replace(
            /(?<![\w\u0080-\uffff])not( +)in(?![\w\u0080-\uffff])/g,
            (_, gap: string) => `not in${gap.slice(1)}`,
          ),
  );
}

function declareGrammar(): void {
  jsep.removeAllUnaryOps();
  jsep.removeAllBinaryOps();
  jsep.removeAllLiterals();
  PRECEDENCE.forEach((operators, level) => {
    for (const operator of operators) jsep.addBinaryOp(operator, level + 1);
  });
  jsep.hooks.add('gobble-token', function (env) {
    env.node = readOperand(this);
  });
  // jsep's own entry here reads `a ? b : c`.
  delete jsep.hooks['after-expression'];
  jsep.hooks.add('after-expression', function () {
    if (depthOf(this) === 0 && this.index < this.expr.length) refuse(this, 'unexpected');
  });
}

/** Whatever stands between two operators, its signs included. */
function readOperand(reading: Reading): Node {
  const at = reading.index;
  const first = reading.char;
  if (first === '' || first === ')' || first === ',') refuse(reading, 'incomplete');
  if (/[\d.]/.test(first)) return { ...(reading.gobbleNumericLiteral() as Node), at };
  if (first === "'" || first === '"') return { type: 'Literal', value: readQuoted(reading, first), at };
  if (first === '[') return { type: 'Identifier', name: readQuoted(reading, ']'), at };
  if (first === '(') return { ...readGroup(reading), at, group: true };
  if (first === '-') {
    reading.index += 1;
    return readUnary(reading, '-', at);
  }
  if (!/[\w\u0080-\uffff]/.test(first)) refuse(reading, 'unexpected');
  return readWord(reading, at);
}

function readWord(reading: Reading, at: number): Node {
  const name = String((reading.gobbleIdentifier() as Node).name);
  const word = name.toLowerCase();
  if (word === 'not') return readUnary(reading, 'not', at);
  if (word === 'true' || word === 'false') return { type: 'Literal', value: word === 'true', at };
  if (word === 'null') return { type: 'Literal', value: null, at };
  if (RESERVED.includes(word)) throw new Refusal(at, 'incomplete', name);
  reading.gobbleSpaces();
  if (reading.char === '(') throw new Refusal(at, 'call', name);
  return { type: 'Identifier', name, at };
}

function readUnary(reading: Reading, operator: string, at: number): Node {
  enter(reading);
  const argument = reading.gobbleToken() as Node;
  leave(reading);
  return { type: 'UnaryExpression', operator, argument, prefix: true, at };
}

/** An expression in parentheses, or a list where commas part several. */
function readGroup(reading: Reading): Node {
  const at = reading.index;
  const items: Node[] = [];
  enter(reading);
  do {
    reading.index += 1;
    items.push(reading.gobbleExpression());
  } while (reading.char === ',');
  leave(reading);
  if (reading.char === '') throw new Refusal(at, 'unclosed', '(');
  if (reading.char !== ')') refuse(reading, 'unexpected');
  reading.index += 1;
  return items.length === 1 ? (items[0] as Node) : { type: 'ArrayExpression', elements: items };
}

/** Text up to its closing mark; the mark itself is written twice. */
function readQuoted(reading: Reading, closing: string): string {
  const at = reading.index;
  const text = reading.expr;
  let end = text.indexOf(closing, at + 1);
  while (end >= 0 && text[end + 1] === closing) end = text.indexOf(closing, end + 2);
  if (end < 0) throw new Refusal(at, 'unclosed', reading.char);
  reading.index = end + 1;
  return text
    .slice(at + 1, end)
    .split(closing + closing)
    .join(closing);
}

function enter(reading: Reading): void {
  reading.depth = depthOf(reading) + 1;
  if (reading.depth > MAX_DEPTH) refuse(reading, 'deep');
}

function leave(reading: Reading): void {
  reading.depth = depthOf(reading) - 1;
}

function depthOf(reading: Reading): number {
  return reading.depth ?? 0;
}

function refuse(reading: Reading, reason: Refusal['reason']): never {
  throw new Refusal(reading.index, reason, reading.char);
}
