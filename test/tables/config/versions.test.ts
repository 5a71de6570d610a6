import fc from 'fast-check';
import { diffConfig } from '../../../src/tables/config/diff';
import { configVersionRecord, restoreConfig } from '../../../src/tables/config/versions';
import { type Grids, grids, smallGrids, withCell, withRows } from './tabs';

const lines = (before: Grids, after: Grids) => diffConfig(before, after).map(({ en }) => en);

describe('diffConfig', () => {
  it('finds nothing between equal configurations, however their cells are typed', () => {
    expect(lines(grids(), grids())).toEqual([]);
    expect(lines(smallGrids(), withCell(smallGrids(), 'Metrics', 2, 'Weight', ' １ '))).toEqual([]);
  });

  it('reads like a sentence', () => {
    const after = withCell(smallGrids(), 'Metrics', 2, 'Weight', 3);
    expect(diffConfig(smallGrids(), after)).toEqual([
      { en: 'Metrics: logins_30d Weight 1 -> 3', ja: 'Metrics: logins_30d の Weight 1 → 3' },
    ]);
  });

  it('tells cells that were filled and cleared', () => {
    const filled = withCell(smallGrids(), 'Metrics', 2, 'Filter', 'value > 0');
    expect(lines(smallGrids(), filled)).toEqual(['Metrics: logins_30d Filter (empty) -> value > 0']);
    expect(lines(filled, smallGrids())).toEqual(['Metrics: logins_30d Filter value > 0 -> (empty)']);
  });

  it('tells rows that came and went', () => {
    const after = withRows(smallGrids(), 'Overrides', ['Large', 'nps', 3]);
    expect(lines(smallGrids(), after)).toEqual(['Overrides: Large nps added']);
    expect(lines(after, smallGrids())).toEqual(['Overrides: Large nps removed']);
  });

  it('names a bound by band and segment', () => {
    const before = withRows(smallGrids(), 'Bands', ['Green', 'Large', 70]);
    expect(lines(before, withCell(before, 'Bands', 6, 'Lower Bound', 72))).toEqual([
      'Bands: Green Large Lower Bound 70 -> 72',
    ]);
  });

  it('tells another order where the order decides', () => {
    const swapped = smallGrids();
    const [head, first, last] = swapped.Segments ?? [];
    swapped.Segments = [head ?? [], last ?? [], first ?? []];
    expect(lines(smallGrids(), swapped)).toEqual(['Segments: order Large, Rest -> Rest, Large']);
    const metrics = smallGrids();
    metrics.Metrics = [metrics.Metrics?.[0] ?? [], ...(metrics.Metrics?.slice(1) ?? []).slice().reverse()];
    expect(lines(smallGrids(), metrics)).toEqual([]);
  });

  it('cuts long texts', () => {
    const after = withCell(smallGrids(), 'Dimensions', 2, 'Why', 'x'.repeat(500));
    expect(lines(smallGrids(), after)).toEqual([`Dimensions: Usage Why (empty) -> ${'x'.repeat(79)}…`]);
  });
});

describe('versions of a configuration', () => {
  const saving = (before: Grids | null, after: Grids) => ({
    version: 'c-abc',
    savedAt: '2026-01-31T09:30:00',
    author: 'hanako@example.com',
    comment: 'Quarterly tuning',
    before,
    after,
  });

  it('say who saved what, when and why', () => {
    const after = withCell(smallGrids(), 'Metrics', 2, 'Weight', 3);
    const { record } = configVersionRecord(saving(smallGrids(), after), 'ja');
    expect(record).toMatchObject({
      'Version ID': 'c-abc|2026-01-31T09:30:00',
      'Config Version': 'c-abc',
      'Saved Timestamp': '2026-01-31T09:30:00',
      'Author Email': 'hanako@example.com',
      Comment: 'Quarterly tuning',
      'Change Note': 'Metrics: logins_30d の Weight 1 → 3',
    });
  });

  it('bring the tabs back as they were', () => {
    const { record } = configVersionRecord(saving(null, grids()), 'en');
    expect(record && restoreConfig(record)).toEqual(grids());
  });

  it('keep a missing tab missing', () => {
    const tabs = { ...smallGrids(), Members: null };
    const { record } = configVersionRecord(saving(null, tabs), 'en');
    expect(record && restoreConfig(record)?.Members).toBeNull();
  });

  it('spread a long configuration over cells that each hold it, whatever its characters', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom('a', '漢', '𠮷', '😀', '"', 'a ', '漢\u3000'),
        (offset, letter) => {
          const why = 'x'.repeat(offset) + letter.repeat(40_000).slice(0, 79_999);
          const tabs = withCell(smallGrids(), 'Dimensions', 2, 'Why', why);
          const { record } = configVersionRecord(saving(null, tabs), 'en');
          const parts = Object.entries(record ?? {}).filter(([header]) => header.startsWith('Snapshot'));
          for (const [, part] of parts) {
            expect(String(part).length).toBeLessThanOrEqual(50_000);
            // A lone half of a surrogate pair would not survive being stored.
            expect(String(part)).not.toMatch(/[\uD800-\uDBFF]$/);
            // Nor would a blank at the end, which is not part of a cell's value.
            expect(String(part)).toBe(String(part).trim());
            expect(String(part)).toMatch(/^config:/);
          }
          expect(record && restoreConfig(record)).toEqual(tabs);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('refuse a configuration that no row can keep, and say how to mend it', () => {
    const tabs = withCell(smallGrids(), 'Dimensions', 2, 'Why', 'x'.repeat(400_000));
    const { record, problem } = configVersionRecord(saving(null, tabs), 'en');
    expect(record).toBeNull();
    expect(problem?.why.en).toMatch(/Shorten the texts under Why/);
  });

  it.each([
    ['cut', { 'Snapshot 1': 'config:{"Metrics":[[' }],
    ['typed over', { 'Snapshot 1': 'hello' }],
    ['of something else', { 'Snapshot 1': 'config:{"Metrics":5}' }],
    ['empty', {}],
  ])('that are %s are not restored', (_, record) => {
    expect(restoreConfig(record)).toBeNull();
  });
});
