import fc from 'fast-check';
import { readSourceSettings } from '../../src/app/pull/source-settings';
import { withChanges } from '../../src/app/tune/cell-changes';
import type { Cell } from '../../src/domain/cell';
import { isKenshinError } from '../../src/errors';
import { SOURCE_KINDS } from '../../src/sources';
import { diffConfig } from '../../src/tables/config/diff';
import { parseConfig } from '../../src/tables/config/parse-config';
import { configVersionRecord, restoreConfig } from '../../src/tables/config/versions';
import { CONFIG_TABS } from '../../src/tables/health/configuration';
import { PAGINGS, sourcesTab } from '../../src/tables/sources';
import { type Grids, grids } from '../tables/config/tabs';
import { cell, expectProblems, expectText, text } from './drawn';
import { fuzz } from './replay';

const BASE = grids();
const TABS = CONFIG_TABS.map(({ name }) => name);

/** What somebody does to a tab: types into a cell, takes out or repeats a row or column, empties or removes the tab. */
const edit = fc.record({
  tab: fc.constantFrom(...TABS),
  what: fc.constantFrom('type', 'type', 'type', 'remove row', 'repeat row', 'remove column', 'empty', 'remove'),
  row: fc.nat(60),
  column: fc.nat(24),
  value: fc.oneof(cell, fc.constantFrom<Cell>('0=0; 10=100', "kind = 'x'", 'mrr >= 10', -1, 1e308, '100;0', 'Score')),
});

function edited(tabs: Grids, edits: readonly (typeof edit extends fc.Arbitrary<infer Edit> ? Edit : never)[]): Grids {
  const result = { ...tabs };
  for (const { tab, what, row, column, value } of edits) {
    const grid = (result[tab] ?? []).map((line) => [...line]);
    const at = grid.length === 0 ? 0 : row % grid.length;
    if (what === 'type')
      grid[at] = (grid[at] ?? []).map((old, place) => (place === column % (grid[at]?.length || 1) ? value : old));
    if (what === 'remove row') grid.splice(at, 1);
    if (what === 'repeat row') grid.push([...(grid[at] ?? [])]);
    result[tab] = what === 'remove' ? null : what === 'empty' ? [] : grid;
    if (what === 'remove column')
      result[tab] = grid.map((line) => line.filter((_, place) => place !== column % line.length));
  }
  return result;
}

const tabs = fc.array(edit, { maxLength: 4 }).map((edits) => edited(BASE, edits));

describe('whatever stands in the configuration tabs', () => {
  it('is a configuration, or every reason why not has its words', () => {
    fuzz(tabs, (drawn) => {
      const { config, problems } = parseConfig(drawn);
      expectProblems(problems);
      expect(config === null).toBe(problems.some(({ severity }) => severity === 'error'));
      if (config) expect(config.metrics.every(({ weight }) => Number.isFinite(weight))).toBe(true);
    });
  });

  it('is kept as a version and comes back as it stood, and what changed is said', () => {
    fuzz(fc.tuple(tabs, tabs), ([before, after]) => {
      for (const line of diffConfig(before, after)) expectText(line);
      const saving = { version: 'v', savedAt: '2026-01-31T00:00:00', author: 'a@b.co', comment: '', before, after };
      const { record } = configVersionRecord(saving, 'en');
      const restored = record && restoreConfig(record);
      if (restored) expect(parseConfig(restored).config?.version).toBe(parseConfig(after).config?.version);
    });
  });

  it('is tried with changes of any cell, or the change is refused in words', () => {
    const change = fc.record({
      tab: fc.oneof(fc.constantFrom(...TABS), text),
      key: fc.oneof(fc.constantFrom('Adoption', 'Green|', '|', 'Language'), text),
      header: fc.oneof(fc.constantFrom('Weight', 'Value', 'Lower Bound'), text),
      value: cell,
    });
    fuzz(fc.array(change, { maxLength: 4 }), (changes) => {
      try {
        const { problems } = parseConfig(withChanges(BASE, changes));
        expectProblems(problems);
      } catch (error) {
        if (!isKenshinError(error)) throw error;
        expectText(error.text);
      }
    });
  });
});

describe('whatever stands in the Sources tab', () => {
  it('is a list of sources, or every reason why not has its words', () => {
    const header = sourcesTab(SOURCE_KINDS).columns.map(({ name }) => name);
    const usual: readonly Cell[] = [
      ...SOURCE_KINDS,
      ...PAGINGS,
      'accounts',
      'usage',
      'https://a.example/x',
      'a = b',
      true,
    ];
    const row = fc.array(fc.oneof(fc.constantFrom(...usual), cell), { maxLength: header.length + 1 });
    fuzz(fc.tuple(fc.array(row, { maxLength: 4 }), fc.boolean()), ([rows, whole]) => {
      const { settings, problems } = readSourceSettings([whole ? header : header.slice(1), ...rows]);
      expectProblems(problems);
      for (const { id, kind, options } of settings) {
        expect(id).not.toBe('');
        expect(SOURCE_KINDS).toContain(kind);
        expect(Object.values(options).every((option) => typeof option === 'string')).toBe(true);
      }
    });
  });
});
