import type { Grid } from '../domain/cell';
import type { Config } from '../domain/config/config';
import type { Locale } from '../domain/text';
import type { Platform, Workbook } from '../ports';
import { SOURCE_KINDS } from '../sources';
import { healthTabs } from '../tables';
import { parseConfig } from '../tables/config/parse-config';
import { DATA_TABS } from '../tables/data';
import { CONFIG_TABS } from '../tables/health/configuration';
import { LISTS } from '../tables/health/journal';
import { type Keys, layoutOf } from '../tables/layout';
import { listRecords } from '../tables/lists';
import { toRow } from '../tables/rows';
import type { Tab } from '../tables/tab';
import { loadConfiguration } from './configuration';
import { fitDefaults } from './defaults/fit';
import { switchOn } from './schedule';
import { STORE_KEYS } from './store-keys';

/**
 * Makes the product in a spreadsheet: the Data workbook, every tab with headers, notes, formats, validation and
 * protection, the default configuration where a configuration tab is missing or empty (as far as it fits the tabs that
 * stand), and the schedule. Rows that
 * stand are never touched; calling it again mends what is missing.
 */
export function setUp(platform: Platform): void {
  const health = platform.workbooks.health();
  const standing = new Set(health.tabs());
  const given: Record<string, Grid> = {};
  for (const { name } of CONFIG_TABS) {
    const grid = standing.has(name) ? health.read(name) : null;
    if (grid !== null && grid.length > 1) given[name] = grid;
  }
  const defaults = fitDefaults(given, platform.defaults(localeOf(health)));
  const initial = parseConfig(defaults).config ?? (parseConfig(platform.defaults(localeOf(health))).config as Config);
  shapeHealth(health, initial, (tab) => !standing.has(tab.name));
  for (const tab of CONFIG_TABS) {
    if (given[tab.name] !== undefined) continue;
    const [, ...rows] = defaults[tab.name] ?? [];
    health.replace(layoutOf(tab, initial.settings.language, 0), rows);
  }
  const config = loadConfiguration(platform, health).config ?? initial;
  shapeHealth(health, config, (tab) => standing.has(tab.name) || config.version !== initial.version);
  removeBlankTab(health);
  health.replace(
    layoutOf(LISTS, config.settings.language, 0),
    listRecords(config).map((record) => toRow(LISTS, record)),
  );
  makeData(platform, health, config.settings.language);
  switchOn(platform, {
    dailyHour: config.settings.dailyRunHour,
    hourly: config.settings.hourlyPull,
    zone: health.zone,
  });
  health.flush();
}

/** A new workbook speaks the language of its spreadsheet's locale; the Language setting decides from then on. */
function localeOf(health: Workbook): Locale {
  return health.locale.slice(0, 2) === 'ja' ? 'ja' : 'en';
}

/** Names Google gives the tab of a new spreadsheet. */
const DEFAULT_TABS: readonly string[] = ['Sheet1', 'シート1'];

/** Removes the tab of a new spreadsheet where nobody used it. */
function removeBlankTab(workbook: Workbook): void {
  for (const name of workbook.tabs()) {
    if (DEFAULT_TABS.includes(name) && (workbook.read(name) ?? []).length === 0) workbook.remove(name);
  }
}

/** Brings the chosen tabs of Health to their declaration under a configuration. */
function shapeHealth(health: Workbook, config: Config, chosen: (tab: Tab) => boolean): void {
  const editors = config.members.filter(({ role }) => role === 'ops').map(({ email }) => email);
  const keys: Keys = {
    Dimensions: config.dimensions.map(({ id }) => id),
    Segments: config.segments.map(({ id }) => id),
    Metrics: config.metrics.map(({ id }) => id),
  };
  healthTabs(config, SOURCE_KINDS).forEach((tab, position) => {
    if (chosen(tab)) health.shape(layoutOf(tab, config.settings.language, position, keys), editors);
  });
}

function makeData(platform: Platform, health: Workbook, locale: Locale): void {
  const known = platform.store.get(STORE_KEYS.data);
  const data = known === null ? platform.workbooks.create('Kenshin Data', health) : platform.workbooks.open(known);
  if (known === null) platform.store.set({ [STORE_KEYS.data]: data.id });
  const standing = new Set(data.tabs());
  DATA_TABS.forEach((tab, position) => {
    if (!standing.has(tab.name)) data.shape(layoutOf(tab, locale, position), []);
  });
  removeBlankTab(data);
  data.flush();
}
