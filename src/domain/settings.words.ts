import type { Settings } from './config/config';
import type { Text } from './text';

/** What a setting is called in Japanese and what it is for; the first Settings tab says so, the script never does. */
interface SettingWords {
  readonly ja: string;
  readonly why: Text;
}

export const SETTING_WORDS: Readonly<Record<keyof Settings, SettingWords>> = {
  mode: {
    ja: 'モード',
    why: {
      en: 'Visibility shows the readings without a score, for the first weeks; Scoring shows both.',
      ja: 'Visibility は実測値だけを見せ、スコアは出しません（導入直後向け）。Scoring は両方を出します。',
    },
  },
  language: {
    ja: '言語',
    why: {
      en: 'Language of reasons, notes, sidebar and mails. Headers stay English so that AppSheet knows their types.',
      ja: '理由・メモ・サイドバー・メールの言語です。見出しは AppSheet が型を判別できるよう英語のままです。',
    },
  },
  pilotTeam: {
    ja: '試行チーム',
    why: {
      en: 'Only accounts of this team are scored; empty scores all. Begin with one team for a quick win.',
      ja: 'このチームの顧客だけを採点します。空欄なら全社です。まず 1 チームで試すのがおすすめです。',
    },
  },
  pilotOwner: {
    ja: '試行担当者',
    why: {
      en: 'Only accounts of this owner are scored; empty scores all.',
      ja: 'この担当者の顧客だけを採点します。空欄なら全員です。',
    },
  },
  minimumCoveragePercent: {
    ja: '最低データ充足率',
    why: {
      en: 'With data for less than this share of the weight an account stays Grey: no score is better than a wrong one.',
      ja: 'データのそろった重みがこの割合に満たない顧客は Grey にします。誤ったスコアを出すより、出さないほうがましだからです。',
    },
  },
  changeDays: {
    ja: '比較日数',
    why: { en: 'Score Change looks this many days back.', ja: 'Score Change は何日前と比べるかです。' },
  },
  baselineDays: {
    ja: '基準期間',
    why: {
      en: "Metrics that compare with an account's own baseline take the median over this many days.",
      ja: '顧客自身の平常値（中央値）を求める日数です。',
    },
  },
  breakdownRowLimit: {
    ja: '内訳の行数上限',
    why: {
      en: 'AppSheet stays quick below it. Beyond it Breakdown and Movements each hold the accounts that need attention first.',
      ja: 'AppSheet が快適に動く行数です。Breakdown と Movements がそれぞれこれを超える場合は、対応が必要な顧客を優先して載せます。',
    },
  },
  skewWarningPercent: {
    ja: '偏りの警告',
    why: {
      en: 'A band that holds more than this share of the accounts tells nobody apart any more.',
      ja: 'ひとつのバンドがこの割合を超えると、スコアで差がつかなくなっているため警告します。',
    },
  },
  dailyRunHour: {
    ja: '毎日の実行時刻',
    why: {
      en: 'The daily run starts within this hour, so that the scores are there when work begins.',
      ja: '毎日の実行をこの時刻台に始めます。始業前に最新のスコアがそろいます。',
    },
  },
  hourlyPull: {
    ja: '毎時の取り込み',
    why: {
      en: 'TRUE pulls the sources marked hourly every hour; an hour without any costs next to nothing.',
      ja: 'TRUE なら、hourly と指定したソースを毎時取り込みます。該当するソースがなければ、ほとんど時間を使いません。',
    },
  },
  backfillMonths: {
    ja: 'さかのぼり月数',
    why: {
      en: 'Months of past scores that are worked out at the first run, so that history exists from the first day.',
      ja: '初回に何か月前までのスコアをさかのぼって計算するかです。導入初日から履歴が見られます。',
    },
  },
  retentionMonths: {
    ja: '保存月数',
    why: {
      en: 'Usage, events and month-end scores older than this are dropped, so that both workbooks stay well below the ten million cells that Google allows.',
      ja: 'これより古い利用状況・接点などの記録と月末スコアは削除します。Google の上限（1 ブック 1,000 万セル）に余裕を持って収めるためです。',
    },
  },
  adoptionDetail: {
    ja: '利用の詳細記録',
    why: {
      en: 'FALSE only counts uses. TRUE also keeps who looked at which account and when (tab Adoption Log): tell your team first. FALSE deletes that tab.',
      ja: 'FALSE なら回数だけを数えます。TRUE は誰がいつどの顧客を見たかも Adoption Log タブに残すので、先にチームへ知らせてください。FALSE に戻すとタブごと消えます。',
    },
  },
  adoptionLogDays: {
    ja: '詳細記録の保存日数',
    why: {
      en: 'Rows of Adoption Log older than this are dropped.',
      ja: 'Adoption Log のうち、これより古い行は削除します。',
    },
  },
  crmLink: {
    ja: 'CRM のリンク',
    why: {
      en: 'Address of an account in your CRM, e.g. https://crm.example.com/accounts/{account_id}; the sidebar links to it. Empty shows no link.',
      ja: 'CRM の顧客ページの URL です（例: https://crm.example.com/accounts/{account_id}）。サイドバーからのリンクに使います。空欄ならリンクは出ません。',
    },
  },
};
