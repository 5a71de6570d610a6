import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringConfigFolder } from '../../scripts/local/run/config-folder';
import { tabCsv } from '../../scripts/local/run/tab-csv';
import { openWorkspace, type Workspace } from '../../scripts/local/run/workspace';
import { parseDay } from '../../src/domain/day';
import { CONFIG_TABS } from '../../src/tables/health/configuration';
import { AS_OF, buildProduct, records, tab } from './product';

/** The tabs that a run wrote as files, brought along to another spreadsheet (`npm start -- --config`). */

let dist: string;
let folder: string;
beforeAll(async () => {
  dist = await buildProduct();
  folder = mkdtempSync(join(tmpdir(), 'kenshin-brought-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const DAY = parseDay(AS_OF) as number;

function setUp(prepare: (workspace: Workspace) => void): Workspace {
  const workspace = openWorkspace(dist, DAY, 'en', () => undefined);
  prepare(workspace);
  for (const name of ['menuSetUp', 'menuCheckConfiguration']) workspace.runtime.execute(name, [], { entry: 'menu' });
  return workspace;
}

it('the default configuration as files is the same configuration, without a fault', () => {
  const first = setUp(() => undefined);
  for (const { name } of CONFIG_TABS) writeFileSync(join(folder, `${name}.csv`), tabCsv(tab(first, name)));
  const second = setUp((workspace) => {
    bringConfigFolder(workspace.health(), folder, DAY);
  });
  expect(records(second, 'Problems').filter(({ Severity }) => Severity === 'error')).toEqual([]);
  // TRUE in a cell of text comes back as a flag.
  const cells = (workspace: Workspace, name: string) => tabCsv(tab(workspace, name)).toLowerCase();
  for (const { name } of CONFIG_TABS) expect(cells(second, name)).toBe(cells(first, name));
});
