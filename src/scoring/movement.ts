import type { Metric } from '../domain/config/config';
import type { AccountScore } from './account-score';
import { type CompiledScoring, columnsOf } from './compile';
import { partOf, scoreReadings, workspace } from './kernel';
import { orNull } from './or-null';

/**
 * What moved a score: readings (`behaviour`), readings that came or went and the weight they gave or took
 * (`coverage`), another segment's rules, a new version of the configuration, or a cap.
 */
export type TermKind = 'behaviour' | 'coverage' | 'segment' | 'config' | 'caps';

/** One part of a change of score. */
export interface MovementTerm {
  readonly kind: TermKind;
  /** null where no single metric is meant: caps. */
  readonly metric: Metric | null;
  readonly points: number;
}

/** How a score came from one day's to another's; the terms add up to the change. */
export interface Movement {
  /** null where either day has no score; there are no terms then. */
  readonly change: number | null;
  /** Largest first. */
  readonly terms: readonly MovementTerm[];
  readonly totals: Readonly<Record<TermKind, number>>;
}

/** What a metric did to a score; nothing (zeroes) where it was left out. */
interface Part {
  readonly metric: Metric;
  readonly reading: number | null;
  readonly points: number;
  readonly weight: number;
}

type Parts = ReadonlyMap<string, Part>;

/** Below this a term is rounding, not movement. */
const NOTHING = 1e-12;

/**
 * Parts the change between two days of one account. `scoring` is what `after` was scored under; where `before` was
 * scored under another version, `underNew` is the day of `before` scored under `scoring`, so that what the version did
 * is told from what the customer did. Where that is unknown, the readings of `before` are taken for it.
 */
export function movement(
  before: AccountScore,
  after: AccountScore,
  scoring: CompiledScoring,
  underNew: AccountScore | null = null,
): Movement {
  if (before.score === null || after.score === null) return { change: null, terms: [], totals: totalsOf([]) };
  const terms: MovementTerm[] = [];
  const reconfigured = before.version !== after.version;
  const old = (reconfigured && underNew) || before;
  const known = scoring.segments.some(({ id }) => id === old.segment.id);
  const segment = known ? old.segment.id : after.segment.id;
  const capBefore = before.cap?.points ?? 0;
  const capUnderNew = old.cap?.points ?? 0;

  let parts = partsOf(before);
  if (reconfigured) {
    const next = partsIn(scoring, segment, old);
    terms.push(...differences('config', parts, next), {
      kind: 'config',
      metric: null,
      points: capUnderNew - capBefore,
    });
    parts = next;
  }
  if (segment !== after.segment.id) {
    const next = partsIn(scoring, after.segment.id, old);
    terms.push(...differences('segment', parts, next));
    parts = next;
  }
  terms.push(...dataTerms(parts, partsOf(after)));
  terms.push({ kind: 'caps', metric: null, points: (after.cap?.points ?? 0) - capUnderNew });

  const kept = terms
    .filter(({ points }) => Math.abs(points) > NOTHING)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return { change: after.score - before.score, terms: kept, totals: totalsOf(kept) };
}

/** What the metrics did to a score, as it was. */
function partsOf(account: AccountScore): Parts {
  return new Map(
    account.metrics.map(({ metric, reading, points, effectiveWeight: weight }) => [
      metric.id,
      { metric, reading, points: points ?? 0, weight },
    ]),
  );
}

/** What they do to it with the same readings by the rules of another segment or version; coverage is no matter here. */
function partsIn(scoring: CompiledScoring, segmentId: string, account: AccountScore): Parts {
  const { metrics, values } = account.readings;
  const columns = columnsOf(scoring, (id) => metrics.findIndex((metric) => metric.id === id));
  const segment = scoring.segments.findIndex(({ id }) => id === segmentId);
  const work = workspace(scoring);
  scoreReadings(scoring, values, 0, columns, segment, work);
  const parts = scoring.metrics.map((metric, m): [string, Part] => {
    const reading = orNull(values[columns[m] as number]);
    const { points, weight } = partOf(scoring, segment, m, reading, work);
    return [metric.id, { metric, reading, points: points ?? 0, weight }];
  });
  return new Map(parts);
}

/** By metric, what came or went from one set of parts to the next. */
function differences(kind: TermKind, before: Parts, after: Parts): MovementTerm[] {
  return pairs(before, after).map(({ metric, from, to }) => ({ kind, metric, points: earned(to) - earned(from) }));
}

/** Under the same rules: what readings did, e'(n' - n), and what their coming and going did, (e' - e)n. */
function dataTerms(before: Parts, after: Parts): MovementTerm[] {
  const terms: MovementTerm[] = [];
  for (const { metric, from, to } of pairs(before, after)) {
    if (from && to && from.reading !== null && to.reading !== null) {
      terms.push({ kind: 'behaviour', metric, points: to.weight * (to.points - from.points) });
      terms.push({ kind: 'coverage', metric, points: (to.weight - from.weight) * from.points });
    } else {
      terms.push({ kind: 'coverage', metric, points: earned(to) - earned(from) });
    }
  }
  return terms;
}

function pairs(before: Parts, after: Parts): { metric: Metric; from: Part | undefined; to: Part | undefined }[] {
  const metrics = new Map([...before.values(), ...after.values()].map(({ metric }) => [metric.id, metric]));
  return Array.from(metrics.values(), (metric) => ({ metric, from: before.get(metric.id), to: after.get(metric.id) }));
}

function earned(part: Part | undefined): number {
  return part ? part.weight * part.points : 0;
}

function totalsOf(terms: readonly MovementTerm[]): Record<TermKind, number> {
  const totals = { behaviour: 0, coverage: 0, segment: 0, config: 0, caps: 0 };
  for (const { kind, points } of terms) totals[kind] += points;
  return totals;
}
