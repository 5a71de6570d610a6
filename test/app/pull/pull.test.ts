import fc from 'fast-check';
import { pull } from '../../../src/app/pull/pull';
import { rememberedSources } from '../../../src/app/pull/source-memory';
import { openDataStore } from '../../../src/app/store/data-store';
import { memoryPlatform, NOW } from '../ports/memory-platform';
import { type MemoryWorkbook, memoryWorkbook } from '../ports/memory-workbook';
import { marks, pullCsv, pullInto, source, TODAY } from './pulled';

const ACCOUNTS = 'account_id,name,mrr,active,007,ratio\n2,Beta,5,true,007,12%\n1,Acme,"1,000",,x,0.30000000000000004\n';
const USAGE = 'account_id,date,logins\n1,2026-01-05,3\n2,2025-12-31,0.1\n';
const TOUCHES =
  'touch_id,account_id,at,kind,roles\nt1,1,2026-01-05T20:00:00Z,call,"executive, champion"\nt2,1,2026-01-04,walk,\n';

const FILES = { accounts: ACCOUNTS, usage: USAGE, touches: TOUCHES };
const SETTINGS = [
  source({ id: 'crm', location: 'accounts' }),
  source({ id: 'use', dataset: 'usage', location: 'usage', every: 'hourly' }),
  source({ id: 'touch', dataset: 'touches', location: 'touches' }),
];

function snapshot(data: MemoryWorkbook): string {
  return JSON.stringify(data.tabs().map((tab) => [tab, data.read(tab)]));
}

describe('pulling', () => {
  it('the same data again writes nothing, even in a workbook of another locale', () => {
    for (const locale of ['ja-JP', 'en-US', 'de-DE']) {
      const first = pullInto(memoryPlatform({ files: FILES }), SETTINGS, memoryWorkbook({ locale }));
      expect(first.report.written).toEqual(['Account History', 'CRM Accounts', 'Touches', 'Usage']);
      const before = snapshot(first.data);
      const again = pullInto(memoryPlatform({ files: FILES }), SETTINGS, first.data, TODAY + 1);
      expect(again.report.written).toEqual([]);
      expect(snapshot(again.data)).toBe(before);
    }
  });

  it('writes only the tabs that changed', () => {
    const { data } = pullInto(memoryPlatform({ files: FILES }), SETTINGS);
    const files = { ...FILES, usage: `${USAGE}1,2026-01-06,4\n` };
    expect(pullInto(memoryPlatform({ files }), SETTINGS, data).report.written).toEqual(['Usage']);
  });

  it('reads each Data tab at most once', () => {
    const { data } = pullInto(memoryPlatform({ files: FILES }), [
      ...SETTINGS,
      source({ id: 'b', location: 'accounts' }),
    ]);
    expect(data.reads).toEqual(expect.arrayContaining(['Account History', 'CRM Accounts', 'Touches', 'Usage']));
    expect(new Set(data.reads).size).toBe(data.reads.length);
  });

  it('rows in any order gives the same tabs to the byte', () => {
    const lines = Array.from({ length: 8 }, (_, at) => `A${at},Name ${at},${at * 10}`);
    const tabsOf = (rows: readonly string[]) => snapshot(pullCsv(`account_id,name,mrr\n${rows.join('\n')}\n`).data);
    const expected = tabsOf(lines);
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (rows) => {
        expect(tabsOf(rows)).toBe(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('two sources of one dataset complete each other', () => {
    const files = { crm: 'account_id,name,mrr\n1,Acme,5\n2,Beta,6\n', app: 'company_id,seats\n１,40\n3,7\n' };
    const settings = [source({ id: 'crm', location: 'crm' }), source({ id: 'app', location: 'app' })];
    const { data } = pullInto(memoryPlatform({ files }), settings);
    const [header = [], ...rows] = data.read('CRM Accounts') ?? [];
    const cells = ['account_id', 'name', 'mrr', 'seats'].map((name) => header.indexOf(name));
    expect(rows.map((row) => cells.map((at) => row[at]))).toEqual([
      ['1', 'Acme', 5, 40],
      ['2', 'Beta', 6, null],
      ['3', null, null, 7],
    ]);
  });

  it('a value that was cleared is cleared, an account that is gone from the file stays', () => {
    const { data } = pullCsv('account_id,name,mrr\n1,Acme,5\n2,Beta,6\n');
    pullCsv('account_id,name,mrr\n1,Acme,\n', {}, data);
    const rows = (data.read('CRM Accounts') ?? []).slice(1);
    expect(rows.map((row) => [row[0], row[1], row[7]])).toEqual([
      ['1', 'Acme', null],
      ['2', 'Beta', 6],
    ]);
  });
});

describe('a source that fails', () => {
  it('never stops the others; its error is a problem, its last good data and their age stay', () => {
    const first = memoryPlatform({ files: FILES });
    const { data } = pullInto(first, SETTINGS);
    const platform = { ...memoryPlatform({ files: { ...FILES, accounts: '', touches: TOUCHES } }), store: first.store };
    platform.pass(5000);
    const before = data.read('CRM Accounts');
    const { report } = pullInto(platform, SETTINGS, data);
    expect(report.sources.map(({ sourceId, state, lastGood }) => [sourceId, state, lastGood])).toEqual([
      ['crm', 'failed', NOW],
      ['use', 'done', NOW + 5000],
      ['touch', 'done', NOW + 5000],
    ]);
    expect(marks(report.problems).filter((mark) => mark.startsWith('error'))).toEqual([
      'error | source.source |  |  | ',
    ]);
    expect(report.problems.every(({ source: id }) => ['crm', 'touch'].includes(id))).toBe(true);
    expect(data.read('CRM Accounts')).toEqual(before);
    expect([...rememberedSources(platform.store)].map(([id, { good }]) => [id, good])).toEqual([
      ['crm', NOW],
      ['use', NOW + 5000],
      ['touch', NOW + 5000],
    ]);
  });

  it('by our own mistake is a problem too', () => {
    const platform = memoryPlatform({ files: FILES });
    const broken = {
      ...platform,
      files: {
        read: () => {
          throw new TypeError('x is undefined');
        },
      },
    };
    const { report } = pullInto(broken, [SETTINGS[0] as (typeof SETTINGS)[0]]);
    expect(marks(report.problems)).toEqual(['error | source.bug |  |  | TypeError: x is undefined']);
  });

  it('for the altered header of its Data tab leaves that tab alone', () => {
    const { data } = pullInto(memoryPlatform({ files: FILES }), SETTINGS);
    const grid = (data.read('CRM Accounts') ?? []).map((row, at) => (at === 0 ? ['renamed', ...row.slice(1)] : row));
    data.put('CRM Accounts', grid);
    data.writes.length = 0;
    const { report } = pullInto(memoryPlatform({ files: FILES }), SETTINGS, data);
    expect(report.sources.map(({ state }) => state)).toEqual(['failed', 'done', 'done']);
    expect(report.problems[0]?.why.en).toContain('CRM Accounts of the Data workbook lacks the column account_id');
    expect(data.writes).toEqual([]);
  });
});

describe('a pull in slices', () => {
  const request = (platform: ReturnType<typeof memoryPlatform>, data: MemoryWorkbook) => ({
    platform,
    settings: SETTINGS,
    store: openDataStore(data, 'en' as const),
    isRead: () => false,
    today: TODAY,
    only: 'all' as const,
    from: 0,
    marginMilliseconds: 60000,
    lastTry: true,
  });

  it('stops before a source for which too little time is left, and goes on there', () => {
    const data = memoryWorkbook();
    const platform = memoryPlatform({ files: FILES, milliseconds: 1000 });
    const asked: string[] = [];
    let from: number | null = 0;
    while (from !== null) {
      const report = pull({ ...request(platform, data), from });
      asked.push(report.sources.map(({ sourceId }) => sourceId).join());
      from = report.next;
    }
    expect(asked).toEqual(['crm', 'use', 'touch']);
    const whole = pullInto(memoryPlatform({ files: FILES }), SETTINGS).data;
    const sorted = (book: MemoryWorkbook) => [...book.tabs()].sort().map((tab) => [tab, book.read(tab)]);
    expect(sorted(data)).toEqual(sorted(whole));
  });

  it('of the hour asks only what is to be asked every hour', () => {
    const report = pull({ ...request(memoryPlatform({ files: FILES }), memoryWorkbook()), only: 'hourly' });
    expect(report.sources.map(({ sourceId }) => sourceId)).toEqual(['use']);
    expect(report.next).toBeNull();
  });
});
