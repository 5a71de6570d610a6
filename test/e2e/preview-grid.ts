import type { Locator, Page } from 'playwright-core';

/** What scrolls the cells. */
export const SCROLLED = '.ag-grid-viewport';

/** A drawn row of a tab whose first row is frozen; from 0. */
export function rowAt(page: Page, row: number): Locator {
  return page.locator(`[row-index="${row === 0 ? 't-0' : row - 1}"]`);
}

/** A drawn cell of a tab whose first row is frozen; both from 0. */
export function cellAt(page: Page, row: number, column: number): Locator {
  return rowAt(page, row).locator(`[col-id="${column}"]`);
}
