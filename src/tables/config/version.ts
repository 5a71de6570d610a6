import type { Config } from '../../domain/config/config';

/** The configuration as one text with the names of fields in order, so that equal configurations give equal texts. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(fields).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(fields[name])}`).join(',')}}`;
}

/** Version of a configuration, `c-` and eleven characters: the same for the same configuration, settings and all. */
export function versionOf(config: Omit<Config, 'version'>): string {
  return `c-${hash53(canonical(config))}`;
}

/**
 * 53 bits in base 36. Two 32-bit lanes of multiply and xor over UTF-16 units, mixed at the end (cyrb53 by bryc, public
 * domain).
 */
function hash53(text: string): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 2654435761);
    two = Math.imul(two ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36).padStart(11, '0');
}
