import { BANDS } from '../../domain/config/config';
import { fieldMissing, fieldUnfit } from './messages';
import type { OutgoingFields, OutgoingValue, Writer } from './write-back';

/** A field at the other side. */
export interface FoundField {
  readonly type: string;
  readonly writable: boolean;
  /** The only texts it takes; null for any. */
  readonly offered: readonly string[] | null;
}

/**
 * What keeps the fields from being written: they are missing and `make` does not make them, read-only, of none of the `types`
 * that can hold the value, or without some band.
 */
export function faultsOf(
  vendor: string,
  fields: OutgoingFields,
  types: Readonly<Record<OutgoingValue, readonly string[]>>,
  find: (name: string) => FoundField | undefined,
  make: (value: OutgoingValue, name: string) => boolean,
): Writer['faults'] {
  return Array.from(fields).flatMap(([value, field]) => {
    const found = find(field);
    if (!found) return make(value, field) ? [] : [{ field, why: fieldMissing(vendor, field) }];
    const { type, writable, offered } = found;
    const fits = writable && types[value].includes(type);
    return fits && [...BANDS, 'Grey'].every((band) => !offered || offered.includes(band))
      ? []
      : [{ field, why: fieldUnfit(vendor, field) }];
  });
}
