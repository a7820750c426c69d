import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personAt, writeArticles } from './generateArticles.js';
import { measure, printExponent, printTable } from './measure.js';

/** `node build.bench.js [N…]`: how long `fundstelle index` takes for N generated articles (1,000 and 3,000) without an index, and with one. */
const sizes = process.argv.slice(2).map(Number);
const rows: (string | number)[][] = [
  ['articles', 'text MB', 'seconds', 'articles/s', 'CPU-s', 'CPU ms an article', 'peak MB', 'index / text', 'again s'],
];
const points: (readonly [size: number, cpu: number])[] = [];
for (const count of sizes.length > 0 ? sizes : [1000, 3000]) reportBuild(count);
printTable('Cold build by the command line', rows);
console.log(`CPU time grows with the number of articles to the power of ${printExponent(points)}`);

function reportBuild(count: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-bench-'));
  const [corpus, index] = [join(folder, 'corpus'), join(folder, 'index')];
  const text = writeArticles(corpus, count);
  const cold = runIndex(corpus, index);
  const again = runIndex(corpus, index);
  points.push([count, cold.cpu]);
  rows.push([
    count,
    text / 1e6,
    cold.seconds,
    count / cold.seconds,
    cold.cpu,
    (1000 * cold.cpu) / count,
    cold.peakMb,
    sizeOf(index) / text,
    again.seconds,
  ]);
  reportRipgrep(corpus);
  rmSync(folder, { recursive: true, force: true });
}

/** What the command took; it says so itself when it ends. */
function runIndex(
  corpus: string,
  index: string,
): { readonly seconds: number; readonly cpu: number; readonly peakMb: number } {
  const say = `process.on('exit', () => console.error(JSON.stringify(process.resourceUsage())))`;
  const program = `${say}; require('./dist/cli.cjs')`;
  const args = ['-e', program, '--', 'fundstelle', 'index', corpus];
  const { value, time } = measure(() =>
    spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, FUNDSTELLE_INDEX: index } }),
  );
  if (value.status !== 0) throw new Error(value.stderr);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(
    value.stderr.trim().split('\n').at(-1) ?? '',
  ) as NodeJS.ResourceUsage;
  return { seconds: time / 1000, cpu: (userCPUTime + systemCPUTime) / 1e6, peakMb: maxRSS / 1024 };
}

/** The least that looking for a name costs without an index. */
function reportRipgrep(corpus: string): void {
  const { value, time } = measure(() => spawnSync('rg', ['-F', '-c', personAt(0), corpus], { encoding: 'utf8' }));
  if (value.error) console.log('ripgrep: skipped, there is no rg');
  else console.log(`ripgrep -F for the most frequent person: ${time.toFixed(0)} ms`);
}

function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
