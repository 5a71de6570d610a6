import type { Config } from '../../domain/config/config';
import type { Problem } from '../../domain/problem';
import type { Locale } from '../../domain/text';
import type { Platform, Workbook } from '../../ports';
import type { ConfigGrids } from '../../tables/config/grids';
import { parseConfig } from '../../tables/config/parse-config';
import { configVersionRecord, restoreConfig } from '../../tables/config/versions';
import { CONFIG_VERSIONS } from '../../tables/health/journal';
import { layoutOf } from '../../tables/layout';
import { readTab, type TabRecord, toRow } from '../../tables/rows';

/** Rows that Config Versions keeps, the newest ones. */
const KEPT_VERSIONS = 200;

/** Characters that the kept tabs of all versions may take together: the whole tab is read on every opening. */
const KEPT_CHARACTERS = 2_000_000;

const SNAPSHOTS = CONFIG_VERSIONS.columns.map(({ name }) => name).filter((name) => name.startsWith('Snapshot '));

/** The rows of Config Versions, oldest first. */
export function readVersions(health: Workbook): readonly TabRecord[] {
  return readTab(CONFIG_VERSIONS, health.read(CONFIG_VERSIONS.name)).records.map(({ values }) => values);
}

/** The configuration that a row keeps; null where its tabs are not kept in full or no longer parse. */
export function configOfVersion(record: TabRecord): Config | null {
  const grids = restoreConfig(record);
  return grids === null ? null : parseConfig(grids).config;
}

/** A configuration that is to become a version. */
export interface NewVersion {
  readonly config: Config;
  readonly grids: ConfigGrids;
  readonly author: string;
  readonly comment: string;
}

/**
 * Adds a version below the `standing` ones and answers all rows. What grew too old makes room: rows beyond the newest
 * 200 go, and before that the tabs kept with old rows. A configuration too long to be kept is a problem, and the rows
 * stay as they were.
 */
export function addVersion(
  platform: Platform,
  health: Workbook,
  standing: readonly TabRecord[],
  { config, grids, author, comment }: NewVersion,
): { readonly versions: readonly TabRecord[]; readonly problem: Problem | null } {
  const { language } = config.settings;
  const last = standing[standing.length - 1];
  const { record, problem } = configVersionRecord(
    {
      version: config.version,
      savedAt: platform.wallClock(platform.clock.now(), health.zone),
      author,
      comment,
      before: last ? restoreConfig(last) : null,
      after: grids,
    },
    language,
  );
  if (record === null) return { versions: standing, problem };
  const all = [...standing, record];
  const versions = withinLimits(all);
  if (versions.every((version, index) => version === all[index])) {
    health.append(layoutOf(CONFIG_VERSIONS, language, 0), [toRow(CONFIG_VERSIONS, record)]);
  } else writeVersions(health, versions, language);
  return { versions, problem: null };
}

/** Writes all rows of Config Versions anew. */
export function writeVersions(health: Workbook, versions: readonly TabRecord[], locale: Locale): void {
  health.replace(
    layoutOf(CONFIG_VERSIONS, locale, 0),
    versions.map((record) => toRow(CONFIG_VERSIONS, record)),
  );
}

/** The newest rows; those whose tabs would go beyond the limit stay as a journal without them. */
function withinLimits(versions: readonly TabRecord[]): TabRecord[] {
  let characters = 0;
  return versions
    .slice(-KEPT_VERSIONS)
    .reverse()
    .map((record) => {
      const size = SNAPSHOTS.reduce((sum, name) => sum + String(record[name] ?? '').length, 0);
      characters += size;
      return size === 0 || characters <= KEPT_CHARACTERS ? record : withoutTabs(record);
    })
    .reverse();
}

function withoutTabs(record: TabRecord): TabRecord {
  return { ...record, ...Object.fromEntries(SNAPSHOTS.map((name) => [name, null])) };
}
