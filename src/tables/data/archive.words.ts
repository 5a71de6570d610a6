import { dataset } from '../../domain/datasets';
import type { TabWords } from '../../domain/words';
import type { WordsOf } from '../tab';
import { ARCHIVED, archiveTab } from './archive';

/** Words of the tabs that hold months that are over, by tab. */
export const ARCHIVE_WORDS: Readonly<Record<string, TabWords>> = Object.fromEntries(
  ARCHIVED.map((name) => {
    const { tab, title } = dataset(name);
    const words: WordsOf<ReturnType<typeof archiveTab>> = {
      title: { en: `${title.en}: archive`, ja: `${title.ja}（過去の月）` },
      note: {
        en: `Months of ${tab} that are over: one row per month and account, the rows of the tab side by side as JSON. A run reads the months that its metrics look back on.`,
        ja: `${tab} タブのうち過ぎた月の分です。月・顧客ごとに1行で、元のタブの行を JSON で並べています。指標の計算に必要な月だけを読み込みます。`,
      },
      columns: {
        'Archive ID': {
          ja: '過去ID',
          note: { en: 'Month, account and part, joined by |.', ja: '月・顧客・分割番号を | でつないだIDです。' },
        },
        month: { ja: '月', note: { en: 'Year and month, 2026-01.', ja: '年月です（例 2026-01）。' } },
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
    return [archiveTab(tab).name, words];
  }),
);
