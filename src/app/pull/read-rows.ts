import type { Cell } from '../../domain/cell';
import type { DatasetDeclaration, Field } from '../../domain/datasets';
import { type Day, formatDay } from '../../domain/day';
import { readAttribute } from '../../domain/parse/attribute';
import type { ParseContext } from '../../domain/parse/context';
import { readField } from '../../domain/parse/field';
import { isMissing } from '../../domain/parse/missing';
import { MISSING, type Parsed } from '../../domain/parse/parsed';
import { type Problem, quote } from '../../domain/problem';
import type { Pulled } from '../../sources/source';
import { address } from '../../tables/address';
import { keyOf } from '../store/stored-table';
import { checkRow } from './check-row';
import type { MappedField, Mapping } from './mapping';
import * as messages from './messages';

/** Rows of a pull in the dataset's terms, one a key. */
export interface ReadRows {
  /** Names of the cells of a row. */
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<string, Cell[]>;
  /** Rows the source had. */
  readonly seen: number;
  /** Fields of which at least one value could be read. */
  readonly readable: readonly string[];
}

type Report = (problem: Omit<Problem, 'source'>) => void;

/**
 * Reads every row. A value that cannot be read is told and left empty; a row that lacks a required value is told and
 * left out; of two rows with one key the later counts. A field that was readable before (`last` says when) and now is not
 * in a single row has changed its type: that is one problem, and the column is left out, so that what is stored stays.
 * The place of every row goes to `places` where rows are known by their key.
 */
export function readRows(
  declaration: DatasetDeclaration,
  mapping: Mapping,
  pulled: Pulled,
  context: ParseContext,
  report: Report,
  places: Set<string>,
  last: Readonly<Record<string, Day>>,
  today: Day,
): ReadRows {
  const columns = [...mapping.fields.map(({ field }) => field.name), ...mapping.extras.map(({ name }) => name)];
  const keys = declaration.key.map((name) => columns.indexOf(name));
  const rows = new Map<string, Cell[]>();
  const firstRow = new Map<string, number>();
  const faults = new Map<string, Omit<Problem, 'source'>[]>();
  const readable = new Set<string>();
  let seen = 0;
  pulled.each((cells, number) => {
    seen += 1;
    if (pulled.key !== undefined) places.add(placeOf(pulled, cells, number, 0));
    const row: Cell[] = [];
    let complete = true;
    for (const { field, at } of mapping.fields) {
      const value = cells[at];
      const parsed = readDeclared(declaration, field, value, context);
      const cell = parsed.ok ? parsed.value : null;
      const lacking = cell === null && field.required === true;
      if (cell !== null) readable.add(field.name);
      if (!parsed.ok) {
        const why = lacking ? messages.rowLeftOut(parsed.why) : parsed.why;
        noteFault(field.name, { ...told(cells, number, at, value), severity: 'error', code: parsed.code, why });
      } else if (parsed.doubt) {
        const { code, why } = parsed.doubt;
        report({ ...told(cells, number, at, value), severity: 'warning', code, why });
      } else if (lacking) {
        const why = messages.valueMissing(field.name);
        report({ ...told(cells, number, at, value), severity: 'error', code: 'value.missing', why });
      }
      if (lacking) complete = false;
      row.push(cell);
    }
    if (!complete) return true;
    checkRow(declaration, columns, row, today, (column, severity, code, why) => {
      const { at } = mapping.fields.find(({ field }) => field.name === column) as MappedField;
      report({ ...told(cells, number, at, cells[at]), severity, code, why });
    });
    for (const { at } of mapping.extras) {
      const parsed = readAttribute(cells[at], context);
      if (!parsed.ok) {
        const { code, why } = parsed;
        report({ ...told(cells, number, at, cells[at]), severity: 'error', code, why });
      }
      row.push(parsed.ok ? parsed.value : null);
    }
    const key = keyOf(row, keys);
    const first = firstRow.get(key);
    if (first === undefined) firstRow.set(key, number);
    else {
      const at = mapping.fields.find(({ field }) => field.name === declaration.key[0])?.at ?? 0;
      const value = key.split('\u0000').join(' | ');
      const why = messages.duplicateKey(first);
      report({ ...told(cells, number, at, value), severity: 'warning', code: 'key.duplicate', why });
    }
    rows.set(key, row);
    return true;
  });
  for (const [name, problems] of faults) {
    const day = last[name];
    if (readable.has(name) || day === undefined) for (const problem of problems) report(problem);
    else {
      const { column, value } = problems[0] as Omit<Problem, 'source'>;
      report({
        severity: 'error',
        code: 'column.retyped',
        place: '',
        column,
        value,
        why: messages.columnGone(formatDay(day)),
      });
      const at = columns.indexOf(name);
      columns.splice(at, 1);
      for (const row of rows.values()) row.splice(at, 1);
    }
  }
  return { columns, rows, seen, readable: [...readable] };

  function told(cells: readonly unknown[], row: number, at: number, value: unknown) {
    return { place: placeOf(pulled, cells, row, at), column: pulled.columns[at] ?? '', value: quote(value) };
  }

  function noteFault(name: string, problem: Omit<Problem, 'source'>): void {
    const known = faults.get(name);
    if (known) known.push(problem);
    else faults.set(name, [problem]);
  }
}

/** Where a person finds a value: `B12` in a sheet, the record's key where rows have one, else `row 12`. */
export function placeOf(pulled: Pulled, cells: readonly unknown[], row: number, at: number): string {
  const key = pulled.key === undefined ? '' : quote(cells[pulled.columns.indexOf(pulled.key)]);
  return pulled.addressing === 'cell' ? address(at, row) : key || `row ${row}`;
}

/** An id that says `N/A` or `null` is no id. */
function readDeclared(
  declaration: DatasetDeclaration,
  field: Field,
  value: unknown,
  context: ParseContext,
): Parsed<Cell> {
  if ((field.required || declaration.key.includes(field.name)) && isMissing(value)) return MISSING;
  return readField(field, value, context);
}
