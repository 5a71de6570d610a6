import type { Grid } from '../domain/cell';
import type { Locale } from '../domain/text';
import type { Words } from '../domain/words';

/** The default configuration, from the page into which the build put it. */
export function googleDefaults(locale: Locale): Readonly<Record<string, Grid>> {
  return (jsonOf('defaults') as Record<Locale, Record<string, Grid>>)[locale];
}

/** The words of the tabs, from the page into which the build put them. */
export function googleWords(): Words {
  return jsonOf('words') as Words;
}

function jsonOf(file: string): unknown {
  const page = HtmlService.createHtmlOutputFromFile(file).getContent();
  return JSON.parse(page.slice(page.indexOf('>') + 1, page.lastIndexOf('<')));
}
