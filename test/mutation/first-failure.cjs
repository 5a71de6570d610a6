const { TestEnvironment } = require('jest-environment-node');

/** Skips what is left once a test has failed: one failure is all it takes to find a mutant. */
module.exports = class extends TestEnvironment {
  handleTestEvent(event) {
    if (event.name === 'test_done' && event.test.errors.length > 0) this.failed = true;
    if (event.name === 'test_start' && this.failed) event.test.mode = 'skip';
  }
};
