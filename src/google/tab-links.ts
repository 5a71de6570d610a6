import type { Grid } from '../domain/cell';
import type { TabLayout } from '../ports';
import { needsApostrophe } from './cell-codec';

type RichText = GoogleAppsScript.Spreadsheet.RichTextValue;

/**
 * Makes links of the texts that were just written into a column: rich texts, which are formatting, not formulas. One call,
 * as a rule: empty cells and texts that typing would take for something else are left out, since what a rich text makes of
 * them is not documented. Source: Apps Script reference, RichTextValueBuilder; an address within the file is `#gid=7&range=A5`.
 */
export function linkCells(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  { column, to }: NonNullable<TabLayout['links']>,
  rows: Grid,
  firstRow: number,
): void {
  const ids = new Map<string, string | null>();
  const idOf = (tab: string): string | null => {
    if (!ids.has(tab)) ids.set(tab, sheet.getParent().getSheetByName(tab)?.getSheetId().toString() ?? null);
    return ids.get(tab) as string | null;
  };
  // Rows of one account share text and target.
  const built = new Map<string, RichText>();
  const texts = rows.map((row, at): RichText | null => {
    const text = String(row[column] ?? '');
    if (firstRow + at === 1 || text === '' || needsApostrophe(text)) return null;
    const target = to(row);
    const id = target && idOf(target.tab);
    const url = target && id !== null ? `#gid=${id}&range=${target.range}` : null;
    const key = JSON.stringify([text, url]);
    const known = built.get(key);
    if (known) return known;
    const value = SpreadsheetApp.newRichTextValue().setText(text).setLinkUrl(url).build();
    built.set(key, value);
    return value;
  });
  for (let start = 0; start < texts.length; start++) {
    const run: [RichText][] = [];
    for (let value = texts[start]; value; value = texts[start + run.length]) run.push([value]);
    if (run.length > 0) sheet.getRange(firstRow + start, column + 1, run.length, 1).setRichTextValues(run);
    start += run.length;
  }
}
