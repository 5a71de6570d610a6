import { column } from '../column';
import { KEPT } from '../placed';
import type { Tab } from '../tab';

/** What the Adoption tab is counted from: a person's days, without a word of which accounts they looked at. */
export const ADOPTION_DAYS = {
  name: 'Adoption Days',
  ...KEPT,
  key: '',
  columns: [
    column('email', 'text', { required: true }),
    column('date', 'date', { required: true }),
    column('uses', 'integer', { required: true }),
    column('accounts', 'integer', { required: true }),
  ],
} satisfies Tab;
