import { column } from '../column';
import { KEPT } from '../placed';
import type { Tab } from '../tab';

/**
 * Usage, one row per account, measure, user and month: one row a day would be 14 million cells at 5,000 accounts with 8
 * measures and 90 days, and a workbook holds 10 million (Google Drive limits, "Files you can store").
 */
export const USAGE_TAB = {
  name: 'Usage',
  ...KEPT,
  key: 'Usage Series ID',
  columns: [
    column('Usage Series ID', 'id'),
    column('account_id', 'text'),
    column('user_id', 'text'),
    column('measure', 'text'),
    column('month', 'text'),
    column('days', 'longText'),
  ],
} satisfies Tab;
