import { ACCOUNT, column, VIEWERS } from '../column';
import { SHOWN } from '../placed';
import type { Tab } from '../tab';
import { BAND_WORDS } from './accounts';

export const SCORE_HISTORY = {
  name: 'Score History',
  ...SHOWN,
  key: 'History ID',
  frozen: 3,
  columns: [
    column('History ID', 'id'),
    ACCOUNT,
    column('Score Date', 'date'),
    column('Score', 'score'),
    column('Band', 'choice', { choices: BAND_WORDS }),
    column('Coverage Percent', 'percent'),
    column('Segment', 'ref', { ref: 'Segments' }),
    column('Config Version', 'text'),
    column('Has New Version', 'flag'),
    ...VIEWERS,
  ],
} satisfies Tab;
