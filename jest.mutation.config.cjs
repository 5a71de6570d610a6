const base = require('./jest.config.cjs');

/** The unit tests that mutants of src/scoring and src/metrics have to pass: quick ones only, one worker. */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/mutation/*.ts'],
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/mutation/fewer-runs.cjs' },
  testEnvironment: require.resolve('./test/mutation/first-failure.cjs'),
  setupFiles: [],
  maxWorkers: 1,
};
