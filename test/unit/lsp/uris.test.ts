import assert from 'node:assert/strict';
import { findPathBelow, toComparable, toFileUri, toUri } from '../../../server/src/lsp/uris.js';

describe('URIs and paths', () => {
  it('a path of a corpus becomes a URI that can stand in a Markdown link, and back', () => {
    for (const path of ['a.txt', 'Ärger/Größe 100% #1?.md', "it's (1) [2]!*.txt", '日本/記事.md', 'a:b@c.txt']) {
      const uri = toUri('file:///home/m%C3%BCller/corpus', path);
      assert.match(uri, /^[\w:/%.~-]+$/);
      assert.equal(findPathBelow('file:///home/m%C3%BCller/corpus', uri), path);
      assert.equal(new URL(uri).href, uri);
    }
  });

  it('a URI is below a folder however it is encoded', () => {
    assert.equal(findPathBelow('file:///c%3A/Texte', 'file:///C:/Texte/a/b.txt'), 'a/b.txt');
    assert.equal(findPathBelow('file:///m%C3%BCller/', 'file:///müller/a.txt'), 'a.txt');
  });

  it('near misses are not below', () => {
    const folder = 'file:///home/corpus';
    for (const uri of [
      'file:///home/corpus',
      'file:///home/corpus/',
      'file:///home/corpus2/a',
      'file:///home/corpus/../a',
      'untitled:a',
    ])
      assert.equal(findPathBelow(folder, uri), undefined, uri);
    assert.equal(findPathBelow(folder, 'file:///home/corpus/%2E%2E/secret'), undefined);
  });

  it('what cannot be decoded is compared as it is', () => {
    assert.equal(toComparable('file:///%zz'), 'file:///%zz');
    assert.equal(findPathBelow('file:///home', 'file:///home/%zz'), '%zz');
  });

  it('a path of any platform becomes a file URI', () => {
    assert.equal(toFileUri('/home/müller/a b'), 'file:///home/m%C3%BCller/a%20b');
    assert.equal(toFileUri('C:\\Texte\\a'), 'file:///C%3A/Texte/a');
  });
});
