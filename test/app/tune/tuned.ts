import { CONFIG_TABS } from '../../../src/tables/health/configuration';
import { CONFIG_VERSIONS } from '../../../src/tables/health/journal';
import { toGrid } from '../../../src/tables/rows';
import { type Grids, smallGrids } from '../../tables/config/tabs';
import { memoryWorkbook } from '../ports/memory-workbook';
import { type WholePlatform, wholePlatform } from '../ports/whole-platform';

/** A product whose configuration tabs stand as given and were never saved. */
export function tuned(grids: Grids = smallGrids()): WholePlatform {
  const tabs = Object.fromEntries(CONFIG_TABS.map(({ name }) => [name, grids[name] ?? []]));
  const health = memoryWorkbook({
    id: 'health',
    tabs: { ...tabs, [CONFIG_VERSIONS.name]: toGrid(CONFIG_VERSIONS, []) },
  });
  return wholePlatform({ health });
}

/** The configuration tabs as they stand. */
export function tabsOf({ health }: WholePlatform): Grids {
  return Object.fromEntries(CONFIG_TABS.map(({ name }) => [name, health.read(name)]));
}

/** Puts tabs in place of those that stand, as a person's editing does. */
export function edit({ health }: WholePlatform, grids: Grids): void {
  for (const { name } of CONFIG_TABS) health.put(name, grids[name] ?? []);
}
