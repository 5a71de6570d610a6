import { withChanges } from '../../../src/app/tune/cell-changes';
import { diffConfig } from '../../../src/tables/config/diff';
import { smallGrids, withRows } from '../../tables/config/tabs';

const GRIDS = withRows(smallGrids(), 'Overrides', ['Large', 'nps', 3]);

const lines = (...changes: Parameters<typeof withChanges>[1]) =>
  diffConfig(GRIDS, withChanges(GRIDS, changes)).map(({ en }) => en);

describe('changes the page sends', () => {
  it('replace one cell each and leave the tabs given alone', () => {
    const before = JSON.stringify(GRIDS);
    expect(
      lines(
        { tab: 'Metrics', key: 'seats', header: 'Weight', value: 4 },
        { tab: 'Metrics', key: 'seats', header: 'Points', value: '0=0; 9=100' },
        { tab: 'Settings', key: 'Change Days', header: 'Value', value: 14 },
      ),
    ).toEqual([
      'Settings: Change Days Value 7 -> 14',
      'Metrics: seats Weight 1 -> 4',
      'Metrics: seats Points 0=0; 10=100 -> 0=0; 9=100',
    ]);
    expect(JSON.stringify(GRIDS)).toBe(before);
  });

  it('find rows and columns whatever their case, width and outer blanks', () => {
    expect(lines({ tab: 'Metrics', key: ' ＳＥＡＴＳ', header: 'weight ', value: 4 })).toEqual([
      'Metrics: seats Weight 1 -> 4',
    ]);
  });

  it('find rows that two columns name, an empty one included', () => {
    expect(
      lines(
        { tab: 'Overrides', key: 'Large|nps', header: 'Weight', value: 5 },
        { tab: 'Bands', key: 'Green|', header: 'Lower Bound', value: 75 },
        { tab: 'Bands', key: 'Lime', header: 'Lower Bound', value: 55 },
      ),
    ).toEqual([
      'Overrides: Large nps Weight 3 -> 5',
      'Bands: Green Lower Bound 80 -> 75',
      'Bands: Lime Lower Bound 60 -> 55',
    ]);
  });

  it('find them below blank rows that somebody put in at the top', () => {
    const lowered = { ...GRIDS, Metrics: [Array(20).fill(null), ...(GRIDS.Metrics ?? [])] };
    const changed = withChanges(lowered, [{ tab: 'Metrics', key: 'seats', header: 'Weight', value: 4 }]);
    expect(diffConfig(GRIDS, changed).map(({ en }) => en)).toEqual(['Metrics: seats Weight 1 -> 4']);
    // Every row stays where it is, so that a fault is addressed as the tab shows it.
    expect(changed.Metrics?.length).toBe(lowered.Metrics.length);
  });

  it('add a row for a segment that had none of its own, once', () => {
    expect(
      lines(
        { tab: 'Overrides', key: 'Rest|seats', header: 'Weight', value: 5 },
        { tab: 'Overrides', key: 'rest | seats', header: 'Enabled', value: true },
        { tab: 'Bands', key: 'Green|Large', header: 'Lower Bound', value: 70 },
      ),
    ).toEqual(['Overrides: Rest seats added', 'Bands: Green Large added']);
    const { Overrides } = withChanges(GRIDS, [{ tab: 'Overrides', key: 'Rest|seats', header: 'Weight', value: 5 }]);
    expect(Overrides?.[2]).toEqual(['Rest', 'seats', 5, null, null]);
  });

  it.each([
    ['tab', { tab: 'Accounts', key: 'A', header: 'Score', value: 100 }],
    ['row', { tab: 'Metrics', key: 'nobody', header: 'Weight', value: 1 }],
    ['column', { tab: 'Metrics', key: 'seats', header: 'Colour', value: 1 }],
    ['name', { tab: 'Overrides', key: '', header: 'Weight', value: 1 }],
  ])('of a %s that is not there are refused by name', (_, change) => {
    const attempt = () => withChanges(GRIDS, [change]);
    expect(attempt).toThrow(change.tab);
    expect(attempt).toThrow(change.header);
  });
});
