import assert from 'node:assert/strict';
import { type ColumnMapping } from '../../../server/src/formats/documents/exports/columns.js';
import { collectParts, createArticleReader } from '../../../server/src/formats/articleReader.js';

async function read(path: string, text: string, columns?: ColumnMapping) {
  const readArticles = createArticleReader({ data: new Map(), ...(columns && { columns }) });
  const { articles, problems } = await collectParts(readArticles(path, [new TextEncoder().encode(text)]));
  return { texts: articles.map((article) => [article.id, article.text]), codes: problems.map(({ code }) => code) };
}

describe('a file of many articles', () => {
  it('may be a table, a list of JSON objects or a feed', async () => {
    const item = (title: string) => `<item><title>${title}</title><description>Er kam.</description></item>`;
    const feed = `<rss version="2.0"><channel>${item('Eins')}${item('Zwei')}</channel></rss>`;
    const json = '{"title":"Eins","text":"Er kam."}\n{kaputt\n{"title":"Zwei","text":"Er ging."}\n';
    assert.deepEqual(await read('x.csv', 'Id;Titel;Text\n7;Eins;Er kam.\n8;Zwei;Er ging.\n'), {
      texts: [
        ['x.csv#7', 'Eins\n\nEr kam.\n'],
        ['x.csv#8', 'Zwei\n\nEr ging.\n'],
      ],
      codes: [],
    });
    const { texts, codes } = await read('x.jsonl', json);
    assert.deepEqual([texts.map(([id]) => id), codes], [['x.jsonl#line-1', 'x.jsonl#line-3'], ['unreadable-record']]);
    const items = await read('x.rss', feed);
    assert.deepEqual(items.texts[1], ['x.rss#Zwei', 'Zwei\n\nEr kam.\n']);
  });

  it('may name its columns as it likes, when the corpus says how', async () => {
    const table = 'Kopf,Rumpf\nEins,Er kam.\n';
    assert.deepEqual((await read('x.csv', table)).codes, ['unreadable-file']);
    const { texts } = await read('x.csv', table, { title: 'Kopf', text: ['Leib', 'Rumpf'] });
    assert.deepEqual(texts, [['x.csv#line-2', 'Eins\n\nEr kam.\n']]);
  });
});

describe('a file that is not what its name says', () => {
  const faults = {
    'x.pdf': 'kein PDF',
    'x.docx': 'nichts',
    'x.txt': '%PDF-1.4 kaputt',
    'x.xml': '<a/>',
    'x.mhtml': 'x',
    'x.eml': '',
  };
  for (const [path, text] of Object.entries(faults))
    it(`is a problem and no article: ${path}`, async () => {
      assert.deepEqual(await read(path, text), { texts: [], codes: ['unreadable-file'] });
    });
});

describe('a web archive', () => {
  it('is its page', async () => {
    const page = '<h1>Ein Tag in Genf</h1><p>Der Minister kam am Morgen nach Genf und sprach mit den Wartenden.</p>';
    const archive = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Location: https://seeblick.example/genf',
      '',
      `<html><body><article>${page}</article></body></html>`,
      '--b--',
      '',
    ].join('\r\n');
    const { texts } = await read('x.mhtml', archive);
    assert.deepEqual(
      texts.map(([id]) => id),
      ['x.mhtml'],
    );
    assert.match(texts[0]?.[1] ?? '', /Der Minister kam am Morgen/);
  });
});
