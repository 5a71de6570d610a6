import { defaultConfig } from '../../../src/app/defaults';
import type { Cell, Grid } from '../../../src/domain/cell';

export type Grids = Record<string, Grid | null>;

/** The default configuration with one member, as a base to change. */
export function grids(): Grids {
  const tabs: Grids = { ...defaultConfig('en') };
  tabs.Members = [tabs.Members?.[0] ?? [], ['hanako@example.com', 'Hanako', 'ops', 'Tokyo']];
  return tabs;
}

/** A small configuration: two dimensions, three metrics, two segments. */
export function smallGrids(): Grids {
  return {
    Settings: [
      ['Setting', 'Value', 'Why'],
      ...(defaultConfig('en').Settings?.slice(1) ?? []).map((row) => row.slice(0, 3)),
    ],
    Dimensions: [
      ['Dimension', 'Name Ja', 'Weight', 'Why'],
      ['Usage', '利用', 2, ''],
      ['Voice', '声', 1, ''],
    ],
    Metrics: [
      [
        ...['Metric ID', 'Name', 'Name Ja', 'Dimension', 'Lens', 'Kind', 'Dataset', 'Aggregate', 'Field', 'Filter'],
        ...['Window Days', 'Compare', 'Missing', 'Missing Days', 'Weight', 'Points', 'Enabled', 'Why', 'Owner Email'],
        'Fresh Days',
      ],
      metric('logins_30d', 'Usage', 'usage', 'sum', 'logins'),
      metric('seats', 'Usage', 'accounts', 'last', 'seats'),
      metric('nps', 'Voice', 'surveys', 'mean', 'score'),
    ],
    Segments: [
      ['Segment', 'Rule', 'Name Ja'],
      ['Large', 'mrr >= 1000', '大'],
      ['Rest', null, '他'],
    ],
    Overrides: [['Segment', 'Metric ID', 'Weight', 'Points', 'Enabled']],
    Bands: [
      ['Band', 'Segment', 'Lower Bound'],
      ['Green', null, 80],
      ['Lime', null, 60],
      ['Yellow', null, 40],
      ['Red', null, 0],
    ],
    Caps: [['Cap ID', 'Condition', 'Highest Score', 'Reason', 'Reason Ja', 'Enabled']],
    Stages: [['Stage', 'Rule', 'Name Ja']],
    Quadrants: [defaultConfig('en').Quadrants?.[0] ?? []],
    Members: [['Email', 'Name', 'Role', 'Team']],
  };
}

function metric(id: string, dimension: string, dataset: string, aggregate: string, field: string): Cell[] {
  const measured = [id, id, null, dimension, 'outcome', 'process', dataset, aggregate, field, null];
  return [...measured, 30, 'none', 'exclude', null, 1, '0=0; 10=100', true, null, null, null];
}

/** The tabs with one cell replaced; `row` as in the sheet, the header being row 1. */
export function withCell(tabs: Grids, tab: string, row: number, header: string, cell: Cell): Grids {
  const grid = tabs[tab] ?? [];
  const column = (grid[0] ?? []).indexOf(header);
  if (column < 0) throw new Error(`no ${tab}!${header}`);
  return {
    ...tabs,
    [tab]: grid.map((line, at) => (at === row - 1 ? line.map((old, x) => (x === column ? cell : old)) : line)),
  };
}

/** The tabs with rows added below a tab's last one. */
export function withRows(tabs: Grids, tab: string, ...rows: Cell[][]): Grids {
  const width = tabs[tab]?.[0]?.length ?? 0;
  const whole = rows.map((row) => [...row, ...Array<Cell>(Math.max(0, width - row.length)).fill(null)]);
  return { ...tabs, [tab]: [...(tabs[tab] ?? []), ...whole] };
}
