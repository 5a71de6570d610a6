import { ACCOUNT, column } from '../column';
import type { Tab } from '../tab';

const EMAIL = column('Email', 'メール', 'email', 'The person.', '利用者です。');

export const ADOPTION: Tab = {
  name: 'Adoption',
  title: { en: 'Adoption', ja: '利用状況' },
  note: {
    en: 'Who uses Kenshin and who does not, one row a person.',
    ja: '誰が使っていて、誰が使っていないかを、1 人 1 行で示します。',
  },
  workbook: 'health',
  writer: 'script',
  kind: 'report',
  key: 'Email',
  columns: [
    EMAIL,
    column('Name', '名前', 'text', 'As in Members.', 'Members タブと同じです。'),
    column('Role', '役割', 'choice', 'As in Members.', 'Members タブと同じです。', {
      choices: ['csm', 'ops', 'manager'],
    }),
    column('Team', 'チーム', 'text', 'As in Members.', 'Members タブと同じです。'),
    column(
      'Use Count 7d',
      '7日間の利用回数',
      'integer',
      'Sidebar opened or account shown.',
      '開いた・顧客を表示した回数です。',
    ),
    column('Use Count 30d', '30日間の利用回数', 'integer', 'The same over 30 days.', '直近 30 日の回数です。'),
    column('Account Count 30d', '見た顧客数', 'integer', 'Each once a day.', '同じ日の同じ顧客は 1 と数えます。'),
    column('Seen Date', '最終利用日', 'date', 'Last use.', '最後に使った日です。'),
    column('Has Never Used', '未利用', 'flag', 'No use is known.', '利用の記録がない人です。'),
    column('Is Member', 'メンバー', 'flag', 'Stands in Members.', 'Members タブにある人です。'),
  ],
};

export const ADOPTION_IMPORT: Tab = {
  name: 'Adoption Import',
  title: { en: 'Adoption Import', ja: '利用の追加' },
  note: {
    en: 'Uses recorded elsewhere (AppSheet), pasted here; rows add up.',
    ja: 'AppSheet など、ほかで記録した利用を貼り付けると合算します。',
  },
  workbook: 'health',
  writer: 'people',
  kind: 'table',
  key: '',
  columns: [
    { ...EMAIL, required: true },
    column('Date', '日付', 'date', 'The day.', '利用した日です。', { required: true }),
    column('Uses', '回数', 'integer', '1 where empty.', '空欄なら 1 回です。', { range: [0, 100000] }),
  ],
};

/** Stands only while the setting Adoption Detail is on. */
export const ADOPTION_LOG: Tab = {
  name: 'Adoption Log',
  title: { en: 'Adoption Log', ja: '利用の記録' },
  note: {
    en: 'Who looked at which account, and when; see the setting Adoption Detail.',
    ja: '誰が、いつ、どの顧客を見たかの記録です（設定 Adoption Detail）。',
  },
  workbook: 'health',
  writer: 'script',
  kind: 'table',
  key: 'Log ID',
  columns: [
    column('Log ID', '記録ID', 'id', 'Person, moment and account.', '利用者・日時・顧客です。'),
    EMAIL,
    column('Use Timestamp', '日時', 'timestamp', 'When.', '使った日時です。'),
    ACCOUNT,
  ],
};
