import assert from 'node:assert/strict';
import { IgnoreRules } from '../../../server/src/node/ignoreRules.js';

describe('.gitignore files of a corpus', () => {
  it('leave out files and folders, each below its own', () => {
    const rules = new IgnoreRules();
    rules.set('', 'entwurf.txt\n/build/\n*.tmp.md\n');
    rules.set('a/b', '*.html\n!gut.html\n');
    for (const path of ['entwurf.txt', 'x/entwurf.txt', 'build/', 'build/a.txt', 'a/x.tmp.md', 'a/b/c/seite.html'])
      assert.ok(rules.ignores(path), path);
    for (const path of ['entwurf.md', 'a/build/x.txt', 'seite.html', 'a/seite.html', 'a/b/gut.html', 'a/'])
      assert.ok(!rules.ignores(path), path);
  });

  it('the inner one has the last word', () => {
    const rules = new IgnoreRules();
    rules.set('', '*.html\n');
    rules.set('a', '!*.html\n');
    assert.ok(rules.ignores('x.html'));
    assert.ok(!rules.ignores('a/x.html'));
    rules.set('a', undefined);
    assert.ok(rules.ignores('a/x.html'));
  });
});
