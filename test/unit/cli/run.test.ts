import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { run } from '../../../server/src/cli/run.js';
import type { Analysis } from '../../../server/src/core/printAnalysis.js';

const ARTICLE = `14:05 13.01.2022
Abonnieren

Gespräche in Genf: Lawrow trifft Blinken

Der russische Außenminister Sergej Lawrow hat am Montag in Genf seinen Kollegen Antony Blinken getroffen.
Tags:
Russland, USA
`;

describe('fundstelle (command line)', function () {
  this.timeout(20_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'fundstelle-cli-'));
    mkdirSync(join(folder, 'articles', 'more'), { recursive: true });
    writeFileSync(join(folder, 'articles', 'a.txt'), ARTICLE);
    writeFileSync(
      join(folder, 'articles', 'more', 'b.md'),
      '---\ntitle: B\ndate: 2023-05-02\n---\n\nPutin empfing Xi in Moskau.\n',
    );
    writeFileSync(join(folder, 'articles', 'image.jpg'), 'no article');
    mkdirSync(join(folder, 'web'));
    writeFileSync(
      join(folder, 'web', 'seite.html.gz'),
      gzipSync(
        '<title>Treffen in Genf</title><article><h1>Treffen in Genf</h1><p>Außenminister Sergej Lawrow kam nach Genf, wo er am Freitag mit seinem Kollegen sprach.</p></article>',
      ),
    );
    writeFileSync(join(folder, 'broken.txt'), Uint8Array.from([0, 1, 2, 0]));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs a call in the test folder: what it wrote, what it complained about, and its exit code. */
  async function call(...args: readonly string[]): Promise<{ out: string; err: string; code: number }> {
    const [out, err]: [string[], string[]] = [[], []];
    const take = (lines: string[]) => (text: string) => {
      lines.push(text);
      return Promise.resolve();
    };
    const code = await run(args, { write: take(out), complain: take(err), folder });
    return { out: out.join(''), err: err.join(''), code };
  }

  const parse = (out: string): readonly Analysis[] =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Analysis);

  it('analyze prints one article a line, folders recursively, and only what is readable', async () => {
    const { out, err, code } = await call('analyze', 'articles');
    assert.deepEqual([err, code], ['', 0]);
    const [first, second] = parse(out);
    assert.equal(first?.doc, 'a.txt');
    assert.equal(first.article.date, '2022-01-13');
    assert.equal(first.article.title, 'Gespräche in Genf: Lawrow trifft Blinken');
    assert.ok(first.mentions.some(({ text }) => text === 'Sergej Lawrow'));
    assert.deepEqual([second?.doc, second?.article.title, second?.article.date], ['b.md', 'B', '2023-05-02']);
  });

  it('analyze --raw takes every line for body', async () => {
    const { out } = await call('analyze', '--raw', 'articles/a.txt');
    const [raw] = parse(out);
    const body = raw?.article.body.map(([start, end]) => ARTICLE.slice(start, end));
    assert.deepEqual(
      body,
      ARTICLE.split('\n').filter((line) => line !== ''),
    );
  });

  it('analyze prints the text too where it had to be extracted: the offsets refer to it', async () => {
    const { out } = await call('analyze', 'web', 'articles/a.txt', '--raw');
    const [page, plain] = parse(out);
    assert.equal(page?.doc, 'seite.html');
    assert.match(page.text ?? '', /^Treffen in Genf\n\n/);
    const mention = page.mentions.find(({ text }) => text === 'Sergej Lawrow');
    assert.ok(mention && page.text?.slice(mention.start, mention.end) === 'Sergej Lawrow');
    assert.deepEqual([plain?.doc, plain?.text], ['a.txt', undefined]);
  });

  it('analyze names what cannot be read, prints the rest, and exits 1', async () => {
    const { out, err, code } = await call('analyze', 'broken.txt', 'nowhere', 'articles/a.txt');
    assert.equal(code, 1);
    assert.equal(parse(out).length, 1);
    assert.match(err, /^broken\.txt: cannot be read: .*binary/m);
    assert.match(err, /^nowhere: cannot be read: .*ENOENT/m);
  });

  it('analyze --corpus heeds the authority file', async () => {
    writeFileSync(join(folder, 'authority.yaml'), 'reject:\n  - Antony Blinken\n');
    const { out } = await call('analyze', '--corpus', '.', 'articles/a.txt');
    rmSync(join(folder, 'authority.yaml'));
    assert.ok(!parse(out)[0]?.mentions.some(({ text }) => text === 'Antony Blinken'));
  });

  it('index prints what is in a folder, and exits 1 when something could not be read', async () => {
    const { out, err, code } = await call('index', '.');
    assert.match(out, /^\s+3 articles$/m);
    assert.match(err, /broken\.txt/);
    assert.equal(code, 1);
  });

  it('actors and events list the corpus', async () => {
    assert.match((await call('actors', 'articles')).out, /^\d+\tperson\tRU\tSergej Lawrow$/m);
    assert.match((await call('events', 'articles')).out, /^2022-01-10\tCONSULT\thappened\t1\t.*Genf/m);
    const rows = (await call('actors', 'articles', '--json')).out.trim().split('\n');
    assert.ok(rows.every((row) => typeof (JSON.parse(row) as { name: unknown }).name === 'string'));
  });

  for (const args of [
    [],
    ['frobnicate'],
    ['analyze'],
    ['index', '--raw'],
    ['--frob'],
    ['index', 'a', 'b'],
    ['index', 'nowhere'],
    ['constructor'],
  ]) {
    it(`exits 2 for: fundstelle ${args.join(' ')}`, async () => {
      const { out, err, code } = await call(...args);
      assert.deepEqual([out, code], ['', 2]);
      assert.match(err, /^fundstelle: /);
    });
  }

  it('prints help and version on standard output', async () => {
    assert.match((await call('--help')).out, /fundstelle analyze PATH/);
    assert.match((await call('help')).out, /Exit codes/);
    assert.deepEqual((await call('--version')).code, 0);
  });
});
