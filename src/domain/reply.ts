import type { Text } from './text';

/**
 * What an api function answers: errors do not survive the trip to the page, so they travel as values.
 * `next` says what the person can do about it.
 */
export type Reply<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly code: string; readonly text: Text; readonly next: Text };
