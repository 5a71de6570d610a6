import fc from 'fast-check';
import type { Cell } from '../../../src/domain/cell';
import { dayOf } from '../../../src/domain/day';
import { columnsOf, compileExpression, holds } from '../../../src/domain/expression/evaluate';
import { parseExpression } from '../../../src/domain/expression/parse';
import { anyExpression } from './arbitraries';

function evaluate(text: string, row: Record<string, Cell> = {}): Cell {
  const result = parseExpression(text);
  if (!result.ok) throw new Error(result.why.en);
  return compileExpression(result.expression)((name) => row[name] ?? null);
}

function truth(text: string, row: Record<string, Cell> = {}): boolean {
  return holds(evaluate(text, row));
}

describe('compileExpression', () => {
  it('compares text without case, width and outer spaces', () => {
    expect(truth("plan = 'pro'", { plan: ' ＰＲＯ ' })).toBe(true);
    expect(truth("plan = 'ガイド'", { plan: 'ｶﾞｲﾄﾞ' })).toBe(true);
    expect(truth("plan != 'pro'", { plan: 'PRO' })).toBe(false);
    expect(truth("plan < 'b'", { plan: 'A' })).toBe(true);
  });

  it('gives a text the same answer however many others it was asked about', () => {
    const parsed = parseExpression("plan = 'Plan 7' or parts has 'Plan 7'");
    if (!parsed.ok) throw new Error(parsed.why.en);
    const test = compileExpression(parsed.expression);
    for (const round of [1, 2]) {
      const hits = Array.from({ length: 1500 }, (_, n) => n).filter((n) =>
        test((name) => `${name === 'plan' ? 'PLAN' : 'x;plan'} ${n}`),
      );
      expect([round, hits]).toEqual([round, [7]]);
    }
    expect(test(() => null)).toBe(false);
    expect(test(() => 7)).toBe(false);
  });

  it('reads numbers in texts beside numbers', () => {
    expect(truth('n = 12', { n: '１２' })).toBe(true);
    expect(truth("n > '9'", { n: 10 })).toBe(true);
    expect(truth('n > 9', { n: 'many' })).toBe(false);
    expect(truth('n != 9', { n: 'many' })).toBe(true);
    expect(truth("n > '9'", { n: '10' })).toBe(false); // both are text: '1' sorts before '9'
  });

  it('reads ISO dates beside the day numbers of date columns', () => {
    const renewal = dayOf(2026, 3, 31) as number;
    expect(truth("renewal_date = '2026-03-31'", { renewal_date: renewal })).toBe(true);
    expect(truth("renewal_date < '2026-04-01T09:00:00'", { renewal_date: renewal })).toBe(true);
    expect(truth("renewal_date > '2026-03-31'", { renewal_date: renewal })).toBe(false);
    expect(truth("renewal_date < '2026-02-31'", { renewal_date: 0 })).toBe(false); // the calendar has no such day
    expect(evaluate("renewal_date - '2026-03-01'", { renewal_date: renewal })).toBe(30);
    expect(truth("day >= '2026-01-05'", { day: '2026-01-10' })).toBe(true); // text beside text
  });

  it('compares flags with flags, words and numbers', () => {
    expect(truth('active = true', { active: true })).toBe(true);
    expect(truth('active', { active: false })).toBe(false);
    expect(truth('active', { active: 'FALSE' })).toBe(false);
    expect(truth("active = 'True'", { active: true })).toBe(true);
    expect(truth('active = 1', { active: true })).toBe(true);
  });

  it('lets a missing value compare false, but for = empty and != empty', () => {
    for (const operator of ['=', '!=', '<', '<=', '>', '>=']) {
      expect(truth(`x ${operator} 'a'`)).toBe(false);
      expect(truth(`'a' ${operator} x`)).toBe(false);
      expect(truth(`x ${operator} y`)).toBe(false);
    }
    expect(truth("x = ''")).toBe(true);
    expect(truth("'' = x")).toBe(true);
    expect(truth('x = null')).toBe(true);
    expect(truth("x = ''", { x: '  ' })).toBe(true);
    expect(truth("x != ''")).toBe(false);
    expect(truth("x != ''", { x: 0 })).toBe(true);
    expect(truth("x < ''", { x: 0 })).toBe(false);
    expect(truth("x in ('a', '')")).toBe(true);
    expect(truth("not (x = 'a')")).toBe(true);
  });

  it('finds a part of a list, not a part of a word', () => {
    expect(truth("roles has 'executive'", { roles: 'champion; Executive' })).toBe(true);
    expect(truth("roles has 'exec'", { roles: 'champion; Executive' })).toBe(false);
    expect(truth("roles has ('admin', 'champion')", { roles: 'a,Champion' })).toBe(true);
    expect(truth("roles has 'admin'")).toBe(false);
    expect(truth("roles has ''")).toBe(true);
    expect(truth('roles has 3', { roles: 3 })).toBe(true);
  });

  it('tells whether a value is among others', () => {
    expect(truth("kind in ('call', 'meeting')", { kind: 'Meeting' })).toBe(true);
    expect(truth("kind not in ('call', 'meeting')", { kind: 'email' })).toBe(true);
    expect(truth("kind not in ('call', 'meeting')", { kind: 'CALL' })).toBe(false);
    expect(truth("kind not in ('call', 'meeting')")).toBe(true);
    expect(truth('n in (1, 2)', { n: 2 })).toBe(true);
    expect(truth('n in (1, m)', { n: 3, m: 3 })).toBe(true);
  });

  it('calculates, and gives nothing where a value is missing, unreadable or a divisor is 0', () => {
    expect(evaluate('a * 2 + b / 4 - -1', { a: 3, b: 8 })).toBe(9);
    expect(evaluate('-a', { a: '3' })).toBe(-3);
    expect(evaluate('a + 1')).toBeNull();
    expect(evaluate('a + 1', { a: 'x' })).toBeNull();
    expect(evaluate('a / 0', { a: 1 })).toBeNull();
    expect(truth('a / 0 > 1', { a: 1 })).toBe(false);
  });

  it('joins conditions by two-valued logic', () => {
    expect(truth('a = 1 and b = 2 or c = 3', { c: 3 })).toBe(true);
    expect(truth('a = 1 and (b = 2 or c = 3)', { c: 3 })).toBe(false);
    expect(truth('not x')).toBe(true);
    expect(truth('1 and 0')).toBe(false);
    expect(truth("'no'")).toBe(true);
  });

  it('never throws on any tree and any cells', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(anyExpression, cell, cell, (expression, one, other) => {
        const result = compileExpression(expression)((name) => (name === 'a' ? one : other));
        expect(['string', 'number', 'boolean', 'object']).toContain(typeof result);
        expect(typeof holds(result)).toBe('boolean');
      }),
    );
  });

  it('is of two minds about nothing: an order holds one way only', () => {
    const cell = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(cell, cell, (x, y) => {
        const held = ['x < y', 'x = y', 'x > y'].filter((text) => truth(text, { x, y }));
        expect(held.length).toBeLessThanOrEqual(1);
        expect(truth('x >= y', { x, y })).toBe(truth('x > y or x = y', { x, y }));
        expect(truth('x < y', { x, y })).toBe(truth('y > x', { x, y }));
      }),
    );
  });
});

describe('columnsOf', () => {
  it('names each column once', () => {
    const result = parseExpression("a = b and not (a > -c) or d in (e, 'a') or d has f");
    expect(result.ok && columnsOf(result.expression)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});
