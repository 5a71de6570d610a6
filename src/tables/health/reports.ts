import { column } from '../column';
import type { Tab } from '../tab';
import { BAND_WORDS } from './accounts';

export const PORTFOLIO = {
  name: 'Portfolio',
  workbook: 'health',
  writer: 'script',
  kind: 'report',
  key: 'Portfolio ID',
  frozen: 3,
  charts: [
    {
      title: { en: 'Accounts by band', ja: 'バンド別の顧客数' },
      labels: 'Band',
      values: 'Account Count',
      rows: BAND_WORDS.length,
    },
    { title: { en: 'MRR by band', ja: 'バンド別の月額' }, labels: 'Band', values: 'MRR', rows: BAND_WORDS.length },
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
    column('Skew Note', 'longText'),
  ],
} satisfies Tab;

export const TEAM = {
  name: 'Team',
  workbook: 'health',
  writer: 'script',
  kind: 'report',
  key: 'Owner Email',
  columns: [
    column('Owner Email', 'email'),
    column('Manager Email', 'email'),
    column('Team', 'text'),
    column('Account Count', 'integer'),
    column('Scored Count', 'integer'),
    column('At Risk Count', 'integer'),
    column('Improved Count', 'integer'),
    column('Worsened Count', 'integer'),
    column('Average Score', 'score'),
    column('MRR', 'money'),
    column('MRR At Risk', 'money'),
  ],
} satisfies Tab;
