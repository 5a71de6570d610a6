import { AGGREGATES, COMPARES, MISSING_POLICIES } from '../../domain/config/config';
import { DATASETS } from '../../domain/datasets';
import { column } from '../column';
import type { Tab } from '../tab';
import { nameJa, PROTECTED, WEIGHT_RANGE, whyJa } from './configuration-columns';

/** Datasets a metric may read, as the Metrics tab names them. */
const METRIC_DATASETS: readonly string[] = [...DATASETS.map(({ name }) => name), 'pulses', 'goals'];

const DAYS_RANGE = [1, 3660] as const;

export const METRICS_TAB: Tab = {
  ...PROTECTED,
  name: 'Metrics',
  title: { en: 'Metrics', ja: '指標' },
  note: {
    en: 'One row a metric: which data, how they become one number, and how many points that number is worth.',
    ja: '指標ごとに 1 行。どのデータを、どう 1 つの数値にし、何点とみなすかを決めます。',
  },
  key: 'Metric ID',
  frozen: 2,
  columns: [
    column(
      'Metric ID',
      '指標ID',
      'id',
      'Letters, digits and _, beginning with a letter. Keep it: history hangs on it.',
      '英字で始まる英数字と _ です。履歴とひも付くので変えないでください。',
      {
        required: true,
      },
    ),
    column('Name', '名前', 'text', 'What people read.', '画面に出る名前です。', { required: true }),
    nameJa('metric'),
    column('Dimension', 'ディメンション', 'ref', 'A row of Dimensions.', 'Dimensions タブにある観点です。', {
      ref: 'Dimensions',
      required: true,
    }),
    column(
      'Lens',
      '視点',
      'choice',
      'outcome: what the customer gets. experience: how it feels to them.',
      'outcome は顧客の成果、experience は顧客の体験です。',
      {
        choices: ['outcome', 'experience'],
        required: true,
      },
    ),
    column(
      'Kind',
      '種類',
      'choice',
      'process: moves early. outcome: moves late.',
      'process は先に動く指標、outcome は結果として後から動く指標です。',
      {
        choices: ['process', 'outcome'],
        required: true,
      },
    ),
    column('Dataset', 'データ', 'choice', 'Which data are read.', '読み込むデータです。', {
      choices: METRIC_DATASETS,
      required: true,
    }),
    column('Aggregate', '集計', 'choice', 'How rows become one number.', '行を 1 つの数値にまとめる方法です。', {
      choices: AGGREGATES,
      required: true,
    }),
    column(
      'Field',
      '項目',
      'text',
      'Column that is read; for usage the measure; for ratio `a / b`; empty to count rows.',
      '読み込む列です。usage では計測項目、ratio では「a / b」、件数を数えるときは空欄です。',
    ),
    column(
      'Filter',
      '絞り込み',
      'expression',
      "Which rows count, e.g. kind = 'meeting' and roles has 'executive'. Empty: all.",
      "対象にする行の条件です（例: kind = 'meeting' and roles has 'executive'）。空欄なら全行です。",
    ),
    column(
      'Window Days',
      '対象日数',
      'integer',
      'Days back from the day that is scored; empty: everything so far.',
      '採点日から何日分を見るかです。空欄ならそれまでの全期間です。',
      {
        range: DAYS_RANGE,
      },
    ),
    column(
      'Compare',
      '比較',
      'choice',
      'Against what: own_previous (window before, in percent), own_baseline (own median), entitlement (contracted limit), peers (rank in the segment).',
      '比較の相手です。own_previous は直前の同じ期間、own_baseline は自社の平常値、entitlement は契約枠、peers はセグメント内の順位です。',
      {
        choices: COMPARES,
      },
    ),
    column(
      'Missing',
      '欠測時',
      'choice',
      'Without data: exclude (weight goes to the others), zero, neutral (50) or carry (last reading).',
      'データがないとき: exclude は他の指標に重みを配分、zero は 0 点、neutral は 50 点、carry は直近の値を使います。',
      {
        choices: MISSING_POLICIES,
      },
    ),
    column(
      'Missing Days',
      '繰越日数',
      'integer',
      'For carry: how old the last reading may be.',
      'carry のとき、何日前の値まで使うかです。',
      { range: DAYS_RANGE },
    ),
    column(
      'Weight',
      'ウェイト',
      'number',
      'How much it counts within its dimension.',
      'ディメンション内での重みです。',
      { required: true, range: WEIGHT_RANGE },
    ),
    column(
      'Points',
      '点数',
      'curve',
      'Control points reading=points, e.g. 0=0; 5=50; 20=100; straight between, flat outside.',
      '「実測値=点数」を並べます（例: 0=0; 5=50; 20=100）。間は直線、外側は一定です。',
      { required: true },
    ),
    column('Enabled', '有効', 'flag', 'FALSE leaves it out.', 'FALSE にすると使いません。', { required: true }),
    column(
      'Why',
      '理由',
      'longText',
      'Why it tells something about health, in one line.',
      '健康度の何が分かるかを 1 行で書きます。',
    ),
    column('Owner Email', '管理者メール', 'email', 'Who answers for the metric.', 'この指標の責任者です。'),
    column(
      'Fresh Days',
      '更新間隔',
      'integer',
      'How often a new reading is expected; older ones are shown as stale. Empty: age says nothing.',
      '新しい値が届くはずの間隔です。これより古い値は「古い」と表示します。空欄なら問いません。',
      {
        range: DAYS_RANGE,
      },
    ),
    column('Unit', '単位', 'text', 'What the reading counts, e.g. logins.', '実測値の単位です（英語）。', {
      optional: true,
    }),
    column('Unit Ja', '単位（日本語）', 'text', 'The unit in Japanese, e.g. 回.', '実測値の単位です（例: 回）。', {
      optional: true,
    }),
    whyJa,
  ],
};
