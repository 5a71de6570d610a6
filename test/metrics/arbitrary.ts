import fc from 'fast-check';
import type { Cell } from '../../src/domain/cell';
import { AGGREGATES, COMPARES } from '../../src/domain/config/config';
import type { AttributeChange } from '../../src/domain/facts';
import type { FlatFacts, FlatRow, UsageRow } from './facts';
import { type Case, MEASURES } from './reference';

const DAY0 = 20000;
/** The last of them nobody knows. */
export const ACCOUNTS = ['A', 'B', 'C', 'D'];
const day = fc.integer({ min: DAY0, max: DAY0 + 40 });
/** A day of the forty. */
export const asOfDay = fc.integer({ min: DAY0 + 5, max: DAY0 + 40 });
const account = fc.constantFrom('A', 'B', 'C');
// Eighths add up exactly, so that equal readings are equal however they were summed.
const number = fc.oneof(fc.integer({ min: -24, max: 800 }), fc.constant(0)).map((eighths) => eighths / 8);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 });
const many = <T>(row: fc.Arbitrary<T>) => fc.array(row, { maxLength: 25 });

/** Rows of which some were changed in place: they begin or cease to stand so on a day. */
const edited = <T extends FlatRow>(row: fc.Arbitrary<T>): fc.Arbitrary<FlatRow[]> =>
  many(
    fc
      .tuple(row, fc.constantFrom('', '', '', '__from', '__until'), day)
      .map(([cells, edge, on]) => (edge === '' ? cells : { ...cells, [edge]: on })),
  );

const usageRow = fc.record<UsageRow>({
  account,
  day,
  measure: fc.constantFrom(...MEASURES),
  user: fc.constantFrom('', '', 'ann', 'bob'),
  value: number,
});

/** Facts of forty days about three accounts, in every dataset. */
export const flatFacts: fc.Arbitrary<FlatFacts> = fc.record({
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
    touches: edited(
      fc.record({
        account_id: account,
        at: day,
        kind: fc.constantFrom('meeting', 'call', 'email'),
        participants: fc.constantFrom<Cell>('ann;Bob', 'bob', 'cy; ', null),
        minutes: optional(number),
      }),
    ),
    surveys: edited(
      fc.record({
        account_id: account,
        at: day,
        kind: fc.constantFrom('nps', 'csat'),
        score: optional(number),
        effort: optional(number),
      }),
    ),
    tickets: edited(
      fc
        .record({
          account_id: account,
          opened_at: day,
          took: optional(fc.integer({ min: 0, max: 20 })),
          csat: optional(number),
        })
        .map(({ took, ...row }) => ({ ...row, closed_at: took === null ? null : row.opened_at + took })),
    ),
    contacts: edited(
      fc.record({
        account_id: account,
        role: fc.constantFrom('champion', 'user'),
        active: fc.constantFrom<Cell>(true, false, null),
        left_on: optional(day),
        opens: optional(number),
      }),
    ),
    revenue: edited(
      fc.record({
        account_id: account,
        at: day,
        kind: fc.constantFrom('new', 'expansion', 'churn'),
        amount: optional(number),
      }),
    ),
    outcomes: edited(
      fc.record({ account_id: account, at: day, kind: fc.constantFrom('renewal', 'churn'), amount: optional(number) }),
    ),
    pulses: edited(
      fc
        .record({
          account_id: account,
          at: day,
          pulse: fc.integer({ min: 1, max: 5 }),
          lasts: optional(fc.integer({ min: 0, max: 20 })),
        })
        .map(({ lasts, ...row }) => ({ ...row, expiry_date: lasts === null ? null : row.at + lasts })),
    ),
    goals: edited(
      fc
        .record({
          account_id: account,
          kind: fc.constantFrom('roi', 'onboarding'),
          target: fc.constantFrom<Cell>(100, 8, 0, null),
          actual: optional(number),
          agreed_on: day,
          took: optional(fc.integer({ min: 0, max: 20 })),
        })
        .map(({ took, ...row }) => ({ ...row, done_on: took === null ? null : row.agreed_on + took })),
    ),
    entitlements: fc.constant<FlatRow[]>([
      { account_id: 'A', measure: 'login', limit: 20, price: 3 },
      { account_id: 'A', measure: 'seats', limit: 8, price: null },
      { account_id: 'B', measure: 'login', limit: 0, price: 5 },
      { account_id: 'C', measure: 'export', limit: 5, price: 0 },
    ]),
  }),
});

type Field = Case['field'];
type Filter = Case['filter'];
const column = (name: string): Field => ({ text: name, of: (row) => row[name] ?? null });
const plus = (a: Cell | undefined, b: number): Cell => (typeof a === 'number' ? a + b : null);
const shareOf = (a: Cell | undefined, b: Cell | undefined): Cell =>
  typeof a === 'number' && typeof b === 'number' && b !== 0 ? (a / b) * 100 : null;
const NONE: Field = { text: '', of: () => true };
const ANY: Filter = { text: '', holds: () => true };

const FIELDS: Record<Case['dataset'], readonly Field[]> = {
  usage: [column('value'), column('login'), column('export'), { text: 'value + 1', of: (row) => plus(row.value, 1) }],
  touches: [column('minutes'), { text: "(kind = 'meeting') * 5 + 1", of: (row) => (row.kind === 'meeting' ? 6 : 1) }],
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
  contacts: [column('opens'), { text: "(role = 'champion') * 2", of: (row) => (row.role === 'champion' ? 2 : 0) }],
  accounts: [column('mrr'), column('seats')],
  revenue: [
    column('amount'),
    {
      text: "(kind = 'expansion') - (kind = 'churn')",
      of: (row) => Number(row.kind === 'expansion') - Number(row.kind === 'churn'),
    },
  ],
  outcomes: [column('amount')],
  pulses: [column('pulse'), { text: 'as_of - at', of: (row) => Number(row.as_of) - Number(row.at) }],
  goals: [
    column('actual'),
    { text: 'actual / target * 100', of: (row) => shareOf(row.actual, row.target) },
    { text: "(done_on != '') * 100", of: (row) => (row.done_on === null ? 0 : 100) },
  ],
  entitlements: [column('limit'), column('price')],
};

const ratio = (a: string, b: string): Field => ({
  text: `${a} / ${b}`,
  of: (row) => row[a] ?? null,
  by: (row) => row[b] ?? null,
});

const RATIOS: Record<Case['dataset'], readonly Field[]> = {
  usage: [ratio('export', 'login'), { text: 'value / 2', of: (row) => row.value ?? null, by: () => 2 }],
  touches: [ratio('minutes', 'at')],
  surveys: [ratio('score', 'effort')],
  tickets: [ratio('csat', 'opened_at')],
  contacts: [ratio('opens', 'opens')],
  accounts: [ratio('mrr', 'seats')],
  revenue: [ratio('amount', 'at')],
  outcomes: [ratio('amount', 'at')],
  pulses: [ratio('pulse', 'at')],
  goals: [ratio('actual', 'target')],
  entitlements: [ratio('price', 'limit')],
};

const DISTINCT: Record<Case['dataset'], readonly Field[]> = {
  usage: [column('user_id'), column('measure')],
  touches: [column('participants'), column('kind')],
  surveys: [column('kind')],
  tickets: [column('opened_at')],
  contacts: [column('role')],
  accounts: [column('plan')],
  revenue: [column('kind')],
  outcomes: [column('kind')],
  pulses: [column('pulse')],
  goals: [column('kind')],
  entitlements: [column('measure')],
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
  revenue: [ANY, { text: "kind != 'new'", holds: (row) => row.kind !== 'new' }],
  outcomes: [ANY, { text: "not kind = 'churn'", holds: (row) => row.kind !== 'churn' }],
  pulses: [ANY, { text: 'pulse >= 3', holds: (row) => Number(row.pulse) >= 3 }],
  goals: [ANY, { text: "kind = 'roi' and done_on = ''", holds: (row) => row.kind === 'roi' && row.done_on === null }],
  entitlements: [ANY, { text: "measure = 'login'", holds: (row) => row.measure === 'login', measures: ['login'] }],
};

/** Datasets whose rows have no date. */
const DATELESS: readonly Case['dataset'][] = ['accounts', 'contacts', 'entitlements'];

/** A metric over any dataset with any aggregate, field, filter, window, comparison and age that is carried. */
export const anyCase: fc.Arbitrary<Case> = fc
  .tuple(fc.constantFrom(...(Object.keys(FIELDS) as Case['dataset'][])), fc.constantFrom(...AGGREGATES))
  .filter(([dataset, aggregate]) => {
    return !(DATELESS.includes(dataset) && ['slope', 'active_days', 'days_since_last'].includes(aggregate));
  })
  .chain(([dataset, aggregate]) =>
    fc.record<Case>({
      dataset: fc.constant(dataset),
      aggregate: fc.constant(aggregate),
      field: fc.constantFrom(...fieldsFor(dataset, aggregate)),
      filter: fc.constantFrom(...FILTERS[dataset]),
      windowDays: optional(fc.integer({ min: 1, max: 12 })),
      compare: fc.constantFrom(...COMPARES),
      carryDays: DATELESS.includes(dataset) ? fc.constant(null) : optional(fc.integer({ min: 0, max: 30 })),
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

/** What had been recorded when a day ended: rows as they stood then. Attributes keep the first change of each column: it is the first pull. */
export function asKnownOn(flat: FlatFacts, asOf: number): FlatFacts {
  const isLater = (cell: Cell | undefined): boolean => typeof cell === 'number' && cell > asOf;
  const tables = Object.fromEntries(
    Object.entries(flat.tables ?? {}).map(([name, rows]) => [
      name,
      rows.filter((row) => !isLater(row.__from)).map((row) => (isLater(row.__until) ? without(row, '__until') : row)),
    ]),
  );
  const until = (rows: readonly FlatRow[] | undefined, dated: string) =>
    (rows ?? []).filter((row) => Number(row[dated]) <= asOf);
  const first = (change: AttributeChange & { account: string }): boolean =>
    !(flat.history ?? []).some(
      (one) => one.account === change.account && one.column === change.column && one.day < change.day,
    );
  return {
    ...flat,
    history: (flat.history ?? []).filter((change) => change.day <= asOf || first(change)),
    usage: (flat.usage ?? []).filter((row) => row.day <= asOf),
    tables: {
      ...tables,
      touches: until(tables.touches, 'at'),
      surveys: until(tables.surveys, 'at'),
      tickets: until(tables.tickets, 'opened_at').map((row) =>
        isLater(row.closed_at) ? { ...row, closed_at: null, csat: null } : row,
      ),
      revenue: until(tables.revenue, 'at'),
      outcomes: until(tables.outcomes, 'at'),
      pulses: until(tables.pulses, 'at'),
      goals: until(tables.goals, 'agreed_on').map((row) =>
        isLater(row.done_on) ? { ...row, done_on: null, actual: null } : row,
      ),
      contacts: (tables.contacts ?? []).map((row) =>
        isLater(row.left_on) ? { ...row, left_on: null, active: true } : row,
      ),
    },
  };
}

function without(row: FlatRow, column: string): FlatRow {
  return { ...row, [column]: null };
}
