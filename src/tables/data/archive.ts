import { column } from '../column';
import type { Tab } from '../tab';

/**
 * Months that are over, packed: a row for each event or series would be ten million cells after two years of 5,000
 * accounts, and a workbook holds no more (Google Drive limits, "Files you can store").
 */
export const ARCHIVE_TAB = {
  name: 'Archive',
  workbook: 'data',
  writer: 'script',
  kind: 'table',
  key: 'Archive ID',
  columns: [
    column('Archive ID', 'id'),
    column('month', 'text'),
    column('tab', 'text'),
    column('account_id', 'text'),
    column('records', 'longText'),
  ],
} satisfies Tab;
