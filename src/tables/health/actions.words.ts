import { ACCOUNT_WORDS, VIEWER_WORDS } from '../column.words';
import type { WordsOf } from '../tab';
import type { ACTIONS } from './actions';

export const ACTIONS_WORDS: WordsOf<typeof ACTIONS> = {
  title: { en: 'Actions', ja: 'アクション' },
  note: {
    en: 'One row a call to action that was raised. Answer it in Action Updates; this tab is written by runs only.',
    ja: '発生したアクションごとに 1 行。対応は Action Updates に記入してください。このタブは自動で書き込まれます。',
  },
  columns: {
    'Action ID': {
      ja: 'アクションID',
      note: {
        en: 'The same call keeps its id as long as it lasts.',
        ja: '同じアクションが続くあいだ変わらないIDです。',
      },
    },
    ...ACCOUNT_WORDS,
    Kind: {
      ja: '種類',
      note: { en: 'risk, expansion or lifecycle.', ja: 'リスク・拡大・ライフサイクルのいずれかです。' },
    },
    'Action Name': { ja: '内容', note: { en: 'What to do.', ja: 'やるべきことです。' } },
    'Reason Note': { ja: '理由', note: { en: 'Why it was raised, in words.', ja: '発生した理由です。' } },
    Priority: { ja: '優先順位', note: { en: '1 is first.', ja: '1 が最優先です。' } },
    'Raised Date': { ja: '発生日', note: { en: 'When it was raised.', ja: '発生した日です。' } },
    'Due Date': { ja: '期限', note: { en: 'By when it wants an answer.', ja: '対応の期限です。' } },
    Status: {
      ja: '状態',
      note: { en: 'From the newest row of Action Updates.', ja: 'Action Updates の最新の記入から決まります。' },
    },
    ...VIEWER_WORDS,
  },
};
