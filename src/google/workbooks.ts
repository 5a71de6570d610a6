import { refusal } from '../errors';
import type { Workbooks } from '../ports';
import { fileIdOf } from './files';
import { noContainer, spreadsheetNotOpened } from './messages';
import { persistently } from './patience';
import { googleWorkbook } from './workbook';

/** Property of the script under which set-up keeps the id of the spreadsheet it is bound to. */
const HEALTH = 'health.spreadsheet';

/** Spreadsheets by id, and the one the script is bound to. */
export const googleWorkbooks: Workbooks = {
  health: () => {
    // Beside Gmail and Calendar no spreadsheet is open, and whether one is for a card in Sheets is contested.
    const active = SpreadsheetApp.getActiveSpreadsheet();
    const known = active ?? PropertiesService.getScriptProperties().getProperty(HEALTH);
    if (typeof known === 'string') return googleWorkbooks.open(known);
    if (active === null) {
      throw refusal('input', noContainer());
    }
    return googleWorkbook(active);
  },
  settle: (locale, zone) => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    spreadsheet.setSpreadsheetTimeZone(zone);
    // Another country's English or Japanese may stay: only the language matters here.
    if (spreadsheet.getSpreadsheetLocale().slice(0, 2) !== locale)
      spreadsheet.setSpreadsheetLocale(locale === 'ja' ? 'ja_JP' : 'en_US');
  },
  open: (idOrUrl) => {
    let spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
    try {
      spreadsheet = persistently(() => SpreadsheetApp.openById(fileIdOf(idOrUrl)));
    } catch {
      throw refusal('credential', spreadsheetNotOpened());
    }
    return googleWorkbook(spreadsheet);
  },
  obtain: (name, like) => {
    const spreadsheet = spreadsheetNamed(name) ?? SpreadsheetApp.create(name);
    spreadsheet.setSpreadsheetTimeZone(like.zone);
    spreadsheet.setSpreadsheetLocale(like.locale.replace('-', '_'));
    return googleWorkbook(spreadsheet);
  },
};

function spreadsheetNamed(name: string): GoogleAppsScript.Spreadsheet.Spreadsheet | null {
  const files = DriveApp.getFilesByName(name);
  while (files.hasNext()) {
    const file = files.next();
    if (!file.isTrashed()) return SpreadsheetApp.openById(file.getId());
  }
  return null;
}
