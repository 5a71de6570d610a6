import type { Cell } from '../../domain/cell';
import type { TabSurvey } from '../../ports';
import type { Tab } from '../tab';

/** A workbook as it stands, as far as the rules of AppSheet look at it. */
export interface BookSurvey {
  /** Spreadsheet locale, `ja_JP` or `ja-JP`; '' where the file does not tell. */
  readonly locale: string;
  /** The language of the Settings tab. */
  readonly language: string;
  /** Names of all tabs in their order. */
  readonly names: readonly string[];
  /** The tabs that an app is made of, as they are declared and as they stand; null where one is missing. */
  readonly tabs: readonly { readonly tab: Tab; readonly seen: TabSurvey | null }[];
  /** Cells of the key column of every tab that a reference points at, by the tab's name. */
  readonly keys: Readonly<Record<string, readonly Cell[]>>;
  /** Tabs that hold raw data and belong into another workbook. */
  readonly rawTabs: readonly string[];
}

/** The tabs that an app is made of; a reference may point at others. */
export const APP_TABS: readonly string[] = [
  ...['Accounts', 'Breakdown', 'Movements', 'Score History', 'Actions', 'Action Updates', 'Pulses', 'Goals', 'Members'],
  'Lists',
];

/** Those of `tabs` that an app is made of. */
export function appTabs(tabs: readonly Tab[]): readonly Tab[] {
  return tabs.filter(({ name }) => APP_TABS.includes(name));
}

/** The tabs whose keys references of `chosen` hold. */
export function parentsOf(chosen: readonly Tab[], tabs: readonly Tab[]): readonly Tab[] {
  const names = new Set(chosen.flatMap(({ columns }) => columns.map(({ ref }) => ref)));
  return tabs.filter(({ name }) => names.has(name));
}
