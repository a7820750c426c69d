import assert from 'node:assert/strict';
import type { Target } from '../../../server/src/service/answers.js';
import { article, createTestCorpus, draft } from '../../support/corpus.js';

const CORPUS = {
  'genf.md': article(
    { date: '2022-01-22' },
    'Am 2022-01-21 führten Sergej Lawrow und Antony Blinken ein Gespräch.\n\nLawrow verlangte eine schriftliche Antwort.',
  ),
  'tokio.md': article({ date: '2017-03-21' }, 'Sergej Lawrow klagte in Tokio über Raketen.'),
  'vater.md': article({ date: '2019-04-26' }, 'Kim Jong-un kam mit dem Zug. Kim winkte.'),
  'schwester.md': article({ date: '2020-06-01' }, 'Kim Yo-jong droht. Kim schweigt.'),
};

function places(targets: readonly Target[], texts: Readonly<Record<string, string>> = CORPUS): readonly string[] {
  return targets.map(({ article: { id }, span }) => `${id}: ${texts[id]?.slice(span.start, span.end) ?? ''}`);
}

describe('going to the definition', () => {
  async function define(marked: string): Promise<readonly Target[]> {
    const { service } = await createTestCorpus(CORPUS);
    const { document, offset } = draft(marked);
    return service.listDefinitions(document, offset);
  }

  it('goes to the passage that fits the sentence', async () => {
    const targets = await define('La|wrow klagte über Raketen.');
    assert.deepEqual(places(targets), ['tokio.md: Sergej Lawrow']);
    assert.deepEqual(targets[0]?.origin, { start: 0, end: 6 });
    const [{ passage } = assert.fail()] = targets;
    assert.equal(CORPUS['tokio.md'].slice(passage.start, passage.end), 'Sergej Lawrow klagte in Tokio über Raketen.');
    assert.deepEqual(places(await define('Blinken traf La|wrow.')), ['genf.md: Sergej Lawrow']);
  });

  it('offers one passage of each who bears the name', async () => {
    assert.deepEqual(places(await define('K|im reiste mit dem Zug.')), [
      'vater.md: Kim Jong-un',
      'schwester.md: Kim Yo-jong',
    ]);
  });

  it('of an event goes to the passage that tells it', async () => {
    assert.deepEqual(places(await define('Das Ge|spräch mit Blinken und Lawrow')), ['genf.md: Gespräch']);
  });

  it('goes nowhere from a plain word', async () => {
    assert.deepEqual(await define('Ein Wo|rt.'), []);
  });
});

describe('finding references', () => {
  async function refer(marked: string, limit = 99) {
    const { service } = await createTestCorpus(CORPUS);
    const { document, offset } = draft(marked);
    return service.listReferences(document, offset, limit);
  }

  it('lists every mention of the actor, newest first', async () => {
    const { targets, total } = await refer('La|wrow');
    assert.equal(total, 3);
    assert.deepEqual(places(targets), ['genf.md: Sergej Lawrow', 'genf.md: Lawrow', 'tokio.md: Sergej Lawrow']);
  });

  it('gives no more than the limit, but tells how many there are', async () => {
    const { targets, total } = await refer('La|wrow', 1);
    assert.deepEqual([targets.length, total], [1, 3]);
  });

  it('of a name that several bear are those of all, of one named in full only his', async () => {
    assert.equal((await refer('K|im')).total, 4);
    assert.equal((await refer('Kim Jong-un und noch einmal K|im')).total, 2);
  });

  it('of an event are its triggers', async () => {
    const { targets, total } = await refer('Das Ge|spräch mit Blinken und Lawrow');
    assert.deepEqual([places(targets), total], [['genf.md: Gespräch'], 1]);
  });
});

describe('the actors at a place', () => {
  it('are those that the name may mean', async () => {
    const { service } = await createTestCorpus(CORPUS);
    const { document, offset } = draft('Kim Jong-un lacht. K|im');
    const actors = await service.listActorsAt(document, offset);
    assert.deepEqual(
      actors.map(({ name }) => name),
      ['Kim Jong-un', 'Kim Yo-jong'],
    );
  });
});

describe('symbols', () => {
  it('of a document are its headings, actors, events and quotations in order', async () => {
    const { service } = await createTestCorpus(CORPUS);
    const { document } = draft('# Genf\n\nLawrow traf Blinken zum Gespräch. Dann ging Lawrow.');
    const symbols = await service.listDocumentSymbols(document);
    assert.deepEqual(
      symbols.map(({ name, kind, detail }) => [name, kind, detail]),
      [
        ['# Genf', 'heading', ''],
        ['Sergej Lawrow', 'person', 'Person · 2 Nennungen'],
        ['Antony Blinken', 'person', 'Person · 1 Nennung'],
        ['Gespräch', 'event', ''],
      ],
    );
  });

  it('of the workspace are actors and events that fit, with their newest passage', async () => {
    const { service } = await createTestCorpus(CORPUS);
    const symbols = await service.listWorkspaceSymbols('law');
    assert.deepEqual(
      symbols.map(({ name, kind, target }) => [name, kind, target.article.id]),
      [
        ['Sergej Lawrow', 'person', 'genf.md'],
        ['Gespräch, 2022-01-21', 'event', 'genf.md'],
      ],
    );
    assert.deepEqual(await service.listWorkspaceSymbols('Merkel'), []);
  });
});
