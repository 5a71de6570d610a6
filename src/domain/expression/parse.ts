import type { Text } from '../text';
import type { BinaryOperator, Expression } from './expression';
import { says } from './messages';
import { halfWidth, RESERVED } from './plain-text';

/** Longest expression, in characters. */
const MAX_LENGTH = 2000;
/** Deepest nesting of parentheses, `not` and minus signs. */
export const MAX_DEPTH = 40;

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  /** `at` is the offending character, 0 first; `why` counts from 1. */
  | { readonly ok: false; readonly at: number; readonly why: Text };

/** How tightly a binary operator binds; all bind to the left. */
const LEVELS: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  ...{ '=': 3, '==': 3, '!=': 3, '<>': 3, '<': 3, '<=': 3, '>': 3, '>=': 3, has: 3, in: 3, not: 3 },
  ...{ '+': 4, '-': 4, '*': 5, '/': 5 },
};
const COMPARISON = 3;
const TIGHTEST = 6;

/** A number, a word, or one or two marks, after spaces. */
const TOKEN =
  /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|([\w\u0080-\uffff][\w$\u0080-\uffff]*)|(==|!=|<>|<=|>=|[^\s])|$)/iy;

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
    return { ok: true, expression: new Reading(plain).whole() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, at: error.at, why: error.why };
    throw error;
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

/** An operand as it was read, and where it begins. */
interface Operand {
  readonly at: number;
  readonly expression: Expression;
}

/** One expression being read from left to right, by precedence climbing. */
class Reading {
  /** Where the token under the eye begins and ends, and what it says; '' at the end of the text. */
  private at = 0;
  private end = 0;
  private token = '';
  private kind: 'number' | 'word' | 'mark' = 'mark';
  private depth = 0;

  constructor(private readonly text: string) {
    this.step();
  }

  whole(): Expression {
    const operand = this.binary(1);
    if (this.token !== '') throw this.unexpected();
    return single(operand);
  }

  /** Operands joined by operators that bind at least as tightly as `level`. */
  private binary(level: number): Operand {
    let left = this.prefixed(level);
    let compared = false;
    for (;;) {
      const operator = this.operator();
      const binds = LEVELS[operator] ?? 0;
      if (binds < level || binds === 0) return left;
      const before = single(left);
      if (compared && binds === COMPARISON) throw new Fault(left.at, says.chained(left.at + 1));
      compared = binds === COMPARISON;
      this.step();
      const negated = operator === 'not';
      if (negated) this.step();
      const right = this.binary(binds + 1);
      const joined = join(negated ? 'in' : operator, before, right);
      left = { at: left.at, expression: negated ? { op: 'not', of: joined } : joined };
    }
  }

  /** The operator under the eye as LEVELS names it; `not` only before `in`. */
  private operator(): string {
    const operator = this.kind === 'number' ? '' : this.token.toLowerCase();
    if (operator !== 'not') return operator;
    TOKEN.lastIndex = this.end;
    return TOKEN.exec(this.text)?.[2]?.toLowerCase() === 'in' ? operator : '';
  }

  /** `not` reaches over whatever binds tighter than it, a minus sign over one operand. */
  private prefixed(level: number): Operand {
    const { at } = this;
    const sign = this.kind === 'number' ? '' : this.token.toLowerCase();
    if (sign !== 'not' && sign !== '-') return this.operand();
    this.step();
    this.enter();
    const of = single(sign === 'not' ? this.binary(Math.max(COMPARISON, level)) : this.prefixed(TIGHTEST));
    this.depth -= 1;
    if (sign === 'not') return { at, expression: { op: 'not', of } };
    const folded = of.op === 'value' && typeof of.value === 'number';
    return { at, expression: folded ? { op: 'value', value: 0 - Number(of.value) } : { op: 'negate', of } };
  }

  private operand(): Operand {
    const { at, token } = this;
    if (this.kind === 'number') return this.took(at, { op: 'value', value: this.number() });
    if (this.kind === 'word') return this.word(at, token);
    if (token === "'" || token === '"') return this.took(at, { op: 'value', value: this.quoted(token) });
    if (token === '[') return this.took(at, { op: 'column', name: this.quoted(']') });
    if (token === '(') return this.group(at);
    throw token === '' || token === ')' || token === ',' ? new Fault(at, says.incomplete(at + 1)) : this.unexpected();
  }

  private number(): number {
    const rest = /^[\w$.\u0080-\uffff]+/.exec(this.text.slice(this.end));
    if (rest) throw new Fault(this.end, says.unexpected(this.end + 1, rest[0]));
    const number = Number(this.token);
    if (!Number.isFinite(number)) throw new Fault(this.at, says.number(this.at + 1));
    return number;
  }

  private word(at: number, name: string): Operand {
    const word = name.toLowerCase();
    if (word === 'true' || word === 'false') return this.took(at, { op: 'value', value: word === 'true' });
    if (word === 'null') return this.took(at, { op: 'value', value: null });
    if (RESERVED.includes(word)) throw new Fault(at, says.incomplete(at + 1));
    const operand = this.took(at, { op: 'column', name });
    if (this.token === '(') throw new Fault(at, says.call(at + 1, name));
    return operand;
  }

  /** An expression in parentheses, or a list where commas part several. */
  private group(at: number): Operand {
    const items: Operand[] = [];
    this.enter();
    do {
      this.step();
      items.push(this.binary(1));
    } while (this.token === ',');
    this.depth -= 1;
    if (this.token === '') throw new Fault(at, says.unclosed(at + 1, '('));
    if (this.token !== ')') throw this.unexpected();
    this.step();
    const [only] = items;
    return { at, expression: items.length === 1 && only ? only.expression : { op: 'list', items: items.map(single) } };
  }

  /** Text up to its closing mark; the mark itself is written twice. */
  private quoted(closing: string): string {
    let end = this.text.indexOf(closing, this.end);
    while (end >= 0 && this.text[end + 1] === closing) end = this.text.indexOf(closing, end + 2);
    if (end < 0) throw new Fault(this.at, says.unclosed(this.at + 1, this.token));
    const inside = this.text.slice(this.end, end);
    this.end = end + 1;
    return inside.split(closing + closing).join(closing);
  }

  private took(at: number, expression: Expression): Operand {
    this.step();
    return { at, expression };
  }

  private step(): void {
    TOKEN.lastIndex = this.end;
    const [all = '', number, word, mark] = TOKEN.exec(this.text) ?? [];
    this.token = number ?? word ?? mark ?? '';
    this.kind = number !== undefined ? 'number' : word !== undefined ? 'word' : 'mark';
    this.end += all.length;
    this.at = this.end - this.token.length;
  }

  private enter(): void {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new Fault(this.at, says.deep(this.at + 1, MAX_DEPTH));
  }

  private unexpected(): Fault {
    return new Fault(this.at, says.unexpected(this.at + 1, this.token));
  }
}

/** The operand where a list may not stand. */
function single({ at, expression }: Operand): Expression {
  if (expression.op === 'list') throw new Fault(at, says.list(at + 1));
  return expression;
}

function join(operator: string, left: Expression, right: Operand): Expression {
  if (operator === 'in' || (operator === 'has' && right.expression.op === 'list')) {
    const items = right.expression.op === 'list' ? right.expression.items : [right.expression];
    return { op: operator, left, right: { op: 'list', items } };
  }
  const op = operator === '==' ? '=' : operator === '<>' ? '!=' : operator;
  return { op: op as BinaryOperator, left, right: single(right) };
}
