import type { WordsOf } from '../tab';
import { nameJaWords, WHY_JA_WORDS } from './configuration-columns.words';
import type { METRICS_TAB } from './metrics';

export const METRICS_WORDS: WordsOf<typeof METRICS_TAB> = {
  title: { en: 'Metrics', ja: '指標' },
  note: {
    en: 'One row a metric: which data, how they become one number, and how many points that number is worth.',
    ja: '指標ごとに 1 行。どのデータを、どう 1 つの数値にし、何点とみなすかを決めます。',
  },
  columns: {
    'Metric ID': {
      ja: '指標ID',
      note: {
        en: 'A short name without |, such as logins_28d. Keep it: history hangs on it.',
        ja: '短い名前です（| は使えません）。例：logins_28d。履歴とひも付くので変えないでください。',
      },
    },
    Name: { ja: '名前', note: { en: 'What people read.', ja: '画面に出る名前です。' } },
    'Name Ja': nameJaWords('metric'),
    Dimension: { ja: 'ディメンション', note: { en: 'A row of Dimensions.', ja: 'Dimensions タブにある観点です。' } },
    Lens: {
      ja: '視点',
      note: {
        en: 'outcome: what the customer gets. experience: how it feels to them.',
        ja: 'outcome は顧客の成果、experience は顧客の体験です。',
      },
    },
    Kind: {
      ja: '種類',
      note: {
        en: 'process: moves early. outcome: moves late.',
        ja: 'process は先に動く指標、outcome は結果として後から動く指標です。',
      },
    },
    Dataset: { ja: 'データ', note: { en: 'Which data are read.', ja: '読み込むデータです。' } },
    Aggregate: { ja: '集計', note: { en: 'How rows become one number.', ja: '行を 1 つの数値にまとめる方法です。' } },
    Field: {
      ja: '項目',
      note: {
        en: 'Column that is read; for usage the measure; for ratio `a / b`; empty to count rows.',
        ja: '読み込む列です。usage では計測項目、ratio では「a / b」、件数を数えるときは空欄です。',
      },
    },
    Filter: {
      ja: '絞り込み',
      note: {
        en: "Which rows count, e.g. kind = 'meeting' and roles has 'executive'. Empty: all.",
        ja: "対象にする行の条件です（例: kind = 'meeting' and roles has 'executive'）。空欄なら全行です。",
      },
    },
    'Window Days': {
      ja: '対象日数',
      note: {
        en: 'Days back from the day that is scored; empty: everything so far.',
        ja: '採点日から何日分を見るかです。空欄ならそれまでの全期間です。',
      },
    },
    Compare: {
      ja: '比較',
      note: {
        en: 'Against what: own_previous (window before, in percent), own_baseline (own median), entitlement (contracted limit), peers (rank in the segment).',
        ja: '比較の相手です。own_previous は直前の同じ期間、own_baseline は自社の平常値、entitlement は契約枠、peers はセグメント内の順位です。',
      },
    },
    Missing: {
      ja: '欠測時',
      note: {
        en: 'Without data: exclude (weight goes to the others), zero, neutral (50) or carry (last reading).',
        ja: 'データがないとき: exclude は他の指標に重みを配分、zero は 0 点、neutral は 50 点、carry は直近の値を使います。',
      },
    },
    'Missing Days': {
      ja: '繰越日数',
      note: { en: 'For carry: how old the last reading may be.', ja: 'carry のとき、何日前の値まで使うかです。' },
    },
    Weight: {
      ja: 'ウェイト',
      note: { en: 'How much it counts within its dimension.', ja: 'ディメンション内での重みです。' },
    },
    Points: {
      ja: '点数',
      note: {
        en: 'Control points reading=points, e.g. 0=0; 5=50; 20=100; straight between, flat outside.',
        ja: '「実測値=点数」を並べます（例: 0=0; 5=50; 20=100）。間は直線、外側は一定です。',
      },
    },
    Enabled: { ja: '有効', note: { en: 'FALSE leaves it out.', ja: 'FALSE にすると使いません。' } },
    Why: {
      ja: '理由',
      note: { en: 'Why it tells something about health, in one line.', ja: '健康度の何が分かるかを 1 行で書きます。' },
    },
    'Owner Email': { ja: '管理者メール', note: { en: 'Who answers for the metric.', ja: 'この指標の責任者です。' } },
    'Fresh Days': {
      ja: '更新間隔',
      note: {
        en: 'How often a new reading is expected; older ones are shown as stale. Empty: age says nothing.',
        ja: '新しい値が届くはずの間隔です。これより古い値は「古い」と表示します。空欄なら問いません。',
      },
    },
    Unit: { ja: '単位', note: { en: 'What the reading counts, e.g. logins.', ja: '実測値の単位です（英語）。' } },
    'Unit Ja': {
      ja: '単位（日本語）',
      note: { en: 'The unit in Japanese, e.g. 回.', ja: '実測値の単位です（例: 回）。' },
    },
    'Why Ja': WHY_JA_WORDS,
  },
};
