import { columnOf, contentRows } from '../../scripts/local/gas/spreadsheet/cells';
import type { SheetModel } from '../../scripts/local/gas/spreadsheet/model';
import { deleteLines, insertLines } from '../../scripts/local/gas/spreadsheet/structure';
import type { Workspace } from '../../scripts/local/run/workspace';
import { addRow, columnWith, date } from './people';
import { buildProduct, records, runNow, tab } from './product';
import { smallPortfolio } from './small-portfolio';
import { openStage, type Stage } from './stage';

/** What people write stays, whatever they do to their tabs; what a run cannot read any more is named in Problems. */

let stage: Stage;
let rewind: () => void;
beforeAll(async () => {
  const dist = await buildProduct();
  stage = openStage((beforeCall) => {
    const workspace = smallPortfolio(dist, { beforeCall });
    for (const [id, pulse] of [
      ['p2', 2],
      ['p3', 5],
    ] as const) {
      addRow(workspace, 'Pulses', {
        'Pulse ID': id,
        Account: 'B',
        Pulse: pulse,
        Comment: `Felt ${pulse}`,
        'Author Email': 'b@example.com',
        'Pulse Date': date(`2026-03-2${pulse}`),
      });
    }
    runNow(workspace);
    return workspace;
  });
  rewind = stage.mark();
});

beforeEach(() => rewind());

const PEOPLE = ['Action Updates', 'Pulses', 'Goals', 'Settings', 'Metrics', 'Bands', 'Sources'];
const health = () => stage.workspace.health();

function setUp({ runtime }: Workspace): void {
  runtime.execute('menuSetUp', [], { entry: 'menu' });
}

/** Cells as people left them: no format, no rule, only what stands where. */
function written(names: readonly string[] = PEOPLE): unknown {
  return names.map((name) => JSON.parse(JSON.stringify(tab(stage.workspace, name).values)) as unknown);
}

/** The pulses that the last run counted for each account: their reading in Breakdown. */
function pulseReadings(): Record<string, unknown> {
  const lines = records(stage.workspace, 'Breakdown').filter((line) => line.Metric === 'pulse');
  return Object.fromEntries(lines.map((line) => [line.Account, line.Reading]));
}

const problems = (source: string) =>
  records(stage.workspace, 'Problems').filter((problem) => problem.Source === source);

interface Deed {
  readonly title: string;
  readonly name: string;
  readonly act: (sheet: SheetModel) => void;
}

const DEEDS: readonly Deed[] = [
  {
    title: 'sort them',
    name: 'Pulses',
    act: (sheet) => {
      for (const cells of sheet.values)
        if (cells.length > 2) cells.splice(1, cells.length - 1, ...cells.slice(1).reverse());
    },
  },
  {
    title: 'filter them',
    name: 'Pulses',
    act: (sheet) => {
      for (const row of [1, 3]) sheet.hiddenRows.add(row);
    },
  },
  {
    title: 'put an empty row between them',
    name: 'Pulses',
    act: (sheet) => insertLines(health(), { action: 'insert', sheet, dimension: 'rows', at: 2, count: 1 }, 1),
  },
  {
    title: 'put an empty row above the header',
    name: 'Pulses',
    act: (sheet) => insertLines(health(), { action: 'insert', sheet, dimension: 'rows', at: 0, count: 1 }, null),
  },
  {
    title: 'put a column of their own in between',
    name: 'Pulses',
    act: (sheet) => {
      insertLines(health(), { action: 'insert', sheet, dimension: 'columns', at: 2, count: 1 }, 1);
      columnOf(sheet, 2).splice(0, 4, 'Mood', 'fine', 'grim', 'fine');
    },
  },
  {
    title: 'put a column of their own behind',
    name: 'Pulses',
    act: (sheet) => {
      sheet.maxColumns += 1;
      columnOf(sheet, sheet.maxColumns - 1).splice(0, 4, 'Mood', 'fine', 'grim', 'fine');
    },
  },
];

describe('rows of people', () => {
  it.each(DEEDS)('are there and counted after runs and set-up when people $title', ({ name, act }) => {
    const before = pulseReadings();
    expect(Object.values(before).some((reading) => reading !== null)).toBe(true);
    act(tab(stage.workspace, name));
    const left = written();
    runNow(stage.workspace);
    expect(written()).toEqual(left);
    expect(pulseReadings()).toEqual(before);
    setUp(stage.workspace);
    const ids = records(stage.workspace, name).map((row) => row['Pulse ID']);
    expect([...ids].filter(Boolean).sort()).toEqual(['p1', 'p2', 'p3']);
    runNow(stage.workspace);
    expect(pulseReadings()).toEqual(before);
    expect(problems(name)).toEqual([]);
  });

  it('keep a column of their own, its rows and its formats when set-up is done again', () => {
    const sheet = tab(stage.workspace, 'Goals');
    insertLines(health(), { action: 'insert', sheet, dimension: 'columns', at: 2, count: 1 }, null);
    columnOf(sheet, 2).splice(0, 2, 'Mood', 'fine');
    setUp(stage.workspace);
    expect(columnOf(sheet, 2)).toEqual(['Mood', 'fine']);
    expect(sheet.validations.at(1, 2)).toBeUndefined();
    expect(sheet.validations.at(1, columnWith(sheet, 'Kind'))).toBeDefined();
  });

  it('are there when the tab has another name, which Problems says; set-up gives it its name back', () => {
    const before = pulseReadings();
    tab(stage.workspace, 'Pulses').name = 'Pulses of spring';
    const left = written(['Pulses of spring']);
    runNow(stage.workspace);
    expect(written(['Pulses of spring'])).toEqual(left);
    expect(problems('Pulses')).toEqual([
      expect.objectContaining({
        'Problem Code': 'tab.missing',
        'Mend Note': expect.stringContaining('rename it back to Pulses'),
      }),
    ]);
    setUp(stage.workspace);
    expect(health().sheets.filter(({ name }) => /^Pulses/.test(name))).toHaveLength(1);
    expect(written(['Pulses'])).toEqual(left);
    runNow(stage.workspace);
    expect(pulseReadings()).toEqual(before);
    expect(problems('Pulses')).toEqual([]);
  });

  it('are there when a header was deleted, which Problems says; set-up puts it back', () => {
    const before = pulseReadings();
    const sheet = tab(stage.workspace, 'Pulses');
    const at = columnWith(sheet, 'Comment');
    const left = written();
    columnOf(sheet, at)[0] = null;
    runNow(stage.workspace);
    expect(problems('Pulses')).toEqual([
      expect.objectContaining({
        'Problem Code': 'header.missing',
        Column: 'Comment',
        'Mend Note': expect.stringContaining('Write "Comment" into row 1'),
      }),
    ]);
    setUp(stage.workspace);
    expect(written()).toEqual(left);
    runNow(stage.workspace);
    expect(pulseReadings()).toEqual(before);
    expect(problems('Pulses')).toEqual([]);
  });

  it('are there when a header was renamed: Problems names both, and set-up leaves it to the person', () => {
    const sheet = tab(stage.workspace, 'Pulses');
    columnOf(sheet, columnWith(sheet, 'Comment'))[0] = 'Why';
    const left = written();
    runNow(stage.workspace);
    setUp(stage.workspace);
    expect(written()).toEqual(left);
    expect(problems('Pulses')).toEqual([
      expect.objectContaining({ Column: 'Comment', 'Found Text': 'Why', 'Problem Code': 'header.missing' }),
    ]);
  });

  it('are there when a whole column was taken out: set-up puts an empty one behind', () => {
    const sheet = tab(stage.workspace, 'Pulses');
    deleteLines(health(), {
      action: 'delete',
      sheet,
      dimension: 'columns',
      at: columnWith(sheet, 'Author Email'),
      count: 1,
    });
    setUp(stage.workspace);
    expect(columnWith(sheet, 'Author Email')).toBeGreaterThan(columnWith(sheet, 'Expiry Date'));
    expect(columnOf(sheet, columnWith(sheet, 'Pulse ID'))).toEqual(['Pulse ID', 'p1', 'p2', 'p3']);
    expect(contentRows(sheet)).toBe(4);
  });

  it('are there when the whole header row was emptied', () => {
    const sheet = tab(stage.workspace, 'Pulses');
    const left = written();
    for (const cells of sheet.values) if (cells.length > 0) cells[0] = null;
    runNow(stage.workspace);
    expect(contentRows(sheet)).toBe(4);
    setUp(stage.workspace);
    expect(written()).toEqual(left);
  });
});
