import { type Locale, say } from '../domain/text';
import type { ColumnWords, TabWords } from '../domain/words';
import type { ColumnFormat, ColumnLayout, TabLayout } from '../ports';
import { APP_TABS } from './appsheet/survey';
import { BAND_WORDS } from './health/accounts';
import { placeInLists } from './lists';
import type { Column, ColumnType, Tab } from './tab';

const FORMATS: Readonly<Record<ColumnType, ColumnFormat>> = {
  id: 'text',
  text: 'text',
  longText: 'text',
  email: 'text',
  url: 'text',
  integer: 'integer',
  number: 'number',
  score: 'score',
  change: 'change',
  percent: 'percent',
  money: 'money',
  date: 'date',
  timestamp: 'timestamp',
  flag: 'flag',
  choice: 'text',
  ref: 'text',
  expression: 'text',
  curve: 'text',
};

/** Pixels by type; a column is at least as wide as the longest word of its header, which wraps. */
const WIDTHS: Readonly<Partial<Record<ColumnType, number>>> = {
  id: 176,
  text: 160,
  longText: 360,
  email: 200,
  url: 240,
  timestamp: 150,
  expression: 260,
  curve: 240,
  ref: 140,
};
const PLAIN_WIDTH = 84;

/** Tab colours by who writes: grey-blue for scripts, green for people, amber for configuration. */
const COLORS: Readonly<Record<Tab['writer'], string>> = { script: '#5b7a99', people: '#3c8d5a', ops: '#c98a1b' };

/** Ids that references may choose from, by the tab they point at. */
export type Keys = Readonly<Record<string, readonly string[]>>;

/**
 * How a tab looks, derived from its declaration. References offer the ids in `keys` where the parent is there. Headers
 * get notes from `words`, in both languages, the reader's first; only shaping a tab needs them. `position` is the tab's
 * place in the workbook, 0 first.
 */
export function layoutOf(
  tab: Tab,
  locale: Locale,
  position: number,
  keys: Keys = {},
  words: TabWords['columns'] = {},
): TabLayout {
  return {
    name: tab.name,
    columns: tab.columns.map((column) => layoutColumn(column, tab, keys, noteOf(words[column.name], locale))),
    frozenColumns: tab.frozen ?? 1,
    writer: tab.writer,
    position,
    tabColor: COLORS[tab.writer],
    hidden: false,
    charts: (tab.charts ?? []).map(({ title, of = tab, shape, stacked = false, labels, series, rows = null }) => ({
      title: say(title, locale),
      shape,
      stacked,
      tab: of.name,
      labels: placeOf(of, labels),
      series: series.map(([header, color]) => ({ column: placeOf(of, header), color })),
      rows,
    })),
    chartsBelow: tab.chartsBelow ?? false,
    filtered: tab.filtered ?? false,
    bandColumns: tab.columns.flatMap(({ choices }, at) => (choices === BAND_WORDS ? [at] : [])),
  };
}

function placeOf(tab: Pick<Tab, 'columns'>, header: string): number {
  return tab.columns.findIndex(({ name }) => name === header);
}

function layoutColumn(column: Column, tab: Tab, keys: Keys, note: string): ColumnLayout {
  return {
    header: column.name,
    // What people and sources gave shows as they gave it; what was computed has as many decimals in every row.
    format: column.type === 'number' && !isComputed(tab) ? 'plain' : FORMATS[column.type],
    note,
    width: Math.max(
      column.width ?? WIDTHS[column.type] ?? PLAIN_WIDTH,
      widestWord(column.name) * 8 + (tab.filtered ? 44 : 24),
      ...(column.choices ?? []).map((word) => word.length * 7 + 24),
    ),
    // Of a configuration nothing is cut: rules and reasons are there to be read.
    wrap:
      tab.writer === 'ops'
        ? FORMATS[column.type] === 'text'
        : column.type === 'longText' && (APP_TABS.includes(tab.name) || tab.filtered === true),
    choices: choicesOf(column, tab, keys),
  };
}

function isComputed({ writer, workbook }: Tab): boolean {
  return writer === 'script' && workbook === 'health';
}

function widestWord(header: string): number {
  return Math.max(...header.split(' ').map((word) => word.length));
}

function noteOf(words: ColumnWords | undefined, locale: Locale): string {
  if (!words) return '';
  const other: Locale = locale === 'en' ? 'ja' : 'en';
  return `${words.ja}\n${say(words.note, locale)}\n\n${say(words.note, other)}`;
}

/** People may choose only what is allowed; what the script writes is right already, the list is for readers. */
function choicesOf(column: Column, tab: Tab, keys: Keys): ColumnLayout['choices'] {
  if (column.type === 'choice') {
    const values = column.choices ?? [];
    // AppSheet makes a list of fixed words of a drop-down whose words stand in another tab.
    const from = APP_TABS.includes(tab.name) ? placeInLists(values) : null;
    return { values, strict: tab.writer !== 'script', from };
  }
  const parents = column.type === 'ref' && tab.writer === 'ops' ? keys[column.ref ?? ''] : undefined;
  return parents && parents.length > 0 ? { values: parents, strict: false, from: null } : null;
}
