import { defaultConfig } from '../../../src/app/defaults';
import { openProblemBook } from '../../../src/app/problem-book';
import type { Progress } from '../../../src/app/run/progress';
import type { RunRecord } from '../../../src/app/run/record';
import { openDataStore } from '../../../src/app/store/data-store';
import { writeBackStep } from '../../../src/app/write-back/write-back-step';
import type { Cell } from '../../../src/domain/cell';
import type { Config, Settings } from '../../../src/domain/config/config';
import { DATASETS } from '../../../src/domain/datasets';
import { dayOf } from '../../../src/domain/day';
import type { HttpRequest } from '../../../src/ports';
import { SOURCE_KINDS } from '../../../src/sources';
import { parseConfig } from '../../../src/tables/config/parse-config';
import { datasetTab } from '../../../src/tables/data/dataset-tab';
import { accountsTab } from '../../../src/tables/health/accounts';
import { IDENTITIES } from '../../../src/tables/health/identities';
import { PROBLEMS } from '../../../src/tables/health/journal';
import { readTab, type TabRecord, toGrid } from '../../../src/tables/rows';
import { sourcesTab } from '../../../src/tables/sources';
import type { Answer } from '../ports/memory-platform';
import { memoryWorkbook } from '../ports/memory-workbook';
import { type WholePlatform, wholePlatform } from '../ports/whole-platform';

export interface PublishedRow {
  readonly id: string;
  readonly score?: number | null;
  readonly band?: string;
  readonly reason?: string;
  readonly asOf?: string;
  readonly external?: string;
}

const CONFIG = parseConfig(defaultConfig('en')).config as Config;

/** A workbook after publishing, and what is needed to send from it. */
export interface Stage {
  readonly platform: WholePlatform;
  readonly config: Config;
  /** The tab Accounts is published anew. */
  publish(rows: readonly PublishedRow[]): void;
  /** The step, to its end or as far as it comes; from a cursor. */
  send(cursor?: number, margin?: number): RunRecord;
  rows(tab: string): TabRecord[];
  problems(): string[];
}

export function stageOf(given: {
  readonly settings: Partial<Settings>;
  readonly accounts: readonly PublishedRow[];
  readonly sources?: readonly TabRecord[];
  readonly decisions?: readonly TabRecord[];
  readonly answer?: (request: HttpRequest, count: number) => Answer;
  readonly secrets?: Readonly<Record<string, string>>;
}): Stage {
  const config: Config = { ...CONFIG, settings: { ...CONFIG.settings, ...given.settings } };
  const crm = DATASETS[0] as (typeof DATASETS)[number];
  const stored = given.accounts.map(({ id, external }) => ({ account_id: id, external_ids: external ?? null }));
  const data = memoryWorkbook({ id: 'data', tabs: { [crm.tab]: toGrid(datasetTab(crm, []), stored) } });
  const health = memoryWorkbook({
    id: 'health',
    tabs: {
      Sources: toGrid(sourcesTab(SOURCE_KINDS), given.sources ?? []),
      Identities: toGrid(IDENTITIES, given.decisions ?? []),
      Problems: toGrid(PROBLEMS, []),
    },
  });
  const platform = wholePlatform({
    health,
    data,
    ...(given.answer ? { answer: given.answer } : {}),
    ...(given.secrets ? { secrets: given.secrets } : {}),
  });
  platform.store.set({ 'data.spreadsheet': 'data' });
  const tab = accountsTab(config);
  const publish = (rows: readonly PublishedRow[]): void => {
    const record = ({
      id,
      score = 72.5,
      band = 'Lime',
      reason = 'Why',
      asOf = '2026-01-31',
    }: PublishedRow): TabRecord => ({
      ...{ 'Account ID': id, 'Account Name': `Name ${id}`, Score: score, Band: band, 'Owner Email': 'csm@us.example' },
      ...{ 'Top Reason Note': reason, 'Score Change': -2.5, 'As Of Timestamp': `${asOf}T09:30:00` as Cell },
    });
    health.put(tab.name, toGrid(tab, rows.map(record)));
  };
  publish(given.accounts);
  let startedAt = platform.clock.now();
  const run = {
    ...{ id: 'daily x', cause: 'daily', startedBy: '', startedAt: platform.clock.now(), endedAt: null },
    ...{ asOf: dayOf(2026, 1, 31), state: 'running', step: 'write back', cursor: 0, attempts: 1, slices: 1 },
    ...{ said: { en: 'Scored.', ja: '採点済。' }, next: null, accounts: 1, scored: 1, problems: 0 },
    ...{ configVersion: config.version, leftOut: null },
  } as RunRecord;
  return {
    platform,
    config,
    publish,
    send: (cursor = 0, margin = 1000) => {
      const book = openProblemBook(health, '2026-01-31T09:30:00');
      const store = openDataStore(data, 'en');
      const progress = {
        health,
        configuration: () => ({ config, problems: [] }),
        store: () => store,
        problems: () => book,
        locale: () => 'en',
      } as unknown as Progress;
      if (cursor === 0) {
        platform.pass(1000);
        startedAt = platform.clock.now();
      }
      return writeBackStep(platform, { ...run, startedAt, cursor }, progress, margin);
    },
    rows: (name) => {
      const [header = [], ...rows] = [...(data.read(name) ?? [])];
      return rows.map((row) => Object.fromEntries(header.map((at, index) => [String(at), row[index] ?? null])));
    },
    problems: () =>
      readTab(PROBLEMS, health.read('Problems')).records.map(
        ({ values }) =>
          `${values.Source} | ${values['Problem Code']} | ${values['Found Text'] ?? ''} | ${values['Mend Note']}`,
      ),
  };
}
