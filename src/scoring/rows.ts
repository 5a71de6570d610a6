import type { Cell, Row } from '../domain/cell';
import type { Band, Cap, Segment } from '../domain/config/config';
import { foldColumn } from '../domain/expression/plain-text';
import type { ParseContext } from '../domain/parse/context';
import { readNumber } from '../domain/parse/number';
import type { Text } from '../domain/text';
import { BAND_ORDER, bandIndex } from './bands';
import type { CompiledScoring } from './compile';
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

/** Rows handed on at once: few enough that the collector finds them dead before it would move them. */
const CHUNK = 1000;

/** A column that no row has: reading it gives undefined, which is missing. */
const NOWHERE = 1e9;

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
  const columns = table.header.map(foldColumn);
  const id = columns.indexOf('account_id');
  const segmentColumn = columns.indexOf('segment');
  const readingColumns = Int32Array.from(scoring.metrics, (metric) => {
    const column = columns.indexOf(foldColumn(metric.id));
    return column < 0 ? NOWHERE : column;
  });
  const segments = new Map<Cell | undefined, number>(scoring.segments.map((segment, index) => [segment.id, index]));
  const capOf = lowestCap(caps, (name) => {
    const column = columns.indexOf(foldColumn(name));
    return (index) => rows[index]?.[column] ?? null;
  });
  const capped = caps.length > 0;
  const readings = new Float64Array(scoring.metrics.length);
  const work = workspace(scoring);
  const unread: UnreadCell[] = [];

  for (let start = 0; start < rows.length; start += CHUNK) {
    const count = Math.min(CHUNK, rows.length - start);
    const chunk: Cell[][] = new Array(count);
    for (let offset = 0; offset < count; offset++) {
      const index = start + offset;
      const row = rows[index] as Row;
      if (!readNumbers(row, readingColumns, readings)) readTexts(row, index, readingColumns, readings, context, unread);
      let segment = segments.get(row[segmentColumn]);
      if (segment === undefined) {
        segment = scoring.segments.length - 1;
        const value = row[segmentColumn] ?? null;
        unread.push({ row: index, column: segmentColumn, value, code: 'segment.unknown', why: says.unknownSegment() });
      }
      const uncapped = scoreReadings(scoring, readings, 0, segment, work);
      const cap = capped ? capOf(index) : -1;
      const score = cap < 0 ? uncapped : Math.min(uncapped, (caps[cap] as Cap).highestScore);
      const output = scoreCells(scoring, segment, score, work);
      const before = last(row[id]);
      output[0] = row[id] as Cell;
      if (!Number.isNaN(score)) {
        output[5] = before === null ? null : score - before;
        output[6] = score - uncapped;
      }
      chunk[offset] = output;
    }
    emit(chunk);
  }
  return unread;
}

/** Reads the cells that are numbers or empty; false where there are others. */
function readNumbers(row: Row, columns: Int32Array, readings: Float64Array): boolean {
  let plain = true;
  for (let metric = 0; metric < readings.length; metric++) {
    const cell = row[columns[metric] as number];
    if (typeof cell === 'number' && cell - cell === 0) {
      readings[metric] = cell;
    } else {
      readings[metric] = Number.NaN;
      if (cell !== '' && cell !== null && cell !== undefined) plain = false;
    }
  }
  return plain;
}

/** Reads the numbers among a row's texts and notes what is none. */
function readTexts(
  row: Row,
  index: number,
  columns: Int32Array,
  readings: Float64Array,
  context: ParseContext,
  unread: UnreadCell[],
): void {
  columns.forEach((column, metric) => {
    const value = row[column] ?? null;
    const parsed = readNumber(value, context);
    if (parsed.ok) readings[metric] = parsed.value ?? Number.NaN;
    else unread.push({ row: index, column, value, code: parsed.code, why: parsed.why });
  });
}

/** An output row with all but what depends on who the account is. */
function scoreCells(scoring: CompiledScoring, segment: number, score: number, work: Workspace): Cell[] {
  const { ends } = scoring;
  const { weighted, shares, dimensionScores } = work;
  const cells: Cell[] = new Array(OUTPUT.length + ends.length + weighted.length);
  const scored = !Number.isNaN(score);
  cells[0] = null;
  cells[1] = (scoring.segments[segment] as Segment).id;
  cells[2] = scored ? score : null;
  cells[3] = BAND_ORDER[bandIndex(score, scoring.bounds[segment] as Float64Array)] as Band;
  cells[4] = work.coverage;
  cells[5] = null;
  cells[6] = null;
  let metric = 0;
  for (let d = 0; d < ends.length; d++) {
    const dimensionScore = dimensionScores[d] as number;
    cells[OUTPUT.length + d] = Number.isNaN(dimensionScore) ? null : dimensionScore;
    const share = shares[d] as number;
    const base = OUTPUT.length + ends.length;
    for (const end = ends[d] as number; metric < end; metric++)
      cells[base + metric] = scored ? share * (weighted[metric] as number) : null;
  }
  return cells;
}
