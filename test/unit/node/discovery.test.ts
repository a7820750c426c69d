import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { discoverCorpus } from '../../../server/src/node/discovery.js';

describe('which corpus belongs to a workspace folder', () => {
  let base = '';
  let workspace = '';

  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'fundstelle-discovery-')));
    workspace = join(base, 'workspace');
    mkdirSync(join(workspace, 'corpus'), { recursive: true });
    mkdirSync(join(workspace, 'texts'));
    mkdirSync(join(base, 'archive'));
  });
  afterEach(() => {
    rmSync(base, { recursive: true, force: true });
  });

  const settingsIn = (...folder: readonly string[]): void => {
    writeFileSync(join(workspace, ...folder, 'corpus.yaml'), '');
  };

  it('the folder of a corpus.yaml at the root, else in corpus/', async () => {
    settingsIn('corpus');
    assert.deepEqual(await discoverCorpus(workspace), { kind: 'corpus', root: join(workspace, 'corpus') });
    settingsIn();
    assert.deepEqual(await discoverCorpus(workspace), { kind: 'corpus', root: workspace });
  });

  it('a bare corpus/ is offered, not taken; other folders are nothing', async () => {
    assert.deepEqual(await discoverCorpus(workspace), { kind: 'offer', root: join(workspace, 'corpus') });
    rmSync(join(workspace, 'corpus'), { recursive: true });
    settingsIn('texts');
    assert.deepEqual(await discoverCorpus(workspace), { kind: 'none' });
  });

  it('the named folder comes first', async () => {
    settingsIn();
    const found = await discoverCorpus(workspace, { path: 'texts', namedBy: 'workspace' });
    assert.deepEqual(found, { kind: 'corpus', root: join(workspace, 'texts') });
  });

  it('a folder outside is taken from the user only', async () => {
    for (const path of ['../archive', join(base, 'archive')]) {
      const byWorkspace = await discoverCorpus(workspace, { path, namedBy: 'workspace' });
      assert.ok(byWorkspace.kind === 'none' && byWorkspace.problem?.code === 'corpus-setting', path);
      const byUser = await discoverCorpus(workspace, { path, namedBy: 'user' });
      assert.deepEqual(byUser, { kind: 'corpus', root: join(base, 'archive') });
    }
  });

  it('a link inside that leads outside is outside', async () => {
    symlinkSync(join(base, 'archive'), join(workspace, 'linked'));
    const found = await discoverCorpus(workspace, { path: 'linked', namedBy: 'workspace' });
    assert.ok(found.kind === 'none' && found.problem !== undefined);
  });

  it('a named folder that is not there is a problem, not another corpus', async () => {
    settingsIn();
    const found = await discoverCorpus(workspace, { path: 'nowhere', namedBy: 'user' });
    assert.ok(found.kind === 'none' && found.problem?.path === 'nowhere');
  });

  it('~ is the home folder in the user settings only', async () => {
    const home = await discoverCorpus(workspace, { path: '~', namedBy: 'user' });
    assert.ok(home.kind === 'corpus');
    assert.equal(relative(home.root, homedir()), '');
    assert.equal((await discoverCorpus(workspace, { path: '~', namedBy: 'workspace' })).kind, 'none');
  });
});
