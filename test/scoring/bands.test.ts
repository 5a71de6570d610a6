import fc from 'fast-check';
import { BAND_ORDER, bandIndex, boundsOf, seemsAcross, shownScore } from '../../src/scoring/bands';
import { BOUNDS } from './configuration';

const usual = boundsOf(BOUNDS, 'Any');
const band = (score: number, bounds = usual) => BAND_ORDER[bandIndex(score, bounds)];

describe('bandIndex', () => {
  it.each([
    [100, 'Green'],
    [80, 'Green'],
    [79.9999999996, 'Green'],
    [79.9999999994, 'Lime'],
    [60, 'Lime'],
    [59.99, 'Yellow'],
    [40, 'Yellow'],
    [39.99999999999999, 'Yellow'],
    [39.9, 'Red'],
    [0, 'Red'],
    [Number.NaN, 'Grey'],
  ])('puts %d into %s', (score, expected) => {
    expect(band(score)).toBe(expected);
  });

  it('takes a segment by its own bounds and, band by band, by those for all', () => {
    const own = boundsOf([{ band: 'Lime', segment: 'Small', lowerBound: 50 }, ...BOUNDS], 'Small');
    expect([band(80, own), band(79, own), band(50, own), band(49, own)]).toEqual(['Green', 'Lime', 'Lime', 'Yellow']);
    expect(band(50)).toBe('Yellow');
  });

  it('leaves out a band without a bound, and calls what reaches no bound Red', () => {
    const bounds = boundsOf(
      [
        { band: 'Yellow', segment: '', lowerBound: 40 },
        { band: 'Red', segment: '', lowerBound: 10 },
      ],
      '',
    );
    expect([band(99, bounds), band(40, bounds), band(5, bounds)]).toEqual(['Yellow', 'Yellow', 'Red']);
  });
});

describe('shownScore', () => {
  it.each([
    [72.44, '72.4'],
    [72.45, '72.5'],
    [100, '100.0'],
    [0, '0.0'],
    [79.96, '79.9'],
    [79.9999999994, '79.9'],
    [79.9999999999, '80.0'],
    [39.99999999999999, '40.0'],
    [59.951, '59.9'],
  ])('shows %d as %s', (score, expected) => {
    expect(shownScore(score, usual)).toBe(expected);
  });

  it('rounds up, or shows more decimals, where a bound has more decimals than is usual', () => {
    const fine = boundsOf([{ band: 'Green', segment: '', lowerBound: 79.94 }], '');
    expect(shownScore(79.94, fine)).toBe('80.0');
    expect(shownScore(79.93, fine)).toBe('79.9');
    const close = boundsOf(
      [
        { band: 'Green', segment: '', lowerBound: 79.96 },
        { band: 'Lime', segment: '', lowerBound: 79.94 },
      ],
      '',
    );
    expect(shownScore(79.95, close)).toBe('79.95');
  });

  it('shows a dash where there is no score', () => {
    expect(shownScore(null, usual)).toBe('–');
    expect(shownScore(Number.NaN, usual)).toBe('–');
  });

  it('never shows a score that lies in another band', () => {
    const bound = fc.double({ min: 0, max: 100, noNaN: true });
    const near = fc.tuple(
      fc.array(bound, { minLength: 3, maxLength: 3 }),
      fc.nat(2),
      fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    );
    fc.assert(
      fc.property(near, ([values, which, off]) => {
        const sorted = values.sort((a, b) => b - a);
        const bounds = boundsOf(
          (['Green', 'Lime', 'Yellow'] as const).map((of, b) => ({
            band: of,
            segment: '',
            lowerBound: sorted[b] as number,
          })),
          '',
        );
        const score = Math.min(100, Math.max(0, (sorted[which] as number) + off));
        const shown = Number(shownScore(score, bounds));
        expect(band(shown, bounds)).toBe(band(score, bounds));
        expect(Math.abs(shown - score)).toBeLessThan(0.1 + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a score with one decimal', () => {
  it('seems to lie across a bound where rounding takes it there, and nowhere else', () => {
    // 64.96 reads 65.0, 52.25 reads 52.3: above a bound of 52.27, which it lies below.
    expect([64.96, 64.94, 65, 64.9999999996, 52.25, 52.24].map((score) => seemsAcross(score, [65, 52.27, 0]))).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
    ]);
    // 79.93 reads 79.9, below a bound of 79.92 that it has reached.
    expect(seemsAcross(79.93, [79.92])).toBe(true);
  });
});
