import type { Expression } from './expression';
import { RESERVED } from './plain-text';

const LEVELS: Readonly<Record<string, number>> = { or: 1, and: 2, not: 3, '+': 5, '-': 5, '*': 6, '/': 6, negate: 7 };
const COMPARISON = 4;
const ATOM = 8;

/** The expression as text, with no more parentheses than it needs; `parseExpression` gives the same tree back. */
export function formatExpression(expression: Expression): string {
  switch (expression.op) {
    case 'value':
      return typeof expression.value === 'string'
        ? `'${expression.value.split("'").join("''")}'`
        : String(expression.value);
    case 'column':
      return formatColumn(expression.name);
    case 'list':
      return `(${expression.items.map(formatExpression).join(', ')})`;
    case 'not':
      return `not ${wrap(expression.of, COMPARISON + 1)}`;
    case 'negate':
      return `-${wrap(expression.of, ATOM)}`;
    default: {
      const level = levelOf(expression);
      const right = expression.right.op === 'list' ? level : level + 1;
      // Comparisons do not chain: either side that compares stands in parentheses.
      const left = level === COMPARISON ? COMPARISON + 1 : level;
      return `${wrap(expression.left, left)} ${expression.op} ${wrap(expression.right, right)}`;
    }
  }
}

function formatColumn(name: string): string {
  const bare = /^[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*$/.test(name) && !RESERVED.includes(name.toLowerCase());
  return bare ? name : `[${name.split(']').join(']]')}]`;
}

function levelOf(expression: Expression): number {
  if (expression.op === 'value' || expression.op === 'column' || expression.op === 'list') return ATOM;
  return LEVELS[expression.op] ?? COMPARISON;
}

function wrap(expression: Expression, lowest: number): string {
  const text = formatExpression(expression);
  return levelOf(expression) < lowest ? `(${text})` : text;
}
