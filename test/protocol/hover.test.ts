import assert from 'node:assert/strict';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { askAt, cleanUp, DRAFT, type Opened, openSample } from './support/opened.js';
import { positionIn } from './support/sample.js';
import { MODERN } from './support/testServer.js';

const HOVER = 'textDocument/hover';

describe('hover over the wire', () => {
  let opened: Opened;
  before(async () => {
    opened = await openSample();
  });
  after(cleanUp);

  it('shows who a name in a draft is, with quoted passages and links to their lines', async () => {
    const { ask, folder } = opened;
    const { kind, value } = toMarkup(await ask(HOVER, 'traf Law|row in Genf Blinken'));
    assert.equal(kind, 'markdown');
    assert.match(value, /\*\*Sergej Lawrow\*\*/);
    const links = [...value.matchAll(/\]\((file:[^)#]*)#L(\d+)\)/g)];
    assert.ok(links.length >= 3, value);
    for (const [, uri = '', line = ''] of links) {
      const path = decodeURIComponent(uri).slice(decodeURIComponent(folder.uri).length + 1);
      assert.match(folder.read(path).split('\n')[Number(line) - 1] ?? '', /Lawrow|Lavrov/);
    }
  });

  it('covers the name', async () => {
    const { ask, draft } = opened;
    const hover = await ask<Hover>(HOVER, 'traf Law|row in Genf Blinken');
    assert.deepEqual(hover.range, {
      start: positionIn(draft, 'traf |Lawrow in Genf Blinken'),
      end: positionIn(draft, 'traf Lawrow| in Genf Blinken'),
    });
  });

  it('is plain text for a client that has no Markdown', async () => {
    const { ask } = await openSample({ ...MODERN, textDocument: { hover: { contentFormat: ['plaintext'] } } });
    const { kind, value } = toMarkup(await ask(HOVER, 'traf Law|row in Genf Blinken'));
    assert.equal(kind, 'plaintext');
    assert.match(value, /Sergej Lawrow/);
    assert.match(value, /articles\/[^\s)]+:\d+/);
    assert.doesNotMatch(value, /\*\*|\]\(/);
  });

  it('speaks German to a German client', async () => {
    const { ask } = await openSample(MODERN, { locale: 'de' });
    assert.match(toMarkup(await ask(HOVER, 'traf Law|row in Genf Blinken')).value, /Passagen in \d+ Artikeln/);
  });

  it('shows nothing where there is nothing, nor when it is switched off', async () => {
    const { ask } = opened;
    assert.equal(await ask(HOVER, 'in wechselnden S|älen'), null);
    const off = await openSample(MODERN, { initializationOptions: { hover: { enabled: false } } });
    assert.equal(await off.ask(HOVER, 'traf Law|row in Genf Blinken'), null);
  });

  it('quotes as many passages as the setting says', async () => {
    const { ask } = await openSample(MODERN, { initializationOptions: { hover: { passages: 1 } } });
    const { value } = toMarkup(await ask(HOVER, 'traf Law|row in Genf Blinken'));
    assert.equal([...value.matchAll(/\]\(file:/g)].length, 1);
  });

  it('follows the document as it is edited', async () => {
    const { server, folder } = opened;
    const uri = folder.uriOf(DRAFT);
    const text = 'Gestern traf Schoigu ein.\n';
    const start = { line: 0, character: 0 };
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start, end: start }, text }],
    });
    const hover = await askAt<Hover>(server.connection, HOVER, { uri, position: positionIn(text, 'traf Sch|oigu') });
    assert.match(toMarkup(hover).value, /Sergej Schoigu/);
  });

  it('text of an article stays text', async () => {
    const { server, folder } = opened;
    folder.write(
      'articles/x.txt',
      'Köder\n\nMinisterpräsident Toomas Hinterwald traf [hier](command:evil) <img src=x> ein.\n',
    );
    await server.connection.sendRequest('fundstelle/reindex', {});
    const uri = 'untitled:Untitled-1';
    const text = 'Toomas Hinterwald kam.';
    await server.open(uri, text);
    const hover = await askAt<Hover | null>(server.connection, HOVER, {
      uri,
      position: positionIn(text, 'Toomas Hinter|wald'),
    });
    assert.ok(hover);
    assert.match(toMarkup(hover).value, /command/);
    assert.doesNotMatch(toMarkup(hover).value, /(?<!\\)\]\(command:|(?<!\\)<img/);
  });
});

function toMarkup(hover: Hover): MarkupContent {
  assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents);
  return hover.contents;
}
