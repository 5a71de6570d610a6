import type { Cell, Grid, Row } from '../../domain/cell';
import type { TabLayout, Workbook } from '../../ports';

/** Rows that stayed the same and are written all the same, where that saves a call: a call costs as much as these. */
const BRIDGED_ROWS = 100;

/** First row below the header. */
const TOP = 2;

/**
 * Brings a tab from what it holds (`before`, the header first, as it was read) to `rows`, writing only the blocks of rows
 * that differ. A tab whose header is another is written whole. With `top`, rows above it are not meant: `before` and `rows`
 * are all rows from there on.
 */
export function writeChanges(
  book: Workbook,
  layout: TabLayout,
  before: Grid | null,
  rows: Grid,
  top: number = TOP,
): void {
  const header = before?.[0] ?? [];
  if (before === null || !layout.columns.every((column, at) => header[at] === column.header)) {
    book.replace(layout, rows);
    return;
  }
  const stood = before.length - 1;
  const differs = (at: number): boolean => !sameRow(before[at + 1] as Row, rows[at] as Row, layout.columns.length);
  const common = Math.min(stood, rows.length);
  let end = common;
  // What stands below the common rows is written, or taken away, together with the last block that reaches it.
  while (end > 0 && stood !== rows.length && common - end < BRIDGED_ROWS && differs(end - 1)) end--;
  const writes: (() => void)[] = [];
  for (let from = 0; from < end; from++) {
    if (!differs(from)) continue;
    const first = from;
    let last = from;
    for (let at = from + 1; at < end && at - last <= BRIDGED_ROWS; at++) if (differs(at)) last = at;
    writes.push(() => book.overwrite(layout, top + first, rows.slice(first, last + 1)));
    from = last;
  }
  if (stood !== rows.length) writes.push(() => book.replaceFrom(layout, top + end, rows.slice(end)));
  // Rows that move down are written from the bottom, so that one stopped in between leaves a row twice, never not at all.
  if (rows.length > stood) writes.reverse();
  for (const write of writes) write();
}

function sameRow(a: Row, b: Row, width: number): boolean {
  for (let at = 0; at < width; at++) if (value(a[at]) !== value(b[at])) return false;
  for (let at = width; at < a.length; at++) if (value(a[at]) !== null) return false;
  return true;
}

/** An empty text is no value in a cell. */
function value(cell: Cell | undefined): Cell {
  return cell === undefined || cell === '' ? null : cell;
}
