import type { Grid } from '../domain/cell';
import type { Config } from '../domain/config/config';
import type { Locale } from '../domain/text';
import type { Words } from '../domain/words';
import type { Platform, Workbook } from '../ports';
import { SOURCE_KINDS } from '../sources';
import { healthTabs } from '../tables';
import { parseConfig } from '../tables/config/parse-config';
import { DATA_TABS } from '../tables/data';
import { configuredWords } from '../tables/health/accounts';
import { ACTION_UPDATES } from '../tables/health/action-updates';
import { CONFIG_TABS } from '../tables/health/configuration';
import { GOALS } from '../tables/health/goals';
import { IDENTITIES } from '../tables/health/identities';
import { LISTS } from '../tables/health/journal';
import { PULSES } from '../tables/health/pulses';
import { TREND } from '../tables/health/reports';
import { type Keys, layoutOf } from '../tables/layout';
import { listRecords } from '../tables/lists';
import { toRow } from '../tables/rows';
import { sourcesTab } from '../tables/sources';
import type { Tab } from '../tables/tab';
import { loadConfiguration } from './configuration';
import { fitDefaults } from './defaults/fit';
import { holding } from './holding';
import { switchOn } from './schedule';
import { STORE_KEYS } from './store-keys';
import { dataWorkbook } from './workbooks';

/**
 * Makes the product in a spreadsheet: the Data workbook, every tab with headers, notes, formats, validation and
 * protection, the default configuration where a configuration tab is missing or empty (as far as it fits the tabs that
 * stand), and the schedule. Rows that
 * stand are never touched; calling it again mends what is missing, whatever call of it was stopped. Throws KenshinError
 * `busy` while another execution works.
 */
export function setUp(platform: Platform): void {
  holding(platform, () => makeAll(platform));
}

function makeAll(platform: Platform): void {
  const health = platform.workbooks.health();
  nameBack(health);
  // A tab without anything in it may be left from a set-up that was stopped.
  const standing = new Set(health.tabs().filter((name) => health.lastRow(name) > 0));
  const given: Record<string, Grid> = {};
  for (const { name } of CONFIG_TABS) {
    const grid = standing.has(name) ? health.read(name) : null;
    if (grid !== null && grid.length > 1) given[name] = grid;
  }
  const defaults = fitDefaults(given, platform.defaults(localeOf(health)));
  const initial = parseConfig(defaults).config ?? (parseConfig(platform.defaults(localeOf(health))).config as Config);
  const words = platform.words();
  // Drop-downs of other tabs offer the words that stand in this one.
  writeLists(health, initial);
  // And the chart of another tab draws this one.
  if (!standing.has(TREND.name)) health.shape(layoutOf(TREND, initial.settings.language, 0), []);
  shapeHealth(health, initial, words, (tab) => !standing.has(tab.name));
  for (const tab of CONFIG_TABS) {
    if (given[tab.name] !== undefined) continue;
    const [, ...rows] = defaults[tab.name] ?? [];
    health.replace(layoutOf(tab, initial.settings.language, 0), rows);
  }
  const config = loadConfiguration(platform, health).config ?? initial;
  shapeHealth(health, config, words, (tab) => standing.has(tab.name) || config.version !== initial.version);
  removeBlankTab(health);
  writeLists(health, config);
  makeData(platform, health, config.settings.language, words);
  switchOn(platform, {
    dailyHour: config.settings.dailyRunHour,
    hourly: config.settings.hourlyPull,
    zone: health.zone,
  });
  health.flush();
  platform.installation.set({ [STORE_KEYS.health]: health.id, [STORE_KEYS.data]: dataWorkbook(platform).id });
}

/** One row an allowed word. */
function writeLists(health: Workbook, config: Config): void {
  const rows = listRecords(config).map((record) => toRow(LISTS, record));
  health.replace(layoutOf(LISTS, config.settings.language, 0), rows);
}

/** A tab of people's that somebody renamed gets its name back: the one that no tab of ours is, with all its headers. */
function nameBack(health: Workbook): void {
  const names = health.tabs();
  const written: readonly Tab[] = [ACTION_UPDATES, PULSES, GOALS, IDENTITIES, sourcesTab(SOURCE_KINDS), ...CONFIG_TABS];
  const missing = written.filter(({ name }) => !names.includes(name));
  const ours = new Set(healthTabs({ dimensions: [], quadrants: [] }, SOURCE_KINDS).map(({ name }) => name));
  const others = missing.length > 0 ? names.filter((name) => !ours.has(name)) : [];
  const headers = new Map(others.map((name) => [name, new Set(health.readRows(name, 1, 1)[0] ?? [])]));
  for (const tab of missing) {
    const alike = others.filter((name) => tab.columns.every((column) => headers.get(name)?.has(column.name)));
    if (alike.length === 1) health.renameTab(alike[0] as string, tab.name);
  }
}

/** A new workbook speaks the language of its spreadsheet's locale; the Language setting decides from then on. */
function localeOf(health: Workbook): Locale {
  return health.locale.slice(0, 2) === 'ja' ? 'ja' : 'en';
}

const DATA_NAME = 'Kenshin Data';

/** Names Google gives the tab of a new spreadsheet. */
const DEFAULT_TABS: readonly string[] = ['Sheet1', 'シート1'];

/** Removes the tab of a new spreadsheet where nobody used it. */
function removeBlankTab(workbook: Workbook): void {
  for (const name of workbook.tabs()) {
    if (DEFAULT_TABS.includes(name) && (workbook.read(name) ?? []).length === 0) workbook.remove(name);
  }
}

/** Brings the chosen tabs of Health to their declaration under a configuration, with notes on their headers. */
function shapeHealth(health: Workbook, config: Config, words: Words, chosen: (tab: Tab) => boolean): void {
  const editors = config.members.filter(({ role }) => role === 'ops').map(({ email }) => email);
  const keys: Keys = {
    Dimensions: config.dimensions.map(({ id }) => id),
    Segments: config.segments.map(({ id }) => id),
    Metrics: config.metrics.map(({ id }) => id),
  };
  const configured = configuredWords(config);
  healthTabs(config, SOURCE_KINDS).forEach((tab, position) => {
    const notes = { ...configured, ...words[tab.name]?.columns };
    if (chosen(tab)) health.shape(layoutOf(tab, config.settings.language, position, keys, notes), editors);
  });
}

function makeData(platform: Platform, health: Workbook, locale: Locale, words: Words): void {
  const data = dataOf(platform, health);
  DATA_TABS.forEach((tab, position) => {
    data.shape(layoutOf(tab, locale, position, {}, words[tab.name]?.columns), []);
  });
  removeBlankTab(data);
  data.flush();
}

/**
 * The Data workbook, made where there is none. Until its id is kept it bears that of Health in its name: a set-up that
 * was stopped in between finds it again instead of making a second one.
 */
function dataOf(platform: Platform, health: Workbook): Workbook {
  const known = platform.store.get(STORE_KEYS.data);
  const unclaimed = `${DATA_NAME} ${health.id}`;
  const data = known === null ? platform.workbooks.obtain(unclaimed, health) : platform.workbooks.open(known);
  if (known === null) platform.store.set({ [STORE_KEYS.data]: data.id });
  if (data.name() === unclaimed) data.rename(DATA_NAME);
  return data;
}
