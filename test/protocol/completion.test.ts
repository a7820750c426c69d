import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, MarkupContent, TextEdit } from 'vscode-languageserver/node';
import { askAt, cleanUp, type Opened, openSample } from './support/opened.js';

describe('completion over the wire', () => {
  let opened: Opened;
  before(async () => {
    opened = await openSample();
  });
  after(cleanUp);

  it('offers an actor after @, by any spelling, and replaces the trigger character', async () => {
    for (const typed of ['@Scho', '@Shoi', '@scho']) {
      const items = await complete(opened, `Neben ihm saß ${typed}`);
      const item = items.find(({ label }) => label === 'Sergej Schoigu');
      assert.ok(item, `${typed}: ${items.map(({ label }) => label).join(', ')}`);
      const { range, newText } = item.textEdit as TextEdit;
      assert.deepEqual([range.start.character, range.end.character], [14, 14 + typed.length]);
      assert.doesNotMatch(newText, /@/);
      assert.ok(item.filterText?.startsWith('@'));
      assert.equal(item.preselect, undefined);
      assert.equal(item.commitCharacters, undefined);
    }
  });

  it('offers events after #', async () => {
    const items = await complete(opened, 'Danach kam #Genf');
    assert.ok(
      items.some(({ label }) => label.includes('Genf')),
      items.map(({ label }) => label).join(', '),
    );
    assert.ok(items.length <= 50);
  });

  it('brings the card with resolve', async () => {
    const item = (await complete(opened, 'Mit @Scho')).find(({ label }) => label === 'Sergej Schoigu');
    assert.ok(item && item.documentation === undefined);
    const resolved = await opened.server.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    assert.match((resolved.documentation as MarkupContent).value, /Schoigu/);
  });

  it('gives null where nothing fits, so that the editor completes words itself', async () => {
    for (const typed of ['Nichts davon', 'mail an redaktion@', '@Xqzzw', '# '])
      assert.equal(await ask(opened, typed), null, typed);
  });

  it('leaves an entry as it is when its actor is gone or its data are strange', async () => {
    const { server } = opened;
    for (const data of [undefined, null, 'x', { corpus: 'file:///nowhere', id: {} }, { corpus: 1 }]) {
      const item = { label: 'x', data };
      const resolved = await server.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
      assert.equal(resolved.documentation, undefined);
    }
  });
});

async function complete(opened: Opened, text: string): Promise<readonly CompletionItem[]> {
  return (await ask(opened, text))?.items ?? [];
}

async function ask({ server }: Opened, text: string): Promise<CompletionList | null> {
  const uri = `untitled:${encodeURIComponent(text)}`;
  await server.open(uri, text);
  const position = { line: 0, character: text.length };
  return askAt<CompletionList | null>(server.connection, 'textDocument/completion', { uri, position });
}
