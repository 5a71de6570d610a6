import type { Day } from '../../domain/day';
import type { Store } from '../../ports';
import { digest } from '../../sources/digest';
import type { SourceSetting } from '../../sources/source';

/** What is remembered of a source from one pull to the next. */
export interface SourceMemory {
  /** When it last brought all its data, in milliseconds; null for never. */
  readonly good: number | null;
  /** What the rest belongs to: another row of the Sources tab, or another query, begins anew. */
  readonly mark: string;
  /** Where the next pull goes on; null for the start. */
  readonly cursor: string | null;
  /** It was begun anew after it had brought rows, so that more of them may be stored than it tells of again. */
  readonly again?: boolean;
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

/**
 * The source's memory as far as it fits everything that decides which rows come and what they mean: its row of the Sources
 * tab, but for its id and how often it is asked, and the `query` that stands elsewhere.
 */
export function fittingMemory(
  setting: SourceSetting,
  memory: SourceMemory | undefined,
  query: () => string | undefined,
): SourceMemory {
  let mark = '';
  try {
    mark = digest([{ ...setting, id: '', every: '' }, [...setting.fieldMap], query()]);
  } catch {
    // The pull itself says what is wrong with the query; what is remembered stays until it can be read.
  }
  if (memory && (mark === '' || memory.mark === mark)) return memory;
  const { good = null, cursor = null, again = false } = memory || {};
  return { good, mark, cursor: null, again: again || good !== null || cursor !== null, seen: {}, pause: 0 };
}
