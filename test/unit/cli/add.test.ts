import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../server/src/cli/run.js';

const PAGE =
  '<!doctype html><title>Treffen in Genf</title><article><h1>Treffen in Genf</h1><p>Außenminister Sergej Lawrow kam nach Genf, wo er am Freitag mit seinem Kollegen sprach.</p></article>';

describe('fundstelle add', function () {
  this.timeout(20_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fundstelle-add-'));
    mkdirSync(join(folder, 'corpus'));
    writeFileSync(join(folder, 'corpus', 'corpus.yaml'), 'name: Klein\n');
    writeFileSync(join(folder, 'seite.html'), PAGE);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  async function call(args: readonly string[], input = ''): Promise<{ out: string; err: string; code: number }> {
    const [out, err]: [string[], string[]] = [[], []];
    const take = (lines: string[]) => (text: string) => {
      lines.push(text);
      return Promise.resolve();
    };
    const console = { write: take(out), complain: take(err), folder, input: stream(input) };
    return { code: await run(['add', ...args], console), out: out.join(''), err: err.join('') };
  }
  const listAdded = (): readonly string[] => readdirSync(join(folder, 'corpus', 'articles', 'added')).sort();

  it('adds a file and standard input, and prints where they are', async () => {
    const { out, err, code } = await call(['seite.html', '-'], '# Aus dem Rohr\n\nLawrow blieb in Genf.\n');
    assert.deepEqual([err, code], ['', 0]);
    const [page = '', piped = ''] = out.trimEnd().split('\n');
    assert.match(page, /^corpus\/articles\/added\/\d{4}-\d\d-\d\d-treffen-in-genf\.md$/);
    assert.match(
      readFileSync(join(folder, page), 'utf8'),
      /^---\ntitle: Treffen in Genf\n[\s\S]*\n# Treffen in Genf\n\nAußen/,
    );
    assert.match(readFileSync(join(folder, piped), 'utf8'), /\n# Aus dem Rohr\n\nLawrow blieb in Genf\.\n$/);
    assert.equal(listAdded().length, 4);
    const analysed: string[] = [];
    const write = (text: string): Promise<void> => {
      analysed.push(text);
      return Promise.resolve();
    };
    await run(['index', 'corpus', '--json'], { write, complain: write, folder });
    assert.match(analysed.join(''), /"articles":2,/, 'the originals are no articles');
  });

  it('finds the corpus by --corpus', async () => {
    mkdirSync(join(folder, 'other'));
    const { out } = await call(['seite.html', '--corpus', 'other']);
    assert.match(out, /^other\/articles\/added\//);
  });

  it('says what was not added, and adds the rest', async () => {
    const { out, err, code } = await call([
      'weg.html',
      'http://127.0.0.1/',
      'https://localhost/',
      'ftp://a.example/',
      'seite.html',
    ]);
    assert.equal(code, 1);
    assert.equal(out.trimEnd().split('\n').length, 1);
    assert.match(err, /^weg\.html: No article was added: weg\.html is not there/m);
    assert.match(err, /^http:\/\/127\.0\.0\.1\/: 127\.0\.0\.1 leads to an address of a private/m);
    assert.match(err, /^https:\/\/localhost\/: localhost leads to an address of a private/m);
    assert.match(err, /^ftp:\/\/a\.example\/: This is no http or https address/m);
  });

  for (const args of [[], ['seite.html', '--corpus', 'weg'], ['seite.html', '--json']]) {
    it(`exits 2 for: fundstelle add ${args.join(' ')}`, async () => {
      const { out, err, code } = await call(args);
      assert.deepEqual([out, code], ['', 2]);
      assert.match(err, /^fundstelle: /);
    });
  }
});

async function* stream(text: string): AsyncGenerator<Uint8Array> {
  for (const byte of new TextEncoder().encode(text)) yield await Promise.resolve(Uint8Array.of(byte));
}
