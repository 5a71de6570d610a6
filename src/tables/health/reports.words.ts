import type { WordsOf } from '../tab';
import type { PORTFOLIO, TEAM, TREND } from './reports';

const BAND_COUNT_WORDS = {
  Green: { ja: '良好', note: { en: 'Accounts in Green.', ja: 'Green の顧客数です。' } },
  Lime: { ja: 'おおむね良好', note: { en: 'Accounts in Lime.', ja: 'Lime の顧客数です。' } },
  Yellow: { ja: '注意', note: { en: 'Accounts in Yellow.', ja: 'Yellow の顧客数です。' } },
  Red: { ja: '危険', note: { en: 'Accounts in Red.', ja: 'Red の顧客数です。' } },
  Grey: {
    ja: '未採点',
    note: { en: 'Accounts with too few data to score.', ja: 'データが少なく採点できない顧客数です。' },
  },
};

export const TREND_WORDS: WordsOf<typeof TREND> = {
  title: { en: 'Trend', ja: '推移' },
  note: {
    en: 'Accounts by band on each day that Score History shows; Portfolio draws it.',
    ja: 'Score History にある日ごとの、バンド別の顧客数です。Portfolio のグラフに使います。',
  },
  columns: {
    'Trend ID': { ja: 'ID', note: { en: 'The day.', ja: '日付です。' } },
    'Score Date': { ja: '採点日', note: { en: 'Day of the scores.', ja: 'スコアの日付です。' } },
    ...BAND_COUNT_WORDS,
  },
};

export const PORTFOLIO_WORDS: WordsOf<typeof PORTFOLIO> = {
  title: { en: 'Portfolio', ja: 'ポートフォリオ' },
  note: {
    en: 'How the accounts spread over the bands: in all, by segment, by team. A warning stands where one band holds too many.',
    ja: '顧客がどのバンドに分布しているかを、全体・セグメント別・チーム別に示します。偏りがあれば注意書きが入ります。',
  },
  columns: {
    'Portfolio ID': {
      ja: 'ID',
      note: { en: 'Grouping, group and band, parted by |.', ja: '区分・グループ・バンドを | でつないだものです。' },
    },
    Grouping: { ja: '区分', note: { en: 'all, segment or team.', ja: '全体・セグメント・チームのいずれかです。' } },
    'Group Name': {
      ja: 'グループ',
      note: { en: 'The segment or team; empty for all.', ja: 'セグメントまたはチームです。全体は空欄です。' },
    },
    Band: { ja: 'バンド', note: { en: 'Band that is counted.', ja: '数えたバンドです。' } },
    'Account Count': { ja: '顧客数', note: { en: 'Accounts in the band.', ja: 'このバンドの顧客数です。' } },
    'Share Percent': {
      ja: '割合',
      note: { en: 'Share of the group, 0 to 100.', ja: 'グループに占める割合（0〜100）です。' },
    },
    MRR: { ja: '月額', note: { en: 'Monthly recurring revenue in the band.', ja: 'このバンドの MRR 合計です。' } },
    'Average Score': {
      ja: '平均スコア',
      note: { en: 'Mean score of the accounts in the band.', ja: 'このバンドの平均スコアです。' },
    },
    'Skew Note': {
      ja: '偏りの注意',
      note: {
        en: 'Said where one band holds more than Skew Warning Percent.',
        ja: 'Skew Warning Percent を超えて偏ったときに表示します。',
      },
    },
  },
};

export const TEAM_WORDS: WordsOf<typeof TEAM> = {
  title: { en: 'Team', ja: '担当者別' },
  note: {
    en: 'One row an owner: how their accounts stand, and where a manager can step in.',
    ja: '担当者ごとに 1 行。担当顧客の状況と、マネージャーが支援すべきところが分かります。',
  },
  columns: {
    'Owner Email': {
      ja: '担当者メール',
      note: {
        en: 'The owner; empty accounts stand under (no owner).',
        ja: '担当者です。未設定の顧客は (no owner) にまとめます。',
      },
    },
    'Manager Email': { ja: 'マネージャーメール', note: { en: "The owner's manager.", ja: '担当者の上長です。' } },
    Team: { ja: 'チーム', note: { en: 'Team of the owner.', ja: '担当者のチームです。' } },
    'Account Count': { ja: '顧客数', note: { en: 'Accounts of the owner.', ja: '担当している顧客数です。' } },
    'Scored Count': { ja: '採点済み', note: { en: 'Accounts with a score.', ja: 'スコアのある顧客数です。' } },
    ...BAND_COUNT_WORDS,
    'Silent Count': {
      ja: '未接触',
      note: {
        en: 'Accounts in the two lowest bands with whom nobody met, called or wrote in the last 14 days.',
        ja: '下位 2 バンドの顧客のうち、直近 14 日間に面談・電話・メールのいずれもない顧客数です。',
      },
    },
    'At Risk Count': {
      ja: '要注意',
      note: { en: 'Accounts in the two lowest bands.', ja: '下位 2 バンドの顧客数です。' },
    },
    'Improved Count': {
      ja: '改善',
      note: {
        en: 'Accounts whose score rose over Change Days.',
        ja: 'Change Days の期間でスコアが上がった顧客数です。',
      },
    },
    'Worsened Count': {
      ja: '悪化',
      note: {
        en: 'Accounts whose score fell over Change Days.',
        ja: 'Change Days の期間でスコアが下がった顧客数です。',
      },
    },
    'Average Score': { ja: '平均スコア', note: { en: 'Mean score.', ja: '平均スコアです。' } },
    MRR: { ja: '月額', note: { en: 'Monthly recurring revenue of the accounts.', ja: '担当顧客の MRR 合計です。' } },
    'MRR At Risk': {
      ja: '要注意の月額',
      note: { en: 'MRR in the two lowest bands.', ja: '下位 2 バンドの MRR 合計です。' },
    },
  },
};
