/** The languages of the product. */
export type Locale = 'en' | 'ja';

/**
 * Words a person reads, in every language of the product. Messages are functions that return a Text and live in the
 * `messages.ts` of their folder, both languages side by side: a missing translation does not compile.
 */
export interface Text {
  readonly en: string;
  readonly ja: string;
}

/** The text in the reader's language. */
export function say(text: Text, locale: Locale): string {
  return text[locale];
}

/** A text that reads the same in every language: a proper name, an id, a number. */
export function same(words: string): Text {
  return { en: words, ja: words };
}

/** What was said, one after the other; null where nothing was. */
export function sentences(said: readonly (Text | null)[]): Text | null {
  const words = said.filter((text): text is Text => text !== null);
  if (words.length === 0) return null;
  return { en: words.map(({ en }) => en).join(' '), ja: words.map(({ ja }) => ja).join('') };
}
