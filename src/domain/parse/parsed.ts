import type { Text } from '../text';

/** What is odd about a value, and how to mend it. */
export interface Doubt {
  /** A stable short name, e.g. `number.unreadable`. */
  readonly code: string;
  readonly why: Text;
}

/**
 * A value from outside, read: the value (null where nothing was said), or why it cannot be read. A `doubt` beside a
 * value lets it in and says so.
 */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly doubt?: Doubt }
  | ({ readonly ok: false } & Doubt);

/** Nothing was said. */
export const MISSING: { readonly ok: true; readonly value: null } = { ok: true, value: null };

export function read<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function fault(code: string, why: Text): Parsed<never> {
  return { ok: false, code, why };
}
