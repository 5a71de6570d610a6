import type { DatasetDeclaration } from '../../domain/datasets';
import { type Day, dayOf, formatDay } from '../../domain/day';
import type { ParseContext } from '../../domain/parse/context';
import { readDay } from '../../domain/parse/day';
import { foldName } from '../../domain/parse/fold';
import { isMissing } from '../../domain/parse/missing';
import { readNumber } from '../../domain/parse/number';
import { fault, type Parsed, read } from '../../domain/parse/parsed';
import { readText } from '../../domain/parse/text';
import { type Problem, quote, type Severity } from '../../domain/problem';
import { KenshinError } from '../../errors';
import type { Pulled } from '../../sources/source';
import { type MeasureSeries, measuresOf, setValue, type UsageBook } from '../store/usage-book';
import type { MappedExtra, Mapping } from './mapping';
import * as messages from './messages';
import { placeOf } from './read-rows';

/** Usage of a pull. */
export interface ReadUsage {
  readonly book: UsageBook;
  readonly seen: number;
  /** Values kept. */
  readonly kept: number;
  /** Measures that have a column of their own. */
  readonly measures: readonly string[];
}

type Report = (problem: Omit<Problem, 'source'>) => void;

/** Rows by which a column without a name of its own shows whether it holds numbers. */
const SAMPLE = 200;
/** A series holds every day between its first and its last: a date of the year 9999 must not make one. */
const FIRST_DAY = dayOf(2000, 1, 1) as Day;
const LAST_DAY = dayOf(2099, 12, 31) as Day;

/** True where each row names its measure and value; otherwise each measure has a column of its own. */
export function isLong(mapping: Mapping): boolean {
  return hasField(mapping, 'measure') && hasField(mapping, 'value');
}

/**
 * Reads usage in either shape. `measures` names the columns that are measures in the wide one; empty means every other
 * column in which the first rows show a number. An empty value is no row at all. What cannot be read is told and left out.
 */
export function readUsage(
  declaration: DatasetDeclaration,
  mapping: Mapping,
  measures: readonly string[],
  pulled: Pulled,
  context: ParseContext,
  report: Report,
): ReadUsage {
  const at = (name: string): number => mapping.fields.find(({ field }) => field.name === name)?.at ?? -1;
  const long = isLong(mapping);
  const [accountAt, dayAt, userAt, measureAt] = [at('account_id'), at('date'), at('user_id'), at('measure')];
  const valueColumns: readonly MappedExtra[] = long
    ? [{ name: '', at: at('value') }]
    : wideColumns(declaration, mapping, measures, pulled, context);
  const unused = long
    ? mapping.extras
    : mapping.extras.filter((extra) => !valueColumns.some((used) => used.at === extra.at));
  for (const { name, at: column } of unused) {
    const place = pulled.addressing === 'cell' ? placeOf(pulled, [], pulled.headerRow, column) : '';
    report({
      severity: 'warning',
      code: 'column.unused',
      place,
      column: name,
      value: '',
      why: messages.columnUnused(name),
    });
  }

  const book: UsageBook = new Map();
  const days = new Map<unknown, Parsed<Day>>();
  let seen = 0;
  let kept = 0;
  let line: readonly unknown[] = [];
  const negative = new Set<string>();
  const tell = (
    row: number,
    column: number,
    code: string,
    why: Problem['why'],
    value: unknown,
    severity: Severity = 'error',
  ): void => {
    const place = placeOf(pulled, line, row, column);
    report({ severity, code, place, column: pulled.columns[column] ?? '', value: quote(value), why });
  };
  const name = (cells: readonly unknown[], row: number, column: number, field: string): string | null => {
    const value = cells[column];
    if (isMissing(value)) {
      tell(row, column, 'value.missing', messages.valueMissing(field), value);
      return null;
    }
    const text = readText(value);
    if (!text.ok) tell(row, column, text.code, messages.rowLeftOut(text.why), value);
    return text.ok ? text.value : null;
  };
  pulled.each((cells, row) => {
    seen += 1;
    line = cells;
    const accountId = name(cells, row, accountAt, 'account_id');
    if (accountId === null) return true;
    const date = cells[dayAt];
    let day = days.get(date);
    if (!day) {
      day = usageDay(date, context);
      days.set(date, day);
    }
    if (!day.ok) {
      tell(row, dayAt, day.code, messages.rowLeftOut(day.why), date);
      return true;
    }
    const measure = long ? name(cells, row, measureAt, 'measure') : '';
    if (measure === null) return true;
    const user = userAt < 0 || isMissing(cells[userAt]) ? '' : String(cells[userAt]).trim();
    let series: MeasureSeries | null = null;
    for (const column of valueColumns) {
      const raw = cells[column.at];
      if (raw === '' || raw === null || raw === undefined) {
        if (long) tell(row, column.at, 'value.missing', messages.valueMissing('value'), raw);
        continue;
      }
      const value = readNumber(raw, context);
      if (!value.ok) {
        tell(row, column.at, value.code, value.why, raw);
        continue;
      }
      if (value.value === null) {
        if (long) tell(row, column.at, 'value.missing', messages.valueMissing('value'), raw);
        continue;
      }
      series = series ?? measuresOf(book, accountId, user);
      const of = long ? measure : column.name;
      if (value.value < 0 && !negative.has(of)) {
        negative.add(of);
        tell(row, column.at, 'number.negative', messages.belowZero(), raw, 'warning');
      }
      const before = setValue(series, of, day.value, value.value);
      if (Number.isNaN(before)) kept += 1;
      else {
        const what = [accountId, formatDay(day.value), of, user].filter((part) => part !== '');
        const why = messages.duplicateUsage();
        const place = placeOf(pulled, cells, row, column.at);
        const heading = pulled.columns[column.at] ?? '';
        report({ severity: 'warning', code: 'key.duplicate', place, column: heading, value: what.join(' | '), why });
      }
    }
    return true;
  });
  return { book, seen, kept, measures: long ? [] : valueColumns.map(({ name }) => name) };
}

function usageDay(value: unknown, context: ParseContext): Parsed<Day> {
  const day = readDay(value, context);
  if (!day.ok) return day;
  if (day.value === null) return fault('value.missing', messages.noDay());
  if (day.value < FIRST_DAY || day.value > LAST_DAY) return fault('day.implausible', messages.implausibleDay());
  return read(day.value);
}

/** The columns that are measures. Throws a KenshinError where there is none, or where one that was named is missing. */
function wideColumns(
  declaration: DatasetDeclaration,
  mapping: Mapping,
  measures: readonly string[],
  pulled: Pulled,
  context: ParseContext,
): readonly MappedExtra[] {
  // A lone `count` or `event` column is a measure like any other.
  const lone = mapping.fields
    .filter(({ field }) => field.name === 'value' || field.name === 'measure')
    .map(({ at }) => ({ name: (pulled.columns[at] as string).trim(), at }));
  const candidates = [...mapping.extras, ...lone].sort((a, b) => a.at - b.at);
  if (measures.length > 0) {
    return measures.map((measure) => {
      const found = candidates.find(({ name }) => name === measure || foldName(name) === foldName(measure));
      if (found) return { name: measure, at: found.at };
      throw new KenshinError(
        'config',
        messages.requiredColumnsMissing(pulled.name, declaration.name, [measure], pulled.columns),
        messages.correctMeasures(),
      );
    });
  }
  const numeric = numericColumns(candidates, pulled, context);
  if (numeric.length > 0) return numeric;
  throw new KenshinError('config', messages.noMeasures(pulled.name, pulled.columns), messages.correctMeasures());
}

/** The columns that show a number, or nothing at all, in the first rows. */
function numericColumns(
  candidates: readonly MappedExtra[],
  pulled: Pulled,
  context: ParseContext,
): readonly MappedExtra[] {
  const numbers = new Set<number>();
  const words = new Set<number>();
  let rows = 0;
  pulled.each((cells) => {
    rows += 1;
    for (const { at } of candidates) {
      const value = cells[at];
      if (isMissing(value)) continue;
      (readNumber(value, context).ok ? numbers : words).add(at);
    }
    return rows < SAMPLE;
  });
  return candidates.filter(({ at }) => numbers.has(at) || !words.has(at));
}

function hasField(mapping: Mapping, name: string): boolean {
  return mapping.fields.some(({ field }) => field.name === name);
}
