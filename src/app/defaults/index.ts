import type { Grid } from '../../domain/cell';
import { SETTINGS, type SettingDeclaration } from '../../domain/settings';
import { SETTING_WORDS } from '../../domain/settings.words';
import type { Locale } from '../../domain/text';
import { CONFIG_TABS } from '../../tables/health/configuration';
import { type TabRecord, toGrid } from '../../tables/rows';
import {
  BAND_RECORDS,
  CAP_RECORDS,
  DIMENSION_RECORDS,
  OVERRIDE_RECORDS,
  QUADRANT_RECORDS,
  SEGMENT_RECORDS,
  STAGE_RECORDS,
} from './labels';
import { metricRecords } from './metrics';

/** The configuration a new installation starts with: header and rows of every configuration tab, by tab name. */
export function defaultConfig(locale: Locale): Readonly<Record<string, Grid>> {
  const records: Readonly<Record<string, readonly TabRecord[]>> = {
    Settings: SETTINGS.map((setting) => settingRecord(setting, locale)),
    Dimensions: DIMENSION_RECORDS,
    Metrics: metricRecords(),
    Segments: SEGMENT_RECORDS,
    Overrides: OVERRIDE_RECORDS,
    Bands: BAND_RECORDS,
    Caps: CAP_RECORDS,
    Stages: STAGE_RECORDS,
    Quadrants: QUADRANT_RECORDS,
    Members: [],
  };
  return Object.fromEntries(CONFIG_TABS.map((tab) => [tab.name, toGrid(tab, records[tab.name] ?? [])]));
}

function settingRecord(setting: SettingDeclaration, locale: Locale): TabRecord {
  const { ja, why } = SETTING_WORDS[setting.key];
  const word = setting.choices?.find(({ meaning }) => meaning === locale)?.word;
  const initial = setting.key === 'language' && word !== undefined ? word : setting.initial;
  return {
    Setting: setting.name,
    Value: typeof initial === 'boolean' ? String(initial).toUpperCase() : String(initial),
    Why: why.en,
    'Setting Ja': ja,
    'Why Ja': why.ja,
    'Allowed Text': allowed(setting),
  };
}

function allowed({ type, choices, range }: SettingDeclaration): string {
  if (choices) return choices.map(({ word }) => word).join(', ');
  if (range) return `${range[0]}–${range[1]}`;
  return type === 'flag' ? 'TRUE, FALSE' : '';
}
