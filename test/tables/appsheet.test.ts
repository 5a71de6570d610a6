import { defaultConfig } from '../../src/app/defaults';
import type { Config } from '../../src/domain/config/config';
import { healthTabs } from '../../src/tables';
import { predictTypes } from '../../src/tables/appsheet/predict-type';
import { HARMLESS } from '../../src/tables/appsheet/rules';
import { APP_SHEET_WORDS } from '../../src/tables/appsheet/rules.words';
import { parseConfig } from '../../src/tables/config/parse-config';
import { ADOPTION_LOG } from '../../src/tables/health/adoption';
import type { Column, Tab } from '../../src/tables/tab';

const config = parseConfig(defaultConfig('en')).config as Config;
/** Adoption Log stands only where somebody asked for it. */
const tabs = [...healthTabs(config, ['sheet', 'csv', 'json']), ADOPTION_LOG];

/** Types that a header's words speak for and that would harm a column of this type. */
const foreignTypes = ({ name, type }: Column): string[] =>
  predictTypes(name, APP_SHEET_WORDS.triggers).filter((predicted) => predicted !== HARMLESS[type]);

/** Headers of configuration that other tools rely on; AppSheet shows these tabs, nobody builds an app on them. */
const PRESCRIBED = ['Settings!Value', 'Metrics!Window Days', 'Metrics!Missing Days', 'Metrics!Fresh Days'];

/** Reports hold charts: no app is built on them either. */
const columns = tabs
  .filter(({ kind }) => kind !== 'report')
  .flatMap((tab) => tab.columns.map((column) => ({ tab, column })));

describe('tabs of the Health workbook as AppSheet reads them', () => {
  it('begin with Accounts, from which an app is made', () => {
    expect(tabs[0]?.name).toBe('Accounts');
  });

  it('have names of plain words that no other tab has', () => {
    const names = tabs.map(({ name }) => name);
    for (const name of names) expect(name).toMatch(/^[A-Z][A-Za-z]*( [A-Z][A-Za-z]*)*$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    // Excel reserves the name, and .xlsx libraries refuse it.
    expect(names).not.toContain('History');
  });

  it.each(tabs.map((tab) => [tab.name, tab] as const))('%s has no blank and no repeated header', (_, tab) => {
    const headers = tab.columns.map(({ name }) => name.trim().toLowerCase());
    expect(headers).not.toContain('');
    expect(new Set(headers).size).toBe(headers.length);
    for (const { name } of tab.columns) expect(name).toMatch(/^[\x20-\x7e]+$/);
  });

  it.each(tabs.filter(({ key }) => key !== '').map((tab) => [tab.name, tab] as const))(
    '%s has its key leftmost, as plain text',
    (_, tab) => {
      expect(tab.columns[0]?.name).toBe(tab.key);
      expect(['id', 'email']).toContain(tab.columns[0]?.type);
    },
  );

  it('have a key, but where two columns together name a row, and where rows are pasted in', () => {
    expect(tabs.filter(({ key }) => key === '').map(({ name }) => name)).toEqual([
      'Adoption Import',
      'Overrides',
      'Bands',
    ]);
  });

  it.each(columns.map(({ tab, column }) => [`${tab.name}!${column.name}`, column] as const))(
    '%s has no word that speaks for another type',
    (place, column) => {
      if (PRESCRIBED.includes(place)) return;
      expect(foreignTypes(column)).toEqual([]);
    },
  );

  it('need an exception only where the word really is a trap', () => {
    const trapped = columns
      .filter(({ column }) => foreignTypes(column).length > 0)
      .map(({ tab, column }) => `${tab.name}!${column.name}`);
    expect(trapped).toEqual(PRESCRIBED);
  });

  it('name references after the tab they point at', () => {
    const names = tabs.map(({ name }) => name);
    for (const { tab, column } of columns) {
      if (column.type !== 'ref') continue;
      expect(names).toContain(column.ref);
      const parent = String(column.ref).replace(/s$/, '');
      expect({ tab: tab.name, named: column.name.startsWith(parent) }).toEqual({ tab: tab.name, named: true });
    }
  });

  it.each(['Accounts', 'Breakdown', 'Movements', 'Score History', 'Actions'])(
    '%s says in each row who may see it',
    (name) => {
      const headers = (tabs.find((tab) => tab.name === name) as Tab).columns.map((column) => column.name);
      expect(headers).toEqual(expect.arrayContaining(['Owner Email', 'Manager Email']));
    },
  );

  it('carry the columns that other tools read, in their order', () => {
    const headers = (name: string) =>
      (tabs.find((tab) => tab.name === name) as Tab).columns.map((column) => column.name);
    expect(headers('Accounts').slice(0, 11).join(', ')).toBe(
      'Account ID, Account Name, Segment, Stage, Owner Email, Score, Band, Score Change, Coverage Percent, Top Reason Note, As Of Timestamp',
    );
    expect(headers('Breakdown').slice(0, 9).join(', ')).toBe(
      'Breakdown ID, Account, Metric, Dimension, Reading, Metric Score, Effective Weight, Points Earned, Points Lost',
    );
    expect(headers('Settings').slice(0, 3).join(', ')).toBe('Setting, Value, Why');
    expect(headers('Dimensions').slice(0, 4).join(', ')).toBe('Dimension, Name Ja, Weight, Why');
    expect(headers('Metrics').slice(0, 19).join(', ')).toBe(
      'Metric ID, Name, Name Ja, Dimension, Lens, Kind, Dataset, Aggregate, Field, Filter, Window Days, Compare, Missing, Missing Days, Weight, Points, Enabled, Why, Owner Email',
    );
    expect(headers('Metrics')[19]).toBe('Fresh Days');
    expect(headers('Segments').slice(0, 3).join(', ')).toBe('Segment, Rule, Name Ja');
    expect(headers('Overrides').slice(0, 5).join(', ')).toBe('Segment, Metric ID, Weight, Points, Enabled');
    expect(headers('Bands')).toEqual(['Band', 'Segment', 'Lower Bound']);
    expect(headers('Caps').join(', ')).toBe('Cap ID, Condition, Highest Score, Reason, Reason Ja, Enabled');
  });

  it('grow at the right of Accounts when dimensions or views are added', () => {
    const headers = (of: Pick<Config, 'dimensions' | 'quadrants'>) =>
      (healthTabs(of, [])[0] as Tab).columns.map(({ name }) => name);
    const bare = headers({ dimensions: [], quadrants: [] });
    expect(headers(config).slice(0, bare.length)).toEqual(bare);
    expect(headers(config).slice(bare.length)).toEqual([
      'Deployment Score',
      'Engagement Score',
      'Adoption Score',
      'ROI Score',
      'Usage x Engagement Quadrant',
      'Touch x NPS Quadrant',
    ]);
  });
});
