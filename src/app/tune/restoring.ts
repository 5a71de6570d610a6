import type { Grid } from '../../domain/cell';
import type { Locale } from '../../domain/text';
import type { ColumnLayout, Platform, TabLayout, Workbook } from '../../ports';
import { parseConfig } from '../../tables/config/parse-config';
import { restoreConfig } from '../../tables/config/versions';
import { CONFIG_TABS } from '../../tables/health/configuration';
import { layoutOf } from '../../tables/layout';
import { headerRow } from '../../tables/rows';
import type { Tab } from '../../tables/tab';
import { STORE_KEYS } from '../store-keys';
import { readVersions } from './version-ledger';

/** Writes the configuration of the last version back to the tabs; an execution stopped meanwhile is made up for later. */
export function beginRestoring(platform: Platform, health: Workbook, versionId: string): void {
  platform.store.set({ [STORE_KEYS.restoring]: versionId });
  finishRestoring(platform, health);
}

/** Goes on with a restoring that was begun, so that the tabs never stay half of one version and half of another. */
export function finishRestoring(platform: Platform, health: Workbook): void {
  const begun = platform.store.get(STORE_KEYS.restoring);
  if (begun === null) return;
  const versions = readVersions(health);
  const last = versions[versions.length - 1];
  const grids = last?.['Version ID'] === begun ? restoreConfig(last) : null;
  const config = grids && parseConfig(grids).config;
  if (grids && config) {
    for (const tab of CONFIG_TABS) writeBack(health, tab, grids[tab.name] ?? [], config.settings.language);
    health.flush();
  }
  platform.store.remove(STORE_KEYS.restoring);
}

/**
 * Writes a tab as it was, columns of people's own included. Columns that came later are emptied: left standing beside
 * rows of then they would belong to the wrong ones.
 */
function writeBack(health: Workbook, tab: Tab, grid: Grid, locale: Locale): void {
  const [header = [], ...rows] = grid.slice(headerRow(grid));
  const layout = layoutOf(tab, locale, 0);
  const later = Math.max(0, (health.read(tab.name)?.[0]?.length ?? 0) - header.length);
  const names = [...header.map((cell) => String(cell ?? '')), ...Array.from({ length: later }, () => '')];
  const columns = names.map((name) => columnOf(layout, name));
  health.replace({ ...layout, columns }, rows);
}

/** The declared column under a header as somebody wrote it; a column of people's own where none is declared. */
export function columnOf(layout: TabLayout, header: string): ColumnLayout {
  const declared = layout.columns.find((column) => column.header.toLowerCase() === header.trim().toLowerCase());
  return declared
    ? { ...declared, header }
    : { header, format: 'text', note: '', width: 160, wrap: false, choices: null };
}
