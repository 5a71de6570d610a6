import Papa from 'papaparse';
import { generateDemo } from '../../../scripts/local/demo/generate';
import { standInOf, startVendor } from '../../../scripts/local/vendors/start';
import { defaultConfig } from '../../../src/app/defaults';
import { publishedAccounts } from '../../../src/app/publish/published-account';
import { readSourceSettings } from '../../../src/app/pull/source-settings';
import { accountsInScope, scoreDay } from '../../../src/app/run/portfolio';
import { loadFacts } from '../../../src/app/store/load-facts';
import { DATASETS, type DatasetName } from '../../../src/domain/datasets';
import { type Day, dayOf } from '../../../src/domain/day';
import { parseConfig } from '../../../src/tables/config/parse-config';
import { SOURCE_COLUMNS } from '../../../src/tables/sources';
import { memoryPlatform } from '../../app/ports/memory-platform';
import { memoryWorkbook } from '../../app/ports/memory-workbook';
import { pullInto, source } from '../../app/pull/pulled';
import { realHttp } from '../vendor-reading';

const AS_OF = dayOf(2026, 1, 31) as Day;
const DEMO = { asOf: AS_OF, seed: 11 };

const FILES = generateDemo(DEMO);
const csv = (name: DatasetName) =>
  Papa.unparse({ fields: [...FILES[name].columns], data: FILES[name].rows as unknown[][] });

/** Every account's score and reasons under the default configuration, from the rows of the Sources tab and files of the rest. */
function scored(settings: Parameters<typeof pullInto>[1], secrets: Readonly<Record<string, string>>) {
  const left = DATASETS.map(({ name }) => name).filter((name) => !settings.some(({ dataset }) => dataset === name));
  const files = Object.fromEntries(left.map((name) => [name, csv(name)]));
  const platform = { ...memoryPlatform({ files, secrets, milliseconds: 10 ** 9 }), http: realHttp };
  const sources = [...settings, ...left.map((name) => source({ id: name, dataset: name, location: name }))];
  const data = memoryWorkbook({ id: 'data', zone: 'Asia/Tokyo' });
  const { report, store } = pullInto(platform, sources, data, AS_OF);
  expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { config } = parseConfig(defaultConfig('en'));
  if (config === null) throw new Error('the default configuration has faults');
  const { facts } = loadFacts(store);
  const day = (asOf: number) => scoreDay(facts, config, accountsInScope(facts, config, AS_OF), asOf);
  const then = day(AS_OF - config.settings.changeDays);
  return publishedAccounts(day(AS_OF), { then, thenUnderNow: then }).map(({ accountId, score, moved, reasons }) => ({
    ...{ accountId, score, moved, reasons },
  }));
}

it('the demo portfolio scores alike through Salesforce and from files', async () => {
  const vendor = await startVendor('salesforce', DEMO);
  const { sources, secrets } = await standInOf('salesforce');
  const headers: string[] = Object.values(SOURCE_COLUMNS);
  const grid = [headers, ...sources(vendor.origin).map((row) => headers.map((header) => row[header] ?? ''))];
  const { settings, problems } = readSourceSettings(grid);
  expect(problems).toEqual([]);
  const theirs = scored(settings, secrets(vendor.origin));
  await vendor.stop();
  expect(settings.map(({ dataset }) => dataset)).toEqual(['accounts', 'contacts', 'touches']);
  expect(theirs.length).toBeGreaterThan(150);
  expect(JSON.stringify(theirs)).toBe(JSON.stringify(scored([], {})));
});
