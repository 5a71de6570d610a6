import { column, LINKED_ACCOUNT, VIEWERS } from '../column';
import { SHOWN } from '../placed';
import type { Tab } from '../tab';

export const BREAKDOWN = {
  name: 'Breakdown',
  ...SHOWN,
  key: 'Breakdown ID',
  frozen: 3,
  columns: [
    column('Breakdown ID', 'id'),
    LINKED_ACCOUNT,
    column('Metric', 'ref', {
      ref: 'Metrics',
    }),
    column('Dimension', 'ref', {
      ref: 'Dimensions',
    }),
    column('Reading', 'number'),
    column('Metric Score', 'score'),
    column('Effective Weight', 'number'),
    column('Points Earned', 'score'),
    column('Points Lost', 'score'),
    column('Points Change', 'change'),
    column('Data Date', 'date'),
    column('Has Stale Data', 'flag'),
    column('Metric Name', 'text', { width: 230 }),
    column('Metric Name Ja', 'text', { width: 230 }),
    column('Reading Text', 'text'),
    ...VIEWERS,
  ],
} satisfies Tab;
