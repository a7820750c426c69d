import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Analyses `articles` with the built command line, scores what it prints with `scorer` (a program that takes the predictions'
 * file and `gold`), prints the scorer's table, and gives its figures by name.
 */
export function scoreArticles(articles: string, scorer: string, gold: readonly string[]): ReadonlyMap<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-accuracy-'));
  const predictions = join(folder, 'predictions.jsonl');
  writeFileSync(predictions, runNode(['dist/bin/fundstelle.cjs', 'analyze', articles]));
  const table = runNode([scorer, predictions, ...gold]);
  rmSync(folder, { recursive: true });
  console.log(table);
  return parseFigures(table);
}

/** One test a figure: it must not fall below its minimum, in percent. */
export function describeMinima(
  minima: Readonly<Record<string, number>>,
  getFigures: () => ReadonlyMap<string, number>,
): void {
  for (const [figure, minimum] of Object.entries(minima)) {
    it(`${figure} ≥ ${String(minimum)}`, () => {
      const value = getFigures().get(figure);
      assert.ok(value !== undefined && value >= minimum, `${figure} is ${String(value)}`);
    });
  }
}

function runNode(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** „mentions   91.2 …": the figure's name and its first number. */
function parseFigures(table: string): ReadonlyMap<string, number> {
  const rows = [...table.matchAll(/^(\S.*?)\s{2,}(\d+\.\d)/gm)];
  return new Map(rows.map(([, name = '', value]) => [name, Number(value)]));
}
