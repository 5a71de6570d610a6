import { ageOn } from '../../../src/app/store/age';
import { type DataStore, openDataStore } from '../../../src/app/store/data-store';
import { loadFacts } from '../../../src/app/store/load-facts';
import { upsert } from '../../../src/app/store/stored-table';
import { measuresOf, setValue, type UsageBook } from '../../../src/app/store/usage-book';
import { type Day, dayOf } from '../../../src/domain/day';
import type { UsageSeries } from '../../../src/domain/facts';
import { IDENTITIES } from '../../../src/tables/health/identities';
import { readTab, toGrid } from '../../../src/tables/rows';
import { type MemoryWorkbook, memoryWorkbook } from '../ports/memory-workbook';

const TODAY = dayOf(2026, 3, 18) as Day;
const AGE = ageOn(TODAY, 25);
const TOUCH = ['touch_id', 'account_id', 'at', 'kind', 'room'];
const TABS = ['Touches', 'Touches Archive', 'Usage', 'Usage Archive'];
const NOBODY = readTab(IDENTITIES, toGrid(IDENTITIES, []));

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
  const usage: UsageBook = new Map();
  const touches = [];
  for (let day = dayOf(2024, 1, 1) as Day; day <= TODAY; day += 5) {
    touches.push([`t${day}`, day % 2 ? 'A' : 'B', day, 'call', day % 3 ? null : `room ${day}`]);
    setValue(measuresOf(usage, 'A', ''), 'logins', day, day % 7);
    setValue(measuresOf(usage, 'B', 'u,1'), 'a|b', day, 0.1 * (day % 7));
  }
  upsert(store.table('touches'), TOUCH, touches);
  store.mergeUsage(usage);
}

function filled(): MemoryWorkbook {
  const book = memoryWorkbook();
  const store = openDataStore(book, 'en', AGE);
  fill(store);
  store.commit();
  return book;
}

const oneDay = (account: string, measure: string, day: Day, value: number): UsageBook => {
  const book: UsageBook = new Map();
  setValue(measuresOf(book, account, ''), measure, day, value);
  return book;
};

/** Every value of usage, in order. */
const valuesOf = (usage: ReadonlyMap<string, readonly UsageSeries[]>) =>
  [...usage].map(([id, series]) => [
    id,
    series.flatMap(({ measure, firstDay, values }) =>
      [...values].flatMap((value, at) => (Number.isNaN(value) ? [] : [`${measure} ${firstDay + at} ${value}`])),
    ),
  ]);

const facts = (book: MemoryWorkbook) => {
  const { facts: loaded, problems } = loadFacts(openDataStore(book, 'en', AGE));
  return { usage: valuesOf(loaded.usage), touches: loaded.tables.touches, problems };
};

const monthsIn = (book: MemoryWorkbook, tab: string, column: string): string[] =>
  (book.readColumn(tab, column) ?? []).map((cell) => String(cell).slice(0, 7));

describe('months that are over', () => {
  it('leave their tabs for the archive, a row a month and account, the oldest first', () => {
    const book = filled();
    const open = new Set(['2026-01', '2026-02', '2026-03']);
    expect(new Set(monthsIn(book, 'Touches', 'at'))).toEqual(open);
    expect(new Set(monthsIn(book, 'Usage', 'month'))).toEqual(open);
    for (const tab of ['Touches Archive', 'Usage Archive']) {
      const months = monthsIn(book, tab, 'month');
      // 23 months from February 2024 to December 2025 of two accounts.
      expect([months[0], months[months.length - 1], months.length]).toEqual(['2024-02', '2025-12', 23 * 2]);
      expect([...months].sort()).toEqual(months);
    }
  });

  it('are facts all the same, down to columns of a source of its own', () => {
    const store = openDataStore(memoryWorkbook(), 'en', { ...AGE, archiveBefore: '' });
    fill(store);
    store.commit();
    const { facts: plain } = loadFacts(store);
    const archived = facts(filled());
    expect(archived.usage).toEqual(valuesOf(plain.usage));
    expect(archived.touches).toEqual(plain.tables.touches);
    expect(archived.problems).toEqual([]);
  });

  it('take late corrections, in the archive alone and from their month on', () => {
    const book = filled();
    const before = TABS.map((tab) => book.read(tab));
    const day = dayOf(2024, 2, 5) as Day;
    const store = openDataStore(book, 'en', AGE);
    upsert(store.table('touches', day), ['touch_id', 'account_id', 'at', 'kind'], [[`t${day}`, 'A', day, 'meeting']]);
    store.mergeUsage(oneDay('A', 'logins', dayOf(2025, 11, 2) as Day, 0));
    store.commit();
    const after = openDataStore(book, 'en', AGE);
    expect(after.table('touches').rows.get(`t${day}`)).toEqual([
      `t${day}`,
      'A',
      day,
      'meeting',
      null,
      null,
      `room ${day}`,
    ]);
    const logins = measuresOf(after.usageBetween(Number.NEGATIVE_INFINITY, TODAY), 'A', '').get('logins');
    expect(logins?.values[(dayOf(2025, 11, 2) as Day) - (logins?.firstDay ?? 0)]).toBe(0);
    expect(book.read('Touches')).toEqual(before[0]);
    expect(book.read('Usage')).toEqual(before[2]);
    const changed = (book.read('Usage Archive') ?? []).flatMap((row, at) =>
      JSON.stringify(row) === JSON.stringify(before[3]?.[at]) ? [] : [String(row[0])],
    );
    expect(changed).toEqual(['2025-11|A']);
  });

  it('are neither lost nor doubled when the platform stops between archive and tab', () => {
    const book = filled();
    const wanted = facts(book);
    const tabs = TABS.map((tab) => book.read(tab));
    const stopped = memoryWorkbook();
    const plain = openDataStore(stopped, 'en', { ...AGE, archiveBefore: '' });
    fill(plain);
    plain.commit();
    for (const tab of ['Touches Archive', 'Usage Archive']) stopped.put(tab, book.read(tab) ?? []);
    const again = openDataStore(stopped, 'en', AGE);
    loadFacts(again);
    again.commit();
    expect(facts(stopped).touches).toEqual(wanted.touches);
    expect(TABS.map((tab) => stopped.read(tab))).toEqual(tabs);
  });

  it('change nothing when a day brings nothing', () => {
    const book = filled();
    const written = book.writes.length;
    const store = openDataStore(book, 'en', AGE);
    loadFacts(store);
    store.mergeUsage(oneDay('A', 'logins', dayOf(2024, 3, 1) as Day, (dayOf(2024, 3, 1) as Day) % 7));
    expect(store.commit()).toEqual([]);
    expect(book.writes).toHaveLength(written);
  });

  it('are told where somebody typed over them', () => {
    const book = filled();
    const grid = (book.read('Touches Archive') ?? []).map((row) => [...row]);
    (grid[3] as unknown[])[3] = 'oops';
    book.put('Touches Archive', grid);
    const { problems } = facts(book);
    expect(problems).toMatchObject([
      { code: 'stored.unreadable', source: 'Touches Archive', place: 'D4', value: 'oops' },
    ]);
  });

  it('are put in order where somebody sorted them', () => {
    const book = filled();
    const wanted = facts(book);
    const [header = [], ...rows] = book.read('Usage Archive') ?? [];
    book.put('Usage Archive', [header, ...rows.sort((a, b) => String(a[3]).length - String(b[3]).length)]);
    expect(facts(book)).toEqual(wanted);
    expect(monthsIn(book, 'Usage Archive', 'month')).toEqual([...monthsIn(book, 'Usage Archive', 'month')].sort());
  });

  it('are not read over where a header was altered', () => {
    const book = filled();
    const [header = [], ...rows] = book.read('Usage Archive') ?? [];
    book.put('Usage Archive', [['x', ...header], ...rows.map((row) => [null, ...row])]);
    expect(() => facts(book)).toThrow('The tab Usage Archive of the Data workbook lacks the column Archive ID.');
  });
});

describe('a pull of a recent day', () => {
  it('reads no archive', () => {
    const book = filled();
    book.reads.length = 0;
    const store = openDataStore(book, 'en', AGE);
    store.mergeUsage(oneDay('A', 'logins', TODAY, 77));
    upsert(store.table('touches', TODAY), TOUCH, [['new', 'A', TODAY, 'call', null]]);
    store.commit();
    expect(book.reads.filter((tab) => / Archive$/.test(tab))).toEqual([]);
    const usage = openDataStore(book, 'en', AGE).usageBetween(TODAY, TODAY);
    const logins = measuresOf(usage, 'A', '').get('logins');
    expect(logins?.values[TODAY - (logins?.firstDay ?? 0)]).toBe(77);
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
    for (const tab of ['Touches Archive', 'Usage Archive']) expect(monthsIn(book, tab, 'month')[0]).toBe('2025-02');
    expect(openDataStore(book, 'en', ageOn(TODAY, 13)).table('outcomes').rows.size).toBe(1);
  });

  it('takes months out of the archive as they pass, and with them what was before', () => {
    const book = filled();
    const later = ageOn((TODAY + 31 * 5) as Day, 25);
    const store = openDataStore(book, 'en', later);
    store.mergeUsage(oneDay('A', 'logins', TODAY + 150, 1));
    upsert(store.table('touches', TODAY + 150), TOUCH, [['new', 'A', TODAY + 150, 'call', null]]);
    store.commit();
    for (const tab of ['Touches Archive', 'Usage Archive']) {
      expect(monthsIn(book, tab, 'month')[0]).toBe('2024-07');
    }
    const { facts: whole } = loadFacts(openDataStore(book, 'en', later), NOBODY);
    const days = valuesOf(whole.usage).flatMap(([, all]) =>
      (all as string[]).map((text) => Number(text.split(' ')[1])),
    );
    expect(Math.min(...days)).toBeGreaterThanOrEqual(dayOf(2024, 7, 1) as Day);
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
