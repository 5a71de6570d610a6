import { same } from '../../src/domain/text';
import { type AccountScore, accountScore } from '../../src/scoring/account-score';
import { compileScoring } from '../../src/scoring/compile';
import { movement } from '../../src/scoring/movement';
import { scoreAccounts } from '../../src/scoring/score-accounts';
import { configuration, curve, dimension, input, metric, segment } from './configuration';

const METRICS = [
  metric('logins', 'Adoption', curve('0=0;10=100'), { weight: 3 }),
  metric('seats', 'Adoption', curve('0=0;100=100'), { weight: 1 }),
  metric('meetings', 'Engagement', curve('0=0;4=100'), { missing: 'zero' }),
];
const CONFIG = configuration({
  dimensions: [dimension('Adoption', 60), dimension('Engagement', 40)],
  metrics: METRICS,
  segments: [segment('Large'), segment('Small')],
  overrides: [{ segment: 'Small', metric: 'logins', weight: 1, curve: curve('0=0;5=100'), enabled: null }],
});

function scored(readings: Record<string, number>, config = CONFIG, of = 0): AccountScore {
  const given = input(METRICS, [readings], { segments: Int32Array.of(of) });
  return accountScore(scoreAccounts(compileScoring(config), given), 0);
}

/** Terms as `[kind, metric, points]`, points to six decimals. */
function told(before: AccountScore, after: AccountScore, config = CONFIG, underNew: AccountScore | null = null) {
  return movement(before, after, compileScoring(config), underNew).terms.map(({ kind, metric: of, points }) => [
    kind,
    of?.id ?? null,
    Number(points.toFixed(6)),
  ]);
}

describe('movement', () => {
  it('calls changed readings behaviour, at the weight they have afterwards', () => {
    // logins carries 0.6*3/4 = 0.45 of the score: 0.45*(30-80) = -22.5; meetings 0.4*(50-25) = 10.
    expect(told(scored({ logins: 8, seats: 50, meetings: 1 }), scored({ logins: 3, seats: 50, meetings: 2 }))).toEqual([
      ['behaviour', 'logins', -22.5],
      ['behaviour', 'meetings', 10],
    ]);
  });

  it('calls a reading that goes coverage, together with the weight it leaves to others', () => {
    // Before: logins 0.45*80 = 36, seats 0.15*20 = 3. After: logins carries 0.6: 0.6*80 = 48, or 0.15*80 = 12 more.
    expect(told(scored({ logins: 8, seats: 20, meetings: 2 }), scored({ logins: 8, meetings: 2 }))).toEqual([
      ['coverage', 'logins', 12],
      ['coverage', 'seats', -3],
    ]);
    // The same while logins rises to 90 points: behaviour at the weight afterwards, 0.6*10.
    expect(told(scored({ logins: 8, seats: 20, meetings: 2 }), scored({ logins: 9, meetings: 2 }))).toEqual([
      ['coverage', 'logins', 12],
      ['behaviour', 'logins', 6],
      ['coverage', 'seats', -3],
    ]);
  });

  it('calls a reading that goes coverage also where it then counts as zero', () => {
    expect(told(scored({ logins: 8, meetings: 4 }), scored({ logins: 8 }))).toEqual([['coverage', 'meetings', -40]]);
  });

  it('tells what another segment did to the old readings from what the readings did', () => {
    // Large: logins 0.45*40 = 18, seats 0.15*20 = 3. Small: logins 4 of 5 earns 80 at 0.3: 24, seats 0.3*20 = 6.
    // Then logins 4 to 5: 0.3*20 = 6.
    expect(
      told(scored({ logins: 4, seats: 20, meetings: 4 }), scored({ logins: 5, seats: 20, meetings: 4 }, CONFIG, 1)),
    ).toEqual([
      ['segment', 'logins', 6],
      ['behaviour', 'logins', 6],
      ['segment', 'seats', 3],
    ]);
  });

  it('tells what a new version did to the old readings from what the readings did', () => {
    const next = {
      ...CONFIG,
      version: 'v2',
      metrics: METRICS.map((m) => (m.id === 'meetings' ? { ...m, curve: curve('0=0;8=100') } : m)),
    };
    // meetings 4 falls from 100 to 50 points: -20 by the version; then 4 to 6 meetings: 0.4*25 = 10.
    const before = scored({ logins: 8, seats: 50, meetings: 4 });
    const after = scored({ logins: 8, seats: 50, meetings: 6 }, next);
    const expected = [
      ['config', 'meetings', -20],
      ['behaviour', 'meetings', 10],
    ];
    expect(told(before, after, next)).toEqual(expected);
    expect(told(before, after, next, scored({ logins: 8, seats: 50, meetings: 4 }, next))).toEqual(expected);
  });

  it('sees readings of the old day that only the new version uses', () => {
    const without = { ...CONFIG, metrics: METRICS.map((m) => (m.id === 'seats' ? { ...m, enabled: false } : m)) };
    const next = { ...CONFIG, version: 'v2' };
    const readings = { logins: 10, seats: 0, meetings: 4 };
    // logins falls from 60 to 45 because seats, at 0 points, takes a quarter of Adoption: all of it the version.
    expect(told(scored(readings, without), scored(readings, next), next, scored(readings, next))).toEqual([
      ['config', 'logins', -15],
    ]);
  });

  it('gives caps a line of their own, and a cap that the version brought to the version', () => {
    const cap = {
      id: 'c',
      condition: { op: 'value', value: true } as const,
      highestScore: 50,
      reason: same('held'),
      enabled: true,
    };
    const capped = { ...CONFIG, version: 'v2', caps: [cap] };
    const readings = { logins: 10, seats: 100, meetings: 4 };
    // 100 held at 50, then logins 10 to 9 takes 4.5 of the uncapped score and as much of the cap.
    const before = scored(readings);
    const after = scored({ ...readings, logins: 9 }, capped);
    expect(told(before, after, capped, scored(readings, capped))).toEqual([
      ['config', null, -50],
      ['behaviour', 'logins', -4.5],
      ['caps', null, 4.5],
    ]);
    expect(told(scored(readings, capped), scored(readings, { ...CONFIG, version: 'v2' }))).toEqual([
      ['caps', null, 50],
    ]);
  });

  it('adds the terms up by kind', () => {
    const moved = movement(
      scored({ logins: 8, seats: 20, meetings: 2 }),
      scored({ logins: 9, meetings: 2 }),
      compileScoring(CONFIG),
    );
    expect(moved.totals.behaviour).toBeCloseTo(6, 9);
    expect(moved.totals.coverage).toBeCloseTo(9, 9);
    expect(moved.totals).toMatchObject({ segment: 0, config: 0, caps: 0 });
    expect(moved.change).toBeCloseTo(15, 9);
  });

  it('says nothing of a change from or to an account that is not scored', () => {
    const strict = { ...CONFIG, settings: { ...CONFIG.settings, minimumCoveragePercent: 90 } };
    const grey = scored({ logins: 8 }, strict);
    expect(movement(grey, scored({ logins: 8 }), compileScoring(CONFIG))).toMatchObject({ change: null, terms: [] });
    expect(movement(scored({ logins: 8 }), grey, compileScoring(strict))).toMatchObject({ change: null, terms: [] });
  });
});
