import { parseConfig } from '../../../src/tables/config/parse-config';
import { type Grids, smallGrids, withCell, withRows } from './tabs';
import { errors, metricRow } from './told';

describe('parseConfig', () => {
  it('reads every tab into one typed configuration', () => {
    const { config, problems } = parseConfig(smallGrids());
    expect(problems).toEqual([]);
    expect(config?.version).toMatch(/^c-[0-9a-z]{11}$/);
    expect(config?.dimensions.map(({ id, weight }) => [id, weight])).toEqual([
      ['Usage', 2],
      ['Voice', 1],
    ]);
    expect(config?.metrics[0]).toEqual({
      id: 'logins_30d',
      name: { en: 'logins_30d', ja: 'logins_30d' },
      dimension: 'Usage',
      lens: 'outcome',
      kind: 'process',
      dataset: 'usage',
      aggregate: 'sum',
      field: 'logins',
      filter: null,
      windowDays: 30,
      compare: 'none',
      missing: 'exclude',
      missingDays: 0,
      weight: 1,
      curve: [
        { reading: 0, points: 0 },
        { reading: 10, points: 100 },
      ],
      enabled: true,
      unit: { en: '', ja: '' },
      why: { en: '', ja: '' },
      ownerEmail: '',
      freshDays: null,
    });
    expect(config?.segments[0]).toEqual({
      id: 'Large',
      name: { en: 'Large', ja: '大' },
      rule: { op: '>=', left: { op: 'column', name: 'mrr' }, right: { op: 'value', value: 1000 } },
    });
    expect(config?.bands[0]).toEqual({ band: 'Green', segment: '', lowerBound: 80 });
    expect(config?.settings).toMatchObject({ mode: 'Scoring', language: 'en', changeDays: 7 });
  });

  it('is frozen in every part', () => {
    const { config } = parseConfig(smallGrids());
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config?.metrics[0]?.curve[0])).toBe(true);
    expect(Object.isFrozen(config?.segments[0]?.rule)).toBe(true);
  });

  it('finds all faults in one pass, each with its tab and cell', () => {
    let tabs = withCell(smallGrids(), 'Metrics', 2, 'Points', '5=0; 1=100');
    tabs = withCell(tabs, 'Metrics', 3, 'Dimension', 'Adoption');
    tabs = withCell(tabs, 'Bands', 3, 'Lower Bound', 'sixty');
    tabs = withCell(tabs, 'Settings', 2, 'Value', 'Guessing');
    tabs = withCell(tabs, 'Segments', 2, 'Rule', 'mrr >');
    expect(parseConfig(tabs).config).toBeNull();
    expect(errors(tabs)).toEqual([
      'Settings!B2 choice.unknown',
      'Metrics!P2 curve.unreadable',
      'Metrics!D3 id.unknown',
      'Segments!B2 expression.unreadable',
      'Bands!C3 number.unreadable',
    ]);
  });

  it('says in both languages what is wrong and how to mend it', () => {
    const [problem] = parseConfig(withCell(smallGrids(), 'Metrics', 2, 'Points', '5=0; 1=100')).problems;
    expect(problem).toMatchObject({ source: 'Metrics', place: 'P2', column: 'Points', value: '5=0; 1=100' });
    expect(problem?.why.en).toBe(
      'Points: points must rise in reading, but "1=100" comes after 5. Put the control points in order of reading.',
    );
    expect(problem?.why.ja).toBe('Points: 実測値は小さい順に並べてください。「1=100」が 5 より後ろにあります。');
  });

  it.each(Object.keys(smallGrids()))('refuses a configuration without the tab %s', (tab) => {
    expect(errors({ ...smallGrids(), [tab]: null })[0]).toBe(`${tab}! tab.missing`);
    expect(errors({ ...smallGrids(), [tab]: [] })[0]).toBe(`${tab}!A1 tab.missing`);
  });

  it('names the cell of a header that was renamed, and says nothing about what hangs on it', () => {
    const tabs = smallGrids();
    tabs.Dimensions = [['Dimensoin', 'Name Ja', 'Weight', 'Why'], ...(tabs.Dimensions?.slice(1) ?? [])];
    const { problems } = parseConfig(tabs);
    expect(problems.map(({ source, place, value }) => [source, place, value])).toEqual([
      ['Dimensions', 'A1', 'Dimensoin'],
    ]);
    expect(problems[0]?.why.en).toContain('Write "Dimension" again');
  });

  it.each(['Dimensions', 'Metrics', 'Segments'])(
    'says of %s without rows that it has none, and nothing more',
    (tab) => {
      const tabs = withRows(smallGrids(), 'Overrides', ['Large', 'nps', 2]);
      expect(errors({ ...tabs, [tab]: (tabs[tab] ?? []).slice(0, 1) })).toEqual([`${tab}!A1 tab.empty`]);
    },
  );

  it('refuses a header that stands twice', () => {
    const tabs = smallGrids();
    tabs.Bands = (tabs.Bands ?? []).map((row, at) => [...row, at === 0 ? ' lower bound' : 5]);
    expect(errors(tabs)).toEqual(['Bands!D1 header.twice']);
  });

  it('does not mind columns that were moved or added', () => {
    const tabs = smallGrids();
    tabs.Bands = (tabs.Bands ?? []).map(([band, segment, bound], at) => [
      bound ?? null,
      at ? 'x' : 'My Note',
      segment ?? null,
      band ?? null,
    ]);
    expect(parseConfig(tabs).config).toEqual(parseConfig(smallGrids()).config);
  });

  it('reads numbers as people type them', () => {
    const tabs = withCell(smallGrids(), 'Dimensions', 2, 'Weight', '２．５');
    expect(parseConfig(tabs).config?.dimensions[0]?.weight).toBe(2.5);
  });

  it('finds ids whatever their case and width', () => {
    const tabs = withCell(smallGrids(), 'Metrics', 2, 'Dimension', 'ＵＳＡＧＥ');
    expect(parseConfig(tabs).config?.metrics[0]?.dimension).toBe('Usage');
  });

  it('refuses an id that stands twice, also in another case', () => {
    expect(errors(withRows(smallGrids(), 'Metrics', metricRow('NPS', true)))).toEqual(['Metrics!A5 id.duplicate']);
    expect(errors(withRows(smallGrids(), 'Dimensions', ['usage', null, 1]))).toEqual(['Dimensions!A4 id.duplicate']);
  });

  describe('version', () => {
    const version = (tabs: Grids) => parseConfig(tabs).config?.version;

    it('is the same for the same configuration, however its cells are typed', () => {
      expect(version(withCell(smallGrids(), 'Dimensions', 2, 'Weight', ' ２ '))).toBe(version(smallGrids()));
    });

    it.each([
      ['Metrics', 2, 'Weight', 2],
      ['Metrics', 2, 'Points', '0=0; 11=100'],
      ['Bands', 2, 'Lower Bound', 81],
      ['Segments', 2, 'Rule', 'mrr > 1000'],
      ['Metrics', 2, 'Filter', 'value > 0'],
      ['Settings', 2, 'Value', 'Visibility'],
    ] as const)('differs when %s row %i %s changes', (tab, row, header, cell) => {
      expect(version(withCell(smallGrids(), tab, row, header, cell))).not.toBe(version(smallGrids()));
    });
  });
});
