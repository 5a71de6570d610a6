import type { Text } from './text';

/** What a column is called in Japanese and what it holds; its header's note. */
export interface ColumnWords {
  readonly ja: string;
  readonly note: Text;
}

/** What people read about a tab, its columns by header. */
export interface TabWords {
  readonly title: Text;
  readonly note: Text;
  readonly columns: Readonly<Record<string, ColumnWords>>;
}

/** Words of every tab, by its name. */
export type Words = Readonly<Record<string, TabWords>>;

/** What the check of AppSheet's rules needs to read: why each rule stands, by its name, and header words by the type they speak for. */
export interface AppSheetWords {
  readonly why: Readonly<Record<string, Text>>;
  /** Words with spaces between. */
  readonly triggers: Readonly<Record<string, string>>;
}
