import { loadConfiguration } from '../../../src/app/configuration';
import { viewVersions } from '../../../src/app/tune/versions';
import { CONFIG_VERSIONS } from '../../../src/tables/health/journal';
import { smallGrids, withCell } from '../../tables/config/tabs';
import type { WholePlatform } from '../ports/whole-platform';
import { edit, tuned } from './tuned';

/** Runs once for each weight, a minute apart, so that each becomes a version. */
function runs(platform: WholePlatform, weights: readonly number[], why = 'because'): void {
  for (const weight of weights) {
    const grids = withCell(smallGrids(), 'Metrics', 2, 'Weight', weight);
    edit(platform, withCell(grids, 'Dimensions', 2, 'Why', why));
    platform.pass(60_000);
    loadConfiguration(platform, platform.health);
  }
}

const weights = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the rows of Config Versions', () => {
  it('grow by one for a new configuration and by none for a known one', () => {
    const platform = tuned();
    runs(platform, [1, 2, 2, 2, 3]);
    expect(viewVersions(platform).map(({ changes }) => changes)).toEqual([
      ['Metrics: logins_30d Weight 2 -> 3'],
      ['Metrics: logins_30d Weight 1 -> 2'],
      [],
    ]);
    expect(platform.health.writes).toEqual(Array(3).fill(CONFIG_VERSIONS.name));
  });

  it('stay two hundred, the newest ones', () => {
    const platform = tuned();
    runs(platform, [1]);
    const [header = [], first = []] = platform.health.read(CONFIG_VERSIONS.name) ?? [];
    const copies = Array.from({ length: 198 }, (_, index) => [`c-${index}|2026-01-30`, ...first.slice(1)]);
    platform.health.put(CONFIG_VERSIONS.name, [header, ...copies, first]);
    runs(platform, [2, 3, 4]);
    const ids = viewVersions(platform).map(({ id }) => id);
    expect(ids).toHaveLength(200);
    expect(ids.slice(3)).toEqual([first[0], ...copies.map(([id]) => id).reverse()].slice(0, 197));
    const views = viewVersions(platform);
    expect(views[0]?.changes).toEqual(['Metrics: logins_30d Weight 3 -> 4']);
    expect(views.every(({ restorable }) => restorable)).toBe(true);
  });

  it('keep the tabs of the newest only, where all together would make the workbook heavy', () => {
    const platform = tuned();
    // Each version takes a little over 200,000 characters: nine of them fit into two million.
    runs(platform, weights(12), 'x'.repeat(200_000));
    const views = viewVersions(platform);
    expect(views.map(({ restorable }) => restorable)).toEqual([...Array(9).fill(true), ...Array(3).fill(false)]);
    expect(views[11]?.savedAt).toMatch(/^2026-01-31T/);
    // Beside the tabs a row is small, and what was kept can be used.
    expect(JSON.stringify(platform.health.read(CONFIG_VERSIONS.name)).length).toBeLessThan(2_050_000);
    expect(loadConfiguration(platform, platform.health).config?.metrics[0]?.weight).toBe(12);
  });
});
