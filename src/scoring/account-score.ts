import type { Band, Cap, Curve, Dimension, Metric, Quadrant, Segment, Stage } from '../domain/config/config';
import type { Day } from '../domain/day';
import type { Text } from '../domain/text';
import { BAND_ORDER, bandIndex, GREY, shownScore } from './bands';
import type { MetricInSegment } from './compile';
import { partOf, scoreReadings, type Workspace, workspace } from './kernel';
import { quadrantName } from './labels';
import { orNull } from './or-null';
import type { DayReadings, ScoredAccounts } from './score-accounts';

/** What a metric does to an account's score. */
export interface MetricScore {
  readonly metric: Metric;
  /** The curve as the segment has it. */
  readonly curve: Curve;
  readonly reading: number | null;
  /** 0..100; null where the metric was left out for want of a reading. */
  readonly points: number | null;
  /** Share of the whole score, 0..1; 0 where the metric was left out or the account is not scored. */
  readonly effectiveWeight: number;
  /** Share of the whole score it would carry if every reading were there, 0..1. */
  readonly configuredWeight: number;
  /** Effective weight times points: these add up to the score before caps. */
  readonly earned: number;
  /** What full points would have added. */
  readonly lost: number;
  /** Day of the newest data behind the reading. */
  readonly day: Day | null;
  /** The newest data are older than the metric expects. */
  readonly stale: boolean;
}

/** The score of a dimension; null where nothing in it was present. */
export interface DimensionScore {
  readonly dimension: Dimension;
  readonly score: number | null;
  /** Share of the whole score, 0..1. */
  readonly effectiveWeight: number;
}

/** A cap that applies and what it adds to the score: 0 or less, a line of its own beside the metrics. */
export interface AppliedCap {
  readonly cap: Cap;
  readonly points: number;
}

/** A live pulse that lies two bands or more from the account's band. */
export interface Disagreement {
  /** What the person said, as recorded. */
  readonly pulse: number;
  /** The band the pulse's points would make. */
  readonly pulseBand: Band;
}

/** Everything there is to say about an account's score; earned points and the cap's add up to the score. */
export interface AccountScore {
  readonly accountId: string;
  readonly asOf: Day;
  /** Version of the configuration. */
  readonly version: string;
  readonly segment: Segment;
  readonly score: number | null;
  /** Before caps. */
  readonly uncapped: number | null;
  /** The score as it is shown everywhere, `72.4`; `–` where there is none. */
  readonly shown: string;
  readonly band: Band;
  /** Share of the configured weight for which there was a reading, 0..1. */
  readonly coverage: number;
  readonly minimumCoveragePercent: number;
  readonly dimensions: readonly DimensionScore[];
  /** Metrics enabled in the segment, by dimension. */
  readonly metrics: readonly MetricScore[];
  /** Every reading, also of metrics the segment leaves out: `values` by `metrics`, NaN where missing. */
  readonly readings: { readonly metrics: DayReadings['metrics']; readonly values: Float64Array };
  readonly cap: AppliedCap | null;
  readonly stage: Stage | null;
  readonly quadrants: readonly { readonly quadrant: Quadrant; readonly name: Text | null }[];
  readonly disagreement: Disagreement | null;
}

/** What readings give as the day of data that have none: the least a cell of `days` can hold. */
const NO_DAY = -2147483648;

/** How many bands apart a pulse and a score disagree. */
const BANDS_APART = 2;

/** Explains the score of one account of a day, by its index in the input. */
export function accountScore(scored: ScoredAccounts, account: number): AccountScore {
  const { scoring, input, columns } = scored;
  const { config } = scoring;
  const { metrics: names, values } = input.readings;
  const segment = input.segments[account] as number;
  const bounds = scoring.bounds[segment] as Float64Array;
  const work = workspace(scoring);
  scoreReadings(scoring, values, account * names.length, columns, segment, work);
  const score = orNull(scored.scores[account]);
  const uncapped = orNull(scored.uncapped[account]);
  const band = scored.bands[account] as number;
  const metrics = metricScores(scored, account, work);
  const dimensions = scoring.dimensions.map((dimension, d) => ({
    dimension,
    score: orNull(work.dimensionScores[d]),
    effectiveWeight: metrics
      .filter(({ metric }) => metric.dimension === dimension.id)
      .reduce((sum, metric) => sum + metric.effectiveWeight, 0),
  }));
  const cap = config.caps[scored.caps[account] as number];
  const axis = (id: string): number | null => {
    if (id === 'score') return score;
    const dimension = dimensions.find((candidate) => candidate.dimension.id === id);
    return dimension ? dimension.score : (metrics.find(({ metric }) => metric.id === id)?.points ?? null);
  };
  return {
    accountId: input.readings.accountIds[account] as string,
    asOf: input.asOf,
    version: config.version,
    segment: scoring.segments[segment] as Segment,
    score,
    uncapped,
    shown: shownScore(score, bounds),
    band: BAND_ORDER[band] as Band,
    coverage: work.coverage,
    minimumCoveragePercent: config.settings.minimumCoveragePercent,
    dimensions,
    metrics,
    readings: { metrics: names, values: values.subarray(account * names.length, (account + 1) * names.length) },
    cap: cap && score !== null && uncapped !== null ? { cap, points: score - uncapped } : null,
    stage: config.stages[scored.stages[account] as number] ?? null,
    quadrants: config.quadrants.map((quadrant) => ({
      quadrant,
      name: quadrantName(quadrant, axis(quadrant.xAxis), axis(quadrant.yAxis)),
    })),
    disagreement: disagreementOf(metrics, band, bounds),
  };
}

function metricScores(scored: ScoredAccounts, account: number, work: Workspace): MetricScore[] {
  const { scoring, input, columns } = scored;
  const segment = input.segments[account] as number;
  const grey = scored.bands[account] === GREY;
  const rules = scoring.rules[segment] as readonly MetricInSegment[];
  const weights = scoring.configuredWeights[segment] as Float64Array;
  const all = scoring.metrics.map((metric, m): MetricScore => {
    const at = account * input.readings.metrics.length + (columns[m] as number);
    const reading = orNull(input.readings.values[at]);
    const { points, weight: share } = partOf(scoring, segment, m, reading, work);
    const weight = grey ? 0 : share;
    const day = reading === null ? null : dayOf(input.readings.days[at] as number);
    return {
      metric,
      curve: (rules[m] as MetricInSegment).curve,
      reading,
      points,
      effectiveWeight: weight,
      configuredWeight: weights[m] as number,
      earned: weight * (points ?? 0),
      lost: weight * (100 - (points ?? 0)),
      day,
      stale: day !== null && metric.freshDays !== null && input.asOf - day > metric.freshDays,
    };
  });
  return all.filter((_, m) => (rules[m] as MetricInSegment).enabled);
}

/** Day of the newest data behind a reading; null where its data have no day. */
function dayOf(day: Day): Day | null {
  return day === NO_DAY ? null : day;
}

/** The metric whose reading is what a person said, 1 to 5, and neither how often nor when; undefined where there is none. */
export function pulseOf(metrics: readonly MetricScore[]): MetricScore | undefined {
  return metrics.find(
    ({ metric: { dataset, aggregate, compare } }) =>
      dataset === 'pulses' && compare === 'none' && ['last', 'mean', 'min', 'max'].includes(aggregate),
  );
}

function disagreementOf(metrics: readonly MetricScore[], band: number, bounds: Float64Array): Disagreement | null {
  const pulse = pulseOf(metrics);
  if (!pulse || pulse.reading === null || pulse.points === null || band === GREY) return null;
  const pulseBand = bandIndex(pulse.points, bounds);
  if (Math.abs(pulseBand - band) < BANDS_APART) return null;
  return { pulse: pulse.reading, pulseBand: BAND_ORDER[pulseBand] as Band };
}
