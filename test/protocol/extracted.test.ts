import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import type { Hover, Location } from 'vscode-languageserver/node';
import {
  type ArticleRow,
  type ArticleTextAnswer,
  type ListAnswer,
  METHODS,
} from '../../server/src/protocol/protocol.js';
import { askAt, cleanUp } from './support/opened.js';
import { makeFolder, positionIn, type TestFolder } from './support/sample.js';
import { eventually, MODERN, startServer, type TestServer } from './support/testServer.js';

const PAGE = `<!doctype html><html lang="de"><head><title>Eine Stunde in Genf</title>
<meta property="og:site_name" content="Seeblick"><meta property="article:published_time" content="2022-01-22"></head>
<body><nav><a href="/abo">Abo bestellen</a></nav><article><h1>Eine Stunde in Genf</h1>
<p>Außenminister Sergej Lawrow traf am Freitag in Genf seinen Kollegen Antony Blinken zu einem Gespräch.</p>
<p>Lawrow wartet nach eigenen Worten auf eine schriftliche Antwort aus Washington.</p></article></body></html>`;
const DRAFT = 'Am Freitag traf Lawrow in Genf Blinken.\n';
const TEXT_OF_PAGE = /^Eine Stunde in Genf\n\nAußenminister Sergej Lawrow traf/;

describe('articles whose text is extracted', () => {
  let server: TestServer;
  let folder: TestFolder;

  before(async () => {
    folder = makeFolder();
    folder.write('corpus.yaml', 'name: Netz\n');
    folder.write('web/genf (1).html', PAGE);
    folder.write('web/plain.txt', 'Minsk, 3. März 2022\n\nNur Text.\n');
    server = startServer();
    const workspace = { ...MODERN.workspace, textDocumentContent: {} };
    const { capabilities } = await server.initialize({
      folders: [folder.path],
      capabilities: { ...MODERN, textDocument: {}, workspace },
    });
    assert.deepEqual(capabilities.workspace?.textDocumentContent, { schemes: ['fundstelle'] });
    await server.open(folder.uriOf('drafts/d.md'), DRAFT);
    await server.waitForCorpora();
  });
  after(cleanUp);

  const ask = <Answer>(method: string): Promise<Answer> =>
    askAt(server.connection, method, { uri: folder.uriOf('drafts/d.md'), position: positionIn(DRAFT, 'traf Law|row') });
  const findTarget = async (): Promise<Location> =>
    (await ask<Location[]>('textDocument/definition'))[0] ?? assert.fail();

  it('are evidence on a card', async () => {
    const hover = await ask<Hover>('textDocument/hover');
    assert.match((hover.contents as { value: string }).value, /traf am Freitag in Genf seinen Kollegen/);
  });

  it('are gone to in a virtual document, whose content the server gives', async () => {
    const { uri, range } = await findTarget();
    assert.match(uri, /^fundstelle:\/web\/genf%20%281%29\.html\.txt\?file%3A%2F%2F/);
    const { text } = await server.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri });
    assert.match(text, TEXT_OF_PAGE);
    const line = text.split('\n')[range.start.line] ?? '';
    assert.match(line.slice(range.start.character, range.end.character), /Lawrow/);
    const answer = await server.connection.sendRequest<ArticleTextAnswer>(METHODS.articleText, { uri });
    assert.deepEqual(answer, {
      text,
      original: folder.uriOf('web/genf (1).html').replace('(1)', '%281%29'),
      pages: [],
    });
  });

  it('have cards and definitions of their own, as articles', async () => {
    const { uri } = await findTarget();
    const { text } = await server.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri });
    await server.open(uri, text, 'plaintext');
    const position = positionIn(text, '\nLaw|row wartet');
    const hover = await askAt<Hover>(server.connection, 'textDocument/hover', { uri, position });
    assert.match((hover.contents as { value: string }).value, /Sergej Lawrow/);
    const [target] = await askAt<Location[]>(server.connection, 'textDocument/definition', { uri, position });
    assert.equal(target?.uri, uri);
  });

  it('are listed with the file that they come from', async () => {
    const page = { corpus: folder.uri, limit: 9 };
    const { rows } = await server.connection.sendRequest<ListAnswer<ArticleRow>>(METHODS.listArticles, page);
    const [text, html] = rows;
    assert.deepEqual([text?.uri, text?.original], [folder.uriOf('web/plain.txt'), undefined]);
    assert.match(html?.uri ?? '', /^fundstelle:/);
    assert.match(html?.original ?? '', /^file:.*\.html$/);
  });

  it('of a format with pages say where each starts', async () => {
    writeFileSync(join(folder.path, 'zwei.pdf'), await makePdf(['Ein Tag in Minsk', 'Fortsetzung in Wien']));
    const changes = [{ uri: folder.uriOf('zwei.pdf'), type: 1 }];
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    const uri = `fundstelle:/zwei.pdf.txt?${encodeURIComponent(folder.uri)}`;
    const { text, pages } = await eventually('the PDF is read', () =>
      server.connection.sendRequest<ArticleTextAnswer>(METHODS.articleText, { uri }).catch(() => undefined),
    );
    assert.deepEqual(
      pages.map(({ page, line }) => [page, text.split('\n')[line]]),
      [
        [1, 'Ein Tag in Minsk'],
        [2, 'Fortsetzung in Wien'],
      ],
    );
  });

  it('follow their file: who shows the text is told to ask again', async () => {
    const { uri } = await findTarget();
    const asked: { uri: string }[] = [];
    server.answers.set('workspace/textDocumentContent/refresh', (params: { uri: string }) => {
      asked.push(params);
      return null;
    });
    folder.write('web/genf (1).html', PAGE.replace('wartet nach eigenen Worten', 'hofft'));
    const changes = [{ uri: folder.uriOf('web/genf (1).html'), type: 2 }];
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await eventually('a request to refresh', () => asked[0]);
    assert.deepEqual(asked, [{ uri }]);
    const { text } = await server.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri });
    assert.match(text, /Lawrow hofft auf/);
  });

  it('are all that can be had: no URI opens another file', async () => {
    const outside = makeFolder();
    outside.write('geheim.html', PAGE);
    const name = outside.path.slice(outside.path.lastIndexOf('/') + 1);
    const query = encodeURIComponent(folder.uri);
    const hostile = [
      `fundstelle:/web/plain.txt.txt?${query}`,
      `fundstelle:/corpus.yaml.txt?${query}`,
      `fundstelle:/nicht/da.html.txt?${query}`,
      `fundstelle:/../${name}/geheim.html.txt?${query}`,
      `fundstelle:/%2e%2e/${name}/geheim.html.txt?${query}`,
      `fundstelle:/web/genf%20%281%29.html.2.txt?${query}`,
      `fundstelle:/web/genf%20%281%29.html.txt?${encodeURIComponent('file:///')}`,
      `fundstelle:/web/genf%20%281%29.html.txt?${query}%2Fweb`,
      'fundstelle:/%zz.txt?%zz',
      'file:///etc/passwd',
      '',
    ];
    for (const uri of hostile)
      for (const method of ['workspace/textDocumentContent', METHODS.articleText])
        await assert.rejects(server.connection.sendRequest(method, { uri }), { code: -32602 }, uri);
  });
});

/** A PDF with a page for each heading. */
async function makePdf(headings: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const heading of headings) {
    const page = pdf.addPage();
    page.drawText(heading, { x: 50, y: 750, size: 22 });
    page.drawText('Der Hafenmeister kam am Morgen und sprach mit den Wartenden.', { x: 50, y: 700, size: 11 });
  }
  return pdf.save();
}
