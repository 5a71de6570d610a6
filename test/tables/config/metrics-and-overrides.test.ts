import { parseConfig } from '../../../src/tables/config/parse-config';
import { smallGrids, withCell, withRows } from './tabs';
import { errors, metricRow, told, warnings } from './told';

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
