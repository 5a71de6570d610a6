import { ACCOUNT, column, VIEWERS } from '../column';
import type { Tab } from '../tab';
import { BAND_WORDS } from './accounts';

export const SCORE_HISTORY: Tab = {
  name: 'Score History',
  title: { en: 'Score History', ja: 'スコア履歴' },
  note: {
    en: 'One row an account and day: every day of four weeks, Sundays of eight, and month ends. Oldest first.',
    ja: '顧客と日ごとに 1 行。直近 4 週間は毎日、8 週間前までは日曜、それより前は各月末を、古い順に載せています。',
  },
  workbook: 'health',
  writer: 'script',
  kind: 'table',
  key: 'History ID',
  frozen: 3,
  columns: [
    column('History ID', '履歴ID', 'id', 'Account ID and day, parted by |.', '顧客IDと日付を | でつないだものです。'),
    ACCOUNT,
    column('Score Date', '日付', 'date', 'The day that was scored.', '採点した日です。'),
    column(
      'Score',
      'スコア',
      'score',
      'Score of that day; empty where not scored.',
      'その日のスコアです。採点していなければ空欄です。',
    ),
    column('Band', 'バンド', 'choice', 'Band of that day.', 'その日のバンドです。', { choices: BAND_WORDS }),
    column(
      'Coverage Percent',
      'データ充足率',
      'percent',
      'Coverage of that day, 0 to 100.',
      'その日のデータ充足率（0〜100）です。',
    ),
    column('Segment', 'セグメント', 'ref', 'Segment of that day.', 'その日のセグメントです。', { ref: 'Segments' }),
    column(
      'Config Version',
      '設定バージョン',
      'text',
      'Version of the configuration that scored.',
      '採点に使った設定のバージョンです。',
    ),
    column(
      'Has New Version',
      '設定変更',
      'flag',
      'TRUE where the version differs from the row before: compare across it with care.',
      '直前の行と設定バージョンが違うと TRUE です。前後の比較には注意してください。',
    ),
    ...VIEWERS,
  ],
};
