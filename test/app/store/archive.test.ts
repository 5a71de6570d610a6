import { ageOn } from '../../../src/app/store/age';
import { type DataStore, openDataStore } from '../../../src/app/store/data-store';
import { loadFacts } from '../../../src/app/store/load-facts';
import { upsert } from '../../../src/app/store/stored-table';
import { measuresOf, setValue } from '../../../src/app/store/usage-book';
import { type Day, dayOf } from '../../../src/domain/day';
import { type MemoryWorkbook, memoryWorkbook } from '../ports/memory-workbook';

const TODAY = dayOf(2026, 3, 18) as Day;
const AGE = ageOn(TODAY, 25);
const TOUCH = ['touch_id', 'account_id', 'at', 'kind', 'room'];

/** Two accounts with touches and usage from January 2024 to today, every fifth day. */
function fill(store: DataStore): void {
  upsert(
    store.table('accounts'),
    ['account_id', 'name'],
    [
      ['A', 'Alpha'],
      ['B', 'Beta'],
    ],
  );
  const usage = store.usage();
  const touches = [];
  for (let day = dayOf(2024, 1, 1) as Day; day <= TODAY; day += 5) {
    touches.push([`t${day}`, day % 2 ? 'A' : 'B', day, 'call', day % 3 ? null : `room ${day}`]);
    setValue(measuresOf(usage.book, 'A', ''), 'logins', day, day % 7);
    setValue(measuresOf(usage.book, 'B', 'u,1'), 'a|b', day, 0.1 * (day % 7));
  }
  upsert(store.table('touches'), TOUCH, touches);
  usage.changed = true;
}

function filled(): MemoryWorkbook {
  const book = memoryWorkbook();
  const store = openDataStore(book, 'en', AGE);
  fill(store);
  store.commit();
  return book;
}

const facts = (book: MemoryWorkbook) => {
  const { facts: loaded, problems } = loadFacts(openDataStore(book, 'en', AGE));
  return { usage: [...loaded.usage], touches: loaded.tables.touches, problems };
};

const monthsIn = (book: MemoryWorkbook, tab: string, column: string): Set<string> =>
  new Set((book.readColumn(tab, column) ?? []).map((cell) => String(cell).slice(0, 7)));

describe('months that are over', () => {
  it('leave their tabs for the archive, a row a month, tab and account', () => {
    const book = filled();
    const open = new Set(['2026-01', '2026-02', '2026-03']);
    expect(monthsIn(book, 'Touches', 'at')).toEqual(open);
    expect(monthsIn(book, 'Usage', 'month')).toEqual(open);
    const months = (book.readColumn('Archive', 'month') ?? []) as string[];
    // 23 months from February 2024 to December 2025: usage of A and of B, touches of both.
    expect([months[0], months[months.length - 1], months.length]).toEqual(['2024-02', '2025-12', 23 * 4]);
    expect([...months].sort()).toEqual(months);
  });

  it('are facts all the same, down to columns of a source of its own', () => {
    const store = openDataStore(memoryWorkbook(), 'en', { ...AGE, archiveBefore: '' });
    fill(store);
    store.commit();
    const { facts: plain } = loadFacts(store);
    const archived = facts(filled());
    const values = (series: readonly { firstDay: number; values: Float64Array }[]) =>
      series.flatMap(({ firstDay, values: all }) =>
        [...all].flatMap((value, at) => (Number.isNaN(value) ? [] : [[firstDay + at, value]])),
      );
    expect(archived.usage.map(([id, series]) => [id, values(series)])).toEqual(
      [...plain.usage].map(([id, series]) => [id, values(series)]),
    );
    expect(archived.touches).toEqual(plain.tables.touches);
    expect(archived.problems).toEqual([]);
  });

  it('take late corrections, in the archive alone', () => {
    const book = filled();
    const before = book.read('Touches');
    const store = openDataStore(book, 'en', AGE);
    const archived = store.table('touches').rows.get(`t${dayOf(2024, 2, 5)}`);
    upsert(
      store.table('touches'),
      ['touch_id', 'account_id', 'at', 'kind'],
      [[archived?.[0] ?? null, 'A', archived?.[2] ?? null, 'meeting']],
    );
    store.commit();
    const corrected = openDataStore(book, 'en', AGE).table('touches').rows.get(String(archived?.[0]));
    expect(corrected?.[3]).toBe('meeting');
    expect(book.read('Touches')).toEqual(before);
  });

  it('are neither lost nor doubled when the platform stops between archive and tab', () => {
    const book = filled();
    const wanted = facts(book);
    const tabs = ['Touches', 'Usage', 'Archive'].map((tab) => book.read(tab));
    const stopped = memoryWorkbook();
    const plain = openDataStore(stopped, 'en', { ...AGE, archiveBefore: '' });
    fill(plain);
    plain.commit();
    stopped.put('Archive', book.read('Archive') ?? []);
    const again = openDataStore(stopped, 'en', AGE);
    loadFacts(again);
    again.commit();
    expect(facts(stopped).touches).toEqual(wanted.touches);
    expect(['Touches', 'Usage', 'Archive'].map((tab) => stopped.read(tab))).toEqual(tabs);
  });

  it('change nothing when a day brings nothing', () => {
    const book = filled();
    const written = book.writes.length;
    const store = openDataStore(book, 'en', AGE);
    loadFacts(store);
    expect(store.commit()).toEqual([]);
    expect(book.writes).toHaveLength(written);
  });

  it('are told where somebody typed over them', () => {
    const book = filled();
    const grid = (book.read('Archive') ?? []).map((row) => [...row]);
    (grid[3] as unknown[])[4] = 'oops';
    book.put('Archive', grid);
    const { problems } = facts(book);
    expect(problems).toMatchObject([{ code: 'stored.unreadable', source: 'Archive', place: 'E4', value: 'oops' }]);
  });
});

describe('the retention', () => {
  it('drops usage and events before the first of the month so many months ago, but no outcome of a contract', () => {
    const book = memoryWorkbook();
    const store = openDataStore(book, 'en', ageOn(TODAY, 13));
    fill(store);
    upsert(
      store.table('outcomes'),
      ['outcome_id', 'account_id', 'at', 'kind'],
      [['o', 'A', dayOf(2023, 1, 1), 'renewal']],
    );
    store.commit();
    const oldest = Math.min(...[...store.table('touches').rows.values()].map((row) => Number(row[2])));
    // 1 February 2025 is thirteen months before March 2026; the first fifth day after it counts.
    expect(oldest - (dayOf(2025, 2, 1) as number)).toBeGreaterThanOrEqual(0);
    expect(oldest - (dayOf(2025, 2, 1) as number)).toBeLessThan(5);
    expect((book.readColumn('Archive', 'month') ?? []).some((month) => String(month) === '2025-01')).toBe(false);
    expect(store.table('outcomes').rows.size).toBe(1);
    expect(openDataStore(book, 'en', ageOn(TODAY, 13)).table('outcomes').rows.size).toBe(1);
  });

  it('keeps of attributes what was known on the oldest day kept', () => {
    const rows = [
      ['A', '2023-01-01', 'plan', 'Basic'],
      ['A', '2023-06-01', 'plan', 'Pro'],
      ['A', '2025-06-01', 'plan', 'Max'],
    ];
    const book = memoryWorkbook({ tabs: { 'Account History': [['account_id', 'date', 'column', 'value'], ...rows] } });
    const { changes } = openDataStore(book, 'en', AGE).history();
    expect([...changes.values()][0]?.map(({ value }) => value)).toEqual(['Pro', 'Max']);
  });
});

describe('an ordinary day of usage', () => {
  it('writes its month, leaves the archive alone, and is there when the workbook is opened anew', () => {
    const book = filled();
    const before = book.read('Archive');
    const store = openDataStore(book, 'en', AGE);
    const usage = store.usage();
    setValue(measuresOf(usage.book, 'A', ''), 'logins', TODAY, 77);
    usage.changed = true;
    usage.changedFrom = TODAY;
    store.commit();
    const fresh = measuresOf(openDataStore(book, 'en', AGE).usage().book, 'A', '').get('logins');
    expect(fresh?.values[TODAY - (fresh?.firstDay ?? 0)]).toBe(77);
    expect(fresh?.values.slice(0, fresh.length)).toEqual(
      measuresOf(usage.book, 'A', '').get('logins')?.values.slice(0, fresh?.length),
    );
    expect(book.read('Archive')).toEqual(before);
    expect(monthsIn(book, 'Usage', 'month')).toEqual(new Set(['2026-01', '2026-02', '2026-03']));
  });
});
