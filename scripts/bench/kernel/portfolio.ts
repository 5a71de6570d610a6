import type { Cell, Row } from '../../../src/domain/cell';
import type { Config, Curve, Metric, MissingPolicy } from '../../../src/domain/config/config';
import { same } from '../../../src/domain/text';

/** A definition of the score as a bench needs it: everything that counts, nothing that only people read. */
export interface Definition {
  readonly dimensions: readonly { readonly id: string; readonly weight: number }[];
  readonly metrics: readonly {
    readonly id: string;
    readonly dimension: string;
    readonly weight: number;
    readonly missing: MissingPolicy;
    readonly curve: Curve;
  }[];
  readonly segments: readonly string[];
  readonly overrides: readonly {
    readonly segment: string;
    readonly metric: string;
    readonly weight: number | null;
    readonly curve: Curve | null;
    readonly enabled: boolean | null;
  }[];
  readonly bands: Config['bands'];
  readonly minimumCoveragePercent: number;
}

/** A portfolio as a sheet gives it, and the scores of the day before. */
export interface Portfolio {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** [id, score]. */
  readonly snapshot: readonly Row[];
}

/** The definition as the product's configuration. */
export function configOf(definition: Definition): Config {
  const metrics = definition.metrics.map(
    (metric): Metric => ({
      ...metric,
      name: same(metric.id),
      lens: 'outcome',
      kind: 'process',
      dataset: 'usage',
      aggregate: 'sum',
      field: metric.id,
      filter: null,
      windowDays: 28,
      compare: 'none',
      missingDays: 0,
      enabled: true,
      unit: same(''),
      why: same(''),
      ownerEmail: '',
      freshDays: null,
    }),
  );
  return {
    version: 'bench',
    settings: {
      mode: 'Scoring',
      language: 'en',
      pilotTeam: '',
      pilotOwner: '',
      minimumCoveragePercent: definition.minimumCoveragePercent,
      changeDays: 7,
      baselineDays: 90,
      breakdownRowLimit: 20000,
      skewWarningPercent: 60,
      dailyRunHour: 6,
      hourlyPull: false,
      backfillMonths: 12,
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
    },
    dimensions: definition.dimensions.map((dimension) => ({ ...dimension, name: same(dimension.id), why: same('') })),
    metrics,
    segments: definition.segments.map((id) => ({ id, name: same(id), rule: null })),
    overrides: definition.overrides,
    bands: definition.bands,
    caps: [],
    stages: [],
    quadrants: [],
    members: [],
  };
}

/** Thirty metrics in four dimensions, three segments that override ten of them, curves of three to five points. */
export function usualDefinition(): Definition {
  const curves: Curve[] = [
    [
      { reading: 0, points: 0 },
      { reading: 5, points: 50 },
      { reading: 20, points: 100 },
    ],
    [
      { reading: 7, points: 100 },
      { reading: 30, points: 60 },
      { reading: 60, points: 0 },
    ],
    [
      { reading: 0, points: 0 },
      { reading: 10, points: 20 },
      { reading: 30, points: 70 },
      { reading: 60, points: 90 },
      { reading: 100, points: 100 },
    ],
  ];
  const dimensions = ['Deployment', 'Engagement', 'Adoption', 'ROI'];
  const metrics = Array.from({ length: 30 }, (_, m) => ({
    id: `m${m}`,
    dimension: dimensions[m % 4] as string,
    weight: 1 + (m % 5),
    missing: m % 10 === 9 ? ('neutral' as const) : m % 10 === 4 ? ('zero' as const) : ('exclude' as const),
    curve: curves[m % 3] as Curve,
  }));
  return {
    dimensions: dimensions.map((id, d) => ({ id, weight: [30, 20, 35, 15][d] as number })),
    metrics,
    segments: ['Enterprise', 'Middle', 'Small'],
    overrides: metrics.slice(0, 10).map(({ id }, m) => ({
      segment: m % 2 ? 'Enterprise' : 'Small',
      metric: id,
      weight: m,
      curve: curves[(m + 1) % 3] as Curve,
      enabled: null,
    })),
    bands: [
      { band: 'Green', segment: '', lowerBound: 65 },
      { band: 'Lime', segment: '', lowerBound: 58 },
      { band: 'Yellow', segment: '', lowerBound: 50 },
      { band: 'Red', segment: '', lowerBound: 0 },
    ],
    minimumCoveragePercent: 80,
  };
}

/**
 * A made-up portfolio: half of the metrics count, half measure; 8 % of the readings are missing; one account in two
 * hundred is new and stands last. Values come from a linear congruential generator (Numerical Recipes, ranqd1), so that
 * every run times the same numbers.
 */
export function usualPortfolio(definition: Definition, accounts: number): Portfolio {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const rows: Cell[][] = [];
  const snapshot: Cell[][] = [];
  for (let account = 0; account < accounts; account++) {
    const id = `account-${String(account).padStart(7, '0')}`;
    const row: Cell[] = [id, definition.segments[Math.floor(random() * definition.segments.length)] as string];
    definition.metrics.forEach((_, m) => {
      const reading = random() * 100;
      row.push(random() < 0.08 ? '' : m % 2 ? Math.floor(reading) : reading);
    });
    rows.push(row);
    if (account < accounts * 0.995) snapshot.push([id, random() * 100]);
  }
  const header = ['account_id', 'segment', ...definition.metrics.map(({ id }) => id)];
  // Through JSON, as rows come from a service: strings and numbers are then not the ones made here.
  return JSON.parse(JSON.stringify({ header, rows, snapshot })) as Portfolio;
}
