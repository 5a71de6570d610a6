import { ACCOUNT, column } from '../column';
import type { Tab } from '../tab';

const EMAIL = column(
  'Email',
  'メール',
  'email',
  'The person; (unknown) where Google does not tell.',
  '利用者です。Google から取得できない場合は (unknown) になります。',
);

export const ADOPTION: Tab = {
  name: 'Adoption',
  title: { en: 'Adoption', ja: '利用状況' },
  note: {
    en: 'Who uses Kenshin and who does not: one row a member, and one for anybody else who used it in the last 30 days.',
    ja: '誰が使っていて、誰が使っていないかを示します。メンバーと、直近 30 日に使ったメンバー以外の人を、1 人 1 行で載せます。',
  },
  workbook: 'health',
  writer: 'script',
  kind: 'report',
  key: 'Email',
  columns: [
    EMAIL,
    column('Name', '名前', 'text', 'Name in Members.', 'Members タブの名前です。'),
    column('Role', '役割', 'choice', 'Role in Members.', 'Members タブの役割です。', {
      choices: ['csm', 'ops', 'manager'],
    }),
    column('Team', 'チーム', 'text', 'Team in Members.', 'Members タブのチームです。'),
    column(
      'Use Count 7d',
      '7日間の利用',
      'integer',
      'Uses in 7 days: openings and looks at an account.',
      '直近 7 日の利用回数です。サイドバーを開いた回数と、顧客を表示した回数の合計です。',
    ),
    column('Use Count 30d', '30日間の利用', 'integer', 'Uses in 30 days.', '直近 30 日の利用回数です。'),
    column(
      'Account Count 30d',
      '見た顧客数',
      'integer',
      'Accounts looked at in 30 days, each once a day.',
      '直近 30 日に見た顧客の数です。同じ日の同じ顧客は 1 と数えます。',
    ),
    column('Seen Date', '最終利用日', 'date', 'Day of the last use.', '最後に使った日です。'),
    column('Has Never Used', '未利用', 'flag', 'TRUE: no use is known.', '一度も使っていなければ TRUE です。'),
    column('Is Member', 'メンバー', 'flag', 'FALSE: not in Members.', 'Members タブにない人は FALSE です。'),
  ],
};

export const ADOPTION_IMPORT: Tab = {
  name: 'Adoption Import',
  title: { en: 'Adoption Import', ja: '利用状況の追加' },
  note: {
    en: 'Uses recorded elsewhere, pasted here: the usage export of AppSheet. The next run counts them; rows add up.',
    ja: 'AppSheet の利用状況レポートなど、ほかで記録した利用回数を貼り付けます。次の実行で合算します。',
  },
  workbook: 'health',
  writer: 'people',
  kind: 'table',
  key: '',
  columns: [
    column('Email', 'メール', 'email', 'The person.', '利用した人です。', { required: true }),
    column('Date', '日付', 'date', 'The day.', '利用した日です。', { required: true }),
    column('Uses', '回数', 'integer', 'How often; 1 where empty.', '回数です。空欄なら 1 回と数えます。', {
      range: [0, 100000],
    }),
  ],
};

/** Stands only while the setting Adoption Detail is on. */
export const ADOPTION_LOG: Tab = {
  name: 'Adoption Log',
  title: { en: 'Adoption Log', ja: '利用の記録' },
  note: {
    en: 'Who looked at which account, and when. Kept while Adoption Detail is TRUE; the next run after removes the tab.',
    ja: '誰が、いつ、どの顧客を見たかの記録です。Adoption Detail が TRUE の間だけ残し、FALSE にすると次の実行でタブごと削除します。',
  },
  workbook: 'health',
  writer: 'script',
  kind: 'table',
  key: 'Log ID',
  columns: [
    column(
      'Log ID',
      '記録ID',
      'id',
      'Person, moment and account, parted by |.',
      '利用者・日時・顧客を | でつないだものです。',
    ),
    EMAIL,
    column('Use Timestamp', '日時', 'timestamp', 'When.', '使った日時です。'),
    {
      ...ACCOUNT,
      note: {
        en: 'The account; empty for the sidebar alone.',
        ja: '見た顧客です。サイドバーを開いただけなら空欄です。',
      },
    },
  ],
};
