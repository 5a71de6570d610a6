import type { DatasetName } from '../../../src/domain/datasets';
import type { Day } from '../../../src/domain/day';
import type { Reply } from '../../../src/domain/reply';
import { type RunningVendor, standInOf, startVendor, vendorNames } from '../vendors/start';
import type { SourceRow, VendorOptions } from '../vendors/vendor';
import type { Workspace } from './workspace';
import { connectRows } from './workspace';

/** Where two vendors bring accounts, the first of these does; then all others by name. */
const FIRST = ['salesforce'];

/** Vendors that stand in for the demo's files. */
export interface VendorSources {
  /** Datasets they bring; the others come from files. */
  readonly datasets: readonly DatasetName[];
  /** `salesforce: accounts, contacts` and so on. */
  readonly said: string;
  /** Names them in the Sources tab and enters their keys, as a person would. */
  connect(workspace: Workspace, asOf: Day): void;
  stop(): Promise<void>;
}

/**
 * Starts the stand-ins of `names`: each dataset comes from one vendor. One whose accounts another has brought is left out,
 * because the rest of its data go by ids of its own; so is one that has nothing the others lack.
 */
export async function startVendorSources(
  options: VendorOptions,
  names: readonly string[] | 'all',
): Promise<VendorSources> {
  const datasets = new Set<string>();
  const rows: SourceRow[] = [];
  const secrets: Record<string, string> = {};
  const running: RunningVendor[] = [];
  const said: string[] = [];
  const all = [...FIRST, ...vendorNames().filter((name) => !FIRST.includes(name))];
  for (const name of names === 'all' ? all : names) {
    const standIn = await standInOf(name);
    const offered = standIn.sources('').map(({ Dataset = '' }) => Dataset);
    const brings = offered.filter((dataset) => !standIn.partly?.includes(dataset));
    const fresh = brings.filter((dataset) => !datasets.has(dataset));
    if (fresh.length === 0 || (brings.includes('accounts') && !fresh.includes('accounts'))) {
      if (names !== 'all') said.push(`${name}: left out, the others bring what it has`);
      continue;
    }
    const vendor = await startVendor(name, options);
    running.push(vendor);
    rows.push(...standIn.sources(vendor.origin).filter(({ Dataset = '' }) => fresh.includes(Dataset)));
    Object.assign(secrets, standIn.secrets(vendor.origin));
    for (const dataset of fresh) datasets.add(dataset);
    said.push(`${name}: ${fresh.join(', ')}`);
  }
  return {
    datasets: [...datasets] as DatasetName[],
    said: said.join('; '),
    connect: (workspace, asOf) => {
      connectRows(workspace, rows, asOf);
      for (const row of rows) enterKeys(workspace, row, secrets);
    },
    stop: async () => {
      for (const vendor of running) await vendor.stop();
    },
  };
}

/** Enters the keys of a source in the form of sources; those of one name are entered once. */
function enterKeys({ runtime }: Workspace, row: SourceRow, secrets: Record<string, string>): void {
  const id = row['Source ID'] ?? '';
  const values: Record<string, string> = {};
  const name = `secret.${row['Secret Name'] || id}`;
  for (const [key, secret] of Object.entries(secrets)) {
    if (key !== name && !key.startsWith(`${name}.`)) continue;
    values[key.slice(name.length + 1)] = secret;
    delete secrets[key];
  }
  if (Object.keys(values).length === 0) return;
  const known = fieldsOf(runtime, id);
  const entered = Object.fromEntries(Object.entries(values).filter(([field]) => known.includes(field)));
  const reply = runtime.execute('keepSecrets', [id, entered], { entry: 'rpc' }) as Reply<unknown>;
  if (!reply.ok) throw new Error(`${id}: ${reply.text.en} ${reply.next.en}`);
}

function fieldsOf(runtime: Workspace['runtime'], id: string): readonly string[] {
  const reply = runtime.execute('sourceForms', [], { entry: 'rpc' }) as Reply<{
    sources: readonly { sourceId: string; keys: readonly { field: string }[] }[];
  }>;
  if (!reply.ok) throw new Error(`${id}: ${reply.text.en}`);
  return reply.data.sources.find(({ sourceId }) => sourceId === id)?.keys.map(({ field }) => field) ?? [];
}
