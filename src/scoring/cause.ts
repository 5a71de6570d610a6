import type { Text } from '../domain/text';
import type { AccountScore, MetricScore } from './account-score';
import { says } from './messages';
import type { Movement, MovementTerm, TermKind } from './movement';
import { besideUnit, shownApart, withUnit } from './shown-number';

/** What mostly made a score change, in words, and the id of the metric whose readings the words tell ('' for none). */
export interface Cause {
  readonly words: Text;
  readonly metric: string;
}

/** Names the kind of movement that did most in the direction of the change, and in it the metric that did most. */
export function causeOf(movement: Movement, change: number, before: AccountScore, after: AccountScore): Cause {
  const along = (points: number) => points * Math.sign(change);
  const kinds = Object.entries(movement.totals) as [TermKind, number][];
  const [kind] = kinds.reduce((most, next) => (along(next[1]) > along(most[1]) ? next : most));
  if (kind === 'segment') return { words: says.causeSegment(after.segment.name), metric: '' };
  if (kind === 'config') return { words: says.causeConfig(), metric: '' };
  if (kind === 'caps') return { words: says.causeCap(change > 0), metric: '' };
  if (kind === 'coverage') return coverageCause(before, after);
  const terms = movement.terms.filter((term) => term.kind === kind);
  return behaviourCause(
    terms.reduce((most, next) => (along(next.points) > along(most.points) ? next : most)),
    before,
    after,
  );
}

function behaviourCause(term: MovementTerm, before: AccountScore, after: AccountScore): Cause {
  const id = term.metric?.id ?? '';
  const was = scoreOf(before, id);
  const is = scoreOf(after, id);
  if (!is || is.reading === null || !was || was.reading === null) return { words: says.causeShare(), metric: '' };
  const [old, now] = shownApart(was.reading, is.reading) as [string, string];
  return { words: says.causeReading(is.metric.name, withUnit(is.metric, old), besideUnit(is.metric, now)), metric: id };
}

/** Of the readings that came or went, the one that carries the most weight. */
function coverageCause(before: AccountScore, after: AccountScore): Cause {
  const flipped = after.metrics
    .filter((is) => {
      const was = scoreOf(before, is.metric.id);
      return was !== undefined && (was.reading === null) !== (is.reading === null);
    })
    .sort((a, b) => b.configuredWeight - a.configuredWeight)[0];
  if (!flipped) return { words: says.causeShare(), metric: '' };
  const { name, id } = flipped.metric;
  return { words: flipped.reading === null ? says.causeLeft(name) : says.causeArrived(name), metric: id };
}

function scoreOf(account: AccountScore, id: string): MetricScore | undefined {
  return account.metrics.find(({ metric }) => metric.id === id);
}
