import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { putValue } from '../gas/spreadsheet/cells';
import type { WorkbookModel } from '../gas/spreadsheet/model';
import { editedWorkbook } from './edited-workbook';
import { cellsOf, type Keepsake, workbookOf } from './keepsake';
import { readKeepsake } from './keepsake-part';
import { type PackageReader, packageReader } from './package-reader';
import { readSheet } from './sheet-reader';
import { readStrings } from './string-reader';
import { xmlTree } from './xml-tree';

/**
 * Opens an .xlsx file. One that `saveWorkbook` wrote and nobody edited comes back as it was; any other, a file edited
 * in a spreadsheet program included, with what stands in its cells and the parts of the look that the model knows.
 * Throws an Error when the file is missing or no workbook.
 */
export function openWorkbook(path: string): WorkbookModel {
  return workbookFromBytes(readFileSync(path), basename(path).replace(/\.xlsx$/i, ''));
}

/** The workbook in the bytes of an .xlsx file; `name` is its name where the file has no title. */
export function workbookFromBytes(bytes: Uint8Array, name: string): WorkbookModel {
  const reader = packageReader(bytes);
  const root = [...reader.linked('', 'officeDocument').values()][0] ?? 'xl/workbook.xml';
  const xml = reader.text(root);
  if (xml === null) throw new Error('not an .xlsx workbook: the archive has no workbook part');
  const keepsake = readKeepsake(reader.under('customXml/'));
  const sharedPath = [...reader.linked(root, 'sharedStrings').values()][0];
  const strings = readStrings(sharedPath ? reader.text(sharedPath) : null);
  if (keepsake && keepsake.parts === reader.digest()) return untouched(keepsake, reader, root, strings);
  const id = `file-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
  return editedWorkbook({ reader, root, workbookNode: xmlTree(xml), strings, keepsake, id, name });
}

/** Everything but the values is in the keepsake. */
function untouched(keepsake: Keepsake, reader: PackageReader, root: string, strings: readonly string[]): WorkbookModel {
  const workbook = workbookOf(keepsake);
  const paths = reader.linked(root, 'worksheet');
  workbook.sheets.forEach((sheet, i) => {
    const xml = reader.text(paths.get(`rId${i + 1}`) ?? '');
    if (xml !== null) sheet.values.push(...readSheet(xml, strings).values);
    const kept = keepsake.sheets[i];
    let next = 0;
    for (const [row, column] of cellsOf(sheet.formulas)) putValue(sheet, row, column, kept?.results[next++] ?? null);
    for (const [row, column, text] of kept?.longTexts ?? []) putValue(sheet, row, column, text);
  });
  return workbook;
}
