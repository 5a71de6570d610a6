/** What stands at a dotted path in a value read from JSON; undefined where nothing does. '' is the value itself. */
export function at(value: unknown, path: string): unknown {
  if (path === '') return value;
  let found: unknown = value;
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.keys(found).includes(step) ? (found as Record<string, unknown>)[step] : undefined;
  }
  return found;
}

/** What a value is, for a message: the names in an object, or the kind of value; never what it says. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return Object.keys(value).slice(0, 20).join(', ') || '{}';
  return value === undefined ? '-' : typeof value;
}
