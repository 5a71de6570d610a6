import type { Cell, Grid, Row } from '../../../src/domain/cell';
import type { TabLayout, Workbook } from '../../../src/ports';

/** A workbook that only keeps values, for simulating years of it in seconds. Cells count as the platform counts them. */
export interface GridWorkbook extends Workbook {
  /** All rows of a tab, the header first; none where there is no such tab. */
  grid(tab: string): Grid;
}

export function gridWorkbook(): GridWorkbook {
  const tabs = new Map<string, Row[]>();
  const grid = (tab: string): Row[] => tabs.get(tab) ?? [];
  const header = ({ columns }: TabLayout): Row => columns.map((column) => column.header);
  const refuse = (): never => {
    throw new Error('the simulation has no use for this');
  };
  return {
    grid,
    id: 'grid',
    url: '',
    zone: 'Asia/Tokyo',
    locale: 'en-US',
    name: () => 'grid',
    tabs: () => [...tabs.keys()],
    // A bare header stands over one empty row: a sheet cannot lose its last unfrozen row.
    cells: () => [...tabs.values()].reduce((sum, rows) => sum + Math.max(2, rows.length) * (rows[0]?.length ?? 0), 0),
    read: (tab) => tabs.get(tab) ?? null,
    lastRow: (tab) => grid(tab).length,
    readRows: (tab, first, count) => grid(tab).slice(first - 1, first - 1 + count),
    readColumn: (tab, name) => {
      const [head, ...rows] = grid(tab);
      const at = head?.indexOf(name) ?? -1;
      return at < 0 ? null : rows.map((row): Cell => row[at] ?? null);
    },
    shape: (layout) => {
      if (!tabs.has(layout.name)) tabs.set(layout.name, [header(layout)]);
    },
    replace: (layout, rows) => void tabs.set(layout.name, [header(layout), ...rows]),
    replaceFrom: (layout, first, rows) => {
      const standing = tabs.get(layout.name) ?? [header(layout)];
      tabs.set(layout.name, standing.slice(0, first - 1).concat(rows));
    },
    overwrite: (layout, first, rows) => {
      const standing = grid(layout.name);
      rows.forEach((row, at) => {
        standing[first - 1 + at] = row;
      });
    },
    removeRows: (tab, first, count) => void grid(tab).splice(first - 1, count),
    flush: () => undefined,
    rename: refuse,
    survey: refuse,
    fitCharts: refuse,
    addressOf: refuse,
    readWhere: refuse,
    append: refuse,
    renameTab: refuse,
    remove: refuse,
  };
}
