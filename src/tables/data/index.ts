import { DATASETS } from '../../domain/datasets';
import type { Tab } from '../tab';
import { ACCOUNT_HISTORY_TAB } from './account-history';
import { ADOPTION_DAYS } from './adoption-days';
import { ARCHIVE_TABS } from './archive';
import { datasetTab } from './dataset-tab';
import { ROW_HISTORY_TAB } from './row-history';
import { USAGE_TAB } from './usage';
import { EXPORT_TAB, WRITE_BACK_LEDGER, WRITE_BACK_PREVIEW } from './write-back';

/** The tabs of the Data workbook as set-up makes them, before any source brought columns of its own. */
export const DATA_TABS: readonly Tab[] = [
  ...DATASETS.map((declaration) => (declaration.name === 'usage' ? USAGE_TAB : datasetTab(declaration, []))),
  ACCOUNT_HISTORY_TAB,
  ROW_HISTORY_TAB,
  ...ARCHIVE_TABS,
  ADOPTION_DAYS,
  EXPORT_TAB,
  WRITE_BACK_PREVIEW,
  WRITE_BACK_LEDGER,
];
