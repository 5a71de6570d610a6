import { loadConfiguration } from '../../../src/app/configuration';
import { checkConfiguration } from '../../../src/app/tune/check';
import { restoreVersion, saveVersion, viewVersions } from '../../../src/app/tune/versions';
import type { Cell } from '../../../src/domain/cell';
import { PROBLEMS } from '../../../src/tables/health/journal';
import { toGrid } from '../../../src/tables/rows';
import { type Grids, smallGrids, withCell, withRows } from '../../tables/config/tabs';
import type { WholePlatform } from '../ports/whole-platform';
import { edit, tabsOf, tuned } from './tuned';

const HEAVIER = withCell(smallGrids(), 'Metrics', 2, 'Weight', 3);

function saved(platform: WholePlatform, grids: Grids, comment: string) {
  edit(platform, grids);
  platform.pass(60_000);
  return saveVersion(platform, comment);
}

/** A product with two versions: the small configuration, and the same with one weight changed. */
function twoVersions(first: Grids = smallGrids(), second: Grids = HEAVIER): WholePlatform {
  const platform = tuned(first);
  loadConfiguration(platform, platform.health);
  saved(platform, second, 'heavier');
  return platform;
}

const oldest = (platform: WholePlatform) => viewVersions(platform).slice(-1)[0]?.id ?? '';

describe('saving', () => {
  it('waits for nobody: while a run works it is refused', () => {
    const platform = twoVersions();
    platform.held = true;
    expect(() => saveVersion(platform, 'x')).toThrow(expect.objectContaining({ kind: 'busy' }));
    expect(() => restoreVersion(platform, oldest(platform))).toThrow(expect.objectContaining({ kind: 'busy' }));
  });

  it('takes a comment for words, whatever it begins with', () => {
    const platform = twoVersions(smallGrids(), HEAVIER);
    const { version } = saved(platform, withCell(HEAVIER, 'Metrics', 2, 'Weight', 5), ' =SUM of all fears\n');
    expect(version?.comment).toBe('SUM of all fears');
    expect(viewVersions(platform)[0]).toEqual(version);
  });

  it('answers remarks beside the version', () => {
    const platform = twoVersions();
    const { version, faults } = saved(
      platform,
      withRows(withCell(HEAVIER, 'Metrics', 2, 'Weight', 5), 'Settings', ['Colour', 'red', null]),
      'x',
    );
    expect(version?.comment).toBe('x');
    expect(faults).toEqual([expect.objectContaining({ severity: 'warning', tab: 'Settings', column: 'Setting' })]);
  });

  it('keeps nothing of a configuration too long to be kept, and says what to shorten', () => {
    const platform = twoVersions();
    const { version, faults } = saved(platform, withCell(HEAVIER, 'Dimensions', 2, 'Why', 'x'.repeat(400_000)), 'x');
    expect(version).toBeNull();
    expect(faults[0]?.why.en).toMatch(/Shorten/);
    expect(viewVersions(platform)).toHaveLength(2);
  });
});

describe('restoring', () => {
  it('brings back every cell, in the order its columns then had', () => {
    const platform = twoVersions();
    restoreVersion(platform, oldest(platform));
    expect(loadConfiguration(platform, platform.health).config?.metrics[0]?.weight).toBe(1);
    const header = smallGrids().Metrics?.[0];
    const moved = { ...HEAVIER, Metrics: (HEAVIER.Metrics ?? []).map((row) => [...row].reverse()) };
    saved(platform, moved, 'columns moved');
    restoreVersion(platform, oldest(platform));
    expect(tabsOf(platform).Metrics?.[0]).toEqual(header);
    expect(viewVersions(platform)[0]?.version).toBe(viewVersions(platform).slice(-1)[0]?.version);
  });

  it('keeps columns of people’s own that stood then, and empties those that came later', () => {
    const beside = (grids: Grids, name: string, value: Cell): Grids => ({
      ...grids,
      Metrics: (grids.Metrics ?? []).map((row, at) => [...row, at === 0 ? name : value]),
    });
    const then = beside(smallGrids(), 'Agreed With', 'Sales');
    const platform = twoVersions(then, beside(beside(HEAVIER, 'Agreed With', 'Nobody'), 'Later', 'x'));
    restoreVersion(platform, oldest(platform));
    const metrics = tabsOf(platform).Metrics ?? [];
    const width = then.Metrics?.[0]?.length ?? 0;
    expect(metrics.map((row) => row[width - 1])).toEqual(['Agreed With', 'Sales', 'Sales', 'Sales']);
    expect(metrics.map((row) => row[width] ?? '')).toEqual(['', '', '', '']);
    expect(loadConfiguration(platform, platform.health).problems).toEqual([]);
  });

  it('takes away blank rows above the headers, which stand in the first row again', () => {
    const lowered = { ...smallGrids(), Metrics: [Array(20).fill(null), ...(smallGrids().Metrics ?? [])] };
    const platform = twoVersions(lowered);
    restoreVersion(platform, oldest(platform));
    expect(tabsOf(platform).Metrics?.map(([id]) => id)).toEqual(['Metric ID', 'logins_30d', 'seats', 'nps']);
    expect(loadConfiguration(platform, platform.health)).toMatchObject({ problems: [], versions: { length: 3 } });
  });

  it('is finished by the next run where it was stopped between two tabs', () => {
    const platform = twoVersions();
    const { replace } = platform.health;
    let left = 4;
    platform.health.replace = (layout, rows) => {
      if (left-- === 0) throw new Error('stopped');
      replace(layout, rows);
    };
    expect(() => restoreVersion(platform, oldest(platform))).toThrow('stopped');
    platform.health.replace = replace;
    const { config } = loadConfiguration(platform, platform.health);
    expect(config?.metrics[0]?.weight).toBe(1);
    expect(viewVersions(platform).map(({ comment }) => comment)).toEqual([
      expect.stringMatching(/^restored c-/),
      'heavier',
      '',
    ]);
    // It is not begun again: what is edited from now on stays.
    edit(platform, HEAVIER);
    expect(loadConfiguration(platform, platform.health).config?.metrics[0]?.weight).toBe(3);
  });

  it('says so in the language of the workbook', () => {
    const japanese = withCell(smallGrids(), 'Settings', 3, 'Value', 'Japanese');
    const platform = twoVersions(japanese, withCell(japanese, 'Metrics', 2, 'Weight', 3));
    expect(restoreVersion(platform, oldest(platform))[0]).toMatchObject({
      comment: expect.stringMatching(/の版 c-.+ を復元$/),
      changes: ['Metrics: logins_30d の Weight 3 → 1'],
    });
  });

  it('refuses a version whose tabs are not kept in full, and touches nothing', () => {
    const platform = twoVersions();
    const [header = [], first = [], ...rest] = platform.health.read('Config Versions') ?? [];
    const cut = first.map((cell, at) => (header[at] === 'Snapshot 1' ? String(cell).slice(0, 100) : cell));
    platform.health.put('Config Versions', [header, cut, ...rest]);
    const before = tabsOf(platform);
    expect(() => restoreVersion(platform, oldest(platform))).toThrow(expect.objectContaining({ kind: 'input' }));
    expect(tabsOf(platform)).toEqual(before);
  });
});

function edited(platform: WholePlatform, rule: string): WholePlatform {
  edit(platform, withCell(smallGrids(), 'Segments', 2, 'Rule', rule));
  return platform;
}

describe('checking', () => {
  const checked = (grids: Grids) => {
    const platform = tuned();
    platform.store.set({ 'data.spreadsheet': 'data' });
    platform.health.put(PROBLEMS.name, toGrid(PROBLEMS, []));
    loadConfiguration(platform, platform.health);
    edit(platform, grids);
    return checkConfiguration(platform);
  };

  it('says in words how much is wrong, and what stays in force', () => {
    expect(checked(HEAVIER).en).toMatch(/^The configuration has no faults/);
    expect(checked(withRows(HEAVIER, 'Settings', ['Colour', 'red', null])).en).toMatch(/1 remark stands/);
    const two = withCell(withCell(HEAVIER, 'Metrics', 2, 'Weight', 'x'), 'Metrics', 3, 'Points', 'y');
    expect(checked(two).en).toMatch(/^2 faults .+ version c-\w+ stays in force/);
    expect(checked(two).ja).toMatch(/^設定に 2 件の誤り/);
  });

  it('does not doubt a column of their own that the data have, and doubts one that they lack', () => {
    const platform = tuned();
    platform.store.set({ 'data.spreadsheet': 'data' });
    const rule = (text: string) => loadConfiguration(edited(platform, text), platform.health).problems;
    expect(rule('vip >= 1')).toMatchObject([{ severity: 'warning', code: 'column.unknown', place: 'B2' }]);
    platform.data.put('CRM Accounts', [
      ['account_id', 'VIP'],
      ['A', 1],
    ]);
    expect(rule('vip >= 1')).toEqual([]);
    expect(rule('vop >= 1')).toMatchObject([{ code: 'column.unknown', place: 'B2' }]);
    platform.health.put('Goals', [
      ['Goal ID', 'Hours Before'],
      ['g', 1],
    ]);
    const goals = (filter: string) => {
      const tabs = withCell(withCell(smallGrids(), 'Metrics', 4, 'Dataset', 'goals'), 'Metrics', 4, 'Field', 'actual');
      edit(platform, withCell(tabs, 'Metrics', 4, 'Filter', filter));
      return loadConfiguration(platform, platform.health).problems;
    };
    expect(goals('hours_before > 5')).toEqual([]);
    expect(goals('hours_after > 5')).toMatchObject([{ code: 'column.unknown', place: 'J4' }]);
  });
});
