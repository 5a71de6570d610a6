import type { ColumnWords } from '../../domain/words';
import { ACCOUNT_WORDS } from '../column.words';
import type { WordsOf } from '../tab';
import type { ADOPTION, ADOPTION_IMPORT, ADOPTION_LOG } from './adoption';

const EMAIL: ColumnWords = { ja: 'メール', note: { en: 'The person.', ja: '利用者です。' } };

export const ADOPTION_WORDS: WordsOf<typeof ADOPTION> = {
  title: { en: 'Adoption', ja: '利用状況' },
  note: {
    en: 'Who uses Kenshin and who does not, one row a person.',
    ja: '誰が使っていて、誰が使っていないかを、1 人 1 行で示します。',
  },
  columns: {
    Email: EMAIL,
    Name: { ja: '名前', note: { en: 'As in Members.', ja: 'Members タブと同じです。' } },
    Role: { ja: '役割', note: { en: 'As in Members.', ja: 'Members タブと同じです。' } },
    Team: { ja: 'チーム', note: { en: 'As in Members.', ja: 'Members タブと同じです。' } },
    'Use Count 7d': {
      ja: '7日間の利用回数',
      note: { en: 'Sidebar opened or account shown.', ja: '開いた・顧客を表示した回数です。' },
    },
    'Use Count 30d': { ja: '30日間の利用回数', note: { en: 'The same over 30 days.', ja: '直近 30 日の回数です。' } },
    'Account Count 30d': {
      ja: '見た顧客数',
      note: { en: 'Each once a day.', ja: '同じ日の同じ顧客は 1 と数えます。' },
    },
    'Seen Date': { ja: '最終利用日', note: { en: 'Last use.', ja: '最後に使った日です。' } },
    'Has Never Used': { ja: '未利用', note: { en: 'No use is known.', ja: '利用の記録がない人です。' } },
    'Is Member': { ja: 'メンバー', note: { en: 'Stands in Members.', ja: 'Members タブにある人です。' } },
  },
};

export const ADOPTION_IMPORT_WORDS: WordsOf<typeof ADOPTION_IMPORT> = {
  title: { en: 'Adoption Import', ja: '利用の追加' },
  note: {
    en: 'Uses recorded elsewhere (AppSheet), pasted here; rows add up.',
    ja: 'AppSheet など、ほかで記録した利用を貼り付けると合算します。',
  },
  columns: {
    Email: EMAIL,
    Date: { ja: '日付', note: { en: 'The day.', ja: '利用した日です。' } },
    Uses: { ja: '回数', note: { en: '1 where empty.', ja: '空欄なら 1 回です。' } },
  },
};

export const ADOPTION_LOG_WORDS: WordsOf<typeof ADOPTION_LOG> = {
  title: { en: 'Adoption Log', ja: '利用の記録' },
  note: {
    en: 'Who looked at which account, and when; see the setting Adoption Detail.',
    ja: '誰が、いつ、どの顧客を見たかの記録です（設定 Adoption Detail）。',
  },
  columns: {
    Email: EMAIL,
    'Log ID': { ja: '記録ID', note: { en: 'Person, moment and account.', ja: '利用者・日時・顧客です。' } },
    'Use Timestamp': { ja: '日時', note: { en: 'When.', ja: '使った日時です。' } },
    ...ACCOUNT_WORDS,
  },
};
