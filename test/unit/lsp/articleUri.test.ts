import assert from 'node:assert/strict';
import type { ArticleId } from '../../../server/src/core/article/article.js';
import { findVirtualArticle, toArticleUri, toFileOf } from '../../../server/src/lsp/articleUri.js';

const CORPUS = 'file:///home/m%C3%BCller/corpus%20(1)';
const IDS = [
  'a.html',
  'x.csv#12',
  'Ärger/Größe 100% #1?.pdf',
  'a.2.docx',
  'b.2.csv#3',
  'b.2.csv#line-3~2',
  'übel#1.csv#Größe-1x',
  "it's (1)!*.epub",
  '日本/記事.htm',
];

describe('URIs of articles', () => {
  it('lead to the file itself where it is the text', () => {
    assert.equal(toArticleUri(CORPUS, { id: 'a/b.md' as ArticleId, extracted: false }), `${CORPUS}/a/b.md`);
  });

  it('name a virtual document where the text was extracted, and lead back', () => {
    for (const id of IDS) {
      const uri = toArticleUri(CORPUS, { id: id as ArticleId, extracted: true });
      assert.match(uri, /^fundstelle:\/[\w/%.~-]+\.txt\?[\w%.~-]+$/);
      assert.deepEqual(findVirtualArticle(uri), { corpus: CORPUS, id });
    }
  });

  it('say which file it was', () => {
    assert.equal(toFileOf(CORPUS, 'a/x.csv#12' as ArticleId), `${CORPUS}/a/x.csv`);
  });

  it('are understood as other clients write them', () => {
    const expected = { corpus: 'file:///c', id: 'a b.html' };
    for (const uri of ['fundstelle:/a%20b.html.txt?file%3A///c', 'fundstelle:///a b.html.txt?file:///c'])
      assert.deepEqual(findVirtualArticle(uri), expected);
    const encoded = 'fundstelle:/x.csv.17.txt?file%3A%2F%2F%2Fc%2317';
    assert.deepEqual(findVirtualArticle(encoded), { corpus: 'file:///c', id: 'x.csv#17' });
  });

  it('are nothing else', () => {
    for (const uri of [
      'file:///a.html.txt?x',
      'fundstelle:/a.html?x',
      'fundstelle:/a.html.txt',
      'fundstelle:',
      'x',
      'fundstelle:/x.csv.18.txt?c%2317',
    ])
      assert.equal(findVirtualArticle(uri), undefined, uri);
  });
});
