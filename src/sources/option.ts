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

/** Options that every kind takes. */
export const COMMON_OPTIONS: readonly SourceOption[] = [
  words('resync', {
    en: 'Any other day or word here has everything pulled anew, once.',
    ja: 'ここの日付や語を変更すると、一度だけ全件を取り込み直します。',
  }),
];
