import { refusal } from '../errors';
import type { Platform, Workbook } from '../ports';
import { notSetUp } from './messages';
import { STORE_KEYS } from './store-keys';

/** Whether set-up has made the Data workbook of this Health workbook. */
export function isSetUp(platform: Platform): boolean {
  return platform.store.get(STORE_KEYS.data) !== null;
}

/** The Data workbook. Throws KenshinError `input` before set-up. */
export function dataWorkbook(platform: Platform): Workbook {
  const id = platform.store.get(STORE_KEYS.data);
  if (id === null) {
    throw refusal('input', notSetUp());
  }
  return platform.workbooks.open(id);
}
