import type { WordsOf } from '../tab';
import type { ROW_HISTORY_TAB } from './row-history';

export const ROW_HISTORY_WORDS: WordsOf<typeof ROW_HISTORY_TAB> = {
  title: { en: 'Row History', ja: '行の変更履歴' },
  note: {
    en: 'How contacts, tickets, goals and other rows stood before they were changed in place, so that a past day is scored by what was known of it. Written by the script.',
    ja: '担当者・問い合わせ・目標などの行が上書きされる前の値です。過去の日を、その時点で分かっていた値で採点するために残します。スクリプトが書き込みます。',
  },
  columns: {
    dataset: { ja: 'データセット', note: { en: 'Whose rows they are.', ja: 'どのデータの行かを示します。' } },
    date: {
      ja: '日付',
      note: {
        en: 'The rows stood so until the day before. Empty: goals and pulses as the last run saw them.',
        ja: 'この日の前日まで、この値でした。空欄は、直近の実行が読み取った目標と Pulse です。',
      },
    },
    records: {
      ja: '内容',
      note: {
        en: 'JSON: for each key the cells that were different, by column (days as numbers from 1970-01-01); null where the row was not there yet.',
        ja: 'JSON です。キーごとに、異なっていたセルを列名付きで並べます（日付は 1970-01-01 からの日数）。行がまだなかった場合は null です。',
      },
    },
  },
};
