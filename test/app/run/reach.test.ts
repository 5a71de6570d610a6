import fc from 'fast-check';
import { reachOf } from '../../../src/app/run/reach';
import { type Age, ageOn } from '../../../src/app/store/age';
import { type DataStore, openDataStore } from '../../../src/app/store/data-store';
import { loadFacts } from '../../../src/app/store/load-facts';
import { upsert } from '../../../src/app/store/stored-table';
import { measuresOf, setValue, type UsageBook } from '../../../src/app/store/usage-book';
import { AGGREGATES, COMPARES, type Config, type Metric } from '../../../src/domain/config/config';
import { type Day, dayOf } from '../../../src/domain/day';
import { readMetrics } from '../../../src/metrics/read-metrics';
import { IDENTITIES } from '../../../src/tables/health/identities';
import { readTab, toGrid } from '../../../src/tables/rows';
import { configOf, metricOf } from '../../metrics/facts';
import { memoryWorkbook } from '../ports/memory-workbook';

const TODAY = dayOf(2026, 3, 18) as Day;
const AGE = ageOn(TODAY, 25);
const NEVER: Age = { ...AGE, archiveBefore: '' };
const ACCOUNTS = ['A', 'B', 'C'];
const NOBODY = readTab(IDENTITIES, toGrid(IDENTITIES, []));

const usage = fc.record({
  account: fc.constantFrom(...ACCOUNTS),
  user: fc.constantFrom('', 'ann', 'bob'),
  measure: fc.constantFrom('logins', 'seats'),
  back: fc.integer({ min: 0, max: 500 }),
  value: fc.constantFrom(0, 1, 2.5, 8),
});
const touch = fc.record({
  account: fc.constantFrom(...ACCOUNTS),
  back: fc.integer({ min: 0, max: 500 }),
  kind: fc.constantFrom('call', 'meeting'),
});
const metric = fc
  .record({
    usage: fc.boolean(),
    aggregate: fc.constantFrom(...AGGREGATES),
    windowDays: fc.constantFrom(null, 7, 30, 100),
    compare: fc.constantFrom(...COMPARES),
    missing: fc.constantFrom<Metric['missing']>('exclude', 'carry'),
    missingDays: fc.constantFrom(0, 40, 200),
    filter: fc.constantFrom('', "measure = 'logins'", "user_id = 'ann'", 'value > 1'),
  })
  .map(({ usage: ofUsage, aggregate, filter, ...rest }) =>
    metricOf({
      ...rest,
      dataset: ofUsage ? 'usage' : 'touches',
      aggregate,
      field: aggregate === 'ratio' ? (ofUsage ? 'logins / seats' : 'at / at') : ofUsage ? '' : 'at',
      filter: ofUsage ? filter : '',
    }),
  );

interface Case {
  readonly usage: readonly { account: string; user: string; measure: string; back: number; value: number }[];
  readonly touches: readonly { account: string; back: number; kind: string }[];
  readonly metrics: readonly Metric[];
  readonly asOf: Day;
}

const cases: fc.Arbitrary<Case> = fc.record({
  // A measure has rows of the account or of its users: of both, a day's 0 would contradict its users.
  usage: fc
    .array(usage, { maxLength: 40 })
    .map((rows) => rows.map((row) => (row.measure === 'seats' ? { ...row, user: '' } : row)))
    .map((rows) =>
      rows.map((row) => (row.account === 'A' ? { ...row, user: row.user || 'ann' } : { ...row, user: '' })),
    ),
  touches: fc.array(touch, { maxLength: 25 }),
  metrics: fc
    .array(metric, { minLength: 1, maxLength: 4 })
    .map((list) => list.map((each, at) => ({ ...each, id: `m${at}` }))),
  asOf: fc.integer({ min: 0, max: 400 }).map((back) => TODAY - back),
});

function fill(store: DataStore, { usage: rows, touches }: Case): void {
  upsert(
    store.table('accounts'),
    ['account_id'],
    ACCOUNTS.map((id) => [id]),
  );
  const book: UsageBook = new Map();
  for (const { account, user, measure, back, value } of rows) {
    setValue(measuresOf(book, account, user), measure, TODAY - back, value);
  }
  store.mergeUsage(book);
  upsert(
    store.table('touches'),
    ['touch_id', 'account_id', 'at', 'kind'],
    touches.map(({ account, back, kind }, at) => [`t${at}`, account, TODAY - back, kind]),
  );
}

function stored(of: Case, age: Age) {
  const book = memoryWorkbook();
  const store = openDataStore(book, 'en', age);
  fill(store, of);
  store.commit();
  return book;
}

const baseline = (metrics: readonly Metric[]) => configOf(metrics) as Config;

const readings = (store: DataStore, { metrics, asOf }: Case, isShort: boolean) => {
  const config = baseline(metrics);
  const from = reachOf([{ config, day: asOf }]);
  const { facts } = loadFacts(store, NOBODY, isShort ? { from, to: asOf } : undefined);
  const segments = new Int32Array(ACCOUNTS.length);
  const { values, days } = readMetrics({ facts, config, accountIds: ACCOUNTS, segments, asOf });
  return { values: [...values], days: [...days] };
};

describe('facts cut to what the metrics look back on', () => {
  it('give the readings of all history, as of any day, to the last bit', () => {
    fc.assert(
      fc.property(cases, (of) => {
        const whole = readings(openDataStore(stored(of, NEVER), 'en', NEVER), of, false);
        const book = stored(of, AGE);
        expect(readings(openDataStore(book, 'en', AGE), of, true)).toEqual(whole);
        // The same store after it was asked for another day, longer or shorter.
        const store = openDataStore(book, 'en', AGE);
        readings(store, { ...of, asOf: TODAY }, true);
        expect(readings(store, of, true)).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['a window', { windowDays: 28 }, 28],
    ['a window and the one before', { windowDays: 28, compare: 'own_previous' }, 56],
    ['a window and those of the baseline', { windowDays: 28, compare: 'own_baseline' }, 28 * 7],
    ['a window and how long a reading is carried', { windowDays: 28, missing: 'carry', missingDays: 90 }, 118],
    ['the newest row of usage', { windowDays: null, aggregate: 'days_since_last' }, 1],
    ['everything', { windowDays: null }, Number.POSITIVE_INFINITY],
  ] as const)('reach back %s', (_, row, days) => {
    const config = {
      ...baseline([metricOf({ dataset: 'usage', aggregate: 'sum', ...(row as object) })]),
      settings: { baselineDays: 180 },
    } as Config;
    expect(reachOf([{ config, day: TODAY }])('usage')).toBe(TODAY - days + 1);
  });
});
