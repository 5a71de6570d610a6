import type { Host } from './host';

/** One value of an enumeration as scripts see it. */
export interface EnumValue {
  name(): string;
  ordinal(): number;
  compareTo(other: EnumValue): number;
  toString(): string;
  /** `JSON.stringify` gives the name (Apps Script guide, migrating to the V8 runtime: enumerations). */
  toJSON(): string;
}

/** An enumeration: `Utilities.Charset.UTF_8`. A value is only equal to itself, within one execution. */
export function createEnum<N extends string>(
  host: Host,
  className: string,
  names: readonly N[],
): Readonly<Record<N, EnumValue>> {
  const values = names.map((name, ordinal) => {
    const value: EnumValue = {
      name: () => name,
      ordinal: () => ordinal,
      compareTo: (other) => ordinal - other.ordinal(),
      toString: () => name,
      toJSON: () => name,
    };
    return [name, host.strict(`${className}.${name}`, value)] as const;
  });
  return host.strict(className, Object.fromEntries(values) as Record<N, EnumValue>);
}

/** The name of `value` when it belongs to the enumeration, else null: enumerations take no strings. */
export function nameIn<N extends string>(values: Readonly<Record<N, EnumValue>>, value: unknown): N | null {
  for (const [name, known] of Object.entries(values)) if (known === value) return name as N;
  return null;
}
