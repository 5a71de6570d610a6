import { ACCOUNT, column, VIEWERS } from '../column';
import type { Tab } from '../tab';

export const BREAKDOWN: Tab = {
  name: 'Breakdown',
  title: { en: 'Breakdown', ja: '内訳' },
  note: {
    en: 'One row an account and metric. Points Earned of an account add up to its Score; a cap is a line of its own.',
    ja: '顧客と指標ごとに 1 行。Points Earned の合計がその顧客の Score に一致します。上限（Caps）による減点は独立した行です。',
  },
  workbook: 'health',
  writer: 'script',
  kind: 'table',
  key: 'Breakdown ID',
  frozen: 3,
  columns: [
    column(
      'Breakdown ID',
      '内訳ID',
      'id',
      'Account ID and metric, parted by |.',
      '顧客IDと指標IDを | でつないだものです。',
    ),
    ACCOUNT,
    column('Metric', '指標', 'ref', 'Metric ID; empty on the line of a cap.', '指標IDです。上限の行では空欄です。', {
      ref: 'Metrics',
    }),
    column('Dimension', 'ディメンション', 'ref', 'Dimension of the metric.', '指標が属するディメンションです。', {
      ref: 'Dimensions',
    }),
    column(
      'Reading',
      '実測値',
      'number',
      'What was measured; empty means no data, 0 means zero.',
      '測った値です。空欄はデータなし、0 はゼロです。',
    ),
    column(
      'Metric Score',
      '指標スコア',
      'score',
      'Points 0 to 100 that the curve gives the reading.',
      '実測値を曲線で換算した 0〜100 点です。',
    ),
    column(
      'Effective Weight',
      '実効ウェイト',
      'number',
      'Share of the whole score, 0 to 1, after missing metrics gave theirs away.',
      '欠測分を配り直したあとの、スコア全体に占める割合（0〜1）です。',
    ),
    column(
      'Points Earned',
      '獲得点',
      'score',
      'Points of the score that this metric brings.',
      'この指標がスコアにもたらした点数です。',
    ),
    column(
      'Points Lost',
      '失点',
      'score',
      'Points of the score that this metric leaves on the table.',
      'この指標で取りこぼしている点数です。',
    ),
    column(
      'Points Change',
      '増減',
      'score',
      'Change of Points Earned over Change Days.',
      'Change Days の期間での Points Earned の増減です。',
    ),
    column(
      'Data Date',
      'データ日付',
      'date',
      'Day of the newest data behind the reading.',
      '実測値のもとになった最新データの日付です。',
    ),
    column(
      'Has Stale Data',
      '古いデータ',
      'flag',
      'TRUE where the data are older than Fresh Days.',
      'データが Fresh Days より古いと TRUE です。',
    ),
    column('Metric Name', '指標名', 'text', 'Name of the metric in English.', '指標の英語名です。'),
    column('Metric Name Ja', '指標名（日本語）', 'text', 'Name of the metric in Japanese.', '指標の日本語名です。'),
    column('Reading Text', '実測値（表示）', 'text', 'Reading with its unit.', '単位つきの実測値です。'),
    ...VIEWERS,
  ],
};
