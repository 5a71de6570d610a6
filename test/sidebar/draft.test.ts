import fc from 'fast-check';
import { configOf, usualDefinition } from '../../scripts/bench/kernel/portfolio';
import type { Config, Curve } from '../../src/domain/config/config';
import { histogram, moved, stepOf, withoutPoint, withPoint } from '../../src/sidebar/tuning/control-points';
import { cellChanges, drafted, standingRule, UNCHANGED } from '../../src/sidebar/tuning/draft';

const CONFIG: Config = configOf(usualDefinition());

describe('a draft', () => {
  it('that says what stands changes no cell and no configuration', () => {
    const weights = Object.fromEntries(CONFIG.metrics.map(({ id, weight }) => [id, weight]));
    const curves = Object.fromEntries(CONFIG.metrics.map(({ id, curve }) => [id, curve]));
    const draft = { ...UNCHANGED, weights, curves };
    expect(cellChanges(CONFIG, draft)).toEqual([]);
    expect(drafted(CONFIG, draft)).toEqual(CONFIG);
  });

  it('names each cell by the key of its row', () => {
    const curve: Curve = [
      { reading: 0, points: 0 },
      { reading: 2.5, points: 100 },
    ];
    const draft = {
      dimensions: { ROI: 20, Adoption: 35 },
      weights: { m3: 8, 'Small|m0': 3 },
      curves: { m3: curve, 'Enterprise|m1': curve },
      bounds: { 'Green|': 70 },
    };
    expect(cellChanges(CONFIG, draft)).toEqual([
      { tab: 'Dimensions', key: 'ROI', header: 'Weight', value: 20 },
      { tab: 'Metrics', key: 'm3', header: 'Weight', value: 8 },
      { tab: 'Metrics', key: 'm3', header: 'Points', value: '0=0; 2.5=100' },
      { tab: 'Overrides', key: 'Enterprise|m1', header: 'Points', value: '0=0; 2.5=100' },
      { tab: 'Overrides', key: 'Small|m0', header: 'Weight', value: 3 },
      { tab: 'Bands', key: 'Green|', header: 'Lower Bound', value: 70 },
    ]);
  });

  it('of a segment counts there alone, before an override that stands', () => {
    const config = drafted(CONFIG, { ...UNCHANGED, weights: { 'Small|m0': 3 } });
    expect(standingRule(config, 'Small', 'm0')?.weight).toBe(3);
    expect(standingRule(config, 'Middle', 'm0')).toEqual(standingRule(CONFIG, 'Middle', 'm0'));
    expect(standingRule(config, '', 'm0')).toEqual(standingRule(CONFIG, '', 'm0'));
  });

  it('of something the configuration no longer has is left out', () => {
    const draft = {
      dimensions: { Gone: 1 },
      weights: { gone: 2, 'Gone|m0': 3 },
      curves: {},
      bounds: { 'Lime|Gone': 4 },
    };
    expect(cellChanges(CONFIG, draft)).toEqual([]);
    expect(drafted(CONFIG, draft)).toEqual(CONFIG);
  });
});

const point = fc.record({ reading: fc.integer({ min: -50, max: 50 }), points: fc.integer({ min: 0, max: 100 }) });
const curve = fc
  .array(point, { minLength: 2, maxLength: 7 })
  .map((points) => [...points].sort((a, b) => a.reading - b.reading));

describe('control points', () => {
  it('stay in order of reading and between 0 and 100 points, wherever one is moved', () => {
    fc.assert(
      fc.property(
        curve,
        fc.nat(),
        fc.double({ noNaN: true }),
        fc.double({ noNaN: true }),
        (points, at, reading, to) => {
          const next = moved(points, at % points.length, { reading, points: to });
          expect(next).toHaveLength(points.length);
          next.forEach((one, index) => {
            expect(one.points).toBeGreaterThanOrEqual(0);
            expect(one.points).toBeLessThanOrEqual(100);
            if (index > 0) expect(one.reading).toBeGreaterThanOrEqual(next[index - 1]?.reading ?? 0);
          });
        },
      ),
    );
  });

  it('do not move to what is no number', () => {
    const points: Curve = [
      { reading: 0, points: 0 },
      { reading: 5, points: 50 },
    ];
    expect(moved(points, 1, { reading: Number.NaN, points: 3 })).toBe(points);
  });

  it('are added half way to the next and never fall below two', () => {
    const points: Curve = [
      { reading: 0, points: 0 },
      { reading: 5, points: 50 },
    ];
    expect(withPoint(points, 0, 1)).toEqual([points[0], { reading: 2.5, points: 25 }, points[1]]);
    expect(withPoint(points, 1, 1)).toEqual([...points, { reading: 15, points: 50 }]);
    expect(withoutPoint(withPoint(points, 0, 1), 1)).toEqual(points);
    expect(withoutPoint(points, 0)).toBe(points);
  });

  it('move in steps of 1, 2 or 5 times a power of ten', () => {
    expect([100, 130, 3, 0.4, 5e6].map(stepOf)).toEqual([1, 2, 0.05, 0.005, 50_000]);
  });

  it('stand before a histogram in which every reading is counted', () => {
    const bars = histogram([-5, 0, 1, 1, 24, 99], 0, 24);
    expect(bars).toHaveLength(24);
    // -5 and 0 share the first column, the two ones the second, 24 and 99 the last.
    expect(bars.filter(({ share }) => share > 0).map(({ from, share }) => [from, share])).toEqual([
      [0, 1],
      [1, 1],
      [23, 1],
    ]);
  });
});
