import { defaultConfig } from '../../../src/app/defaults';
import { fitDefaults } from '../../../src/app/defaults/fit';
import type { Cell, Grid } from '../../../src/domain/cell';
import type { Config } from '../../../src/domain/config/config';
import { parseConfig } from '../../../src/tables/config/parse-config';

const config = parseConfig(defaultConfig('en')).config as Config;

/** Cells of a column of a default tab. */
function cells(tab: string, header: string): Cell[] {
  const [head, ...rows] = defaultConfig('en')[tab] ?? [];
  const at = (head ?? []).indexOf(header);
  return rows.map((row) => row[at] ?? null);
}

describe('the default configuration', () => {
  it.each(['en', 'ja'] as const)('has no fault and nothing to warn about in %s', (locale) => {
    const parsed = parseConfig(defaultConfig(locale));
    expect(parsed.problems).toEqual([]);
    expect(parsed.config?.settings.language).toBe(locale);
  });

  it('differs between the languages in the Language setting alone', () => {
    const { version: _version, settings, ...rest } = parseConfig(defaultConfig('ja')).config as Config;
    expect({ ...rest, settings: { ...settings, language: 'en' } }).toEqual({
      ...config,
      version: undefined,
    });
  });

  it('measures with about thirty metrics in Deployment, Engagement, Adoption and ROI', () => {
    expect(config.dimensions.map(({ id }) => id)).toEqual(['Deployment', 'Engagement', 'Adoption', 'ROI']);
    expect(config.metrics.length).toBeGreaterThanOrEqual(30);
    expect(config.metrics.length).toBeLessThanOrEqual(40);
    for (const { id } of config.dimensions) {
      expect(config.metrics.filter(({ dimension }) => dimension === id).length).toBeGreaterThanOrEqual(4);
    }
  });

  it('looks through both lenses, at what leads and at what follows', () => {
    for (const lens of ['outcome', 'experience']) {
      for (const kind of ['process', 'outcome']) {
        expect(config.metrics.some((metric) => metric.lens === lens && metric.kind === kind)).toBe(true);
      }
    }
  });

  it.each([
    ['Metrics', 'Name', 'Name Ja'],
    ['Metrics', 'Why', 'Why Ja'],
    ['Dimensions', 'Why', 'Why Ja'],
    ['Segments', 'Why', 'Why Ja'],
    ['Overrides', 'Why', 'Why Ja'],
    ['Stages', 'Why', 'Why Ja'],
    ['Caps', 'Reason', 'Reason Ja'],
    ['Settings', 'Why', 'Why Ja'],
  ])('says %s %s in both languages, in one line', (tab, header, japanese) => {
    for (const text of [...cells(tab, header), ...cells(tab, japanese)]) expect(text).toMatch(/^[^\n]+$/);
    expect(cells(tab, 'Why Ja').concat(cells(tab, 'Reason Ja')).join('')).toMatch(/[ぁ-ん]/);
  });

  it('names units in one line, in Japanese wherever in English', () => {
    const units = cells('Metrics', 'Unit');
    const japanese = cells('Metrics', 'Unit Ja');
    for (const text of [...units, ...japanese]) if (text !== null) expect(text).toMatch(/^[^\n]+$/);
    expect(units.filter((text, at) => text !== null && japanese[at] === null)).toEqual([]);
  });

  it('lets points only rise or only fall', () => {
    const curves = [
      ...config.metrics.map(({ curve }) => curve),
      ...config.overrides.flatMap(({ curve }) => (curve ? [curve] : [])),
    ];
    for (const curve of curves) {
      const steps = curve.slice(1).map((point, index) => point.points - (curve[index]?.points ?? 0));
      expect(steps.every((step) => step > 0) || steps.every((step) => step < 0)).toBe(true);
    }
  });

  it('reads every dataset that tells about health', () => {
    const datasets = new Set(config.metrics.map(({ dataset }) => dataset));
    expect(Array.from(datasets).sort()).toEqual(
      ['accounts', 'contacts', 'goals', 'pulses', 'revenue', 'surveys', 'tickets', 'touches', 'usage'].sort(),
    );
  });

  it('can measure usage whatever its measures are called', () => {
    const named = ['active_users', 'logins', 'seats_used', 'key_feature_uses'];
    const agnostic = config.metrics.filter(
      ({ dataset, field }) => dataset === 'usage' && !named.some((measure) => field.includes(measure)),
    );
    expect(agnostic.map(({ id }) => id)).toEqual([
      'active_days',
      'days_since_use',
      'activity_trend',
      'feature_breadth',
    ]);
  });

  it('takes accounts of unknown size into the last segment', () => {
    expect(config.segments.map(({ id, rule }) => [id, rule === null])).toEqual([
      ['Enterprise', false],
      ['Growth', false],
      ['Small', true],
    ]);
  });
});

describe('defaults beside tabs that someone brings', () => {
  const header = (tab: string): Cell[] => [...(defaultConfig('en')[tab]?.[0] ?? [])];
  const row = (tab: string, values: Record<string, Cell>): Cell[] =>
    header(tab).map((name) => values[String(name)] ?? null);
  const own: Grid = [
    header('Metrics'),
    row('Metrics', {
      ...{ 'Metric ID': 'seats', Name: 'Seats', Dimension: 'Adoption', Lens: 'outcome', Kind: 'outcome' },
      ...{ Dataset: 'accounts', Aggregate: 'last', Field: 'seats', Weight: 1, Points: '0=0; 10=100', Enabled: true },
    }),
  ];

  it('leave out what points at metrics that are not there', () => {
    const { config: fitted, problems } = parseConfig(fitDefaults({ Metrics: own }, defaultConfig('en')));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(fitted?.metrics.map(({ id }) => id)).toEqual(['seats']);
    expect(fitted?.overrides).toEqual([]);
    expect(fitted?.quadrants.map(({ id }) => id)).toEqual(['Usage x Engagement']);
    expect(fitted?.caps.map(({ id }) => id)).toEqual(['churned', 'notice', 'renewal_overdue']);
    expect(fitted?.stages.map(({ id }) => id)).toEqual(['LEFT', 'ENTRY']);
  });

  it('leave out metrics of dimensions that are not there', () => {
    const Dimensions: Grid = [header('Dimensions'), row('Dimensions', { Dimension: 'Adoption', Weight: 1 })];
    const { config: fitted } = parseConfig(fitDefaults({ Dimensions }, defaultConfig('en')));
    expect(new Set(fitted?.metrics.map(({ dimension }) => dimension))).toEqual(new Set(['Adoption']));
    expect(fitted?.metrics.length).toBeGreaterThan(5);
  });

  it('are all there where nothing is brought', () => {
    expect(parseConfig(fitDefaults({}, defaultConfig('en'))).config).toEqual(config);
  });

  it('leave given tabs as they are, faults and all', () => {
    const Bands: Grid = [['Band'], ['Purple']];
    expect(fitDefaults({ Bands }, defaultConfig('en')).Bands).toBe(Bands);
  });
});
