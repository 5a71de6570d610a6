import type { Settings } from './config/config';
import type { Text } from './text';

/** How the value of a setting is typed and checked. */
export type SettingType = 'choice' | 'flag' | 'integer' | 'percent' | 'text' | 'email';

/** One setting, declared once: the Settings tab, its checks, its list of words and its documentation derive from it. */
export interface SettingDeclaration {
  readonly key: keyof Settings;
  /** As the Settings tab shows it. */
  readonly name: string;
  readonly ja: string;
  readonly type: SettingType;
  /** What stands in the tab at first. */
  readonly initial: string | number | boolean;
  /** For `choice`: the words of the tab and what they mean to the program. */
  readonly choices?: readonly { readonly word: string; readonly meaning: string; readonly ja: string }[];
  /** For numbers: least and greatest, inclusive. */
  readonly range?: readonly [number, number];
  readonly why: Text;
}

/** Every setting, in the order of the tab. */
export const SETTINGS: readonly SettingDeclaration[] = [
  {
    key: 'mode',
    name: 'Mode',
    ja: 'モード',
    type: 'choice',
    initial: 'Scoring',
    choices: [
      { word: 'Visibility', meaning: 'Visibility', ja: '見える化のみ' },
      { word: 'Scoring', meaning: 'Scoring', ja: '採点する' },
    ],
    why: {
      en: 'Visibility shows the readings without a score, for the first weeks; Scoring shows both.',
      ja: 'Visibility は実測値だけを見せ、スコアは出しません（導入直後向け）。Scoring は両方を出します。',
    },
  },
  {
    key: 'language',
    name: 'Language',
    ja: '言語',
    type: 'choice',
    initial: 'English',
    choices: [
      { word: 'English', meaning: 'en', ja: '英語' },
      { word: 'Japanese', meaning: 'ja', ja: '日本語' },
    ],
    why: {
      en: 'Language of reasons, notes, sidebar and mails. Headers stay English so that AppSheet knows their types.',
      ja: '理由・メモ・サイドバー・メールの言語です。見出しは AppSheet が型を判別できるよう英語のままです。',
    },
  },
  {
    key: 'pilotTeam',
    name: 'Pilot Team',
    ja: '試行チーム',
    type: 'text',
    initial: '',
    why: {
      en: 'Only accounts of this team are scored; empty scores all. Begin with one team for a quick win.',
      ja: 'このチームの顧客だけを採点します。空欄なら全社です。まず 1 チームで試すのがおすすめです。',
    },
  },
  {
    key: 'pilotOwner',
    name: 'Pilot Owner',
    ja: '試行担当者',
    type: 'email',
    initial: '',
    why: {
      en: 'Only accounts of this owner are scored; empty scores all.',
      ja: 'この担当者の顧客だけを採点します。空欄なら全員です。',
    },
  },
  {
    key: 'minimumCoveragePercent',
    name: 'Minimum Coverage Percent',
    ja: '最低データ充足率',
    type: 'percent',
    initial: 30,
    range: [0, 100],
    why: {
      en: 'With data for less than this share of the weight an account stays Grey: no score is better than a wrong one.',
      ja: 'データのそろった重みがこの割合に満たない顧客は Grey にします。誤ったスコアを出すより、出さないほうがましだからです。',
    },
  },
  {
    key: 'changeDays',
    name: 'Change Days',
    ja: '比較日数',
    type: 'integer',
    initial: 7,
    range: [1, 366],
    why: { en: 'Score Change looks this many days back.', ja: 'Score Change は何日前と比べるかです。' },
  },
  {
    key: 'baselineDays',
    name: 'Baseline Days',
    ja: '基準期間',
    type: 'integer',
    initial: 180,
    range: [14, 1096],
    why: {
      en: "Metrics that compare with an account's own baseline take the median over this many days.",
      ja: '顧客自身の平常値（中央値）を求める日数です。',
    },
  },
  {
    key: 'breakdownRowLimit',
    name: 'Breakdown Row Limit',
    ja: '内訳の行数上限',
    type: 'integer',
    initial: 20000,
    range: [100, 200000],
    why: {
      en: 'AppSheet stays quick below it. Beyond it Breakdown and Movements each hold the accounts that need attention first.',
      ja: 'AppSheet が快適に動く行数です。Breakdown と Movements がそれぞれこれを超える場合は、対応が必要な顧客を優先して載せます。',
    },
  },
  {
    key: 'skewWarningPercent',
    name: 'Skew Warning Percent',
    ja: '偏りの警告',
    type: 'percent',
    initial: 60,
    range: [1, 100],
    why: {
      en: 'A band that holds more than this share of the accounts tells nobody apart any more.',
      ja: 'ひとつのバンドがこの割合を超えると、スコアで差がつかなくなっているため警告します。',
    },
  },
  {
    key: 'dailyRunHour',
    name: 'Daily Run Hour',
    ja: '毎日の実行時刻',
    type: 'integer',
    initial: 6,
    range: [0, 23],
    why: {
      en: 'The daily run starts within this hour, so that the scores are there when work begins.',
      ja: '毎日の実行をこの時刻台に始めます。始業前に最新のスコアがそろいます。',
    },
  },
  {
    key: 'hourlyPull',
    name: 'Hourly Pull',
    ja: '毎時の取り込み',
    type: 'flag',
    initial: true,
    why: {
      en: 'TRUE pulls the sources marked hourly every hour; an hour without any costs next to nothing.',
      ja: 'TRUE なら、hourly と指定したソースを毎時取り込みます。該当するソースがなければ、ほとんど時間を使いません。',
    },
  },
  {
    key: 'backfillMonths',
    name: 'Backfill Months',
    ja: 'さかのぼり月数',
    type: 'integer',
    initial: 6,
    range: [0, 36],
    why: {
      en: 'Months of past scores that are worked out at the first run, so that history exists from the first day.',
      ja: '初回に何か月前までのスコアをさかのぼって計算するかです。導入初日から履歴が見られます。',
    },
  },
  {
    key: 'retentionMonths',
    name: 'Retention Months',
    ja: '保存月数',
    type: 'integer',
    initial: 25,
    range: [13, 120],
    why: {
      en: 'Usage, events and month-end scores older than this are dropped, so that both workbooks stay well below the ten million cells that Google allows.',
      ja: 'これより古い利用状況・接点などの記録と月末スコアは削除します。Google の上限（1 ブック 1,000 万セル）に余裕を持って収めるためです。',
    },
  },
  {
    key: 'adoptionDetail',
    name: 'Adoption Detail',
    ja: '利用の詳細記録',
    type: 'flag',
    initial: false,
    why: {
      en: 'FALSE only counts uses. TRUE also keeps who looked at which account and when (tab Adoption Log): tell your team first. FALSE deletes that tab.',
      ja: 'FALSE なら回数だけを数えます。TRUE は誰がいつどの顧客を見たかも Adoption Log タブに残すので、先にチームへ知らせてください。FALSE に戻すとタブごと消えます。',
    },
  },
  {
    key: 'adoptionLogDays',
    name: 'Adoption Log Days',
    ja: '詳細記録の保存日数',
    type: 'integer',
    initial: 90,
    range: [1, 400],
    why: {
      en: 'Rows of Adoption Log older than this are dropped.',
      ja: 'Adoption Log のうち、これより古い行は削除します。',
    },
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
