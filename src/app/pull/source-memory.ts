import type { Day } from '../../domain/day';
import type { Store } from '../../ports';
import type { SourceSetting } from '../../sources/source';

/** What is remembered of a source from one pull to the next. */
export interface SourceMemory {
  /** When it last brought all its data, in milliseconds; null for never. */
  readonly good: number | null;
  /** What of its settings the rest belongs to: another place, option or mapping begins anew. */
  readonly mark: string;
  /** Where the next pull goes on; null for the start. */
  readonly cursor: string | null;
  /** The day on which each field last held something readable. */
  readonly seen: Readonly<Record<string, Day>>;
  /** The other side wants no request before this instant; 0 for any time. */
  readonly pause: number;
}

const PREFIX = 'pulled.';

/** What is remembered, by source id. */
export function rememberedSources(store: Store): ReadonlyMap<string, SourceMemory> {
  const found = new Map<string, SourceMemory>();
  const values = store.getAll();
  for (const key of Object.keys(values)) {
    if (key.startsWith(PREFIX)) found.set(key.slice(PREFIX.length), JSON.parse(values[key] as string) as SourceMemory);
  }
  return found;
}

/** Keeps what is to be remembered of these sources: all of it or nothing. */
export function rememberSources(store: Store, memories: ReadonlyMap<string, SourceMemory>): void {
  if (memories.size === 0) return;
  const values: Record<string, string> = {};
  for (const [id, memory] of memories) values[PREFIX + id] = JSON.stringify(memory);
  store.set(values);
}

/** The source's memory as far as it fits its settings as they stand. */
export function fittingMemory(setting: SourceSetting, memory: SourceMemory | undefined): SourceMemory {
  const mark = markOf(setting);
  if (memory?.mark === mark) return memory;
  return { good: memory?.good ?? null, mark, cursor: null, seen: {}, pause: 0 };
}

/** A short digest of everything that decides which rows come and what they mean (two sums, FNV-1a and 31). */
function markOf({ kind, dataset, location, tabName, rowsPath, paging, options, fieldMap, measures }: SourceSetting) {
  const text = JSON.stringify([kind, dataset, location, tabName, rowsPath, paging, options, [...fieldMap], measures]);
  let [one, two] = [0x811c9dc5, 7];
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    two = (Math.imul(two, 31) + text.charCodeAt(at)) | 0;
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36);
}
