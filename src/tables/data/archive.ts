import { column } from '../column';
import type { Tab } from '../tab';

/**
 * Months that are over, packed: a row for each event or series would be ten million cells after two years of 5,000
 * accounts, and a workbook holds no more (Google Drive limits, "Files you can store").
 */
export const ARCHIVE_TAB: Tab = {
  name: 'Archive',
  title: { en: 'Archive', ja: '過去の月' },
  note: {
    en: 'Usage and events of months that are over: one row per month, tab and account, the rows of the tab side by side as JSON. Read with the tabs at every run.',
    ja: '過ぎた月の利用状況や接点などです。月・タブ・顧客ごとに1行で、元のタブの行を JSON で並べています。実行のたびに元のタブとあわせて読み込みます。',
  },
  workbook: 'data',
  writer: 'script',
  kind: 'table',
  key: 'Archive ID',
  columns: [
    column(
      'Archive ID',
      '過去ID',
      'id',
      'Month, tab, account and part, joined by |.',
      '月・タブ・顧客・分割番号を | でつないだIDです。',
    ),
    column('month', '月', 'text', 'Year and month, 2026-01.', '年月です（例 2026-01）。'),
    column('tab', 'タブ', 'text', 'The tab the rows stood in.', '元のタブです。'),
    column('account_id', '顧客ID', 'text', 'The account.', '顧客のIDです。'),
    column(
      'records',
      '内容',
      'longText',
      'A list: first the headers, then the cells of each row.',
      'リストです。最初が見出し、続いて各行のセルです。',
    ),
  ],
};
