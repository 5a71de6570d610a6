import fc from 'fast-check';
import { columnsOf, compileExpression } from '../../src/domain/expression/evaluate';
import { formatExpression } from '../../src/domain/expression/format';
import { MAX_DEPTH, parseExpression } from '../../src/domain/expression/parse';
import { cell, expectCell, expectText, text } from './drawn';
import { fuzz } from './replay';

const WORDS = [
  ...['and', 'or', 'not', 'in', 'has', 'not in', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '(', ')', ','],
  ...['mrr', 'plan', '[Renewal Date]', 'as_of', "'gold'", '"a""b"', '1', '1.5e3', 'true', 'null', "('a', 'b')", '＝'],
];

/** Something like a filter, or anything at all. */
const filter = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(' ')) },
  text,
  fc.integer({ min: 1, max: 3000 }).map((depth) => `${'('.repeat(depth)}a${')'.repeat(depth)}`),
  fc.integer({ min: 1, max: 3000 }).map((length) => `${'not '.repeat(length)}a`),
);

describe('whatever stands in a filter', () => {
  it('is read, or refused at a character in words', () => {
    fuzz(filter, (written) => {
      const parsed = parseExpression(written);
      if (parsed.ok) return;
      expect(parsed.at).toBeGreaterThanOrEqual(0);
      expect(parsed.at).toBeLessThanOrEqual(written.length);
      expectText(parsed.why);
    });
  });

  it('means the same when it is written out and read again', () => {
    fuzz(filter, (written) => {
      const parsed = parseExpression(written);
      // Written out, each `not` takes two of the levels that may be nested.
      if (!parsed.ok || written.split('not').length > MAX_DEPTH / 2) return;
      const again = parseExpression(formatExpression(parsed.expression));
      expect(again).toEqual({ ok: true, expression: parsed.expression });
    });
  });

  it('gives a cell for whatever its columns hold', () => {
    fuzz(fc.tuple(filter, fc.array(cell, { minLength: 1, maxLength: 6 })), ([written, cells]) => {
      const parsed = parseExpression(written);
      if (!parsed.ok) return;
      const names = columnsOf(parsed.expression);
      const result = compileExpression(parsed.expression)((name) => cells[names.indexOf(name) % cells.length] ?? null);
      expectCell(result);
    });
  });
});
