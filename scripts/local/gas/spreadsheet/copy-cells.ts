import type { Area } from './area';
import { columnOf, valueAt } from './cells';
import type { SheetModel, StoredValue } from './model';
import type { RunLayer } from './run-layer';
import { formatLayers } from './structure';

/** What of the cells is copied. */
export interface CopyParts {
  readonly values: boolean;
  readonly formats: boolean;
  readonly validations: boolean;
  readonly notes: boolean;
}

/** A rectangle's cells as they were, to be put down somewhere else. */
export interface CellsCopy {
  readonly values: StoredValue[][];
  readonly layers: unknown[][][];
}

/** Takes a copy first, so that source and destination may overlap. */
export function takeCells(sheet: SheetModel, area: Area): CellsCopy {
  const each = <T>(at: (r: number, c: number) => T): T[][] =>
    Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (_, c) => at(area.row + r, area.column + c)),
    );
  return {
    values: each((r, c) => valueAt(sheet, r, c)),
    layers: layersOf(sheet).map((layer) => each((r, c) => layer.at(r, c))),
  };
}

/** Puts a copy down with its corner at a cell. */
export function putCells(sheet: SheetModel, row: number, column: number, copy: CellsCopy, parts: CopyParts): void {
  const [rows, columns] = [copy.values.length, copy.values[0]?.length ?? 0];
  const area = { row, column, rows, columns };
  if (parts.values) {
    for (let c = 0; c < columns; c++) {
      const cells = columnOf(sheet, column + c);
      while (cells.length < row + rows) cells.push(null);
      for (let r = 0; r < rows; r++) cells[row + r] = copy.values[r]?.[c] ?? null;
    }
    sheet.formulas.fill(area, undefined);
  }
  const layers = layersOf(sheet);
  const formats = layers.length - 3;
  const beside = [parts.validations, parts.notes, parts.values];
  layers.forEach((layer, i) => {
    if (i < formats ? parts.formats : beside[i - formats]) layer.fillEach(area, (r, c) => copy.layers[i]?.[r]?.[c]);
  });
}

/** Formats first, then validations, notes and links, which go with the text. */
function layersOf(sheet: SheetModel): RunLayer<unknown>[] {
  const { validations, notes, links } = sheet;
  return [...formatLayers(sheet.formats), ...([validations, notes, links] as RunLayer<unknown>[])];
}
