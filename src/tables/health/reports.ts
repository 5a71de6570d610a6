import { column } from '../column';
import type { Tab } from '../tab';
import { BAND_WORDS } from './accounts';

export const PORTFOLIO: Tab = {
  name: 'Portfolio',
  title: { en: 'Portfolio', ja: 'ポートフォリオ' },
  note: {
    en: 'How the accounts spread over the bands: in all, by segment, by team. A warning stands where one band holds too many.',
    ja: '顧客がどのバンドに分布しているかを、全体・セグメント別・チーム別に示します。偏りがあれば注意書きが入ります。',
  },
  workbook: 'health',
  writer: 'script',
  kind: 'report',
  key: 'Portfolio ID',
  frozen: 3,
  columns: [
    column(
      'Portfolio ID',
      'ID',
      'id',
      'Grouping, group and band, parted by |.',
      '区分・グループ・バンドを | でつないだものです。',
    ),
    column('Grouping', '区分', 'choice', 'all, segment or team.', '全体・セグメント・チームのいずれかです。', {
      choices: ['all', 'segment', 'team'],
    }),
    column(
      'Group Name',
      'グループ',
      'text',
      'The segment or team; empty for all.',
      'セグメントまたはチームです。全体は空欄です。',
    ),
    column('Band', 'バンド', 'choice', 'Band that is counted.', '数えたバンドです。', { choices: BAND_WORDS }),
    column('Account Count', '顧客数', 'integer', 'Accounts in the band.', 'このバンドの顧客数です。'),
    column('Share Percent', '割合', 'percent', 'Share of the group, 0 to 100.', 'グループに占める割合（0〜100）です。'),
    column('MRR', '月額', 'money', 'Monthly recurring revenue in the band.', 'このバンドの MRR 合計です。'),
    column(
      'Average Score',
      '平均スコア',
      'score',
      'Mean score of the accounts in the band.',
      'このバンドの平均スコアです。',
    ),
    column(
      'Skew Note',
      '偏りの注意',
      'longText',
      'Said where one band holds more than Skew Warning Percent.',
      'Skew Warning Percent を超えて偏ったときに表示します。',
    ),
  ],
};

export const TEAM: Tab = {
  name: 'Team',
  title: { en: 'Team', ja: '担当者別' },
  note: {
    en: 'One row an owner: how their accounts stand, and where a manager can step in.',
    ja: '担当者ごとに 1 行。担当顧客の状況と、マネージャーが支援すべきところが分かります。',
  },
  workbook: 'health',
  writer: 'script',
  kind: 'report',
  key: 'Owner Email',
  columns: [
    column(
      'Owner Email',
      '担当者メール',
      'email',
      'The owner; empty accounts stand under (no owner).',
      '担当者です。未設定の顧客は (no owner) にまとめます。',
    ),
    column('Manager Email', 'マネージャーメール', 'email', "The owner's manager.", '担当者の上長です。'),
    column('Team', 'チーム', 'text', 'Team of the owner.', '担当者のチームです。'),
    column('Account Count', '顧客数', 'integer', 'Accounts of the owner.', '担当している顧客数です。'),
    column('Scored Count', '採点済み', 'integer', 'Accounts with a score.', 'スコアのある顧客数です。'),
    column('At Risk Count', '要注意', 'integer', 'Accounts in the two lowest bands.', '下位 2 バンドの顧客数です。'),
    column(
      'Improved Count',
      '改善',
      'integer',
      'Accounts whose score rose over Change Days.',
      'Change Days の期間でスコアが上がった顧客数です。',
    ),
    column(
      'Worsened Count',
      '悪化',
      'integer',
      'Accounts whose score fell over Change Days.',
      'Change Days の期間でスコアが下がった顧客数です。',
    ),
    column('Average Score', '平均スコア', 'score', 'Mean score.', '平均スコアです。'),
    column('MRR', '月額', 'money', 'Monthly recurring revenue of the accounts.', '担当顧客の MRR 合計です。'),
    column('MRR At Risk', '要注意の月額', 'money', 'MRR in the two lowest bands.', '下位 2 バンドの MRR 合計です。'),
  ],
};
