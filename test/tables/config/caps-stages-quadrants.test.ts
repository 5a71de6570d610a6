import { parseConfig } from '../../../src/tables/config/parse-config';
import { smallGrids, withCell, withRows } from './tabs';
import { errors, told, warnings } from './told';

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
