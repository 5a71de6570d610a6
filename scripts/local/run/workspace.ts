import { civil, type Day, formatDay } from '../../../src/domain/day';
import type { Locale } from '../../../src/domain/text';
import type { BeforeCall } from '../gas/execution';
import type { Switches } from '../gas/host';
import { createRuntime, type Runtime, type RuntimeUser } from '../gas/runtime';
import type { WorkbookModel } from '../gas/spreadsheet/model';
import { createSpreadsheetState, createWorkbook } from '../gas/spreadsheet/state';
import type { DataFile } from './data-folder';
import { pasteTable } from './paste';
import { tabGrid } from './tab-csv';

/** A simulated Google account whose spreadsheet carries the product, and the person who works in it. */
export interface Workspace {
  readonly runtime: Runtime;
  readonly zone: string;
  health(): WorkbookModel;
  /** Null before set-up. */
  data(): WorkbookModel | null;
}

const ZONE = 'Asia/Tokyo';

/** Nine hours east of Greenwich all year. */
const ZONE_HOURS = 9;

/** The working day in the account begins at this hour, before the daily run is due. */
const START_HOUR = 5;

const CONTAINER = 'health';

/** Whoever owns the spreadsheet and runs the product in it. */
export const OPERATOR = 'ops@example.com';

/**
 * Opens the account on the morning of a day, with the build in `dist` bound to an empty spreadsheet. `beforeCall` sees
 * every service call. `others` may edit the spreadsheet beside its owner, who does whatever names nobody.
 * `cpuLimitMs` is the real time an execution may take, where that of the platform would cut a slow machine short.
 * `switches` choose another side of what is contested than the strict one. `hosts` are origins of stand-ins, by host.
 */
export function openWorkspace(
  dist: string,
  asOf: Day,
  locale: Locale,
  beforeCall: BeforeCall,
  others: readonly RuntimeUser[] = [],
  cpuLimitMs?: number,
  switches: Partial<Switches> = {},
  hosts: Readonly<Record<string, string>> = {},
): Workspace {
  const spreadsheets = createSpreadsheetState({ containerId: CONTAINER });
  const owner = { email: OPERATOR, locale };
  const health = createWorkbook(spreadsheets, {
    id: CONTAINER,
    name: 'Kenshin Health',
    locale: locale === 'ja' ? 'ja_JP' : 'en_US',
    timeZone: ZONE,
    owner: owner.email,
  });
  health.editors.push(...others.map(({ email }) => email));
  const runtime = createRuntime({
    folder: dist,
    start: Date.parse(`${formatDay(asOf)}T00:00:00Z`) + (START_HOUR - ZONE_HOURS) * 3_600_000,
    users: [owner, ...others],
    spreadsheets,
    switches,
    hosts,
    beforeCall,
    ...(cpuLimitMs === undefined ? {} : { cpuLimitMs }),
  });
  return {
    runtime,
    zone: ZONE,
    health: () => spreadsheets.workbooks.get(CONTAINER) as WorkbookModel,
    data: () => [...spreadsheets.workbooks.values()].find(({ id }) => id !== CONTAINER) ?? null,
  };
}

/** Puts the files on the account's Drive and names them in the Sources tab, as a person would. */
export function connectFiles(workspace: Workspace, files: readonly DataFile[], asOf: Day): void {
  const { runtime } = workspace;
  const header = ['Source ID', 'Enabled', 'Kind', 'Dataset', 'Location', 'Every', 'Note'];
  const rows = files.map(({ dataset, name, bytes }) => {
    const id = runtime.drive.add(name, bytes, 'text/csv');
    return [name, 'TRUE', 'csv', dataset, `https://drive.google.com/file/d/${id}/view`, 'daily', ''];
  });
  addRows(workspace.health(), 'Sources', [header, ...rows], asOf);
}

/** Adds rows to the Sources tab, each by header. */
export function connectRows(workspace: Workspace, rows: readonly Readonly<Record<string, string>>[], asOf: Day): void {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const table = [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))];
  addRows(workspace.health(), 'Sources', table, asOf);
}

/** Adds a table to the rows of a tab under the headers that it names; other columns stay empty. */
export function addRows(workbook: WorkbookModel, tab: string, table: readonly (readonly string[])[], asOf: Day): void {
  const sheet = workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`there is no tab ${tab}`);
  const headers = Array.from({ length: sheet.maxColumns }, (_, column) => String(sheet.values[column]?.[0] ?? ''));
  const [names, ...rows] = table as [readonly string[], ...(readonly string[])[]];
  const places = names.map((name) => headers.indexOf(name));
  const filled = rows.map((row) => headers.map((_, column) => row[places.indexOf(column)] ?? ''));
  const standing = tabGrid(sheet)
    .slice(1)
    .map((row) => headers.map((_, column) => String(row[column] ?? '')));
  pasteTable(workbook, tab, [headers, ...standing, ...filled], civil(asOf).year);
}
