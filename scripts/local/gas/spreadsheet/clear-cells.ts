import type { Area } from './area';
import type { SheetModel } from './model';
import { formatLayers } from './structure';

/** Empties cells; formats, notes and validations stay. */
export function clearContents(sheet: SheetModel, area: Area): void {
  for (let c = area.column; c < Math.min(area.column + area.columns, sheet.values.length); c++) {
    const cells = sheet.values[c] ?? [];
    const end = Math.min(area.row + area.rows, cells.length);
    for (let r = area.row; r < end; r++) cells[r] = null;
  }
  sheet.formulas.fill(area, undefined);
  sheet.links.fill(area, undefined);
}

/** Takes formats away; number formats too unless they are to be kept. */
export function clearFormats(sheet: SheetModel, area: Area, keepNumberFormats = false): void {
  for (const layer of formatLayers(sheet.formats)) {
    if (!keepNumberFormats || layer !== sheet.formats.numberFormat) layer.fill(area, undefined);
  }
}
