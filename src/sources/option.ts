import type { Text } from '../domain/text';
import * as messages from './messages';
import type { SourceOption } from './source';

/** An option that takes any text. */
export function words(name: string, note: Text): SourceOption {
  return { name, note, check: () => null };
}

/** An option that takes a whole number from `least` to `greatest`. */
export function wholeNumber(name: string, note: Text, least: number, greatest: number): SourceOption {
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
