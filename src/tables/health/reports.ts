import { BAND_SERIES } from '../band-colors';
import { column } from '../column';
import type { Tab } from '../tab';
import { BAND_WORDS } from './accounts';

const BAND_COUNTS = (['Green', 'Lime', 'Yellow', 'Red', 'Grey'] as const).map((band) => column(band, 'integer'));

/** Bars without a band: the better, and the worse or the only ones. */
const BETTER = '#2f6f9f';
const WORSE = '#c4622d';

/** How many accounts stood in each band on each day that Score History shows; drawn in Portfolio. */
export const TREND = {
  name: 'Trend',
  workbook: 'health',
  writer: 'script',
  kind: 'report',
  key: 'Trend ID',
  columns: [column('Trend ID', 'id'), column('Score Date', 'date'), ...BAND_COUNTS],
} satisfies Tab;

export const PORTFOLIO = {
  name: 'Portfolio',
  workbook: 'health',
  writer: 'script',
  kind: 'report',
  key: 'Portfolio ID',
  frozen: 1,
  filtered: true,
  charts: [
    {
      title: { en: 'Accounts by band over time', ja: 'バンド別顧客数の推移' },
      of: TREND,
      shape: 'column',
      stacked: true,
      labels: 'Score Date',
      series: BAND_SERIES,
    },
    {
      title: { en: 'MRR by band', ja: 'バンド別の月額' },
      shape: 'column',
      labels: 'Band',
      series: [['MRR', BETTER]],
      rows: BAND_WORDS.length,
    },
  ],
  columns: [
    column('Portfolio ID', 'id'),
    column('Grouping', 'choice', {
      choices: ['all', 'segment', 'team'],
    }),
    column('Group Name', 'text'),
    column('Band', 'choice', { choices: BAND_WORDS }),
    column('Account Count', 'integer'),
    column('Share Percent', 'percent'),
    column('MRR', 'money'),
    column('Average Score', 'score'),
    column('Skew Note', 'text'),
  ],
} satisfies Tab;

export const TEAM = {
  name: 'Team',
  workbook: 'health',
  writer: 'script',
  kind: 'report',
  key: 'Owner Email',
  chartsBelow: true,
  charts: [
    {
      title: { en: 'Accounts by owner and band', ja: '担当者別・バンド別の顧客数' },
      shape: 'bar',
      stacked: true,
      labels: 'Owner Email',
      series: BAND_SERIES,
    },
    {
      title: { en: 'Scores that rose and fell', ja: 'スコアが上がった顧客・下がった顧客' },
      shape: 'bar',
      labels: 'Owner Email',
      series: [
        ['Improved Count', BETTER],
        ['Worsened Count', WORSE],
      ],
    },
  ],
  columns: [
    column('Owner Email', 'email'),
    column('Team', 'text'),
    column('Account Count', 'integer'),
    column('Scored Count', 'integer'),
    ...BAND_COUNTS,
    column('At Risk Count', 'integer'),
    column('Silent Count', 'integer'),
    column('Improved Count', 'integer'),
    column('Worsened Count', 'integer'),
    column('Average Score', 'score'),
    column('MRR', 'money'),
    column('MRR At Risk', 'money'),
    column('Manager Email', 'email'),
  ],
} satisfies Tab;
