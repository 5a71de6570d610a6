import type { Text } from '../domain/text';
import { readJsonPage } from './json-page';

type Lifted = string | readonly (string | number)[];

let texts: readonly (Lifted | Readonly<Record<keyof Text, Lifted>>)[] | undefined;

/**
 * A message, or a text of one, from the page into which the build put it, with values in their places. The build
 * writes the calls (scripts/build/lifted-texts.ts); the page is read when the first message of an execution is made.
 */
export function lifted(number: number, ...values: readonly unknown[]): Text | string {
  texts = texts ?? (readJsonPage('texts') as NonNullable<typeof texts>);
  const text = texts[number] as (typeof texts)[number];
  return typeof text === 'string' || 'length' in text
    ? filled(text, values)
    : { en: filled(text.en, values), ja: filled(text.ja, values) };
}

/** A message of a declaration, read only when somebody looks at it. */
export function late(number: number): Text {
  return {
    get en() {
      return (lifted(number) as Text).en;
    },
    get ja() {
      return (lifted(number) as Text).ja;
    },
  };
}

function filled(text: Lifted, values: readonly unknown[]): string {
  return typeof text === 'string'
    ? text
    : text.map((part) => (typeof part === 'number' ? String(values[part]) : part)).join('');
}
