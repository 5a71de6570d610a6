import { column } from '../column';
import type { Tab } from '../tab';

/**
 * Usage, one row per account, measure, user and month: one row a day would be 14 million cells at 5,000 accounts with 8
 * measures and 90 days, and a workbook holds 10 million (Google Drive limits, "Files you can store").
 */
export const USAGE_TAB: Tab = {
  name: 'Usage',
  title: { en: 'Usage', ja: '利用状況' },
  note: {
    en: 'Usage as pulled: one row per account, measure, user and month, the days side by side. Written by the script.',
    ja: '取り込んだ利用状況です。顧客・指標・ユーザー・月ごとに1行で、日ごとの値を並べています。スクリプトが書き込みます。',
  },
  workbook: 'data',
  writer: 'script',
  kind: 'table',
  key: 'Usage Series ID',
  columns: [
    column(
      'Usage Series ID',
      '系列ID',
      'id',
      'Account, measure, user and month, joined by |.',
      '顧客・指標・ユーザー・月を | でつないだIDです。',
    ),
    column('account_id', '顧客ID', 'text', 'The account.', '顧客のIDです。'),
    column(
      'user_id',
      'ユーザーID',
      'text',
      'The user; empty for the account as a whole.',
      'ユーザーのIDです。顧客全体の値なら空欄です。',
    ),
    column('measure', '指標', 'text', 'What was counted.', '数えた内容です。'),
    column('month', '月', 'text', 'Year and month, 2026-01.', '年月です（例 2026-01）。'),
    column(
      'days',
      '日ごとの値',
      'longText',
      'Values of day 1, 2, 3 ... parted by commas; nothing between two commas means that there was no row for the day.',
      '1日から順に値をカンマ区切りで並べます。カンマの間が空なら、その日の行がなかったことを表します。',
    ),
  ],
};
