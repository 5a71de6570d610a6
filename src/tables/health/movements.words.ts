import { LINKED_ACCOUNT_WORDS, VIEWER_WORDS } from '../column.words';
import type { WordsOf } from '../tab';
import type { MOVEMENTS } from './movements';

export const MOVEMENTS_WORDS: WordsOf<typeof MOVEMENTS> = {
  title: { en: 'Movements', ja: 'スコアの動き' },
  note: {
    en: 'Why scores moved: one row an account, cause and metric. Points Moved of an account add up to After less Before.',
    ja: 'スコアが動いた理由を、顧客・要因・指標ごとに 1 行で示します。Points Moved の合計が前後の差に一致します。',
  },
  columns: {
    'Movement ID': {
      ja: '動きID',
      note: { en: 'Account ID, cause and metric, parted by |.', ja: '顧客ID・要因・指標を | でつないだものです。' },
    },
    ...LINKED_ACCOUNT_WORDS,
    'From Date': { ja: '比較元', note: { en: 'Day the score is compared with.', ja: '比較する元の日です。' } },
    'To Date': { ja: '比較先', note: { en: 'Day of the present score.', ja: '現在のスコアの日です。' } },
    Cause: {
      ja: '要因',
      note: {
        en: 'behaviour: the customer did more or less. coverage: data came or went. segment, config: the rules changed. caps: a cap began or ended.',
        ja: 'behaviour は顧客の行動、coverage はデータの増減、segment と config はルールの変更、caps は上限の発動・解除です。',
      },
    },
    Metric: {
      ja: '指標',
      note: { en: 'Metric ID; empty where no metric is meant.', ja: '指標IDです。特定の指標によらない行は空欄です。' },
    },
    'Points Moved': {
      ja: '動いた点数',
      note: {
        en: 'Points this line brought or took; empty where the account lost its score or came to one.',
        ja: 'この行で増減した点数です。スコアがなくなった、または付くようになった行では空欄です。',
      },
    },
    'Reading Before': {
      ja: '前の実測値',
      note: {
        en: 'Reading on From Date, as the present configuration reads it; for config, as the one of then did.',
        ja: '比較元の日を現在の設定で読んだ実測値です。config の行では当時の設定で読んだ値です。',
      },
    },
    'Reading After': {
      ja: '後の実測値',
      note: {
        en: 'Reading on To Date; for config, on From Date as the present configuration reads it.',
        ja: '比較先の実測値です。config の行では、比較元の日を現在の設定で読んだ値です。',
      },
    },
    'Score Before': {
      ja: '前のスコア',
      note: { en: 'Score of the account on From Date.', ja: '比較元のスコアです。' },
    },
    'Score After': { ja: '後のスコア', note: { en: 'Score of the account on To Date.', ja: '比較先のスコアです。' } },
    'Band Before': { ja: '前のバンド', note: { en: 'Band on From Date.', ja: '比較元のバンドです。' } },
    'Band After': { ja: '後のバンド', note: { en: 'Band on To Date.', ja: '比較先のバンドです。' } },
    'Reason Note': { ja: '説明', note: { en: 'The line in words.', ja: 'この行の説明です。' } },
    ...VIEWER_WORDS,
  },
};
