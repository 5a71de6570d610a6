import { isDate, isPlain } from './realm';

/**
 * A value as it arrives on the other side of `google.script.run`: a copy of primitives, null, and plain objects and
 * arrays of them; undefined becomes null in arrays and vanishes from objects. Throws a TypeError that names the place
 * of a Date, a function, anything else with a class, or a circle.
 * Source: Apps Script guide, google.script.run reference ("myFunction(...)": legal parameters).
 */
export function acrossRpc(value: unknown, place: string): unknown {
  return value === undefined ? null : copy(value, place, []);
}

function copy(value: unknown, place: string, above: readonly object[]): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') throw illegal(place, typeof value);
  if (above.includes(value)) throw illegal(place, 'circular reference');
  const path = [...above, value];
  if (Array.isArray(value)) {
    return Array.from(value as unknown[], (item, index) =>
      item === undefined ? null : copy(item, `${place}[${index}]`, path),
    );
  }
  if (isDate(value)) throw illegal(place, 'Date');
  if (!isPlain(value)) throw illegal(place, Object.prototype.toString.call(value));
  const fields: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    if (field !== undefined) fields[name] = copy(field, `${place}.${name}`, path);
  }
  return fields;
}

function illegal(place: string, what: string): TypeError {
  return new TypeError(`Failed due to illegal value in property: ${place} (${what} cannot cross google.script.run)`);
}
