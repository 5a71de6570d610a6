import type { Area } from './area';
import { columnOf, valueAt } from './cells';
import type { SheetModel, StoredValue } from './model';
import type { RunLayer } from './run-layer';
import { formatLayers } from './structure';

export interface SortKey {
  /** Column of the sheet, from 0. */
  readonly column: number;
  readonly ascending: boolean;
}

/**
 * Sorts the rows of a rectangle: numbers before text before FALSE and TRUE, empty cells always last, equal rows in
 * their old order. Formats, links and notes move with their rows, data validations stay. The caller has made sure that there
 * are no formulas. Source: Apps Script reference, Range.sort.
 */
export function sortRows(sheet: SheetModel, area: Area, keys: readonly SortKey[]): void {
  const order = Array.from({ length: area.rows }, (_, r) => r);
  order.sort((a, b) => {
    for (const { column, ascending } of keys) {
      const result = compareCells(
        valueAt(sheet, area.row + a, column),
        valueAt(sheet, area.row + b, column),
        ascending,
      );
      if (result !== 0) return result;
    }
    return a - b;
  });
  const layers = [...formatLayers(sheet.formats), ...([sheet.notes, sheet.links] as RunLayer<unknown>[])];
  for (let c = area.column; c < area.column + area.columns; c++) {
    const sorted = order.map((r) => valueAt(sheet, area.row + r, c));
    const cells = columnOf(sheet, c);
    while (cells.length < area.row + area.rows) cells.push(null);
    for (let r = 0; r < area.rows; r++) cells[area.row + r] = sorted[r] as StoredValue;
    for (const layer of layers) {
      if (layer.runs(c).length === 0) continue;
      const moved = order.map((r) => layer.at(area.row + r, c));
      layer.fillEach({ row: area.row, column: c, rows: area.rows, columns: 1 }, (r) => moved[r]);
    }
  }
}

function compareCells(a: StoredValue, b: StoredValue, ascending: boolean): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const result = rank(a) - rank(b) || compareAlike(a, b);
  return ascending ? result : -result;
}

function rank(value: string | number | boolean): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function compareAlike(a: string | number | boolean, b: string | number | boolean): number {
  return typeof a === 'string' ? collator.compare(a, String(b)) : Number(a) - Number(b);
}

const collator = new Intl.Collator('ja', { sensitivity: 'accent' });
