import fc from 'fast-check';
import { fittedHeight } from '../../../scripts/local/xlsx/fitted-height';

/** One line and two, as heights. */
const ONE = fittedHeight('a', 100, false);
const LINE = fittedHeight('a\nb', 100, false) - ONE;
const lines = (text: string, pixels: number, bold = false): number =>
  1 + Math.round((fittedHeight(text, pixels, bold) - ONE) / LINE);

describe('the height of a wrapped cell', () => {
  it('is one line for a short text and one more for each break', () => {
    expect([lines('Score', 100), lines('', 100), lines('a\n\nb', 100)]).toEqual([1, 1, 3]);
  });

  it('breaks between words, and between any two East Asian characters', () => {
    // 13.3 pixels a character: seven fit into 94.
    expect([lines('株式会社南風', 100), lines('株式会社南風デ', 100), lines('株式会社南風データ', 100)]).toEqual([
      1, 1, 2,
    ]);
    expect([lines('Coverage Percent', 84), lines('Coverage Percent', 200)]).toEqual([2, 1]);
    expect(lines('a-word-that-is-longer-than-its-cell', 84)).toBe(3);
  });

  it('is larger for a line of East Asian characters', () => {
    expect(fittedHeight('株式', 100, false)).toBeGreaterThan(ONE);
  });

  it('breaks earlier in bold text', () => {
    expect([lines('Coverage of all', 100), lines('Coverage of all', 100, true)]).toEqual([1, 2]);
  });

  it('never shrinks when text is added, nor grows when the cell gets wider', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 30, max: 400 }), fc.nat(200), (a, b, pixels, more) => {
        const height = fittedHeight(a, pixels, false);
        expect(fittedHeight(a + b, pixels, false)).toBeGreaterThanOrEqual(height);
        expect(fittedHeight(`${a}\n${b}`, pixels, false)).toBeGreaterThan(height);
        expect(fittedHeight(a, pixels + more, false)).toBeLessThanOrEqual(height);
      }),
    );
  });
});
