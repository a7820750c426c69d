import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Console } from '../../../server/src/cli/console.js';
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
    return callOn({}, ...args);
  }

  async function callOn(more: Partial<Console>, ...args: readonly string[]): ReturnType<typeof call> {
    const [out, err]: [string[], string[]] = [[], []];
    const take = (lines: string[]) => (text: string) => {
      lines.push(text);
      return Promise.resolve();
    };
    const code = await run(args, { write: take(out), complain: take(err), folder, ...more });
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

  it('export prints the articles as a bibliography, as references name them, and reads it back', async () => {
    const corpus = join(folder, 'cited');
    mkdirSync(corpus);
    writeFileSync(join(corpus, 'a.txt'), ARTICLE);
    writeFileSync(join(corpus, 'b.md'), '---\ntitle: B\nsource: Bote\ndate: 2023-05-02\n---\n\nPutin in Moskau.\n');
    writeFileSync(
      join(corpus, 'references.bib'),
      '@article{genf, journaltitle = {Ledger}, file = {a.txt}}\n@article{broken, title = {',
    );
    const { out, err, code } = await call('export', 'cited', '--format', 'csl-json');
    assert.equal(code, 0);
    assert.match(err, /^references\.bib: this entry has no end/);
    assert.deepEqual(
      (JSON.parse(out) as readonly Record<string, unknown>[]).map((item) => [
        item['id'],
        item['container-title'],
        item['title'],
      ]),
      [
        ['bote2023b', 'Bote', 'B'],
        ['genf', 'Ledger', 'Gespräche in Genf: Lawrow trifft Blinken'],
      ],
    );
    rmSync(join(corpus, 'references.bib'));
    await call('export', 'cited', '--format', 'bibtex', '--output', 'cited/references.bib');
    const first = readFileSync(join(corpus, 'references.bib'), 'utf8');
    assert.match(first, /^@article\{bote2023b,\n {2}title = \{\{B\}\},/);
    assert.equal((await call('export', 'cited', '--format', 'bibtex')).out, first);
    assert.deepEqual([(await call('export', 'cited')).code, (await call('export', '--format', 'ris')).code], [2, 2]);
  });

  it('search prints path, line, column and passage, marked on a terminal only', async () => {
    const passage =
      'Der russische Außenminister Sergej Lawrow hat am Montag in Genf seinen Kollegen Antony Blinken getroffen.';
    const { out, err, code } = await call('search', 'Genf getroffen', 'actor:Lawrow', '--corpus', 'articles');
    assert.deepEqual([out, err, code], [`a.txt:6:60:${passage}\n`, '', 0]);
    const painted = await callOn({ hasColours: true }, 'search', 'Genf', '--corpus', 'articles');
    assert.ok(painted.out.includes('\u001b[35ma.txt\u001b[0m:\u001b[32m6\u001b[0m:60:Der'));
    assert.ok(painted.out.includes(' in \u001b[1;31mGenf\u001b[0m seinen'));
    const { out: json } = await call('search', 'Moskau OR Genf', '--corpus', 'articles', '--format', 'jsonl');
    const rows = json
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as Record<string, unknown>);
    assert.ok(rows.some(({ path, line, text }) => path === 'a.txt' && line === 6 && text === passage));
    assert.ok(
      rows.some(({ path, date, matches }) => path === 'more/b.md' && date === '2023-05-02' && Array.isArray(matches)),
    );
  });

  it('search exits 1 when nothing is found, 2 for a query that it cannot follow, and says where', async () => {
    const search = (...args: readonly string[]) => call('search', '--corpus', 'articles', ...args);
    assert.deepEqual(await search('Xylophon'), { out: '', err: '', code: 1 });
    const { err, code } = await search('Genf (Moskau');
    assert.deepEqual([err, code], ['fundstelle: This parenthesis is never closed.\n  Genf (Moskau\n       ^\n', 2]);
    assert.deepEqual((await search('actor:Mustermann')).code, 1);
    assert.match(
      (await search('Genf OR Moskau', '--limit', '1')).err,
      /^fundstelle: 1 of \d+ passages; --limit N for more$/m,
    );
    for (const wrong of [[], ['Genf', '--limit', '0'], ['Genf', '--format', 'xml']])
      assert.equal((await search(...wrong)).code, 2);
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
