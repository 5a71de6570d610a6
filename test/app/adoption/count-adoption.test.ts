import { countAdoption } from '../../../src/app/adoption/count-adoption';
import { openProgress } from '../../../src/app/run/progress';
import { parseDay } from '../../../src/domain/day';
import { ADOPTION_DAYS } from '../../../src/tables/data/adoption-days';
import { ADOPTION, ADOPTION_IMPORT, ADOPTION_LOG } from '../../../src/tables/health/adoption';
import { PROBLEMS } from '../../../src/tables/health/journal';
import type { WholePlatform } from '../ports/whole-platform';
import { configWith, count, DETAILED, fresh, passDays, QUIET, rows, TODAY, use, waiting } from './adopted';

const TOMORROW = '2026-02-01';
const AYA = 'aya@example.com';

const aya = (platform: WholePlatform) => rows(platform.health, ADOPTION).find(({ Email }) => Email === AYA);

/** Aya opens the sidebar and looks at two accounts. */
function usedByAya(config = QUIET): WholePlatform {
  const platform = fresh();
  for (const account of [null, 'A1', 'A2', 'A1']) {
    use(platform, AYA, account, config);
    platform.pass(1000);
  }
  return platform;
}

describe('counting', () => {
  it('shows a day that goes on, and leaves it waiting', () => {
    const platform = usedByAya();
    count(platform, TODAY);
    expect(aya(platform)).toMatchObject({ 'Use Count 7d': 4, 'Account Count 30d': 2, 'Seen Date': TODAY });
    expect(rows(platform.data, ADOPTION_DAYS)).toEqual([]);
    use(platform, AYA, 'A3');
    count(platform, TODAY);
    expect(aya(platform)).toMatchObject({ 'Use Count 7d': 5, 'Account Count 30d': 3 });
  });

  it('makes a day that is over a row, and forgets what waited', () => {
    const platform = usedByAya();
    passDays(platform, 1);
    count(platform, TOMORROW);
    expect(rows(platform.data, ADOPTION_DAYS)).toEqual([{ email: AYA, date: TODAY, uses: 4, accounts: 2 }]);
    expect(waiting(platform)).toEqual([]);
    expect(aya(platform)).toMatchObject({ 'Use Count 7d': 4, 'Seen Date': TODAY });
  });

  it('writes nothing when nothing happened since', () => {
    const platform = usedByAya();
    count(platform, TODAY);
    const { length } = platform.health.writes;
    count(platform, TODAY);
    expect(platform.health.writes.slice(length)).toEqual([]);
  });

  it('that was stopped before what waited was forgotten does not count it twice', () => {
    const platform = usedByAya();
    const remaining = platform.store.getAll();
    count(platform, TOMORROW);
    platform.store.set(remaining);
    count(platform, TOMORROW);
    expect(rows(platform.data, ADOPTION_DAYS)).toHaveLength(1);
    expect(aya(platform)).toMatchObject({ 'Use Count 7d': 4 });
    expect(waiting(platform)).toEqual([]);
  });

  it('forgets nothing before it is committed', () => {
    const platform = usedByAya();
    const order: string[] = [];
    Object.assign(platform.health, { flush: () => order.push('flush') });
    const { store } = platform;
    const remove = (key: string): void => {
      order.push('remove');
      store.remove(key);
    };
    Object.assign(platform, { store: { ...store, remove } });
    count(platform, TOMORROW);
    expect(order).toEqual(['flush', 'remove']);
  });

  it('of a past day leaves a later one alone', () => {
    const platform = usedByAya();
    count(platform, '2026-01-30');
    expect(aya(platform)).toMatchObject({ 'Has Never Used': true });
    expect(waiting(platform)).toHaveLength(1);
  });

  it('keeps thirty days, beyond them the last day of each member and nothing of others', () => {
    const platform = fresh();
    for (const user of [AYA, 'cho@example.com']) use(platform, user, null);
    passDays(platform, 1);
    use(platform, AYA, null);
    count(platform, '2026-02-02');
    expect(rows(platform.data, ADOPTION_DAYS)).toHaveLength(3);
    count(platform, '2026-06-01');
    expect(rows(platform.data, ADOPTION_DAYS)).toEqual([{ email: AYA, date: TOMORROW, uses: 1, accounts: 0 }]);
    expect(aya(platform)).toMatchObject({ 'Use Count 30d': 0, 'Seen Date': TOMORROW, 'Has Never Used': false });
  });

  it('stops at a header that somebody deleted: names it, overwrites nothing, and counts once it is mended', () => {
    const platform = usedByAya();
    platform.data.put(ADOPTION_DAYS.name, [
      ['email', 'date', '', 'accounts'],
      [AYA, '2026-01-20', 7, 1],
    ]);
    const progress = openProgress(platform, platform.health);
    countAdoption(platform, progress, QUIET, parseDay(TOMORROW) as number);
    progress.problems().commit('en');
    expect(rows(platform.health, PROBLEMS)).toEqual([
      expect.objectContaining({ Source: 'Adoption Days', 'Problem Code': 'header.missing', Column: 'uses' }),
    ]);
    expect(waiting(platform)).toHaveLength(1);
    platform.data.put(ADOPTION_DAYS.name, [
      ['email', 'date', 'uses', 'accounts'],
      [AYA, '2026-01-20', 7, 1],
    ]);
    count(platform, TOMORROW);
    expect(aya(platform)).toMatchObject({ 'Use Count 30d': 11, 'Account Count 30d': 3 });
  });
});

describe('Adoption Import', () => {
  const imported = (...lines: readonly (readonly (string | number | null)[])[]): WholePlatform => {
    const platform = usedByAya();
    platform.health.put(ADOPTION_IMPORT.name, [['Email', 'Date', 'Uses'], ...lines]);
    return platform;
  };

  it('adds to what is known; a row without a number is one use', () => {
    const platform = imported(
      ['AYA@example.com', TODAY, 10],
      [AYA, '2026-01-30', null],
      [AYA, '2026-01-30', null],
      ['ben@example.com', '2026-01-02', 3],
    );
    count(platform, TODAY);
    expect(aya(platform)).toMatchObject({ 'Use Count 7d': 16, 'Account Count 30d': 2 });
    expect(rows(platform.health, ADOPTION).find(({ Email }) => Email === 'ben@example.com')).toMatchObject({
      'Use Count 7d': 0,
      'Use Count 30d': 3,
    });
  });

  it('is not copied: counted again it is the same, and a row taken out counts no more', () => {
    const platform = imported([AYA, TODAY, 10]);
    count(platform, TODAY);
    count(platform, TODAY);
    expect(aya(platform)).toMatchObject({ 'Use Count 7d': 14 });
    platform.health.put(ADOPTION_IMPORT.name, [['Email', 'Date', 'Uses']]);
    count(platform, TODAY);
    expect(aya(platform)).toMatchObject({ 'Use Count 7d': 4 });
  });

  it('names rows that cannot be read, and counts the others', () => {
    const platform = imported([AYA, 'someday', 1], ['nobody', TODAY, 1], [AYA, TODAY, 'often'], [AYA, TODAY, 2]);
    const progress = openProgress(platform, platform.health);
    countAdoption(platform, progress, QUIET, parseDay(TODAY) as number);
    progress.problems().commit('en');
    expect(rows(platform.health, PROBLEMS).map(({ Place, Source }) => `${Source}!${Place}`)).toEqual([
      'Adoption Import!B2',
      'Adoption Import!A3',
      'Adoption Import!C4',
    ]);
    expect(aya(platform)).toMatchObject({ 'Use Count 7d': 6 });
  });
});

describe('Adoption Log', () => {
  it('is not there by default, and no account is named anywhere', () => {
    const platform = usedByAya();
    count(platform, TODAY);
    count(platform, TOMORROW);
    expect(platform.health.tabs()).not.toContain(ADOPTION_LOG.name);
    for (const book of [platform.health, platform.data]) {
      for (const name of book.tabs()) expect(JSON.stringify(book.read(name))).not.toMatch(/A[12]/);
    }
  });

  it('tells who looked at what and when, each use once however often it is counted', () => {
    const platform = usedByAya(DETAILED);
    count(platform, TODAY, DETAILED);
    count(platform, TOMORROW, DETAILED);
    expect(rows(platform.health, ADOPTION_LOG)).toEqual(
      [
        ['09:30:00', null],
        ['09:30:01', 'A1'],
        ['09:30:02', 'A2'],
        ['09:30:03', 'A1'],
      ].map(([time, account]) => ({
        'Log ID': `${AYA}|${TODAY}T${time}|${account ?? ''}`,
        Email: AYA,
        'Use Timestamp': `${TODAY}T${time}`,
        Account: account,
      })),
    );
  });

  it('keeps rows for as many days as the setting says, the as-of day included', () => {
    const platform = usedByAya(DETAILED);
    count(platform, '2026-02-02', DETAILED);
    expect(rows(platform.health, ADOPTION_LOG)).toHaveLength(4);
    count(platform, '2026-02-03', DETAILED);
    expect(rows(platform.health, ADOPTION_LOG)).toEqual([]);
  });

  it('goes with its setting, and what waited of it too; counts stay', () => {
    const platform = usedByAya(DETAILED);
    count(platform, TODAY, DETAILED);
    use(platform, AYA, 'A3', configWith());
    count(platform, TODAY);
    expect(platform.health.tabs()).not.toContain(ADOPTION_LOG.name);
    expect(JSON.stringify(platform.store.getAll())).not.toMatch(/"A[123]"/);
    expect(aya(platform)).toMatchObject({ 'Use Count 7d': 5, 'Account Count 30d': 3 });
  });
});
