import type { Text } from '../../src/domain/text';
import { type AccountScore, accountScore } from '../../src/scoring/account-score';
import { compileScoring } from '../../src/scoring/compile';
import { movement } from '../../src/scoring/movement';
import { scoreAccounts } from '../../src/scoring/score-accounts';
import { configuration, curve, dimension, input, metric } from './configuration';

/** An account of four metrics in two dimensions, as the tests of reasons score it. */

export const text = (en: string, ja: string): Text => ({ en, ja });
/** Effective weights where all are present: logins 0.4, the others 0.2 each. */
export const METRICS = [
  metric('logins', 'Adoption', curve('0=0;10=100'), {
    name: text('Logins', 'ログイン回数'),
    unit: text('times', '回'),
    weight: 2,
    freshDays: 7,
  }),
  metric('silence', 'Adoption', curve('7=100;27=0'), {
    name: text('Days since last login', '最終ログインからの日数'),
    unit: text('days', '日'),
    weight: 1,
  }),
  metric('meetings', 'Engagement', curve('0=0;2=100'), {
    name: text('Meetings', '打ち合わせ'),
    unit: text('', '件'),
    weight: 1,
    missing: 'zero',
  }),
  metric('pulse', 'Engagement', curve('1=0;5=100'), {
    name: text('Pulse', 'パルス'),
    dataset: 'pulses',
    aggregate: 'last',
  }),
];
export const CONFIG = configuration(
  { dimensions: [dimension('Adoption', 60), dimension('Engagement', 40)], metrics: METRICS },
  { minimumCoveragePercent: 50 },
);

/** An account with these readings. */
export function scored(
  readings: Record<string, number>,
  changes: Partial<typeof CONFIG> = {},
  asOf = 20000,
): AccountScore {
  const config = { ...CONFIG, ...changes };
  return accountScore(scoreAccounts(compileScoring(config), input(config.metrics, [readings], { asOf })), 0);
}

/** What `reasons` is told of an earlier day. */
export function since(before: AccountScore, after: AccountScore, changes: Partial<typeof CONFIG> = {}) {
  return { account: before, movement: movement(before, after, compileScoring({ ...CONFIG, ...changes })) };
}
