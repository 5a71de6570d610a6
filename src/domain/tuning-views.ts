import type { Cell } from './cell';
import type { Band, Config } from './config/config';
import type { Day } from './day';
import type { Severity } from './problem';
import type { Text } from './text';

/*
 * What the page shows while Ops tune the configuration, JSON-safe.
 */

/**
 * One cell of a configuration tab as the page wants to try it. `key` is the row's key; in tabs whose rows several
 * columns name, their cells parted by `|`: `Segment|Metric ID` in Overrides, `Band|Segment` in Bands.
 */
export interface CellChange {
  readonly tab: string;
  readonly key: string;
  readonly header: string;
  readonly value: Cell;
}

/** Something wrong with a configuration cell. */
export interface FaultView {
  readonly severity: Severity;
  readonly tab: string;
  /** `P7`; '' where the whole tab is meant. */
  readonly cell: string;
  readonly column: string;
  readonly value: string;
  readonly why: Text;
}

/** Accounts by band. */
export type Distribution = Readonly<Record<Band, number>>;

/** An account whose band would change. */
export interface BandMove {
  readonly accountId: string;
  /** Segment under the changed configuration. */
  readonly segment: string;
  readonly ownerEmail: string;
  /** 0 where unknown. */
  readonly mrr: number;
  readonly from: Band;
  readonly to: Band;
  readonly scoreBefore: number | null;
  readonly scoreAfter: number | null;
}

/** What happens to the accounts of one segment, owner or range of MRR. */
export interface MoveGroup {
  readonly key: string;
  readonly accounts: number;
  readonly up: number;
  readonly down: number;
  /** Accounts that lose or gain a score altogether. */
  readonly intoGrey: number;
  readonly outOfGrey: number;
  readonly mrrUp: number;
  readonly mrrDown: number;
}

/** A band that holds so many accounts that it tells them no longer apart. */
export interface Skew {
  readonly band: Band;
  readonly percent: number;
  readonly warning: Text;
}

/** The two scores of an account as they are shown, `–` where there is none. */
interface Shown {
  readonly name: string;
  readonly shownBefore: string;
  readonly shownAfter: string;
}

/** An account whose score moves most. */
export interface MoverView extends Shown {
  readonly accountId: string;
  readonly change: number;
  /** The metric that does most in the direction of the change; '' for a cap. */
  readonly metricId: string;
  readonly why: Text;
}

/** What a changed configuration would do to the accounts of the last run's day. */
export interface Consequences {
  /** `2026-01-31`. */
  readonly asOf: string;
  /** Versions of the configuration in force and of the changed one. */
  readonly version: string;
  readonly changedVersion: string;
  /** What differs between the two, a line each. */
  readonly changes: readonly Text[];
  /** Accounts that were compared: those in scope under the changed configuration. */
  readonly accounts: number;
  /** Accounts that Pilot Team or Pilot Owner newly take in or leave out. */
  readonly joining: number;
  readonly leaving: number;
  /** Accounts whose score or band changes. */
  readonly touched: number;
  /** Accounts whose band changes; `moves` lists those with the largest MRR. */
  readonly moved: number;
  readonly moves: readonly (BandMove & Shown)[];
  readonly before: Distribution;
  readonly after: Distribution;
  readonly bySegment: readonly MoveGroup[];
  readonly byOwner: readonly MoveGroup[];
  /** By quarters of the accounts, largest MRR first; the key is the lowest MRR of the range. */
  readonly byMrr: readonly MoveGroup[];
  /** Largest change first. */
  readonly movers: readonly MoverView[];
  readonly skew: readonly Skew[];
}

/** The answer to a what-if: consequences, or null where the changed configuration has errors among its `faults`. */
export interface WhatIfView {
  readonly faults: readonly FaultView[];
  readonly consequences: Consequences | null;
}

/** Everything the page needs to score all accounts by itself while somebody tunes, fetched once. */
export interface TuningView {
  /** The configuration tabs as they stand; the one in force where they have errors. */
  readonly config: Config;
  /** What somebody typed into the tabs and nobody has saved yet, a line each; saving takes it along. */
  readonly unsaved: readonly Text[];
  /** What is wrong with the tabs as they stand. */
  readonly faults: readonly FaultView[];
  readonly asOf: Day;
  readonly accountIds: readonly string[];
  readonly names: readonly string[];
  /** By account: index into the configuration's segments. */
  readonly segments: readonly number[];
  /** Attributes that the conditions of caps ask for, `owner_email`, `mrr` and `status`; a cell an account. */
  readonly attributes: Readonly<Record<string, readonly Cell[]>>;
  readonly metrics: readonly string[];
  /** By metric, a reading an account; null where it is missing. */
  readonly readings: readonly (readonly (number | null)[])[];
}

/** A row of Config Versions. */
export interface ConfigVersionView {
  readonly id: string;
  readonly version: string;
  /** Wall clock of the workbook. */
  readonly savedAt: string;
  readonly author: string;
  readonly comment: string;
  /** What it changed, a line each, in the language of its day; the first ones. */
  readonly changes: readonly string[];
  /** Lines beyond those. */
  readonly moreChanges: number;
  readonly inForce: boolean;
  /** False where only the row is kept, no longer the tabs of then. */
  readonly restorable: boolean;
}

/** What saving came to: the version, or null where errors among `faults` keep the configuration out of force. */
export interface SavedView {
  readonly version: ConfigVersionView | null;
  readonly faults: readonly FaultView[];
  /** What others changed since the page read the configuration; nothing was saved then. Empty otherwise. */
  readonly conflict: readonly Text[];
}
