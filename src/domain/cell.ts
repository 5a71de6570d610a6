/**
 * A value as it stands in a table: JSON-safe, so that any stage of a run can be replayed from a file.
 * Dates are ISO text (`2026-01-31`, or `2026-01-31T09:30:00` as the workbook's wall clock); empty is null.
 */
export type Cell = string | number | boolean | null;

/** One row of a table, in the order of its columns. */
export type Row = readonly Cell[];

/** A tab as read: the header row first, then the data rows, all of one width. */
export type Grid = readonly Row[];
