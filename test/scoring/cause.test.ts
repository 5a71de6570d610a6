import type { Config } from '../../src/domain/config/config';
import { same } from '../../src/domain/text';
import { type AccountScore, accountScore } from '../../src/scoring/account-score';
import { causeOf } from '../../src/scoring/cause';
import { compileScoring } from '../../src/scoring/compile';
import { movement } from '../../src/scoring/movement';
import { scoreAccounts } from '../../src/scoring/score-accounts';
import { configuration, curve, dimension, input, metric, segment } from './configuration';

const METRICS = [
  metric('logins', 'Adoption', curve('0=0;10=100'), { weight: 3, unit: { en: 'times', ja: '回' } }),
  metric('seats', 'Adoption', curve('0=0;100=100'), { weight: 1, unit: same('%') }),
  metric('meetings', 'Engagement', curve('0=0;4=100')),
  metric('nps', 'Engagement', curve('-100=0;100=100')),
];
const CONFIG = configuration({
  dimensions: [dimension('Adoption', 60), dimension('Engagement', 40)],
  metrics: METRICS,
  segments: [segment('Large'), segment('Small')],
  overrides: [{ segment: 'Small', metric: 'logins', weight: null, curve: curve('0=0;5=100'), enabled: null }],
});

function scored(readings: Record<string, number>, config: Config = CONFIG, of = 0): AccountScore {
  return accountScore(
    scoreAccounts(compileScoring(config), input(METRICS, [readings], { segments: Int32Array.of(of) })),
    0,
  );
}

function cause(before: AccountScore, after: AccountScore, config: Config = CONFIG) {
  const moved = movement(before, after, compileScoring(config));
  const { words, metric: id } = causeOf(moved, moved.change as number, before, after);
  return [words.en, id];
}

const ALL = { logins: 5, seats: 50, meetings: 2, nps: 0 };

describe('the cause of a change', () => {
  it('is the metric that did most in its direction, whatever others did against it', () => {
    // logins 0.45 of the score: 5 to 2 takes 13.5; seats 0.15: 50 to 20 takes 4.5; meetings 0.2: 2 to 4 gives 10.
    expect(cause(scored(ALL), scored({ ...ALL, logins: 2, seats: 20, meetings: 4 }))).toEqual([
      'mostly due to logins (from 5 times to 2)',
      'logins',
    ]);
    expect(cause(scored(ALL), scored({ ...ALL, logins: 4, seats: 20, meetings: 4 }))).toEqual([
      'mostly due to meetings (from 2 to 4)',
      'meetings',
    ]);
    expect(cause(scored(ALL), scored({ ...ALL, seats: 49.96 }))).toEqual([
      'mostly due to seats (from 50% to 49.96%)',
      'seats',
    ]);
  });

  it('is the heaviest reading that came or went where coverage did most', () => {
    const { seats: _seats, meetings: _meetings, ...few } = ALL;
    const low = { ...ALL, meetings: 0, seats: 0 };
    // seats carries 0.15 and meetings 0.2 of the score where all is there.
    expect(cause(scored(few), scored(low))).toEqual(['mostly because data for meetings came in', 'meetings']);
    expect(cause(scored(low), scored(few))).toEqual([
      'mostly because there is no data for meetings any more',
      'meetings',
    ]);
    const { seats: _, ...without } = ALL;
    expect(cause(scored(without), scored({ ...ALL, seats: 0 }))).toEqual([
      'mostly because data for seats came in',
      'seats',
    ]);
  });

  it('is the data at large where no reading of a metric in use came or went', () => {
    // A movement that says coverage, while every reading is there on both days.
    const before = scored(ALL);
    const after = scored({ ...ALL });
    const moved = { change: -5, terms: [], totals: { behaviour: 0, coverage: -5, segment: 0, config: 0, caps: 0 } };
    expect(causeOf(moved, -5, before, after)).toEqual({
      words: {
        en: 'mostly because the data available changed',
        ja: '主な要因は、そろっているデータが変わったことです',
      },
      metric: '',
    });
  });

  it('is the segment, the configuration or a cap where these did most', () => {
    expect(cause(scored(ALL), scored(ALL, CONFIG, 1))).toEqual([
      'mostly because the account is now in segment Small',
      '',
    ]);
    const next = {
      ...CONFIG,
      version: 'v2',
      metrics: METRICS.map((m) => (m.id === 'nps' ? { ...m, curve: curve('0=0;1=100') } : m)),
    };
    expect(cause(scored(ALL), scored(ALL, next), next)).toEqual([
      'mostly because the scoring settings changed, not the customer',
      '',
    ]);
    const cap = {
      id: 'c',
      condition: { op: '<', left: { op: 'column', name: 'nps' }, right: { op: 'value', value: 0 } } as const,
      highestScore: 10,
      reason: same('held'),
      enabled: true,
    };
    const capped = { ...CONFIG, caps: [cap] };
    const unhappy = scored({ ...ALL, nps: -1 }, capped);
    expect(cause(scored(ALL, capped), unhappy, capped)).toEqual(['mostly because a cap holds the score', '']);
    expect(cause(unhappy, scored(ALL, capped), capped)).toEqual(['mostly because a cap was lifted or eased', '']);
  });
});
