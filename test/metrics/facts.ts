import type { Cell } from '../../src/domain/cell';
import type { Config, Metric, MetricDataset } from '../../src/domain/config/config';
import { dataset } from '../../src/domain/datasets';
import { type Day, parseDay } from '../../src/domain/day';
import { parseExpression } from '../../src/domain/expression/parse';
import type { AttributeChange, Facts, FactTable, Held, UsageSeries } from '../../src/domain/facts';
import { readMetrics } from '../../src/metrics/read-metrics';
import type { Readings } from '../../src/metrics/readings';

export type FlatRow = Readonly<Record<string, Cell>> & { readonly account_id: string };

export interface UsageRow {
  readonly account: string;
  readonly day: Day;
  readonly measure: string;
  readonly user: string;
  readonly value: number;
}

/** Facts as rows, the way a person would write them down. */
export interface FlatFacts {
  readonly accounts?: readonly FlatRow[];
  readonly history?: readonly (AttributeChange & { readonly account: string })[];
  readonly usage?: readonly UsageRow[];
  readonly tables?: Partial<Record<MetricDataset, readonly FlatRow[]>>;
}

/** The day from which a flat row stood so, and the day from which it no longer did; null for always. */
const DAYS = ['__from', '__until'];

/** Goals stand in the order of their tab; the day they were agreed on is a column like others. */
const DATED: Partial<Record<MetricDataset, string>> = { pulses: 'at', goals: '' };

/** The day of `2026-01-31`. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

export function factsOf(flat: FlatFacts): Facts {
  const history = new Map<string, AttributeChange[]>();
  for (const { account, ...change } of [...(flat.history ?? [])].sort((a, b) => a.day - b.day)) {
    history.set(account, [...(history.get(account) ?? []), change]);
  }
  const tables: Partial<Record<MetricDataset, FactTable>> = {};
  for (const [name, rows] of Object.entries(flat.tables ?? {})) {
    tables[name as MetricDataset] = tableOf(rows, datedBy(name as MetricDataset));
  }
  return {
    accounts: tableOf(flat.accounts ?? [], ''),
    attributeHistory: history,
    usage: usageOf(flat.usage ?? []),
    tables,
  };
}

function datedBy(name: MetricDataset): string {
  return name === 'pulses' || name === 'goals' ? (DATED[name] as string) : (dataset(name).dated ?? '');
}

function tableOf(rows: readonly FlatRow[], dated: string): FactTable {
  const columns = Array.from(new Set(rows.flatMap((row) => Object.keys(row)))).filter((name) => !DAYS.includes(name));
  const held = new Map<readonly Cell[], Held>();
  const at = columns.indexOf(dated);
  const byAccount = new Map<string, Cell[][]>();
  for (const row of rows) {
    const cells = columns.map((column) => row[column] ?? null);
    const { __from: from = null, __until: until = null } = row;
    if (from !== null || until !== null)
      held.set(cells, { from: Number(from ?? -Infinity), until: Number(until ?? Infinity) });
    byAccount.set(row.account_id, [...(byAccount.get(row.account_id) ?? []), cells]);
  }
  if (at >= 0)
    for (const list of byAccount.values()) list.sort((a, b) => Number(a[at] ?? -1e9) - Number(b[at] ?? -1e9));
  return { columns, dated: at, byAccount, held };
}

function usageOf(rows: readonly UsageRow[]): Map<string, UsageSeries[]> {
  const groups = new Map<string, UsageRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.account, row.measure, row.user]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const usage = new Map<string, UsageSeries[]>();
  for (const group of groups.values()) {
    const { account, measure, user } = group[0] as UsageRow;
    const firstDay = Math.min(...group.map((row) => row.day));
    const values = new Float64Array(Math.max(...group.map((row) => row.day)) - firstDay + 1).fill(Number.NaN);
    for (const row of group) values[row.day - firstDay] = row.value;
    usage.set(account, [...(usage.get(account) ?? []), { measure, userId: user, firstDay, values }]);
  }
  return usage;
}

/** A metric as a row of the Metrics tab says it: `filter` as text, everything else as a plain row would leave it. */
export type MetricRow = Partial<Omit<Metric, 'filter'>> &
  Pick<Metric, 'dataset' | 'aggregate'> & { readonly filter?: string };

export function metricOf({ filter, ...row }: MetricRow): Metric {
  const parsed = filter === undefined || filter === '' ? null : parseExpression(filter);
  if (parsed && !parsed.ok) throw new Error(parsed.why.en);
  return {
    id: 'm',
    name: { en: 'm', ja: 'm' },
    dimension: 'Adoption',
    lens: 'outcome',
    kind: 'process',
    field: '',
    filter: parsed ? parsed.expression : null,
    windowDays: null,
    compare: 'none',
    missing: 'exclude',
    missingDays: 0,
    weight: 1,
    curve: [],
    enabled: true,
    unit: { en: '', ja: '' },
    why: { en: '', ja: '' },
    ownerEmail: '',
    freshDays: null,
    ...row,
  };
}

export function configOf(
  metrics: readonly Metric[],
  baselineDays = 90,
  overrides: Config['overrides'] = [],
): Pick<Config, 'metrics' | 'overrides' | 'settings'> {
  const settings: Config['settings'] = {
    mode: 'Scoring',
    language: 'en',
    pilotTeam: '',
    pilotOwner: '',
    minimumCoveragePercent: 50,
    changeDays: 7,
    baselineDays,
    breakdownRowLimit: 20000,
    skewWarningPercent: 60,
    dailyRunHour: 6,
    hourlyPull: false,
    backfillMonths: 0,
    retentionMonths: 25,
    adoptionDetail: false,
    adoptionLogDays: 90,
    writeBack: 'off',
    writeBackSources: '',
    writeBackFields: '',
    writeBackCreates: false,
    webhookAddress: '',
    webhookSecret: '',
    exportTab: false,
    mailWeekday: 'off',
    crmLink: '',
  };
  return { metrics, overrides, settings };
}

/** Readings of some metrics for some accounts, all in one segment unless said otherwise. */
export function read(
  flat: FlatFacts,
  rows: readonly MetricRow[],
  asOf: Day,
  options: {
    readonly accountIds?: readonly string[];
    readonly segments?: readonly number[];
    readonly baselineDays?: number;
  } = {},
): Readings {
  const accountIds = options.accountIds ?? ['A'];
  const segments = Int32Array.from(accountIds, (_, at) => options.segments?.[at] ?? 0);
  const config = configOf(rows.map(metricOf), options.baselineDays);
  return readMetrics({ facts: factsOf(flat), config, accountIds, segments, asOf });
}

/** The reading of one metric for account A; null where it is missing. */
export function readOne(flat: FlatFacts, row: MetricRow, asOf: Day, baselineDays?: number): number | null {
  const { values } = read(flat, [row], asOf, baselineDays === undefined ? {} : { baselineDays });
  const value = values[0] as number;
  return Number.isNaN(value) ? null : value;
}
