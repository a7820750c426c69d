import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireShared } from '../support/shared.js';

/** The least that the five seed articles must give, in percent: a regression below a figure fails. */
const MINIMA: Readonly<Record<string, number>> = {
  'article body': 95,
  'article title': 100,
  'article date': 100,
  'article source': 100,
  mentions: 80,
  'linking B3': 75,
  'events recall': 50,
  'direct quotes': 75,
};

describe('accuracy on the seeds (scored with ../shared/eval)', function () {
  this.timeout(60_000);
  let figures: ReadonlyMap<string, number> = new Map();

  before(function () {
    const articles = requireShared(this, 'data/seed-articles');
    const gold = requireShared(this, 'eval/gold-dev');
    const scorer = requireShared(this, 'eval/score.mjs');
    const folder = mkdtempSync(join(tmpdir(), 'fundstelle-accuracy-'));
    const predictions = join(folder, 'predictions.jsonl');
    writeFileSync(predictions, runNode(['dist/bin/fundstelle.cjs', 'analyze', articles]));
    const files = readdirSync(gold).map((file) => join(gold, file));
    const table = runNode([scorer, predictions, ...files]);
    rmSync(folder, { recursive: true });
    console.log(table);
    figures = parseFigures(table);
  });

  for (const [figure, minimum] of Object.entries(MINIMA)) {
    it(`${figure} ≥ ${String(minimum)}`, () => {
      const value = figures.get(figure);
      assert.ok(value !== undefined && value >= minimum, `${figure} is ${String(value)}`);
    });
  }
});

function runNode(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** „mentions   91.2 …": the figure's name and its first number. */
function parseFigures(table: string): ReadonlyMap<string, number> {
  const rows = [...table.matchAll(/^(\S.*?)\s{2,}(\d+\.\d)/gm)];
  return new Map(rows.map(([, name = '', value]) => [name, Number(value)]));
}
