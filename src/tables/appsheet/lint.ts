import { type Problem, quote, type Severity } from '../../domain/problem';
import { same } from '../../domain/text';
import type { AppSheetWords } from '../../domain/words';
import { address } from '../address';
import { type Found, RULES } from './rules';
import type { BookSurvey } from './survey';

/** Problems that this check lists have codes that begin so. */
export const APP_SHEET = 'appsheet.';

/**
 * Every rule of AppSheet that the workbook misses, as problems addressed by tab and cell: the first place in each
 * column. An error breaks the app or corrupts data, a warning makes for worse guesses and slower sync.
 */
export function lintAppSheet(book: BookSurvey, { why, triggers }: AppSheetWords): readonly Problem[] {
  return book.tabs.flatMap(({ tab, seen }) => {
    const miss = (rule: string, severity: Severity, [row, column, value]: Found): Problem => ({
      severity,
      code: APP_SHEET + rule,
      source: tab.name,
      place: row === 0 ? '' : address(column, row),
      column: row === 0 ? '' : String(seen?.grid[0]?.[column] ?? ''),
      value: quote(value ?? ''),
      why: why[rule] ?? same(rule),
    });
    if (seen === null) return [miss('tab-missing', 'error', [0, 0])];
    return Object.entries(RULES).flatMap(([rule, [severity, check]]) => {
      const told = new Set<number>();
      return (check as (scene: object) => readonly Found[])({ tab, seen, book, triggers })
        .filter(([, column]) => !told.has(column) && told.add(column))
        .map((found) => miss(rule, severity, found));
    });
  });
}
