import assert from 'node:assert/strict';
import type { CodeAction, Hover, WorkspaceEdit } from 'vscode-languageserver/node';
import {
  type DecideAnswer,
  type DecisionRow,
  type ExplainAnswer,
  METHODS,
} from '../../server/src/protocol/protocol.js';
import { askAt, cleanUp, DRAFT, type Opened, openSample } from './support/opened.js';
import { positionIn } from './support/sample.js';
import { eventually, MODERN } from './support/testServer.js';

const HOVER = 'textDocument/hover';
const AUTHORITY = 'authority.yaml';
const ACTING = {
  ...MODERN,
  workspace: { ...MODERN.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
  textDocument: {
    ...MODERN.textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } } },
  },
};

/** The decisions about the name at a place of the draft. */
function listActions(
  { server, folder, draft }: Opened,
  marked: string,
  more: object = {},
): Promise<readonly CodeAction[]> {
  const position = positionIn(draft, marked);
  const params = {
    textDocument: { uri: folder.uriOf(DRAFT) },
    range: { start: position, end: position },
    context: { diagnostics: [], triggerKind: 1, ...more },
  };
  return server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
}

/** Does with the authority file what an editor does with the edit, and tells the server that the file was saved. */
async function apply({ server, folder }: Opened, edit: WorkspaceEdit | undefined): Promise<void> {
  const [change] = (edit?.documentChanges ?? []).filter((each) => 'edits' in each);
  assert.ok(change && 'edits' in change, JSON.stringify(edit));
  assert.equal(change.textDocument.uri, folder.uriOf(AUTHORITY));
  const [only, ...more] = change.edits;
  assert.ok(only && 'newText' in only && more.length === 0);
  const lines = folder.read(AUTHORITY).split('\n');
  const { start, end } = only.range;
  const before = [...lines.slice(0, start.line), (lines[start.line] ?? '').slice(0, start.character)].join('\n');
  const after = [(lines[end.line] ?? '').slice(end.character), ...lines.slice(end.line + 1)].join('\n');
  folder.write(AUTHORITY, before + only.newText + after);
  await noteSaved({ server, folder });
}

function noteSaved({ server, folder }: Pick<Opened, 'server' | 'folder'>): Promise<void> {
  const changes = [{ uri: folder.uriOf(AUTHORITY), type: 2 }];
  return server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

async function hover(opened: Opened, marked: string): Promise<string> {
  const answer = await opened.ask<Hover | null>(HOVER, marked);
  return answer === null ? '' : (answer.contents as { value: string }).value;
}

const KIM = 'K|im kam mit dem Zug';

describe('decisions about names over the wire', () => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openSample(ACTING);
  });
  afterEach(cleanUp);

  it('offers everybody who may be meant, with office and state', async () => {
    const titles = (await listActions(opened, KIM)).map(({ title }) => title);
    assert.ok(
      titles.some((title) => /^This is Kim Jong-un \(.*KP\)$/.test(title)),
      titles.join('\n'),
    );
    assert.ok(
      titles.includes('This is Kim Jong-il (KP)') || titles.some((title) => title.startsWith('This is Kim Jong-il')),
    );
    assert.ok(titles.includes('“Kim” names no actor here'));
    assert.ok(titles.includes('“Kim” is never an actor'));
  });

  it('pins a mention, and the hover follows; taken back, all is as before', async () => {
    const untouched = opened.folder.read(AUTHORITY);
    const before = await hover(opened, KIM);
    // Not the one who is shown first anyway.
    const chosen = before.startsWith('**Kim Jong-il**') ? 'Kim Jong-un' : 'Kim Jong-il';
    assert.ok(before.includes(chosen) && !before.startsWith(`**${chosen}`), before);
    const action = (await listActions(opened, KIM)).find(({ title }) => title.startsWith(`This is ${chosen}`));
    await apply(opened, action?.edit);
    const [, pin = ''] = /\npins:\n {2}- (.*)\n$/.exec(opened.folder.read(AUTHORITY)) ?? [];
    assert.match(pin, /^\{ in: drafts\/.*quote: Kim,.* is: Kim Jong-\w+ \}$/);
    await eventually('the pin counts', async () =>
      (await hover(opened, KIM)).startsWith(`**${chosen}**`) ? true : undefined,
    );
    opened.folder.write(AUTHORITY, untouched);
    await noteSaved(opened);
    await opened.server.waitForCorpora();
    await eventually('the pin is gone', async () => ((await hover(opened, KIM)) === before ? true : undefined));
  });

  it('leaves every other line of the file as it was', async () => {
    const before = opened.folder.read(AUTHORITY);
    const action = (await listActions(opened, 'traf Law|row in Genf Blinken')).find(
      ({ title }) => title === '“Lawrow” is never an actor',
    );
    await apply(opened, action?.edit);
    assert.equal(opened.folder.read(AUTHORITY).replace('  - Lawrow\n', ''), before);
    await eventually('the name is rejected', async () =>
      (await hover(opened, 'traf Law|row in Genf Blinken')) === '' ? true : undefined,
    );
  });

  it('keeps what is about actors out of the way until it is asked for', async () => {
    const marked = 'traf Law|row in Genf Blinken';
    const kindsOf = async (more: object): Promise<ReadonlySet<string | undefined>> =>
      new Set((await listActions(opened, marked, more)).map(({ kind }) => kind));
    assert.deepEqual(await kindsOf({ triggerKind: 2 }), new Set(['quickfix']));
    assert.deepEqual(await kindsOf({ only: ['refactor'] }), new Set(['refactor.rewrite']));
    const titles = (await listActions(opened, marked)).map(({ title }) => title);
    assert.ok(titles.includes('Spelling in house style: Sergei Lavrov'), titles.join('\n'));
    assert.ok(titles.includes('Sergej Lawrow is an organisation'), titles.join('\n'));
  });

  it('offers selected words that nobody knows as an actor', async () => {
    const { server, folder, draft } = opened;
    const [start, end] = [positionIn(draft, '|wechselnden Sälen'), positionIn(draft, 'wechselnden| Sälen')];
    const params = { textDocument: { uri: folder.uriOf(DRAFT) }, range: { start, end }, context: { diagnostics: [] } };
    const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
    assert.ok(actions.some(({ title }) => title === 'wechselnden is an organisation'));
    assert.deepEqual(await listActions(opened, 'in wechselnden S|älen'), []);
  });

  it('speaks German, and makes edits only when one is chosen where the client can', async () => {
    const codeAction = {
      ...ACTING.textDocument.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    };
    const lazy = { ...ACTING, textDocument: { ...ACTING.textDocument, codeAction } };
    const german = await openSample(lazy, { locale: 'de', initializationOptions: { savesDecisions: true } });
    const action = (await listActions(german, KIM)).find(({ title }) => title === '„Kim“ ist nie ein Akteur');
    assert.ok(action && action.edit === undefined);
    const resolved = await german.server.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    assert.ok(resolved.edit);
    assert.deepEqual(resolved.command?.arguments, [german.folder.uriOf(AUTHORITY)]);
  });

  it('makes the file where there is none, and the edit for decisions of views', async () => {
    opened.folder.remove(AUTHORITY);
    await noteSaved(opened);
    const action = await eventually('the corpus is open anew', async () =>
      (await listActions(opened, KIM)).find(({ title }) => title === '“Kim” is never an actor'),
    );
    assert.deepEqual(
      action.edit?.documentChanges?.map((each) => ('kind' in each ? each.kind : each.edits)),
      ['create', [{ range: toRange(0, 0), newText: 'reject:\n  - Kim\n' }]],
    );
    const decision: DecisionRow = { kind: 'rename', actor: { name: 'A', kind: 'person' }, to: 'B' };
    const answer = await decide(decision);
    assert.equal(answer.isNew, true);
    assert.match(answer.edit?.newText ?? '', /- name: B\n {4}kind: person\n {4}aliases:\n {6}- A\n/);
  });

  it('says why nothing is changed, and refuses what is no decision', async () => {
    assert.match((await decide({ kind: 'reject', name: 'Kaffeehaus' })).refused ?? '', /already/);
    opened.folder.write(AUTHORITY, 'reject: [\n');
    assert.match((await decide({ kind: 'reject', name: 'X' })).refused ?? '', /cannot be edited/);
    for (const wrong of [
      null,
      {},
      { kind: 'merge', actors: [] },
      { kind: 'pin', mention: {} },
      { kind: 'kind', to: 'x' },
    ])
      await assert.rejects(decide(wrong as never), /decision/);
  });

  it('tells why a name is what it is', async () => {
    const { server, folder, draft } = opened;
    const place = { uri: folder.uriOf(DRAFT), position: positionIn(draft, 'traf Law|row in Genf Blinken') };
    const { text } = await askAt<ExplainAnswer>(server.connection, METHODS.explain, place);
    assert.match(text, /^\d+:\d+ {2}name · „Lawrow“\n {2}taken for: Sergej Lawrow\n {2}because: .*\(rule: /);
    assert.match(text, /1\. Sergej Lawrow · person/);
  });

  it('shows bad lines of the authority file at their places, in the language of the reader', async () => {
    const german = await openSample(MODERN, { locale: 'de' });
    german.folder.write(AUTHORITY, 'actors:\n  - name: A\n    kind: human\n');
    await noteSaved(german);
    const first = await eventually('the problem is told', () => {
      const found = german.server.diagnosticsOf(german.folder.uriOf(AUTHORITY));
      return found[0];
    });
    assert.deepEqual(first.range, { start: { line: 2, character: 10 }, end: { line: 2, character: 15 } });
    assert.match(JSON.stringify(first.message), /Dem Akteur fehlt die Art/);
  });

  function decide(decision: DecisionRow): Promise<DecideAnswer> {
    const { server, folder } = opened;
    return server.connection.sendRequest<DecideAnswer>(METHODS.decide, { corpus: folder.uri, decision });
  }
});

function toRange(line: number, character: number): object {
  return { start: { line, character }, end: { line, character } };
}
