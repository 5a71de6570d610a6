import type { Cell } from '../../domain/cell';
import type { DatasetDeclaration, Field } from '../../domain/datasets';
import { readAttribute } from '../../domain/parse/attribute';
import type { ParseContext } from '../../domain/parse/context';
import { readField } from '../../domain/parse/field';
import { isMissing } from '../../domain/parse/missing';
import { MISSING, type Parsed } from '../../domain/parse/parsed';
import { type Problem, quote } from '../../domain/problem';
import type { Pulled } from '../../sources/source';
import { address } from '../../tables/address';
import { keyOf } from '../store/stored-table';
import type { Mapping } from './mapping';
import * as messages from './messages';

/** Rows of a pull in the dataset's terms, one a key. */
export interface ReadRows {
  /** Names of the cells of a row. */
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<string, Cell[]>;
  /** Rows the source had. */
  readonly seen: number;
}

type Report = (problem: Omit<Problem, 'source'>) => void;

/**
 * Reads every row. A value that cannot be read is told and left empty; a row that lacks a required value is told and
 * left out; of two rows with one key the later counts.
 */
export function readRows(
  declaration: DatasetDeclaration,
  mapping: Mapping,
  pulled: Pulled,
  context: ParseContext,
  report: Report,
): ReadRows {
  const columns = [...mapping.fields.map(({ field }) => field.name), ...mapping.extras.map(({ name }) => name)];
  const keys = declaration.key.map((name) => columns.indexOf(name));
  const rows = new Map<string, Cell[]>();
  const firstRow = new Map<string, number>();
  let seen = 0;
  pulled.each((cells, number) => {
    seen += 1;
    const row: Cell[] = [];
    let complete = true;
    for (const { field, at } of mapping.fields) {
      const value = cells[at];
      const parsed = readDeclared(declaration, field, value, context);
      const cell = parsed.ok ? parsed.value : null;
      const lacking = cell === null && field.required === true;
      if (!parsed.ok) {
        const why = lacking ? messages.rowLeftOut(parsed.why) : parsed.why;
        tell('error', parsed.code, number, at, why, value);
      } else if (parsed.doubt) {
        tell('warning', parsed.doubt.code, number, at, parsed.doubt.why, value);
      } else if (lacking) {
        tell('error', 'value.missing', number, at, messages.valueMissing(field.name), value);
      }
      if (lacking) complete = false;
      row.push(cell);
    }
    if (!complete) return true;
    for (const { at } of mapping.extras) {
      const parsed = readAttribute(cells[at], context);
      if (!parsed.ok) tell('error', parsed.code, number, at, parsed.why, cells[at]);
      row.push(parsed.ok ? parsed.value : null);
    }
    const key = keyOf(row, keys);
    const first = firstRow.get(key);
    if (first === undefined) firstRow.set(key, number);
    else tellDuplicate(key, number, first);
    rows.set(key, row);
    return true;
  });
  return { columns, rows, seen };

  function tell(
    severity: Problem['severity'],
    code: string,
    row: number,
    at: number,
    why: Problem['why'],
    value: unknown,
  ): void {
    report({
      severity,
      code,
      place: placeOf(pulled, row, at),
      column: pulled.columns[at] ?? '',
      value: quote(value),
      why,
    });
  }

  function tellDuplicate(key: string, row: number, first: number): void {
    const at = mapping.fields.find(({ field }) => field.name === declaration.key[0])?.at ?? 0;
    const why = messages.duplicateKey(first);
    tell('warning', 'key.duplicate', row, at, why, key.split('\u0000').join(' | '));
  }
}

/** Where a person finds a value: `B12` in a sheet, `row 12` in a file. */
export function placeOf(pulled: Pulled, row: number, at: number): string {
  return pulled.addressing === 'cell' ? address(at, row) : `row ${row}`;
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
