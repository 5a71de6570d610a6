import { resolve } from 'node:path';
import type { BeforeCall } from '../../scripts/local/gas/execution';
import type { Switches } from '../../scripts/local/gas/host';
import type { RuntimeUser } from '../../scripts/local/gas/runtime';
import type { SheetModel } from '../../scripts/local/gas/spreadsheet/model';
import { tabRecords } from '../../scripts/local/run/outputs';
import { tabGrid } from '../../scripts/local/run/tab-csv';
import { connectFiles, openWorkspace, type Workspace } from '../../scripts/local/run/workspace';
import type { Cell } from '../../src/domain/cell';
import { DATASETS, type DatasetName } from '../../src/domain/datasets';
import { parseDay } from '../../src/domain/day';
import type { Locale } from '../../src/domain/text';
import { builtOnce } from './built-once';

const ROOT = resolve(__dirname, '../..');

/** The folder of what ships, which is built once for the same sources and only read. */
export function buildProduct(): Promise<string> {
  return builtOnce(ROOT);
}

export const AS_OF = '2026-03-31';

export type Files = Readonly<Partial<Record<DatasetName, string | Uint8Array>>>;

/** A spreadsheet with the product set up in it, and the given files as its sources. */
export function setUpProduct(
  dist: string,
  files: Files,
  options: {
    readonly locale?: Locale;
    readonly asOf?: string;
    readonly beforeCall?: BeforeCall;
    /** People who may edit the spreadsheet beside its owner. */
    readonly others?: readonly RuntimeUser[];
    readonly switches?: Partial<Switches>;
    /** Stand-ins by the host whose place they take. */
    readonly hosts?: Readonly<Record<string, string>>;
  } = {},
): Workspace {
  const asOf = parseDay(options.asOf ?? AS_OF) as number;
  const workspace = openWorkspace(
    dist,
    asOf,
    options.locale ?? 'en',
    options.beforeCall ?? (() => undefined),
    options.others,
    undefined,
    options.switches,
    options.hosts,
  );
  workspace.runtime.execute('menuSetUp', [], { entry: 'menu' });
  connectFiles(
    workspace,
    DATASETS.flatMap(({ name }) => {
      const content = files[name];
      return content === undefined
        ? []
        : [{ dataset: name, name: `${name}.csv`, bytes: new Uint8Array(Buffer.from(content)) }];
    }),
    asOf,
  );
  return workspace;
}

/** Runs from the menu, as a person does. */
export function runNow(workspace: Workspace): void {
  workspace.runtime.execute('menuRunNow', [], { entry: 'menu' });
}

export type Named = Readonly<Record<string, Cell>>;

export function tab(workspace: Workspace, name: string): SheetModel {
  const sheets = [...workspace.health().sheets, ...(workspace.data()?.sheets ?? [])];
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`there is no tab ${name}`);
  return found;
}

export function records(workspace: Workspace, name: string): readonly Named[] {
  return tabRecords(tab(workspace, name));
}

/** Every cell of every tab of both workbooks. */
export function everything(workspace: Workspace): Record<string, Cell[][]> {
  const sheets = [...workspace.health().sheets, ...(workspace.data()?.sheets ?? [])];
  return Object.fromEntries(sheets.map((sheet) => [sheet.name, tabGrid(sheet)]));
}

/** Types into the first cell of a column (by header) of the row whose key is given. */
export function type(workspace: Workspace, name: string, key: string, header: string, value: Cell): void {
  const sheet = tab(workspace, name);
  const grid = tabGrid(sheet);
  const column = grid[0]?.indexOf(header) ?? -1;
  const row = grid.findIndex((cells) => cells[0] === key);
  if (row < 0 || column < 0) throw new Error(`${name} has no ${key} or no ${header}`);
  const cells = sheet.values[column];
  if (!cells) throw new Error(`${name} has no column ${header}`);
  while (cells.length <= row) cells.push(null);
  cells[row] = value;
}
