import type { DatasetName } from '../datasets';
import type { WEEKDAYS } from '../day';
import type { Expression } from '../expression/expression';
import type { Locale, Text } from '../text';

/** `reading=points` control points, readings not falling; two points at one reading make a step. */
export interface CurvePoint {
  readonly reading: number;
  /** 0 to 100. */
  readonly points: number;
}

export type Curve = readonly CurvePoint[];

export const AGGREGATES = [
  'count',
  'sum',
  'mean',
  'min',
  'max',
  'last',
  'distinct',
  'active_days',
  'days_since_last',
  'ratio',
  'slope',
] as const;
export type Aggregate = (typeof AGGREGATES)[number];

export const COMPARES = ['none', 'own_previous', 'own_baseline', 'entitlement', 'peers'] as const;
export type Compare = (typeof COMPARES)[number];

export const MISSING_POLICIES = ['exclude', 'zero', 'neutral', 'carry'] as const;
export type MissingPolicy = (typeof MISSING_POLICIES)[number];

/** Datasets a metric may read: the canonical ones, and what people record in the Health workbook. */
export type MetricDataset = DatasetName | 'pulses' | 'goals';

/** One enabled or disabled row of the Metrics tab. */
export interface Metric {
  readonly id: string;
  readonly name: Text;
  readonly dimension: string;
  readonly lens: 'outcome' | 'experience';
  readonly kind: 'process' | 'outcome';
  readonly dataset: MetricDataset;
  readonly aggregate: Aggregate;
  /** A column; for usage also the name of a measure; for ratio `a / b`; '' where the aggregate needs none (count). */
  readonly field: string;
  readonly filter: Expression | null;
  /** Days back from the end of the as-of day, itself included; null reads everything up to it. */
  readonly windowDays: number | null;
  readonly compare: Compare;
  readonly missing: MissingPolicy;
  /** How old a carried reading may be. */
  readonly missingDays: number;
  readonly weight: number;
  readonly curve: Curve;
  readonly enabled: boolean;
  readonly unit: Text;
  readonly why: Text;
  readonly ownerEmail: string;
  /** How often a new reading is expected; null where age says nothing. */
  readonly freshDays: number | null;
}

export interface Dimension {
  readonly id: string;
  readonly name: Text;
  readonly weight: number;
  readonly why: Text;
}

/** The first segment whose rule holds takes the account; a null rule always holds. */
export interface Segment {
  readonly id: string;
  readonly name: Text;
  readonly rule: Expression | null;
}

/** What a segment changes in a metric; null leaves the metric's own. */
export interface Override {
  readonly segment: string;
  readonly metric: string;
  readonly weight: number | null;
  readonly curve: Curve | null;
  readonly enabled: boolean | null;
}

export const BANDS = ['Green', 'Lime', 'Yellow', 'Red'] as const;
/** Best first; `Grey` is not scored. */
export type Band = (typeof BANDS)[number] | 'Grey';

/** Inclusive lower bound of a band; segment '' means every segment without a row of its own. */
export interface BandBound {
  readonly band: (typeof BANDS)[number];
  readonly segment: string;
  readonly lowerBound: number;
}

export interface Cap {
  readonly id: string;
  /** Over the account's columns and the readings by metric id. */
  readonly condition: Expression;
  readonly highestScore: number;
  readonly reason: Text;
  readonly enabled: boolean;
}

/** A second label of an account, e.g. LOYAL / ACTIVE / ONBOARD / ENTRY; the first stage whose rule holds. */
export interface Stage {
  readonly id: string;
  readonly name: Text;
  readonly rule: Expression | null;
}

/** Two-axis view: an account is high or low on each axis; the four names are the quadrants. */
export interface Quadrant {
  readonly id: string;
  readonly name: Text;
  /** A metric id (its points count), a dimension id, or `score`. */
  readonly xAxis: string;
  readonly yAxis: string;
  /** Points from which an axis counts as high. */
  readonly xSplit: number;
  readonly ySplit: number;
  readonly names: { readonly highHigh: Text; readonly highLow: Text; readonly lowHigh: Text; readonly lowLow: Text };
}

export interface Member {
  readonly email: string;
  readonly name: string;
  readonly role: 'csm' | 'ops' | 'manager';
  readonly team: string;
}

/** Values of the Settings tab; declared one by one in `settings.ts`. */
export interface Settings {
  readonly mode: 'Visibility' | 'Scoring';
  readonly language: Locale;
  /** Only accounts of this team and/or owner are scored; '' means all. */
  readonly pilotTeam: string;
  readonly pilotOwner: string;
  readonly minimumCoveragePercent: number;
  /** Score Change looks this many days back. */
  readonly changeDays: number;
  readonly baselineDays: number;
  readonly breakdownRowLimit: number;
  readonly skewWarningPercent: number;
  readonly dailyRunHour: number;
  readonly hourlyPull: boolean;
  readonly backfillMonths: number;
  /** Dated data and month ends of scores older than this are dropped. */
  readonly retentionMonths: number;
  /** Whether who looked at which account is kept, and for how many days. */
  readonly adoptionDetail: boolean;
  readonly adoptionLogDays: number;
  /** The day on which members are mailed how their accounts stand. */
  readonly mailWeekday: 'off' | 'every day' | (typeof WEEKDAYS)[number];
  /** Whether scores are sent to other systems: `dry` lists what would be sent. */
  readonly writeBack: 'off' | 'dry' | 'on';
  /** Source IDs of the Sources tab, as a list. */
  readonly writeBackSources: string;
  /** `score = their field; ...`, in place of the vendor's usual names. */
  readonly writeBackFields: string;
  /** Whether fields that are missing may be made. */
  readonly writeBackCreates: boolean;
  readonly webhookAddress: string;
  readonly webhookSecret: string;
  /** Whether the Data workbook has the tab Export. */
  readonly exportTab: boolean;
  /** Address of an account in the CRM, with `{account_id}` where its id stands; '' for none. */
  readonly crmLink: string;
}

/** Everything Ops configured, parsed, checked and frozen. Sources are configured beside it, in the Sources tab. */
export interface Config {
  /** Same text for the same configuration; every score carries it. */
  readonly version: string;
  readonly settings: Settings;
  readonly dimensions: readonly Dimension[];
  readonly metrics: readonly Metric[];
  readonly segments: readonly Segment[];
  readonly overrides: readonly Override[];
  readonly bands: readonly BandBound[];
  readonly caps: readonly Cap[];
  readonly stages: readonly Stage[];
  readonly quadrants: readonly Quadrant[];
  readonly members: readonly Member[];
}
