import { KenshinError } from '../errors';
import type { Workbooks } from '../ports';
import { fileIdOf } from './files';
import { noContainer, spreadsheetNotOpened } from './messages';
import { persistently } from './patience';
import { googleWorkbook } from './workbook';

/** Spreadsheets by id, and the one the script is bound to. */
export const googleWorkbooks: Workbooks = {
  health: () => {
    const active = SpreadsheetApp.getActiveSpreadsheet();
    if (active === null) {
      const { text, next } = noContainer();
      throw new KenshinError('input', text, next);
    }
    return googleWorkbook(active);
  },
  open: (idOrUrl) => {
    let spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
    try {
      spreadsheet = persistently(() => SpreadsheetApp.openById(fileIdOf(idOrUrl)));
    } catch {
      const { text, next } = spreadsheetNotOpened();
      throw new KenshinError('credential', text, next);
    }
    return googleWorkbook(spreadsheet);
  },
  create: (name, like) => {
    const spreadsheet = SpreadsheetApp.create(name);
    spreadsheet.setSpreadsheetTimeZone(like.zone);
    spreadsheet.setSpreadsheetLocale(like.locale.replace('-', '_'));
    return googleWorkbook(spreadsheet);
  },
};
