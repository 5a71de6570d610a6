import fc from 'fast-check';
import type { Config } from '../../src/domain/config/config';
import type { Expression } from '../../src/domain/expression/expression';
import { same } from '../../src/domain/text';
import { type AccountScore, accountScore } from '../../src/scoring/account-score';
import { compileScoring } from '../../src/scoring/compile';
import { movement } from '../../src/scoring/movement';
import { scoreAccounts } from '../../src/scoring/score-accounts';
import { anyConfig, anyReadings, anySegment, reading } from './arbitrary';
import { configuration, curve, dimension, input, metric } from './configuration';
import { referenceScore } from './reference';

const RUNS = { numRuns: 400 };

function scoreOf(config: Config, readings: Record<string, number>, segment: number): AccountScore {
  const given = input(config.metrics, [readings], { segments: Int32Array.of(segment) });
  return accountScore(scoreAccounts(compileScoring(config), given), 0);
}

/** A cap that always applies. */
function capAt(highestScore: number): Config['caps'][number] {
  const always: Expression = { op: 'value', value: true };
  return { id: `cap ${highestScore}`, condition: always, highestScore, reason: same('held'), enabled: true };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the score', () => {
  it('is what the plain reference says, for any configuration', () => {
    fc.assert(
      fc.property(
        anyConfig,
        anyReadings,
        anySegment,
        fc.option(fc.integer({ min: 0, max: 100 })),
        (config, readings, segment, cap) => {
          const caps = cap === null ? [] : [capAt(100), capAt(cap)];
          const account = scoreOf({ ...config, caps }, readings, segment);
          const known = new Map(Object.entries(readings));
          const expected = referenceScore(config, config.segments[segment]?.id as string, known, cap);
          const pairs: [string, number | null | undefined, number | null | undefined][] = [
            ['score', account.score, expected.score],
            ['coverage', account.coverage, expected.coverage],
          ];
          for (const { dimension: of, score } of account.dimensions)
            pairs.push([of.id, score, expected.dimensions.get(of.id)]);
          for (const m of account.metrics) {
            const other = expected.metrics.get(m.metric.id);
            pairs.push([`${m.metric.id} points`, m.points, other?.points]);
            pairs.push([`${m.metric.id} weight`, m.effectiveWeight, other?.weight]);
            pairs.push([`${m.metric.id} earned`, m.earned, other?.earned]);
            pairs.push([`${m.metric.id} lost`, m.lost, other?.lost]);
          }
          const apart = pairs.filter(([, one, other]) =>
            one === null || other === null || one === undefined || other === undefined
              ? one !== other
              : !(Math.abs(one - other) < 1e-9),
          );
          expect(apart).toEqual([]);
          expect(account.band).toBe(expected.band);
          expect(account.metrics).toHaveLength(expected.metrics.size);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('lies between 0 and 100, and so does all it is made of', () => {
    fc.assert(
      fc.property(anyConfig, anyReadings, anySegment, (config, readings, segment) => {
        const account = scoreOf(config, readings, segment);
        const shares = account.metrics.flatMap((m) => [m.effectiveWeight, m.configuredWeight]);
        for (const share of [account.coverage, ...shares]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(account.score ?? 0).toBeGreaterThanOrEqual(0);
        expect(account.score ?? 0).toBeLessThanOrEqual(100);
        for (const m of account.metrics) expect(m.lost).toBeGreaterThanOrEqual(-1e-12);
      }),
      RUNS,
    );
  });

  it('balances: earned points and the cap add up to the score, earned and lost to 100', () => {
    fc.assert(
      fc.property(
        anyConfig,
        anyReadings,
        anySegment,
        fc.integer({ min: 0, max: 100 }),
        (config, readings, segment, cap) => {
          const account = scoreOf({ ...config, caps: [capAt(cap)] }, readings, segment);
          fc.pre(account.score !== null);
          const earned = sum(account.metrics.map((m) => m.earned));
          expect(Math.abs(earned + (account.cap?.points ?? 0) - (account.score as number))).toBeLessThan(1e-9);
          expect(Math.abs(earned + sum(account.metrics.map((m) => m.lost)) - 100)).toBeLessThan(1e-9);
          expect(Math.abs(sum(account.dimensions.map((d) => d.effectiveWeight)) - 1)).toBeLessThan(1e-9);
        },
      ),
      RUNS,
    );
  });

  it('does not fall when a reading rises along a rising curve', () => {
    const rising = (config: Config): Config => {
      const sorted = config.metrics.map((m) => {
        const points = m.curve.map((point) => point.points).sort((a, b) => a - b);
        return { ...m, curve: m.curve.map((point, p) => ({ ...point, points: points[p] as number })) };
      });
      return { ...config, metrics: sorted, overrides: [] };
    };
    fc.assert(
      fc.property(
        anyConfig.map(rising),
        anyReadings,
        anySegment,
        reading,
        reading,
        (config, readings, segment, one, other) => {
          const low = scoreOf(config, { ...readings, m0: Math.min(one, other) }, segment).score;
          const high = scoreOf(config, { ...readings, m0: Math.max(one, other) }, segment).score;
          expect(low === null).toBe(high === null);
          expect((high ?? 0) - (low ?? 0)).toBeGreaterThan(-1e-9);
        },
      ),
      RUNS,
    );
  });

  it('is the same when all weights are scaled alike', () => {
    fc.assert(
      fc.property(
        anyConfig,
        anyReadings,
        anySegment,
        fc.constantFrom(0.001, 0.5, 3, 1000),
        (config, readings, segment, by) => {
          const scaled: Config = {
            ...config,
            dimensions: config.dimensions.map((d) => ({ ...d, weight: d.weight * by })),
            metrics: config.metrics.map((m) => ({ ...m, weight: m.weight * by })),
            overrides: config.overrides.map((o) => ({ ...o, weight: o.weight === null ? null : o.weight * by })),
          };
          const one = scoreOf(config, readings, segment);
          const other = scoreOf(scaled, readings, segment);
          expect(Math.abs((one.score ?? -1) - (other.score ?? -1))).toBeLessThan(1e-9);
          expect(Math.abs(one.coverage - other.coverage)).toBeLessThan(1e-9);
        },
      ),
      RUNS,
    );
  });

  it('does not depend on the order of metrics, dimensions or readings', () => {
    fc.assert(
      fc.property(anyConfig, anyReadings, anySegment, (config, readings, segment) => {
        const turned = {
          ...config,
          metrics: [...config.metrics].reverse(),
          dimensions: [...config.dimensions].reverse(),
        };
        const one = scoreOf(config, readings, segment);
        const other = scoreOf(turned, readings, segment);
        expect(Math.abs((one.score ?? -1) - (other.score ?? -1))).toBeLessThan(1e-9);
        const given = input([...config.metrics].reverse(), [readings], { segments: Int32Array.of(segment) });
        const read = accountScore(scoreAccounts(compileScoring(config), given), 0);
        expect(read.score).toBe(one.score);
        expect(read.metrics).toEqual(one.metrics);
      }),
      RUNS,
    );
  });

  it('gives the weight of an excluded metric to the others of its dimension in proportion', () => {
    fc.assert(
      fc.property(anyConfig, anyReadings, anySegment, (config, readings, segment) => {
        const excluding = {
          ...config,
          metrics: config.metrics.map((m) => ({ ...m, missing: 'exclude' as const })),
          settings: { ...config.settings, minimumCoveragePercent: 0 },
        };
        const account = scoreOf(excluding, readings, segment);
        for (const one of account.metrics)
          for (const other of account.metrics) {
            if (one.metric.dimension !== other.metric.dimension) continue;
            if (one.reading === null || other.reading === null) continue;
            // Configured as one to the other, so they carry the score.
            const left = one.effectiveWeight * other.configuredWeight;
            expect(Math.abs(left - other.effectiveWeight * one.configuredWeight)).toBeLessThan(1e-9);
          }
      }),
      RUNS,
    );
  });
});

describe('a movement', () => {
  it('adds up to the change, whatever happened between the days', () => {
    fc.assert(
      fc.property(
        fc.array(anyConfig, { minLength: 2, maxLength: 2 }),
        fc.array(anyReadings, { minLength: 2, maxLength: 2 }),
        fc.array(anySegment, { minLength: 2, maxLength: 2 }),
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 2 }),
        fc.boolean(),
        fc.boolean(),
        (configs, readings, segments, caps, reconfigured, rescored) => {
          const capped = configs.map((config, c): Config => ({ ...config, caps: [capAt(caps[c] as number)] }));
          const [first, second] = [capped[0] as Config, capped[1] as Config];
          const next = reconfigured ? { ...second, version: `${first.version}+` } : first;
          const before = scoreOf(first, readings[0] as Record<string, number>, segments[0] as number);
          const after = scoreOf(next, readings[1] as Record<string, number>, segments[1] as number);
          const underNew = rescored
            ? scoreOf(next, readings[0] as Record<string, number>, segments[0] as number)
            : null;
          const moved = movement(before, after, compileScoring(next), underNew);
          if (before.score === null || after.score === null) {
            expect(moved).toMatchObject({ change: null, terms: [] });
            return;
          }
          const change = after.score - before.score;
          expect(moved.change).toBe(change);
          expect(Math.abs(sum(moved.terms.map((term) => term.points)) - change)).toBeLessThan(1e-9);
          expect(Math.abs(sum(Object.values(moved.totals)) - change)).toBeLessThan(1e-9);
          if (!reconfigured) expect(moved.totals.config).toBe(0);
          if (segments[0] === segments[1]) expect(moved.totals.segment).toBe(0);
        },
      ),
      RUNS,
    );
  });

  it('is all configuration where only the configuration changed, and all data where only data did', () => {
    fc.assert(
      fc.property(anyConfig, anyConfig, anyReadings, anyReadings, anySegment, (one, other, before, after, segment) => {
        const changed = { ...other, version: `${one.version}+` };
        const first = scoreOf(one, before, segment);
        const config = movement(
          first,
          scoreOf(changed, before, segment),
          compileScoring(changed),
          scoreOf(changed, before, segment),
        );
        for (const term of config.terms) if (Math.abs(term.points) > 1e-9) expect(term.kind).toBe('config');
        const data = movement(first, scoreOf(one, after, segment), compileScoring(one));
        for (const term of data.terms) expect(['behaviour', 'coverage']).toContain(term.kind);
      }),
      RUNS,
    );
  });
});

describe('a band', () => {
  it('begins at its lower bound, however the score was added up', () => {
    // Every metric at exactly 40 points; weights and missing readings make sums like 39.99999999999999.
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 9, noNaN: true }), { minLength: 4, maxLength: 8 }),
        fc.nat(3),
        (weights, missing) => {
          const metrics = weights.map((w, m) => metric(`m${m}`, `d${m % 3}`, curve('0=0;100=100'), { weight: w }));
          const config = configuration({
            dimensions: [0, 1, 2].map((d) => dimension(`d${d}`, (weights[d] as number) * 1.1)),
            metrics,
          });
          const readings = Object.fromEntries(metrics.filter((_, m) => m !== missing).map(({ id }) => [id, 40]));
          expect(scoreOf(config, readings, 0)).toMatchObject({ band: 'Yellow', shown: '40.0' });
        },
      ),
      RUNS,
    );
  });
});
