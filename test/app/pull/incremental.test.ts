import { pull } from '../../../src/app/pull/pull';
import { rememberedSources } from '../../../src/app/pull/source-memory';
import { openDataStore } from '../../../src/app/store/data-store';
import { KenshinError } from '../../../src/errors';
import type { Pulled, SourceContext, SourceDeclaration } from '../../../src/sources/source';
import { type MemoryPlatform, memoryPlatform, NOW } from '../ports/memory-platform';
import { type MemoryWorkbook, memoryWorkbook } from '../ports/memory-workbook';
import { marks, pullInto, source, TODAY } from './pulled';

/** What the fake kind answers, by the cursor it is asked with. */
let read: (context: SourceContext) => Partial<Pulled> & { readonly rows: readonly (readonly unknown[])[] };
/** What decides its rows beside the Sources tab. */
let query = (): string => 'one';

const fake: SourceDeclaration = {
  kind: 'fake',
  options: [],
  credential: [],
  streams: null,
  check: () => [],
  test: () => ({ en: '', ja: '' }),
  query: () => query(),
  read: (context) => {
    const { rows, ...pulled } = read(context);
    return {
      name: 'fake.example',
      columns: ['account_id', 'name', 'mrr', 'contract_start'],
      headerRow: 0,
      addressing: 'row',
      key: 'account_id',
      ...pulled,
      each: (visit) => void rows.every((row, at) => visit(row, at + 1)),
    };
  },
};
jest.mock('../../../src/sources', () => ({
  get SOURCES() {
    return [fake];
  },
  SOURCE_KINDS: ['fake'],
}));

const setting = source({ id: 'crm', kind: 'fake', location: 'https://fake.example' });

const stored = (data: MemoryWorkbook) =>
  (data.read('CRM Accounts') ?? []).slice(1).map((row) => [row[0], row[1], row[7]]);

/** The same platform's memory at another time, with other answers. */
const later = (before: MemoryPlatform, milliseconds?: number): MemoryPlatform => ({
  ...memoryPlatform(milliseconds === undefined ? {} : { milliseconds }),
  store: before.store,
});

describe('a source that knows where it ended', () => {
  it('is asked from there the next time, and nothing new is no warning', () => {
    const asked: (string | null)[] = [];
    read = ({ cursor }) => {
      asked.push(cursor);
      return cursor === null ? { cursor: 'one', rows: [['1', 'Acme', 5]] } : { cursor: 'two', rows: [], columns: [] };
    };
    const platform = memoryPlatform();
    const { data } = pullInto(platform, [setting]);
    const { report } = pullInto(later(platform), [setting], data);
    expect(asked).toEqual([null, 'one']);
    expect(report.problems).toEqual([]);
    expect(report.sources.map(({ state, rows }) => [state, rows])).toEqual([['done', 0]]);
    expect(rememberedSources(platform.store).get('crm')?.cursor).toBe('two');
    expect(stored(data)).toEqual([['1', 'Acme', 5]]);
  });

  it.each<[string, Parameters<typeof source>[0]]>([
    ['place', { location: 'https://other.example' }],
    ['tab', { tabName: 'Other' }],
    ['cell', { rowsPath: 'A2' }],
    ['paging', { paging: 'page' }],
    ['option', { options: { resync: '2026-02-01' } }],
    ['mapping', { fieldMap: new Map([['mrr', 'mrr']]) }],
    ['list of measures', { measures: ['logins'] }],
    ['dataset', { dataset: 'contacts' }],
    ['key', { secretName: 'crm_of_another_account' }],
  ])('is asked from the start when its %s is another', (_, changes) => {
    const asked: (string | null)[] = [];
    read = ({ cursor }) => {
      asked.push(cursor);
      return { cursor: 'one', columns: ['account_id', 'name', 'contact_id'], rows: [['1', 'Acme', 'c1']] };
    };
    const platform = memoryPlatform();
    const { data } = pullInto(platform, [setting]);
    const changed = source({ ...setting, ...changes });
    pullInto(later(platform), [changed], data);
    pullInto(later(platform), [changed], data);
    expect(asked).toEqual([null, null, 'one']);
  });

  it('goes on where it was when it is only asked more often', () => {
    const asked: (string | null)[] = [];
    read = ({ cursor }) => {
      asked.push(cursor);
      return { cursor: 'one', rows: [['1', 'Acme', 5]] };
    };
    const platform = memoryPlatform();
    const { data } = pullInto(platform, [setting]);
    pullInto(later(platform), [source({ ...setting, every: 'hourly' })], data);
    expect(asked).toEqual([null, 'one']);
  });

  it('goes on at once while there is more and time', () => {
    read = ({ cursor }) => {
      const at = Number(cursor ?? 0) + 1;
      return { cursor: String(at), more: at < 3, rows: [[String(at), `Account ${at}`, at]] };
    };
    const { report, data } = pullInto(memoryPlatform(), [setting]);
    expect(stored(data).map(([id]) => id)).toEqual(['1', '2', '3']);
    expect(report.sources.map(({ rows, kept }) => [rows, kept])).toEqual([[3, 3]]);
    expect(report.next).toBeNull();
  });

  it('goes on in the next slice where time is short, with the problems of the slices before', () => {
    read = ({ cursor }) => {
      const at = Number(cursor ?? 0) + 1;
      return { cursor: String(at), more: at < 3, rows: [[String(at), `Account ${at}`, 'much']] };
    };
    const platform = memoryPlatform({ milliseconds: 1000 });
    const data = memoryWorkbook();
    const settings = [setting, source({ ...setting, id: 'last' })];
    const slices: string[] = [];
    let from: number | null = 0;
    while (from !== null) {
      const store = openDataStore(data, 'en');
      const at: number = from;
      const report = pull({
        ...{ platform, settings, store, today: TODAY, only: 'all', from: at },
        ...{ isRead: () => false, marginMilliseconds: 60000, lastTry: true },
      });
      slices.push(`${at}: ${report.problems.map(({ place }) => place).join()}`);
      const first = report.sources[0];
      if (slices.length === 2) expect([first?.supersedes('1'), first?.supersedes('2')]).toEqual([false, true]);
      from = report.next;
    }
    expect(slices).toEqual(['0: 1', '0: 2', '0: 3', '1: 1', '1: 2', '1: 3']);
    expect(stored(data).map(([id]) => id)).toEqual(['1', '2', '3']);
  });

  it('keeps what came before an error, and goes on there', () => {
    read = ({ cursor }) => {
      if (cursor === 'one') throw new KenshinError('network', { en: 'Down.', ja: '' }, { en: 'Later.', ja: '' });
      return { cursor: 'one', more: true, rows: [['1', 'Acme', 5]] };
    };
    const platform = memoryPlatform();
    const { report, data } = pullInto(platform, [setting]);
    expect(marks(report.problems)).toEqual(['error | source.network |  |  | ']);
    expect(stored(data)).toEqual([['1', 'Acme', 5]]);
    expect(rememberedSources(platform.store).get('crm')).toMatchObject({ cursor: 'one', good: null });
  });

  it('that goes on where it was is stopped', () => {
    read = () => ({ cursor: 'one', more: true, rows: [['1', 'Acme', 5]] });
    const { report } = pullInto(memoryPlatform(), [setting]);
    expect(report.problems.map(({ code }) => code)).toEqual(['source.bug']);
  });

  it('keeps the cursor only once the data stand', () => {
    read = () => ({ cursor: 'one', rows: [['1', 'Acme', 5]] });
    const platform = memoryPlatform();
    const data = memoryWorkbook();
    const stopped = {
      ...data,
      replace: () => {
        throw new Error('Service Spreadsheets timed out');
      },
    };
    expect(() => pullInto(platform, [setting], stopped)).toThrow('timed out');
    expect(rememberedSources(platform.store).size).toBe(0);
  });

  it('takes out what the other side has deleted, whatever the spelling of its key', () => {
    read = ({ cursor }) =>
      cursor === null
        ? {
            cursor: 'one',
            rows: [
              ['1', 'Acme', 5],
              ['2', 'Beta', 6],
            ],
          }
        : { cursor: 'two', rows: [], removed: ['２', '9'] };
    const platform = memoryPlatform();
    const { data } = pullInto(platform, [setting]);
    const { report } = pullInto(later(platform), [setting], data);
    expect(stored(data)).toEqual([['1', 'Acme', 5]]);
    expect(report.problems).toEqual([]);
  });

  it('keeps how a contact stood while it is there; what the first pull brings bite by bite was always there', () => {
    const bites: Record<string, Partial<Pulled> & { readonly rows: readonly (readonly unknown[])[] }> = {
      start: { cursor: 'more', more: true, rows: [['C1', 'A', 'champion']] },
      more: { cursor: 'end', rows: [['C2', 'A', 'user']] },
      end: {
        cursor: 'late',
        rows: [
          ['C2', 'A', 'admin'],
          ['C3', 'A', 'user'],
        ],
      },
      late: { cursor: 'last', rows: [], removed: ['C2'] },
    };
    const columns = ['contact_id', 'account_id', 'role'];
    read = ({ cursor }) => ({
      columns,
      key: 'contact_id',
      ...bites[cursor ?? 'start'],
      rows: bites[cursor ?? 'start']?.rows ?? [],
    });
    const contacts = source({ ...setting, dataset: 'contacts' });
    const platform = memoryPlatform();
    const { data } = pullInto(platform, [contacts]);
    expect(data.read('Row History')).toBeNull();
    const history = (day: number) => {
      pullInto(later(platform), [contacts], data, TODAY + day);
      return data
        .read('Row History')
        ?.slice(2)
        .map(([, , records]) => records);
    };
    expect(history(1)).toEqual(['{"C2":{"role":"user"},"C3":null}']);
    expect(history(2)).toEqual(['{"C3":null}']);
  });

  it('is left alone until its budget of requests is renewed', () => {
    let asked = 0;
    read = ({ pause }) => {
      asked += 1;
      pause(NOW + 3600000);
      throw new KenshinError('limit', { en: 'Enough.', ja: '' }, { en: 'Tomorrow.', ja: '' });
    };
    const platform = memoryPlatform();
    const { data } = pullInto(platform, [setting]);
    const { report } = pullInto(later(platform), [setting], data);
    expect(asked).toBe(1);
    expect(marks(report.problems)).toEqual(['error | source.limit |  |  | ']);
    const renewed = later(platform);
    renewed.pass(3600000);
    pullInto(renewed, [setting], data);
    expect(asked).toBe(2);
  });
});

describe('a source whose query is another', () => {
  const BOTH = [
    ['1', 'Acme', 5],
    ['2', 'Beta', 6],
  ];
  afterEach(() => {
    query = () => 'one';
  });

  it('is asked from the start, is told that rows are stored, and loses none while it comes', () => {
    const asked: string[] = [];
    read = ({ cursor, again }) => {
      asked.push(`${cursor} ${again}`);
      return { cursor: 'end', rows: BOTH };
    };
    const platform = memoryPlatform();
    const { data } = pullInto(platform, [setting]);
    pullInto(later(platform), [setting], data);
    query = () => 'two';
    read = ({ cursor, again }) => {
      asked.push(`${cursor} ${again}`);
      if (cursor === 'half') throw new KenshinError('network', { en: 'Down.', ja: '' }, { en: 'Later.', ja: '' });
      return { cursor: 'half', more: true, rows: [['1', 'Acme', 50]] };
    };
    pullInto(later(platform), [setting], data);
    expect(stored(data)).toEqual([
      ['1', 'Acme', 50],
      ['2', 'Beta', 6],
    ]);
    read = ({ cursor, again }) => {
      asked.push(`${cursor} ${again}`);
      return { cursor: 'end', rows: [['2', 'Beta', 60]] };
    };
    pullInto(later(platform), [setting], data);
    expect(stored(data).map(([, , mrr]) => mrr)).toEqual([50, 60]);
    expect(asked).toEqual(['null false', 'end false', 'null true', 'half true', 'half true']);
  });

  it('goes on where it was once a query that could not be read is back', () => {
    const asked: (string | null)[] = [];
    const gone = new KenshinError('config', { en: 'No such tab.', ja: '' }, { en: 'Name one.', ja: '' });
    read = ({ cursor }) => {
      asked.push(cursor);
      query();
      return { cursor: 'end', rows: BOTH };
    };
    const platform = memoryPlatform();
    const { data } = pullInto(platform, [setting]);
    query = () => {
      throw gone;
    };
    const { report } = pullInto(later(platform), [setting], data);
    expect(marks(report.problems)).toEqual(['error | source.config |  |  | ']);
    expect(stored(data)).toHaveLength(2);
    query = () => 'one';
    pullInto(later(platform), [setting], data);
    expect(asked).toEqual([null, 'end', 'end']);
  });

  it('that has brought nothing yet is not told that rows are stored', () => {
    const asked: (boolean | undefined)[] = [];
    read = ({ again }) => {
      asked.push(again);
      throw new KenshinError('config', { en: 'No such column.', ja: '' }, { en: 'Mend it.', ja: '' });
    };
    const platform = memoryPlatform();
    const { data } = pullInto(platform, [setting]);
    query = () => 'two';
    pullInto(later(platform), [setting], data);
    expect(asked).toEqual([false, false]);
  });
});

describe('a source whose shape changes', () => {
  const pulls = (second: Partial<Pulled> & { readonly rows: readonly (readonly unknown[])[] }, changes = {}) => {
    const platform = memoryPlatform();
    read = () => ({
      rows: [
        ['1', 'Acme', '5', '2025-04-01'],
        ['2', 'Beta', '6', ''],
      ],
    });
    const used = source({ ...setting, ...changes });
    const { data } = pullInto(platform, [used]);
    read = () => second;
    const { report } = pullInto(later(platform), [used], data, TODAY + 1);
    return { data, report };
  };

  it('by a column that goes: said once with the day it was last read, and what is stored stays', () => {
    const { data, report } = pulls({ columns: ['account_id', 'name'], rows: [['1', 'Acme Ltd']] });
    expect(marks(report.problems)).toEqual([
      'error | column.gone |  | mrr | ',
      'error | column.gone |  | contract_start | ',
    ]);
    expect(report.problems[0]?.why.en).toContain('last read 2026-01-31');
    expect(stored(data)).toEqual([
      ['1', 'Acme Ltd', 5],
      ['2', 'Beta', 6],
    ]);
  });

  it('by a mapped column that goes', () => {
    const { data, report } = pulls(
      { columns: ['account_id', 'name', 'x', 'contract_start'], rows: [['1', 'Acme', 'a', '2025-04-01']] },
      { fieldMap: new Map([['mrr', 'mrr']]) },
    );
    expect(marks(report.problems)).toEqual(['error | column.missing |  | mrr | fake.example']);
    expect(report.problems[0]?.why.ja).toContain('最終取得 2026-01-31');
    expect(stored(data)[0]).toEqual(['1', 'Acme', 5]);
  });

  it('by values of another type throughout: one problem, nothing is blanked, the other columns go on', () => {
    const { data, report } = pulls({
      rows: [
        ['1', 'Acme Ltd', { amount: 5 }, '2025-04-01'],
        ['2', 'Beta', 'lots', '2025-05-01'],
      ],
    });
    expect(marks(report.problems)).toEqual(['error | column.retyped |  | mrr | [object Object]']);
    expect(stored(data)).toEqual([
      ['1', 'Acme Ltd', 5],
      ['2', 'Beta', 6],
    ]);
  });

  it('one bad value among good ones is that value alone, by the key of its record', () => {
    const { data, report } = pulls({
      rows: [
        ['1', 'Acme', 'lots', ''],
        ['2', 'Beta', '7', ''],
      ],
    });
    expect(marks(report.problems)).toEqual(['error | number.unreadable | 1 | mrr | lots']);
    expect(stored(data)).toEqual([
      ['1', 'Acme', null],
      ['2', 'Beta', 7],
    ]);
  });

  it('a measure of wide usage that goes is said too', () => {
    const platform = memoryPlatform();
    const use = source({ ...setting, dataset: 'usage' });
    read = () => ({ columns: ['account_id', 'date', 'logins', 'seats'], rows: [['1', '2026-01-05', 3, 4]] });
    const { data } = pullInto(platform, [use]);
    read = () => ({ columns: ['account_id', 'date', 'logins'], rows: [['1', '2026-01-06', 3]] });
    const { report } = pullInto(later(platform), [use], data, TODAY + 1);
    expect(marks(report.problems)).toEqual(['error | column.gone |  | seats | ']);
  });
});
