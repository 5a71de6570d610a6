import { performance } from 'node:perf_hooks';
import type { TuningView } from '../../src/domain/tuning-views';
import { whatIf } from '../../src/scoring/what-if';
import { drafted, UNCHANGED } from '../../src/sidebar/tuning/draft';
import { readingsOf, scored } from '../../src/sidebar/tuning/score';
import { configOf, usualDefinition, usualPortfolio } from './kernel/portfolio';

/** Steps of the drag that is timed, after as many to warm up. */
const STEPS = 40;

/** Times what the sidebar does at every step of a dragged slider: 5,000 accounts, 30 metrics, budget 100 ms. */
export function benchWhatIf(accounts: number): void {
  const view = tuningViewOf(accounts);
  const input = readingsOf(view);
  const before = scored(view.config, input);
  const times: number[] = [];
  for (let step = 0; step < 2 * STEPS; step++) {
    const began = performance.now();
    const config = drafted(view.config, { ...UNCHANGED, weights: { m0: step / 10 } });
    whatIf(before, scored(config, input));
    if (step >= STEPS) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] as number).toFixed(1);
  console.log(`what-if of ${accounts} accounts x 30 metrics: median ${at(0.5)} ms, slowest ${at(1)} ms; budget 100 ms`);
}

function tuningViewOf(accounts: number): TuningView {
  const definition = usualDefinition();
  const { rows } = usualPortfolio(definition, accounts);
  return {
    config: configOf(definition),
    unsaved: [],
    faults: [],
    asOf: 20_000,
    accountIds: rows.map(([id]) => String(id)),
    names: rows.map(([id]) => String(id)),
    segments: rows.map(([, segment]) => definition.segments.indexOf(String(segment))),
    attributes: {
      owner_email: rows.map((_, row) => `owner${row % 40}@example.com`),
      mrr: rows.map((_, row) => (row % 97) * 1000),
    },
    metrics: definition.metrics.map(({ id }) => id),
    readings: definition.metrics.map((_, m) =>
      rows.map((row) => (typeof row[m + 2] === 'number' ? (row[m + 2] as number) : null)),
    ),
  };
}
