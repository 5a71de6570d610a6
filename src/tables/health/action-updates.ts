import { column } from '../column';
import { ENTERED } from '../placed';
import type { Tab } from '../tab';
import { ACTION_STATUSES } from './actions';

export const ACTION_UPDATES = {
  name: 'Action Updates',
  ...ENTERED,
  key: 'Update ID',
  columns: [
    column('Update ID', 'id'),
    column('Action', 'ref', {
      ref: 'Actions',
      required: true,
    }),
    column('Status', 'choice', {
      choices: ACTION_STATUSES,
      required: true,
    }),
    column('Comment', 'longText'),
    column('Author Email', 'email', { required: true }),
    column('Update Timestamp', 'timestamp', { required: true }),
  ],
} satisfies Tab;
