import type { Band } from './config/config';
import type { Locale, Text } from './text';

/** An account as a card shows it, with what was published. */
export interface CardAccount {
  readonly name: string;
  readonly band: Band;
  /** `72.4`; `–` where there is none. */
  readonly shownScore: string;
  /** Points over the book's `changeDays`; null where either day has no score. */
  readonly change: number | null;
  /** In the language of the workbook, the weightiest first. */
  readonly reasons: readonly string[];
  readonly ownerEmail: string;
  readonly mrr: number | null;
  /** `2026-01-31`, '' for none. */
  readonly renewalDate: string;
}

/** The book that accounts on a card are taken from. */
export interface CardBook {
  readonly locale: Locale;
  /** Address of the Health spreadsheet. */
  readonly url: string;
  /** `2026-01-31`, '' before the first run. */
  readonly asOf: string;
  readonly changeDays: number;
}

/** The day of the person who looks. */
export interface HomeView extends CardBook {
  /** What the last run did or does; null where nothing is known of it. */
  readonly run: Text | null;
  /** Whether the accounts are the person's own; else they are everybody's. */
  readonly own: boolean;
  /** Accounts in the two lowest bands, the most urgent first: the first of them, and how many there are. */
  readonly atRisk: readonly CardAccount[];
  readonly atRiskCount: number;
}

/** The accounts of the people in a message or a meeting. */
export interface PeopleView extends CardBook {
  /** By domain of the addresses, in their order; more than one account may share a domain. */
  readonly domains: readonly { readonly domain: string; readonly accounts: readonly CardAccount[] }[];
}
