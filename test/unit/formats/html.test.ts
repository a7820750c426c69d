import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { collectParts, createArticleReader } from '../../../server/src/formats/articleReader.js';
import { getDataFiles } from '../../support/knowledge.js';

const PAGE = readFileSync('test/golden/cases/seite.html');

async function read(path: string, bytes: Uint8Array) {
  return collectParts(createArticleReader({ data: await getDataFiles() })(path, [bytes]));
}

describe('a saved web page', () => {
  it('is its article, with what the page states', async () => {
    const { articles, problems } = await read('web/seite.html', PAGE);
    const [article] = articles;
    assert.ok(article?.layout === 'extracted');
    const { title, date, source, url } = article.metadata;
    assert.deepEqual(
      [article.id, title, date, source, url],
      [
        'web/seite.html',
        'Eine Stunde am Genfer See',
        '2022-01-22',
        'Seeblick am Morgen',
        'https://seeblick.example/genf-stunde',
      ],
    );
    assert.match(article.text, /^Eine Stunde am Genfer See\n\nAußenminister Sergej Lawrow/);
    assert.doesNotMatch(article.text, /Abo bestellen|Impressum|</);
    assert.deepEqual(problems, []);
  });

  it('may be packed', async () => {
    const plain = await read('seite.html', PAGE);
    const packed = await read('seite.html.gz', gzipSync(PAGE));
    assert.deepEqual(packed.articles[0]?.text, plain.articles[0]?.text);
    assert.equal(packed.articles[0]?.id, 'seite.html.gz');
  });

  it('says why it cannot be read', async () => {
    const broken = gzipSync(PAGE).subarray(0, 400);
    broken.fill(255, 20);
    const faults = {
      'kaputt.html.gz': [broken, /not a whole gzip file/],
      'bombe.html.gz': [gzipSync(new Uint8Array(60 * 1024 * 1024)), /more than 50 MB/],
    } as const;
    for (const [path, [bytes, message]] of Object.entries(faults)) {
      const { articles, problems } = await read(path, bytes);
      assert.deepEqual(articles, []);
      assert.match(problems[0]?.message ?? '', message);
    }
  });
});
