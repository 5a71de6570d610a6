import { isKenshinError, KenshinError } from '../errors';
import { RESERVE } from './ask';
import * as messages from './messages';
import type { SourceContext } from './source';

/** One page: its records, and where the next one is; null after the last. */
export interface Page {
  readonly records: readonly unknown[];
  readonly next: string | null;
}

/** Records of the pages that were read, and where the reading stopped; null when all was read. */
export interface Gathered {
  readonly records: readonly unknown[];
  readonly next: string | null;
}

/**
 * Reads page after page. Where time or the vendor's patience ends after some pages, what came is handed over with the
 * place to go on at; before the first page the vendor's error is thrown. A place that comes twice ends in a KenshinError.
 * `name` is the host as a person knows it; `most` bounds the records of one bite, so that they can be held and stored.
 */
export function gather(
  context: SourceContext,
  name: string,
  first: string,
  read: (at: string) => Page,
  most = 50000,
): Gathered {
  const records: unknown[] = [];
  const seen = new Set<string>();
  let at = first;
  for (;;) {
    if (seen.has(at)) throw new KenshinError('source', messages.pageRepeated(name), messages.tryLater());
    if (seen.size > 0 && (records.length >= most || context.clock.remaining() < RESERVE * 2))
      return { records, next: at };
    seen.add(at);
    let page: Page;
    try {
      page = read(at);
    } catch (error) {
      if (seen.size > 1 && isKenshinError(error) && error.retried) return { records, next: at };
      throw error;
    }
    for (const record of page.records) records.push(record);
    if (page.next === null) return { records, next: null };
    at = page.next;
  }
}
