import { column } from '../column';
import type { Tab } from '../tab';
import { ACTION_STATUSES } from './actions';

export const ACTION_UPDATES: Tab = {
  name: 'Action Updates',
  title: { en: 'Action Updates', ja: '対応記録' },
  note: {
    en: 'What a person did about a call to action. Only add rows; the newest counts.',
    ja: 'アクションへの対応を記録します。行は追加だけにしてください。最新の行が有効です。',
  },
  workbook: 'health',
  writer: 'people',
  kind: 'table',
  key: 'Update ID',
  columns: [
    column(
      'Update ID',
      '記録ID',
      'id',
      'Any text that no other row has (AppSheet: UNIQUEID()).',
      '他の行と重ならない任意の文字です（AppSheet では UNIQUEID()）。',
    ),
    column('Action', 'アクション', 'ref', 'Action ID it answers.', '対応した Action ID です。', {
      ref: 'Actions',
      required: true,
    }),
    column('Status', '状態', 'choice', 'How far it is now.', '現在の状態です。', {
      choices: ACTION_STATUSES,
      required: true,
    }),
    column(
      'Comment',
      'コメント',
      'longText',
      'What was done, what was learnt.',
      'やったこと、分かったことを書きます。',
    ),
    column('Author Email', '記入者', 'email', 'Who did it.', '記入した人です。', { required: true }),
    column('Update Timestamp', '記入日時', 'timestamp', 'When.', '記入した日時です。', { required: true }),
  ],
};
