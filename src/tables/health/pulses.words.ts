import { ACCOUNT_WORDS } from '../column.words';
import type { WordsOf } from '../tab';
import type { PULSES } from './pulses';

export const PULSES_WORDS: WordsOf<typeof PULSES> = {
  title: { en: 'Pulses', ja: '担当者の実感' },
  note: {
    en: "A CSM's own judgement of an account. It counts as a metric until Expiry Date; the comment is required.",
    ja: '担当者が感じる顧客の状態です。Expiry Date まで指標として使われます。コメントは必須です。',
  },
  columns: {
    'Pulse ID': {
      ja: '実感ID',
      note: {
        en: 'Any text that no other row has (AppSheet: UNIQUEID()).',
        ja: '他の行と重ならない任意の文字です（AppSheet では UNIQUEID()）。',
      },
    },
    ...ACCOUNT_WORDS,
    Pulse: {
      ja: '実感',
      note: {
        en: '1 (about to leave) to 5 (could not be better).',
        ja: '1（解約しそう）〜5（とても良い）で答えます。',
      },
    },
    Comment: { ja: '根拠', note: { en: 'What makes you think so.', ja: 'そう感じる根拠を書きます。' } },
    'Author Email': { ja: '記入者', note: { en: 'Whose judgement it is.', ja: '記入した人です。' } },
    'Pulse Date': { ja: '記入日', note: { en: 'When it was felt.', ja: '記入した日です。' } },
    'Expiry Date': {
      ja: '有効期限',
      note: {
        en: 'Last day on which it counts; 90 days after Pulse Date where empty.',
        ja: 'この日まで有効です。空欄なら記入日から 90 日です。',
      },
    },
  },
};
