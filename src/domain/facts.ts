import type { Cell } from './cell';
import type { MetricDataset } from './config/config';
import type { Day } from './day';

/** The first day on which a row stood as it does, and the day on which it no longer did; infinite where nothing is known. */
export interface Held {
  readonly from: Day;
  readonly until: Day;
}

/**
 * Dated or undated rows of one dataset, grouped by account. Cells of `day` and `moment` columns are Day numbers,
 * flags are booleans, lists are text with parts joined by `;`, empty is null.
 */
export interface FactTable {
  readonly columns: readonly string[];
  /** Index into `columns` of the column that dates a row, -1 where rows are undated. */
  readonly dated: number;
  /** Rows of an account, oldest first where dated. */
  readonly byAccount: ReadonlyMap<string, readonly (readonly Cell[])[]>;
  /** A row that was changed stands there once for each way it stood, with its days; other rows are always as they are. */
  readonly held?: ReadonlyMap<readonly Cell[], Held>;
}

/** Whether a row of the table stood so on a day. */
export function stood({ held }: FactTable, row: readonly Cell[], day: Day): boolean {
  const days = held?.get(row);
  return days === undefined || (days.from <= day && day < days.until);
}

/** The daily values of one measure of one account (and user, '' for the account as a whole). */
export interface UsageSeries {
  readonly measure: string;
  readonly userId: string;
  readonly firstDay: Day;
  /** One value a day from `firstDay` on; NaN where no row exists. */
  readonly values: Float64Array;
}

/** An account's attribute as it stood from a day on. */
export interface AttributeChange {
  readonly day: Day;
  readonly column: string;
  readonly value: Cell;
}

/** Everything metrics may read, as pulled; nothing in it depends on a day. */
export interface Facts {
  /** Attributes as last pulled: one row an account. */
  readonly accounts: FactTable;
  /** By account, oldest first; the attributes of a past day are the latest change up to it, or the earliest known. */
  readonly attributeHistory: ReadonlyMap<string, readonly AttributeChange[]>;
  readonly usage: ReadonlyMap<string, readonly UsageSeries[]>;
  /** Every dataset but accounts and usage. */
  readonly tables: Readonly<Partial<Record<MetricDataset, FactTable>>>;
}

/** The name under which the history of an account keeps the limits of a measure that were in force before. */
export function limitAttribute(measure: string): string {
  return `limit ${measure}`;
}
