import { column } from '../column';
import type { Tab } from '../tab';

/** Attributes of accounts as they changed, so that a past day is scored by what was known of it. */
export const ACCOUNT_HISTORY_TAB: Tab = {
  name: 'Account History',
  title: { en: 'Account History', ja: '顧客属性の履歴' },
  note: {
    en: 'Attributes of accounts: what they were when first seen, and every change since. Written by the script.',
    ja: '顧客属性の履歴です。最初に取り込んだ値と、その後の変更を記録します。スクリプトが書き込みます。',
  },
  workbook: 'data',
  writer: 'script',
  kind: 'table',
  key: '',
  columns: [
    column('account_id', '顧客ID', 'text', 'The account.', '顧客のIDです。'),
    column('date', '日付', 'date', 'The value holds from this day on.', 'この日から有効な値です。'),
    column('column', '列', 'text', 'The attribute.', '属性の名前です。'),
    column(
      'value',
      '値',
      'text',
      'Its value, written as text; empty where it was cleared.',
      '値を文字列で記録します。消された場合は空欄です。',
    ),
  ],
};
