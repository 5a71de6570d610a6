import type { Config } from '../../domain/config/config';
import type { TuningView } from '../../domain/tuning-views';
import { compileScoring } from '../../scoring/compile';
import { type ScoredAccounts, type ScoringInput, scoreAccounts } from '../../scoring/score-accounts';

/** All readings in the order in which the kernel takes them, made once: a drag then copies nothing. */
export function readingsOf(view: TuningView): ScoringInput {
  const { metrics } = compileScoring(view.config);
  const columns = metrics.map(({ id }) => view.readings[view.metrics.indexOf(id)] ?? []);
  const values = new Float64Array(view.accountIds.length * metrics.length);
  columns.forEach((column, at) => {
    for (let account = 0; account < view.accountIds.length; account++) {
      values[account * metrics.length + at] = column[account] ?? Number.NaN;
    }
  });
  return {
    readings: {
      metrics,
      accountIds: view.accountIds,
      values,
      // Age of the data plays no part in a score.
      days: new Int32Array(values.length),
    },
    segments: Int32Array.from(view.segments),
    attribute: (column) => {
      const cells = view.attributes[column] ?? [];
      return (account) => cells[account] ?? null;
    },
    asOf: view.asOf,
  };
}

/** Scores every account with the module that the server scores with. Stages and quadrants take no part in a what-if. */
export function scored(config: Config, input: ScoringInput): ScoredAccounts {
  return scoreAccounts(compileScoring({ ...config, stages: [], quadrants: [] }), input);
}
