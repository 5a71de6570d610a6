import { join, resolve } from 'node:path';
import { withBundle } from './bundle';
import type { FileTimes } from './file/program';

/**
 * Scores a file of columns into a file of rows and prints how long the scoring alone took, so that any other engine can be
 * timed, and checked, on the same file.
 *
 * The input is one JSON object:
 *
 *     {
 *       "dimensions": [{ "id": "Adoption", "weight": 60 }, ...],
 *       "metrics": [{ "id": "logins", "dimension": "Adoption", "weight": 3,
 *                     "missing": "exclude" | "zero" | "neutral", "points": "0=0; 5=50; 20=100" }, ...],
 *       "segments": ["Enterprise", ..., "Default"],
 *       "overrides": [{ "segment": "Enterprise", "metric": "logins", "weight": 2, "points": "0=0; 9=100",
 *                       "enabled": true }, ...],                                  (weight, points, enabled optional)
 *       "bands": [{ "band": "Green", "segment": "", "lowerBound": 80 }, ...],     (Green, Lime, Yellow; the rest is Red)
 *       "minimumCoveragePercent": 50,
 *       "columns": { "account_id": ["a1", ...], "segment": ["Enterprise", ...], "logins": [3.5, null, ...], ... },
 *       "last": { "account_id": ["a1", ...], "score": [71.5, null, ...] }
 *     }
 *
 * Readings in order of account; null or "" is missing, text that is no number is listed in `unread`. `overrides`, `last` and
 * `minimumCoveragePercent` may be left out (no overrides, no change, 0).
 *
 * The output is one JSON object: `header` (account_id, segment, score, band, coverage 0..1, change, cap, each dimension,
 * each metric), `rows` in the order of the input (dimension columns hold dimension scores, metric columns the points each
 * metric earns of the score; null where there is nothing to say), `unread` ({row, column, value, code, why}, row and
 * column from 0) and `times` as printed.
 */
export async function scoreFile(input: string, output: string): Promise<void> {
  await withBundle(join(__dirname, 'file', 'program.ts'), (run) => {
    const times = run<FileTimes>(resolve(input), resolve(output));
    const perCell = (milliseconds: number) => ((milliseconds * 1e6) / times.accounts / times.metrics).toFixed(1);
    console.log(`${times.accounts.toLocaleString('en')} accounts x ${times.metrics} metrics`);
    console.log(`first call: ${times.firstMs.toFixed(1)} ms, ${perCell(times.firstMs)} ns per cell`);
    console.log(`best of ${times.turns}: ${times.bestMs.toFixed(1)} ms, ${perCell(times.bestMs)} ns per cell`);
    console.log(`${times.unread} cells could not be read. Written: ${output}`);
  });
}
