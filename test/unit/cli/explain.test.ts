import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { run } from '../../../server/src/cli/run.js';

const ARTICLE = 'corpus/articles/agentur-nordlicht/2023-02-22-wang-yi-moskau.txt';

/** Runs one call of the command line at the root of the repository. */
async function call(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await run(args, {
    write: (text) => {
      out += text;
      return Promise.resolve();
    },
    complain: (text) => {
      err += text;
      return Promise.resolve();
    },
    folder: process.cwd(),
  });
  return { code, out, err };
}

/** The line of the article, from 1, that holds some words, and the column where they start. */
function findPlace(words: string): readonly [line: number, column: number] {
  const lines = readFileSync(ARTICLE, 'utf8').split('\n');
  const index = lines.findIndex((line) => line.includes(words));
  assert.notEqual(index, -1, words);
  return [index + 1, (lines[index] ?? '').indexOf(words) + 1];
}

describe('fundstelle explain', function () {
  this.timeout(20_000);

  it('prints every fact of a line with its rule and who may be meant', async () => {
    const [line] = findPlace('Lawrow');
    const { code, out } = await call('explain', `${ARTICLE}:${String(line)}`, '--corpus', 'corpus');
    assert.equal(code, 0);
    assert.match(out, /^\d+:\d+ {2}name · „[^“]*Lawrow“$/m);
    assert.match(out, /^ {2}taken for: Sergej Lawrow$/m);
    assert.match(out, /^ {2}because: .+; .+ \(rule: .+\)$/m);
    assert.match(out, /^ {4}1\. Sergej Lawrow · person · .+$/m);
  });

  it('prints what a column touches alone, as JSON too', async () => {
    const [line, column] = findPlace('Lawrow');
    const place = `${ARTICLE}:${String(line)}:${String(column + 1)}`;
    const { out } = await call('explain', place, '--corpus', 'corpus', '--format', 'json');
    const { facts } = JSON.parse(out) as { facts: readonly Record<string, unknown>[] };
    const name = facts.find(({ kind }) => kind === 'name');
    assert.equal(name?.['meaning'], 'Sergej Lawrow');
    assert.equal(facts.filter(({ kind }) => kind === 'name').length, 1);
    assert.ok(Array.isArray(name['candidates']) && typeof name['rule'] === 'string');
    assert.deepEqual((name['start'] as number[])[0], line);
  });

  it('says so where nothing is recognised, and refuses a wrong call', async () => {
    const nothing = await call('explain', 'corpus/drafts/analyse-gipfel.md:2', '--corpus', 'corpus');
    assert.deepEqual([nothing.code, nothing.out], [1, 'Nothing was recognised here.\n']);
    for (const args of [
      ['explain'],
      ['explain', ARTICLE],
      ['explain', `${ARTICLE}:0`],
      ['explain', `${ARTICLE}:99999`],
      ['explain', 'no-such-file:1'],
    ])
      assert.equal((await call(...args, '--corpus', 'corpus')).code, 2, args.join(' '));
  });
});
