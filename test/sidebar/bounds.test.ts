import fc from 'fast-check';
import { configOf, usualDefinition } from '../../scripts/bench/kernel/portfolio';
import type { BandBound, Config } from '../../src/domain/config/config';
import { boundWithin } from '../../src/sidebar/tuning/bounds';

const PLAIN: Config = configOf(usualDefinition());
const bound = (band: BandBound['band'], lowerBound: number, segment = ''): BandBound => ({ band, segment, lowerBound });
const USUAL = [bound('Green', 78), bound('Lime', 65), bound('Yellow', 52), bound('Red', 0)];
const config = (...bands: BandBound[]): Config => ({ ...PLAIN, bands });

describe('the lower bound of a band', () => {
  it.each<[BandBound['band'], number, number]>([
    ['Lime', 70.5, 70.5],
    ['Lime', 90, 77],
    ['Lime', 78, 77],
    ['Lime', 10, 53],
    ['Yellow', 0, 1],
    ['Green', 65, 66],
    ['Green', 100.5, 100],
    ['Green', 3000, 100],
  ])('of %s dragged to %d stops at %d, beside its neighbours', (band, value, expected) => {
    expect(boundWithin(config(...USUAL), band, '', value)).toBe(expected);
  });

  it('for all segments stays in order with the bounds that a segment has of its own', () => {
    const segment = PLAIN.segments[0]?.id ?? '';
    const own = config(...USUAL, bound('Green', 72, segment), bound('Yellow', 60, segment));
    expect(boundWithin(own, 'Lime', '', 77)).toBe(71);
    expect(boundWithin(own, 'Lime', '', 55)).toBe(61);
  });

  it('of one segment is held by its own bounds, and by those for all where it has none', () => {
    const segment = PLAIN.segments[0]?.id ?? '';
    const own = config(...USUAL, bound('Lime', 60, segment));
    expect(boundWithin(own, 'Lime', segment, 90)).toBe(77);
    expect(boundWithin(own, 'Lime', segment, 0)).toBe(53);
  });

  it('stays where there is no whole number between its neighbours', () => {
    const tight = config(bound('Green', 66), bound('Lime', 65.5), bound('Yellow', 65), bound('Red', 0));
    expect(boundWithin(tight, 'Lime', '', 90)).toBe(65.5);
  });

  it('never meets another, however they are dragged', () => {
    const drags = fc.array(fc.tuple(fc.constantFrom('Green', 'Lime', 'Yellow'), fc.integer({ min: -10, max: 120 })));
    fc.assert(
      fc.property(drags, (moves) => {
        let bands: readonly BandBound[] = USUAL;
        for (const [band, value] of moves) {
          const lowerBound = boundWithin(config(...bands), band as BandBound['band'], '', value);
          bands = bands.map((one) => (one.band === band ? { ...one, lowerBound } : one));
        }
        const bounds = bands.map(({ lowerBound }) => lowerBound);
        expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => b - a));
        expect(bounds[0]).toBeLessThanOrEqual(100);
        expect(bounds[3]).toBe(0);
      }),
    );
  });
});
