import { type Locale, say } from '../domain/text';
import type { Screen } from '../ports';
import { decodeCell, type SheetValue } from './cell-codec';
import { wallClockOf } from './wall-clock';

/** The person's screen. A run that nobody watches (a time trigger) has none: it stays silent. */
export function googleScreen(locale: () => Locale): Screen {
  return {
    toast: (text) => SpreadsheetApp.getActiveSpreadsheet()?.toast(say(text, locale()), 'Kenshin'),
    alert: (text) => {
      try {
        SpreadsheetApp.getUi().alert(say(text, locale()));
      } catch {
        SpreadsheetApp.getActiveSpreadsheet()?.toast(say(text, locale()), 'Kenshin');
      }
    },
    selection: () => {
      const cell = SpreadsheetApp.getActiveSpreadsheet()?.getActiveCell();
      if (!cell) return null;
      const sheet = cell.getSheet();
      const columns = sheet.getLastColumn();
      if (columns === 0) return null;
      const wallClock = wallClockOf(sheet.getParent().getSpreadsheetTimeZone());
      const rowAt = (row: number) =>
        (sheet.getRange(row, 1, 1, columns).getValues()[0] as SheetValue[]).map((value) =>
          decodeCell(value, wallClock),
        );
      return { tab: sheet.getName(), header: rowAt(1), row: rowAt(cell.getRow()) };
    },
    show: (tab, cell) => {
      const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
      const sheet = spreadsheet?.getSheetByName(tab);
      if (!spreadsheet || !sheet) return false;
      try {
        spreadsheet.setCurrentCell(sheet.getRange(cell));
      } catch {
        // The tab has shrunk since.
        spreadsheet.setCurrentCell(sheet.getRange('A1'));
      }
      return true;
    },
  };
}
