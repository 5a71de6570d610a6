import type { Config } from '../../src/domain/config/config';
import type { Expression } from '../../src/domain/expression/expression';
import { parseExpression } from '../../src/domain/expression/parse';
import { same } from '../../src/domain/text';
import { type AccountScore, accountScore } from '../../src/scoring/account-score';
import { causeOf } from '../../src/scoring/cause';
import { compileScoring } from '../../src/scoring/compile';
import { quadrantName } from '../../src/scoring/labels';
import { lastScores } from '../../src/scoring/last-scores';
import { type Movement, type MovementTerm, movement } from '../../src/scoring/movement';
import { orNull } from '../../src/scoring/or-null';
import { reasons } from '../../src/scoring/reasons';
import { scoreAccounts } from '../../src/scoring/score-accounts';
import { whatIf } from '../../src/scoring/what-if';
import { configuration, curve, dimension, input, metric, segment } from './configuration';

const METRICS = [
  metric('logins', 'Adoption', curve('0=0;10=100'), { weight: 3 }),
  metric('seats', 'Adoption', curve('0=0;100=100'), { weight: 1 }),
  metric('meetings', 'Engagement', curve('0=0;4=100')),
];
const CONFIG = configuration({
  dimensions: [dimension('Adoption', 60), dimension('Engagement', 40)],
  metrics: METRICS,
});

function expression(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`does not parse: ${text}`);
  return parsed.expression;
}

function scored(readings: Record<string, number>, config: Config = CONFIG, asOf = 20000): AccountScore {
  return accountScore(scoreAccounts(compileScoring(config), input(config.metrics, [readings], { asOf })), 0);
}

describe('the second account of a day', () => {
  it('has readings, days and points of its own, also where the readings lie in another order', () => {
    const order = [METRICS[2], METRICS[0]] as typeof METRICS;
    const given = input(order, [
      { meetings: 4, logins: 2 },
      { meetings: 1, logins: 8 },
    ]);
    given.readings.days.set([100, 101, 102, 103]);
    const second = accountScore(scoreAccounts(compileScoring(CONFIG), given), 1);
    expect(second.metrics.map(({ metric: of, reading, day }) => [of.id, reading, day])).toEqual([
      ['logins', 8, 103],
      ['seats', null, null],
      ['meetings', 1, 102],
    ]);
    expect(second.readings.metrics.map(({ id }, place) => [id, second.readings.values[place]])).toEqual([
      ['meetings', 1],
      ['logins', 8],
    ]);
    // Nobody read seats, so logins carries Adoption: 0.6*80 + 0.4*25.
    expect(second.score).toBeCloseTo(58, 9);
  });
});

describe('an account without a score', () => {
  const pulse = metric('pulse', 'Engagement', curve('1=0;5=100'), { dataset: 'pulses', aggregate: 'last' });
  const caps = [{ id: 'c', condition: expression('1 = 1'), highestScore: 20, reason: same('held'), enabled: true }];
  const strict = configuration(
    { dimensions: CONFIG.dimensions, metrics: [...METRICS, pulse], caps },
    { minimumCoveragePercent: 60 },
  );

  it('has neither a cap nor a pulse that disagrees', () => {
    const grey = scored({ pulse: 5 }, strict);
    expect([grey.band, grey.cap, grey.disagreement]).toEqual(['Grey', null, null]);
    const held = scored({ pulse: 5, logins: 10, seats: 100, meetings: 4 }, strict);
    expect([held.band, held.cap?.points, held.disagreement?.pulseBand]).toEqual(['Red', -80, 'Green']);
    expect(scored({ logins: 10 }).cap).toBeNull();
  });

  it('was none before either, so nothing is said of it', () => {
    const moved: Movement = {
      change: null,
      terms: [],
      totals: { behaviour: 0, coverage: 0, segment: 0, config: 0, caps: 0 },
    };
    expect(
      reasons(scored({ pulse: 5 }, strict), { account: scored({ pulse: 4 }, strict, 19993), movement: moved }),
    ).toHaveLength(1);
  });

  it('lacks what carries weight, the heaviest first', () => {
    const weightless = metric('extra', 'Engagement', curve('0=0;1=100'), { weight: 0 });
    const config = configuration(
      { dimensions: CONFIG.dimensions, metrics: [METRICS[1], weightless, METRICS[0], METRICS[2]] as typeof METRICS },
      { minimumCoveragePercent: 90 },
    );
    // Without meetings: logins carries 0.45, seats 0.15.
    expect(reasons(scored({ meetings: 2 }, config))[0]?.en).toBe(
      'Not scored: data for only 40% of the weight, 90% is needed. Missing: logins, seats.',
    );
  });
});

describe('rules', () => {
  it('of stages see the band, and axes of quadrants any metric', () => {
    const config = {
      ...CONFIG,
      stages: [
        { id: 'BAD', name: same('bad'), rule: expression("band = 'Red'"), why: same('') },
        { id: 'GOOD', name: same('good'), rule: expression("band = 'Green'"), why: same('') },
      ],
      quadrants: [
        {
          id: 'q',
          name: same('q'),
          xAxis: 'meetings',
          xSplit: 50,
          yAxis: 'logins',
          ySplit: 50,
          names: { highHigh: same('hh'), highLow: same('hl'), lowHigh: same('lh'), lowLow: same('ll') },
        },
      ],
    };
    const good = scored({ logins: 10, seats: 100, meetings: 4 }, config);
    expect([good.stage?.id, good.quadrants[0]?.name?.en]).toEqual(['GOOD', 'hh']);
    const bad = scored({ logins: 0, seats: 0, meetings: 4 }, { ...config, bands: [] });
    expect([bad.stage?.id, bad.quadrants[0]?.name?.en]).toEqual(['BAD', 'hl']);
    const unknown = { ...config, quadrants: config.quadrants.map((one) => ({ ...one, yAxis: 'nowhere' })) };
    expect(scored({ logins: 1, meetings: 1 }, unknown).quadrants[0]?.name).toBeNull();
  });

  it('part quadrants at inclusive splits', () => {
    const names = { highHigh: same('hh'), highLow: same('hl'), lowHigh: same('lh'), lowLow: same('ll') };
    const quadrant = { id: 'q', name: same('q'), xAxis: 'x', xSplit: 50, yAxis: 'y', ySplit: 60, names };
    const name = (x: number | null, y: number | null) => quadrantName(quadrant, x, y)?.en ?? null;
    expect([name(50, 60), name(50, 59), name(49, 60), name(49, 59)]).toEqual(['hh', 'hl', 'lh', 'll']);
    expect([name(null, 60), name(50, null), name(0, 0)]).toEqual([null, null, 'll']);
  });

  it('of caps that allow the same are told by the first', () => {
    const cap = (id: string, highestScore: number) => ({
      ...{ id, highestScore, condition: expression('logins > 5'), reason: same(id), enabled: true },
    });
    const config = { ...CONFIG, caps: [cap('wide', 70), cap('first', 50), cap('second', 50)] };
    expect(scored({ logins: 10, seats: 100, meetings: 4 }, config).cap?.cap.id).toBe('first');
    expect(scored({ logins: 5, seats: 100, meetings: 4 }, config).cap).toBeNull();
  });
});

describe('a compiled configuration', () => {
  it('holds only what some segment scores', () => {
    const off = metric('off', 'Engagement', curve('0=0;1=100'), { enabled: false });
    const config = {
      ...CONFIG,
      metrics: [off, ...METRICS],
      dimensions: [dimension('Nothing', 10), ...CONFIG.dimensions],
    };
    const { metrics, dimensions } = compileScoring(config);
    expect(metrics.map(({ id }) => id)).toEqual(['logins', 'seats', 'meetings']);
    expect(dimensions.map(({ id }) => id)).toEqual(['Adoption', 'Engagement']);
  });

  it('gives the weight of a dimension whose metrics weigh nothing to the others', () => {
    const config = { ...CONFIG, metrics: METRICS.map((m) => (m.id === 'meetings' ? { ...m, weight: 0 } : m)) };
    const account = scored({ logins: 10, seats: 0, meetings: 0 }, config);
    expect(account.metrics.map(({ configuredWeight }) => configuredWeight)).toEqual([0.75, 0.25, 0]);
    expect([account.score, account.coverage]).toEqual([75, 1]);
  });

  it('finds the piece of a long curve on the control point itself', () => {
    const steps = curve('0=0;1=10;2=20;3=30;4=40;5=50;6=60;7=70;7=90;8=100');
    const config = { ...CONFIG, metrics: [metric('m', 'Adoption', steps)] };
    expect([6, 6.5, 7, 7.5, 8, 9].map((m) => scored({ m }, config).score)).toEqual([60, 65, 90, 95, 100, 100]);
  });
});

describe('the last snapshot', () => {
  it('gives numbers alone', () => {
    const last = lastScores([
      ['A', 'often'],
      ['B', ''],
      ['C', 5],
    ]);
    expect(['A', 'B', 'C'].map(last)).toEqual([null, null, 5]);
    expect([orNull(undefined), orNull(Number.NaN), orNull(0)]).toEqual([null, null, 0]);
  });
});

describe('movements', () => {
  it('take a metric that the old day did not know for one without a reading', () => {
    const before = scored(
      { logins: 10, meetings: 4 },
      { ...CONFIG, metrics: [METRICS[0], METRICS[2]] as typeof METRICS },
    );
    const next = { ...CONFIG, version: 'v2' };
    const terms = (after: AccountScore) =>
      movement(before, after, compileScoring(next)).terms.map(({ kind, metric: of, points }) => [
        kind,
        of?.id,
        Math.round(points * 1e6) / 1e6,
      ]);
    // logins gives a quarter of Adoption to seats, which is there at last and earns it in full.
    expect(terms(scored({ logins: 10, seats: 100, meetings: 4 }, next))).toEqual([
      ['coverage', 'logins', -15],
      ['coverage', 'seats', 15],
    ]);
    expect(terms(scored({ logins: 10, meetings: 4 }, next))).toEqual([]);
  });

  it('know no segment that the new version does not have', () => {
    const old = { ...CONFIG, segments: [segment('Gone')] };
    const next = {
      ...CONFIG,
      version: 'v2',
      segments: [segment('New')],
      overrides: [{ segment: 'New', metric: 'logins', weight: null, curve: curve('0=0;20=100'), enabled: null }],
    };
    const readings = { logins: 10, seats: 100, meetings: 4 };
    const moved = movement(scored(readings, old), scored(readings, next), compileScoring(next));
    expect(moved.terms.map(({ kind }) => kind)).toEqual(['config']);
    expect(moved.change).toBeCloseTo(-22.5, 9);
  });
});

describe('the cause of a change by hand', () => {
  const term = (kind: MovementTerm['kind'], id: string, points: number): MovementTerm => ({
    kind,
    metric: METRICS.find((one) => one.id === id) ?? metric(id, 'Adoption', curve('0=0;1=100')),
    points,
  });
  const told = (change: number, terms: MovementTerm[], before = scored({ logins: 5, seats: 50, meetings: 2 })) => {
    const totals = { behaviour: 0, coverage: 0, segment: 0, config: 0, caps: 0 };
    for (const { kind, points } of terms) totals[kind] += points;
    return causeOf({ change, terms, totals }, change, before, scored({ logins: 4, seats: 40, meetings: 3 })).words.en;
  };

  it('looks for the metric among the terms of its kind only, in the direction of the change', () => {
    expect(
      told(-19, [term('coverage', 'seats', -8), term('behaviour', 'logins', -6), term('behaviour', 'meetings', -5)]),
    ).toBe('mostly due to logins (from 5 to 4)');
    expect(
      told(-6, [term('behaviour', 'meetings', 9), term('behaviour', 'logins', -8), term('behaviour', 'seats', -7)]),
    ).toBe('mostly due to logins (from 5 to 4)');
  });

  it('speaks of data at large where a reading of the metric is missing on either day', () => {
    const atLarge = 'mostly because the data available changed';
    expect(told(-6, [term('behaviour', 'logins', -6)], scored({ seats: 50, meetings: 2 }))).toBe(atLarge);
    expect(told(-6, [term('behaviour', 'unknown', -6)])).toBe(atLarge);
    const few = { ...CONFIG, metrics: METRICS.slice(1) };
    expect(told(-6, [term('behaviour', 'logins', -6)], scored({ seats: 50, meetings: 2 }, few))).toBe(atLarge);
  });
});

describe('reasons at their edges', () => {
  const even = ['a', 'b', 'c', 'd'].map((id) => metric(id, 'Adoption', curve('0=0;100=100')));
  const config = { ...CONFIG, metrics: even };
  const said = (readings: Record<string, number>) => reasons(scored(readings, config)).map(({ en }) => en);

  it('praise the largest gain, from 70 points on', () => {
    expect(said({ a: 10, b: 75, c: 90, d: 20 })[1]).toBe('c: 90, going well (full points at 100); adds 22.5 points.');
    expect(said({ a: 0, b: 0, c: 70, d: 10 })[1]).toMatch(/^c: 70, going well/);
    expect(said({ a: 0, b: 0, c: 69.9, d: 10 })[1]).toMatch(/^b: 0 \(full points at 100\); costs 25 points/);
  });

  it('tell a change of exactly a point, and its direction', () => {
    const single = { ...CONFIG, metrics: even.slice(0, 1) };
    const from = (was: number, is: number) => {
      const [before, after] = [scored({ a: was }, single, 19993), scored({ a: is }, single)];
      return reasons(after, { account: before, movement: movement(before, after, compileScoring(single)) }).map(
        ({ en }) => en,
      );
    };
    expect(from(50, 51)[0]).toBe('Up 1 point since last week, mostly due to a (from 50 to 51).');
    expect(from(50, 50.5)[0]).toBe('a: 50.5, up from 50 a week ago (full points at 100); costs 49.5 points.');
    expect(from(50.5, 50)[0]).toBe('a: 50, down from 50.5 a week ago (full points at 100); costs 50 points.');
  });

  it('name what a missing reading counts, also where the curve gives no more', () => {
    const low = [metric('m', 'Adoption', curve('0=0;10=40'), { missing: 'neutral' }), even[0]] as typeof even;
    const account = scored({ a: 0 }, { ...CONFIG, metrics: low });
    expect(reasons(account).map(({ en }) => en)).toEqual([
      'a: 0 (full points at 100); costs 50 points.',
      'm: no data, counted as 50 out of 100; costs 25 points.',
    ]);
  });
});

describe('what-if', () => {
  it('counts the accounts touched: another band or another score, not what was Grey and stays so', () => {
    const strict = configuration({ dimensions: CONFIG.dimensions, metrics: METRICS }, { minimumCoveragePercent: 50 });
    const changed = {
      ...strict,
      metrics: METRICS.map((m) => (m.id === 'logins' ? { ...m, curve: curve('0=0;20=100') } : m)),
    };
    const accounts = [
      { logins: 10, seats: 100, meetings: 4 }, // 100 to 77.5: another band
      { logins: 1, seats: 0, meetings: 0 }, // 4.5 to 2.25: another score
      { logins: 0, seats: 0, meetings: 4 }, // the same
      { seats: 4 }, // Grey both times
      { logins: 8, seats: 80, meetings: 4 }, // 88 to 70
    ];
    const mrr = [5, 1, 1, 1, 900];
    const given = input(METRICS, accounts, {
      attribute: (column) => (account) => (column === 'mrr' ? (mrr[account] as number) : null),
    });
    const run = (one: Config, other: Config) =>
      whatIf(scoreAccounts(compileScoring(one), given), scoreAccounts(compileScoring(other), given));
    const down = run(strict, changed);
    expect([down.accounts, down.touched]).toEqual([5, 3]);
    expect(down.moves.map(({ accountId, from, to }) => [accountId, from, to])).toEqual([
      ['A5', 'Green', 'Lime'],
      ['A1', 'Green', 'Lime'],
    ]);
    expect(down.bySegment[0]).toMatchObject({ up: 0, down: 2, mrrUp: 0, mrrDown: 905 });
    expect(down.movers.map(({ accountId, change }) => [accountId, Math.round(change * 100) / 100])).toEqual([
      ['A1', -22.5],
      ['A5', -18],
      ['A2', -2.25],
    ]);
    const up = run(changed, strict);
    expect(up.bySegment[0]).toMatchObject({ up: 2, down: 0, mrrUp: 905, mrrDown: 0 });
    expect(run(strict, strict)).toMatchObject({ touched: 0, moves: [], movers: [] });
  });
});
