import Papa from 'papaparse';
import { generateDemo } from '../../scripts/local/demo/generate';
import { type RunningVendor, standInOf, startVendor } from '../../scripts/local/vendors/start';
import type { SourceRow } from '../../scripts/local/vendors/vendor';
import { readSourceSettings } from '../../src/app/pull/source-settings';
import type { Cell } from '../../src/domain/cell';
import type { DatasetName } from '../../src/domain/datasets';
import { type Day, dayOf } from '../../src/domain/day';
import { SOURCE_COLUMNS } from '../../src/tables/sources';
import { memoryPlatform } from '../app/ports/memory-platform';
import { memoryWorkbook } from '../app/ports/memory-workbook';
import { pullInto, source } from '../app/pull/pulled';
import { realHttp } from './vendor-reading';

const AS_OF = dayOf(2026, 1, 31) as Day;
const SEED = 7;
const running: RunningVendor[] = [];
afterAll(async () => {
  for (const vendor of running) await vendor.stop();
});

type Fact = Record<string, Cell>;

/** What a pull of these sources leaves in the Data workbook. */
function pulled(sources: Parameters<typeof pullInto>[1], platform = memoryPlatform()) {
  const { report, store } = pullInto(platform, sources, memoryWorkbook({ id: 'data', zone: 'Asia/Tokyo' }), AS_OF);
  const facts = (name: Exclude<DatasetName, 'usage'>): Fact[] => {
    const { columns, rows } = store.table(name);
    return [...rows.values()].map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
  };
  return { report, store, facts };
}

/** Through the vendor's stand-in, with the rows of the Sources tab that it offers. */
async function throughVendor(name: string, ...more: readonly SourceRow[]) {
  const vendor = await startVendor(name, { asOf: AS_OF, seed: SEED });
  running.push(vendor);
  const { sources, secrets } = await standInOf(name);
  const headers: string[] = Object.values(SOURCE_COLUMNS);
  const grid = [
    headers,
    ...[...sources(vendor.origin), ...more.map((row): SourceRow => ({ ...row, Location: vendor.origin }))].map((row) =>
      headers.map((header) => row[header] ?? ''),
    ),
  ];
  const { settings, problems } = readSourceSettings(grid);
  expect(problems).toEqual([]);
  return pulled(settings, { ...memoryPlatform({ secrets: secrets(vendor.origin) }), http: realHttp });
}

/** From the demo's own files. */
function fromFiles(...names: DatasetName[]) {
  const demo = generateDemo({ asOf: AS_OF, seed: SEED });
  const csv = (name: DatasetName) =>
    Papa.unparse({ fields: [...demo[name].columns], data: demo[name].rows as unknown[][] });
  const files = Object.fromEntries(names.map((name) => [name, csv(name)]));
  return pulled(
    names.map((name) => source({ id: name, dataset: name, location: name })),
    memoryPlatform({ files }),
  );
}

/** The same facts in the same order: declared columns and those the demo has besides. */
function alike(facts: readonly Fact[], columns: readonly string[]): Fact[] {
  const rows = facts.map((fact) => Object.fromEntries(columns.map((column) => [column, fact[column] ?? null])));
  return rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const columnsOf = (name: DatasetName, without: readonly string[] = []) =>
  generateDemo({ asOf: AS_OF, seed: SEED })[name].columns.filter((column) => !without.includes(column));

describe('the demo portfolio gives the same facts', () => {
  it('through HubSpot: accounts, contacts and revenue', async () => {
    const theirs = await throughVendor('hubspot');
    expect(theirs.report.problems).toEqual([]);
    const ours = fromFiles('accounts', 'contacts', 'revenue');
    const accounts = columnsOf('accounts', ['external_ids']);
    expect(alike(theirs.facts('accounts'), accounts)).toEqual(alike(ours.facts('accounts'), accounts));
    // HubSpot knows companies by numbers of its own, which are among the external ids of the account.
    const known = new Map<string, Cell>();
    for (const { account_id, external_ids } of theirs.facts('accounts'))
      for (const id of String(external_ids).split(';')) known.set(id, account_id ?? null);
    for (const name of ['contacts', 'revenue'] as const) {
      const facts = theirs
        .facts(name)
        .map((fact) => ({ ...fact, account_id: known.get(String(fact.account_id)) ?? null }));
      expect(alike(facts, columnsOf(name))).toEqual(alike(ours.facts(name), columnsOf(name)));
    }
    const ids = ours.facts('accounts').map(({ external_ids }) => String(external_ids));
    expect(ids.every((id) => known.has(id))).toBe(true);
  });

  it('through Zendesk: tickets, and what customers said of them', async () => {
    const theirs = await throughVendor('zendesk', {
      ...{ 'Source ID': 'answers', Kind: 'zendesk', Dataset: 'surveys', 'Secret Name': 'zendesk tickets' },
      Options: 'email = agent@example.com\nsince = 2020-01-01',
    });
    expect(theirs.report.problems).toEqual([]);
    const ours = fromFiles('accounts', 'tickets');
    const known = new Map<string, Cell>();
    for (const { account_id, domains, external_ids } of ours.facts('accounts'))
      for (const id of [account_id, domains, external_ids]) known.set(String(id), account_id ?? null);
    const named = (fact: Fact) => ({ ...fact, account_id: known.get(String(fact.account_id)) ?? null });
    const columns = ['account_id', 'opened_at', 'closed_at', 'priority', 'csat'];
    expect(alike(theirs.facts('tickets').map(named), columns)).toEqual(alike(ours.facts('tickets'), columns));
    const rated = ours.facts('tickets').filter(({ csat }) => csat !== null);
    expect(alike(theirs.facts('surveys').map(named), ['account_id', 'at', 'score'])).toEqual(
      alike(
        rated.map(({ account_id, closed_at, csat }) => ({ account_id, at: closed_at, score: csat }) as Fact),
        ['account_id', 'at', 'score'],
      ),
    );
  });

  it('through Redash: usage with one column a measure', async () => {
    const theirs = await throughVendor('redash');
    expect(theirs.report.problems).toEqual([]);
    const ours = fromFiles('usage');
    const book = ({ store }: ReturnType<typeof fromFiles>) => store.usageBetween(AS_OF - 500, AS_OF);
    expect(theirs.report.sources.map(({ kept }) => kept)).toEqual(ours.report.sources.map(({ kept }) => kept));
    expect(book(theirs)).toEqual(book(ours));
  });
});
