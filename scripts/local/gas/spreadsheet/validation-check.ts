import { computedAt } from './formula';
import type { RuleArgument, SheetModel, StoredValue, ValidationModel, WorkbookModel } from './model';
import { displayText, formatKind } from './number-format';
import { serialOfInstant } from './serial';

/** A value about to enter a cell, with the number format the cell will have. */
export interface Entering {
  readonly value: StoredValue;
  readonly format: string | undefined;
}

/**
 * Whether a rule takes a value. Emptying a cell always fits. Throws an Error `not implemented: ...` for rules this
 * runtime cannot judge. Source: Apps Script reference, DataValidationCriteria.
 */
export function fitsRule(
  workbook: WorkbookModel,
  rule: ValidationModel,
  { value, format }: Entering,
  now: number,
): boolean {
  if (value === null) return true;
  const { criteria, args } = rule;
  const [first, second] = args;
  if (criteria === 'VALUE_IN_LIST') return (first as readonly string[]).includes(displayText(value, format));
  if (criteria === 'VALUE_IN_RANGE') return rangeTexts(workbook, first).has(displayText(value, format));
  if (criteria === 'CHECKBOX')
    return args.length === 0 ? typeof value === 'boolean' : args.some((arg) => arg === value);
  if (criteria.startsWith('NUMBER_'))
    return typeof value === 'number' && fitsNumber(criteria, value, bound(first), bound(second));
  if (criteria.startsWith('TEXT_')) return fitsText(criteria, displayText(value, format), String(first ?? ''));
  if (criteria.startsWith('DATE_')) {
    if (typeof value !== 'number' || formatKind(format) !== 'moment') return false;
    if (criteria.endsWith('_RELATIVE')) return fitsRelative(criteria, value, String(first), workbook, now);
    return fitsDate(criteria, Math.floor(value), bound(first), bound(second));
  }
  throw new Error(`not implemented: checking a data validation of ${criteria}`);
}

function rangeTexts(workbook: WorkbookModel, argument: RuleArgument | undefined): Set<string> {
  const texts = new Set<string>();
  if (typeof argument !== 'object' || argument === null || !('range' in argument)) return texts;
  const { sheetId, area } = argument.range;
  const sheet = workbook.sheets.find((candidate) => candidate.sheetId === sheetId);
  if (!sheet || !area) return texts;
  for (let c = area.column; c < area.column + area.columns; c++) {
    for (let r = area.row; r < area.row + area.rows; r++) texts.add(shown(workbook, sheet, r, c));
  }
  return texts;
}

function shown(workbook: WorkbookModel, sheet: SheetModel, row: number, column: number): string {
  return displayText(computedAt(workbook, sheet, row, column), sheet.formats.numberFormat.at(row, column));
}

function bound(argument: RuleArgument | undefined): number {
  if (typeof argument === 'object' && argument !== null && 'serial' in argument) return Math.floor(argument.serial);
  if (typeof argument === 'number') return argument;
  if (argument === undefined) return 0;
  throw new Error(`not implemented: checking a data validation against ${String(argument)}`);
}

function fitsNumber(criteria: string, value: number, low: number, high: number): boolean {
  switch (criteria) {
    case 'NUMBER_BETWEEN':
      return value >= low && value <= high;
    case 'NUMBER_NOT_BETWEEN':
      return value < low || value > high;
    case 'NUMBER_EQUAL_TO':
      return value === low;
    case 'NUMBER_NOT_EQUAL_TO':
      return value !== low;
    case 'NUMBER_GREATER_THAN':
      return value > low;
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return value >= low;
    case 'NUMBER_LESS_THAN':
      return value < low;
    default:
      return value <= low;
  }
}

function fitsText(criteria: string, text: string, part: string): boolean {
  const [lower, wanted] = [text.toLowerCase(), part.toLowerCase()];
  switch (criteria) {
    case 'TEXT_CONTAINS':
      return lower.includes(wanted);
    case 'TEXT_DOES_NOT_CONTAIN':
      return !lower.includes(wanted);
    case 'TEXT_EQUAL_TO':
      return lower === wanted;
    case 'TEXT_IS_VALID_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    default:
      return /^(?:(?:https?|ftp):\/\/)?[^\s/.]+(?:\.[^\s/.]+)+(?:[/?#]\S*)?$/i.test(text);
  }
}

function fitsDate(criteria: string, day: number, first: number, second: number): boolean {
  switch (criteria) {
    case 'DATE_IS_VALID_DATE':
      return true;
    case 'DATE_AFTER':
      return day > first;
    case 'DATE_BEFORE':
      return day < first;
    case 'DATE_ON_OR_AFTER':
      return day >= first;
    case 'DATE_ON_OR_BEFORE':
      return day <= first;
    case 'DATE_EQUAL_TO':
      return day === first;
    case 'DATE_BETWEEN':
      return day >= first && day <= second;
    default:
      return day < first || day > second;
  }
}

function fitsRelative(
  criteria: string,
  value: number,
  relative: string,
  workbook: WorkbookModel,
  now: number,
): boolean {
  const shift = { TODAY: 0, TOMORROW: 1, YESTERDAY: -1 }[relative];
  if (shift === undefined) throw new Error(`not implemented: checking a data validation against ${relative}`);
  const day = Math.floor(serialOfInstant(now, workbook.timeZone)) + shift;
  if (criteria === 'DATE_AFTER_RELATIVE') return Math.floor(value) > day;
  return criteria === 'DATE_BEFORE_RELATIVE' ? Math.floor(value) < day : Math.floor(value) === day;
}
