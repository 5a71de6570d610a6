import { ACCOUNT_WORDS } from '../column.words';
import type { WordsOf } from '../tab';
import type { GOALS } from './goals';

export const GOALS_WORDS: WordsOf<typeof GOALS> = {
  title: { en: 'Goals', ja: '目標' },
  note: {
    en: 'What was agreed with a customer: the result they want (roi) and the steps towards it. It need not be money.',
    ja: '顧客と合意した目標です。得たい成果（roi）と、そこまでのステップ（step）を書きます。金額でなくてもかまいません。',
  },
  columns: {
    'Goal ID': {
      ja: '目標ID',
      note: {
        en: 'Any text that no other row has (AppSheet: UNIQUEID()).',
        ja: '他の行と重ならない任意の文字です（AppSheet では UNIQUEID()）。',
      },
    },
    ...ACCOUNT_WORDS,
    Kind: {
      ja: '種類',
      note: {
        en: 'roi: the result that was agreed. onboarding: a task before go-live. step: a step of the roadmap.',
        ja: 'roi は合意した成果、onboarding は利用開始までの作業、step はロードマップの 1 歩です。',
      },
    },
    'Goal Name': { ja: '目標', note: { en: 'The goal in one line.', ja: '目標を 1 行で書きます。' } },
    Target: {
      ja: '目標値',
      note: {
        en: 'The number to reach, the more the better: of work that is to shrink, what is saved. Empty for a step.',
        ja: '到達したい数値で、大きいほどよいものを書きます（減らしたい作業なら削減量）。ステップでは空欄にします。',
      },
    },
    Actual: { ja: '実績値', note: { en: 'Where the customer is now.', ja: '現在の数値です。' } },
    Unit: { ja: '単位', note: { en: 'What the numbers count.', ja: '数値の単位です。' } },
    'Due Date': { ja: '期限', note: { en: 'By when.', ja: '達成の期限です。' } },
    'Done Date': {
      ja: '完了日',
      note: { en: 'When it was reached; empty until then.', ja: '達成した日です。それまでは空欄にします。' },
    },
    Comment: {
      ja: 'メモ',
      note: { en: 'How it is measured, with whom it was agreed.', ja: '測り方や合意した相手を書きます。' },
    },
    'Author Email': { ja: '記入者', note: { en: 'Who wrote it.', ja: '記入した人です。' } },
    'Update Date': { ja: '更新日', note: { en: 'Day of Actual.', ja: '実績値の日付です。' } },
  },
};
