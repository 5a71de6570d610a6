import type { Cell } from '../domain/cell';
import type { Aggregate } from '../domain/config/config';
import { PLAIN } from '../domain/config/plain-number';
import { parseDay } from '../domain/day';
import { isEmpty } from '../domain/expression/compare';
import { fold } from '../domain/expression/plain-text';
import { readNumber } from '../domain/parse/number';
import type { Read, Scan } from './scan';
import { addNumber, addPoint, addRow, type Tally } from './tally';

/** What a metric's Field reads from a row. */
export interface FieldReads {
  /** The cell of the Field, or of the first side of a ratio; null where there is no Field. */
  readonly cell: Read | null;
  /** The second side of a ratio. */
  readonly divisor: Read | null;
  /** Columns read as numbers, looked at where no number came out. */
  readonly operands: readonly { readonly column: string; readonly read: Read }[];
  /** Parts lists into their values. */
  readonly separators: RegExp;
  /** Whether a row of value 0 is no activity (usage). */
  readonly zeroIsSilence: boolean;
  /** Told of text where a number or a day is needed. */
  readonly unreadable: (kind: 'number' | 'day', accountId: string, column: string, cell: string) => void;
}

/** Takes rows into the tally as the aggregate wants them. */
export function taker(aggregate: Aggregate, field: FieldReads, tally: Tally): (scan: Scan) => void {
  const { cell, divisor } = field;
  const silent = (scan: Scan): boolean => field.zeroIsSilence && scan.value === 0;
  switch (aggregate) {
    case 'count':
      return (scan) => {
        tally.rows += 1;
        const value = cell === null ? true : cell(scan);
        if (!isEmpty(value) && value !== false) addRow(tally, scan.day);
      };
    case 'distinct':
      return (scan) => {
        tally.rows += 1;
        if (cell !== null && !silent(scan)) addParts(tally, scan, cell(scan), field.separators);
      };
    case 'active_days':
      return (scan) => {
        tally.rows += 1;
        const value = cell === null ? true : cell(scan);
        if (silent(scan) || isEmpty(value) || value === false || value === 0) return;
        tally.different.add(scan.day);
        addRow(tally, scan.day);
      };
    case 'days_since_last':
      return (scan) => {
        tally.rows += 1;
        if (silent(scan)) return;
        const day = cell === null ? scan.day : dayFrom(cell(scan), scan, field);
        if (!Number.isNaN(day)) addNumber(tally, scan.day, day);
      };
    case 'ratio':
      return (scan) => {
        tally.rows += 1;
        const value = cell === null ? Number.NaN : numberFrom(cell(scan), scan, field);
        if (!Number.isNaN(value)) addNumber(tally, scan.day, value);
        const by = divisor === null ? Number.NaN : numberFrom(divisor(scan), scan, field);
        if (Number.isNaN(by)) return;
        tally.divisor += by;
        tally.divisors += 1;
      };
    default: {
      const add = aggregate === 'slope' ? addPoint : addNumber;
      return (scan) => {
        tally.rows += 1;
        const value = cell === null ? Number.NaN : numberFrom(cell(scan), scan, field);
        if (!Number.isNaN(value)) add(tally, scan.day, value);
      };
    }
  }
}

function addParts(tally: Tally, scan: Scan, value: Cell, separators: RegExp): void {
  if (isEmpty(value) || value === false) return;
  if (typeof value !== 'string') tally.different.add(value);
  else if (!tally.different.has(value)) {
    // A text that is there already is a whole part, as parts hold no separator.
    for (const part of value.split(separators)) {
      const folded = fold(part);
      if (folded !== '') tally.different.add(folded);
    }
  }
  addRow(tally, scan.day);
}

/** NaN where there is no number; text that is none is told. */
function numberFrom(cell: Cell, scan: Scan, field: FieldReads): number {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : Number.NaN;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  if (cell !== null) {
    const read = readNumber(cell, PLAIN);
    if (read.ok && read.value !== null) return read.value;
  }
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
  if (field.zeroIsSilence) return isEmpty(cell) || cell === false ? Number.NaN : scan.day;
  if (typeof cell === 'number') return Math.floor(cell);
  if (typeof cell !== 'string' || isEmpty(cell)) return Number.NaN;
  const day = parseDay(cell.trim());
  if (day !== null) return day;
  field.unreadable('day', scan.accountId, field.operands[0]?.column ?? '', cell);
  return Number.NaN;
}
