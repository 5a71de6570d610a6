import type { Context } from './context';
import { allowCells } from './grid';
import {
  addSheetModel,
  type CellFormats,
  DEFAULT_COLUMNS,
  DEFAULT_ROWS,
  type SheetModel,
  type WorkbookModel,
} from './model';
import type { RunLayer } from './run-layer';
import { localeOf } from './write-cells';

/** A tab by its name. */
export function tabNamed(workbook: WorkbookModel, name: string): SheetModel | undefined {
  return workbook.sheets.find((sheet) => sheet.name === name);
}

/** Throws when another tab has the name, or when it is empty. */
export function checkTabName(context: Context, workbook: WorkbookModel, name: string, own?: SheetModel): void {
  if (name === '') context.host.fail('The sheet name cannot be empty.');
  if (workbook.sheets.some((sheet) => sheet !== own && sheet.name.toLowerCase() === name.toLowerCase())) {
    context.host.fail(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}

/** Makes an empty tab at a place counted from 0, at the end for a place beyond it. Null when there is no room for it. */
export function insertTab(
  context: Context,
  workbook: WorkbookModel,
  name: string | undefined,
  index: number,
): SheetModel | null {
  if (name !== undefined) checkTabName(context, workbook, name);
  if (!allowCells(context, workbook, DEFAULT_ROWS * DEFAULT_COLUMNS)) return null;
  const size = { rows: DEFAULT_ROWS, columns: DEFAULT_COLUMNS };
  return addSheetModel(workbook, name ?? freeTabName(context, workbook), size, Math.min(index, workbook.sheets.length));
}

/** `Sheet2`, `シート2`: the first number not taken. */
function freeTabName(context: Context, workbook: WorkbookModel): string {
  const { newTab } = localeOf(context, workbook);
  let n = workbook.sheets.length + 1;
  while (tabNamed(workbook, `${newTab}${n}`)) n++;
  return `${newTab}${n}`;
}

/**
 * Copies a tab into a new tab of a workbook: everything but its protections and metadata. Charts of cells on other tabs
 * keep only the ranges on this one. Null when there is no room for it.
 */
export function copyTab(
  context: Context,
  source: SheetModel,
  workbook: WorkbookModel,
  name: string,
  index: number,
): SheetModel | null {
  if (!allowCells(context, workbook, source.maxRows * source.maxColumns)) return null;
  const copy = addSheetModel(workbook, name, { rows: source.maxRows, columns: source.maxColumns }, index);
  for (const column of source.values) copy.values.push([...column]);
  const formats = Object.fromEntries(
    Object.entries(source.formats).map(([property, layer]) => [property, (layer as RunLayer<unknown>).clone()]),
  ) as unknown as CellFormats;
  copy.merges.push(...source.merges);
  for (const [column, width] of source.columnWidths) copy.columnWidths.set(column, width);
  for (const [row, height] of source.rowHeights) copy.rowHeights.set(row, height);
  for (const row of source.hiddenRows) copy.hiddenRows.add(row);
  for (const column of source.hiddenColumns) copy.hiddenColumns.add(column);
  copy.conditionalFormats.push(...source.conditionalFormats);
  copy.bandings.push(...source.bandings.map((banding) => ({ ...banding, id: workbook.nextId++ })));
  for (const chart of source.charts) {
    const ranges = chart.ranges.filter((range) => range.sheetId === source.sheetId);
    const moved = ranges.map((range) => ({ ...range, sheetId: copy.sheetId }));
    copy.charts.push({ ...chart, chartId: workbook.nextId++, ranges: moved });
  }
  return Object.assign(copy, {
    formats,
    formulas: source.formulas.clone(),
    notes: source.notes.clone(),
    links: source.links.clone(),
    validations: source.validations.clone(),
    filter: source.filter && { area: source.filter.area, criteria: new Map(source.filter.criteria) },
    frozenRows: source.frozenRows,
    frozenColumns: source.frozenColumns,
    hiddenGridlines: source.hiddenGridlines,
    tabColor: source.tabColor,
  });
}

/** The name of a copy: `Copy of X`, and on with a number while that is taken. */
export function copyName(context: Context, workbook: WorkbookModel, name: string): string {
  const first = localeOf(context, workbook).copyOf(name);
  let candidate = first;
  for (let n = 2; tabNamed(workbook, candidate); n++) candidate = `${first} ${n}`;
  return candidate;
}

/** Takes a tab out of its workbook. The last one stays, and so does the last that can be seen. */
export function deleteTab(context: Context, workbook: WorkbookModel, sheet: SheetModel): void {
  const others = workbook.sheets.filter((other) => other !== sheet);
  if (others.every((other) => other.hidden)) context.host.fail("You can't remove all the sheets in a document.");
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
  const left = workbook.namedRanges.filter((named) => named.target.sheetId !== sheet.sheetId);
  workbook.namedRanges.splice(0, workbook.namedRanges.length, ...left);
}
