import { LINKED_ACCOUNT_WORDS, VIEWER_WORDS } from '../column.words';
import type { WordsOf } from '../tab';
import type { BREAKDOWN } from './breakdown';

export const BREAKDOWN_WORDS: WordsOf<typeof BREAKDOWN> = {
  title: { en: 'Breakdown', ja: '内訳' },
  note: {
    en: 'One row an account and metric. Points Earned of an account add up to its Score; a cap is a line of its own.',
    ja: '顧客と指標ごとに 1 行。Points Earned の合計がその顧客の Score に一致します。上限（Caps）による減点は独立した行です。',
  },
  columns: {
    'Breakdown ID': {
      ja: '内訳ID',
      note: { en: 'Account ID and metric, parted by |.', ja: '顧客IDと指標IDを | でつないだものです。' },
    },
    ...LINKED_ACCOUNT_WORDS,
    Metric: {
      ja: '指標',
      note: { en: 'Metric ID; empty on the line of a cap.', ja: '指標IDです。上限の行では空欄です。' },
    },
    Dimension: {
      ja: 'ディメンション',
      note: { en: 'Dimension of the metric.', ja: '指標が属するディメンションです。' },
    },
    Reading: {
      ja: '実測値',
      note: {
        en: 'What was measured; empty means no data, 0 means zero.',
        ja: '測った値です。空欄はデータなし、0 はゼロです。',
      },
    },
    'Metric Score': {
      ja: '指標スコア',
      note: { en: 'Points 0 to 100 that the curve gives the reading.', ja: '実測値を曲線で換算した 0〜100 点です。' },
    },
    'Effective Weight': {
      ja: '実効ウェイト',
      note: {
        en: 'Share of the whole score, 0 to 1, after missing metrics gave theirs away.',
        ja: '欠測分を配り直したあとの、スコア全体に占める割合（0〜1）です。',
      },
    },
    'Points Earned': {
      ja: '獲得点',
      note: { en: 'Points of the score that this metric brings.', ja: 'この指標がスコアにもたらした点数です。' },
    },
    'Points Lost': {
      ja: '失点',
      note: {
        en: 'Points of the score that this metric leaves on the table.',
        ja: 'この指標で取りこぼしている点数です。',
      },
    },
    'Points Change': {
      ja: '増減',
      note: {
        en: 'Change of Points Earned over Change Days.',
        ja: 'Change Days の期間での Points Earned の増減です。',
      },
    },
    'Data Date': {
      ja: 'データ日付',
      note: { en: 'Day of the newest data behind the reading.', ja: '実測値のもとになった最新データの日付です。' },
    },
    'Has Stale Data': {
      ja: '古いデータ',
      note: { en: 'TRUE where the data are older than Fresh Days.', ja: 'データが Fresh Days より古いと TRUE です。' },
    },
    'Metric Name': { ja: '指標名', note: { en: 'Name of the metric in English.', ja: '指標の英語名です。' } },
    'Metric Name Ja': {
      ja: '指標名（日本語）',
      note: { en: 'Name of the metric in Japanese.', ja: '指標の日本語名です。' },
    },
    'Reading Text': { ja: '実測値（表示）', note: { en: 'Reading with its unit.', ja: '単位つきの実測値です。' } },
    ...VIEWER_WORDS,
  },
};
