import { type DatasetDeclaration, dataset } from '../../domain/datasets';
import { column } from '../column';
import { KEPT } from '../placed';
import type { Tab } from '../tab';

/** Datasets whose months that are over are packed. What became of contracts is few rows, and stays for good. */
export const ARCHIVED: readonly DatasetDeclaration['name'][] = ['usage', 'touches', 'surveys', 'tickets'];

/**
 * The tab beside a dataset's own that holds its months that are over, packed: a row for each event or series would be ten
 * million cells after two years of 5,000 accounts, and a workbook holds no more (Google Drive limits, "Files you can
 * store"). Rows stand by month, so that a run reads the months it needs as one block.
 */
export function archiveTab(tab: string) {
  return {
    name: `${tab} Archive`,
    ...KEPT,
    key: 'Archive ID',
    columns: [
      column('Archive ID', 'id'),
      column('month', 'text'),
      column('account_id', 'text'),
      column('records', 'longText'),
    ],
  } satisfies Tab;
}

export const ARCHIVE_TABS: readonly Tab[] = ARCHIVED.map((name) => archiveTab(dataset(name).tab));
