import type { Cell } from '../../../src/domain/cell';
import { parseConfig } from '../../../src/tables/config/parse-config';
import { smallGrids, withCell, withRows } from './tabs';
import { errors, warnings } from './told';

function segmentRows(...rules: readonly string[]): Cell[][] {
  const rows = rules.map((rule, at) => [`S${at}`, rule, null]);
  return [['Segment', 'Rule', 'Name Ja'], ...rows, ['Rest', null, null]];
}

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
