import assert from 'node:assert/strict';
import type { Location, LocationLink } from 'vscode-languageserver/node';
import { METHODS, type ActorsAtAnswer, type ListAnswer, type PassageRow } from '../../server/src/protocol/protocol.js';
import { cleanUp, type Opened, openSample } from './support/opened.js';
import { positionIn } from './support/sample.js';
import { eventually, MODERN } from './support/testServer.js';

const NAME = 'traf Law|row in Genf Blinken';
const REFERENCES = { context: { includeDeclaration: true } };

describe('definition and references over the wire', () => {
  let opened: Opened;
  before(async () => {
    opened = await openSample();
  });
  after(cleanUp);

  it('definition leads to the passage that fits the sentence, with what was asked about', async () => {
    const [link] = await opened.ask<readonly LocationLink[]>('textDocument/definition', NAME);
    assert.ok(link);
    assert.deepEqual(link.originSelectionRange?.start, positionIn(opened.draft, 'traf |Lawrow in Genf Blinken'));
    assert.match(readPlace(opened, { uri: link.targetUri, range: link.targetRange }), /Blinken/);
    assert.match(readPlace(opened, { uri: link.targetUri, range: link.targetSelectionRange }), /Lawrow|Lavrov/);
  });

  it('definition gives plain locations to a client that has no links', async () => {
    const other = await openSample({});
    const [location] = await other.ask<readonly Location[]>('textDocument/definition', NAME);
    assert.ok(location);
    assert.match(readPlace(other, location), /Lawrow|Lavrov/);
  });

  it('references lead to the name in many articles', async () => {
    const locations = await opened.ask<readonly Location[]>('textDocument/references', NAME, REFERENCES);
    assert.ok(new Set(locations.map(({ uri }) => uri)).size >= 5);
    for (const location of locations) assert.match(readPlace(opened, location), /Lawrow|Lavrov/);
  });

  it('references keep to the limit, and the writer is told so', async () => {
    const other = await openSample(MODERN, { initializationOptions: { references: { limit: 2 } } });
    const locations = await other.ask<readonly Location[]>('textDocument/references', NAME, REFERENCES);
    assert.equal(locations.length, 2);
    await eventually('a message', () => {
      const shown = (other.server.received.get('window/showMessage') ?? []) as readonly { message: string }[];
      return shown.find(({ message }) => message.includes('fundstelle.references.limit'));
    });
  });

  it('our own request pages through the same passages', async () => {
    const { corpus, actors } = await opened.ask<ActorsAtAnswer>(METHODS.actorsAt, NAME);
    const actor = actors[0]?.id;
    const all = await opened.ask<readonly Location[]>('textDocument/references', NAME, REFERENCES);
    const paged: PassageRow[] = [];
    let cursor: string | undefined;
    do {
      const page = { corpus, actor, limit: 7, ...(cursor !== undefined && { cursor }) };
      const answer = await opened.server.connection.sendRequest<ListAnswer<PassageRow>>(METHODS.listPassages, page);
      assert.ok(answer.rows.length <= 7);
      paged.push(...answer.rows);
      cursor = answer.next;
    } while (cursor !== undefined);
    const toKeys = (locations: readonly Location[]): readonly string[] =>
      locations.map(({ uri, range }) => `${uri} ${JSON.stringify(range)}`).sort();
    assert.deepEqual(toKeys(paged.map(({ location }) => location)), toKeys(all));
    for (const { text, highlight } of paged) assert.match(text.slice(...highlight), /Lawrow|Lavrov/);
  });
});

function readPlace({ folder }: Opened, { uri, range }: Location): string {
  const path = decodeURIComponent(uri).slice(decodeURIComponent(folder.uri).length + 1);
  const lines = folder
    .read(path)
    .replace(/^\uFEFF/, '')
    .split('\n')
    .slice(range.start.line, range.end.line + 1);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, range.end.character);
  lines[0] = (lines[0] ?? '').slice(range.start.character);
  return lines.join('\n');
}
