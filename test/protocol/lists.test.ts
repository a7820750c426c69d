import assert from 'node:assert/strict';
import {
  type ActorRow,
  type ActorsAtAnswer,
  type ArticleRow,
  type CorpusRow,
  type EventRow,
  type ListAnswer,
  METHODS,
  type MonthRow,
  type PassageRow,
} from '../../server/src/protocol/protocol.js';
import { cleanUp, openSample, type Opened } from './support/opened.js';
import { eventually } from './support/testServer.js';

describe('our own requests', () => {
  let opened: Opened;
  before(async () => {
    opened = await openSample();
  });
  after(cleanUp);

  it('list the articles, newest first', async () => {
    const { server } = opened;
    const [corpus] = await server.waitForCorpora();
    const request = { corpus: corpus?.corpus, limit: 1000 };
    const { rows, total } = await server.connection.sendRequest<ListAnswer<ArticleRow>>(METHODS.listArticles, request);
    assert.equal(rows.length, total);
    assert.equal(total, corpus?.articles);
    const dates = rows.flatMap(({ date }) => date ?? []);
    assert.deepEqual(dates, [...dates].sort().reverse());
    assert.ok(rows.every(({ path, uri, title }) => uri.endsWith(encodeURI(path)) && title !== ''));
  });

  it('list the actors of a kind, and who a name may be', async () => {
    const { server, ask } = opened;
    const [corpus] = await server.waitForCorpora();
    const request = { corpus: corpus?.corpus, kind: 'person', limit: 1000 };
    const { rows } = await server.connection.sendRequest<ListAnswer<ActorRow>>(METHODS.listActors, request);
    assert.ok(rows.every(({ kind }) => kind === 'person'));
    const lawrow = rows.find(({ name }) => name === 'Sergej Lawrow');
    assert.ok(lawrow?.confirmed, 'the authority file names him');
    const at = await ask<ActorsAtAnswer>(METHODS.actorsAt, 'traf Law|row in Genf Blinken');
    assert.equal(at.actors[0]?.id, lawrow.id);
    assert.deepEqual((await ask<ActorsAtAnswer>(METHODS.actorsAt, 'in wechselnden S|älen')).actors, []);
  });

  it('list the events by month, with their passages', async () => {
    const { server } = opened;
    const [{ corpus } = { corpus: '' }] = await server.waitForCorpora();
    const { connection } = server;
    const months = await connection.sendRequest<readonly MonthRow[]>(METHODS.listEventMonths, { corpus });
    const january = months.find(({ month }) => month === '2022-01');
    assert.ok(january);
    const request = { corpus, month: '2022-01', limit: 1000 };
    const { rows } = await connection.sendRequest<ListAnswer<EventRow>>(METHODS.listEvents, request);
    assert.equal(rows.length, january.events);
    const [first] = rows;
    const passages = await connection.sendRequest<ListAnswer<PassageRow>>(METHODS.listPassages, {
      corpus,
      event: first?.id,
      limit: 5,
    });
    assert.ok(passages.rows.length > 0);
  });

  it('say how a corpus is, and reading it again changes nothing', async () => {
    const { server } = opened;
    const before = await server.waitForCorpora();
    assert.equal(before[0]?.name, 'Gespräche und Gipfel 2010–2023');
    assert.equal(await server.connection.sendRequest(METHODS.reindex, {}), null);
    assert.deepEqual(await server.waitForCorpora(), before);
    const told = await eventually(
      'a status',
      () => server.received.get(METHODS.status)?.at(-1) as CorpusRow | undefined,
    );
    assert.equal(told.corpus, before[0].corpus);
  });

  it('tell copies of a text, and the key that references give an article', async () => {
    const { server, folder } = await openSample();
    const original = 'articles/donauwarte/2022-01-22-blinken-lawrow-genf.md';
    const copy = 'articles/bote/kopie.md';
    folder.write(copy, folder.read(original).replace('Donauwarte', 'Bote am Fluss'));
    folder.write('references.bib', `@article{genf2022,\n  file = {${original}}\n}\n\n@article{open,\n`);
    const changes = [copy, 'references.bib'].map((path) => ({ uri: folder.uriOf(path), type: 1 }));
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    const row = await eventually('the row of the copied article', async () => {
      const [{ corpus } = { corpus: '' }] = await server.waitForCorpora();
      const request = { corpus, limit: 1000 };
      const { rows } = await server.connection.sendRequest<ListAnswer<ArticleRow>>(METHODS.listArticles, request);
      return rows.find(
        ({ path, copies, citationKey }) => path === original && copies > 0 && citationKey === 'genf2022',
      );
    });
    assert.deepEqual(row.alsoIn, ['Bote am Fluss']);
    const [problem] = await eventually('the faulty entry', () => {
      const all = server.diagnosticsOf(folder.uriOf('references.bib'));
      return all.length > 0 ? all : undefined;
    });
    assert.equal(problem?.range.start.line, 4);
  });

  it('refuse what they cannot understand', async () => {
    const { server } = opened;
    const [{ corpus } = { corpus: '' }] = await server.waitForCorpora();
    const wrong: readonly (readonly [string, unknown])[] = [
      [METHODS.listArticles, undefined],
      [METHODS.listArticles, { corpus: 'file:///nowhere', limit: 5 }],
      [METHODS.listArticles, { corpus }],
      [METHODS.listArticles, { corpus, limit: -1 }],
      [METHODS.listActors, { corpus, limit: 5, kind: 7 }],
      [METHODS.listPassages, { corpus, limit: 5 }],
      [METHODS.listPassages, { corpus, limit: 5, actor: 'a', event: 'b' }],
      [METHODS.actorsAt, {}],
      [METHODS.reindex, { corpus: 'file:///nowhere' }],
    ];
    for (const [method, params] of wrong)
      await assert.rejects(
        server.connection.sendRequest(method, params),
        { code: -32602 },
        `${method} ${JSON.stringify(params)}`,
      );
    await server.waitForCorpora();
  });
});
