import { DATASETS, type DatasetName } from '../../src/domain/datasets';
import type { Day } from '../../src/domain/day';
import type { Reply } from '../../src/domain/reply';
import type { Locale } from '../../src/domain/text';
import type { RuntimeUser } from '../local/gas/runtime';
import { putValue } from '../local/gas/spreadsheet/cells';
import { readDataFolder } from '../local/run/data-folder';
import { connectFiles, openWorkspace, type Workspace } from '../local/run/workspace';
import type { RunningVendor } from '../local/vendors/start';

/** What every workspace of the pictures is opened from. */
export interface Ground {
  readonly dist: string;
  readonly asOf: Day;
  readonly locale: Locale;
  /** Folder of the demo portfolio. */
  readonly demo: string;
  /** A vendor that answers as HubSpot does. */
  readonly vendor: RunningVendor;
}

export const OPS = 'ops@example.com';
export const MANAGER = 'mio.manager@example.com';
export const CSM = 'kenta.shimizu@example.com';
export const STRANGER = 'new.colleague@example.com';

/** Beside the owner, one for each role and one for none. */
const people = (locale: Locale): RuntimeUser[] => [MANAGER, CSM, STRANGER].map((email) => ({ email, locale }));

/** A spreadsheet in which nothing was done yet. */
export function untouched({ dist, asOf, locale }: Ground): Workspace {
  return openWorkspace(dist, asOf, locale, () => undefined);
}

/** Set up, without a source; HubSpot is the vendor's stand-in. */
export function started({ dist, asOf, locale, vendor }: Ground): Workspace {
  const hosts = { 'api.hubapi.com': vendor.origin };
  return ready(openWorkspace(dist, asOf, locale, () => undefined, [], undefined, {}, hosts));
}

/** The demo portfolio scored, each role filled, and the configuration changed once since. */
export function scored(ground: Ground): Workspace {
  const { dist, asOf, locale, demo } = ground;
  const workspace = ready(openWorkspace(dist, asOf, locale, () => undefined, people(locale)));
  const { runtime } = workspace;
  connectFiles(workspace, readDataFolder(demo).files, asOf);
  run(workspace);
  saveWeight(workspace, 'Adoption', 35, locale === 'ja' ? '活用度の比重を上げる' : 'Adoption counts more');
  fill(workspace, 'Members', [
    [OPS, 'Oda', 'ops', ''],
    [MANAGER, 'Mio', 'manager', 'East'],
    [CSM, 'Kenta', 'csm', 'East'],
    ['naoko.fujisawa@example.com', '', 'manager', 'Tokyo'],
  ]);
  type(workspace, 'Settings', 'Mail Weekday', 'Every Day');
  type(workspace, 'Settings', 'CRM Link', 'https://crm.example.com/accounts/{account_id}');
  workspace.data()?.viewers.push(MANAGER, CSM);
  runtime.fireTriggers(runtime.clock.now() + TWO_DAYS);
  return workspace;
}

/** A run that the platform stopped half way, and that goes on by itself later. */
export function halfWay({ dist, asOf, locale, demo }: Ground): Workspace {
  let armed = false;
  const workspace = ready(
    openWorkspace(dist, asOf, locale, (call) => (armed && call === STOPPED_AT ? 'kill' : undefined)),
  );
  connectFiles(workspace, readDataFolder(demo).files, asOf);
  armed = true;
  try {
    run(workspace);
  } catch {
    // A killed execution throws at whoever started it.
  }
  armed = false;
  return workspace;
}

/** Sources that bring no row. */
export function nobody({ dist, asOf, locale }: Ground): Workspace {
  const workspace = ready(openWorkspace(dist, asOf, locale, () => undefined));
  connectTables(workspace, asOf, { accounts: 'account_id,name,mrr\n', usage: 'account_id,date,logins\n' });
  run(workspace);
  return workspace;
}

/** Names, ids and notes that break a careless page. */
export function hostile({ dist, asOf, locale }: Ground): Workspace {
  const workspace = ready(openWorkspace(dist, asOf, locale, () => undefined));
  const owner = 'a.very.long.owner.address.indeed@subsidiary.of.a.holding.example.com';
  const rows = [
    ['<b>1</b>', '<img src=x onerror=alert(1)> & Söhne "GmbH"', owner],
    ['=1+1', '=HYPERLINK("https://evil.example","click")', owner],
    [
      `o'clock/"A"\\B`,
      '株式会社エンタープライズデジタルトランスフォーメーション推進機構ホールディングス東日本支社',
      owner,
    ],
    ['🍣/東京', 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzgesellschaft', ''],
    ['nameless', '', owner],
  ];
  type(workspace, 'Settings', 'Minimum Coverage Percent', '1');
  connectTables(workspace, asOf, {
    accounts: [
      'account_id,name,owner_email,mrr,domains',
      ...rows.map((cells, at) => [...cells, `${10 ** (at + 3)}`, `d${at}.example`].map(quoted).join(',')),
    ].join('\n'),
    usage: [
      'account_id,date,logins',
      ...rows.map(([id = ''], at) => `${quoted(id)},2026-11-${10 + at},${at}`),
      'unknown "<i>",2026-11-10,1',
    ].join('\n'),
  });
  run(workspace);
  return workspace;
}

/** The same, mailed to a CSM, a manager and Ops by the next daily run. */
export function hostileMailed(ground: Ground): Workspace {
  const workspace = hostile(ground);
  const { runtime } = workspace;
  fill(workspace, 'Members', [
    ['a.very.long.owner.address.indeed@subsidiary.of.a.holding.example.com', '', 'csm', ''],
    [OPS, '<i>Oda</i>', 'ops', ''],
  ]);
  type(workspace, 'Settings', 'Mail Weekday', 'Every Day');
  runtime.fireTriggers(runtime.clock.now() + TWO_DAYS / 2);
  return workspace;
}

/** Saves the weight of a dimension as whoever owns the spreadsheet. */
export function saveWeight({ runtime }: Workspace, dimension: string, weight: number, note: string): void {
  const versions = asked<readonly { version: string }[]>(
    runtime.execute('configurationVersions', [], { entry: 'rpc' }),
  );
  const change = { tab: 'Dimensions', key: dimension, header: 'Weight', value: weight };
  const saved = asked<{ version: unknown }>(
    runtime.execute('saveConfiguration', [note, [change], versions[0]?.version ?? ''], { entry: 'rpc' }),
  );
  if (!saved.version) throw new Error(`the weight of ${dimension} was not saved`);
}

/** Adds rows to a tab below what stands there. */
export function fill(workspace: Workspace, tab: string, rows: readonly (readonly string[])[]): void {
  const sheet = sheetOf(workspace, tab);
  let row = lengthOf(sheet.values[0] ?? []);
  sheet.maxRows = Math.max(sheet.maxRows, row + rows.length);
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) if (cell !== '') putValue(sheet, row, column, cell);
    row += 1;
  }
}

const TWO_DAYS = 2 * 86_400_000;
/** The service call at which a run is stopped: some of the sources are in by then. */
const STOPPED_AT = 700;

function ready(workspace: Workspace): Workspace {
  workspace.runtime.execute('menuSetUp', [], { entry: 'menu' });
  return workspace;
}

function run({ runtime }: Workspace): void {
  runtime.execute('menuRunNow', [], { entry: 'menu' });
  // What an execution left over goes on by its own trigger.
  runtime.fireTriggers(runtime.clock.now() + 30 * 60_000);
}

function connectTables(workspace: Workspace, asOf: Day, tables: Readonly<Partial<Record<DatasetName, string>>>): void {
  const files = DATASETS.flatMap(({ name }) => {
    const content = tables[name];
    return content === undefined
      ? []
      : [{ dataset: name, name: `${name}.csv`, bytes: new Uint8Array(Buffer.from(content)) }];
  });
  connectFiles(workspace, files, asOf);
}

function quoted(cell: string): string {
  return `"${cell.split('"').join('""')}"`;
}

/** Types into the second column of the row whose first cell is `key`. */
function type(workspace: Workspace, tab: string, key: string, value: string): void {
  const sheet = sheetOf(workspace, tab);
  putValue(sheet, (sheet.values[0] ?? []).indexOf(key), 1, value);
}

function sheetOf(workspace: Workspace, tab: string) {
  const sheet = workspace.health().sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`there is no tab ${tab}`);
  return sheet;
}

function lengthOf(column: readonly unknown[]): number {
  let length = column.length;
  while (length > 0 && (column[length - 1] ?? null) === null) length--;
  return length;
}

function asked<T>(reply: unknown): T {
  const answer = reply as Reply<T>;
  if (!answer.ok) throw new Error(`${answer.text.en} ${answer.next.en}`);
  return answer.data;
}
