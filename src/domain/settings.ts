import type { Settings } from './config/config';
import { WEEKDAYS } from './day';

/** How the value of a setting is typed and checked. */
export type SettingType = 'choice' | 'flag' | 'integer' | 'percent' | 'text' | 'email';

/**
 * One setting, declared once: the Settings tab, its checks, its list of words and its documentation derive from it. Its
 * name in Japanese and what it is for stand in `settings.words.ts`.
 */
export interface SettingDeclaration {
  readonly key: keyof Settings;
  /** As the Settings tab shows it. */
  readonly name: string;
  readonly type: SettingType;
  /** What stands in the tab at first. */
  readonly initial: string | number | boolean;
  /** For `choice`: the words of the tab and what they mean to the program. */
  readonly choices?: readonly { readonly word: string; readonly meaning: string; readonly ja: string }[];
  /** For numbers: least and greatest, inclusive. */
  readonly range?: readonly [number, number];
}

/** Every setting, in the order of the tab. */
export const SETTINGS: readonly SettingDeclaration[] = [
  {
    key: 'mode',
    name: 'Mode',
    type: 'choice',
    initial: 'Scoring',
    choices: [
      { word: 'Visibility', meaning: 'Visibility', ja: '見える化のみ' },
      { word: 'Scoring', meaning: 'Scoring', ja: '採点する' },
    ],
  },
  {
    key: 'language',
    name: 'Language',
    type: 'choice',
    initial: 'English',
    choices: [
      { word: 'English', meaning: 'en', ja: '英語' },
      { word: 'Japanese', meaning: 'ja', ja: '日本語' },
    ],
  },
  {
    key: 'pilotTeam',
    name: 'Pilot Team',
    type: 'text',
    initial: '',
  },
  {
    key: 'pilotOwner',
    name: 'Pilot Owner',
    type: 'email',
    initial: '',
  },
  {
    key: 'minimumCoveragePercent',
    name: 'Minimum Coverage Percent',
    type: 'percent',
    initial: 30,
    range: [0, 100],
  },
  {
    key: 'changeDays',
    name: 'Change Days',
    type: 'integer',
    initial: 7,
    range: [1, 366],
  },
  {
    key: 'baselineDays',
    name: 'Baseline Days',
    type: 'integer',
    initial: 180,
    range: [14, 1096],
  },
  {
    key: 'breakdownRowLimit',
    name: 'Breakdown Row Limit',
    type: 'integer',
    initial: 20000,
    range: [100, 200000],
  },
  {
    key: 'skewWarningPercent',
    name: 'Skew Warning Percent',
    type: 'percent',
    initial: 60,
    range: [1, 100],
  },
  {
    key: 'dailyRunHour',
    name: 'Daily Run Hour',
    type: 'integer',
    initial: 6,
    range: [0, 23],
  },
  {
    key: 'hourlyPull',
    name: 'Hourly Pull',
    type: 'flag',
    initial: true,
  },
  {
    key: 'backfillMonths',
    name: 'Backfill Months',
    type: 'integer',
    initial: 6,
    range: [0, 36],
  },
  {
    key: 'retentionMonths',
    name: 'Retention Months',
    type: 'integer',
    initial: 25,
    range: [13, 120],
  },
  {
    key: 'adoptionDetail',
    name: 'Adoption Detail',
    type: 'flag',
    initial: false,
  },
  {
    key: 'adoptionLogDays',
    name: 'Adoption Log Days',
    type: 'integer',
    initial: 90,
    range: [1, 400],
  },
  {
    key: 'mailWeekday',
    name: 'Mail Weekday',
    type: 'choice',
    initial: 'Monday',
    choices: [
      { word: 'Off', meaning: 'off', ja: '送らない' },
      { word: 'Every Day', meaning: 'every day', ja: '毎日' },
      ...WEEKDAYS.map((word, at) => ({ word, meaning: word, ja: `${'月火水木金土日'[at]}曜日` })),
    ],
  },
  {
    key: 'writeBack',
    name: 'Write Back',
    type: 'choice',
    initial: 'Off',
    choices: [
      { word: 'Off', meaning: 'off', ja: '送らない' },
      { word: 'Dry Run', meaning: 'dry', ja: '試すだけ' },
      { word: 'On', meaning: 'on', ja: '送る' },
    ],
  },
  { key: 'writeBackSources', name: 'Write Back Sources', type: 'text', initial: '' },
  { key: 'writeBackFields', name: 'Write Back Fields', type: 'text', initial: '' },
  { key: 'writeBackCreates', name: 'Write Back Creates Fields', type: 'flag', initial: false },
  { key: 'webhookAddress', name: 'Webhook Address', type: 'text', initial: '' },
  { key: 'webhookSecret', name: 'Webhook Secret Name', type: 'text', initial: '' },
  { key: 'exportTab', name: 'Export Tab', type: 'flag', initial: false },
  {
    key: 'crmLink',
    name: 'CRM Link',
    type: 'text',
    initial: '',
  },
];

/** The settings as they are where the tab says nothing else. */
export function initialSettings(): Settings {
  const values: Partial<Record<keyof Settings, unknown>> = {};
  for (const setting of SETTINGS) values[setting.key] = meaningOf(setting, setting.initial);
  return values as unknown as Settings;
}

/** What a word of a `choice` means to the program; any other value means itself. */
export function meaningOf(setting: SettingDeclaration, value: string | number | boolean): string | number | boolean {
  return setting.choices?.find((choice) => choice.word === value)?.meaning ?? value;
}
