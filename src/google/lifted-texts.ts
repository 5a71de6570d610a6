import { readJsonPage } from './json-page';

let texts: readonly (string | readonly string[])[] | undefined;

/**
 * A text of a message, from the page into which the build put it, with values between its parts. The build writes the
 * calls (scripts/build/lifted-texts.ts); the page is read when the first message of an execution is made.
 */
export function lifted(number: number, ...values: readonly unknown[]): string {
  texts = texts ?? (readJsonPage('texts') as readonly (string | readonly string[])[]);
  const text = texts[number] as string | readonly string[];
  return typeof text === 'string'
    ? text
    : text.map((part, at) => (at === 0 ? part : `${values[at - 1]}${part}`)).join('');
}
