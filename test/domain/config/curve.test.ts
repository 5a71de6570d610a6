import fc from 'fast-check';
import { formatCurve, parseCurve } from '../../../src/domain/config/curve';

/** The control points as pairs, or the English refusal. */
function read(text: string): (readonly [number, number])[] | string {
  const parsed = parseCurve(text);
  return parsed.ok ? parsed.curve.map(({ reading, points }) => [reading, points] as const) : parsed.why.en;
}

describe('parseCurve', () => {
  it('reads control points in order', () => {
    expect(read('0=0; 5=50; 20=100')).toEqual([
      [0, 0],
      [5, 50],
      [20, 100],
    ]);
  });

  it('reads negative readings, decimals and thousands', () => {
    expect(read('-12.5=0;1,000=62.5;')).toEqual([
      [-12.5, 0],
      [1000, 62.5],
    ]);
  });

  it('reads what a Japanese input method leaves', () => {
    expect(read('０＝０；　５＝５０')).toEqual([
      [0, 0],
      [5, 50],
    ]);
  });

  it('lets two points at one reading make a step, and no third', () => {
    expect(read('0=0; 5=20; 5=80')).toHaveLength(3);
    expect(read('0=0; 5=20; 5=50; 5=80')).toContain('third point');
  });

  it('lets points fall or stay', () => {
    expect(read('0=100; 10=100; 20=0')).toHaveLength(3);
  });

  it.each([
    ['', 'no control points'],
    [' ; ', 'no control points'],
    ['5', '"5" is no control point'],
    ['5=', '"5=" is no control point'],
    ['=50', '"=50" is no control point'],
    ['5=50=60', 'is no control point'],
    ['five=50', 'is no control point'],
    ['5=NaN', 'is no control point'],
    ['1e400=5', 'is no control point'],
    ['1e16=5', 'too large'],
    ['5=50%', 'is no control point'],
    ['0=0, 5=50', 'is no control point'],
    ['5=-1', 'from 0 to 100'],
    ['5=100.1', 'from 0 to 100'],
    ['5=0; 4=10', 'after 5'],
    ['2026-01-05', 'is no control point'],
  ])('refuses "%s"', (text, reason) => {
    expect(read(text)).toContain(reason);
  });

  it('is undone by formatCurve', () => {
    const point = fc.record({
      reading: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      points: fc.double({ min: 0, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(point, { minLength: 1, maxLength: 8, selector: ({ reading }) => reading + 0 }),
        (points) => {
          const curve = points.map((one) => ({ reading: one.reading + 0, points: one.points + 0 }));
          curve.sort((a, b) => a.reading - b.reading);
          expect(parseCurve(formatCurve(curve))).toEqual({ ok: true, curve });
        },
      ),
    );
  });
});
