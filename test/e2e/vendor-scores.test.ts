import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDemo } from '../../scripts/local/demo/write';
import { type DataFile, readDataFolder } from '../../scripts/local/run/data-folder';
import { startVendorSources, type VendorSources } from '../../scripts/local/run/vendor-sources';
import { connectFiles, openWorkspace, type Workspace } from '../../scripts/local/run/workspace';
import { standInOf } from '../../scripts/local/vendors/start';
import { type Day, dayOf } from '../../src/domain/day';
import { buildProduct, everything, records, runNow } from './product';

const AS_OF = dayOf(2026, 1, 31) as Day;
const SEED = 20261;
const VENDORS = ['hubspot', 'zendesk', 'redash'];

let dist: string;
let files: readonly DataFile[];
let vendors: VendorSources;
beforeAll(async () => {
  dist = await buildProduct();
  const folder = mkdtempSync(join(tmpdir(), 'kenshin-demo-'));
  writeDemo(folder, { asOf: AS_OF, seed: SEED });
  files = readDataFolder(folder).files;
  vendors = await startVendorSources({ asOf: AS_OF, seed: SEED }, VENDORS);
});
afterAll(() => vendors.stop());

/** The product on the demo portfolio: from files alone, or what vendors bring through them. */
function run(through: VendorSources | null): Workspace {
  const workspace = openWorkspace(dist, AS_OF, 'en', () => undefined);
  workspace.runtime.execute('menuSetUp', [], { entry: 'menu' });
  const left = files.filter(({ dataset }) => !through?.datasets.includes(dataset));
  connectFiles(workspace, left, AS_OF);
  through?.connect(workspace, AS_OF);
  runNow(workspace);
  return workspace;
}

const scores = (workspace: Workspace) =>
  records(workspace, 'Accounts').map((row) => [row['Account ID'], row['Account Name'], row.Score, row.Band]);

it('the portfolio has the same scores through HubSpot, Zendesk and Redash, and no key shows anywhere', async () => {
  expect(vendors.datasets).toEqual(['accounts', 'contacts', 'revenue', 'tickets', 'usage']);
  const workspace = run(vendors);
  expect(scores(workspace)).toHaveLength(200);
  expect(scores(workspace)).toEqual(scores(run(null)));
  const seen = JSON.stringify([everything(workspace), workspace.runtime.logs, workspace.runtime.spreadsheets.ui]);
  for (const name of VENDORS)
    for (const secret of Object.values((await standInOf(name)).secrets(''))) expect(seen).not.toContain(secret);
});
