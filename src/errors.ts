import type { Text } from './domain/text';

/**
 * The closed list of what can go wrong. The kind answers: whose fault, is it worth a retry, what to do.
 * `input` a person's entry or file; `config` a configuration cell; `credential` a key or right that is missing;
 * `source` the other side answered badly; `network` it did not answer; `busy` another run holds the lock;
 * `limit` the platform or a vendor said stop; `bug` ours.
 */
export type ErrorKind = 'input' | 'config' | 'credential' | 'source' | 'network' | 'busy' | 'limit' | 'bug';

/** Kinds for which trying again later can help. */
const RETRIED: readonly ErrorKind[] = ['network', 'busy', 'limit'];

/** An error a person reads: what happened and what to do next, in both languages, without secrets or whole URLs. */
export class KenshinError extends Error {
  readonly kind: ErrorKind;
  readonly text: Text;
  readonly next: Text;

  constructor(kind: ErrorKind, text: Text, next: Text) {
    super(text.en);
    this.name = 'KenshinError';
    this.kind = kind;
    this.text = text;
    this.next = next;
  }

  get retried(): boolean {
    return RETRIED.includes(this.kind);
  }
}

/** The error for what a message says: what happened, and what to do next. */
export function refusal(kind: ErrorKind, { text, next }: { readonly text: Text; readonly next: Text }): KenshinError {
  return new KenshinError(kind, text, next);
}

/** True for a KenshinError, also one made on the other side of a script boundary, where instanceof fails. */
export function isKenshinError(error: unknown): error is KenshinError {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'KenshinError';
}

const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/(?:[^\s/?#"'<>]*@)?([\w.-]*(?::\d{1,5}\b)?)[^\s"'<>]*/gi;

/** Words of the platform or of a mistake as a log or a cell may hold them: hosts stand in place of whole addresses. */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, '$1');
}
