import type { Text } from '../domain/text';
import * as messages from './messages';
import type { Note, SourceOption } from './source';

/** The words themselves, as plain values that may go to the page. */
export function noteOf(note: Note): Text {
  const { en, ja } = typeof note === 'function' ? note() : note;
  return { en, ja };
}

/** An option that takes any text. */
export function words(name: string, note: Note): SourceOption {
  return { name, note, check: () => null };
}

/** An option that takes a whole number from `least` to `greatest`. */
export function wholeNumber(name: string, note: Note, least: number, greatest: number): SourceOption {
  return {
    name,
    note,
    check: (value) => {
      const number = Number(value);
      const fine = /^\d+$/.test(value) && number >= least && number <= greatest;
      return fine ? null : messages.notAWholeNumber(name, least, greatest);
    },
  };
}

/** An option that takes one of these words. */
export function oneOf(name: string, note: Note, allowed: readonly string[]): SourceOption {
  return { name, note, check: (value) => (allowed.includes(value) ? null : messages.notOneOf(name, allowed)) };
}

/** Options that every kind takes. */
export const COMMON_OPTIONS: readonly SourceOption[] = [words('resync', messages.resyncNote)];
