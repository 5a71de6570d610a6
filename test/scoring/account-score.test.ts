import type { Config } from '../../src/domain/config/config';
import type { Expression } from '../../src/domain/expression/expression';
import { parseExpression } from '../../src/domain/expression/parse';
import { same } from '../../src/domain/text';
import { type AccountScore, accountScore } from '../../src/scoring/account-score';
import { compileScoring } from '../../src/scoring/compile';
import { type ScoringInput, scoreAccounts } from '../../src/scoring/score-accounts';
import { configuration, curve, dimension, input, metric, segment } from './configuration';

const DIMENSIONS = [dimension('Adoption', 60), dimension('Engagement', 40)];
const METRICS = [
  metric('logins', 'Adoption', curve('0=0;10=100'), { weight: 3, freshDays: 7 }),
  metric('seats', 'Adoption', curve('0=0;100=100'), { weight: 1 }),
  metric('meetings', 'Engagement', curve('0=0;4=100'), { weight: 2, missing: 'zero' }),
  metric('nps', 'Engagement', curve('-100=0;100=100'), { weight: 1, missing: 'neutral' }),
  metric('pulse', 'Engagement', curve('1=0;5=100'), {
    weight: 1,
    missing: 'carry',
    dataset: 'pulses',
    aggregate: 'last',
  }),
];

function expression(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`does not parse: ${text}`);
  return parsed.expression;
}

function score(config: Config, given: ScoringInput, account = 0): AccountScore {
  return accountScore(scoreAccounts(compileScoring(config), given), account);
}

describe('accountScore', () => {
  /*
   * Adoption: logins 8 earns 80; seats is missing and excluded, so logins carries the dimension: 80.
   * Engagement: meetings missing counts 0, nps missing counts 50, pulse 4 earns 75: (2*0 + 1*50 + 1*75) / 4 = 31.25.
   * Score: (60*80 + 40*31.25) / 100 = 48 + 12.5 = 60.5. Effective weights: logins 0.6, meetings 0.4*2/4 = 0.2,
   * nps and pulse 0.4*1/4 = 0.1. Configured weights: logins 0.6*3/4 = 0.45, seats 0.15, meetings 0.2, nps 0.1,
   * pulse 0.1; present are logins and pulse: coverage 0.55.
   */
  it('follows each missing policy', () => {
    const account = score(
      configuration({ dimensions: DIMENSIONS, metrics: METRICS }),
      input(METRICS, [{ logins: 8, pulse: 4 }]),
    );
    expect(account.score).toBeCloseTo(60.5, 12);
    expect(account.band).toBe('Lime');
    expect(account.shown).toBe('60.5');
    expect(account.coverage).toBeCloseTo(0.55, 12);
    expect(account.dimensions.map((d) => d.score)).toEqual([80, 31.25]);
    expect(account.dimensions[0]?.effectiveWeight).toBeCloseTo(0.6, 12);
    expect(account.dimensions[1]?.effectiveWeight).toBeCloseTo(0.4, 12);
    const rows = account.metrics.map((m) => [m.metric.id, m.reading, m.points, m.effectiveWeight, m.earned, m.lost]);
    const expected = [
      ['logins', 8, 80, 0.6, 48, 12],
      ['seats', null, null, 0, 0, 0],
      ['meetings', null, 0, 0.2, 0, 20],
      ['nps', null, 50, 0.1, 5, 5],
      ['pulse', 4, 75, 0.1, 7.5, 2.5],
    ];
    rows.forEach((row, m) => {
      row.forEach((value, column) => {
        if (typeof value === 'number') expect(value).toBeCloseTo(expected[m]?.[column] as number, 12);
        else expect(value).toBe(expected[m]?.[column]);
      });
    });
  });

  it('gives the weight of a dimension without readings to the others', () => {
    const metrics = METRICS.slice(0, 2).concat(metric('meetings', 'Engagement', curve('0=0;4=100')));
    const account = score(
      configuration({ dimensions: DIMENSIONS, metrics }),
      input(metrics, [{ logins: 7, seats: 30 }]),
    );
    // (3*70 + 1*30) / 4 = 60, Engagement left out altogether.
    expect(account.score).toBeCloseTo(60, 12);
    expect(account.dimensions.map((d) => [d.score, d.effectiveWeight])).toEqual([
      [60, 1],
      [null, 0],
    ]);
    expect(account.coverage).toBeCloseTo(0.6, 12);
  });

  it('counts 0 as a reading', () => {
    const account = score(configuration({ dimensions: DIMENSIONS, metrics: METRICS }), input(METRICS, [{ logins: 0 }]));
    expect(account.metrics[0]).toMatchObject({ reading: 0, points: 0, earned: 0 });
    expect(account.metrics[0]?.lost).toBeCloseTo(60, 12);
  });

  it('is Grey below the minimum coverage and scored at it', () => {
    const given = input(METRICS, [{ logins: 8, pulse: 4 }]);
    const at = (percent: number) =>
      score(configuration({ dimensions: DIMENSIONS, metrics: METRICS }, { minimumCoveragePercent: percent }), given);
    expect(at(55).band).toBe('Lime');
    expect(at(55.1)).toMatchObject({ band: 'Grey', score: null, uncapped: null, shown: '–' });
    expect(at(55.1).metrics.map((m) => [m.points, m.earned, m.lost])).toContainEqual([80, 0, 0]);
  });

  it('is Grey where there is nothing to score', () => {
    const metrics = METRICS.slice(0, 2);
    const account = score(configuration({ dimensions: DIMENSIONS, metrics }), input(metrics, [{}]));
    expect(account).toMatchObject({ band: 'Grey', score: null, coverage: 0 });
  });

  it('applies the overrides of the segment', () => {
    const config = configuration({
      dimensions: DIMENSIONS,
      metrics: METRICS,
      segments: [segment('Large'), segment('Small')],
      overrides: [
        { segment: 'Large', metric: 'logins', weight: 1, curve: curve('0=0;16=100'), enabled: null },
        { segment: 'Large', metric: 'pulse', weight: null, curve: null, enabled: false },
      ],
    });
    const readings = { logins: 8, seats: 100, meetings: 4, nps: 0, pulse: 5 };
    const given = input(METRICS, [readings, readings], { segments: Int32Array.of(0, 1) });
    // Large: (1*50 + 1*100)/2 = 75; (2*100 + 1*50)/3 = 83.33..; 0.6*75 + 0.4*83.33.. = 78.33..
    expect(score(config, given, 0).score).toBeCloseTo(45 + 100 / 3, 10);
    expect(score(config, given, 0).metrics.map((m) => m.metric.id)).toEqual(['logins', 'seats', 'meetings', 'nps']);
    // Small: (3*80 + 100)/4 = 85; (200 + 50 + 100)/4 = 87.5; 51 + 35 = 86
    expect(score(config, given, 1).score).toBeCloseTo(86, 10);
  });

  it('lets the lowest cap that applies hold the score, as a line of its own', () => {
    const cap = (id: string, condition: string, highestScore: number, enabled = true) => ({
      id,
      condition: expression(condition),
      highestScore,
      reason: same(id),
      enabled,
    });
    const config = configuration({
      dimensions: DIMENSIONS,
      metrics: METRICS,
      caps: [
        cap('unused', "status = 'none'", 1),
        cap('few meetings', 'meetings < 2', 50),
        cap('notice', "status = 'notice given'", 39),
        cap('off', 'logins > 0', 5, false),
      ],
    });
    const status = ['notice given', 'active'];
    const given = input(
      METRICS,
      [
        { logins: 8, pulse: 4, meetings: 0 },
        { logins: 8, pulse: 4, meetings: 1 },
      ],
      {
        attribute: (column) => (account) => (column === 'status' ? (status[account] as string) : null),
      },
    );
    const first = score(config, given, 0);
    expect(first).toMatchObject({ score: 39, band: 'Red', shown: '39.0' });
    expect(first.uncapped).toBeCloseTo(60.5, 12);
    expect(first.cap).toMatchObject({ cap: { id: 'notice' } });
    expect(first.cap?.points).toBeCloseTo(-21.5, 12);
    const second = score(config, given, 1);
    // meetings 1 earns 25: 60.5 + 0.2*25 = 65.5, held at 50.
    expect(second.score).toBe(50);
    expect(second.cap?.points).toBeCloseTo(-15.5, 12);
  });

  it('marks readings older than their metric expects', () => {
    const given = input(METRICS, [{ logins: 8, pulse: 4 }], { asOf: 20008 });
    const account = score(configuration({ dimensions: DIMENSIONS, metrics: METRICS }), given);
    expect(account.metrics.map((m) => [m.day, m.stale])).toEqual([
      [20000, true],
      [null, false],
      [null, false],
      [null, false],
      [20000, false],
    ]);
    const aDayEarlier = score(configuration({ dimensions: DIMENSIONS, metrics: METRICS }), { ...given, asOf: 20007 });
    expect(aDayEarlier.metrics[0]?.stale).toBe(false);
  });

  it('gives no day for data that have none, and never calls them stale', () => {
    const given = input(METRICS, [{ logins: 8 }], { asOf: 20008 });
    given.readings.days[0] = -2147483648;
    expect(score(configuration({ dimensions: DIMENSIONS, metrics: METRICS }), given).metrics[0]).toMatchObject({
      day: null,
      stale: false,
    });
  });

  it('labels the account: the first stage whose rule holds, and the quadrant of two axes', () => {
    const names = { highHigh: same('both'), highLow: same('x'), lowHigh: same('y'), lowLow: same('none') };
    const quadrant = (id: string, xAxis: string, yAxis: string) => ({
      id,
      name: same(id),
      xAxis,
      yAxis,
      xSplit: 80,
      ySplit: 50,
      names,
    });
    const config = configuration({
      dimensions: DIMENSIONS,
      metrics: METRICS,
      stages: [
        { id: 'LOYAL', name: same('LOYAL'), rule: expression('score >= 85') },
        { id: 'STUCK', name: same('STUCK'), rule: expression("band = 'Red' or coverage_percent < 50") },
        { id: 'ACTIVE', name: same('ACTIVE'), rule: expression('logins >= 8 and plan = "Pro"') },
        { id: 'ENTRY', name: same('ENTRY'), rule: null },
      ],
      quadrants: [quadrant('dimensions', 'Adoption', 'Engagement'), quadrant('mixed', 'logins', 'score')],
    });
    const accounts = [
      { logins: 10, meetings: 4, pulse: 5 },
      { logins: 8, meetings: 1, pulse: 2 },
      { logins: 7, meetings: 4, pulse: 3 },
      { meetings: 4 },
    ];
    const given = input(METRICS, accounts, { attribute: (column) => () => (column === 'plan' ? 'Pro' : null) });
    const all = accounts.map((_, account) => score(config, given, account));
    // Engagement: (2*100+50+100)/4 = 87.5, (2*25+50+25)/4 = 31.25, (200+50+50)/4 = 75, (200+50)/3 = 83.3.
    // Scores: 95; 0.6*80+12.5 = 60.5; 0.6*70+30 = 72; 83.3 at coverage 20 %.
    expect(all.map(({ stage }) => stage?.id)).toEqual(['LOYAL', 'ACTIVE', 'ENTRY', 'STUCK']);
    expect(all.map(({ quadrants }) => quadrants.map(({ name }) => name?.en ?? null))).toEqual([
      ['both', 'both'],
      ['x', 'both'],
      ['y', 'y'],
      [null, null],
    ]);
    const without = score({ ...config, stages: config.stages.slice(0, 1) }, given, 1);
    expect(without.stage).toBeNull();
  });

  it('sees a pulse two bands from the score, and none where they lie closer', () => {
    const metrics = [
      metric('logins', 'Adoption', curve('0=0;100=100')),
      METRICS[4] ?? metric('pulse', 'Engagement', []),
    ];
    const config = configuration({ dimensions: [dimension('Adoption', 99), dimension('Engagement', 1)], metrics });
    // 0.99*45 + 0.01*100 = 45.55, Yellow; pulse 5 is Green, two above. 0.99*65 + 1 = 65.35, Lime: one below Green.
    expect(score(config, input(metrics, [{ logins: 45, pulse: 5 }])).disagreement).toEqual({
      pulse: 5,
      pulseBand: 'Green',
    });
    expect(score(config, input(metrics, [{ logins: 65, pulse: 5 }])).disagreement).toBeNull();
    // 0.99*90 = 89.1, Green; pulse 1 is Red, three below.
    expect(score(config, input(metrics, [{ logins: 90, pulse: 1 }])).disagreement?.pulseBand).toBe('Red');
  });

  it('takes a count of pulses for no judgement, and looks for one behind it', () => {
    const counted = metric('counted', 'Engagement', curve('0=100;9=0'), { dataset: 'pulses', aggregate: 'count' });
    const metrics = [metric('logins', 'Adoption', curve('0=0;100=100')), counted, METRICS[4] ?? counted];
    const config = configuration({ dimensions: [dimension('Adoption', 99), dimension('Engagement', 1)], metrics });
    // counted 0 earns 100, as a pulse of 5 would; logins 20 make the account Red.
    expect(score(config, input(metrics, [{ logins: 20, counted: 0 }])).disagreement).toBeNull();
    expect(score(config, input(metrics, [{ logins: 20, counted: 0, pulse: 5 }])).disagreement?.pulse).toBe(5);
  });

  it('never exceeds 100 by rounding, whatever the weights of full points', () => {
    let above = 0;
    for (let step = 1; step <= 400; step++) {
      const weights = [step * 0.1, step * 0.7 + 0.3, step * 0.013];
      const metrics = weights.map((weight, m) => metric(`m${m}`, `d${m}`, curve('0=100;1=100'), { weight }));
      const dimensions = weights.map((weight, d) => dimension(`d${d}`, weight * 1.3));
      const account = score(configuration({ dimensions, metrics }), input(metrics, [{ m0: 1, m1: 1, m2: 1 }]));
      expect(account.score).toBeLessThanOrEqual(100);
      const sum = dimensions.reduce((total, { weight }) => total + weight * 100, 0);
      if (sum / dimensions.reduce((total, { weight }) => total + weight, 0) > 100) above++;
    }
    // Among these weights are some whose plain sum lies above 100.
    expect(above).toBeGreaterThan(0);
  });
});
