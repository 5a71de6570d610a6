import { column, LINKED_ACCOUNT, VIEWERS } from '../column';
import { SHOWN } from '../placed';
import type { Tab } from '../tab';
import { BAND_WORDS } from './accounts';

/** Why a score moved: each line of Movements has one cause. */
export const CAUSES: readonly string[] = ['behaviour', 'coverage', 'segment', 'config', 'caps'];

export const MOVEMENTS = {
  name: 'Movements',
  ...SHOWN,
  key: 'Movement ID',
  frozen: 2,
  columns: [
    column('Movement ID', 'id'),
    LINKED_ACCOUNT,
    column('From Date', 'date'),
    column('To Date', 'date'),
    column('Cause', 'choice', { choices: CAUSES }),
    column('Metric', 'ref', {
      ref: 'Metrics',
    }),
    column('Points Moved', 'change'),
    column('Reading Before', 'number'),
    column('Reading After', 'number'),
    column('Score Before', 'score'),
    column('Score After', 'score'),
    column('Band Before', 'choice', {
      choices: BAND_WORDS,
    }),
    column('Band After', 'choice', { choices: BAND_WORDS }),
    column('Reason Note', 'longText'),
    ...VIEWERS,
  ],
} satisfies Tab;
