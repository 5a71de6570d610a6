import { type PullReport, type PullRequest, pull } from '../../../src/app/pull/pull';
import { type DataStore, openDataStore } from '../../../src/app/store/data-store';
import { dayOf } from '../../../src/domain/day';
import type { Problem } from '../../../src/domain/problem';
import type { SourceSetting } from '../../../src/sources/source';
import { type MemoryPlatform, memoryPlatform } from '../ports/memory-platform';
import { type MemoryWorkbook, memoryWorkbook } from '../ports/memory-workbook';

export const TODAY = dayOf(2026, 1, 31) as number;

/** A source with nothing special about it. */
export function source(changes: Partial<SourceSetting>): SourceSetting {
  return {
    id: 'crm',
    kind: 'csv',
    dataset: 'accounts',
    location: 'file',
    tabName: '',
    rowsPath: '',
    paging: 'none',
    options: {},
    headerName: '',
    headerPrefix: '',
    secretName: '',
    fieldMap: new Map(),
    measures: [],
    every: 'daily',
    ...changes,
  };
}

export interface Pulling {
  readonly report: PullReport;
  readonly data: MemoryWorkbook;
  readonly store: DataStore;
}

/** Pulls into a Data workbook (an empty one unless given) as the pipeline does. */
export function pullInto(
  platform: MemoryPlatform,
  settings: readonly SourceSetting[],
  data: MemoryWorkbook = memoryWorkbook({ id: 'data' }),
  today: number = TODAY,
  isRead: PullRequest['isRead'] = () => false,
): Pulling {
  const store = openDataStore(data, 'en');
  const report = pull({
    platform,
    settings,
    store,
    today,
    isRead,
    only: 'all',
    from: 0,
    marginMilliseconds: 60000,
    lastTry: true,
  });
  return { report, data, store };
}

/** Pulls one CSV text as a dataset. */
export function pullCsv(text: string, changes: Partial<SourceSetting> = {}, data?: MemoryWorkbook): Pulling {
  return pullInto(memoryPlatform({ files: { file: text } }), [source(changes)], data);
}

/** What a problem says about where and what, without its words. */
export function marks(problems: readonly Problem[]): string[] {
  return problems.map(({ severity, code, place, column, value }) => [severity, code, place, column, value].join(' | '));
}
