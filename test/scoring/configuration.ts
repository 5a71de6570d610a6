import type { BandBound, Config, Curve, Dimension, Metric, Segment } from '../../src/domain/config/config';
import type { Expression } from '../../src/domain/expression/expression';
import { same } from '../../src/domain/text';
import type { ScoringInput } from '../../src/scoring/score-accounts';

/** A metric with everything beside the score filled in. */
export function metric(id: string, dimension: string, curve: Curve, changes: Partial<Metric> = {}): Metric {
  return {
    id,
    name: same(id),
    dimension,
    lens: 'outcome',
    kind: 'process',
    dataset: 'usage',
    aggregate: 'sum',
    field: id,
    filter: null,
    windowDays: 28,
    compare: 'none',
    missing: 'exclude',
    missingDays: 0,
    weight: 1,
    curve,
    enabled: true,
    unit: same(''),
    why: same(''),
    ownerEmail: '',
    freshDays: null,
    ...changes,
  };
}

/** `0=0; 5=50` as control points. */
export function curve(text: string): Curve {
  return text.split(';').map((point) => {
    const [reading, points] = point.split('=').map(Number);
    return { reading: reading as number, points: points as number };
  });
}

export function dimension(id: string, weight: number): Dimension {
  return { id, name: same(id), weight, why: same('') };
}

export function segment(id: string, rule: Expression | null = null): Segment {
  return { id, name: same(id), rule };
}

export const BOUNDS: readonly BandBound[] = [
  { band: 'Green', segment: '', lowerBound: 80 },
  { band: 'Lime', segment: '', lowerBound: 60 },
  { band: 'Yellow', segment: '', lowerBound: 40 },
  { band: 'Red', segment: '', lowerBound: 0 },
];

/** One segment, the usual bounds, everything scored; `changes` replace parts, `settings` single settings. */
export function configuration(
  changes: Partial<Omit<Config, 'settings'>>,
  settings: Partial<Config['settings']> = {},
): Config {
  return {
    version: 'v1',
    settings: {
      mode: 'Scoring',
      language: 'en',
      pilotTeam: '',
      pilotOwner: '',
      minimumCoveragePercent: 0,
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
      ...settings,
    },
    dimensions: [],
    metrics: [],
    segments: [segment('All')],
    overrides: [],
    bands: BOUNDS,
    caps: [],
    stages: [],
    quadrants: [],
    members: [],
    ...changes,
  };
}

/** Readings of a day by account: metric id to reading; a metric that is not named is missing. */
export function input(
  metrics: readonly { readonly id: string }[],
  accounts: readonly Readonly<Record<string, number>>[],
  more: Partial<ScoringInput> = {},
): ScoringInput {
  const cells = accounts.flatMap((account) => metrics.map(({ id }) => account[id] ?? Number.NaN));
  return {
    readings: {
      metrics,
      accountIds: accounts.map((_, index) => `A${index + 1}`),
      values: Float64Array.from(cells),
      days: new Int32Array(cells.length).fill(20000),
    },
    segments: new Int32Array(accounts.length),
    attribute: () => () => null,
    asOf: 20000,
    ...more,
  };
}
