import { defaultConfig } from '../../src/app/defaults';
import type { Config } from '../../src/domain/config/config';
import { DATASETS } from '../../src/domain/datasets';
import { healthTabs } from '../../src/tables';
import { parseConfig } from '../../src/tables/config/parse-config';
import { DATA_TABS } from '../../src/tables/data';
import { configuredWords } from '../../src/tables/health/accounts';
import { ADOPTION_LOG } from '../../src/tables/health/adoption';
import type { Tab } from '../../src/tables/tab';
import { WORDS } from '../../src/tables/words';

const config = parseConfig(defaultConfig('en')).config as Config;
// Adoption Log stands only while its setting is on.
const TABS: readonly Tab[] = [...healthTabs(config, ['sheet']), ADOPTION_LOG, ...DATA_TABS];
const JAPANESE = /[ぁ-んァ-ヶ一-龠]/;

describe('the words of the tabs', () => {
  it('are there for each tab, and for nothing else', () => {
    expect(Object.keys(WORDS).sort()).toEqual(TABS.map(({ name }) => name).sort());
  });

  it.each(Object.entries(WORDS))('of %s say in both languages what the tab is for', (_, { title, note }) => {
    expect(title.en).toMatch(/[A-Z]/);
    expect(note.en).toMatch(/[a-z]\S*\.$/);
    for (const text of [title, note]) expect(text.ja).toMatch(JAPANESE);
  });

  // Headers of a dataset are the names that sources are mapped to; Usage alone is stored in another shape.
  const datasets = DATASETS.map(({ tab }) => tab).filter((name) => name !== 'Usage');

  it.each(TABS.filter(({ name }) => !datasets.includes(name)))('of $name explain each header', ({ name, columns }) => {
    const words = { ...configuredWords(config), ...WORDS[name]?.columns };
    for (const { name: header } of columns) {
      const { ja = '', note = { en: '', ja: '' } } = words[header] ?? {};
      expect([header, ja]).toEqual([header, expect.stringMatching(/\S/)]);
      expect([header, note.en]).toEqual([header, expect.stringMatching(/[a-z]/i)]);
      expect([header, note.ja]).toEqual([header, expect.stringMatching(JAPANESE)]);
    }
  });

  it('follow the configuration where it names columns of Accounts', () => {
    const named = {
      dimensions: [
        { id: 'Voice', name: { en: 'Voice', ja: '声' }, weight: 1, why: { en: 'It tells.', ja: '分かるからです。' } },
      ],
      quadrants: [],
    };
    expect(configuredWords(named)).toEqual({
      'Voice Score': {
        ja: '声スコア',
        note: {
          en: 'Score of Voice alone, 0 to 100; empty without data. It tells.',
          ja: '声だけのスコア（0〜100）です。データがなければ空欄です。分かるからです。',
        },
      },
    });
  });
});
