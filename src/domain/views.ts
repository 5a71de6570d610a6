import type { Band, Curve, Member } from './config/config';
import type { Severity } from './problem';
import type { Locale, Text } from './text';

/** What the sidebar shows, JSON-safe, made by the server in one call. */
export interface SidebarView {
  readonly locale: Locale;
  /** Time zone of the spreadsheet. */
  readonly zone: string;
  /** False until set-up has made the tabs. */
  readonly ready: boolean;
  readonly mode: 'Visibility' | 'Scoring';
  /** The person's e-mail address; '' where Google does not say. */
  readonly email: string;
  /** What the Members tab says of the person; null for somebody who is not in it. */
  readonly role: Member['role'] | null;
  /** Whether the person may change what Ops change: always, while nobody is named as ops. */
  readonly mayTune: boolean;
  /** Address of an account in the CRM with `{account_id}` in it; '' for none. */
  readonly crmLink: string;
  /** The account on the selected row; null where no row of an account is selected. */
  readonly account: AccountView | null;
  /** Id that the selected row names and no account has any more; '' for none. */
  readonly gone: string;
  /** All accounts; null where an account is shown, and in answers to a page that has them already. */
  readonly book: BookView | null;
  /** The last run, also one that is under way; null before the first. */
  readonly run: RunView | null;
  readonly schedule: ScheduleView;
  /** Problems of the last run. */
  readonly problems: number;
}

/** One of the accounts to look at first, as a run keeps them beside the tabs. */
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
  /** Lower bounds of the bands from which the account's are Green, Lime and Yellow; null for a band without one. */
  readonly bounds: readonly (number | null)[];
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
  /** The curve by which the account's segment turns a reading into points. */
  readonly curve: Curve;
  readonly unit: Text;
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

/** Every account as the last run published it, the one to look at first at the top. */
export interface BookView {
  /** `2026-01-31`. */
  readonly asOf: string;
  readonly changeDays: number;
  readonly rows: readonly BookRow[];
}

/** One account of the book; a tuple, since there may be thousands. */
export type BookRow = readonly [
  accountId: string,
  name: string,
  ownerEmail: string,
  team: string,
  segment: string,
  band: Band,
  shownScore: string,
  change: number | null,
  mrr: number,
  renewal: string,
  /** Why it stands where it stands; '' beyond the first accounts. */
  reason: string,
];

/** What moved lately: read after the first paint, since it takes a look at the history. */
export interface WeekView {
  /** The day that bands are compared with. */
  readonly since: string;
  /** Accounts in another band than on that day, with the band of then. */
  readonly moved: readonly (readonly [accountId: string, before: Band])[];
  /** Accounts at risk: the day they last fell to a worse band, and the day somebody last spoke with them since, '' for nobody. */
  readonly fell: readonly (readonly [accountId: string, day: string, contacted: string])[];
  /** Why nothing is known of whom somebody spoke with; null where it is known. */
  readonly shut: Text | null;
}

/** What stands behind an account's score: read after the first paint. */
export interface StoryView {
  readonly accountId: string;
  /** Days of the last 90 that are kept, oldest first. */
  readonly history: readonly (readonly [day: string, score: number | null])[];
  /** Days of those on which a new configuration came into force, with its author's comment. */
  readonly versions: readonly (readonly [day: string, comment: string])[];
  readonly moves: readonly {
    readonly cause: string;
    readonly points: number;
    readonly note: string;
  }[];
  readonly actions: readonly {
    readonly name: string;
    readonly reason: string;
    readonly due: string;
    readonly status: string;
  }[];
  /** Newest first. */
  readonly pulses: readonly PulseView[];
}

/** How the product runs. */
export interface OperationsView {
  readonly sources: readonly {
    readonly id: string;
    readonly kind: string;
    readonly dataset: string;
    readonly enabled: boolean;
    /** When it last brought its data, the workbook's wall clock; '' for never. */
    readonly good: string;
    readonly problems: number;
  }[];
  /** The first ones; `allProblems` counts them all. */
  readonly problems: readonly {
    readonly severity: Severity;
    readonly source: string;
    readonly place: string;
    readonly column: string;
    readonly value: string;
    readonly why: string;
    /** The tab of this workbook in which the place is; '' for none. */
    readonly tab: string;
  }[];
  readonly allProblems: number;
}

/** What somebody recorded about an account. */
export interface PulseView {
  readonly pulse: number | null;
  readonly comment: string;
  readonly author: string;
  readonly day: string;
  /** '' where it counts for the usual time. */
  readonly expiry: string;
}

/** A person's own judgement as the page sends it. */
export interface NewPulse {
  readonly accountId: string;
  /** 1, about to leave, to 5. */
  readonly pulse: number;
  readonly comment: string;
  /** `2026-01-31`: the last day it counts. */
  readonly expiry: string;
}
