import { defaultConfig } from '../../src/app/defaults';
import type { Config } from '../../src/domain/config/config';
import type { TabLayout } from '../../src/ports';
import { healthTabs } from '../../src/tables';
import { parseConfig } from '../../src/tables/config/parse-config';
import { layoutOf } from '../../src/tables/layout';
import { listRecords } from '../../src/tables/lists';
import type { Tab } from '../../src/tables/tab';

const config = parseConfig(defaultConfig('en')).config as Config;
const tabs = healthTabs(config, ['sheet']);
const tab = (name: string): Tab => tabs.find((one) => one.name === name) as Tab;

describe('layoutOf', () => {
  it('explains a header in both languages, first in that of the reader', () => {
    const words = { Score: { ja: 'スコア', note: { en: 'Health.', ja: '健康度です。' } } };
    const noteOf = (locale: 'en' | 'ja', header: string) =>
      layoutOf(tab('Accounts'), locale, 0, {}, words).columns.find((column) => column.header === header)?.note;
    expect(noteOf('en', 'Score')).toBe('スコア\nHealth.\n\n健康度です。');
    expect(noteOf('ja', 'Score')).toBe('スコア\n健康度です。\n\nHealth.');
    expect(noteOf('en', 'Band')).toBe('');
  });

  it('looks the same in both languages but for the notes and the titles of charts', () => {
    const untitled = (layout: TabLayout) => ({ ...layout, charts: layout.charts.map(({ title: _, ...rest }) => rest) });
    for (const one of tabs) expect(untitled(layoutOf(one, 'ja', 0))).toEqual(untitled(layoutOf(one, 'en', 0)));
  });

  it('shows each column in the format of its type, wide enough for its header', () => {
    const { columns } = layoutOf(tab('Accounts'), 'en', 0);
    const format = Object.fromEntries(columns.map((column) => [column.header, column.format]));
    expect(format).toMatchObject({
      'Account ID': 'text',
      Score: 'score',
      'Coverage Percent': 'percent',
      'As Of Timestamp': 'timestamp',
      'Renewal Date': 'date',
      MRR: 'money',
      Priority: 'integer',
      'Has Pulse Conflict': 'flag',
      'Adoption Score': 'score',
    });
    for (const { header, width } of columns) {
      for (const word of header.split(' ')) expect(width).toBeGreaterThanOrEqual(word.length * 8);
    }
  });

  it('has room for every word there is to choose', () => {
    for (const { columns } of tabs.map((one) => layoutOf(one, 'en', 0))) {
      for (const { choices, width } of columns) {
        for (const word of choices?.values ?? []) expect(width).toBeGreaterThan(word.length * 7);
      }
    }
  });

  it('shows numbers that people give as given, and computed ones with as many decimals each', () => {
    const formatOf = (name: string, header: string) =>
      layoutOf(tab(name), 'en', 0).columns.find((column) => column.header === header)?.format;
    expect([formatOf('Metrics', 'Weight'), formatOf('Goals', 'Target')]).toEqual(['plain', 'plain']);
    expect([formatOf('Breakdown', 'Reading'), formatOf('Movements', 'Reading After')]).toEqual(['number', 'number']);
  });

  it('shows rules and reasons of the configuration whole, and of other tabs the long texts that an app or a filter shows', () => {
    const wrapped = (name: string) =>
      layoutOf(tab(name), 'en', 0)
        .columns.filter(({ wrap }) => wrap)
        .map(({ header }) => header);
    expect(wrapped('Caps')).toEqual(['Cap ID', 'Condition', 'Reason', 'Reason Ja']);
    expect(wrapped('Accounts')).toEqual(['Top Reason Note', 'More Reasons Note', 'Change Note']);
    expect(wrapped('Problems')).toEqual(['Mend Note']);
    expect(wrapped('Runs')).toEqual([]);
  });

  it('makes a link of one column a tab at most, never of its key', () => {
    for (const { columns, key } of tabs) {
      const linked = columns.filter(({ jump }) => jump);
      expect(linked.length).toBeLessThanOrEqual(1);
      for (const { name, jump } of linked) {
        expect(name).not.toBe(key);
        const target = jump?.tab == null ? columns : tab(jump.tab).columns;
        expect(columns.map((column) => column.name)).toContain(jump?.by);
        expect(target.map((column) => column.name)).toContain(jump?.at);
      }
    }
  });

  it('colours the band where there is one, and keeps the first columns in view', () => {
    expect(layoutOf(tab('Accounts'), 'en', 3)).toMatchObject({ bandColumns: [6], frozenColumns: 2, position: 3 });
    expect(layoutOf(tab('Runs'), 'en', 0)).toMatchObject({ bandColumns: [], frozenColumns: 1, writer: 'script' });
  });

  it('offers people nothing but the allowed words, and readers of script tabs the list', () => {
    const choices = (name: string, header: string) =>
      layoutOf(tab(name), 'en', 0).columns.find((column) => column.header === header)?.choices;
    expect(choices('Goals', 'Kind')).toEqual({
      values: ['roi', 'onboarding', 'step'],
      strict: true,
      from: { tab: 'Lists', column: 2, row: 14 },
    });
    expect(choices('Accounts', 'Band')).toEqual({
      values: ['Green', 'Lime', 'Yellow', 'Red', 'Grey'],
      strict: false,
      from: { tab: 'Lists', column: 2, row: 2 },
    });
    expect(choices('Accounts', 'Account Name')).toBeNull();
  });

  it('offers the ids of the parent tab where configuration points at one', () => {
    const keys = { Dimensions: ['Usage', 'Voice'] };
    const dimension = layoutOf(tab('Metrics'), 'en', 0, keys).columns.find(({ header }) => header === 'Dimension');
    expect(dimension?.choices).toEqual({ values: ['Usage', 'Voice'], strict: false, from: null });
    expect(layoutOf(tab('Metrics'), 'en', 0).columns[3]?.choices).toBeNull();
  });
});

describe('listRecords', () => {
  const lists = listRecords(config);

  it('has one row an allowed word, each with its own id', () => {
    const ids = lists.map((record) => record['List ID']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(['Band|Grey', 'Mode|Visibility', 'Segment|Small', 'Journey Stage|LOYAL']),
    );
  });

  it('covers the words that people and scripts choose from, in their order', () => {
    const words = (list: string) => lists.filter(({ List }) => List === list).map(({ Item }) => Item);
    const allowed = (name: string, header: string) =>
      tab(name).columns.find((column) => column.name === header)?.choices;
    expect(words('Band')).toEqual(allowed('Accounts', 'Band'));
    expect(words('Goal Kind')).toEqual(allowed('Goals', 'Kind'));
    expect(words('Action Status')).toEqual(allowed('Action Updates', 'Status'));
    expect(words('Action Kind')).toEqual(allowed('Actions', 'Kind'));
    expect(words('Cause')).toEqual(allowed('Movements', 'Cause'));
    expect(words('Role')).toEqual(allowed('Members', 'Role'));
  });

  it('names every word in Japanese', () => {
    for (const record of lists) expect(record['Item Ja']).toMatch(/[ぁ-んァ-ヶ一-龠]|^CS/);
  });
});
