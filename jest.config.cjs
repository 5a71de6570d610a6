/** Tests run as CommonJS through swc; the shipped bundle itself is loaded only by test/bundle and test/e2e. */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  setupFiles: ['<rootDir>/test/one-seed.cjs'],
  transformIgnorePatterns: ['/node_modules/(?!(synckit)/)'],
  maxWorkers: 2,
  // Builds, browsers and whole runs take several times longer on a busy machine; waits within a test end much earlier.
  testTimeout: 240000,
};
