import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findIndexHome, makeIndexFolder } from '../../../server/src/node/indexFolder.js';

describe('the home of indexes', () => {
  const home = '/home/ada';
  const find = (env: Readonly<Record<string, string>>, platform: NodeJS.Platform = 'linux', named?: string) =>
    findIndexHome(named, { platform, env, home });

  it('is the folder for caches of the operating system', () => {
    assert.equal(find({}), '/home/ada/.cache/fundstelle');
    assert.equal(find({ XDG_CACHE_HOME: '/var/cache/ada' }), '/var/cache/ada/fundstelle');
    assert.equal(find({ XDG_CACHE_HOME: 'cache' }), '/home/ada/.cache/fundstelle', 'a relative one is none');
    assert.equal(find({}, 'darwin'), '/home/ada/Library/Caches/fundstelle');
    assert.equal(find({ LOCALAPPDATA: '/appdata' }, 'win32'), '/appdata/fundstelle');
  });

  it('is the one that is named, by the setting before the variable', () => {
    assert.equal(find({ FUNDSTELLE_INDEX: '/i' }), '/i');
    assert.equal(find({ FUNDSTELLE_INDEX: '/i' }, 'linux', '/j'), '/j');
    assert.equal(find({ FUNDSTELLE_INDEX: '' }, 'linux', ' '), '/home/ada/.cache/fundstelle');
    assert.equal(find({}, 'linux', '~/i'), '/home/ada/i');
  });

  it('is nowhere when the memory is to do', () => {
    assert.equal(find({ FUNDSTELLE_INDEX: 'memory' }), undefined);
  });
});

describe('the folder of an index', () => {
  it('is one for a corpus, by whatever way it is reached, and for nobody else', async () => {
    const base = mkdtempSync(join(tmpdir(), 'fundstelle-index-'));
    mkdirSync(join(base, 'Mein Korpus'));
    mkdirSync(join(base, 'other'));
    symlinkSync(join(base, 'Mein Korpus'), join(base, 'link'));
    const home = join(base, 'home');
    const folder = await makeIndexFolder(home, join(base, 'Mein Korpus'));
    assert.equal(await makeIndexFolder(home, join(base, 'link')), folder);
    assert.notEqual(await makeIndexFolder(home, join(base, 'other')), folder);
    assert.match(folder, /Mein-Korpus-[0-9a-f]{16}$/);
    if (process.platform !== 'win32') assert.equal(statSync(folder).mode & 0o777, 0o700);
    rmSync(base, { recursive: true });
  });
});
