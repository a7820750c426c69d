import { prepare } from './bootstrap/prepare.mjs';
import { runMain, StepFailed } from './bootstrap/run.mjs';
import { runSuite } from './testing/runSuite.mjs';
import { suites } from './testing/suites.mjs';

// .ci/run sets it: there every editor must be there, and a suite that is skipped has failed.
const skipIsFailure = process.env.FUNDSTELLE_CI === '1';

await runMain(async () => {
  const chosen = chooseSuites(process.argv.slice(2));
  const node = await prepare();
  const results = [];
  for (const suite of chosen) {
    console.log(`\n── ${suite.name} ──`);
    results.push({ name: suite.name, ...(await runSuite(suite, node)) });
  }
  return printSummary(results);
});

function chooseSuites(names) {
  const unknown = names.filter((name) => !suites.some((suite) => isNamed(suite, name)));
  if (unknown.length > 0) throw new StepFailed(`No suite ${unknown.join(', ')}. There are: ${listNames()}.`);
  return names.length === 0 ? suites : suites.filter((suite) => names.some((name) => isNamed(suite, name)));
}

function isNamed(suite, name) {
  return suite.name === name || suite.group === name;
}

function listNames() {
  return [...new Set(suites.flatMap(({ name, group }) => [name, group ?? name]))].join(', ');
}

/** One line a suite, then the line that sums them; gives the exit code. */
function printSummary(results) {
  console.log('');
  for (const result of results) console.log(printResult(result));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed + (result.skipped && skipIsFailure ? 1 : 0), 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function printResult({ name, passed, failed, pending = [], skipped, reason }) {
  if (skipped) return `${name}: skipped: ${skipped}`;
  const notes = [reason, ...pending.map((title) => `pending: ${title}`)].filter(Boolean);
  return [`${name}: ${passed} passed, ${failed} failed`, ...notes].join('\n  ');
}
