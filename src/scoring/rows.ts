import type { Cell, Row } from '../domain/cell';
import type { Band, Cap, Segment } from '../domain/config/config';
import { foldColumn } from '../domain/expression/plain-text';
import type { ParseContext } from '../domain/parse/context';
import { readNumber } from '../domain/parse/number';
import type { Text } from '../domain/text';
import { BAND_ORDER, bandIndex } from './bands';
import { type CompiledScoring, columnsOf } from './compile';
import { scoreReadings, type Workspace, workspace } from './kernel';
import { lowestCap } from './labels';
import type { LastScores } from './last-scores';
import { says } from './messages';

/** Accounts as a sheet gives them: `account_id`, `segment`, one column per metric id, and what caps ask for. */
export interface AccountTable {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** How numbers written as text are read. */
  readonly context: ParseContext;
}

/** A cell that is no number, or names no segment; its account was scored without it. */
export interface UnreadCell {
  /** Index into the rows, from 0. */
  readonly row: number;
  /** Index into the header, from 0. */
  readonly column: number;
  readonly value: Cell;
  /** A stable short name, `number.unreadable` or alike, and what is wrong in words. */
  readonly code: string;
  readonly why: Text;
}

/** Rows handed on at once: few enough that the collector finds them dead before it would move them, also while the heap is small. */
const CHUNK = 100;

/** Columns of every output row; a column per dimension (its score) and per metric (points earned) follow. */
const OUTPUT = ['account_id', 'segment', 'score', 'band', 'coverage', 'change', 'cap'];

/** Headers of the rows that `scoreRows` emits. */
export function outputHeader(scoring: CompiledScoring): string[] {
  return OUTPUT.concat(
    scoring.dimensions.map(({ id }) => id),
    scoring.metrics.map(({ id }) => id),
  );
}

/**
 * Scores a sheet's rows and emits finished rows under `outputHeader`, in order and in chunks that nothing here keeps:
 * score, coverage 0..1, change since the last snapshot, what a cap takes, dimension scores, and the points each metric
 * earns, which add up with the cap to the score. null stands where there is nothing to say. Returns the cells that
 * could not be read; the last segment, which is the default, takes rows whose segment is unknown.
 */
export function scoreRows(
  scoring: CompiledScoring,
  table: AccountTable,
  last: LastScores,
  emit: (chunk: Cell[][]) => void,
): UnreadCell[] {
  const { rows, context } = table;
  const { caps } = scoring.config;
  const columnOf = columnFinder(table.header);
  const id = columnOf('account_id');
  const segmentColumn = columnOf('segment');
  const readingColumns = columnsOf(scoring, columnOf);
  const segments = new Map<Cell | undefined, number>(scoring.segments.map((segment, index) => [segment.id, index]));
  const capOf = lowestCap(caps, (name) => {
    const column = columnOf(name);
    return (index) => rows[index]?.[column] ?? null;
  });
  const capped = caps.length > 0;
  const work = workspace(scoring);
  const unread: UnreadCell[] = [];

  for (let start = 0; start < rows.length; start += CHUNK) {
    const count = Math.min(CHUNK, rows.length - start);
    const chunk: Cell[][] = new Array(count);
    for (let offset = 0; offset < count; offset++) {
      const index = start + offset;
      const row = rows[index] as Row;
      let segment = segments.get(row[segmentColumn]);
      if (segment === undefined) {
        segment = scoring.segments.length - 1;
        const value = row[segmentColumn] ?? null;
        unread.push({ row: index, column: segmentColumn, value, code: 'segment.unknown', why: says.unknownSegment() });
      }
      let uncapped = scoreReadings(scoring, row, 0, readingColumns, segment, work);
      if (work.unread) {
        const read = readTexts(row, index, readingColumns, context, unread);
        uncapped = scoreReadings(scoring, read, 0, readingColumns, segment, work);
      }
      const cap = capped ? capOf(index) : -1;
      const score = cap < 0 ? uncapped : Math.min(uncapped, (caps[cap] as Cap).highestScore);
      chunk[offset] = scoreCells(scoring, segment, row[id] as Cell, score, uncapped, last(row[id]), work);
    }
    emit(chunk);
  }
  return unread;
}

/** The index of the column of that name, -1 for none; folded names are compared only where no column is exactly that. */
function columnFinder(header: readonly string[]): (name: string) => number {
  let folded: readonly string[] | null = null;
  return (name) => {
    const exact = header.indexOf(name);
    if (exact >= 0) return exact;
    folded ??= header.map(foldColumn);
    return folded.indexOf(foldColumn(name));
  };
}

/** The row with its texts read as numbers; notes what is none. */
function readTexts(row: Row, index: number, columns: Int32Array, context: ParseContext, unread: UnreadCell[]): Row {
  const read = row.slice();
  columns.forEach((column) => {
    const value = row[column] ?? null;
    const parsed = readNumber(value, context);
    read[column] = parsed.ok ? parsed.value : null;
    if (!parsed.ok) unread.push({ row: index, column, value, code: parsed.code, why: parsed.why });
  });
  return read;
}

/** The output row of an account. */
function scoreCells(
  scoring: CompiledScoring,
  segment: number,
  id: Cell,
  score: number,
  uncapped: number,
  before: number | null,
  { coverage, weighted, shares, dimensionScores }: Workspace,
): Cell[] {
  const { ends } = scoring;
  const cells: Cell[] = new Array(OUTPUT.length + ends.length + weighted.length);
  const scored = !Number.isNaN(score);
  cells[0] = id;
  cells[1] = (scoring.segments[segment] as Segment).id;
  cells[2] = scored ? score : null;
  cells[3] = BAND_ORDER[bandIndex(score, scoring.bounds[segment] as Float64Array)] as Band;
  cells[4] = coverage;
  cells[5] = scored && before !== null ? score - before : null;
  cells[6] = scored ? score - uncapped : null;
  let at = OUTPUT.length;
  for (let d = 0; d < ends.length; d++) {
    const dimensionScore = dimensionScores[d] as number;
    cells[at++] = Number.isNaN(dimensionScore) ? null : dimensionScore;
  }
  let metric = 0;
  for (let d = 0; d < ends.length; d++) {
    const share = shares[d] as number;
    const end = ends[d] as number;
    if (scored) for (; metric < end; metric++) cells[at++] = share * (weighted[metric] as number);
    else for (; metric < end; metric++) cells[at++] = null;
  }
  return cells;
}
