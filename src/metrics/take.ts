import type { Cell } from '../domain/cell';
import type { Aggregate } from '../domain/config/config';
import { PLAIN } from '../domain/config/plain-number';
import { parseDay } from '../domain/day';
import { isEmpty } from '../domain/expression/compare';
import { fold } from '../domain/expression/plain-text';
import { readNumber } from '../domain/parse/number';
import type { Read, Scan, Take } from './scan';
import { type MeasuresRead, seriesTaker } from './take-series';
import { addNumber, addPoint, addRow, type Tally } from './tally';

/** What a metric's Field reads from a row. */
export interface FieldReads {
  /** The cell of the Field, or of the first side of a ratio; something that counts where there is no Field. */
  readonly cell: Read;
  /** The second side of a ratio; empty for every other aggregate. */
  readonly divisor: Read;
  /** Columns read as numbers, looked at where no number came out. */
  readonly operands: readonly { readonly column: string; readonly read: Read }[];
  /** Parts lists into their values. */
  readonly separators: RegExp;
  /** Whether a row of value 0 is no activity (usage). */
  readonly zeroIsSilence: boolean;
  /** The measures whose values the two sides are, as they stand; null where a side is anything else. */
  readonly measures: MeasuresRead | null;
  /** Told of text where a number or a day is needed. */
  readonly unreadable: (kind: 'number' | 'day', accountId: string, column: string, cell: string) => void;
}

/** Takes rows into the tally as the aggregate wants them. */
export function taker(aggregate: Aggregate, field: FieldReads, tally: Tally): Take {
  const take = takerOf(aggregate, field, tally);
  return {
    row(scan) {
      tally.any = true;
      take(scan);
    },
    series: field.measures === null ? null : seriesTaker(aggregate, field.measures, tally),
  };
}

function takerOf(aggregate: Aggregate, field: FieldReads, tally: Tally): (scan: Scan) => void {
  const { cell, divisor } = field;
  const silent = (scan: Scan): boolean => field.zeroIsSilence && scan.value === 0;
  const add = aggregate === 'slope' ? addPoint : addNumber;
  const addCell = (scan: Scan): void => {
    const value = numberFrom(cell(scan), scan, field);
    if (!Number.isNaN(value)) add(tally, scan.day, value);
  };
  switch (aggregate) {
    case 'count':
      return (scan) => {
        if (isGiven(cell(scan))) addRow(tally);
      };
    case 'distinct':
      return (scan) => {
        if (!silent(scan)) addParts(tally, cell(scan), field.separators);
      };
    case 'active_days':
      return (scan) => {
        const value = cell(scan);
        if (silent(scan) || !isGiven(value) || value === 0) return;
        tally.different.add(scan.day);
        addRow(tally);
      };
    case 'days_since_last':
      return (scan) => {
        if (silent(scan)) return;
        const day = dayFrom(cell(scan), scan, field);
        if (!Number.isNaN(day)) addNumber(tally, scan.day, day);
      };
    case 'ratio':
      return (scan) => {
        addCell(scan);
        const by = numberFrom(divisor(scan), scan, field);
        if (!Number.isNaN(by)) tally.divisor += by;
      };
    default:
      return addCell;
  }
}

/** Neither empty nor a condition that does not hold. */
function isGiven(value: Cell): boolean {
  return !isEmpty(value) && value !== false;
}

function addParts(tally: Tally, value: Cell, separators: RegExp): void {
  if (!isGiven(value)) return;
  if (typeof value !== 'string') tally.different.add(value);
  else if (!tally.different.has(value)) {
    // A text that is there already is a whole part, as parts hold no separator.
    for (const part of value.split(separators)) {
      const folded = fold(part);
      if (folded !== '') tally.different.add(folded);
    }
  }
  addRow(tally);
}

/** NaN where there is no number; text that is none is told. */
function numberFrom(cell: Cell, scan: Scan, field: FieldReads): number {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : Number.NaN;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  const parsed = readNumber(cell, PLAIN);
  if (parsed.ok && parsed.value !== null) return parsed.value;
  for (const { column, read } of field.operands) {
    const operand = read(scan);
    if (
      typeof operand === 'string' &&
      !readNumber(operand, PLAIN).ok &&
      (parseDay(operand) === null || operand === cell)
    ) {
      field.unreadable('number', scan.accountId, column, operand);
    }
  }
  return Number.NaN;
}

function dayFrom(cell: Cell, scan: Scan, field: FieldReads): number {
  if (field.zeroIsSilence) return isGiven(cell) ? scan.day : Number.NaN;
  if (typeof cell === 'number') return Math.floor(cell);
  if (typeof cell !== 'string' || isEmpty(cell)) return Number.NaN;
  const day = parseDay(cell.trim());
  if (day !== null) return day;
  field.unreadable('day', scan.accountId, field.operands[0]?.column ?? '', cell);
  return Number.NaN;
}
