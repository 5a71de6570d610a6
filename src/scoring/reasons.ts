import type { Metric } from '../domain/config/config';
import { formatDay } from '../domain/day';
import type { Text } from '../domain/text';
import type { AccountScore, MetricScore } from './account-score';
import { nineDecimals } from './bands';
import { causeOf } from './cause';
import { type Expectation, expectation } from './expectation';
import { says } from './messages';
import type { Movement } from './movement';
import { besideUnit, exactNumber, shownApart, shownNumber, withUnit } from './shown-number';

/** An earlier day of the same account, and how the score came from it. */
export interface Earlier {
  readonly account: AccountScore;
  readonly movement: Movement;
  /** The same day under today's configuration, which may read a metric in another way; null where it is the same. */
  readonly underNow?: AccountScore | null;
}

/** Never more reasons than this: nobody reads on. */
const MOST = 3;

/** The earlier day as today's configuration reads it: readings of two configurations do not compare. */
function comparable({ account, underNow }: Earlier): AccountScore {
  return underNow ?? account;
}

/** Smallest change of score, in points, worth a sentence. */
const NOTABLE_CHANGE = 1;

/** Smallest number of points a metric must win or lose to be worth a sentence: what is shown as 0.1. */
const NOTABLE_POINTS = 0.05;

/** Points from which a metric counts as a strength. */
const STRONG = 70;

/**
 * Why the score is what it is: one to three sentences, the most telling first. Without `earlier` nothing is said of
 * change. Every number is the account's own, shown so that two which differ never look alike.
 */
export function reasons(account: AccountScore, earlier: Earlier | null = null): Text[] {
  if (account.score === null) return whyGrey(account, earlier);
  const said: Text[] = [];
  if (account.cap && account.uncapped !== null && nineDecimals(account.cap.points) < 0) {
    const [held, without] = shownApart(account.score, account.uncapped) as [string, string];
    said.push(says.capped(account.cap.cap.reason, held, without));
  }
  const change = earlier ? whatChanged(account, earlier) : { sentence: null, told: '' };
  if (change.sentence) said.push(change.sentence);

  const losses = account.metrics.filter(({ lost }) => lost >= NOTABLE_POINTS).sort((a, b) => b.lost - a.lost);
  const [loss, nextLoss] = losses.filter((score) => !isBest(score));
  const gain = account.metrics
    .filter(({ points, earned }) => points !== null && points >= STRONG && earned >= NOTABLE_POINTS)
    .filter(({ metric }) => metric.id !== loss?.metric.id && metric.id !== nextLoss?.metric.id)
    .sort((a, b) => b.earned - a.earned)[0];
  const metrics = account.band === 'Green' ? [gain, loss, nextLoss] : [loss, gain, nextLoss];
  // Where every reading is the best there is and none is a strength, the largest loss has to do.
  if (said.length === 0 && !loss && !gain) metrics.push(losses[0]);
  for (const metric of metrics) {
    if (!metric) continue;
    const before = metric.metric.id === change.told ? null : earlier;
    said.push(metric === gain ? strength(metric, before, account) : weakness(metric, before, account));
  }
  const { disagreement } = account;
  // Second, so that what weighs most still comes first.
  if (disagreement)
    said.splice(1, 0, says.disagreement(shownNumber(disagreement.pulse, 1), disagreement.pulseBand, account.band));
  return said.slice(0, MOST);
}

function whyGrey(account: AccountScore, earlier: Earlier | null): Text[] {
  const missing = account.metrics
    .filter(({ reading, configuredWeight }) => reading === null && configuredWeight > 0)
    .sort((a, b) => b.configuredWeight - a.configuredWeight);
  const [percent, minimum] = shownApart(account.coverage * 100, account.minimumCoveragePercent) as [string, string];
  const why =
    account.coverage === 0
      ? says.notScoredWithoutData()
      : says.notScored(
          percent,
          minimum,
          missing.map(({ metric }) => metric.name),
        );
  if (!earlier || earlier.account.score === null) return [why];
  const { shown, band, asOf } = earlier.account;
  return [why, says.wasScored(shown, band, account.asOf - asOf)];
}

/** The change of score in a sentence, and the metric whose readings it tells. */
function whatChanged(account: AccountScore, earlier: Earlier): { sentence: Text | null; told: string } {
  const days = account.asOf - earlier.account.asOf;
  const { change } = earlier.movement;
  if (change === null) return { sentence: says.nowScored(account.shown, days), told: '' };
  if (Math.abs(change) < NOTABLE_CHANGE) return { sentence: null, told: '' };
  const { words, metric } = causeOf(earlier.movement, change, comparable(earlier), account);
  return { sentence: says.changed(shownNumber(Math.abs(change), 1), change > 0, days, words), told: metric };
}

function weakness(score: MetricScore, earlier: Earlier | null, account: AccountScore): Text {
  const { metric, reading, points, lost } = score;
  const cost = shownNumber(lost, 1);
  if (reading === null) return says.lossWithoutReading(metric.name, shownNumber(points ?? 0, 0), cost);
  return says.loss(standing(score, reading, cost, earlier, account));
}

function strength(score: MetricScore, earlier: Earlier | null, account: AccountScore): Text {
  const { reading, earned } = score;
  return says.gain(standing(score, reading ?? 0, shownNumber(earned, 1), earlier, account));
}

/** A metric's reading beside what is expected of it and what it was, all told apart. */
function standing(
  score: MetricScore,
  reading: number,
  points: string,
  earlier: Earlier | null,
  account: AccountScore,
): Parameters<typeof says.loss>[0] {
  const { metric, day, stale } = score;
  const asked = expectation(score.curve);
  const best = isBest(score);
  const then = earlier && comparable(earlier).metrics.find((before) => before.metric.id === metric.id);
  const was = then?.reading ?? reading;
  const [shown, , , before] = shownApart(reading, asked?.from ?? reading, asked?.to ?? reading, was) as [
    string,
    string,
    string,
    string,
  ];
  return {
    name: metric.name,
    reading: withUnit(metric, shown),
    expected: asked && !best ? expectedWords(asked, metric) : null,
    best,
    full: asked?.points === 100,
    points,
    trend:
      earlier && before !== shown
        ? {
            was: besideUnit(metric, before),
            days: account.asOf - earlier.account.asOf,
            rose: reading > was,
            worse: (then?.points ?? 0) > (score.points ?? 0),
          }
        : null,
    staleSince: stale && day !== null ? formatDay(day) : '',
  };
}

/** Nothing more can be earned: the reading is where the curve gives most, or it gives the same everywhere. */
function isBest({ curve, reading, points }: MetricScore): boolean {
  return reading !== null && points !== null && curve.every((point) => point.points <= points);
}

/** Control points are shown as the configuration has them, whatever decimals the reading is shown with. */
function expectedWords({ from, to, below }: Expectation, metric: Metric): Text {
  const words = (reading: number) => besideUnit(metric, exactNumber(reading));
  if (from !== null && to !== null && from < to) return says.between(exactNumber(from), words(to), below);
  return says.at(words((from ?? to) as number), below);
}
