import assert from 'node:assert/strict';
import { cleanUp, DRAFT, openSample, type Opened } from './support/opened.js';

const AT_A_PLACE = [
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/completion',
];

describe('hostile requests', () => {
  let opened: Opened;
  before(async () => {
    opened = await openSample();
  });
  after(cleanUp);

  it('positions beyond the text are the nearest ones', async () => {
    const { server, folder } = opened;
    const textDocument = { uri: folder.uriOf(DRAFT) };
    for (const method of AT_A_PLACE)
      for (const position of [
        { line: 1e9, character: 1e9 },
        { line: 0, character: 2 ** 31 },
      ])
        await assert.doesNotReject(server.connection.sendRequest(method, { textDocument, position, context: {} }));
  });

  it('what is no position is refused as such', async () => {
    const { server, folder } = opened;
    const textDocument = { uri: folder.uriOf(DRAFT) };
    const positions = [
      undefined,
      null,
      {},
      [],
      'x',
      { line: -1, character: 0 },
      { line: 0.5, character: 0 },
      { line: '0', character: 0 },
    ];
    for (const method of AT_A_PLACE)
      for (const position of positions)
        await assert.rejects(server.connection.sendRequest(method, { textDocument, position }), { code: -32602 });
  });

  it('documents that are not open have no answer', async () => {
    const { server } = opened;
    const position = { line: 0, character: 0 };
    for (const uri of ['file:///nowhere/x.md', 'file:///%', 'https://example.invalid/a', '', 'x', '../../etc/passwd'])
      for (const method of [...AT_A_PLACE, 'textDocument/documentSymbol'])
        assert.equal(
          await server.connection.sendRequest(method, { textDocument: { uri }, position }),
          null,
          `${method} ${uri}`,
        );
  });

  it('parameters of another shape are refused, and unknown methods too', async () => {
    const { server } = opened;
    for (const method of [...AT_A_PLACE, 'textDocument/documentSymbol'])
      for (const params of [{}, { textDocument: null }, { textDocument: { uri: 7 } }])
        await assert.rejects(server.connection.sendRequest(method, params), { code: -32602 }, method);
    await assert.rejects(server.connection.sendRequest('fundstelle/nonsense', {}), { code: -32601 });
  });

  it('a second initialize is refused, and changes nothing', async () => {
    const { server, ask } = opened;
    await assert.rejects(server.connection.sendRequest('initialize', { capabilities: {} }), { code: -32600 });
    assert.notEqual(await ask('textDocument/hover', 'traf Law|row in Genf Blinken'), null);
  });

  it('notifications of another shape are survived', async () => {
    const { server, folder, ask } = opened;
    const { connection } = server;
    const uri = folder.uriOf(DRAFT);
    const strange: readonly (readonly [string, object])[] = [
      [
        'textDocument/didChange',
        { textDocument: { uri: 'file:///unknown', version: 2 }, contentChanges: [{ text: 'x' }] },
      ],
      ['textDocument/didChange', { textDocument: { uri, version: null }, contentChanges: [{ text: 'x' }] }],
      ['textDocument/didClose', { textDocument: { uri: 'file:///unknown' } }],
      ['workspace/didChangeWatchedFiles', { changes: null }],
      ['workspace/didChangeWatchedFiles', { changes: [{}, { uri: null, type: 1 }] }],
      ['workspace/didChangeConfiguration', { settings: { fundstelle: 'x' } }],
      ['workspace/didChangeWorkspaceFolders', { event: {} }],
      ['$/cancelRequest', { id: 'nothing' }],
      ['$/unknown', {}],
      ['fundstelle/unknown', {}],
    ];
    for (const [method, params] of strange) await connection.sendNotification(method, params);
    assert.notEqual(await ask('textDocument/hover', 'traf Law|row in Genf Blinken'), null);
  });

  it('a document of one very long line, or of rubbish, is answered in time', async () => {
    const { server } = opened;
    const texts = [
      'Lawrow '.repeat(150_000),
      '@'.repeat(200_000),
      '„'.repeat(100_000),
      '\u0000\uD800'.repeat(50_000),
      '['.repeat(200_000),
    ];
    for (const [i, text] of texts.entries()) {
      const uri = `untitled:${String(i)}`;
      await server.open(uri, text);
      const params = { textDocument: { uri }, position: { line: 0, character: 3 }, context: {} };
      for (const method of AT_A_PLACE) await server.connection.sendRequest(method, params);
    }
  }).timeout(60_000);
});
