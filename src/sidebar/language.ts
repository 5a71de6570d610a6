import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Locale, say, type Text } from '../domain/text';

/** Language of the page: what the server says; before its first answer, what the browser prefers. */
export const Language = createContext<Locale>('en');

export function browserLanguage(): Locale {
  return navigator.language.startsWith('ja') ? 'ja' : 'en';
}

/** The reader's locale, and how to say a text in it. */
export function useLanguage(): { readonly locale: Locale; readonly t: (text: Text) => string } {
  const locale = useContext(Language);
  return { locale, t: (text) => say(text, locale) };
}
