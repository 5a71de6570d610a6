import type { Metric } from '../domain/config/config';
import { type Problem, quote, type Severity } from '../domain/problem';
import type { Text } from '../domain/text';
import { says } from './messages';

/** Values of one column that are told one by one; the rest is counted. */
const MOST = 50;

/** Collects what is wrong, each thing once, however many metrics meet it. */
export interface ProblemBook {
  /** A value that a metric leaves out; `source` is the name of the dataset's tab. */
  value(kind: 'number' | 'day', metric: Metric, source: string, accountId: string, column: string, cell: string): void;
  /** A fault or doubt in a cell of the Metrics tab; its place is the Metric ID of the row. */
  metric(
    metric: Metric,
    severity: Severity,
    code: string,
    column: 'Field' | 'Filter' | 'Window Days',
    written: string,
    why: Text,
  ): void;
  problems(): readonly Problem[];
}

/** An empty book. */
export function problemBook(): ProblemBook {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const counts = new Map<string, { readonly first: Problem; count: number }>();
  const isNew = (key: readonly string[]): boolean => {
    const text = JSON.stringify(key);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  };
  return {
    value(kind, metric, source, accountId, column, cell) {
      if (!isNew([kind, source, accountId, column, cell])) return;
      const code = `reading.${kind}`;
      const value = quote(cell);
      const why = says[kind](metric.id, accountId, column, value);
      const problem: Problem = { severity: 'error', code, source, place: accountId, column, value, why };
      const kindKey = JSON.stringify([kind, source, column]);
      const counted = counts.get(kindKey) ?? { first: problem, count: 0 };
      counted.count += 1;
      counts.set(kindKey, counted);
      if (counted.count <= MOST) problems.push(problem);
    },
    metric(metric, severity, code, column, written, why) {
      if (!isNew([code, column, why.en])) return;
      problems.push({ severity, code, source: 'Metrics', place: metric.id, column, value: quote(written), why });
    },
    problems: () => [
      ...problems,
      ...Array.from(counts.values())
        .filter(({ count }) => count > MOST)
        .map(({ first, count }) => ({ ...first, place: '', value: '', why: says.more(count - MOST) })),
    ],
  };
}
