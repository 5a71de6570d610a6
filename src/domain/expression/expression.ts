import type { Cell } from '../cell';

/**
 * A parsed filter, rule or condition: plain JSON, so that a configuration can be stored and compared. Made by
 * `parseExpression`, run by `evaluate`; nothing is ever eval'ed.
 */
export type Expression =
  | { readonly op: 'value'; readonly value: Cell }
  | { readonly op: 'list'; readonly items: readonly Expression[] }
  | { readonly op: 'column'; readonly name: string }
  | { readonly op: 'not' | 'negate'; readonly of: Expression }
  | { readonly op: BinaryOperator; readonly left: Expression; readonly right: Expression };

/** `has` looks for a part of a list column; `in` for the column among listed values; the rest as everywhere. */
export type BinaryOperator = 'and' | 'or' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'has' | 'in' | '+' | '-' | '*' | '/';
