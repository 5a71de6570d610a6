import { ACCOUNT, column } from '../column';
import type { Tab } from '../tab';

/** What a goal is: a result agreed with the customer, a task of onboarding, or another step on the way. */
export const GOAL_KINDS: readonly string[] = ['roi', 'onboarding', 'step'];

export const GOALS: Tab = {
  name: 'Goals',
  title: { en: 'Goals', ja: '目標' },
  note: {
    en: 'What was agreed with a customer: the result they want (roi) and the steps towards it. It need not be money.',
    ja: '顧客と合意した目標です。得たい成果（roi）と、そこまでのステップ（step）を書きます。金額でなくてもかまいません。',
  },
  workbook: 'health',
  writer: 'people',
  kind: 'table',
  key: 'Goal ID',
  columns: [
    column(
      'Goal ID',
      '目標ID',
      'id',
      'Any text that no other row has (AppSheet: UNIQUEID()).',
      '他の行と重ならない任意の文字です（AppSheet では UNIQUEID()）。',
    ),
    { ...ACCOUNT, required: true },
    column(
      'Kind',
      '種類',
      'choice',
      'roi: the result that was agreed. onboarding: a task before go-live. step: a step of the roadmap.',
      'roi は合意した成果、onboarding は利用開始までの作業、step はロードマップの 1 歩です。',
      { choices: GOAL_KINDS, required: true },
    ),
    column('Goal Name', '目標', 'text', 'The goal in one line.', '目標を 1 行で書きます。', { required: true }),
    column(
      'Target',
      '目標値',
      'number',
      'The number to reach; empty for a step.',
      '到達したい数値です。ステップでは空欄にします。',
    ),
    column('Actual', '実績値', 'number', 'Where the customer is now.', '現在の数値です。'),
    column('Unit', '単位', 'text', 'What the numbers count.', '数値の単位です。'),
    column('Due Date', '期限', 'date', 'By when.', '達成の期限です。'),
    column(
      'Done Date',
      '完了日',
      'date',
      'When it was reached; empty until then.',
      '達成した日です。それまでは空欄にします。',
    ),
    column(
      'Comment',
      'メモ',
      'longText',
      'How it is measured, with whom it was agreed.',
      '測り方や合意した相手を書きます。',
    ),
    column('Author Email', '記入者', 'email', 'Who wrote it.', '記入した人です。'),
    column('Update Date', '更新日', 'date', 'Day of Actual.', '実績値の日付です。', { required: true }),
  ],
};
