import { column } from '../column';
import type { Tab } from '../tab';

/** What the Adoption tab is counted from: a person's days, without a word of which accounts they looked at. */
export const ADOPTION_DAYS: Tab = {
  name: 'Adoption Days',
  title: { en: 'Adoption Days', ja: '日ごとの利用回数' },
  note: {
    en: 'How often each person used Kenshin, one row a day: thirty days, and the last day of each member.',
    ja: '誰が Kenshin を何回使ったかを、1 人 1 日 1 行で記録します（直近 30 日分と、メンバーの最終利用日）。',
  },
  workbook: 'data',
  writer: 'script',
  kind: 'table',
  key: '',
  columns: [
    column('email', 'メール', 'text', 'The person.', '利用した人です。', { required: true }),
    column('date', '日付', 'date', 'The day.', '利用した日です。', { required: true }),
    column('uses', '回数', 'integer', 'Times they used it.', '使った回数です。', { required: true }),
    column('accounts', '顧客数', 'integer', 'Accounts they looked at.', '見た顧客の数です。', { required: true }),
  ],
};
