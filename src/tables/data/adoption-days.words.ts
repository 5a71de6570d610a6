import type { WordsOf } from '../tab';
import type { ADOPTION_DAYS } from './adoption-days';

export const ADOPTION_DAYS_WORDS: WordsOf<typeof ADOPTION_DAYS> = {
  title: { en: 'Adoption Days', ja: '日ごとの利用' },
  note: { en: 'Uses by person and day.', ja: '人と日ごとの利用回数です。' },
  columns: {
    email: { ja: 'メール', note: { en: 'The person.', ja: '利用した人です。' } },
    date: { ja: '日付', note: { en: 'The day.', ja: '利用した日です。' } },
    uses: { ja: '回数', note: { en: 'Times they used it.', ja: '使った回数です。' } },
    accounts: { ja: '顧客数', note: { en: 'Accounts they looked at.', ja: '見た顧客の数です。' } },
  },
};
