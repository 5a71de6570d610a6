import type { WordsOf } from '../tab';
import type { USAGE_TAB } from './usage';

export const USAGE_WORDS: WordsOf<typeof USAGE_TAB> = {
  title: { en: 'Usage', ja: '利用状況' },
  note: {
    en: 'Usage as pulled: one row per account, measure, user and month, the days side by side. Written by the script.',
    ja: '取り込んだ利用状況です。顧客・指標・ユーザー・月ごとに1行で、日ごとの値を並べています。スクリプトが書き込みます。',
  },
  columns: {
    'Usage Series ID': {
      ja: '系列ID',
      note: {
        en: 'Account, measure, user and month, joined by |.',
        ja: '顧客・指標・ユーザー・月を | でつないだIDです。',
      },
    },
    account_id: { ja: '顧客ID', note: { en: 'The account.', ja: '顧客のIDです。' } },
    user_id: {
      ja: 'ユーザーID',
      note: { en: 'The user; empty for the account as a whole.', ja: 'ユーザーのIDです。顧客全体の値なら空欄です。' },
    },
    measure: { ja: '指標', note: { en: 'What was counted.', ja: '数えた内容です。' } },
    month: { ja: '月', note: { en: 'Year and month, 2026-01.', ja: '年月です（例 2026-01）。' } },
    days: {
      ja: '日ごとの値',
      note: {
        en: 'Values of day 1, 2, 3 ... parted by commas; nothing between two commas means that there was no row for the day.',
        ja: '1日から順に値をカンマ区切りで並べます。カンマの間が空なら、その日の行がなかったことを表します。',
      },
    },
  },
};
