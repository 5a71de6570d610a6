import { column } from '../column';
import { KEPT } from '../placed';
import type { Tab } from '../tab';

/** Attributes of accounts as they changed, so that a past day is scored by what was known of it. */
export const ACCOUNT_HISTORY_TAB = {
  name: 'Account History',
  ...KEPT,
  key: '',
  columns: [column('account_id', 'text'), column('date', 'date'), column('column', 'text'), column('value', 'text')],
} satisfies Tab;
