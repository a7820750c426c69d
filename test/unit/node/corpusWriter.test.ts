import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCorpusFolder } from '../../../server/src/node/corpusFolder.js';
import { createCorpusWriter } from '../../../server/src/node/corpusWriter.js';
import { createOutsideFiles } from '../../../server/src/node/outsideFiles.js';

describe('writing into a corpus folder', () => {
  let base = '';
  let root = '';

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'fundstelle-writer-'));
    root = join(base, 'corpus');
    mkdirSync(root);
  });
  afterEach(() => {
    rmSync(base, { recursive: true, force: true });
  });

  const create = (...paths: readonly string[]) =>
    createCorpusWriter(root).create(paths.map((path) => ({ path, content: `Größe ${path}` })));

  it('makes the files and the folders above them', async () => {
    assert.equal(await create('articles/added/a.md', 'articles/added/a.original.txt'), 'created');
    assert.equal(readFileSync(join(root, 'articles/added/a.md'), 'utf8'), 'Größe articles/added/a.md');
  });

  it('overwrites nothing, and leaves nothing when one name is taken', async () => {
    writeFileSync(join(root, 'a.md'), 'theirs');
    symlinkSync('nowhere', join(root, 'b.md'));
    mkdirSync(join(root, 'c.md'));
    for (const taken of ['a.md', 'b.md', 'c.md']) assert.equal(await create('a.original.txt', taken), 'taken', taken);
    assert.equal(readFileSync(join(root, 'a.md'), 'utf8'), 'theirs');
    assert.deepEqual(readdirSync(root).sort(), ['a.md', 'b.md', 'c.md']);
  });

  it('never leaves the folder', async () => {
    mkdirSync(join(base, 'elsewhere'));
    symlinkSync(join(base, 'elsewhere'), join(root, 'linked'));
    symlinkSync(join(base, 'elsewhere'), join(root, 'articles'));
    for (const path of ['../a.md', 'x/../../a.md', 'linked/a.md', 'linked/deep/a.md', 'articles/added/a.md']) {
      const outcome = await create(path);
      assert.ok(typeof outcome === 'object' && outcome.code === 'outside-corpus', path);
    }
    assert.deepEqual(readdirSync(join(base, 'elsewhere')), []);
    assert.equal(existsSync(join(base, 'a.md')), false);
  });

  it('makes a problem of what cannot be written', async () => {
    writeFileSync(join(root, 'articles'), 'a file');
    const outcome = await create('articles/added/a.md');
    assert.ok(typeof outcome === 'object' && outcome.code === 'unwritable-file', JSON.stringify(outcome));
  });

  it('originals are no articles, files of other names are', async () => {
    const originals = ['a.original.html', 'b/a.original.txt', 'a.original.html.gz', 'A.ORIGINAL.TXT'];
    const articles = [
      'original.txt',
      'a.originals.txt',
      'original/a.txt',
      'a.original-text.txt',
      'das.original.von.gestern.txt',
    ];
    assert.equal(await create(...originals, ...articles), 'created');
    const folder = createCorpusFolder({ root, include: ['**/*.{txt,TXT,html,html.gz}'], exclude: [] });
    const { files } = await folder.list();
    assert.deepEqual(files.map(({ path }) => path).sort(), [...articles].sort());
    for (const path of originals) assert.equal(folder.includes(path), false, path);
  });

  it('a chosen file is read by path or URI, and known as one of the corpus', async () => {
    writeFileSync(join(root, 'ä b.txt'), 'drin');
    writeFileSync(join(base, 'ä b.txt'), 'draußen');
    const files = createOutsideFiles(root);
    for (const [folder, corpusPath] of [
      [root, 'ä b.txt'],
      [base, undefined],
    ] as const) {
      const path = join(folder, 'ä b.txt');
      for (const where of [path, pathToFileURL(path).href]) {
        const file = await files.read(where);
        assert.ok('bytes' in file);
        assert.deepEqual([file.name, file.corpusPath], ['ä b.txt', corpusPath]);
      }
    }
    for (const where of [join(base, 'weg.txt'), base, 'file://%zz', 'file://elsewhere.example/x'])
      assert.ok('message' in (await files.read(where)), where);
  });
});
