import type { Day } from '../../../src/domain/day';
import { civil, daysInMonth } from '../../../src/domain/day';
import type { Random } from './random';

/** What is going on at an account; the numbers tell it, the files never name it. */
export type Story =
  | 'thriving'
  | 'steady'
  | 'lukewarm'
  | 'goal-reached'
  | 'quota-nearly-full'
  | 'seasonal'
  | 'nps-silent'
  | 'brand-new'
  | 'quiet-churn'
  | 'champion-left'
  | 'stuck-in-onboarding'
  | 'shared-login'
  | 'churned'
  | 'no-crm-match';

/** How many accounts of the book of 200 live each story, and how many more are unknown to the CRM. */
export const STORY_COUNTS: Readonly<Record<Story, number>> = {
  thriving: 50,
  steady: 28,
  lukewarm: 21,
  'goal-reached': 10,
  'quota-nearly-full': 12,
  seasonal: 12,
  'nps-silent': 14,
  'brand-new': 6,
  'quiet-churn': 10,
  'champion-left': 8,
  'stuck-in-onboarding': 8,
  'shared-login': 5,
  churned: 16,
  'no-crm-match': 5,
};

/** Days over which a quiet churn fades. */
const FADE_DAYS = 56;

/** What a story fixes about an account beyond its size. */
export interface Arc {
  readonly story: Story;
  /** Share of the contracted people who use the product on a normal working day. */
  readonly adoption: number;
  /** 0..1: how willingly the account meets, answers and takes part. */
  readonly warmth: number;
  /** Growth of usage per 30 days, 0.02 = two percent. */
  readonly growth: number;
  /** From this day usage fades, over `fadeDays`, to the share `fadeTo`; null: it does not. */
  readonly fadeFrom: Day | null;
  readonly fadeDays: number;
  readonly fadeTo: number;
  /** The day the champion leaves the company; null: stays. */
  readonly championLeft: Day | null;
  /** First day of the contract. */
  readonly contractStart: Day;
  /** Day of cancellation; nothing is recorded after it. */
  readonly churnedOn: Day | null;
}

/** Draws the arc of a story. `asOf` is the last day of history. */
export function arc(story: Story, asOf: Day, chance: Random): Arc {
  const churnedOn = story === 'churned' ? asOf - chance.whole(20, 290) : null;
  const steady: Arc = {
    story,
    adoption: chance.between(0.52, 0.72),
    warmth: chance.between(0.5, 0.9),
    growth: chance.between(-0.003, 0.006),
    fadeFrom: null,
    fadeDays: FADE_DAYS,
    fadeTo: 1,
    championLeft: null,
    contractStart: (churnedOn ?? asOf) - chance.whole(330, 1900),
    churnedOn,
  };
  switch (story) {
    case 'thriving':
      return {
        ...steady,
        adoption: chance.between(0.66, 0.82),
        warmth: chance.between(0.75, 1),
        growth: chance.between(0.006, 0.02),
        contractStart: asOf - chance.whole(200, 1900),
      };
    case 'quota-nearly-full':
      return { ...steady, adoption: chance.between(0.72, 0.85), warmth: chance.between(0.6, 0.95), growth: 0.012 };
    case 'lukewarm':
      return { ...steady, adoption: chance.between(0.24, 0.4), warmth: chance.between(0.2, 0.45), growth: -0.004 };
    case 'goal-reached':
      return { ...steady, adoption: chance.between(0.14, 0.24), warmth: chance.between(0.75, 0.95), growth: 0 };
    case 'seasonal':
      return { ...steady, adoption: chance.between(0.6, 0.75), growth: 0 };
    case 'brand-new':
      return { ...steady, warmth: chance.between(0.7, 0.95), contractStart: asOf - chance.whole(4, 27) };
    case 'stuck-in-onboarding':
      return {
        ...steady,
        adoption: chance.between(0.12, 0.24),
        warmth: chance.between(0.1, 0.35),
        growth: 0,
        contractStart: asOf - chance.whole(60, 150),
      };
    case 'shared-login':
      return { ...steady, adoption: chance.between(0.08, 0.14), warmth: chance.between(0.3, 0.6) };
    case 'quiet-churn':
      return {
        ...steady,
        warmth: chance.between(0.35, 0.55),
        fadeFrom: asOf - FADE_DAYS - chance.whole(0, 14),
        fadeTo: chance.between(0.04, 0.12),
      };
    case 'champion-left': {
      const left = asOf - chance.whole(35, 75);
      return { ...steady, championLeft: left, fadeFrom: left + 3, fadeDays: 28, fadeTo: chance.between(0.2, 0.38) };
    }
    case 'churned':
      return churnedArc(steady, churnedOn as Day, chance);
    default:
      return steady;
  }
}

/** Most churners fade first, some lose their champion, a few go without a sign (a merger, a budget). */
function churnedArc(steady: Arc, on: Day, chance: Random): Arc {
  const draw = chance.next();
  if (draw < 0.18) return steady;
  const fading = { ...steady, fadeFrom: on - chance.whole(60, 110), fadeTo: chance.between(0.03, 0.2) };
  return draw < 0.4 ? { ...fading, championLeft: fading.fadeFrom - 2 } : { ...fading, warmth: steady.warmth * 0.6 };
}

/** Usage of a day as a share of the account's normal level, office rhythm aside. */
export function intensity(arc: Arc, day: Day, asOf: Day): number {
  const age = day - arc.contractStart;
  const learning = Math.min(1, 0.15 + (0.85 * age) / 60);
  const grown = Math.max(0.2, 1 - (arc.growth * (asOf - day)) / 30);
  const season = arc.story === 'seasonal' ? quarterEnd(day) : 1;
  return learning * grown * season * faded(arc, day);
}

function faded(arc: Arc, day: Day): number {
  if (arc.fadeFrom === null || day <= arc.fadeFrom) return 1;
  const share = Math.min(1, (day - arc.fadeFrom) / arc.fadeDays);
  return 1 - share * (1 - arc.fadeTo);
}

/** Quiet for most of a quarter, busy in its last three weeks; March and December busiest. */
function quarterEnd(day: Day): number {
  const { year, month, date } = civil(day);
  if (month % 3 !== 0) return 0.42;
  const left = daysInMonth(year, month) - date;
  if (left > 20) return 0.55;
  return month === 3 || month === 12 ? 1.35 : 1.05;
}
