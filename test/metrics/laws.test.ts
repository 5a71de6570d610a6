import fc from 'fast-check';
import type { Cell } from '../../src/domain/cell';
import { AGGREGATES, COMPARES } from '../../src/domain/config/config';
import type { AttributeChange } from '../../src/domain/facts';
import { readMetrics } from '../../src/metrics/read-metrics';
import { configOf, type FlatFacts, type FlatRow, factsOf, metricOf, type UsageRow } from './facts';
import { BASELINE_DAYS, type Case, MEASURES, metricRow, reference } from './reference';

const DAY0 = 20000;
const ACCOUNTS = ['A', 'B', 'C', 'D'];
const day = fc.integer({ min: DAY0, max: DAY0 + 40 });
const asOfDay = fc.integer({ min: DAY0 + 5, max: DAY0 + 40 });
const account = fc.constantFrom('A', 'B', 'C');
// Eighths add up exactly, so that equal readings are equal however they were summed.
const number = fc.oneof(fc.integer({ min: -24, max: 800 }), fc.constant(0)).map((eighths) => eighths / 8);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 });
const many = <T>(row: fc.Arbitrary<T>) => fc.array(row, { maxLength: 25 });

const usageRow = fc.record<UsageRow>({
  account,
  day,
  measure: fc.constantFrom(...MEASURES),
  user: fc.constantFrom('', '', 'ann', 'bob'),
  value: number,
});

const flatFacts: fc.Arbitrary<FlatFacts> = fc.record({
  accounts: fc.constant<FlatRow[]>([
    { account_id: 'A', plan: 'Pro', mrr: 100, seats: 4 },
    { account_id: 'B', plan: 'Free', mrr: null, seats: 0 },
    { account_id: 'C', plan: null, mrr: 7, seats: 3 },
  ]),
  history: many(
    fc.oneof(
      fc.record({ account, day, column: fc.constant('plan'), value: fc.constantFrom<Cell>('Pro', 'Free', null) }),
      fc.record({ account, day, column: fc.constant('mrr'), value: optional(fc.integer({ min: 0, max: 9 })) }),
    ),
  ).map((changes) => unique(changes, (change) => `${change.account} ${change.day} ${change.column}`)),
  usage: fc
    .array(usageRow, { maxLength: 60 })
    .map((rows) => unique(rows, (row) => `${row.account} ${row.day} ${row.measure} ${row.user}`)),
  tables: fc.record({
    touches: many(
      fc.record({
        account_id: account,
        at: day,
        kind: fc.constantFrom('meeting', 'call', 'email'),
        participants: fc.constantFrom<Cell>('ann;Bob', 'bob', 'cy; ', null),
      }),
    ),
    surveys: many(
      fc.record({
        account_id: account,
        at: day,
        kind: fc.constantFrom('nps', 'csat'),
        score: optional(number),
        effort: optional(number),
      }),
    ),
    tickets: many(
      fc
        .record({
          account_id: account,
          opened_at: day,
          took: optional(fc.integer({ min: 0, max: 20 })),
          csat: optional(number),
        })
        .map(({ took, ...row }) => ({ ...row, closed_at: took === null ? null : row.opened_at + took })),
    ),
    contacts: many(
      fc.record({
        account_id: account,
        role: fc.constantFrom('champion', 'user'),
        active: fc.constantFrom<Cell>(true, false, null),
        left_on: optional(day),
      }),
    ),
    entitlements: fc.constant<FlatRow[]>([
      { account_id: 'A', measure: 'login', limit: 20 },
      { account_id: 'B', measure: 'login', limit: 0 },
      { account_id: 'C', measure: 'export', limit: 5 },
    ]),
  }),
});

type Field = Case['field'];
type Filter = Case['filter'];
const column = (name: string): Field => ({ text: name, of: (row) => row[name] ?? null });
const plus = (a: Cell | undefined, b: number): Cell => (typeof a === 'number' ? a + b : null);
const NONE: Field = { text: '', of: () => true };
const ANY: Filter = { text: '', holds: () => true };

const FIELDS: Record<Case['dataset'], readonly Field[]> = {
  usage: [column('value'), column('login'), column('export'), { text: 'value + 1', of: (row) => plus(row.value, 1) }],
  touches: [{ text: "(kind = 'meeting') * 5 + 1", of: (row) => (row.kind === 'meeting' ? 6 : 1) }],
  surveys: [
    column('score'),
    column('effort'),
    { text: 'score > 5', of: (row) => row.score !== null && Number(row.score) > 5 },
    {
      text: 'score - effort',
      of: (row) => (row.score === null || row.effort === null ? null : Number(row.score) - Number(row.effort)),
    },
  ],
  tickets: [
    column('csat'),
    { text: 'as_of - opened_at', of: (row) => Number(row.as_of) - Number(row.opened_at) },
    {
      text: 'closed_at - opened_at',
      of: (row) => (row.closed_at === null ? null : Number(row.closed_at) - Number(row.opened_at)),
    },
  ],
  contacts: [{ text: "(role = 'champion') * 2", of: (row) => (row.role === 'champion' ? 2 : 0) }],
  accounts: [column('mrr'), column('seats')],
};

const RATIOS: Record<Case['dataset'], readonly Field[]> = {
  usage: [
    { text: 'export / login', of: (row) => row.export ?? null, by: (row) => row.login ?? null },
    { text: 'value / 2', of: (row) => row.value ?? null, by: () => 2 },
  ],
  touches: [],
  surveys: [{ text: 'score / effort', of: (row) => row.score ?? null, by: (row) => row.effort ?? null }],
  tickets: [],
  contacts: [],
  accounts: [{ text: 'mrr / seats', of: (row) => row.mrr ?? null, by: (row) => row.seats ?? null }],
};

const DISTINCT: Record<Case['dataset'], readonly Field[]> = {
  usage: [column('user_id'), column('measure')],
  touches: [column('participants'), column('kind')],
  surveys: [column('kind')],
  tickets: [column('opened_at')],
  contacts: [column('role')],
  accounts: [column('plan')],
};

const FILTERS: Record<Case['dataset'], readonly Filter[]> = {
  usage: [
    ANY,
    { text: "measure = 'login'", holds: (row) => row.measure === 'login', measures: ['login'] },
    {
      text: "measure in ('login', 'api') and value > 1",
      holds: (row) => row.measure !== 'export' && Number(row.value) > 1,
      measures: ['login', 'api'],
    },
    { text: "measure = 'api' or value > 3", holds: (row) => row.measure === 'api' || Number(row.value) > 3 },
    { text: "user_id != 'bob'", holds: (row) => row.user_id !== 'bob' },
    { text: 'date > as_of - 3', holds: (row) => Number(row.date) > Number(row.as_of) - 3 },
  ],
  touches: [
    ANY,
    { text: "kind in ('meeting', 'call')", holds: (row) => row.kind !== 'email' },
    { text: "participants has 'BOB'", holds: (row) => /bob/i.test(String(row.participants)) },
  ],
  surveys: [ANY, { text: "kind = 'nps' and score != ''", holds: (row) => row.kind === 'nps' && row.score !== null }],
  tickets: [ANY, { text: "closed_at = ''", holds: (row) => row.closed_at === null }],
  contacts: [
    ANY,
    { text: "active and role = 'champion'", holds: (row) => row.active === true && row.role === 'champion' },
    {
      text: 'left_on > as_of - 9',
      holds: (row) => row.left_on !== null && Number(row.left_on) > Number(row.as_of) - 9,
    },
  ],
  accounts: [ANY, { text: "plan = 'pro'", holds: (row) => row.plan === 'Pro' }],
};

const anyCase: fc.Arbitrary<Case> = fc
  .tuple(
    fc.constantFrom<Case['dataset']>('usage', 'touches', 'surveys', 'tickets', 'contacts', 'accounts'),
    fc.constantFrom(...AGGREGATES),
  )
  .filter(([dataset, aggregate]) => {
    if (aggregate === 'ratio') return RATIOS[dataset].length > 0;
    const dateless = dataset === 'contacts' || dataset === 'accounts';
    return !(dateless && ['slope', 'active_days', 'days_since_last'].includes(aggregate));
  })
  .chain(([dataset, aggregate]) =>
    fc.record<Case>({
      dataset: fc.constant(dataset),
      aggregate: fc.constant(aggregate),
      field: fc.constantFrom(...fieldsFor(dataset, aggregate)),
      filter: fc.constantFrom(...FILTERS[dataset]),
      windowDays: optional(fc.integer({ min: 1, max: 12 })),
      compare: fc.constantFrom(...COMPARES),
      carryDays:
        dataset === 'accounts' || dataset === 'contacts'
          ? fc.constant(null)
          : optional(fc.integer({ min: 0, max: 30 })),
    }),
  );

function fieldsFor(dataset: Case['dataset'], aggregate: Case['aggregate']): readonly Field[] {
  if (aggregate === 'ratio') return RATIOS[dataset];
  if (aggregate === 'distinct') return DISTINCT[dataset];
  if (aggregate === 'days_since_last') return dataset === 'usage' ? [NONE, column('login')] : [NONE];
  return ['count', 'active_days'].includes(aggregate) ? [NONE, ...FIELDS[dataset]] : FIELDS[dataset];
}

function unique<T>(rows: readonly T[], key: (row: T) => string): T[] {
  return Array.from(new Map(rows.map((row) => [key(row), row])).values());
}

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
      { numRuns: 1500 },
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
      { numRuns: 500 },
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

/** What had been recorded when a day ended. Attributes keep the first change of each column: it is the first pull. */
function asKnownOn(flat: FlatFacts, asOf: number): FlatFacts {
  const tables = flat.tables as Record<string, readonly FlatRow[]>;
  const until = (rows: readonly FlatRow[] | undefined, dated: string) =>
    (rows ?? []).filter((row) => Number(row[dated]) <= asOf);
  const isLater = (cell: Cell | undefined): boolean => typeof cell === 'number' && cell > asOf;
  const first = (change: AttributeChange & { account: string }): boolean =>
    !(flat.history ?? []).some(
      (one) => one.account === change.account && one.column === change.column && one.day < change.day,
    );
  return {
    ...flat,
    history: (flat.history ?? []).filter((change) => change.day <= asOf || first(change)),
    usage: (flat.usage ?? []).filter((row) => row.day <= asOf),
    tables: {
      ...flat.tables,
      touches: until(tables.touches, 'at'),
      surveys: until(tables.surveys, 'at'),
      tickets: until(tables.tickets, 'opened_at').map((row) =>
        isLater(row.closed_at) ? { ...row, closed_at: null, csat: null } : row,
      ),
      contacts: (tables.contacts ?? []).map((row) =>
        isLater(row.left_on) ? { ...row, left_on: null, active: true } : row,
      ),
    },
  };
}

function reversed(flat: FlatFacts): FlatFacts {
  return {
    accounts: [...(flat.accounts ?? [])].reverse(),
    history: [...(flat.history ?? [])].reverse(),
    usage: [...(flat.usage ?? [])].reverse(),
    tables: Object.fromEntries(Object.entries(flat.tables ?? {}).map(([name, rows]) => [name, [...rows].reverse()])),
  };
}
