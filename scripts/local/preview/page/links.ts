import type { DrawnTab, DrawnWorkbook } from '../drawn';
import type { Place } from './grid/place';

/** A cell of one of the workbooks. */
export interface Target {
  readonly workbook: DrawnWorkbook;
  readonly tab: DrawnTab;
  readonly place: Place;
}

/** `#gid=7&range=B4`, alone or behind the address of a spreadsheet; a whole range counts by its first cell. */
const CELL =
  /^(?:https:\/\/docs\.google\.com\/spreadsheets\/d\/([^/?#]+)[^#]*)?#gid=(\d+)(?:&range=\$?([A-Z]+)\$?(\d+).*)?$/;

/** Whether a link leads to a cell of a spreadsheet, and not out of it. */
export function leadsToCell(link: string): boolean {
  return CELL.test(link);
}

/** The cell a link leads to, seen from a workbook; null when there is no such tab to be seen. */
export function targetOf(link: string, here: string, workbooks: readonly DrawnWorkbook[]): Target | null {
  const [, id = here, gid, letters = 'A', row = '1'] = CELL.exec(link) ?? [];
  const workbook = workbooks.find((one) => one.id === id);
  const tab = workbook?.tabs.find((one) => one.gid === Number(gid));
  if (!workbook || !tab) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return {
    workbook,
    tab,
    place: { row: Math.min(Number(row), tab.rows) - 1, column: Math.min(column, tab.widths.length - 1) },
  };
}
