import { putValue } from '../gas/spreadsheet/cells';
import {
  addSheetModel,
  createWorkbookModel,
  DEFAULT_COLUMNS,
  DEFAULT_ROWS,
  type SheetModel,
  type WorkbookModel,
} from '../gas/spreadsheet/model';
import { formatKind } from '../gas/spreadsheet/number-format';
import { fillSheet } from './edited-sheet';
import type { Keepsake, KeptSheet } from './keepsake';
import type { PackageReader } from './package-reader';
import { rangeOf, type TabFinder } from './rule-reader';
import { fileText } from './shared-strings';
import { areaOf, readSheet } from './sheet-reader';
import { type CellLook, styleReader } from './style-reader';
import { themeColors } from './theme-colors';
import { fromXstring } from './xml';
import { child, children, isOn, type XmlNode, xmlTree } from './xml-tree';

/** A file that did not come straight from `saveWorkbook`. */
interface EditedFile {
  readonly reader: PackageReader;
  /** Path of the workbook part, and the part. */
  readonly root: string;
  readonly workbookNode: XmlNode;
  readonly strings: readonly string[];
  /** What the file was saved with before somebody edited it. */
  readonly keepsake: Keepsake | null;
  /** Id and name for a workbook that brings none. */
  readonly id: string;
  readonly name: string;
}

/**
 * Reads what stands in the file. From the keepsake come only things that the file has no place for: ids, people, zone,
 * metadata, protections with their editors, and the charts of a tab that still has any.
 */
export function editedWorkbook(file: EditedFile): WorkbookModel {
  const { reader, root, keepsake } = file;
  const workbook: WorkbookModel = keepsake
    ? { ...createWorkbookModel({ id: keepsake.workbook.id }), ...keepsake.workbook, namedRanges: [] }
    : createWorkbookModel({ id: file.id, name: titleOf(reader) || file.name });
  const styles = styleReader(partOf(reader, root, 'styles'), partOf(reader, root, 'theme'));
  const theme = themeColors(partOf(reader, root, 'theme'));
  const is1904 = isOn(child(file.workbookNode, 'workbookPr')?.attributes.date1904);
  const tabs = tabsOf(file, workbook);
  const tabOf =
    (own: number): TabFinder =>
    (name) =>
      name === null ? own : tabs.find((tab) => tab.fileName.toLowerCase() === name.toLowerCase())?.sheet.sheetId;

  for (const { sheet, path, kept } of tabs) {
    const read = readSheet(reader.text(path) ?? '<worksheet/>', file.strings);
    fillSheet(sheet, read, { styles, theme, tabOf: tabOf(sheet.sheetId), notes: notesOf(reader, path) });
    if (is1904) moveEpoch(sheet, read.styles, styles.looks);
    if (kept) adopt(sheet, kept, read.elements.has('drawing'));
  }
  workbook.namedRanges.push(...namedRangesOf(file.workbookNode, tabOf(-1)));
  return workbook;
}

interface Tab {
  readonly sheet: SheetModel;
  readonly fileName: string;
  readonly path: string;
  readonly kept: KeptSheet | null;
}

/** An empty tab for every worksheet of the file, known ones under the id and name they had. */
function tabsOf({ reader, root, workbookNode, keepsake }: EditedFile, workbook: WorkbookModel): Tab[] {
  const paths = reader.linked(root, 'worksheet');
  const keptByName = new Map((keepsake?.sheets ?? []).map((kept) => [kept.fileName, kept]));
  const listed = children(child(workbookNode, 'sheets'), 'sheet').flatMap(({ attributes }) => {
    // The relationship id is the one attribute of another namespace; its prefix is up to the writer.
    const link = Object.entries(attributes).find(([name]) => /^[^:]+:id$/.test(name))?.[1] ?? '';
    const path = paths.get(link);
    const fileName = fromXstring(attributes.name ?? '');
    return path ? [{ path, fileName, state: attributes.state, kept: keptByName.get(fileName) ?? null }] : [];
  });
  const taken = new Set(listed.flatMap(({ kept }) => (kept ? [kept.sheetId] : [])));
  return listed.map(({ path, fileName, state, kept }) => {
    const size = { rows: kept?.maxRows ?? DEFAULT_ROWS, columns: kept?.maxColumns ?? DEFAULT_COLUMNS };
    while (taken.has(workbook.nextId)) workbook.nextId++;
    const added = addSheetModel(workbook, kept?.name ?? fileName, size);
    const sheetId = kept?.sheetId ?? (taken.has(0) && added.sheetId === 0 ? workbook.nextId++ : added.sheetId);
    taken.add(sheetId);
    const sheet: SheetModel = Object.assign(added, { sheetId });
    sheet.hidden = state === 'hidden' || state === 'veryHidden';
    return { sheet, fileName, path, kept };
  });
}

function adopt(sheet: SheetModel, kept: KeptSheet, hasDrawing: boolean): void {
  sheet.protections.splice(0, sheet.protections.length, ...kept.protections);
  if (hasDrawing) sheet.charts.push(...kept.charts);
  sheet.metadata.push(...kept.metadata);
  const filter = kept.filter;
  if (sheet.filter && filter && JSON.stringify(sheet.filter.area) === JSON.stringify(filter.area)) {
    for (const [column, criteria] of filter.criteria) sheet.filter.criteria.set(column, criteria);
  }
  for (const [row, column, text] of kept.longTexts) {
    if (sheet.values[column]?.[row] === fileText(text)) putValue(sheet, row, column, text);
  }
}

function namedRangesOf(workbookNode: XmlNode, tabOf: TabFinder): WorkbookModel['namedRanges'][number][] {
  return children(child(workbookNode, 'definedNames'), 'definedName').flatMap(({ attributes, text }) => {
    const name = fromXstring(attributes.name ?? '');
    if (isOn(attributes.hidden) || name.startsWith('_xlnm.')) return [];
    const target = rangeOf(fromXstring(text).trim(), tabOf);
    return target ? [{ name, target }] : [];
  });
}

/** The notes of a tab: where each stands, and its text. */
function notesOf(reader: PackageReader, path: string): { row: number; column: number; text: string }[] {
  const comments = [...reader.linked(path, 'comments').values()][0];
  const xml = comments ? reader.text(comments) : null;
  if (xml === null) return [];
  return children(child(xmlTree(xml), 'commentList'), 'comment').flatMap((comment) => {
    const area = areaOf(comment.attributes.ref ?? '');
    const body = child(comment, 'text');
    const runs = [...children(body, 't'), ...children(body, 'r').flatMap((run) => children(run, 't'))];
    return area
      ? [{ row: area.row, column: area.column, text: fromXstring(runs.map((run) => run.text).join('')) }]
      : [];
  });
}

/** Days between the two epochs of the format (ECMA-376 part 1, 18.17.4.1). */
const EPOCH_1904 = 1462;

function moveEpoch(sheet: SheetModel, styles: readonly (readonly number[])[], looks: readonly CellLook[]): void {
  const moments = looks.map((look) => formatKind(look.numberFormat) === 'moment');
  sheet.values.forEach((cells, column) => {
    cells.forEach((value, row) => {
      if (typeof value === 'number' && moments[styles[column]?.[row] ?? 0]) cells[row] = value + EPOCH_1904;
    });
  });
}

function titleOf(reader: PackageReader): string {
  const xml = reader.text('docProps/core.xml');
  return xml === null ? '' : fromXstring(child(xmlTree(xml), 'title')?.text ?? '');
}

function partOf(reader: PackageReader, root: string, kind: string): string | null {
  const path = [...reader.linked(root, kind).values()][0];
  return path ? reader.text(path) : null;
}
