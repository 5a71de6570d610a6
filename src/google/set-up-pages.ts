import type { Grid } from '../domain/cell';
import type { Locale } from '../domain/text';
import type { AppSheetWords, Words } from '../domain/words';
import type { Platform } from '../ports';
import { readJsonPage } from './json-page';

/** The default configuration, from the page into which the build put it. */
export function googleDefaults(locale: Locale): Readonly<Record<string, Grid>> {
  return (readJsonPage('defaults') as Record<Locale, Record<string, Grid>>)[locale];
}

/** The words of the tabs, from the page into which the build put them. */
export function googleWords(): Words {
  return readJsonPage('words') as Words;
}

/** What the check of AppSheet's rules reads, from the page into which the build put it. */
export function googleAppSheetWords(): AppSheetWords {
  return readJsonPage('appsheet') as AppSheetWords;
}

/** The demo portfolio, from the page into which the build put it. */
export function googleDemo(): ReturnType<Platform['demo']> {
  return readJsonPage('demo') as ReturnType<Platform['demo']>;
}
