import type { CoreHost } from './core-host';
import { LATENCY } from './latency';

/** One item of a cache; caches keep them oldest written first. */
export interface CacheEntry {
  readonly key: string;
  readonly value: string;
  readonly expiresAt: number;
}

const KEY_CHARACTERS = 250;
const VALUE_BYTES = 100 * 1024;
const DEFAULT_SECONDS = 600;
const LONGEST_SECONDS = 21_600;
const ITEMS = 1_000;
/** How many go at once when one item too many arrives: the oldest written, whatever was read since (measured, J. Poehnelt). */
const EVICTED = 100;

/** `CacheService`. The document cache is null in a script that is bound to nothing. */
export function createCacheService(host: CoreHost, caches: Record<string, CacheEntry[]>, bound: boolean): object {
  const open = (name: string): object => {
    caches[name] ??= [];
    return createCache(host, caches[name]);
  };
  return host.strict('CacheService', {
    getScriptCache: () => open('script'),
    getDocumentCache: () => (bound ? open('document') : null),
    getUserCache: () => open(`user ${host.user.email}`),
  });
}

function createCache(host: CoreHost, entries: CacheEntry[]): object {
  const drop = (unwanted: (entry: CacheEntry) => boolean): void => {
    for (let index = entries.length - 1; index >= 0; index--) {
      if (unwanted(entries[index] as CacheEntry)) entries.splice(index, 1);
    }
  };
  const find = (key: string): string | null =>
    entries.find((entry) => entry.key === key && entry.expiresAt > host.now())?.value ?? null;
  const put = (key: string, text: string, seconds: number): void => {
    drop((entry) => entry.key === key || entry.expiresAt <= host.now());
    entries.push({ key, value: text, expiresAt: host.now() + seconds * 1000 });
    if (entries.length > ITEMS) entries.splice(0, EVICTED);
  };
  return host.strict('Cache', {
    get(key: unknown) {
      host.charge('Cache.get', LATENCY.cacheRead.ms);
      return find(keyOf(host, key));
    },
    getAll(keys: unknown) {
      host.charge('Cache.getAll', LATENCY.cacheRead.ms);
      const found: Record<string, string> = {};
      for (const key of (keys as unknown[]).map((each) => keyOf(host, each))) {
        const value = find(key);
        if (value !== null) found[key] = value;
      }
      return host.into(found);
    },
    put(key: unknown, value: unknown, seconds?: unknown) {
      host.charge('Cache.put', LATENCY.cacheWrite.ms);
      put(keyOf(host, key), textOf(host, value), secondsOf(host, seconds));
    },
    putAll(values: unknown, seconds?: unknown) {
      host.charge('Cache.putAll', LATENCY.cacheWrite.ms);
      const life = secondsOf(host, seconds);
      const checked = Object.entries(values as Record<string, unknown>).map(
        ([key, value]) => [keyOf(host, key), textOf(host, value)] as const,
      );
      for (const [key, value] of checked) put(key, value, life);
    },
    remove(key: unknown) {
      host.charge('Cache.remove', LATENCY.cacheRemove.ms);
      const name = keyOf(host, key);
      drop((entry) => entry.key === name);
    },
    removeAll(keys: unknown) {
      host.charge('Cache.removeAll', LATENCY.cacheRemove.ms);
      const names = new Set((keys as unknown[]).map((each) => keyOf(host, each)));
      drop((entry) => names.has(entry.key));
    },
  });
}

function keyOf(host: CoreHost, key: unknown): string {
  if (key === null || key === undefined || key === '') return host.fail('Invalid argument: key');
  const text = String(key);
  return text.length > KEY_CHARACTERS ? host.fail('Argument too large: key') : text;
}

/** Anything becomes text, an object too: `[object Object]`. */
function textOf(host: CoreHost, value: unknown): string {
  const text = String(value ?? null);
  return Buffer.byteLength(text, 'utf8') > VALUE_BYTES ? host.fail('Argument too large: value') : text;
}

/** Negative lives are taken and end at once (measured); longer ones than six hours are refused here. */
function secondsOf(host: CoreHost, seconds: unknown): number {
  if (seconds === undefined || seconds === null) return DEFAULT_SECONDS;
  const life = Number(seconds);
  return Number.isNaN(life) || life > LONGEST_SECONDS ? host.fail('Invalid argument: expirationInSeconds') : life;
}
