import { ACCOUNT, column, VIEWERS } from '../column';
import type { Tab } from '../tab';

/** What a call to action is about. */
export const ACTION_KINDS: readonly string[] = ['risk', 'expansion', 'lifecycle'];

/** How far a call to action is. */
export const ACTION_STATUSES: readonly string[] = ['open', 'doing', 'done', 'dismissed'];

export const ACTIONS: Tab = {
  name: 'Actions',
  title: { en: 'Actions', ja: 'アクション' },
  note: {
    en: 'One row a call to action that was raised. Answer it in Action Updates; this tab is written by runs only.',
    ja: '発生したアクションごとに 1 行。対応は Action Updates に記入してください。このタブは自動で書き込まれます。',
  },
  workbook: 'health',
  writer: 'script',
  kind: 'table',
  key: 'Action ID',
  columns: [
    column(
      'Action ID',
      'アクションID',
      'id',
      'The same call keeps its id as long as it lasts.',
      '同じアクションが続くあいだ変わらないIDです。',
    ),
    ACCOUNT,
    column('Kind', '種類', 'choice', 'risk, expansion or lifecycle.', 'リスク・拡大・ライフサイクルのいずれかです。', {
      choices: ACTION_KINDS,
    }),
    column('Action Name', '内容', 'text', 'What to do.', 'やるべきことです。'),
    column('Reason Note', '理由', 'longText', 'Why it was raised, in words.', '発生した理由です。'),
    column('Priority', '優先順位', 'integer', '1 is first.', '1 が最優先です。'),
    column('Raised Date', '発生日', 'date', 'When it was raised.', '発生した日です。'),
    column('Due Date', '期限', 'date', 'By when it wants an answer.', '対応の期限です。'),
    column(
      'Status',
      '状態',
      'choice',
      'From the newest row of Action Updates.',
      'Action Updates の最新の記入から決まります。',
      {
        choices: ACTION_STATUSES,
      },
    ),
    ...VIEWERS,
  ],
};
