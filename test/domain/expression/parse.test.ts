import fc from 'fast-check';
import type { Expression } from '../../../src/domain/expression/expression';
import { formatExpression } from '../../../src/domain/expression/format';
import { parseExpression } from '../../../src/domain/expression/parse';
import { anyExpression } from './arbitraries';

const column = (name: string): Expression => ({ op: 'column', name });
const value = (cell: string | number | boolean | null): Expression => ({ op: 'value', value: cell });

function parsed(text: string): Expression {
  const result = parseExpression(text);
  if (!result.ok) throw new Error(`${text}: ${result.why.en}`);
  return result.expression;
}

function refusal(text: string): { at: number; en: string; ja: string } {
  const result = parseExpression(text);
  if (result.ok) throw new Error(`${text} was accepted`);
  return { at: result.at, ...result.why };
}

describe('parseExpression', () => {
  it('reads comparisons with columns, texts, numbers and flags', () => {
    expect(parsed("plan = 'Pro'")).toEqual({ op: '=', left: column('plan'), right: value('Pro') });
    expect(parsed('mrr>=1.5e3')).toEqual({ op: '>=', left: column('mrr'), right: value(1500) });
    expect(parsed('active = TRUE')).toEqual({ op: '=', left: column('active'), right: value(true) });
    expect(parsed('owner = null')).toEqual({ op: '=', left: column('owner'), right: value(null) });
    expect(parsed('x = -2')).toEqual({ op: '=', left: column('x'), right: value(-2) });
  });

  it('knows = and ==, != and <> as the same', () => {
    expect(parsed('a == 1')).toEqual(parsed('a = 1'));
    expect(parsed('a <> 1')).toEqual(parsed('a != 1'));
  });

  it('binds or looser than and, and looser than not, not looser than a comparison', () => {
    expect(parsed('not a = 1 and b or c')).toEqual({
      op: 'or',
      left: {
        op: 'and',
        left: { op: 'not', of: { op: '=', left: column('a'), right: value(1) } },
        right: column('b'),
      },
      right: column('c'),
    });
    expect(parsed('not not a + 1 = 2')).toEqual(parsed('not (not ((a + 1) = 2))'));
    expect(parsed('(not a) = b')).toEqual({ op: '=', left: { op: 'not', of: column('a') }, right: column('b') });
    expect(parsed('a + b * c - d')).toEqual(parsed('(a + (b * c)) - d'));
  });

  it('reads word operators in any case', () => {
    expect(parsed("roles HAS 'executive' AND Not plan IN ('a')")).toEqual(
      parsed("roles has 'executive' and not plan in ('a')"),
    );
    expect(parsed("a nOt   iN ('x', 'y')")).toEqual({
      op: 'not',
      of: { op: 'in', left: column('a'), right: { op: 'list', items: [value('x'), value('y')] } },
    });
  });

  it('keeps words inside texts and column names as they stand', () => {
    expect(parsed("a = 'NOT  IN And'")).toEqual({ op: '=', left: column('a'), right: value('NOT  IN And') });
    expect(parsed('[Signed IN] = 1')).toEqual({ op: '=', left: column('Signed IN'), right: value(1) });
    expect(parsed('index = 1 or android')).toEqual(parsed('(index = 1) or (android)'));
    expect(parsed('利用率in = 1')).toEqual({ op: '=', left: column('利用率in'), right: value(1) });
  });

  it('reads both quotes, a doubled quote as itself', () => {
    expect(parsed(`a = "it's"`)).toEqual(parsed(`a = 'it''s'`));
    expect(parsed(`a = "x""y"`)).toEqual({ op: '=', left: column('a'), right: value('x"y') });
    expect(parsed(`a = 'b\\'`)).toEqual({ op: '=', left: column('a'), right: value('b\\') });
    expect(parsed('[a]]b] = 1')).toEqual({ op: '=', left: column('a]b'), right: value(1) });
  });

  it('reads what a Japanese input method leaves: full-width marks, words, digits and quotes', () => {
    expect(parsed('ｋｉｎｄ＝’会議’　ＡＮＤ　（ｎ＞＝１０）')).toEqual(parsed("kind='会議' AND (n>=10)"));
    expect(parsed("name = 'ＡＢＣ　株式会社'")).toEqual({
      op: '=',
      left: column('name'),
      right: value('ＡＢＣ　株式会社'),
    });
  });

  it('takes a lone value after in as a list of one', () => {
    expect(parsed("a in 'x'")).toEqual(parsed("a in ('x')"));
    expect(parsed("a has ('x', 'y')")).toEqual({
      op: 'has',
      left: column('a'),
      right: { op: 'list', items: [value('x'), value('y')] },
    });
  });

  it.each([
    ['', 0],
    ['　', 0],
    ['a b', 2],
    ["a = 'x' 'y'", 8],
    ['sum(a)', 0],
    ['a.b', 1],
    ['a[0]', 1],
    ['a ? b : c', 2],
    ['a := 1', 2],
    ['a => 1', 3],
    ['a && b', 2],
    ['!a', 0],
    ['a % 2', 2],
    ['a =', 3],
    ['a and', 5],
    ['and a', 0],
    ['(a', 0],
    ['a)', 1],
    ['a, b', 1],
    [', a', 0],
    ['a;', 1],
    ['()', 1],
    ['a in ()', 6],
    ["a in ('x',)", 10],
    ["a in ('x' 'y')", 10],
    ["a = ('x', 'y')", 4],
    ["('x', 'y')", 0],
    ['1 < a < 5', 0],
    ['b and a = b = c', 6],
    ["a = 'x", 4],
    ['[a', 0],
    ['12abc', 2],
    ['1e999', 0],
    ['1.2.3', 3],
    ['`a`', 0],
    ['$a', 0],
    ['a = {}', 4],
  ])('refuses %j at its place', (text, at) => {
    const { at: found, en, ja } = refusal(text);
    expect(found).toBe(at);
    if (text.trim() !== '') {
      expect(en).toContain(`Character ${at + 1}:`);
      expect(ja).toContain(`${at + 1} 文字目`);
    }
  });

  it('bounds length and depth', () => {
    expect(parsed(`${'a = 1 or '.repeat(200)}b`).op).toBe('or');
    expect(refusal(`a = '${'x'.repeat(2000)}'`).en).toContain('2000');
    expect(parsed(`${'('.repeat(40)}a${')'.repeat(40)}`)).toEqual(column('a'));
    expect(refusal(`${'('.repeat(41)}a${')'.repeat(41)}`).at).toBe(40);
    expect(refusal(`${'not '.repeat(400)}a`).en).toContain('40');
    expect(refusal(`${'-'.repeat(1999)}1`).en).toContain('40');
  });

  it('never throws, whatever it is given', () => {
    const pieces = fc.constantFrom(
      'a',
      "'x'",
      '1',
      '(',
      ')',
      ',',
      ' ',
      'not ',
      ' in ',
      ' has ',
      '=',
      '<',
      '-',
      '*',
      '[',
      ']',
      "'",
      '"',
      '.',
      ' and ',
      'constructor',
      '__proto__',
      'this',
      'toString',
      '1e',
      '？',
      '\u0000',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          const result = parseExpression(text);
          if (!result.ok) {
            expect(result.at).toBeGreaterThanOrEqual(0);
            expect(result.at).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('formatExpression', () => {
  it('writes no more parentheses than are needed', () => {
    expect(formatExpression(parsed("((a) = ('x')) and (not ((b) in (1, 2)))"))).toBe("a = 'x' and not (b in (1, 2))");
    expect(formatExpression(parsed('(a or b) and c'))).toBe('(a or b) and c');
    expect(formatExpression(parsed('a - (b - c)'))).toBe('a - (b - c)');
  });

  it('gives text that parses to the same tree', () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const text = formatExpression(expression);
        fc.pre(text.length <= 2000);
        expect(parsed(text)).toEqual(expression);
      }),
      { numRuns: 1000 },
    );
  });
});
