import { ACCOUNT, column, VIEWERS } from '../column';
import { SHOWN } from '../placed';
import type { Tab } from '../tab';

/** What a call to action is about. */
export const ACTION_KINDS: readonly string[] = ['risk', 'expansion', 'lifecycle'];

/** How far a call to action is. */
export const ACTION_STATUSES: readonly string[] = ['open', 'doing', 'done', 'dismissed'];

export const ACTIONS = {
  name: 'Actions',
  ...SHOWN,
  key: 'Action ID',
  columns: [
    column('Action ID', 'id'),
    ACCOUNT,
    column('Kind', 'choice', {
      choices: ACTION_KINDS,
    }),
    column('Action Name', 'text'),
    column('Reason Note', 'longText'),
    column('Priority', 'integer'),
    column('Raised Date', 'date'),
    column('Due Date', 'date'),
    column('Status', 'choice', {
      choices: ACTION_STATUSES,
    }),
    ...VIEWERS,
  ],
} satisfies Tab;
