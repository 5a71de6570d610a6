import fc from 'fast-check';
import type { BandBound, Config, Curve, Metric } from '../../src/domain/config/config';
import { MISSING_POLICIES } from '../../src/domain/config/config';
import { configuration, dimension, metric, segment } from './configuration';

const DIMENSIONS = ['D', 'E', 'A', 'R'];
const SEGMENTS = ['Large', 'Middle', 'Small'];

/** Whole numbers and fractions, so that readings fall on control points often and between them too. */
export const reading = fc.oneof(
  fc.integer({ min: -20, max: 120 }),
  fc.double({ min: -20, max: 120, noNaN: true }),
  fc.constantFrom(-1e12, 1e12, 0),
);

/** Up to twelve control points, some at one reading; flat, rising, falling or anything. */
const anyCurve: fc.Arbitrary<Curve> = fc
  .array(fc.record({ reading: fc.integer({ min: -10, max: 110 }), points: fc.integer({ min: 0, max: 100 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((points) => points.sort((a, b) => a.reading - b.reading));

const weight = fc.oneof(fc.integer({ min: 1, max: 10 }), fc.double({ min: 0.1, max: 50, noNaN: true }), fc.constant(0));

const anyMetric = (id: string): fc.Arbitrary<Metric> =>
  fc
    .record({
      dimension: fc.constantFrom(...DIMENSIONS),
      curve: anyCurve,
      missing: fc.constantFrom(...MISSING_POLICIES),
      weight,
      enabled: fc.boolean().map((off) => !off || id === 'm0'),
    })
    .map(({ dimension: of, curve, ...rest }) => metric(id, of, curve, rest));

const bounds = (of: string): fc.Arbitrary<BandBound[]> =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: 3 })
    .map((values) => values.sort((a, b) => b - a))
    .map(([green, lime, yellow]) => [
      { band: 'Green', segment: of, lowerBound: green as number },
      { band: 'Lime', segment: of, lowerBound: lime as number },
      { band: 'Yellow', segment: of, lowerBound: yellow as number },
      { band: 'Red', segment: of, lowerBound: 0 },
    ]);

/** Any configuration that could be parsed, three segments, one to eight metrics in four dimensions. */
export const anyConfig: fc.Arbitrary<Config> = fc
  .record({
    metrics: fc
      .integer({ min: 1, max: 8 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, m) => anyMetric(`m${m}`)))),
    dimensionWeights: fc.array(weight, { minLength: 4, maxLength: 4 }),
    overrides: fc.array(
      fc.record({
        segment: fc.constantFrom(...SEGMENTS),
        metric: fc.constantFrom('m0', 'm1', 'm2', 'm3'),
        weight: fc.option(weight),
        curve: fc.option(anyCurve),
        enabled: fc.option(fc.boolean()),
      }),
      { maxLength: 4 },
    ),
    common: bounds(''),
    own: fc.option(bounds('Large')),
    minimum: fc.integer({ min: 0, max: 100 }),
    version: fc.constantFrom('v1', 'v2', 'v3'),
  })
  .map(({ metrics, dimensionWeights, overrides, common, own, minimum, version }) =>
    configuration(
      {
        version,
        dimensions: DIMENSIONS.map((id, d) => dimension(id, dimensionWeights[d] as number)),
        metrics,
        segments: SEGMENTS.map((id) => segment(id)),
        overrides,
        bands: (own ?? []).concat(common),
      },
      { minimumCoveragePercent: minimum },
    ),
  );

/** The readings of one account under any configuration of `anyConfig`, some missing. */
export const anyReadings: fc.Arbitrary<Record<string, number>> = fc
  .array(fc.option(reading), { minLength: 8, maxLength: 8 })
  .map((readings) =>
    Object.fromEntries(readings.flatMap((value, m) => (value === null ? [] : [[`m${m}`, value] as const]))),
  );

export const anySegment = fc.constantFrom(0, 1, 2);
