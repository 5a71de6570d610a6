import type { WordsOf } from '../tab';
import type { ACTION_UPDATES } from './action-updates';

export const ACTION_UPDATES_WORDS: WordsOf<typeof ACTION_UPDATES> = {
  title: { en: 'Action Updates', ja: '対応記録' },
  note: {
    en: 'What a person did about a call to action. Only add rows; the newest counts.',
    ja: 'アクションへの対応を記録します。行は追加だけにしてください。最新の行が有効です。',
  },
  columns: {
    'Update ID': {
      ja: '記録ID',
      note: {
        en: 'Any text that no other row has (AppSheet: UNIQUEID()).',
        ja: '他の行と重ならない任意の文字です（AppSheet では UNIQUEID()）。',
      },
    },
    Action: { ja: 'アクション', note: { en: 'Action ID it answers.', ja: '対応した Action ID です。' } },
    Status: { ja: '状態', note: { en: 'How far it is now.', ja: '現在の状態です。' } },
    Comment: {
      ja: 'コメント',
      note: { en: 'What was done, what was learnt.', ja: 'やったこと、分かったことを書きます。' },
    },
    'Author Email': { ja: '記入者', note: { en: 'Who did it.', ja: '記入した人です。' } },
    'Update Timestamp': { ja: '記入日時', note: { en: 'When.', ja: '記入した日時です。' } },
  },
};
