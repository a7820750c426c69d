'use strict';
// How a suite tells what it counted: it leaves a JSON file at the path in FUNDSTELLE_COUNTS. CommonJS, because a mocha reporter
// loads it, also inside a VS Code extension host. No file: the suite did not come to its end.
const { writeFileSync } = require('node:fs');

const ENVIRONMENT = 'FUNDSTELLE_COUNTS';

/** @param {{ passed: number, failed: number, pending?: readonly string[], skipped?: string }} counts `skipped`: why nothing ran */
function writeCounts(counts) {
  const file = process.env[ENVIRONMENT];
  if (file) writeFileSync(file, JSON.stringify(counts));
}

module.exports = { ENVIRONMENT, writeCounts };
