/**
 * fast-check for mutation testing alone: properties run less often, from one seed and without shrinking, since hundreds
 * of mutants have to pass them. The ordinary test run keeps every run.
 */
const real = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

const MOST_RUNS = 40;

function assert(property, parameters = {}) {
  const numRuns = Math.min(parameters.numRuns ?? MOST_RUNS, MOST_RUNS);
  return real.assert(property, { seed: 20261, endOnFailure: true, ...parameters, numRuns });
}

module.exports = { ...real, assert, default: { ...real.default, assert }, __esModule: true };
