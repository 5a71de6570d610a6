import type { Grid } from '../domain/cell';
import type { Locale } from '../domain/text';

/** The default configuration, from the page into which the build put it. */
export function googleDefaults(locale: Locale): Readonly<Record<string, Grid>> {
  return page<Record<Locale, Record<string, Grid>>>()[locale];
}

/** What the build put into a page because only set-up needs it. */
export function page<T>(): T {
  const html = HtmlService.createHtmlOutputFromFile('defaults').getContent();
  return JSON.parse(html.slice(html.indexOf('>') + 1, html.lastIndexOf('<'))) as T;
}
