import assert from 'node:assert/strict';
import { openActors } from '../../../client/src/corpusView/actorsModel.js';
import { openArticles } from '../../../client/src/corpusView/articlesModel.js';
import {
  CorpusModel,
  type CorpusSource,
  type OpenCorpus,
  toPassageNode,
} from '../../../client/src/corpusView/corpusModel.js';
import { openEvents } from '../../../client/src/corpusView/eventsModel.js';
import type { ViewNode } from '../../../client/src/corpusView/viewNodeModel.js';
import type {
  ActorRow,
  ArticleRow,
  CorpusRow,
  EventRow,
  ListAnswer,
  ListRequest,
  PassageRow,
} from '../../../server/src/protocol/protocol.js';

const CORPUS: CorpusRow = {
  corpus: 'file:///c',
  name: 'Gipfel',
  state: 'idle',
  done: 0,
  total: 0,
  articles: 2,
  actors: 3,
  events: 2,
  problems: 0,
};
const RANGE = { start: { line: 3, character: 4 }, end: { line: 3, character: 10 } };

describe('the views of the corpus', () => {
  it('articles: title, date and outlets; a click goes to the file', async () => {
    const [first, second] = await listRoots(openArticles);
    assert.deepEqual(
      [first?.label, first?.description, first?.place?.uri, first?.listChildren],
      [
        'Genf, wieder',
        '2022-01-22 · Donauwarte · also in Bote, Ledger, Tagblatt and 1 more',
        'file:///c/a.md',
        undefined,
      ],
    );
    assert.equal(
      first?.spoken,
      'Genf, wieder · 2022-01-22 · Donauwarte · also in Bote, Ledger, Tagblatt and 1 more · 1 actor · 2 events',
    );
    assert.match(second?.spoken ?? '', /no date/);
  });

  it('articles: of one whose text was extracted the original can be opened too', async () => {
    const row = { ...articleNamed('Seite'), uri: 'fundstelle:/s.html.txt?c', original: 'file:///c/s.html' };
    const source = { ...SOURCE, listArticles: () => Promise.resolve({ rows: [row, articleNamed('Text')], total: 2 }) };
    const [page, text] = await makeModel(openArticles, source).listRoots();
    assert.deepEqual([page?.context, page?.original, page?.place?.uri], ['extractedArticle', row.original, row.uri]);
    assert.deepEqual([text?.context, text?.original], ['article', undefined]);
  });

  it('actors: by kind with counts, kinds without one left out; then the actors, then their passages', async () => {
    const kinds = await listRoots(openActors);
    assert.deepEqual(
      kinds.map(({ label, description }) => [label, description]),
      [
        ['Persons', '2'],
        ['Countries', '1'],
      ],
    );
    const [lawrow, kim] = await childrenOf(kinds[0]);
    assert.deepEqual([lawrow?.label, lawrow?.description, kim?.description], ['Sergej Lawrow', '53 · confirmed', '1']);
    assert.match(kim?.spoken ?? '', /1 passage · 1 article · recognised/);
    const [passage] = await childrenOf(lawrow);
    assert.deepEqual(passage?.place, { uri: 'file:///c/a.md', range: RANGE });
  });

  it('events: year, month, event, passages; those without a date last', async () => {
    const roots = await listRoots(openEvents);
    assert.deepEqual(
      roots.map(({ label, description }) => [label, description]),
      [
        ['2022', '3'],
        ['2021', '1'],
        ['No date', '1'],
      ],
    );
    const months = await childrenOf(roots[0]);
    assert.deepEqual(
      months.map(({ label }) => label),
      ['February', 'January'],
    );
    const [event] = await childrenOf(months[1]);
    assert.equal(event?.label, 'Gespräche in Genf');
    assert.match(
      event.spoken,
      /2022-01-21 · Genf · happened · Lawrow, Blinken · 2 passages · 2 articles · 1 independent source/,
    );
    assert.equal((await childrenOf(event)).length, 1);
  });

  it('every node has its own id in its tree, the same after a refresh', async () => {
    for (const open of [openArticles, openActors, openEvents]) {
      const model = makeModel(open);
      const before = await listAllIds(await model.listRoots());
      assert.equal(new Set(before).size, before.length);
      model.refresh();
      assert.deepEqual(await listAllIds(await model.listRoots()), before);
    }
  });

  it('several corpora are nodes of their own, none is an empty tree', async () => {
    const two = {
      ...SOURCE,
      listCorpora: () => Promise.resolve([CORPUS, { ...CORPUS, corpus: 'file:///d', name: 'Archiv' }]),
    };
    const roots = await makeModel(openArticles, two).listRoots();
    assert.deepEqual(
      roots.map(({ label }) => label),
      ['Gipfel', 'Archiv'],
    );
    assert.equal((await childrenOf(roots[1])).length, 2);
    assert.deepEqual(
      await makeModel(openArticles, { ...SOURCE, listCorpora: () => Promise.resolve([]) }).listRoots(),
      [],
    );
  });

  it('long lists come page by page: “more…” loads the next one', async () => {
    const asked: (string | undefined)[] = [];
    const model = makeModel(openArticles, { ...SOURCE, listArticles: pageThrough(250, asked) });
    assert.equal((await model.listRoots()).length, 101);
    const more = (await model.listRoots()).at(-1);
    assert.equal(more?.label, 'more… (100 of 250)');
    await Promise.all([more.loadMore?.(), more.loadMore?.()]);
    assert.equal((await model.listRoots()).length, 201);
    await (await model.listRoots()).at(-1)?.loadMore?.();
    const all = await model.listRoots();
    assert.equal(all.length, 250);
    assert.equal(all.at(-1)?.loadMore, undefined);
    assert.deepEqual(asked, [undefined, '100', '200']);
  });

  it('an answer from before a refresh is dropped', async () => {
    let answers = 0;
    const slow = {
      ...SOURCE,
      listArticles: () => Promise.resolve({ rows: [articleNamed(`Stand ${String(++answers)}`)], total: 1 }),
    };
    const model = makeModel(openArticles, slow);
    const asked = model.listRoots();
    model.refresh();
    assert.deepEqual(
      (await asked).map(({ label }) => label),
      ['Stand 2'],
    );
  });

  it('a failed page can be asked for again', async () => {
    let calls = 0;
    const listArticles = () =>
      ++calls === 1 ? Promise.reject(new Error('gone')) : Promise.resolve({ rows: [], total: 0 });
    const model = makeModel(openArticles, { ...SOURCE, listArticles });
    await assert.rejects(model.listRoots());
    model.refresh();
    assert.deepEqual(await model.listRoots(), []);
  });

  it('a passage shows its mention, also deep in a long text', () => {
    const before = 'Wort '.repeat(40);
    const node = toPassageNode('x', passageOf(`${before}Lawrow kam nach Genf.`, [before.length, before.length + 6]));
    const [[start, end] = [0, 0]] = node.highlights ?? [];
    assert.equal(node.label.slice(start, end), 'Lawrow');
    assert.ok(node.label.startsWith('… Wort') && start <= 45);
    assert.match(node.tooltip ?? '', /^Wort Wort/);
    const long = toPassageNode('x', passageOf(`Lawrow kam ${before}`, [0, 6]));
    assert.match(long.label, /^Lawrow kam (Wort )+…$/);
  });
});

function makeModel(open: OpenCorpus, source: CorpusSource = SOURCE): CorpusModel {
  return new CorpusModel(open, { source, t });
}

function listRoots(open: OpenCorpus): Promise<readonly ViewNode[]> {
  return makeModel(open).listRoots();
}

function childrenOf(node: ViewNode | undefined): Promise<readonly ViewNode[]> {
  return node?.listChildren?.() ?? Promise.resolve([]);
}

async function listAllIds(nodes: readonly ViewNode[]): Promise<readonly string[]> {
  const below = await Promise.all(nodes.map(async (node) => listAllIds(await childrenOf(node))));
  return [...nodes.map(({ id }) => id), ...below.flat()];
}

function t(message: string, ...args: readonly (string | number)[]): string {
  return message.replace(/\{(\d)\}/g, (_, i: string) => String(args[Number(i)]));
}

function pageThrough(total: number, asked: (string | undefined)[]): CorpusSource['listArticles'] {
  return ({ limit, cursor }: ListRequest) => {
    asked.push(cursor);
    const start = Number(cursor ?? 0);
    const rows = Array.from({ length: Math.min(limit, total - start) }, (_, i) => articleNamed(String(start + i)));
    const next = start + limit < total ? { next: String(start + limit) } : {};
    return Promise.resolve({ rows, total, ...next });
  };
}

function articleNamed(title: string): ArticleRow {
  return {
    uri: `file:///c/${title}.md`,
    path: `${title}.md`,
    title,
    actors: 0,
    events: 0,
    citationKey: title,
    copies: 0,
    alsoIn: [],
  };
}

function passageOf(text: string, highlight: readonly [number, number]): PassageRow {
  return {
    location: { uri: 'file:///c/a.md', range: RANGE },
    text,
    highlight,
    title: 'Genf, wieder',
    date: '2022-01-22',
    citationKey: 'donauwarte2022genf',
    copies: 0,
  };
}

function answer<Row>(rows: readonly Row[]): Promise<ListAnswer<Row>> {
  return Promise.resolve({ rows, total: rows.length });
}

const ARTICLES: readonly ArticleRow[] = [
  {
    uri: 'file:///c/a.md',
    path: 'a.md',
    title: 'Genf, wieder',
    date: '2022-01-22',
    source: 'Donauwarte',
    actors: 1,
    events: 2,
    citationKey: 'donauwarte2022genf',
    copies: 4,
    alsoIn: ['Bote', 'Ledger', 'Tagblatt', 'b/c.md'],
  },
  {
    uri: 'file:///c/b.md',
    path: 'b.md',
    title: 'Ohne Datum',
    actors: 0,
    events: 0,
    citationKey: 'nd',
    copies: 0,
    alsoIn: [],
  },
];

const ACTORS: readonly ActorRow[] = [
  { id: 'person:sergej lawrow', name: 'Sergej Lawrow', kind: 'person', confirmed: true, passages: 53, articles: 4 },
  { id: 'person:?kim', name: 'Kim', kind: 'person', confirmed: false, passages: 1, articles: 1 },
  { id: 'country:RU', name: 'Russland', kind: 'country', confirmed: false, passages: 7, articles: 2 },
];

const EVENT: EventRow = {
  id: 'e1',
  label: 'Gespräche in Genf',
  type: 'CONSULT',
  status: 'happened',
  date: '2022-01-21',
  place: 'Genf',
  participants: ['Lawrow', 'Blinken'],
  passages: 2,
  articles: 2,
  sources: 1,
};

const SOURCE: CorpusSource = {
  listCorpora: () => Promise.resolve([CORPUS]),
  listArticles: () => answer(ARTICLES),
  listActors: ({ kind }) => answer(ACTORS.filter((actor) => actor.kind === kind)),
  listEvents: () => answer([EVENT]),
  listEventMonths: () =>
    Promise.resolve([
      { month: '2022-02', events: 1 },
      { month: '2022-01', events: 2 },
      { month: '2021-12', events: 1 },
      { month: 'undated', events: 1 },
    ]),
  listPassages: () => answer([passageOf('Lawrow kam nach Genf.', [0, 6])]),
};
