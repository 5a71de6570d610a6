import { ACCOUNT, column } from '../column';
import type { Tab } from '../tab';

export const PULSES: Tab = {
  name: 'Pulses',
  title: { en: 'Pulses', ja: '担当者の実感' },
  note: {
    en: "A CSM's own judgement of an account. It counts as a metric until Expiry Date; the comment is required.",
    ja: '担当者が感じる顧客の状態です。Expiry Date まで指標として使われます。コメントは必須です。',
  },
  workbook: 'health',
  writer: 'people',
  kind: 'table',
  key: 'Pulse ID',
  columns: [
    column(
      'Pulse ID',
      '実感ID',
      'id',
      'Any text that no other row has (AppSheet: UNIQUEID()).',
      '他の行と重ならない任意の文字です（AppSheet では UNIQUEID()）。',
    ),
    { ...ACCOUNT, required: true },
    column(
      'Pulse',
      '実感',
      'integer',
      '1 (about to leave) to 5 (could not be better).',
      '1（解約しそう）〜5（とても良い）で答えます。',
      {
        required: true,
        range: [1, 5],
      },
    ),
    column('Comment', '根拠', 'longText', 'What makes you think so.', 'そう感じる根拠を書きます。', { required: true }),
    column('Author Email', '記入者', 'email', 'Whose judgement it is.', '記入した人です。', { required: true }),
    column('Pulse Date', '記入日', 'date', 'When it was felt.', '記入した日です。', { required: true }),
    column(
      'Expiry Date',
      '有効期限',
      'date',
      'Last day on which it counts; 90 days after Pulse Date where empty.',
      'この日まで有効です。空欄なら記入日から 90 日です。',
    ),
  ],
};
