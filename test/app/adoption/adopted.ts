import { createHash } from 'node:crypto';
import { countAdoption } from '../../../src/app/adoption/count-adoption';
import { noteUse } from '../../../src/app/adoption/use-day';
import { defaultConfig } from '../../../src/app/defaults';
import { openProgress } from '../../../src/app/run/progress';
import { STORE_KEYS } from '../../../src/app/store-keys';
import type { Config } from '../../../src/domain/config/config';
import { parseDay } from '../../../src/domain/day';
import { parseConfig } from '../../../src/tables/config/parse-config';
import { readTab, type TabRecord } from '../../../src/tables/rows';
import type { Tab } from '../../../src/tables/tab';
import type { MemoryWorkbook } from '../ports/memory-workbook';
import { type WholePlatform, wholePlatform } from '../ports/whole-platform';

/** The platform's clock begins here: 2026-01-31 09:30 in Tokyo. */
export const TODAY = '2026-01-31';

const DAY = 86_400_000;

const base = parseConfig(defaultConfig('en')).config as Config;

/** Aya looks after customers, Ben leads her; a third person is no member. */
export const MEMBERS: Config['members'] = [
  { email: 'Aya@example.com', name: 'Aya', role: 'csm', team: 'East' },
  { email: 'ben@example.com', name: 'Ben', role: 'manager', team: '' },
];

export function configWith(settings: Partial<Config['settings']> = {}): Config {
  return { ...base, members: MEMBERS, settings: { ...base.settings, ...settings } };
}

export const QUIET = configWith();
export const DETAILED = configWith({ adoptionDetail: true, adoptionLogDays: 3 });

/** A product that is set up and that nobody has used yet. */
export function fresh(): WholePlatform {
  const platform = wholePlatform();
  platform.store.set({ [STORE_KEYS.data]: 'data' });
  return Object.assign(platform, {
    digest: (text: string) => createHash('sha256').update(text, 'utf8').digest('hex'),
  });
}

export function use(platform: WholePlatform, user: string, accountId: string | null, config = QUIET): void {
  platform.user = user;
  noteUse(platform, platform.health, config, accountId);
}

export function passDays(platform: WholePlatform, days: number): void {
  platform.pass(days * DAY);
}

export function count(platform: WholePlatform, day: string, config = QUIET): void {
  countAdoption(platform, openProgress(platform, platform.health), config, parseDay(day) as number);
}

export function rows(book: MemoryWorkbook, tab: Tab): readonly TabRecord[] {
  return readTab(tab, book.read(tab.name)).records.map(({ values }) => values);
}

/** Small values of uses that wait. */
export function waiting(platform: WholePlatform): readonly string[] {
  return Object.keys(platform.store.getAll()).filter((key) => key.startsWith(STORE_KEYS.use));
}
