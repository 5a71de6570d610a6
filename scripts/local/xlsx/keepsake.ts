import { createHash } from 'node:crypto';
import type {
  CellFormats,
  FilterCriteriaModel,
  SheetModel,
  StoredValue,
  ValidationModel,
  WorkbookModel,
} from '../gas/spreadsheet/model';
import { addSheetModel, createWorkbookModel } from '../gas/spreadsheet/model';
import type { RunLayer } from '../gas/spreadsheet/run-layer';
import type { FileNames } from './references';
import { fileText } from './shared-strings';

/**
 * What the spreadsheet parts of a file cannot say of a workbook: its id, zone and people, ids of tabs, metadata,
 * editors of protections, rules beyond the format. It travels in a part of its own, as JSON. `parts` is the digest of
 * the other parts: while it fits, nobody has edited the file and everything here holds.
 */
export interface Keepsake {
  readonly version: 1;
  readonly parts: string;
  readonly workbook: Omit<WorkbookModel, 'sheets'>;
  readonly sheets: readonly KeptSheet[];
}

/** A tab without its values, in plain JSON. */
export interface KeptSheet
  extends Omit<
    SheetModel,
    | 'values'
    | 'formulas'
    | 'formats'
    | 'notes'
    | 'links'
    | 'validations'
    | 'columnWidths'
    | 'rowHeights'
    | 'hiddenRows'
    | 'hiddenColumns'
    | 'filter'
  > {
  /** Name of the tab in the file. */
  readonly fileName: string;
  readonly formulas: KeptLayer<string>;
  /** Stored results of the formulas, column by column. */
  readonly results: readonly StoredValue[];
  /** Texts longer than a file's cell takes: row, column, text. */
  readonly longTexts: readonly (readonly [number, number, string])[];
  readonly formats: { readonly [layer in keyof CellFormats]?: KeptLayer<unknown> };
  readonly notes: KeptLayer<string>;
  /** Missing in files of before there were links. */
  readonly links?: KeptLayer<string>;
  readonly validations: KeptLayer<ValidationModel>;
  readonly columnWidths: readonly (readonly [number, number])[];
  readonly rowHeights: readonly (readonly [number, number])[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly filter: {
    readonly area: NonNullable<SheetModel['filter']>['area'];
    readonly criteria: readonly (readonly [number, FilterCriteriaModel])[];
  } | null;
}

/** Distinct values, and for each column its runs as `from, to, index of the value, from, to, ...`. */
interface KeptLayer<T> {
  readonly values: readonly T[];
  readonly columns: readonly (readonly number[])[];
}

export function keepsakeOf(workbook: WorkbookModel, names: FileNames, parts: string): Keepsake {
  const { sheets, ...rest } = workbook;
  return { version: 1, parts, workbook: rest, sheets: sheets.map((sheet) => keptSheet(sheet, names.get(sheet) ?? '')) };
}

/** The workbook of a file that nobody edited, its values still missing. */
export function workbookOf(keepsake: Keepsake): WorkbookModel {
  const workbook: WorkbookModel = { ...createWorkbookModel({ id: keepsake.workbook.id }), ...keepsake.workbook };
  for (const kept of keepsake.sheets) {
    // addSheetModel takes the next id of the workbook, which must stay as it was saved.
    const sheet = addSheetModel(workbook, kept.name, { rows: kept.maxRows, columns: kept.maxColumns });
    const { fileName, results, longTexts, formulas, formats, notes, links, validations, ...plain } = kept;
    const { columnWidths, rowHeights, hiddenRows, hiddenColumns, filter, ...fields } = plain;
    Object.assign(sheet, fields);
    restoreLayer(sheet.formulas, formulas);
    restoreLayer(sheet.notes, notes);
    if (links) restoreLayer(sheet.links, links);
    restoreLayer(sheet.validations, validations);
    for (const [name, layer] of Object.entries(formats)) {
      restoreLayer(sheet.formats[name as keyof CellFormats] as RunLayer<unknown>, layer);
    }
    for (const [column, pixels] of columnWidths) sheet.columnWidths.set(column, pixels);
    for (const [row, pixels] of rowHeights) sheet.rowHeights.set(row, pixels);
    for (const row of hiddenRows) sheet.hiddenRows.add(row);
    for (const column of hiddenColumns) sheet.hiddenColumns.add(column);
    sheet.filter = filter && { area: filter.area, criteria: new Map(filter.criteria) };
  }
  workbook.nextId = keepsake.workbook.nextId;
  return workbook;
}

/** One digest for all parts of a file, whatever their order in it. */
export function digestOf(parts: Readonly<Record<string, Uint8Array>>): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(parts).sort())
    hash.update(`${name}\n${(parts[name] as Uint8Array).length}\n`).update(parts[name] as Uint8Array);
  return hash.digest('hex');
}

function keptSheet(sheet: SheetModel, fileName: string): KeptSheet {
  const { values, formulas, formats, notes, links, validations, ...rest } = sheet;
  const { columnWidths, rowHeights, hiddenRows, hiddenColumns, filter, ...fields } = rest;
  const layers = Object.entries(formats).filter(([, layer]) => !layer.empty);
  return {
    ...fields,
    fileName,
    formulas: keptLayer(formulas),
    results: [...cellsOf(formulas)].map(([row, column]) => values[column]?.[row] ?? null),
    longTexts: longTextsOf(values),
    formats: Object.fromEntries(layers.map(([name, layer]) => [name, keptLayer(layer as RunLayer<unknown>)])),
    notes: keptLayer(notes),
    links: keptLayer(links),
    validations: keptLayer(validations),
    columnWidths: [...columnWidths],
    rowHeights: [...rowHeights],
    hiddenRows: [...hiddenRows],
    hiddenColumns: [...hiddenColumns],
    filter: filter && { area: filter.area, criteria: [...filter.criteria] },
  };
}

/** Row and column of every cell that carries a value of a layer, column by column. */
export function* cellsOf(layer: RunLayer<unknown>): Generator<[row: number, column: number]> {
  for (let column = 0; column < layer.width; column++) {
    for (const { from, to } of layer.runs(column)) for (let row = from; row < to; row++) yield [row, column];
  }
}

function longTextsOf(values: SheetModel['values']): [number, number, string][] {
  const found: [number, number, string][] = [];
  values.forEach((cells, column) => {
    cells.forEach((value, row) => {
      if (typeof value === 'string' && fileText(value) !== value) found.push([row, column, value]);
    });
  });
  return found;
}

function keptLayer<T>(layer: RunLayer<T>): KeptLayer<T> {
  const indexes = new Map<T, number>();
  const columns = Array.from({ length: layer.width }, (_, column) =>
    layer.runs(column).flatMap(({ from, to, value }) => {
      if (!indexes.has(value)) indexes.set(value, indexes.size);
      return [from, to, indexes.get(value) as number];
    }),
  );
  return { values: [...indexes.keys()], columns };
}

function restoreLayer<T>(layer: RunLayer<T>, kept: KeptLayer<T>): void {
  kept.columns.forEach((runs, column) => {
    for (let i = 0; i < runs.length; i += 3) {
      const [from, to, index] = runs.slice(i, i + 3) as [number, number, number];
      layer.fill({ row: from, column, rows: to - from, columns: 1 }, kept.values[index]);
    }
  });
}
