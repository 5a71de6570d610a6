import type { Problem } from '../../domain/problem';
import type { Workbook } from '../../ports';
import * as messages from '../messages';

/** Cells of a spreadsheet, empty ones included. Source: Google Drive help, "Files you can store in Google Drive". */
const MOST_CELLS = 10000000;

/** A workbook is pointed out long before it is full. */
const WARNED_SHARE = 0.6;

const CODE = 'workbook.full';

/** Problems of workbooks that fill up. */
export function sizeProblems(workbooks: readonly Workbook[]): Problem[] {
  return workbooks.flatMap((workbook) => {
    const cells = workbook.cells();
    if (cells < MOST_CELLS * WARNED_SHARE) return [];
    const why = messages.workbookFills(Math.floor((cells / MOST_CELLS) * 100));
    return [{ severity: 'warning', code: CODE, source: workbook.name(), place: '', column: '', value: '', why }];
  });
}

export function isOfSize({ code }: Problem): boolean {
  return code === CODE;
}
