import assert from 'node:assert/strict';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver/node';
import { cleanUp, DRAFT, openSample, type Opened } from './support/opened.js';

describe('symbols over the wire', () => {
  let opened: Opened;
  before(async () => {
    opened = await openSample();
  });
  after(cleanUp);

  it('the outline of a draft names its actors', async () => {
    const { server, folder } = opened;
    const params = { textDocument: { uri: folder.uriOf(DRAFT) } };
    const symbols = await server.connection.sendRequest<readonly DocumentSymbol[]>(
      'textDocument/documentSymbol',
      params,
    );
    assert.ok(symbols.some(({ name }) => name === 'Sergej Lawrow'));
    for (const { name, selectionRange } of symbols) assert.ok(name !== '' && selectionRange.start.line >= 0);
  });

  it('older clients get a flat list', async () => {
    const { server, folder } = await openSample({});
    const params = { textDocument: { uri: folder.uriOf(DRAFT) } };
    const symbols = await server.connection.sendRequest<readonly SymbolInformation[]>(
      'textDocument/documentSymbol',
      params,
    );
    assert.ok(symbols.some(({ name, location }) => name === 'Sergej Lawrow' && location.uri === folder.uriOf(DRAFT)));
  });

  it('workspace symbols find an actor by another spelling, and lead to an article', async () => {
    const { server } = opened;
    const symbols = await server.connection.sendRequest<readonly SymbolInformation[]>('workspace/symbol', {
      query: 'Lavrov',
    });
    const found = symbols.find(({ name }) => name === 'Sergej Lawrow');
    assert.match(found?.location.uri ?? '', /\/articles\//);
    const nothing = await server.connection.sendRequest('workspace/symbol', { query: 'Xqzzw' });
    assert.deepEqual(nothing, []);
  });
});
