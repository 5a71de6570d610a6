import { columnsOf, compileScoring } from '../../src/scoring/compile';
import { scoreReadings, workspace } from '../../src/scoring/kernel';
import { configuration, curve, dimension, metric } from './configuration';

/** The score of one reading where the only metric has this curve. */
function scoreOf(points: string, reading: number): number {
  const scoring = compileScoring(
    configuration({ dimensions: [dimension('Adoption', 1)], metrics: [metric('logins', 'Adoption', curve(points))] }),
  );
  return scoreReadings(
    scoring,
    [reading],
    0,
    columnsOf(scoring, () => 0),
    0,
    workspace(scoring),
  );
}

/** `count` control points at 0, 1, 2, ... that earn 1 each, but the one after `before` stands at its reading and earns 50 more. */
function withStep(count: number, before: number): string {
  return Array.from({ length: count }, (_, place) =>
    place <= before ? `${place}=${place}` : `${place - 1}=${place + 50}`,
  ).join(';');
}

describe('a step in a curve', () => {
  // Seven control points are the most that three comparisons tell apart; fifteen take four.
  const places = [7, 15].flatMap((count) => Array.from({ length: count - 1 }, (_, before) => ({ count, before })));

  it.each(places)('counts from its reading on: $count points, step after point $before', ({ count, before }) => {
    const points = withStep(count, before);
    expect(scoreOf(points, before)).toBeCloseTo(before + 51, 9);
    // Just below, the piece that ends at the step still counts; before the first point everything is flat.
    expect(scoreOf(points, before - 0.001)).toBeCloseTo(before === 0 ? 0 : before - 0.001, 9);
  });
});

describe('cells that are no numbers', () => {
  it.each([
    ['empty text', '', false],
    ['null', null, false],
    ['nothing at all', undefined, false],
    ['no finite number', Number.POSITIVE_INFINITY, true],
    ['text', 'twelve', true],
    ['a truth value', true, true],
  ])('%s is a missing reading, and told where it was something', (_, cell, unread) => {
    const scoring = compileScoring(
      configuration({
        dimensions: [dimension('Adoption', 1)],
        metrics: [metric('logins', 'Adoption', curve('0=0;10=100')), metric('seats', 'Adoption', curve('0=0;10=100'))],
      }),
    );
    const work = workspace(scoring);
    expect(work.unread).toBe(false);
    const columns = columnsOf(scoring, (id) => (id === 'logins' ? 0 : 1));
    expect(scoreReadings(scoring, [cell as string, 7], 0, columns, 0, work)).toBeCloseTo(70, 9);
    expect(work.unread).toBe(unread);
  });
});
