import type { Area } from '../gas/spreadsheet/area';
import type { RunLayer } from '../gas/spreadsheet/run-layer';

/** The rectangles of each value of a layer: runs of the same rows in neighbouring columns are one. */
export function areasByValue<T>(layer: RunLayer<T>): Map<T, Area[]> {
  const found = new Map<T, Area[]>();
  let growing = new Map<string, { value: T; area: Area }[]>();
  for (let column = 0; column < layer.width; column++) {
    const next: typeof growing = new Map();
    for (const { from, to, value } of layer.runs(column)) {
      const key = `${from}:${to}`;
      const before = growing.get(key)?.find((candidate) => candidate.value === value);
      const area = before
        ? { ...before.area, columns: before.area.columns + 1 }
        : { row: from, column, rows: to - from, columns: 1 };
      next.set(key, [...(next.get(key) ?? []), { value, area }]);
      const areas = found.get(value) ?? [];
      if (before) areas[areas.indexOf(before.area)] = area;
      else areas.push(area);
      found.set(value, areas);
    }
    growing = next;
  }
  return found;
}
