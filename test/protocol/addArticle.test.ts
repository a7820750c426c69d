import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Range } from 'vscode-languageserver/node';
import {
  type AddArticleAnswer,
  type ArticleRow,
  type ListAnswer,
  METHODS,
} from '../../server/src/protocol/protocol.js';
import { cleanUp } from './support/opened.js';
import { makeCorpus, makeFolder, type TestFolder } from './support/sample.js';
import { eventually, startServer, type TestServer } from './support/testServer.js';

const PAGE =
  '<!doctype html><title>Treffen in Genf</title><article><h1>Treffen in Genf</h1><p>Außenminister Sergej Lawrow kam nach Genf, wo er am Freitag mit seinem Kollegen sprach.</p></article>';
const REQUEST_FAILED = -32803;
const INVALID_PARAMS = -32602;

describe('adding an article', () => {
  let server: TestServer;
  let folder: TestFolder;
  let web: Server;
  let asked = 0;

  before(async () => {
    web = createServer((_, response) => {
      asked += 1;
      response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    }).listen(0, '127.0.0.1');
    await once(web, 'listening');
  });
  after(() => web.close());
  beforeEach(async () => {
    folder = makeCorpus();
    server = startServer();
    await server.initialize({ folders: [folder.path], raw: { locale: 'de' } });
    await server.waitForCorpora();
  });
  afterEach(cleanUp);

  const add = (offer: object): Promise<AddArticleAnswer> =>
    server.connection.sendRequest<AddArticleAnswer>(METHODS.addArticle, { corpus: folder.uri, ...offer });
  const listArticles = async (): Promise<readonly ArticleRow[]> => {
    const page = { corpus: folder.uri, limit: 9 };
    const { rows } = await server.connection.sendRequest<ListAnswer<ArticleRow>>(METHODS.listArticles, page);
    return rows;
  };
  const readAt = (uri: string, { start, end }: Range): string => {
    const lines = folder.read(uri.slice(folder.uri.length + 1)).split('\n');
    return lines[start.line]?.slice(start.character, end.character) ?? '';
  };

  it('from text: a new file with its title, which becomes an article, and the original, which does not', async () => {
    const { title, original, notes } = await add({ text: '# Ein Tag in Minsk\n\nSergej Lawrow blieb in Minsk.\n' });
    assert.match(title.uri, /\/articles\/added\/\d{4}-\d\d-\d\d-ein-tag-in-minsk\.md$/);
    assert.equal(readAt(title.uri, title.range), 'Ein Tag in Minsk');
    assert.equal(original, title.uri.replace(/\.md$/, '.original.md'));
    assert.deepEqual(notes, []);
    await eventually('the status counts it', () => {
      const told = (server.received.get(METHODS.status) ?? []) as readonly { articles: number }[];
      return told.at(-1)?.articles === 2 ? true : undefined;
    });
    const rows = await listArticles();
    assert.deepEqual(rows.map(({ uri }) => uri).sort(), [folder.uriOf('genf.txt'), title.uri].sort());
  });

  it('from a file anywhere on this machine', async () => {
    const elsewhere = makeFolder();
    elsewhere.write('Größe & Güte.html', PAGE);
    const { title, original } = await add({ file: elsewhere.uriOf('Größe & Güte.html') });
    assert.equal(readAt(title.uri, title.range), 'Treffen in Genf');
    assert.match(original, /-treffen-in-genf\.original\.html$/);
  });

  it('fetches nothing from this machine or its network', async () => {
    const { port } = web.address() as AddressInfo;
    const closed = / führt zu einer Adresse in einem privaten oder besonderen Netz; sie wird nicht geöffnet\.$/;
    const addresses: readonly (readonly [string, RegExp])[] = [
      [`http://127.0.0.1:${String(port)}/`, closed],
      [`http://[::ffff:127.0.0.1]:${String(port)}/`, closed],
      [`http://0x7f000001:${String(port)}/`, closed],
      ['http://localhost/', closed],
      ['http://169.254.169.254/latest/meta-data/', closed],
      [`http://localhost:${String(port)}/`, new RegExp(`^Nur die üblichen Ports .* nicht ${String(port)}\\.$`)],
      ['file:///etc/passwd', /^Das ist keine Adresse mit http oder https/],
      ['http://ich:geheim@example.org/', /mit Benutzername oder Kennwort/],
    ];
    for (const [url, message] of addresses) await assert.rejects(add({ url }), { code: REQUEST_FAILED, message }, url);
    assert.equal(asked, 0);
    assert.equal((await listArticles()).length, 1);
  });

  it('is off where the client says that the workspace is not trusted', async () => {
    const message = 'Artikel werden nur in einem vertrauenswürdigen Arbeitsbereich hinzugefügt.';
    for (const offer of [
      { text: 'Lawrow in Genf.' },
      { url: 'https://example.org/' },
      { file: folder.uriOf('genf.txt') },
    ])
      await assert.rejects(add({ ...offer, isTrusted: false }), { code: REQUEST_FAILED, message });
    await assert.doesNotReject(add({ text: 'Lawrow in Genf.', isTrusted: true }));
  });

  it('says in words why a file is refused', async () => {
    const reasons: readonly (readonly [string, RegExp])[] = [
      ['genf.txt', /schon ein Artikel des Korpus: genf\.txt$/],
      ['weg.txt', /^Es wurde kein Artikel hinzugefügt: weg\.txt /],
      ['', /^Es wurde kein Artikel hinzugefügt: /],
    ];
    for (const [path, message] of reasons)
      await assert.rejects(add({ file: folder.uriOf(path) }), { code: REQUEST_FAILED, message }, path);
  });

  it('wants exactly one thing to add, and a corpus', async () => {
    const wrong = [
      {},
      { text: 'a', url: 'https://example.org' },
      { text: 7 },
      { file: '/etc/passwd' },
      { file: 'https://example.org/' },
      { text: 'a', corpus: 'file:///nowhere' },
      { text: 'a', corpus: null },
    ];
    for (const offer of wrong) await assert.rejects(add(offer), { code: INVALID_PARAMS }, JSON.stringify(offer));
  });
});
