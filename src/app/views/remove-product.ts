import type { Platform } from '../../ports';
import { SOURCE_KINDS } from '../../sources';
import { healthTabs } from '../../tables';
import { lastConfig } from '../configuration';
import { holding } from '../holding';
import { switchOff } from '../schedule';
import { STORE_KEYS } from '../store-keys';

/** Name of the tab that stays where nothing else would: a spreadsheet has one at least. */
const BLANK = 'Kenshin';

/**
 * Takes the product out of the spreadsheet: the current person's triggers and keys, everything remembered, and the tabs
 * that set-up made; those that people write in stay unless `people` says otherwise. The Data workbook stays in Drive,
 * where its owner deletes it. Throws KenshinError `busy` while a run works.
 */
export function removeProduct(platform: Platform, people: boolean): void {
  const { installation } = platform;
  holding(platform, () => {
    const health = platform.workbooks.health();
    switchOff(platform);
    for (const key of Object.keys(platform.secrets.getAll())) platform.secrets.remove(key);
    const config = lastConfig(health) ?? { dimensions: [], quadrants: [] };
    const tabs = healthTabs(config, SOURCE_KINDS).filter(({ writer }) => people || writer !== 'people');
    const ours = [...tabs.map(({ name }) => name), ...health.tabs().filter((name) => name.startsWith('Demo '))];
    const gone = health.tabs().filter((name) => ours.includes(name));
    if (gone.length === health.tabs().length) health.renameTab(gone.pop() as string, BLANK);
    for (const name of gone) health.remove(name);
    for (const key of Object.keys(platform.store.getAll())) platform.store.remove(key);
    // The script's own properties may name another spreadsheet by now: all that it works in share them.
    if (installation.get(STORE_KEYS.health) === health.id) {
      for (const key of [STORE_KEYS.health, STORE_KEYS.data]) installation.remove(key);
    }
    health.flush();
  });
}
