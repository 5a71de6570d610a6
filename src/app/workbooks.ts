import { isKenshinError, refusal } from '../errors';
import type { Platform, Workbook } from '../ports';
import { dataShut, notSetUp } from './messages';
import { STORE_KEYS } from './store-keys';

/** Whether set-up has made the Data workbook of this Health workbook. */
export function isSetUp(platform: Platform): boolean {
  return platform.store.get(STORE_KEYS.data) !== null;
}

/** The Data workbook. Throws KenshinError: `input` before set-up, `credential` where the person may not open it. */
export function dataWorkbook(platform: Platform): Workbook {
  const id = platform.store.get(STORE_KEYS.data);
  if (id === null) {
    throw refusal('input', notSetUp());
  }
  try {
    return platform.workbooks.open(id);
  } catch (error) {
    throw isKenshinError(error) ? refusal('credential', dataShut()) : error;
  }
}
