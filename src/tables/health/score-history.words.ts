import { ACCOUNT_WORDS, VIEWER_WORDS } from '../column.words';
import type { WordsOf } from '../tab';
import type { SCORE_HISTORY } from './score-history';

export const SCORE_HISTORY_WORDS: WordsOf<typeof SCORE_HISTORY> = {
  title: { en: 'Score History', ja: 'スコア履歴' },
  note: {
    en: 'One row an account and day: every day of four weeks, Sundays of eight, and month ends. Oldest first.',
    ja: '顧客と日ごとに 1 行。直近 4 週間は毎日、8 週間前までは日曜、それより前は各月末を、古い順に載せています。',
  },
  columns: {
    'History ID': {
      ja: '履歴ID',
      note: { en: 'Account ID and day, parted by |.', ja: '顧客IDと日付を | でつないだものです。' },
    },
    ...ACCOUNT_WORDS,
    'Score Date': { ja: '日付', note: { en: 'The day that was scored.', ja: '採点した日です。' } },
    Score: {
      ja: 'スコア',
      note: {
        en: 'Score of that day; empty where not scored.',
        ja: 'その日のスコアです。採点していなければ空欄です。',
      },
    },
    Band: { ja: 'バンド', note: { en: 'Band of that day.', ja: 'その日のバンドです。' } },
    'Coverage Percent': {
      ja: 'データ充足率',
      note: { en: 'Coverage of that day, 0 to 100.', ja: 'その日のデータ充足率（0〜100）です。' },
    },
    Segment: { ja: 'セグメント', note: { en: 'Segment of that day.', ja: 'その日のセグメントです。' } },
    'Config Version': {
      ja: '設定バージョン',
      note: { en: 'Version of the configuration that scored.', ja: '採点に使った設定のバージョンです。' },
    },
    'Has New Version': {
      ja: '設定変更',
      note: {
        en: 'TRUE where the version differs from the row before: compare across it with care.',
        ja: '直前の行と設定バージョンが違うと TRUE です。前後の比較には注意してください。',
      },
    },
    ...VIEWER_WORDS,
  },
};
