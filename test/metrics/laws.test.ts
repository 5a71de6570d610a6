import fc from 'fast-check';
import { readMetrics } from '../../src/metrics/read-metrics';
import { ACCOUNTS, anyCase, asKnownOn, asOfDay, flatFacts } from './arbitrary';
import { configOf, type FlatFacts, factsOf, metricOf } from './facts';
import { BASELINE_DAYS, type Case, metricRow, reference } from './reference';

function readAll(
  flat: FlatFacts,
  cases: readonly Case[],
  segments: readonly number[],
  asOf: number,
  accountIds = ACCOUNTS,
) {
  const metrics = cases.map((one, at) => metricOf({ ...metricRow(one), id: `m${at}` }));
  const config = configOf(metrics, BASELINE_DAYS);
  return readMetrics({ facts: factsOf(flat), config, accountIds, segments: Int32Array.from(segments), asOf });
}

function expectSame(actual: number | undefined, expected: number | null | undefined, what: () => string): void {
  const same =
    expected === null || expected === undefined || Number.isNaN(expected)
      ? Number.isNaN(actual)
      : Math.abs((actual as number) - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
  if (!same) throw new Error(`${what()}: ${actual}, expected ${expected}`);
}

const segmentsOf = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: ACCOUNTS.length, maxLength: ACCOUNTS.length });

describe('readings', () => {
  it('agree with the slow way, whatever the facts and the metric', () => {
    fc.assert(
      fc.property(
        flatFacts,
        fc.array(anyCase, { minLength: 1, maxLength: 4 }),
        segmentsOf,
        asOfDay,
        (flat, cases, segments, asOf) => {
          const { values } = readAll(flat, cases, segments, asOf);
          cases.forEach((one, metric) => {
            reference(flat, one, ACCOUNTS, segments, asOf).forEach((expected, at) => {
              expectSame(
                values[at * cases.length + metric],
                expected,
                () => `${ACCOUNTS[at]} ${JSON.stringify(metricRow(one))}`,
              );
            });
          });
        },
      ),
      { numRuns: 2500 },
    );
  });

  it('do not change when later facts are added', () => {
    fc.assert(
      fc.property(
        flatFacts,
        fc.array(anyCase, { minLength: 1, maxLength: 4 }),
        segmentsOf,
        asOfDay,
        (flat, cases, segments, asOf) => {
          const later = readAll(flat, cases, segments, asOf);
          const then = readAll(asKnownOn(flat, asOf), cases, segments, asOf);
          expect(Array.from(later.values)).toEqual(Array.from(then.values));
          expect(Array.from(later.days)).toEqual(Array.from(then.days));
        },
      ),
      { numRuns: 800 },
    );
  });

  it('do not depend on the order of rows, nor on which other accounts are asked for', () => {
    fc.assert(
      fc.property(flatFacts, fc.array(anyCase, { minLength: 1, maxLength: 3 }), asOfDay, (flat, cases, asOf) => {
        const { values } = readAll(flat, cases, [0, 0, 0, 0], asOf);
        const turned = readAll(reversed(flat), cases, [0, 0, 0, 0], asOf, [...ACCOUNTS].reverse());
        const alone = ACCOUNTS.map((one) => readAll(flat, cases, [0], asOf, [one]).values);
        ACCOUNTS.forEach((name, at) => {
          cases.forEach((one, metric) => {
            const what = () => `${name} ${JSON.stringify(metricRow(one))}`;
            const value = values[at * cases.length + metric];
            expectSame(turned.values[(ACCOUNTS.length - 1 - at) * cases.length + metric], value, what);
            if (one.compare !== 'peers') expectSame(alone[at]?.[metric], value, what);
          });
        });
      }),
      { numRuns: 300 },
    );
  });

  it('never reach beyond the day, and reach nowhere where they are missing', () => {
    fc.assert(
      fc.property(flatFacts, anyCase, asOfDay, (flat, one, asOf) => {
        const { values, days } = readAll(flat, [one], [0, 0, 0, 0], asOf);
        values.forEach((value, at) => {
          expect(days[at]).toBeLessThanOrEqual(asOf);
          if (Number.isNaN(value)) expect(days[at]).toBe(-2147483648);
        });
      }),
    );
  });
});

function reversed(flat: FlatFacts): FlatFacts {
  return {
    accounts: [...(flat.accounts ?? [])].reverse(),
    history: [...(flat.history ?? [])].reverse(),
    usage: [...(flat.usage ?? [])].reverse(),
    tables: Object.fromEntries(Object.entries(flat.tables ?? {}).map(([name, rows]) => [name, [...rows].reverse()])),
  };
}
