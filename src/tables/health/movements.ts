import { ACCOUNT, column, VIEWERS } from '../column';
import type { Tab } from '../tab';
import { BAND_WORDS } from './accounts';

/** Why a score moved: each line of Movements has one cause. */
export const CAUSES: readonly string[] = ['behaviour', 'coverage', 'segment', 'config', 'caps'];

export const MOVEMENTS: Tab = {
  name: 'Movements',
  title: { en: 'Movements', ja: 'スコアの動き' },
  note: {
    en: 'Why scores moved: one row an account, cause and metric. Points Moved of an account add up to After less Before.',
    ja: 'スコアが動いた理由を、顧客・要因・指標ごとに 1 行で示します。Points Moved の合計が前後の差に一致します。',
  },
  workbook: 'health',
  writer: 'script',
  kind: 'table',
  key: 'Movement ID',
  frozen: 2,
  columns: [
    column(
      'Movement ID',
      '動きID',
      'id',
      'Account ID, cause and metric, parted by |.',
      '顧客ID・要因・指標を | でつないだものです。',
    ),
    ACCOUNT,
    column('From Date', '比較元', 'date', 'Day the score is compared with.', '比較する元の日です。'),
    column('To Date', '比較先', 'date', 'Day of the present score.', '現在のスコアの日です。'),
    column(
      'Cause',
      '要因',
      'choice',
      'behaviour: the customer did more or less. coverage: data came or went. segment, config: the rules changed. caps: a cap began or ended.',
      'behaviour は顧客の行動、coverage はデータの増減、segment と config はルールの変更、caps は上限の発動・解除です。',
      { choices: CAUSES },
    ),
    column(
      'Metric',
      '指標',
      'ref',
      'Metric ID; empty where no metric is meant.',
      '指標IDです。特定の指標によらない行は空欄です。',
      {
        ref: 'Metrics',
      },
    ),
    column('Points Moved', '動いた点数', 'score', 'Points this line brought or took.', 'この行で増減した点数です。'),
    column('Reading Before', '前の実測値', 'number', 'Reading on From Date.', '比較元の実測値です。'),
    column('Reading After', '後の実測値', 'number', 'Reading on To Date.', '比較先の実測値です。'),
    column('Score Before', '前のスコア', 'score', 'Score of the account on From Date.', '比較元のスコアです。'),
    column('Score After', '後のスコア', 'score', 'Score of the account on To Date.', '比較先のスコアです。'),
    column('Band Before', '前のバンド', 'choice', 'Band on From Date.', '比較元のバンドです。', {
      choices: BAND_WORDS,
    }),
    column('Band After', '後のバンド', 'choice', 'Band on To Date.', '比較先のバンドです。', { choices: BAND_WORDS }),
    column('Reason Note', '説明', 'longText', 'The line in words.', 'この行の説明です。'),
    ...VIEWERS,
  ],
};
