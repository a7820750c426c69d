import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { METHODS, type SearchAnswer } from '../../server/src/protocol/protocol.js';
import { cleanUp, openSample, type Opened } from './support/opened.js';
import { makeFolder } from './support/sample.js';
import { startServer } from './support/testServer.js';

describe('searching passages over the wire', () => {
  let opened: Opened;
  let corpus: string;
  before(async () => {
    opened = await openSample();
    [{ corpus } = { corpus: '' }] = await opened.server.waitForCorpora();
  });
  after(cleanUp);

  const search = (query: string, more: object = {}): Promise<SearchAnswer> =>
    opened.server.connection.sendRequest<SearchAnswer>(METHODS.searchPassages, { corpus, query, limit: 50, ...more });

  it('gives passages with what was found in them, and the place to go to', async () => {
    const { rows, total, reading, problem } = await search('Genf datum:2022');
    assert.equal(problem, undefined);
    assert.ok(rows.length > 2 && total >= rows.length);
    assert.equal(reading, 'Genf · 2022-01-01..2022-12-31');
    assert.equal((await search('akteur:Lawrow Genf')).reading, 'Genf · actor: Sergej Lawrow');
    for (const { text, marks, path, location, date, reason } of rows) {
      for (const [start, end] of marks) assert.match(text.slice(start, end), /^Genf$/i);
      const line = opened.folder.read(path).split('\n')[location.range.start.line] ?? '';
      assert.match(line.slice(location.range.start.character, location.range.end.character), /^Genf$/i);
      assert.ok(location.uri.endsWith(encodeURI(path)));
      assert.match(date ?? '', /^2022/);
      assert.match(reason, /Genf/i);
    }
  });

  it('comes in pages that repeat nothing', async () => {
    const all = await search('Genf OR Wien');
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page: SearchAnswer = await search('Genf OR Wien', { limit: 4, ...(cursor !== undefined && { cursor }) });
      paged.push(...page.rows.map(({ path, text }) => path + text));
      cursor = page.next;
    } while (cursor !== undefined);
    assert.deepEqual(
      paged,
      all.rows.map(({ path, text }) => path + text),
    );
  });

  it('answers a query that it cannot follow, and says where it goes wrong', async () => {
    const { rows, problem } = await search('Genf (Wien');
    assert.deepEqual(rows, []);
    assert.deepEqual(problem, {
      message: 'This parenthesis is never closed.',
      code: 'query-unclosed-parenthesis',
      span: [5, 6],
    });
    assert.equal((await search('actor:Xylophonski')).problem?.code, 'query-unknown-actor');
    for (const wrong of ['(', '"', '*', 'date:x', '-', '('.repeat(10_000)])
      assert.ok((await search(wrong)).problem, wrong);
  });

  it('refuses what is no question', async () => {
    const { connection } = opened.server;
    for (const params of [
      { corpus, limit: 5 },
      { corpus, query: 7, limit: 5 },
      { corpus, query: 'Genf' },
      { query: 'Genf', limit: 5 },
    ])
      await assert.rejects(connection.sendRequest(METHODS.searchPassages, params), { code: -32602 });
  });

  it('can be cancelled, and a hover that comes behind is answered', async () => {
    const { connection } = opened.server;
    const asking = new CancellationTokenSource();
    const late = connection.sendRequest(METHODS.searchPassages, { corpus, query: 'Genf', limit: 50 }, asking.token);
    asking.cancel();
    const hover = opened.ask<object | null>('textDocument/hover', 'traf Law|row in Genf Blinken');
    await assert.rejects(late, { code: -32800 });
    assert.ok(await hover);
  });

  it('says while the corpus is being read that it is', async () => {
    const folder = makeFolder();
    folder.write('corpus.yaml', 'name: Groß\n');
    for (let i = 0; i < 400; i++)
      folder.write(`a${String(i)}.txt`, `Ein Titel\n\nIn Genf traf Lawrow am ${String(i)}. Tag ein.\n`);
    const server = startServer();
    await server.initialize({ folders: [folder.path] });
    const [row] = await server.connection.sendRequest<readonly { corpus: string }[]>(METHODS.listCorpora, null);
    const params = { corpus: row?.corpus, query: 'Genf', limit: 1 };
    const early = await server.connection.sendRequest<SearchAnswer>(METHODS.searchPassages, params);
    assert.ok(early.indexing, JSON.stringify(early));
    await server.waitForCorpora();
    const after = await server.connection.sendRequest<SearchAnswer>(METHODS.searchPassages, params);
    assert.deepEqual([after.indexing, after.total > 0], [undefined, true]);
  });
});
