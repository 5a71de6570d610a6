import type { Cell } from '../../../src/domain/cell';
import type { Definition, Portfolio } from './portfolio';

/** What the naive way makes of an account. */
export interface NaiveScore {
  readonly id: string;
  readonly score: number | null;
  readonly band: string;
  readonly coverage: number;
  readonly change: number | null;
  readonly dimensions: readonly { readonly id: string; readonly score: number | null }[];
  readonly contributions: readonly { readonly id: string; readonly earned: number | null }[];
}

/**
 * The same score written as most scripts would write it: an object per row, `find` per metric, arrays of objects all the
 * way. What the kernel is compared with.
 */
export function scoreNaively(definition: Definition, { header, rows, snapshot }: Portfolio): NaiveScore[] {
  const accounts = rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] as Cell])));
  const last = new Map(snapshot.map((row) => [row[0], row[1]]));
  return accounts.map((account) => {
    const parts = definition.metrics.map(({ id }) => {
      const metric = definition.metrics.find((candidate) => candidate.id === id);
      if (!metric) throw new Error(`no metric ${id}`);
      const override = definition.overrides.find((row) => row.segment === account.segment && row.metric === id);
      const curve = override?.curve ?? metric.curve;
      const weight = override?.weight ?? metric.weight;
      const reading = account[id];
      let points: number | null;
      if (typeof reading !== 'number') {
        points = metric.missing === 'zero' ? 0 : metric.missing === 'neutral' ? 50 : null;
      } else {
        const next = curve.findIndex((point) => point.reading > reading);
        const to = curve[next];
        const from = next < 0 ? curve[curve.length - 1] : curve[next - 1];
        if (!from) points = to?.points ?? 0;
        else if (!to) points = from.points;
        else
          points = from.points + ((reading - from.reading) / (to.reading - from.reading)) * (to.points - from.points);
      }
      return { id, dimension: metric.dimension, weight, points, seen: typeof reading === 'number' };
    });
    const dimensions = definition.dimensions.map(({ id, weight }) => {
      const all = parts.filter((part) => part.dimension === id);
      const present = all.filter((part) => part.points !== null);
      const sum = present.reduce((total, part) => total + part.weight, 0);
      const configured = all.reduce((total, part) => total + part.weight, 0);
      const seen = all.filter((part) => part.seen).reduce((total, part) => total + part.weight, 0);
      const score = sum > 0 ? present.reduce((total, part) => total + part.weight * (part.points ?? 0), 0) / sum : null;
      return { id, weight, sum, score, seen: configured > 0 ? seen / configured : 0 };
    });
    const present = dimensions.filter((dimension) => dimension.score !== null);
    const allWeight = definition.dimensions.reduce((total, dimension) => total + dimension.weight, 0);
    const weight = present.reduce((total, dimension) => total + dimension.weight, 0);
    const coverage = dimensions.reduce((total, { weight: of, seen }) => total + of * seen, 0) / allWeight;
    const scored = weight > 0 && Number((coverage * 100).toFixed(9)) >= definition.minimumCoveragePercent;
    const score = scored
      ? present.reduce((total, dimension) => total + dimension.weight * (dimension.score ?? 0), 0) / weight
      : null;
    const contributions = parts.map((part) => {
      const dimension = dimensions.find((candidate) => candidate.id === part.dimension);
      if (!dimension || score === null) return { id: part.id, earned: null };
      const share = part.points === null ? 0 : (dimension.weight / weight) * (part.weight / dimension.sum);
      return { id: part.id, earned: share * (part.points ?? 0) };
    });
    const band =
      score === null
        ? 'Grey'
        : (definition.bands.find((row) => Number(score.toFixed(9)) >= row.lowerBound)?.band ?? 'Red');
    const before = last.get(account.account_id as string);
    const change = score !== null && typeof before === 'number' ? score - before : null;
    return { id: account.account_id as string, score, band, coverage, change, dimensions, contributions };
  });
}
