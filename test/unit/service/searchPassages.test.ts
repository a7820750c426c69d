import assert from 'node:assert/strict';
import type { FoundPassages } from '../../../server/src/service/answers.js';
import { article, createTestCorpus } from '../../support/corpus.js';

// Long enough to be told from a chance likeness.
const COPIED = `Sergej Lawrow sprach in Genf von einem Gespräch, das niemand vergessen werde, der an diesem kalten Tag am Ufer stand.

In Genf lag Schnee, und vor dem Hotel warteten seit dem frühen Morgen einige Reporter mit ihren Kameras auf den Wagen. Antony Blinken schwieg in Genf.`;
const CORPUS = {
  'bote.md': article({ date: '2022-01-22', source: 'Bote' }, COPIED),
  'tagblatt.md': article({ date: '2022-01-23', source: 'Tagblatt' }, COPIED),
  'vater.md': article(
    { date: '2019-04-26', source: 'Agentur Nord' },
    'Kim Jong-un kam mit dem Zug nach Genf. Kim winkte.',
  ),
  'schwester.md': article({ date: '2020-06-01', source: 'Bote' }, 'Kim Yo-jong drohte. Kim schweigt nun.'),
  'straße.md': article({ date: '2021' }, 'Die Straße   nach\nPrag war leer.'),
};

describe('searching passages', () => {
  async function search(
    query: string,
    request: { limit: number; cursor?: string } = { limit: 20 },
  ): Promise<FoundPassages> {
    const { service } = await createTestCorpus(CORPUS);
    return service.searchPassages(query, request);
  }

  /** The articles found, each with the words that matched. */
  async function find(query: string): Promise<readonly string[]> {
    const { rows, problem } = await search(query);
    assert.equal(problem, undefined, problem?.message);
    return rows.map(({ article: { id }, text, passage, matches }) => {
      const words = matches.map(({ start, end }) => text.slice(start - passage.start, end - passage.start));
      return [id, ...words].join(' ');
    });
  }

  it('finds words folded and phrases over line breaks', async () => {
    assert.deepEqual(await find('STRASSE'), ['straße.md Straße']);
    assert.deepEqual(await find('„strasse nach prag“'), ['straße.md Straße   nach\nPrag']);
    assert.deepEqual(await find('Stra*'), ['straße.md Straße']);
    assert.deepEqual(await find('Prag -Straße'), []);
  });

  it('an actor by any of its names, and all who share one', async () => {
    assert.deepEqual(await find('actor:Lawrows'), ['tagblatt.md']);
    assert.deepEqual(await find('actor:Kim'), ['schwester.md', 'vater.md']);
    assert.deepEqual(await find('Zug akteur:"Kim Jong-un"'), ['vater.md Zug']);
    assert.deepEqual(await find('Genf -person:Kim -Schnee'), ['tagblatt.md Genf']);
    const { reading } = await search('actor:Kim -Zug date:2020..2021');
    assert.equal(reading, '-Zug · Akteur: Kim Jong-un oder Kim Yo-jong · 2020-01-01..2021-12-31');
  });

  it('an event by its words', async () => {
    assert.deepEqual(await find('ereignis:Gespr'), ['tagblatt.md']);
  });

  it('an outlet by words of its name, and dates', async () => {
    assert.deepEqual(await find('Genf source:nord'), ['vater.md Genf']);
    assert.deepEqual(await find('Prag vor:2021'), []);
    assert.deepEqual(await find('Prag bis:2021'), ['straße.md Prag']);
  });

  it('shows the same passage of one story once, with the other outlets, on all pages', async () => {
    const all = await search('Genf');
    assert.deepEqual([all.rows.length, all.copies, all.total], [3, 2, 5]);
    assert.deepEqual(all.rows.map(({ article: { source }, alsoIn }) => [source, ...alsoIn].join(', ')).sort(), [
      'Agentur Nord',
      'Tagblatt, Bote',
      'Tagblatt, Bote',
    ]);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search('Genf', { limit: 1, ...(cursor !== undefined && { cursor }) });
      paged.push(...page.rows.map(({ article: { id }, text }) => id + text));
      cursor = page.next;
    } while (cursor !== undefined);
    assert.deepEqual(
      paged,
      all.rows.map(({ article: { id }, text }) => id + text),
    );
  });

  it('says what was found', async () => {
    const { rows } = await search('Genf Schnee');
    assert.equal(rows[0]?.reason, 'Genf ×2, Schnee');
    assert.equal((await search('actor:Kim')).rows[0]?.reason, 'die neuesten zuerst');
  });

  it('says what is wrong with a query, and where', async () => {
    const { problem, rows } = await search('Genf akteur:Mustermann');
    assert.deepEqual(rows, []);
    assert.deepEqual(
      [problem?.code, problem?.severity, problem?.span, problem?.message],
      ['query-unknown-actor', 'warning', { start: 5, end: 22 }, 'Im Korpus heißt niemand „Mustermann“.'],
    );
    const broken = await search('"Genf');
    assert.deepEqual([broken.problem?.severity, broken.problem?.span], ['error', { start: 0, end: 5 }]);
  });

  it('rejects when nobody waits any more', async () => {
    const { service } = await createTestCorpus(CORPUS);
    const signal = { aborted: true, reason: new Error('typed on') };
    await assert.rejects(service.searchPassages('Genf', { limit: 1, signal }), /typed on/);
  });

  it('tells while the corpus is being read', async () => {
    const { service } = await createTestCorpus(CORPUS, { isIndexed: false });
    const indexed = service.index();
    const early = await service.searchPassages('Genf', { limit: 5 });
    assert.ok(early.indexing);
    await indexed;
    assert.equal((await service.searchPassages('Genf', { limit: 5 })).indexing, undefined);
  });
});
