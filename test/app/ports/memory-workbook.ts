import type { Cell, Grid } from '../../../src/domain/cell';
import type { TabLayout, Workbook } from '../../../src/ports';

/** A workbook with real memory: what is written is what is read, by value, and every write is counted. */
export interface MemoryWorkbook extends Workbook {
  /** Names of the tabs written, in order. */
  readonly writes: string[];
  /** Names of the tabs read, in order. */
  readonly reads: string[];
  put(tab: string, grid: Grid): void;
}

export function memoryWorkbook(
  options: { id?: string; zone?: string; locale?: string; tabs?: Readonly<Record<string, Grid>> } = {},
): MemoryWorkbook {
  const tabs = new Map<string, Cell[][]>();
  const writes: string[] = [];
  const reads: string[] = [];
  let name = options.id ?? 'workbook';
  const copy = (grid: Grid): Cell[][] => JSON.parse(JSON.stringify(grid)) as Cell[][];
  /** As the platform keeps cells: a text column holds text, an empty text is no value. */
  const kept = (layout: TabLayout, rows: Grid): Cell[][] =>
    rows.map((row) => {
      if (row.length > layout.columns.length) throw new Error(`${layout.name}: a row of ${row.length} cells`);
      return layout.columns.map((column, at) => {
        const cell = row[at] ?? null;
        if (cell === null || cell === '') return null;
        if (typeof cell === 'string' && cell.length > 50000) throw new Error(`${layout.name}: a cell beyond the limit`);
        return column.format === 'text' ? String(cell) : cell;
      });
    });
  const header = (layout: TabLayout): Cell[] => layout.columns.map((column) => column.header);
  for (const [name, grid] of Object.entries(options.tabs ?? {})) tabs.set(name, copy(grid));
  return {
    id: options.id ?? 'workbook',
    url: 'https://docs.google.com/spreadsheets/d/workbook/edit',
    zone: options.zone ?? 'Asia/Tokyo',
    locale: options.locale ?? 'ja-JP',
    writes,
    reads,
    put: (tab, grid) => void tabs.set(tab, copy(grid)),
    name: () => name,
    rename: (other) => {
      name = other;
    },
    tabs: () => [...tabs.keys()],
    cells: () => [...tabs.values()].reduce((sum, rows) => sum + rows.length * (rows[0]?.length ?? 0), 0),
    read: (tab) => {
      reads.push(tab);
      const grid = tabs.get(tab);
      return grid ? copy(grid) : null;
    },
    readWhere: (tab, name, value) => {
      const [head, ...rows] = tabs.get(tab) ?? [];
      if (!head) return null;
      return copy([head, ...rows.filter((row) => row[head.indexOf(name)] === value)]);
    },
    renameTab: (tab, other) => {
      const grid = tabs.get(tab);
      if (grid) tabs.set(other, grid);
      tabs.delete(tab);
    },
    remove: (tab) => void tabs.delete(tab),
    shape: (layout) => {
      if (!tabs.has(layout.name)) tabs.set(layout.name, [header(layout)]);
    },
    replace: (layout, rows) => {
      writes.push(layout.name);
      tabs.set(layout.name, [header(layout), ...kept(layout, rows)]);
    },
    append: (layout, rows) => {
      writes.push(layout.name);
      tabs.set(layout.name, [...(tabs.get(layout.name) ?? [header(layout)]), ...kept(layout, rows)]);
    },
    survey: (tab) => {
      const grid = tabs.get(tab);
      if (!grid) return null;
      const each = <T>(value: T): T[] => (grid[0] ?? []).map(() => value);
      const look = { notes: each('note'), bold: each(true), bodyBold: false, formats: each([]), lists: each('Lists') };
      return {
        grid: copy(grid),
        maxRows: grid.length,
        ...look,
        formulas: [],
        merges: 0,
        objects: 0,
        filtered: false,
        closed: false,
      };
    },
    lastRow: (tab) => tabs.get(tab)?.length ?? 0,
    readRows: (tab, first, count) => {
      reads.push(tab);
      return copy((tabs.get(tab) ?? []).slice(first - 1, first - 1 + count));
    },
    readColumn: (tab, name) => {
      const [head, ...rows] = tabs.get(tab) ?? [];
      const at = head?.indexOf(name) ?? -1;
      return at < 0 ? null : rows.map((row) => row[at] ?? null);
    },
    overwrite: (layout, first, rows) => {
      writes.push(layout.name);
      const standing = tabs.get(layout.name) ?? [];
      // Cells to the right of the layout's columns stay.
      const written = kept(layout, rows).map((row, at) => [
        ...row,
        ...(standing[first - 1 + at] ?? []).slice(row.length),
      ]);
      standing.splice(first - 1, rows.length, ...written);
    },
    replaceFrom: (layout, first, rows) => {
      writes.push(layout.name);
      const above = (tabs.get(layout.name) ?? [header(layout)]).slice(0, first - 1);
      tabs.set(layout.name, [...above, ...kept(layout, rows)]);
    },
    removeRows: (tab, first, count) => void tabs.get(tab)?.splice(first - 1, count),
    fitCharts: () => undefined,
    addressOf: (tab) => `https://docs.google.com/spreadsheets/d/workbook/edit#gid=${[...tabs.keys()].indexOf(tab)}`,
    flush: () => undefined,
  };
}
