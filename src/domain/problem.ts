import type { Text } from './text';

/** How bad: an error keeps the value out; a warning lets it in but says so. */
export type Severity = 'error' | 'warning';

/**
 * One thing wrong with what came in or was configured, addressed so that a person finds it. Problems are results,
 * not exceptions: the rest goes on.
 */
export interface Problem {
  readonly severity: Severity;
  /** A stable short name of the kind of problem, e.g. `number.unreadable`. */
  readonly code: string;
  /** The source's id as the Sources tab shows it, or the tab's name for a problem of configuration. */
  readonly source: string;
  /** A1 address (`P7`) in a tab, `row 12` of a file, or '' where the whole is meant. */
  readonly place: string;
  /** The column or field as the user named it, '' where none is meant. */
  readonly column: string;
  /** The offending value as it stood, cut to 200 characters. */
  readonly value: string;
  /** What is wrong and how to mend it. */
  readonly why: Text;
}

/** Longest value a problem quotes. */
const QUOTED = 200;

/** The value as a problem may quote it. */
export function quote(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  return text.length > QUOTED ? `${text.slice(0, QUOTED - 1)}…` : text;
}
