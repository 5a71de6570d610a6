import type { DatasetDeclaration, Field } from '../../domain/datasets';
import { type Day, formatDay } from '../../domain/day';
import { foldName } from '../../domain/parse/fold';
import type { Problem } from '../../domain/problem';
import { KenshinError } from '../../errors';
import type { Pulled, SourceSetting } from '../../sources/source';
import { address } from '../../tables/address';
import * as messages from './messages';

/** A column that is read as a declared field. */
export interface MappedField {
  readonly field: Field;
  /** Place among the pulled columns. */
  readonly at: number;
}

/** A column no dataset declares. */
export interface MappedExtra {
  readonly name: string;
  readonly at: number;
}

/** Which pulled column means what. */
export interface Mapping {
  readonly fields: readonly MappedField[];
  readonly extras: readonly MappedExtra[];
}

type Report = (problem: Omit<Problem, 'source'>) => void;

/**
 * Maps the columns a source has to a dataset: by the Field Map, else by a column's own name, else by an alias. Columns
 * without a name, and the second of two with one name, are told and left out; so is a Field Map line whose column is not
 * there. `seen` says when each field last held something.
 */
export function mapColumns(
  declaration: DatasetDeclaration,
  setting: SourceSetting,
  pulled: Pulled,
  report: Report,
  seen: Readonly<Record<string, Day>> = {},
): Mapping {
  const names = pulled.columns.map((name) => name.trim());
  const folded = usableNames(names, pulled, report);
  const taken = new Set<number>();
  const mapped = new Map<string, number>();
  for (const [written, theirs] of setting.fieldMap) {
    const ours = declaredName(declaration, written) ?? written;
    const exact = names.indexOf(theirs);
    const at = exact >= 0 && folded[exact] !== '' ? exact : folded.indexOf(foldName(theirs));
    if (at < 0) {
      const last = seen[ours];
      const why = messages.mappedColumnMissing(theirs, ours, names, last === undefined ? null : formatDay(last));
      report({ severity: 'error', code: 'column.missing', place: '', column: theirs, value: pulled.name, why });
      // Its own name must not step in: the person said where it is.
      mapped.set(ours, -1);
      continue;
    }
    mapped.set(ours, at);
    taken.add(at);
  }
  const take = (field: Field, name: string): void => {
    if (mapped.has(field.name)) return;
    const at = folded.indexOf(name);
    if (at < 0 || taken.has(at)) return;
    mapped.set(field.name, at);
    taken.add(at);
  };
  // Own names first: an alias must not take another field's column.
  for (const field of declaration.fields) take(field, field.name);
  for (const field of declaration.fields) for (const alias of field.aliases ?? []) take(field, alias);

  const fields: MappedField[] = [];
  for (const field of declaration.fields) {
    const at = mapped.get(field.name) ?? -1;
    if (at >= 0) fields.push({ field, at });
    mapped.delete(field.name);
  }
  const extras: MappedExtra[] = [];
  for (const [name, at] of mapped) if (at >= 0) extras.push({ name, at });
  folded.forEach((name, at) => {
    if (name === '' || taken.has(at)) return;
    const heading = names[at] as string;
    if (declaration.fields.some((field) => field.name === name)) {
      const why = messages.columnShadowed(heading);
      report({
        severity: 'warning',
        code: 'column.unused',
        place: headerPlace(pulled, at),
        column: heading,
        value: '',
        why,
      });
    } else {
      extras.push({ name: heading, at });
    }
  });
  return { fields, extras };
}

/** The field a line of the Field Map means, by its name or an alias; null for an attribute. */
function declaredName(declaration: DatasetDeclaration, written: string): string | null {
  const folded = foldName(written);
  const found =
    declaration.fields.find((field) => field.name === folded) ??
    declaration.fields.find((field) => field.aliases?.includes(folded));
  return found?.name ?? null;
}

function headerPlace(pulled: Pulled, at: number): string {
  return pulled.addressing === 'cell' ? address(at, pulled.headerRow) : `row ${pulled.headerRow}`;
}

/** Throws a KenshinError that names the source's columns where a required field has none. */
export function requireFields(
  declaration: DatasetDeclaration,
  required: readonly string[],
  mapping: Mapping,
  pulled: Pulled,
): void {
  const missing = required.filter((name) => !mapping.fields.some(({ field }) => field.name === name));
  if (missing.length === 0) return;
  throw new KenshinError(
    'config',
    messages.requiredColumnsMissing(pulled.name, declaration.name, missing, pulled.columns),
    messages.mapColumn(missing[0] as string),
  );
}

/** Folded names by place; '' for those that cannot be used. */
function usableNames(names: readonly string[], pulled: Pulled, report: Report): readonly string[] {
  const seen = new Set<string>();
  return names.map((name, at) => {
    const key = foldName(name);
    const place = headerPlace(pulled, at);
    if (key === '') {
      const why = messages.blankHeader(at + 1);
      report({ severity: 'warning', code: 'header.blank', place, column: '', value: '', why });
      return '';
    }
    if (seen.has(key)) {
      const why = messages.duplicateHeader(name);
      report({ severity: 'error', code: 'header.duplicate', place, column: name, value: name, why });
      return '';
    }
    seen.add(key);
    return key;
  });
}
