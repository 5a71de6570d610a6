import type { Grid } from '../domain/cell';
import type { Locale } from '../domain/text';

/** The default configuration, from the page into which the build put it. */
export function googleDefaults(locale: Locale): Readonly<Record<string, Grid>> {
  const page = HtmlService.createHtmlOutputFromFile('defaults').getContent();
  const json = page.slice(page.indexOf('>') + 1, page.lastIndexOf('<'));
  return (JSON.parse(json) as Record<Locale, Record<string, Grid>>)[locale];
}
