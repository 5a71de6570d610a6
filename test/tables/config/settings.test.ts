import { SETTINGS } from '../../../src/domain/settings';
import { parseConfig } from '../../../src/tables/config/parse-config';
import { smallGrids, withCell, withRows } from './tabs';
import { warnings } from './told';

describe('settings', () => {
  const rowOf = (name: string) => (smallGrids().Settings ?? []).findIndex((row) => row[0] === name) + 1;
  const set = (name: string, value: string | number | boolean | null) =>
    withCell(smallGrids(), 'Settings', rowOf(name), 'Value', value);

  it.each([
    ['Mode', 'visibility', 'mode', 'Visibility'],
    ['Language', '日本語', 'language', null],
    ['Language', 'Japanese', 'language', 'ja'],
    ['Language', 'ja', 'language', 'ja'],
    ['Minimum Coverage Percent', '５０％', 'minimumCoveragePercent', 50],
    ['Minimum Coverage Percent', '101', 'minimumCoveragePercent', null],
    ['Change Days', '28', 'changeDays', 28],
    ['Change Days', '2.5', 'changeDays', null],
    ['Change Days', null, 'changeDays', null],
    ['Hourly Pull', 'yes', 'hourlyPull', true],
    ['Hourly Pull', 'sometimes', 'hourlyPull', null],
    ['Pilot Team', null, 'pilotTeam', ''],
    ['Pilot Team', 'Osaka', 'pilotTeam', 'Osaka'],
    ['Pilot Owner', 'Hanako@Example.com', 'pilotOwner', 'hanako@example.com'],
    ['Pilot Owner', 'Hanako', 'pilotOwner', null],
  ] as const)('%s as %s', (name, value, key, expected) => {
    const { config, problems } = parseConfig(set(name, value));
    if (expected === null) {
      expect(problems.map(({ source, place, column }) => [source, place, column])).toEqual([
        ['Settings', `B${rowOf(name)}`, name],
      ]);
      expect(config).toBeNull();
    } else {
      expect(problems).toEqual([]);
      expect(config?.settings[key]).toBe(expected);
    }
  });

  it('keep their first value where they have no row, and say so', () => {
    const tabs = smallGrids();
    tabs.Settings = tabs.Settings?.filter((row) => row[0] !== 'Change Days') ?? null;
    expect(parseConfig(tabs).config?.settings.changeDays).toBe(7);
    expect(warnings(tabs)).toEqual(['Settings!A1 setting.missing']);
  });

  it('that nobody knows are pointed out', () => {
    expect(warnings(withRows(smallGrids(), 'Settings', ['Mood', 'good', null]))).toEqual([
      `Settings!A${SETTINGS.length + 2} setting.unknown`,
    ]);
  });
});
