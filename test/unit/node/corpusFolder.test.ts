import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createCorpusFolder, type CorpusFolderOptions } from '../../../server/src/node/corpusFolder.js';

describe('the corpus folder', () => {
  let base = '';
  let root = '';

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'fundstelle-folder-'));
    root = join(base, 'corpus');
    mkdirSync(root);
  });
  afterEach(() => {
    rmSync(base, { recursive: true, force: true });
  });

  const write = (path: string, text = 'x'): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const open = (options: Partial<CorpusFolderOptions> = {}) =>
    createCorpusFolder({ root, include: ['**/*.txt', '**/*.md'], exclude: [], ...options });
  const listPaths = async (options: Partial<CorpusFolderOptions> = {}): Promise<readonly string[]> =>
    (await open(options).list()).files.map(({ path }) => path);

  it('lists what is included and not excluded, in path order', async () => {
    for (const path of ['b.txt', 'a/z.md', 'a/b/c.txt', 'a/b.pdf', 'old/x.txt', 'old/deep/y.txt']) write(path);
    assert.deepEqual(await listPaths({ exclude: ['old/**'] }), ['a/b/c.txt', 'a/z.md', 'b.txt']);
    assert.deepEqual(await listPaths({ exclude: ['old/*'] }), ['a/b/c.txt', 'a/z.md', 'b.txt', 'old/deep/y.txt']);
  });

  it('never lists hidden files, node_modules, drafts and its own files', async () => {
    const never = [
      '.git/a.txt',
      '.hidden.txt',
      'a/.b/c.md',
      'node_modules/m/README.md',
      'drafts/d.md',
      'a/drafts/e.md',
    ];
    for (const path of [...never, 'list.txt', 'a.txt', 'drafts.txt']) write(path);
    const folder = open({ drafts: ['**/drafts/**'], ownFiles: ['list.txt'] });
    assert.deepEqual(
      (await folder.list()).files.map(({ path }) => path),
      ['a.txt', 'drafts.txt'],
    );
    for (const path of [...never, 'list.txt', '../x.txt', 'a//b.txt']) assert.equal(folder.includes(path), false, path);
    assert.equal(folder.includes('not/there/yet.txt'), true);
  });

  it('takes globs of drafts from the workspace folder too', async () => {
    for (const path of ['mine/a.txt', 'b.txt']) write(path);
    assert.deepEqual(await listPaths({ drafts: ['corpus/mine/**'], draftsBase: base }), ['b.txt']);
    assert.deepEqual(await listPaths({ drafts: ['corpus/mine/**'], draftsBase: join(base, 'elsewhere') }), [
      'b.txt',
      'mine/a.txt',
    ]);
  });

  it('gives bytes with the stamp of the listing, and another stamp after a change', async () => {
    write('a.txt', 'Genf');
    const folder = open();
    const [file] = (await folder.list()).files;
    const read = await folder.read('a.txt');
    assert.ok('chunks' in read);
    const chunks: Uint8Array[] = [];
    for await (const chunk of read.chunks) chunks.push(chunk);
    assert.equal(Buffer.concat(chunks).toString(), 'Genf');
    assert.equal(read.stamp, file?.stamp);
    write('a.txt', 'Genf, Januar');
    assert.notEqual((await folder.list()).files[0]?.stamp, file?.stamp);
  });

  it('gives a large file piece by piece, as often as it is asked', async () => {
    write('large.jsonl', 'x');
    truncateSync(join(root, 'large.jsonl'), 60 * 1024 * 1024);
    const read = await open().read('large.jsonl');
    assert.ok('chunks' in read);
    for (let round = 0; round < 2; round++) {
      let [size, largest] = [0, 0];
      for await (const chunk of read.chunks) [size, largest] = [size + chunk.length, Math.max(largest, chunk.length)];
      assert.equal(size, 60 * 1024 * 1024);
      assert.ok(largest <= 1024 * 1024);
    }
  });

  it('has the same hash for the same bytes, whatever the name and time', async () => {
    write('a.txt', 'Genf');
    write('b.txt', 'Genf');
    write('c.txt', 'Bern');
    const folder = open();
    const [a, b, c] = await Promise.all(['a.txt', 'b.txt', 'c.txt'].map((path) => folder.read(path)));
    assert.ok(a && b && c && 'hash' in a && 'hash' in b && 'hash' in c);
    assert.equal(a.hash, b.hash);
    assert.notEqual(a.hash, c.hash);
  });

  it('heeds .gitignore files, unless the settings say otherwise', async () => {
    for (const path of ['a.txt', 'roh/b.txt', 'c/d.txt', 'c/roh.txt']) write(path);
    write('.gitignore', 'roh/\n');
    write('c/.gitignore', 'd.*\n');
    const folder = open();
    assert.deepEqual(
      (await folder.list()).files.map(({ path }) => path),
      ['a.txt', 'c/roh.txt'],
    );
    assert.ok(!folder.includes('roh/neu.txt'));
    rmSync(join(root, '.gitignore'));
    assert.ok((await folder.list()).files.some(({ path }) => path === 'roh/b.txt'));
  });

  it('does not follow links out of the folder', async () => {
    writeFileSync(join(base, 'secret.txt'), 'secret');
    mkdirSync(join(base, 'elsewhere'));
    writeFileSync(join(base, 'elsewhere', 'a.txt'), 'secret');
    symlinkSync(join(base, 'secret.txt'), join(root, 'file.txt'));
    symlinkSync(join(base, 'elsewhere'), join(root, 'linked'));
    write('a.txt');
    const { files, problems } = await open().list();
    assert.deepEqual(
      files.map(({ path }) => path),
      ['a.txt'],
    );
    assert.deepEqual(problems.map(({ path, code }) => [path, code]).sort(), [
      ['file.txt', 'outside-corpus'],
      ['linked', 'outside-corpus'],
    ]);
    for (const path of ['file.txt', 'linked/a.txt', '../secret.txt']) {
      const read = await open().read(path);
      assert.ok('code' in read && read.code === 'outside-corpus', path);
    }
  });

  it('follows links inside the folder, and comes to an end where they turn in circles', async () => {
    write('a/b.txt');
    symlinkSync(join(root, 'a', 'b.txt'), join(root, 'c.txt'));
    symlinkSync(root, join(root, 'a', 'loop'));
    symlinkSync('me.txt', join(root, 'me.txt'));
    const { files, problems } = await open().list();
    assert.deepEqual(
      files.map(({ path }) => path),
      ['a/b.txt', 'c.txt'],
    );
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['me.txt'],
    );
  });

  it('makes a problem of what cannot be read', async () => {
    const socket = createServer().listen(join(root, 'socket.txt'));
    await once(socket, 'listening');
    write('folder.txt/x.pdf');
    write('gone.txt');
    const folder = open();
    await folder.list();
    unlinkSync(join(root, 'gone.txt'));
    const codes = await Promise.all(
      ['socket.txt', 'folder.txt', 'gone.txt'].map(async (path) => {
        const read = await folder.read(path);
        return 'code' in read ? read.code : 'read';
      }),
    );
    socket.close();
    assert.deepEqual(codes, ['unreadable-file', 'unreadable-file', 'vanished-file']);
  });
});
