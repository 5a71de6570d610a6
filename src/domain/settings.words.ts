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
  mailWeekday: {
    ja: 'メールを送る曜日',
    why: {
      en: 'On this day the daily run mails everybody in Members how their accounts stand, with the reasons of the Accounts tab. Every Day mails daily, Off nobody.',
      ja: 'この曜日の日次実行で、Members の全員に担当顧客の状況を Accounts タブと同じ理由つきでメールします。Every Day なら毎日、Off なら送りません。',
    },
  },
  writeBack: {
    ja: '書き戻し',
    why: {
      en: 'Off sends nothing. Dry Run lists in the tab Write Back Preview (Data workbook) what would be sent. On sends scores to the systems named below after every run.',
      ja: 'Off なら何も送りません。Dry Run は送る予定の内容を Data ファイルの Write Back Preview タブに書き出すだけです。On は実行のたびに、下で指定したシステムへスコアを送ります。',
    },
  },
  writeBackSources: {
    ja: '書き戻し先',
    why: {
      en: 'Source IDs from the Sources tab, parted by ; (kinds salesforce and hubspot, dataset accounts). They are signed in to with the same keys.',
      ja: 'Sources タブの Source ID を ; で区切って書きます（salesforce と hubspot の accounts）。同じキーで接続します。',
    },
  },
  writeBackFields: {
    ja: '書き戻し項目',
    why: {
      en: 'Their fields, e.g. score = Health__c; band = Colour__c. Empty: all four (score, band, reasons, as_of) under their usual names. Only what is named is sent.',
      ja: '相手側の項目名です（例: score = Health__c; band = Colour__c）。空欄なら score・band・reasons・as_of の4つを既定の名前で送ります。書いた項目だけを送ります。',
    },
  },
  writeBackCreates: {
    ja: '項目の自動作成',
    why: {
      en: 'TRUE makes fields that HubSpot lacks. Salesforce fields are made by its administrator.',
      ja: 'TRUE なら、HubSpot にない項目を作成します。Salesforce の項目は管理者が作成してください。',
    },
  },
  webhookAddress: {
    ja: 'Webhook の送信先',
    why: {
      en: 'An https address that receives changed scores as signed JSON. Everybody who sees this tab sees it: put no key in it.',
      ja: '変わったスコアを署名付き JSON で受け取る https のアドレスです。このタブを見られる人全員に見えるので、キーを含めないでください。',
    },
  },
  webhookSecret: {
    ja: 'Webhook の秘密鍵名',
    why: {
      en: 'Name of the secret that signs webhooks (enter it in the sidebar: Set-up > Sources). The receiver knows the same secret.',
      ja: 'Webhook の署名に使う秘密鍵の名前です（サイドバーの「運用 > 取得元」で登録）。受信側にも同じ鍵を設定します。',
    },
  },
  exportTab: {
    ja: 'Export タブ',
    why: {
      en: 'TRUE keeps a plain tab Export in the Data workbook, one row per account, for tools that read sheets.',
      ja: 'TRUE なら、シートを読むツール向けに、1社1行の Export タブを Data ファイルに用意します。',
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
