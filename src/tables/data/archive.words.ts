import type { WordsOf } from '../tab';
import type { ARCHIVE_TAB } from './archive';

export const ARCHIVE_WORDS: WordsOf<typeof ARCHIVE_TAB> = {
  title: { en: 'Archive', ja: '過去の月' },
  note: {
    en: 'Usage and events of months that are over: one row per month, tab and account, the rows of the tab side by side as JSON. Read with the tabs at every run.',
    ja: '過ぎた月の利用状況や接点などです。月・タブ・顧客ごとに1行で、元のタブの行を JSON で並べています。実行のたびに元のタブとあわせて読み込みます。',
  },
  columns: {
    'Archive ID': {
      ja: '過去ID',
      note: { en: 'Month, tab, account and part, joined by |.', ja: '月・タブ・顧客・分割番号を | でつないだIDです。' },
    },
    month: { ja: '月', note: { en: 'Year and month, 2026-01.', ja: '年月です（例 2026-01）。' } },
    tab: { ja: 'タブ', note: { en: 'The tab the rows stood in.', ja: '元のタブです。' } },
    account_id: { ja: '顧客ID', note: { en: 'The account.', ja: '顧客のIDです。' } },
    records: {
      ja: '内容',
      note: {
        en: 'A list: first the headers, then the cells of each row.',
        ja: 'リストです。最初が見出し、続いて各行のセルです。',
      },
    },
  },
};
