import { column } from '../column';
import { KEPT } from '../placed';
import type { Tab } from '../tab';

/** How rows that were changed in place stood before, packed by dataset and day. */
export const ROW_HISTORY_TAB = {
  name: 'Row History',
  ...KEPT,
  key: '',
  columns: [column('dataset', 'text'), column('date', 'date'), column('records', 'longText')],
} satisfies Tab;
