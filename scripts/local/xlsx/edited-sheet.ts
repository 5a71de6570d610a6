import type { Area } from '../gas/spreadsheet/area';
import type { CellFormats, SheetModel } from '../gas/spreadsheet/model';
import type { RunLayer } from '../gas/spreadsheet/run-layer';
import { sheetsFormula } from './formula-text';
import { fillLinks } from './link-part';
import { conditionalFormatsOf, type TabFinder, validationOf } from './rule-reader';
import { movedFormula } from './shared-formula';
import { areaOf, areasOf, type ReadFormula, type ReadSheet } from './sheet-reader';
import { type CellLook, colorOf, type StyleReader } from './style-reader';
import { child, children, isOn, type XmlNode } from './xml-tree';

const CHARACTER_PIXELS = 7;
const POINTS_PER_PIXEL = 0.75;
const DEFAULT_COLUMN_PIXELS = 100;
const DEFAULT_ROW_PIXELS = 21;

/** What a tab needs beside its own part. */
interface SheetSources {
  readonly styles: StyleReader;
  readonly theme: readonly string[];
  readonly tabOf: TabFinder;
  readonly notes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

/** Fills an empty tab with what a worksheet part says. The grid grows where its content needs it. */
export function fillSheet(sheet: SheetModel, read: ReadSheet, sources: SheetSources): void {
  const first = (name: string): XmlNode | undefined => read.elements.get(name)?.[0];
  sheet.values.push(...read.values);
  growGrid(sheet, read);
  fillFormulas(sheet.formulas, read.formulas);
  const columns = children(first('cols'), 'col').map(columnOf);
  fillLooks(sheet, read, columns, sources.styles.looks);
  fillSizes(sheet, read, columns);
  for (const { row, column, text } of sources.notes) sheet.notes.fill({ row, column, rows: 1, columns: 1 }, text);
  fillLinks(sheet, read.elements.get('hyperlink') ?? [], sources.tabOf);

  const view = first('sheetView');
  const pane = child(view, 'pane');
  if (pane?.attributes.state?.startsWith('frozen')) {
    sheet.frozenRows = Number(pane.attributes.ySplit ?? 0);
    sheet.frozenColumns = Number(pane.attributes.xSplit ?? 0);
  }
  sheet.hiddenGridlines = view?.attributes.showGridLines !== undefined && !isOn(view.attributes.showGridLines);
  sheet.tabColor = colorOf(first('tabColor'), sources.theme);
  sheet.merges.push(...(read.elements.get('mergeCell') ?? []).flatMap(({ attributes }) => areasOf(attributes.ref)));
  const filter = areaOf(first('autoFilter')?.attributes.ref ?? '');
  if (filter) sheet.filter = { area: filter, criteria: new Map() };
  for (const node of read.elements.get('dataValidation') ?? []) {
    const validation = validationOf(node, sources.tabOf);
    if (!validation) continue;
    for (const area of inside(areasOf(node.attributes.sqref), sheet)) sheet.validations.fill(area, validation);
  }
  const formats = read.elements.get('conditionalFormatting') ?? [];
  for (const format of conditionalFormatsOf(formats, sources.styles.conditional, sources.theme)) {
    sheet.conditionalFormats.push({ ...format, areas: inside(format.areas, sheet) });
  }
  const protection = first('sheetProtection');
  if (protection && isOn(protection.attributes.sheet)) {
    sheet.protections.push({
      id: sheet.sheetId,
      kind: 'SHEET',
      area: null,
      description: '',
      editors: null,
      warningOnly: false,
      domainEdit: false,
      unprotected: (read.elements.get('protectedRange') ?? []).flatMap(({ attributes }) => areasOf(attributes.sqref)),
      rangeName: null,
    });
  }
}

function growGrid(sheet: SheetModel, read: ReadSheet): void {
  for (const cells of [...read.values, ...read.styles]) sheet.maxRows = Math.max(sheet.maxRows, cells.length);
  sheet.maxColumns = Math.max(sheet.maxColumns, read.values.length, read.styles.length);
  for (const { row, column } of read.formulas) {
    sheet.maxRows = Math.max(sheet.maxRows, row + 1);
    sheet.maxColumns = Math.max(sheet.maxColumns, column + 1);
  }
}

function fillFormulas(layer: RunLayer<string>, formulas: readonly ReadFormula[]): void {
  const masters = new Map<string, ReadFormula>();
  const byColumn = new Map<number, Map<number, string>>();
  for (const formula of formulas) {
    const { row, column, text, shared } = formula;
    if (shared !== null && text !== '') masters.set(shared, formula);
    const master = shared !== null && text === '' ? masters.get(shared) : undefined;
    const own = master ? movedFormula(master.text, row - master.row, column - master.column) : text;
    // LibreOffice writes a flag as a call; it is a value all the same.
    if (own === '' || /^(?:TRUE|FALSE)\(\)$/.test(own)) continue;
    const cells = byColumn.get(column) ?? new Map<number, string>();
    byColumn.set(column, cells.set(row, sheetsFormula(own)));
  }
  for (const [column, cells] of byColumn) {
    let rows = 0;
    for (const row of cells.keys()) rows = Math.max(rows, row + 1);
    layer.fillEach({ row: 0, column, rows, columns: 1 }, (row) => cells.get(row));
  }
}

interface ReadColumn {
  readonly from: number;
  readonly to: number;
  readonly pixels: number | null;
  readonly hidden: boolean;
  readonly style: number;
}

/** A `col` element: columns `from` to `to` (excluded). */
function columnOf({ attributes }: XmlNode): ReadColumn {
  const { min = '1', max = min, width, hidden, style = '0' } = attributes;
  return {
    from: Number(min) - 1,
    to: Number(max),
    pixels: width === undefined ? null : Math.round(Number(width) * CHARACTER_PIXELS),
    hidden: isOn(hidden),
    style: Number(style),
  };
}

/** Each layer in one pass over a column; a column's own style holds where a cell has none. */
function fillLooks(
  sheet: SheetModel,
  read: ReadSheet,
  columns: readonly ReadColumn[],
  looks: readonly CellLook[],
): void {
  const layers = [...new Set(looks.flatMap((look) => Object.keys(look)))] as (keyof CellFormats)[];
  for (let column = 0; column < sheet.maxColumns; column++) {
    const base = columns.find(({ from, to }) => from <= column && column < to)?.style ?? 0;
    const styles = read.styles[column] ?? [];
    const hasBase = Object.keys(looks[base] ?? {}).length > 0;
    const rows = hasBase ? sheet.maxRows : styles.length;
    if (rows === 0) continue;
    const area: Area = { row: 0, column, rows, columns: 1 };
    for (const name of layers) {
      const layer = sheet.formats[name] as RunLayer<unknown>;
      layer.fillEach(area, (row) => looks[styles[row] ?? base]?.[name]);
    }
  }
}

function fillSizes(sheet: SheetModel, read: ReadSheet, columns: readonly ReadColumn[]): void {
  for (const { from, to, pixels, hidden } of columns) {
    for (let column = from; column < Math.min(to, sheet.maxColumns); column++) {
      if (pixels !== null && pixels !== DEFAULT_COLUMN_PIXELS && !hidden) sheet.columnWidths.set(column, pixels);
      if (hidden) sheet.hiddenColumns.add(column);
    }
  }
  for (const { row, height, hidden } of read.rows) {
    if (row >= sheet.maxRows) continue;
    const pixels = height === null ? DEFAULT_ROW_PIXELS : Math.round(height / POINTS_PER_PIXEL);
    if (pixels !== DEFAULT_ROW_PIXELS && !hidden) sheet.rowHeights.set(row, pixels);
    if (hidden) sheet.hiddenRows.add(row);
  }
}

/** The parts of rectangles that lie on the grid: rules of whole columns reach far beyond it in a file. */
function inside(areas: readonly Area[], sheet: SheetModel): Area[] {
  return areas
    .filter((area) => area.row < sheet.maxRows && area.column < sheet.maxColumns)
    .map((area) => ({
      ...area,
      rows: Math.min(area.rows, sheet.maxRows - area.row),
      columns: Math.min(area.columns, sheet.maxColumns - area.column),
    }));
}
