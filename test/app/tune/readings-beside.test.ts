import fc from 'fast-check';
import { scoreDay } from '../../../src/app/run/portfolio';
import { readingsBeside } from '../../../src/app/tune/readings-beside';
import type { Config, Metric } from '../../../src/domain/config/config';
import type { Expression } from '../../../src/domain/expression/expression';
import { parseExpression } from '../../../src/domain/expression/parse';
import type { Facts } from '../../../src/domain/facts';
import { readMetrics } from '../../../src/metrics/read-metrics';
import { configuration, curve, dimension, metric, segment } from '../../scoring/configuration';

const TODAY = 20_000;
const IDS = ['A', 'B', 'C', 'D', 'E'];

/** Five accounts with sixty days of two measures, different for each. */
const FACTS: Facts = {
  accounts: {
    columns: ['account_id', 'mrr'],
    dated: -1,
    byAccount: new Map(IDS.map((id, index) => [id, [[id, index * 100]]])),
  },
  attributeHistory: new Map(),
  usage: new Map(
    IDS.map((id, index) => [
      id,
      ['logins', 'exports'].map((measure, at) => ({
        measure,
        userId: '',
        firstDay: TODAY - 59,
        values: Float64Array.from({ length: 60 }, (_, day) => ((day * (index + 2 + at)) % 11) + index),
      })),
    ]),
  ),
  tables: {},
};

const rule = (text: string): Expression => {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.why.en);
  return parsed.expression;
};

const METRICS: readonly Metric[] = [
  metric('sum', 'Use', curve('0=0;100=100'), { field: 'logins' }),
  metric('peers', 'Use', curve('0=0;100=100'), { field: 'logins', compare: 'peers' }),
  metric('baseline', 'Use', curve('-100=0;100=100'), { field: 'exports', windowDays: 7, compare: 'own_baseline' }),
  metric('carried', 'Use', curve('0=0;100=100'), { field: 'exports', missing: 'carry', missingDays: 5 }),
];

const split = (bound: number) => [segment('Large', rule(`mrr >= ${bound}`)), segment('Small')];

const CONFIG = configuration({
  dimensions: [dimension('Use', 1)],
  metrics: METRICS,
  segments: split(200),
});

const arbitraryMetric = (of: Metric): fc.Arbitrary<Metric> =>
  fc
    .record({
      weight: fc.constantFrom(1, 2),
      enabled: fc.constantFrom(true, true, false),
      windowDays: fc.constantFrom(of.windowDays, of.windowDays, 14),
      field: fc.constantFrom(of.field, of.field, 'logins'),
      filter: fc.constantFrom(null, null, rule('value > 3')),
      missing: fc.constantFrom(of.missing, 'zero' as const),
      missingDays: fc.constantFrom(of.missingDays, 9),
    })
    .map((changes) => ({ ...of, ...changes }));

const arbitraryConfig: fc.Arbitrary<Config> = fc
  .record({
    metrics: fc.tuple(...METRICS.map(arbitraryMetric)),
    extra: fc.boolean(),
    order: fc.boolean(),
    bound: fc.constantFrom(200, 200, 300),
    baselineDays: fc.constantFrom(CONFIG.settings.baselineDays, 30),
  })
  .map(({ metrics, extra, order, bound, baselineDays }) => {
    const all = extra ? [...metrics, metric('more', 'Use', curve('0=0;9=100'), { field: 'exports' })] : metrics;
    return {
      ...CONFIG,
      version: 'c-other',
      metrics: order ? all : [...all].reverse(),
      segments: split(bound),
      settings: { ...CONFIG.settings, baselineDays },
    };
  });

/** What each metric of a score reads for each account; NaN where nothing was read. */
function readingsOf({ input, columns }: ReturnType<typeof scoreDay>['scored']): readonly (readonly number[])[] {
  const { accountIds, metrics, values } = input.readings;
  return accountIds.map((_, account) =>
    Array.from(columns, (column) =>
      column < metrics.length ? (values[account * metrics.length + column] as number) : Number.NaN,
    ),
  );
}

describe('readings beside a scored day', () => {
  it('score an account as readings taken anew do, whatever the other configuration changes', () => {
    const known = scoreDay(FACTS, CONFIG, IDS, TODAY);
    fc.assert(
      fc.property(arbitraryConfig, (config) => {
        const anew = scoreDay(FACTS, config, IDS, TODAY).scored;
        const beside = scoreDay(FACTS, config, IDS, TODAY, readingsBeside(known)).scored;
        expect(readingsOf(beside)).toEqual(readingsOf(anew));
        expect(beside.scores).toEqual(anew.scores);
        expect(beside.input.readings.days.length).toBe(anew.input.readings.days.length);
      }),
      { numRuns: 200 },
    );
  });

  it('read nothing again where weights, curves and names alone differ', () => {
    const known = scoreDay(FACTS, CONFIG, IDS, TODAY);
    const unreadable = new Proxy(FACTS, {
      get: () => {
        throw new Error('facts were read');
      },
    });
    const metrics = METRICS.map((one) => ({ ...one, weight: 7, curve: curve('0=100;50=0'), freshDays: 3 }));
    const request = { config: { ...CONFIG, metrics }, accountIds: IDS, segments: known.scored.input.segments };
    const read = readingsBeside(known)({ ...request, facts: unreadable, asOf: TODAY });
    expect(read.values).toBe(known.scored.input.readings.values);
    expect(read.metrics).toEqual(metrics);
    const changed = metrics.map((one, at) => (at === 0 ? { ...one, windowDays: 3 } : one));
    expect(() =>
      readingsBeside(known)({ ...request, config: { ...CONFIG, metrics: changed }, facts: unreadable, asOf: TODAY }),
    ).toThrow('facts were read');
    expect(readMetrics({ ...request, facts: FACTS, asOf: TODAY }).values).toEqual(read.values);
  });
});
