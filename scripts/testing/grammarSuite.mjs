import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getBin } from '../bootstrap/bins.mjs';
import { run } from '../bootstrap/run.mjs';
import { writeCounts } from './counts.cjs';
import { listFiles } from './listFiles.mjs';

// Every line of source with assertions below it counts as one test, as vscode-tmgrammar-test reports them.
const reports = mkdtempSync(path.join(tmpdir(), 'fundstelle-grammar-'));
const grammars = listFiles('test/grammar', '.tmLanguage.json').flatMap((file) => ['-g', file]);
const code = await run(process.execPath, [
  getBin('vscode-tmgrammar-test'),
  ...grammars,
  ...['--xunit-report', reports],
  'test/grammar/**/*.test.*',
]);
const counts = countCases(readdirSync(reports).map((file) => readFileSync(path.join(reports, file), 'utf8')));
rmSync(reports, { recursive: true, force: true });
if (code !== 0 && counts.failed === 0) counts.failed = 1;
writeCounts(counts);
process.exitCode = counts.failed > 0 ? 1 : 0;

function countCases(xmlReports) {
  const cases = xmlReports.flatMap((xml) => xml.split('<testcase ').slice(1));
  const failed = cases.filter((xml) => /<(failure|error) /.test(xml)).length;
  return { passed: cases.length - failed, failed };
}
