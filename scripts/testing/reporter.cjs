'use strict';
// mocha's `spec` reporter that also leaves its counts for scripts/test.mjs.
const mocha = require('mocha');
const { writeCounts } = require('./counts.cjs');

const { Spec } = (mocha.default ?? mocha).reporters;

module.exports = class CountingReporter extends Spec {
  constructor(runner, options) {
    super(runner, options);
    const pending = [];
    runner.on('pending', (test) => pending.push(test.fullTitle()));
    runner.once('end', () => {
      const { passes, failures } = runner.stats;
      writeCounts({ passed: passes, failed: failures, pending });
    });
  }
};
