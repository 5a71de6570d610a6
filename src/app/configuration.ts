import type { Config } from '../domain/config/config';
import { DATASETS } from '../domain/datasets';
import { type Day, formatDay } from '../domain/day';
import type { Problem } from '../domain/problem';
import type { Text } from '../domain/text';
import { refusal } from '../errors';
import type { Platform, Workbook } from '../ports';
import type { ConfigGrids } from '../tables/config/grids';
import { type ParsedConfig, parseConfig } from '../tables/config/parse-config';
import { CONFIG_TABS } from '../tables/health/configuration';
import { GOALS } from '../tables/health/goals';
import { RUNS } from '../tables/health/journal';
import { PULSES } from '../tables/health/pulses';
import { readTab, type TabRecord } from '../tables/rows';
import { configKept, configUnusable } from './messages';
import { finishRestoring } from './tune/restoring';
import { addVersion, configOfVersion, readVersions } from './tune/version-ledger';
import { dataWorkbook, isSetUp } from './workbooks';

/** The configuration in force, and what is wrong with the one in the tabs. */
export interface Configuration {
  /** The tabs as they stand. */
  readonly grids: ConfigGrids;
  /** Null where the tabs have faults and no earlier version is known. */
  readonly config: Config | null;
  readonly problems: readonly Problem[];
  /** Said where faults keep an earlier version in force; null where the tabs are in force. */
  readonly kept: Text | null;
  /** Configurations by the day they came into force, oldest first. */
  readonly versions: readonly TabRecord[];
}

/** The configuration tabs as they stand, formulas as such: what they give may be another number tomorrow. */
export function readConfigGrids(health: Workbook): ConfigGrids {
  const grids: Record<string, ReturnType<Workbook['read']>> = {};
  for (const tab of CONFIG_TABS) grids[tab.name] = health.read(tab.name, true);
  return grids;
}

/**
 * Parses configuration tabs. Columns that people's own rules name are looked for in the Data workbook, which costs reads
 * only where there are such; what a Field lacks is told when it is read.
 */
export function parseTabs(platform: Platform, grids: ConfigGrids): ParsedConfig {
  const parsed = parseConfig(grids);
  if (!parsed.problems.some(({ code }) => code === 'column.unknown') || !isSetUp(platform)) return parsed;
  const headers = (workbook: Workbook, tab: string) => workbook.readRows(tab, 1, 1)[0]?.map(String) ?? [];
  const data = dataWorkbook(platform);
  const health = platform.workbooks.health();
  const { config, problems } = parseConfig(grids, {
    ...Object.fromEntries(DATASETS.map(({ name, tab }) => [name, headers(data, tab)])),
    pulses: headers(health, PULSES.name),
    goals: headers(health, GOALS.name),
  });
  return { config, problems: problems.filter(({ code }) => code !== 'field.unknown') };
}

/**
 * Reads the configuration tabs. A new configuration without faults becomes a version; one with faults leaves the last
 * good version in force. A restoring that was interrupted is finished first.
 */
export function loadConfiguration(platform: Platform, health: Workbook): Configuration {
  finishRestoring(platform, health);
  const grids = readConfigGrids(health);
  const { config, problems } = parseTabs(platform, grids);
  const versions = readVersions(health);
  const last = versions[versions.length - 1] ?? null;
  if (config === null) {
    const good = last && configOfVersion(last);
    return { grids, config: good, problems, kept: good && configKept(good.version), versions };
  }
  if (last?.['Config Version'] === config.version) return { grids, config, problems, kept: null, versions };
  const author = platform.person.email();
  const added = addVersion(platform, health, versions, { config, grids, author, comment: '' });
  return {
    grids,
    config,
    problems: added.problem ? [...problems, added.problem] : problems,
    kept: null,
    versions: added.versions,
  };
}

/** The configuration of the last version, read from Config Versions alone: one tab instead of all; null before set-up. */
export function lastConfig(health: Workbook): Config | null {
  const versions = readVersions(health);
  const last = versions[versions.length - 1];
  return last ? configOfVersion(last) : null;
}

/** The configuration in force. Throws KenshinError `config` where there is none. */
export function configInForce(configuration: Configuration): Config {
  if (configuration.config !== null) return configuration.config;
  throw refusal('config', configUnusable(configuration.problems.filter(({ severity }) => severity === 'error').length));
}

/**
 * The configuration under which a day was scored: that of the last run up to it, of the first run for days before any.
 * Today's where there was no run or its version is not kept any more.
 */
export function configOn(configuration: Configuration, health: Workbook, day: Day): Config {
  const today = configInForce(configuration);
  const runs = readTab(RUNS, health.read(RUNS.name))
    .records.map(({ values }) => values)
    .filter((run) => run['Config Version'] !== null);
  const until = runs.filter((run) => String(run['As Of Date'] ?? '') <= formatDay(day));
  const version = (until[until.length - 1] ?? runs[0])?.['Config Version'];
  if (version === today.version) return today;
  const record = configuration.versions.find((one) => one['Config Version'] === version);
  return (record && configOfVersion(record)) ?? today;
}
