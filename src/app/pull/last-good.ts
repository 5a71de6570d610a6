import type { Store } from '../../ports';

const PREFIX = 'pulled.';

/** When each source last brought its data, in milliseconds, by source id. */
export function lastGoodPulls(store: Store): ReadonlyMap<string, number> {
  const pulls = new Map<string, number>();
  const values = store.getAll();
  for (const key of Object.keys(values)) {
    if (key.startsWith(PREFIX)) pulls.set(key.slice(PREFIX.length), Number(values[key]));
  }
  return pulls;
}

/** Books that these sources brought their data at `now`. */
export function noteGoodPulls(store: Store, sourceIds: readonly string[], now: number): void {
  if (sourceIds.length === 0) return;
  const values: Record<string, string> = {};
  for (const id of sourceIds) values[PREFIX + id] = String(now);
  store.set(values);
}
