import type { WordsOf } from '../tab';
import type { ACCOUNT_HISTORY_TAB } from './account-history';

export const ACCOUNT_HISTORY_WORDS: WordsOf<typeof ACCOUNT_HISTORY_TAB> = {
  title: { en: 'Account History', ja: '顧客属性の履歴' },
  note: {
    en: 'Attributes of accounts: what they were when first seen, and every change since. Written by the script.',
    ja: '顧客属性の履歴です。最初に取り込んだ値と、その後の変更を記録します。スクリプトが書き込みます。',
  },
  columns: {
    account_id: { ja: '顧客ID', note: { en: 'The account.', ja: '顧客のIDです。' } },
    date: { ja: '日付', note: { en: 'The value holds from this day on.', ja: 'この日から有効な値です。' } },
    column: { ja: '列', note: { en: 'The attribute.', ja: '属性の名前です。' } },
    value: {
      ja: '値',
      note: {
        en: 'Its value, written as text; empty where it was cleared.',
        ja: '値を文字列で記録します。消された場合は空欄です。',
      },
    },
  },
};
