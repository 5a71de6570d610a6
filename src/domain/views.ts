import type { Band } from './config/config';
import type { Locale, Text } from './text';

/** What the sidebar shows, JSON-safe, made by the server in one call. */
export interface SidebarView {
  readonly locale: Locale;
  /** False until set-up has made the tabs. */
  readonly ready: boolean;
  readonly mode: 'Visibility' | 'Scoring';
  /** The account on the selected row; null where no row of an account is selected. */
  readonly account: AccountView | null;
  /** The last run, also one that is under way; null before the first. */
  readonly run: RunView | null;
  readonly schedule: ScheduleView;
  /** Problems of the last run. */
  readonly problems: number;
  /** The accounts to look at first, most urgent first; at most five. */
  readonly urgent: readonly UrgentView[];
}

export interface UrgentView {
  readonly accountId: string;
  readonly name: string;
  readonly score: number | null;
  readonly shownScore: string;
  readonly band: Band;
  readonly reason: Text;
}

export interface AccountView {
  readonly accountId: string;
  readonly name: string;
  readonly segment: Text;
  readonly stage: string;
  readonly ownerEmail: string;
  readonly score: number | null;
  /** The score as it is shown everywhere, `72.4`; `–` where there is none. */
  readonly shownScore: string;
  readonly band: Band;
  /** Points since the day `changeDays` before; null where either day has no score. */
  readonly change: number | null;
  readonly changeDays: number;
  readonly coveragePercent: number;
  /** `2026-01-31`. */
  readonly asOf: string;
  readonly reasons: readonly Text[];
  /** A cap that lowers the score: its reason and the points it takes, a line of its own beside the metrics; null for none. */
  readonly cap: { readonly reason: Text; readonly points: number } | null;
  readonly dimensions: readonly DimensionView[];
  readonly metrics: readonly MetricView[];
}

export interface DimensionView {
  readonly name: Text;
  readonly score: number | null;
  /** Share of the whole score, 0 to 100. */
  readonly weightPercent: number;
}

export interface MetricView {
  readonly id: string;
  readonly name: Text;
  readonly dimension: Text;
  readonly why: Text;
  readonly reading: number | null;
  /** With its unit. */
  readonly shownReading: Text;
  readonly points: number | null;
  readonly weightPercent: number;
  readonly earned: number;
  readonly lost: number;
  readonly stale: boolean;
  /** `2026-01-31`, '' where there are no data. */
  readonly asOf: string;
}

export interface RunView {
  readonly state: 'running' | 'done' | 'failed';
  /** What it is doing, or what it did. */
  readonly said: Text;
  /** Wall clock of the workbook, `2026-01-31T09:30:00`. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly accounts: number;
  readonly scored: number;
  readonly problems: number;
  /** 0 to 1. */
  readonly progress: number;
}

export interface ScheduleView {
  readonly state: 'on' | 'off' | 'incomplete' | 'duplicate' | 'late';
  readonly said: Text;
}
