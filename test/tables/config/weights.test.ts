import { smallGrids, withCell, withRows } from './tabs';
import { errors, warnings } from './told';

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
