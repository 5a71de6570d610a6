import type { Cell } from '../domain/cell';
import type { Day } from '../domain/day';
import type { Accessor } from '../domain/expression/evaluate';
import type { UsageSeries } from '../domain/facts';
import { NO_DAY } from './readings';

/** The row at hand while facts are read; one object serves all rows, so that none is made per row. */
export interface Scan {
  /** The day as of which the row is seen. */
  end: Day;
  /** The day that dates the row; NO_DAY for undated rows. */
  day: Day;
  accountId: string;
  /** Cells of a row of a table. */
  row: readonly Cell[];
  /** A row of usage. */
  value: number;
  measure: string;
  /** The measure's name as a Field finds it. */
  measureKey: string;
  userId: string;
  /** The row of the accounts dataset. */
  attribute: Accessor;
}

/** A scan before the first row. */
export function newScan(): Scan {
  return {
    end: NO_DAY,
    day: NO_DAY,
    accountId: '',
    row: [],
    value: 0,
    measure: '',
    measureKey: '',
    userId: '',
    attribute: () => null,
  };
}

/** Reads a cell, or the result of an expression, from the row at hand. */
export type Read = (scan: Scan) => Cell;

/** What is done with the rows that a filter lets in. */
export interface Take {
  row(scan: Scan): void;
  /** Takes a stretch of a series of usage at once, as if row by row; null where each row has to be looked at. */
  readonly series: TakeSeries | null;
}

/** Takes the values `from` to `to` (indexes) of a series; `measureKey` is its measure's name as a Field finds it. */
export type TakeSeries = (measureKey: string, series: UsageSeries, from: number, to: number) => void;

/** The rows of one dataset that a metric reads. */
export interface Rows {
  /** Turns to an account; every other call is about it. */
  enter(accountId: string): void;
  /** Whether the dataset says anything about the account up to the day, so that no row means nothing happened. */
  live(end: Day): boolean;
  /** Shows each row dated `from` to `to` that the filter lets in, as it stood at the end of `end`. */
  visit(from: Day, to: Day, end: Day, take: Take): void;
  /** The newest day up to `day` on which the account may have a row; NO_DAY where there is none. */
  rowDay(day: Day): Day;
  /** The newest day up to the as-of day that any account has in the dataset; NO_DAY where rows are undated. */
  readonly newest: Day;
  /** The newest day that the account's undated data changed on; NO_DAY where that is not known. */
  changed(end: Day): Day;
}
