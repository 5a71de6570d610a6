import type { Cell } from '../../../src/domain/cell';
import type { Problem } from '../../../src/domain/problem';
import { SETTINGS } from '../../../src/domain/settings';
import { parseConfig } from '../../../src/tables/config/parse-config';
import { type Grids, smallGrids, withCell, withRows } from './tabs';

/** `Metrics!P2 curve.unreadable` for every error. */
function errors(tabs: Grids): string[] {
  return told(parseConfig(tabs).problems, 'error');
}

function warnings(tabs: Grids): string[] {
  return told(parseConfig(tabs).problems, 'warning');
}

function told(problems: readonly Problem[], severity: string): string[] {
  return problems
    .filter((one) => one.severity === severity)
    .map(({ source, place, code }) => `${source}!${place} ${code}`);
}

const METRIC = [
  'Usage',
  'outcome',
  'process',
  'usage',
  'sum',
  'logins',
  null,
  30,
  'none',
  'exclude',
  null,
  1,
  '0=0; 1=100',
];
const metricRow = (id: string, enabled: boolean) => [id, id, null, ...METRIC, enabled];

function segmentRows(...rules: readonly string[]): Cell[][] {
  const rows = rules.map((rule, at) => [`S${at}`, rule, null]);
  return [['Segment', 'Rule', 'Name Ja'], ...rows, ['Rest', null, null]];
}

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

  describe('weights', () => {
    it('of all dimensions may not add up to 0, which is told once', () => {
      const tabs = withCell(withCell(smallGrids(), 'Dimensions', 2, 'Weight', 0), 'Dimensions', 3, 'Weight', 0);
      expect(errors(tabs)).toEqual(['Dimensions!C2 weight.zero']);
      expect(errors(withRows(tabs, 'Overrides', ['Large', 'nps', 2]))).toEqual(['Dimensions!C2 weight.zero']);
    });

    it('of the metrics of a dimension may not add up to 0', () => {
      expect(errors(withCell(smallGrids(), 'Metrics', 4, 'Weight', 0))).toEqual(['Metrics!O4 weight.zero']);
    });

    it('may be 0 where the dimension is switched off', () => {
      const tabs = withCell(withCell(smallGrids(), 'Metrics', 4, 'Weight', 0), 'Dimensions', 3, 'Weight', 0);
      expect(errors(tabs)).toEqual([]);
    });

    it('tell of a dimension that nothing measures', () => {
      const tabs = withCell(smallGrids(), 'Metrics', 4, 'Enabled', false);
      expect(errors(tabs)).toEqual([]);
      expect(warnings(tabs)).toEqual(['Dimensions!C3 dimension.empty']);
    });

    it('may not be overridden away in a segment', () => {
      const off = (id: string) => ['Large', id, null, null, false];
      expect(errors(withRows(smallGrids(), 'Overrides', off('nps'), off('seats'), off('logins_30d')))).toEqual([
        'Overrides!B4 segment.scoreless',
      ]);
      expect(errors(withRows(smallGrids(), 'Overrides', off('nps'), off('seats')))).toEqual([]);
    });

    it('need at least one metric that is enabled', () => {
      let tabs = smallGrids();
      for (const row of [2, 3, 4]) tabs = withCell(tabs, 'Metrics', row, 'Enabled', false);
      expect(errors(tabs)).toEqual(['Metrics!Q1 metric.none']);
    });
  });

  describe('segments', () => {
    it('end with a row that takes the rest', () => {
      expect(errors(withCell(smallGrids(), 'Segments', 3, 'Rule', 'mrr < 1000'))).toEqual([
        'Segments!B3 segment.default',
      ]);
    });

    it('have no row below the one that takes the rest', () => {
      expect(errors(withRows(smallGrids(), 'Segments', ['Late', 'mrr > 5', null]))).toEqual([
        'Segments!A4 segment.unreachable',
      ]);
    });

    it('may not repeat a rule, however it is written', () => {
      const tabs = smallGrids();
      tabs.Segments = [
        ['Segment', 'Rule', 'Name Ja'],
        ['Large', 'mrr >= 1000', null],
        ['Big', '( mrr>=1000 )', null],
        ['Rest', null, null],
      ];
      expect(errors(tabs)).toEqual(['Segments!B3 segment.overlap']);
    });

    it.each([
      ['mrr >= 500', 'mrr >= 1000'],
      ['mrr > 500', "plan = 'Pro' and MRR > 500"],
      ["plan in ('Pro', 'Team') or employees > 80", "plan = 'team'"],
      ["plan in ('Pro', 'Team') or employees > 80", "employees >= 100 or plan in ('pro')"],
      ['as_of - contract_start < 90', 'as_of - contract_start < 30'],
    ])('may not take their accounts from one above: %s before %s', (above, below) => {
      const tabs = { ...smallGrids(), Segments: segmentRows(above, below) };
      expect(errors(tabs)).toEqual(['Segments!B3 segment.overlap']);
      expect(errors({ ...tabs, Segments: segmentRows(below, above) })).toEqual([]);
    });

    it('may overlap where each takes some accounts', () => {
      for (const [above, below] of [
        ['mrr >= 1000', 'mrr >= 500'],
        ['mrr >= 1000', "plan = 'Pro'"],
        ['mrr > 500', 'mrr >= 500'],
        ['employees >= 800 or mrr >= 450000', 'employees >= 85 or mrr >= 100000'],
      ] as const)
        expect(errors({ ...smallGrids(), Segments: segmentRows(above, below) })).toEqual([]);
    });

    it('may not depend on what is measured by them', () => {
      expect(errors(withCell(smallGrids(), 'Segments', 2, 'Rule', 'logins_30d > 3'))).toEqual([
        'Segments!B2 expression.cycle',
      ]);
      expect(errors(withCell(smallGrids(), 'Segments', 2, 'Rule', 'score > 3'))).toEqual([
        'Segments!B2 expression.cycle',
      ]);
    });

    it('may read a column of accounts that is a metric too', () => {
      const tabs = withCell(smallGrids(), 'Segments', 2, 'Rule', 'seats > 3');
      expect(parseConfig(tabs).problems).toEqual([]);
    });

    it('tell of a column that nobody knows, and let it be', () => {
      const tabs = withCell(smallGrids(), 'Segments', 2, 'Rule', 'headcount > 3');
      expect(errors(tabs)).toEqual([]);
      expect(warnings(tabs)).toEqual(['Segments!B2 column.unknown']);
      expect(parseConfig(tabs, { accounts: ['Headcount', 'seats'] }).problems).toEqual([]);
    });
  });

  describe('bands', () => {
    const bound = (row: number, value: number) => withCell(smallGrids(), 'Bands', row, 'Lower Bound', value);

    it('fall from Green to Red, no two alike', () => {
      expect(errors(bound(3, 90))).toEqual(['Bands!C3 band.order']);
      expect(errors(bound(3, 80))).toEqual(['Bands!C3 band.order']);
      expect(errors(bound(3, 79.9))).toEqual([]);
    });

    it('reach down to 0', () => {
      expect(errors(bound(5, 10))).toEqual(['Bands!C5 band.floor']);
    });

    it('are all there', () => {
      const tabs = smallGrids();
      tabs.Bands = tabs.Bands?.filter((row) => row[0] !== 'Lime') ?? null;
      expect(errors(tabs)).toEqual(['Bands!A1 band.missing']);
    });

    it('may differ in a segment, and fall there too', () => {
      expect(errors(withRows(smallGrids(), 'Bands', ['Green', 'Large', 70]))).toEqual([]);
      // Lime begins at 60 in every segment; Green of Large would begin below it.
      expect(errors(withRows(smallGrids(), 'Bands', ['Green', 'Large', 55]))).toEqual(['Bands!C6 band.order']);
      expect(errors(withRows(smallGrids(), 'Bands', ['Yellow', 'Large', 65]))).toEqual(['Bands!C6 band.order']);
    });

    it('have one bound a segment', () => {
      expect(errors(withRows(smallGrids(), 'Bands', ['Green', null, 70]))).toEqual(['Bands!A6 id.duplicate']);
      expect(errors(withRows(smallGrids(), 'Bands', ['Green', 'Nowhere', 70]))).toEqual(['Bands!B6 id.unknown']);
    });
  });

  describe('metrics', () => {
    const metric = (header: string, cell: string | number | null, row = 2) =>
      errors(withCell(smallGrids(), 'Metrics', row, header, cell));

    it.each([
      ['Window Days', 'K', [0, -1, 2.5, 99999, 'a month']],
      ['Missing Days', 'N', [0, 1.5]],
      ['Fresh Days', 'T', [0, 'weekly']],
    ] as const)('take whole numbers of days for %s', (header, letter, cells) => {
      for (const cell of cells) expect(metric(header, cell)[0]).toMatch(new RegExp(`^Metrics!${letter}2 number\\.`));
    });

    it('need a window to compare with another', () => {
      const tabs = withCell(smallGrids(), 'Metrics', 2, 'Compare', 'own_previous');
      expect(errors(withCell(tabs, 'Metrics', 2, 'Window Days', null))).toEqual(['Metrics!K2 window.missing']);
      expect(errors(tabs)).toEqual([]);
    });

    it('need to know how long a reading is carried', () => {
      expect(metric('Missing', 'carry')).toEqual(['Metrics!N2 carry.days']);
    });

    it('need a field that the aggregate can read', () => {
      expect(metric('Field', null, 4)).toEqual(['Metrics!I4 field.missing']);
      expect(metric('Field', '5 + 5', 4)).toEqual(['Metrics!I4 field.constant']);
      expect(metric('Field', '((score >= 9) - (score <= 6)) * 100', 4)).toEqual([]);
      expect(metric('Field', 'round(score)', 4)).toEqual(['Metrics!I4 field.unreadable']);
      expect(metric('Field', 'Logins 30d', 4)).toEqual([]);
    });

    it('need rows with dates where the aggregate goes by them', () => {
      // The second metric reads accounts, which have no dates: their attributes are as they stand on a day.
      const accounts = (aggregate: string, field: string | null) =>
        errors(withCell(withCell(smallGrids(), 'Metrics', 3, 'Aggregate', aggregate), 'Metrics', 3, 'Field', field));
      expect(accounts('slope', 'seats')).toEqual(['Metrics!H3 aggregate.undated']);
      expect(accounts('active_days', null)).toEqual(['Metrics!H3 aggregate.undated']);
      expect(accounts('days_since_last', null)).toEqual(['Metrics!H3 aggregate.undated']);
      expect(accounts('days_since_last', 'contract_start')).toEqual([]);
      const of = (dataset: string) =>
        errors(withCell(withCell(smallGrids(), 'Metrics', 4, 'Aggregate', 'slope'), 'Metrics', 4, 'Dataset', dataset));
      for (const dataset of ['contacts', 'entitlements']) expect(of(dataset)).toEqual(['Metrics!H4 aggregate.undated']);
      for (const dataset of ['usage', 'surveys', 'pulses', 'goals']) expect(of(dataset)).toEqual([]);
    });

    it.each(['a', 'a /', '/ b', 'a / b / c'])('refuse %s as a ratio', (field) => {
      const tabs = withCell(smallGrids(), 'Metrics', 2, 'Aggregate', 'ratio');
      expect(errors(withCell(tabs, 'Metrics', 2, 'Field', field))).toEqual(['Metrics!I2 field.ratio']);
      expect(errors(withCell(tabs, 'Metrics', 2, 'Field', 'a / b'))).toEqual([]);
    });

    it('tell of a field that the data do not hold, once the data are known', () => {
      const { config, problems } = parseConfig(smallGrids(), { usage: ['login'], accounts: ['seats'] });
      expect(config).not.toBeNull();
      expect(told(problems, 'warning')).toEqual(['Metrics!I2 field.unknown']);
    });

    it('may not filter by what they measure', () => {
      expect(metric('Filter', 'nps > 0')).toEqual(['Metrics!J2 expression.cycle']);
    });

    it('that are disabled are only warned about', () => {
      const tabs = withRows(smallGrids(), 'Metrics', metricRow('old', false));
      const broken = withCell(tabs, 'Metrics', 5, 'Points', 'soon');
      expect(errors(broken)).toEqual([]);
      expect(warnings(broken)).toEqual(['Metrics!P5 curve.unreadable']);
      const { config } = parseConfig(broken);
      expect(config?.metrics.map(({ id }) => id)).toEqual(['logins_30d', 'seats', 'nps']);
    });

    it('that an override switches on are looked at in full', () => {
      const tabs = withRows(smallGrids(), 'Metrics', metricRow('old', false));
      const broken = withCell(tabs, 'Metrics', 5, 'Points', 'soon');
      expect(errors(withRows(broken, 'Overrides', ['Large', 'old', null, null, true]))).toEqual([
        'Metrics!P5 curve.unreadable',
      ]);
    });
  });

  describe('overrides', () => {
    it('point at a segment and a metric that are there', () => {
      expect(errors(withRows(smallGrids(), 'Overrides', ['Tiny', 'nps', 3]))).toEqual(['Overrides!A2 id.unknown']);
      expect(errors(withRows(smallGrids(), 'Overrides', ['Large', 'csat', 3]))).toEqual(['Overrides!B2 id.unknown']);
    });

    it('stand once for a segment and metric', () => {
      const row = ['Large', 'nps', 3];
      expect(errors(withRows(smallGrids(), 'Overrides', row, row))).toEqual(['Overrides!B3 id.duplicate']);
    });

    it('that change nothing are pointed out', () => {
      expect(warnings(withRows(smallGrids(), 'Overrides', ['Large', 'nps']))).toEqual(['Overrides!B2 override.idle']);
    });
  });

  describe('caps, stages, quadrants', () => {
    it('read accounts and readings, but a cap not the score it changes', () => {
      const cap = (condition: string) => withRows(smallGrids(), 'Caps', ['a', condition, 50, 'Why', null, true]);
      expect(parseConfig(cap('nps < 0 and renewal_date < as_of')).problems).toEqual([]);
      expect(errors(cap('score > 90'))).toEqual(['Caps!B2 expression.cycle']);
      expect(errors(cap('1 = 1'))).toEqual(['Caps!B2 expression.constant']);
    });

    it('let a stage ask for score and band', () => {
      const tabs = withRows(
        smallGrids(),
        'Stages',
        ['LOYAL', "score >= 80 and band = 'Green'", null],
        ['REST', null, null],
      );
      expect(parseConfig(tabs).problems).toEqual([]);
      expect(errors(withRows(tabs, 'Stages', ['LATE', 'nps > 0', null]))).toEqual(['Stages!A4 segment.unreachable']);
    });

    it('tell of a metric that is off, which caps, stages and quadrants then miss', () => {
      const quadrant = ['Map', null, 'nps', 50, 'seats', 50, 'a', null, 'b', null, 'c', null, 'd', null];
      let tabs = withRows(smallGrids(), 'Caps', ['unhappy', 'nps < 0', 40, 'Unhappy', null, true]);
      tabs = withRows(withRows(tabs, 'Stages', ['FAN', 'nps > 50', null]), 'Quadrants', quadrant);
      expect(warnings(tabs)).toEqual([]);
      const off = withCell(tabs, 'Metrics', 4, 'Enabled', false);
      expect(errors(off)).toEqual([]);
      expect(warnings(off)).toEqual([
        'Dimensions!C3 dimension.empty',
        'Caps!B2 metric.off',
        'Stages!B2 metric.off',
        'Quadrants!C2 metric.off',
      ]);
      // Somebody reads it: a segment that has it, or accounts with a column of that name.
      expect(warnings(withRows(off, 'Overrides', ['Large', 'nps', null, null, true]))).not.toContainEqual(
        expect.stringMatching(/metric\.off/),
      );
      expect(told(parseConfig(off, { accounts: ['nps', 'seats'] }).problems, 'warning')).not.toContainEqual(
        expect.stringMatching(/(Caps|Stages).*metric\.off/),
      );
    });

    it('let no stage take all accounts of one below', () => {
      const stages = (...rules: string[]) =>
        errors(withRows(smallGrids(), 'Stages', ...rules.map((rule, at) => [`S${at}`, rule, null])));
      expect(stages('seats >= 8', 'nps > 0 and seats >= 20')).toEqual(['Stages!B3 segment.overlap']);
      expect(stages('nps > 0 and seats >= 20', 'seats >= 8')).toEqual([]);
    });

    it('take a metric, a dimension or the score for an axis', () => {
      const view = (x: string) => ['V', null, x, 50, 'Voice', 50, 'a', null, 'b', null, 'c', null, 'd', null];
      for (const axis of ['nps', 'usage', 'score']) {
        expect(errors(withRows(smallGrids(), 'Quadrants', view(axis)))).toEqual([]);
      }
      expect(errors(withRows(smallGrids(), 'Quadrants', view('mood')))).toEqual(['Quadrants!C2 axis.unknown']);
    });
  });

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
