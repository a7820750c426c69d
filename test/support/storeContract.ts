import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ArticleId } from '../../server/src/core/article/article.js';
import type { ActorId, Event, Facts } from '../../server/src/core/facts.js';
import type { CorpusStore, EventId, Page, PageRequest } from '../../server/src/store/ports.js';
import { dumpStore } from './dumpStore.js';
import { factsFrom, type MarkedArticle, type MarkedEvent } from './facts.js';

const LAWROW = 'person:sergej lawrow' as ActorId;
const BLINKEN = 'person:antony blinken' as ActorId;
const RUSSIA = 'country:RU' as ActorId;
const BARE_KIM = 'person:?kim' as ActorId;

/** The contract's events are the same when type, place and date are: how stores tell events apart is passed in. */
export function identifyEvent({ type, place, date }: Event): string {
  return [type, place?.name ?? '', date?.from ?? ''].join('/');
}

const GENEVA: Readonly<Record<string, MarkedEvent>> = {
  geneva: { date: '2022-01-21', place: 'Genf', label: 'Gespräche in Genf', participants: [LAWROW, BLINKEN] },
};

function genevaInGerman(path = 'donau/genf.md', from: MarkedArticle = { source: 'Donauwarte' }): Facts {
  return factsFrom(
    path,
    `# [Lawrow|${LAWROW}] in Genf

Außenminister [Sergej Lawrow|${LAWROW}] hat mit [Antony Blinken|${BLINKEN}] {gesprochen|geneva}.

[Lawrows|${LAWROW}] Wunsch: [Moskau|${RUSSIA}|metonym] will Antworten, [russische|${RUSSIA}|adjective] Papiere.`,
    {
      date: '2022-01-22',
      ...from,
      events: GENEVA,
      actors: { [LAWROW]: { offices: ['Außenminister'], state: 'RU' } },
    },
  );
}

function genevaInEnglish(): Facts {
  return factsFrom(
    'ledger/geneva.txt',
    `[Sergey Lavrov|${LAWROW}] {met|geneva} [Antony Blinken|${BLINKEN}]. [Lavrov|${LAWROW}] left.`,
    {
      date: '2022-01-23',
      source: 'Ledger',
      language: 'en',
      events: GENEVA,
      actors: { [BLINKEN]: { origin: 'authority' } },
    },
  );
}

function tokyo(): Facts {
  return factsFrom(
    'ost/tokio.txt',
    `[Sergej Lawrow|${LAWROW}] kommt zu {Gesprächen|tokyo} nach Tokio; [Kim|${BARE_KIM}] schweigt.`,
    {
      date: '2017-03',
      events: { tokyo: { date: '2017-03', place: 'Tokio', label: 'Treffen in Tokio', participants: [LAWROW] } },
    },
  );
}

function kims(): Facts {
  return factsFrom(
    'ost/kims.txt',
    '[Kim Jong-un|person:kim jong un] und [Kim Yo-jong|person:kim yo jong], dann nur [Kim|person:kim jong un]. Später {Übung|drill}.',
    { events: { drill: { type: 'MOBILIZE', label: 'Übung', status: 'planned' } } },
  );
}

/** What every store must do. `create` gives an empty one that tells events apart with `identifyEvent`. */
export function describeStoreContract(name: string, create: () => Promise<CorpusStore>): void {
  async function corpusOf(...articles: readonly Facts[]): Promise<CorpusStore> {
    const store = await create();
    for (const facts of articles) await store.put(facts);
    return store;
  }

  describe(`${name} is a corpus store`, () => {
    describe('articles', () => {
      it('come newest first, then by path; those without a date last', async () => {
        const store = await corpusOf(kims(), tokyo(), genevaInGerman(), genevaInEnglish());
        assert.deepEqual(await pathsOf(store), ['ledger/geneva.txt', 'donau/genf.md', 'ost/tokio.txt', 'ost/kims.txt']);
      });

      it('are summed up with title, date, source and what is in them', async () => {
        const store = await corpusOf(genevaInGerman());
        const { lineStarts, ...summary } = (await store.findArticle('donau/genf.md' as ArticleId)) ?? assert.fail();
        assert.deepEqual(summary, {
          id: 'donau/genf.md',
          title: 'Lawrow in Genf',
          date: '2022-01-22',
          source: 'Donauwarte',
          language: 'de',
          extracted: false,
          actorCount: 3,
          eventCount: 1,
        });
        assert.equal(lineStarts.length, 5);
        assert.equal(await store.findArticle('no/such.txt' as ArticleId), undefined);
      });

      it('are counted with all that is in them', async () => {
        const store = await corpusOf(genevaInGerman(), tokyo());
        assert.deepEqual(await store.getCounts(), { articles: 2, passages: 4, mentions: 8, actors: 4, events: 2 });
      });
    });

    describe('pages', () => {
      it('follow each other to the end and know the total', async () => {
        const store = await corpusOf(kims(), tokyo(), genevaInGerman(), genevaInEnglish());
        const first = await store.listArticles({ limit: 3 });
        assert.equal(first.total, 4);
        const second = await store.listArticles({ limit: 3, cursor: first.next ?? assert.fail() });
        assert.deepEqual(
          [...first.rows, ...second.rows].map(({ id }) => id),
          await pathsOf(store),
        );
        assert.equal(second.next, undefined);
      });

      it('go on behind the last row when something came before it', async () => {
        const store = await corpusOf(tokyo(), genevaInGerman(), kims());
        const first = await store.listArticles({ limit: 1 });
        await store.put(genevaInEnglish());
        const second = await store.listArticles({ limit: 9, cursor: first.next ?? assert.fail() });
        assert.deepEqual(
          second.rows.map(({ id }) => id),
          ['ost/tokio.txt', 'ost/kims.txt'],
        );
      });

      it('start anew when their row is gone, or the cursor is nonsense', async () => {
        const store = await corpusOf(tokyo(), genevaInGerman());
        const { next } = await store.listActorEvidence(LAWROW, { limit: 1 });
        await store.remove('donau/genf.md' as ArticleId);
        for (const cursor of [next ?? assert.fail(), 'nonsense', '', '9:']) {
          const page = await store.listActorEvidence(LAWROW, { limit: 5, cursor });
          assert.deepEqual(
            page.rows.map(({ article }) => article.id),
            ['ost/tokio.txt'],
            cursor,
          );
        }
      });
    });

    describe('actors', () => {
      it('are folded over all articles that name them', async () => {
        const store = await corpusOf(genevaInGerman(), genevaInEnglish(), tokyo());
        const actor = (await store.findActor(LAWROW)) ?? assert.fail();
        assert.equal(actor.name, 'Sergej Lawrow', 'two articles of three call him so');
        assert.equal(actor.state, 'RU');
        assert.deepEqual([actor.mentionCount, actor.passageCount, actor.articleCount], [6, 5, 3]);
        assert.deepEqual([actor.firstDate, actor.lastDate], ['2017-03', '2022-01-23']);
        assert.deepEqual(actor.years, [
          { year: '2017', count: 1 },
          { year: '2022', count: 5 },
        ]);
      });

      it('have all their names, a genitive counting for its base form, without adjectives', async () => {
        const store = await corpusOf(genevaInGerman(), genevaInEnglish());
        const lawrow = (await store.findActor(LAWROW)) ?? assert.fail();
        assert.deepEqual(lawrow.aliases, [
          { alias: 'Lawrow', count: 2 },
          { alias: 'Lavrov', count: 1 },
          { alias: 'Sergej Lawrow', count: 1 },
          { alias: 'Sergey Lavrov', count: 1 },
        ]);
        assert.deepEqual((await store.findActor(RUSSIA))?.aliases, [{ alias: 'Moskau', count: 1 }]);
      });

      it('written in capitals count for the usual form, unless the capitals are usual', async () => {
        const cities = factsFrom('a.txt', '[GENF|place:genf] [Genf|place:genf] [Genf|place:genf]');
        const pacts = factsFrom('b.txt', '[NATO|organization:nato] [NATO|organization:nato] [Nato|organization:nato]');
        const store = await corpusOf(cities, pacts);
        assert.deepEqual((await store.findActor('place:genf' as ActorId))?.aliases, [{ alias: 'Genf', count: 3 }]);
        assert.deepEqual((await store.findActor('organization:nato' as ActorId))?.aliases, [
          { alias: 'NATO', count: 2 },
          { alias: 'Nato', count: 1 },
        ]);
      });

      it('have their offices once each, newest first, with the place that states it', async () => {
        const earlier = factsFrom('a.txt', `[Lawrow|${LAWROW}]`, {
          date: '2003',
          actors: { [LAWROW]: { offices: ['UN-Botschafter', 'Außenminister'] } },
        });
        const store = await corpusOf(earlier, genevaInGerman());
        const { offices } = (await store.findActor(LAWROW)) ?? assert.fail();
        assert.deepEqual(
          offices.map(({ title, article }) => [title, article.id]),
          [
            ['Außenminister', 'donau/genf.md'],
            ['UN-Botschafter', 'a.txt'],
          ],
        );
      });

      it('know whom they share passages with', async () => {
        const store = await corpusOf(genevaInGerman(), genevaInEnglish(), tokyo());
        const { neighbours } = (await store.findActor(LAWROW)) ?? assert.fail();
        assert.deepEqual(
          neighbours.map(({ actor, count }) => [actor.name, count]),
          [
            ['Antony Blinken', 2],
            ['Moskau', 1],
            ['Kim', 1],
          ],
        );
      });

      it('are confirmed when the writer names them', async () => {
        const store = await corpusOf(genevaInEnglish());
        assert.equal((await store.findActor(BLINKEN))?.certainty, 'confirmed');
        assert.equal((await store.findActor(LAWROW))?.certainty, 'recognised');
      });

      it('are listed most mentioned first, of one kind when asked', async () => {
        const store = await corpusOf(genevaInGerman(), genevaInEnglish());
        const all = await store.listActors({ limit: 9 });
        assert.deepEqual(
          all.rows.map(({ name: actor }) => actor),
          ['Sergej Lawrow', 'Antony Blinken', 'Moskau'],
        );
        const countries = await store.listActors({ limit: 9, kind: 'country' });
        assert.deepEqual([countries.rows.map(({ id }) => id), countries.total], [[RUSSIA], 1]);
      });
    });

    describe('aliases', () => {
      it('find everybody who is called exactly so, folded', async () => {
        const store = await corpusOf(genevaInGerman());
        assert.deepEqual(await namesOf(store, 'LAWROW'), ['Sergej Lawrow']);
        assert.deepEqual(await namesOf(store, 'sergej  lawrow'), ['Sergej Lawrow']);
        assert.deepEqual(await namesOf(store, 'Law'), []);
        assert.deepEqual(await namesOf(store, 'Sergej'), []);
      });

      it('put full names before bare surnames, most called so first', async () => {
        const store = await corpusOf(tokyo(), tokyo(), kims());
        assert.deepEqual(await namesOf(store, 'Kim'), ['Kim Jong-un', 'Kim']);
      });

      it('are found with umlauts written either way', async () => {
        const store = await corpusOf(
          factsFrom('a.txt', '[Gerhard Schröder|person:gerhard schroder] und [Groehe|person:hermann grohe]'),
        );
        for (const alias of ['Gerhard Schröder', 'Gerhard Schroeder', 'Gerhard Schroder'])
          assert.deepEqual(await namesOf(store, alias), ['Gerhard Schröder'], alias);
        for (const alias of ['Gröhe', 'Groehe']) assert.deepEqual(await namesOf(store, alias), ['Groehe'], alias);
      });
    });

    describe('completion of actors', () => {
      const cast = factsFrom(
        'cast.txt',
        `[Sergej Schoigu|person:sergej schoigu] [Schoigu|person:sergej schoigu] [Olaf Scholz|person:olaf scholz]
[Gerhard Schröder|person:gerhard schroder] [Joe Biden|person:joe biden] [Boris Johnson|person:boris johnson]`,
      );
      const complete = async (typed: string, limit = 9) =>
        (await (await corpusOf(cast)).completeActors(typed, limit)).map(({ actor }) => actor.name);

      it('takes the start of any word of a name, most mentioned first', async () => {
        assert.deepEqual(await complete('scho'), ['Sergej Schoigu', 'Olaf Scholz']);
        assert.deepEqual(await complete('Sergej Sch'), ['Sergej Schoigu']);
        assert.deepEqual(await complete('scho', 1), ['Sergej Schoigu']);
      });

      it('tells which alias matched', async () => {
        const [match] = await (await corpusOf(cast)).completeActors('Schoi', 9);
        assert.equal(match?.alias, 'Schoigu');
      });

      it('takes umlauts written either way, and nothing else for it', async () => {
        assert.deepEqual(await complete('Schrö'), ['Gerhard Schröder']);
        assert.deepEqual(await complete('Schroe'), ['Gerhard Schröder']);
        assert.deepEqual(await complete('Joe'), ['Joe Biden']);
      });

      it('forgives a slip only when nothing starts so', async () => {
        assert.deepEqual(await complete('Shoigu'), ['Sergej Schoigu']);
        assert.deepEqual(await complete('Jonhson'), ['Boris Johnson']);
        assert.deepEqual(await complete('Merkel'), []);
      });

      it('offers the most mentioned when nothing is typed', async () => {
        assert.deepEqual(await complete('', 1), ['Sergej Schoigu']);
      });
    });

    describe('events', () => {
      it('are folded over the articles and outlets that tell them', async () => {
        const store = await corpusOf(genevaInGerman(), genevaInEnglish());
        const { rows } = await store.listEvents({ limit: 9 });
        assert.equal(rows.length, 1);
        const [event = assert.fail()] = rows;
        const { participants } = event;
        assert.deepEqual(event, {
          id: event.id,
          participants,
          label: 'Gespräche in Genf',
          type: 'CONSULT',
          status: 'happened',
          date: { from: '2022-01-21', to: '2022-01-21', granularity: 'day' },
          place: 'Genf',
          passageCount: 2,
          articleCount: 2,
          outletCount: 2,
        });
        assert.deepEqual(participants.map(({ id }) => id).sort(), [BLINKEN, LAWROW]);
      });

      it('told by one outlet twice have one outlet; articles without one count for themselves', async () => {
        const store = await corpusOf(genevaInGerman(), genevaInGerman('donau/2.md'), genevaInGerman('x.md', {}));
        const [event] = (await store.listEvents({ limit: 1 })).rows;
        assert.deepEqual([event?.articleCount, event?.outletCount], [3, 2]);
      });

      it('come newest first, the undated last; of one actor or month when asked', async () => {
        const store = await corpusOf(kims(), tokyo(), genevaInGerman());
        assert.deepEqual(await labelsOf(store, {}), ['Gespräche in Genf', 'Treffen in Tokio', 'Übung']);
        assert.deepEqual(await labelsOf(store, { actor: BLINKEN }), ['Gespräche in Genf']);
        assert.deepEqual(await labelsOf(store, { month: '2017-03' }), ['Treffen in Tokio']);
        assert.deepEqual(await labelsOf(store, { month: 'undated' }), ['Übung']);
        assert.deepEqual(await labelsOf(store, { actor: LAWROW, month: '1999-01' }), []);
      });

      it('are counted by month, newest first', async () => {
        const store = await corpusOf(kims(), tokyo(), genevaInGerman());
        assert.deepEqual(await store.listEventMonths(), [
          { month: '2022-01', count: 1 },
          { month: '2017-03', count: 1 },
          { month: 'undated', count: 1 },
        ]);
      });

      it('are completed by words of label, type, place and participants', async () => {
        const store = await corpusOf(kims(), tokyo(), genevaInGerman(), genevaInEnglish());
        const complete = async (text: string) => (await store.completeEvents(text, 9)).map(({ label }) => label);
        assert.deepEqual(await complete('lawrow'), ['Gespräche in Genf', 'Treffen in Tokio']);
        assert.deepEqual(await complete('Genf Blin'), ['Gespräche in Genf']);
        assert.deepEqual(await complete('mobil'), ['Übung']);
        assert.deepEqual(await complete('Genf Tokio'), []);
      });
    });

    describe('evidence', () => {
      it('is every mention, newest article first, then by place', async () => {
        const store = await corpusOf(tokyo(), genevaInGerman());
        const { rows, total } = await store.listActorEvidence(LAWROW, { limit: 9 });
        assert.equal(total, 4);
        assert.deepEqual(
          rows.map(({ article, text, passage, mention }) => [
            article.id,
            text.slice(mention.start - passage.start, mention.end - passage.start),
          ]),
          [
            ['donau/genf.md', 'Lawrow'],
            ['donau/genf.md', 'Sergej Lawrow'],
            ['donau/genf.md', 'Lawrows'],
            ['ost/tokio.txt', 'Sergej Lawrow'],
          ],
        );
      });

      it('tells who and what else is in the passage', async () => {
        const store = await corpusOf(genevaInGerman());
        const [evidence] = (await store.listActorEvidence(BLINKEN, { limit: 1 })).rows;
        assert.deepEqual(evidence?.actors, [LAWROW, BLINKEN]);
        const [event] = (await store.listEvents({ limit: 1 })).rows;
        assert.deepEqual(evidence.events, [event?.id]);
        assert.equal(evidence.form, 'name');
      });

      it('of an event is its triggers', async () => {
        const store = await corpusOf(genevaInGerman(), genevaInEnglish());
        const [event] = (await store.listEvents({ limit: 1 })).rows;
        const { rows, total } = await store.listEventEvidence(event?.id ?? assert.fail(), { limit: 9 });
        assert.equal(total, 2);
        assert.deepEqual(
          rows.map(({ article }) => article.id),
          ['ledger/geneva.txt', 'donau/genf.md'],
        );
      });

      it('of nobody is empty', async () => {
        const store = await create();
        assert.deepEqual(await store.listActorEvidence(LAWROW, { limit: 9 }), { rows: [], total: 0 });
        assert.deepEqual(await store.listEventEvidence('none' as EventId, { limit: 9 }), { rows: [], total: 0 });
        assert.equal(await store.findActor(LAWROW), undefined);
        assert.equal(await store.findEvent('none' as EventId), undefined);
      });

      it('comes in pages that lose and repeat nothing', async () => {
        const store = await corpusOf(tokyo(), genevaInGerman(), genevaInEnglish());
        const all = await store.listActorEvidence(LAWROW, { limit: 99 });
        const paged = await readAll((request) => store.listActorEvidence(LAWROW, request), 2);
        assert.deepEqual(paged, all.rows);
      });
    });

    describe('changes', () => {
      it('grow the revision', async () => {
        const store = await create();
        const before = await store.getRevision();
        await store.put(tokyo());
        const between = await store.getRevision();
        await store.remove('ost/tokio.txt' as ArticleId);
        assert.ok(before < between && between < (await store.getRevision()));
      });

      it('leave nothing of what was removed', async () => {
        const store = await corpusOf(tokyo(), genevaInGerman(), kims());
        for (const path of await pathsOf(store)) await store.remove(path as ArticleId);
        await store.remove('never/there.txt' as ArticleId);
        assert.equal(await dumpStore(store), await dumpStore(await create()));
      });

      it('in any order give the corpus that a rebuild gives', async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(anyChange(), { maxLength: 14 }), async (changes) => {
            const store = await create();
            const rest = new Map<string, Facts>();
            for (const { path, facts } of changes) {
              if (facts) rest.set(path, facts);
              else rest.delete(path);
              await (facts ? store.put(facts) : store.remove(path as ArticleId));
              // A look in between must not leave anything behind either.
              await store.completeActors('a', 3);
            }
            const rebuilt = await corpusOf(...[...rest.values()].reverse());
            assert.equal(await dumpStore(store), await dumpStore(rebuilt));
          }),
          { numRuns: 150 },
        );
      });
    });
  });
}

/** A put of generated facts below one of few paths, or (without facts) the removal of that path. */
function anyChange(): fc.Arbitrary<{ path: string; facts: Facts | undefined }> {
  const ids = ['person:anna groß', 'person:?groß', 'person:boris müller', 'organization:nato', 'country:RU'];
  const mention = fc.record({
    id: fc.constantFrom(...ids),
    surface: fc.constantFrom('Groß', 'Anna Groß', 'Müller', 'Mueller', 'Boris Müllers', 'Nato', 'NATO', 'Moskau'),
    form: fc.constantFrom('name', 'adjective', 'metonym'),
    event: fc.option(fc.constantFrom('talks', 'drill'), { nil: undefined }),
    divider: fc.constantFrom(' ', '\n\n'),
  });
  const event = fc.record({
    type: fc.constantFrom('CONSULT' as const, 'MOBILIZE' as const),
    label: fc.constantFrom('Gespräche', 'Talks', 'Übung'),
    status: fc.constantFrom('happened' as const, 'planned' as const),
    date: fc.constantFrom('2021', '2022-01', '2022-01-05'),
    participants: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }),
  });
  const facts = fc.record({
    mentions: fc.array(mention, { maxLength: 8 }),
    date: fc.option(fc.constantFrom('2020', '2021-12', '2022-01-07'), { nil: undefined }),
    source: fc.option(fc.constantFrom('Blatt', 'Bote'), { nil: undefined }),
    origin: fc.constantFrom('text' as const, 'lexicon' as const, 'authority' as const),
    talks: event,
    drill: event,
  });
  return fc
    .record({ path: fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'd.txt'), facts: fc.option(facts, { nil: undefined }) })
    .map(({ path, facts: given }) => {
      if (given === undefined) return { path, facts: undefined };
      const { mentions, date, source, origin, talks, drill } = given;
      const text = mentions
        .map(
          ({ id, surface, form, event: key, divider }) =>
            `[${surface}|${id}|${form}]${key ? ` {da|${key}}` : ''}${divider}`,
        )
        .join('');
      const about: MarkedArticle = {
        events: { talks, drill },
        actors: Object.fromEntries(ids.map((id) => [id, { origin, offices: [origin] }])),
        ...(date !== undefined && { date }),
        ...(source !== undefined && { source }),
      };
      return { path, facts: factsFrom(path, text, about) };
    });
}

async function pathsOf(store: CorpusStore): Promise<readonly string[]> {
  return (await store.listArticles({ limit: 99 })).rows.map(({ id }) => id);
}

async function namesOf(store: CorpusStore, alias: string): Promise<readonly string[]> {
  return (await store.findActorsByAlias(alias)).map(({ name }) => name);
}

async function labelsOf(store: CorpusStore, query: { actor?: ActorId; month?: string }): Promise<readonly string[]> {
  return (await store.listEvents({ limit: 9, ...query })).rows.map(({ label }) => label);
}

async function readAll<T>(list: (request: PageRequest) => Promise<Page<T>>, limit: number): Promise<readonly T[]> {
  const rows: T[] = [];
  let page = await list({ limit });
  rows.push(...page.rows);
  while (page.next !== undefined) {
    page = await list({ limit, cursor: page.next });
    rows.push(...page.rows);
  }
  return rows;
}
