import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ArticleId } from '../../server/src/core/article/article.js';
import type { ActorId, Event, Facts } from '../../server/src/core/facts.js';
import type {
  CorpusStore,
  EventId,
  IndexedFile,
  Page,
  PageRequest,
  PassageHit,
  StoreChange,
  TextQuery,
} from '../../server/src/store/ports.js';
import { dumpStore } from './dumpStore.js';
import { OTHERS, REPRINTS } from './duplicateTexts.js';
import { factsFrom, type MarkedArticle, type MarkedEvent } from './facts.js';

const LAWROW = 'person:sergej lawrow' as ActorId;
const BLINKEN = 'person:antony blinken' as ActorId;
const NOBODY = 'person:nobody' as ActorId;
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

const [AGENCY_TEXT = '', CUT_TEXT = ''] = REPRINTS.find(({ what }) => what === 'the last paragraph cut')?.texts ?? [];
const OTHER_TEXT = OTHERS[0]?.texts[1] ?? '';

/** An article that prints this text, and tells of the talks in Geneva. */
function printed(path: string, text: string, about: MarkedArticle = {}): Facts {
  return factsFrom(path, `[Lawrow|${LAWROW}] {sprach|geneva} in Genf.\n\n${text}`, { events: GENEVA, ...about });
}

function fileOf(path: string, stamp = 'stamp'): IndexedFile {
  return { path, stamp, hash: `hash of ${path}`, version: 1, problems: [] };
}

/** The changes by which a file gets these articles. */
function changesOf(path: string, articles: readonly Facts[], pass = 1): readonly StoreChange[] {
  return [
    ...articles.map((facts): StoreChange => ({ kind: 'put', facts, path, pass })),
    { kind: 'finish', file: fileOf(path), pass },
  ];
}

/**
 * What every store must do. `create` gives an empty one that tells events apart with `identifyEvent`; `runs`: how many random sequences of
 * changes are tried.
 */
export function describeStoreContract(name: string, create: () => Promise<CorpusStore>, runs = 150): void {
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
          story: 'donau/genf.md',
          copyCount: 0,
          citationKey: 'donauwarte2022lawrow',
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
          sourceCount: 2,
        });
        assert.deepEqual(participants.map(({ id }) => id).sort(), [BLINKEN, LAWROW]);
      });

      it('told by one outlet twice have one source; articles without an outlet count for themselves', async () => {
        const store = await corpusOf(genevaInGerman(), genevaInGerman('donau/2.md'), genevaInGerman('x.md', {}));
        const [event] = (await store.listEvents({ limit: 1 })).rows;
        assert.deepEqual([event?.articleCount, event?.sourceCount], [3, 2]);
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

    describe('stories', () => {
      it('are articles that print the same text, the first by date and path for all of them', async () => {
        const store = await corpusOf(
          printed('c.txt', AGENCY_TEXT, { source: 'Tagblatt' }),
          printed('b.txt', CUT_TEXT, { date: '2022-01-23', source: 'Bote' }),
          printed('a.txt', AGENCY_TEXT, { date: '2022-01-23', source: 'Warte' }),
          printed('d.txt', OTHER_TEXT, { date: '2022-01-20', source: 'Blatt' }),
        );
        const { rows } = await store.listArticles({ limit: 9 });
        assert.deepEqual(
          rows.map(({ id, story, copyCount }) => [id, story, copyCount]),
          [
            ['a.txt', 'a.txt', 2],
            ['b.txt', 'a.txt', 2],
            ['d.txt', 'd.txt', 0],
            ['c.txt', 'a.txt', 2],
          ],
        );
        assert.deepEqual(await copiesOf(store, 'b.txt'), ['a.txt', 'c.txt']);
        assert.deepEqual(await copiesOf(store, 'd.txt'), []);
        assert.deepEqual(await copiesOf(store, 'no/such.txt'), []);
      });

      it('count once among the sources of an event and of an actor', async () => {
        const store = await corpusOf(
          printed('a.txt', AGENCY_TEXT, { source: 'Tagblatt' }),
          printed('b.txt', CUT_TEXT, { source: 'Bote' }),
          printed('d.txt', OTHER_TEXT, { source: 'Blatt' }),
        );
        const [event] = (await store.listEvents({ limit: 1 })).rows;
        assert.deepEqual([event?.articleCount, event?.sourceCount], [3, 2]);
        const actor = await store.findActor(LAWROW);
        assert.deepEqual([actor?.articleCount, actor?.storyCount], [3, 2]);
      });

      it('fall apart when what held them together goes', async () => {
        const paragraphs = AGENCY_TEXT.split('\n\n');
        const store = await corpusOf(
          factsFrom('start.txt', paragraphs.slice(0, 3).join('\n\n')),
          factsFrom('end.txt', paragraphs.slice(3).join('\n\n')),
          factsFrom('all.txt', AGENCY_TEXT),
        );
        assert.deepEqual(await copiesOf(store, 'end.txt'), ['all.txt', 'start.txt']);
        await store.remove('all.txt' as ArticleId);
        assert.deepEqual(await copiesOf(store, 'end.txt'), []);
      });

      it('are not made of texts that are too short to compare', async () => {
        const store = await corpusOf(tokyo(), {
          ...tokyo(),
          article: { ...tokyo().article, id: 'b.txt' as ArticleId },
        });
        assert.deepEqual(await copiesOf(store, 'b.txt'), []);
      });
    });

    describe('citation keys', () => {
      const titled = (path: string, citationKey?: string): Facts => {
        const facts = factsFrom(path, '# Über die Grenzen\n\nText.', {
          date: '2024-03',
          source: 'Süddeutsche Zeitung',
        });
        return citationKey === undefined ? facts : { ...facts, article: { ...facts.article, citationKey } };
      };

      it('are made of outlet, year and title', async () => {
        const store = await corpusOf(titled('a.txt'));
        assert.deepEqual(await keysOf(store), { 'a.txt': 'sueddeutsche2024grenzen' });
        assert.equal((await store.findArticleByKey('sueddeutsche2024grenzen'))?.id, 'a.txt');
        assert.equal(await store.findArticleByKey('sueddeutsche2024'), undefined);
      });

      it('that several articles would share get a part of their own, for as long as they do', async () => {
        const store = await corpusOf(titled('a.txt'), titled('b.txt'));
        const keys = Object.values(await keysOf(store));
        assert.equal(new Set(keys).size, 2);
        for (const key of keys) assert.match(key, /^sueddeutsche2024grenzen-[a-z0-9]{6}$/);
        for (const key of keys) assert.equal((await store.findArticleByKey(key))?.citationKey, key);
        assert.equal(await store.findArticleByKey('sueddeutsche2024grenzen'), undefined);
        await store.remove('b.txt' as ArticleId);
        assert.deepEqual(await keysOf(store), { 'a.txt': 'sueddeutsche2024grenzen' });
      });

      it('that references state are kept, by the first of several', async () => {
        const stated = 'sueddeutsche2024grenzen';
        const store = await corpusOf(
          titled('a.txt'),
          titled('c.txt', stated),
          titled('b.txt', stated),
          titled('d.txt', 'Own:1'),
        );
        const keys = await keysOf(store);
        assert.equal(keys['b.txt'], stated);
        assert.equal(keys['d.txt'], 'Own:1');
        assert.equal(new Set(Object.values(keys)).size, 4);
        assert.equal((await store.findArticleByKey(stated))?.id, 'b.txt');
      });
    });

    describe('files', () => {
      it('are known once they are finished, by path', async () => {
        const store = await create();
        await store.apply([{ kind: 'put', facts: tokyo(), path: 'ost/tokio.txt', pass: 1 }]);
        assert.deepEqual(await store.listFiles(), []);
        const file = {
          ...fileOf('ost/tokio.txt'),
          problems: [{ path: 'ost/tokio.txt', severity: 'warning', code: 'c', message: 'm' }],
        } as const;
        await store.apply([
          { kind: 'finish', file: fileOf('z.txt'), pass: 1 },
          { kind: 'finish', file, pass: 1 },
        ]);
        assert.deepEqual(await store.listFiles(), [file, fileOf('z.txt')]);
      });

      it('lose the articles of earlier passes when they are finished, not before', async () => {
        const store = await create();
        const [one, two, three] = ['f.csv#1', 'f.csv#2', 'f.csv#3'].map((id) => factsFrom(id, id)) as [
          Facts,
          Facts,
          Facts,
        ];
        await store.apply(changesOf('f.csv', [one, two]));
        await store.apply([{ kind: 'put', facts: two, path: 'f.csv', pass: 2 }]);
        await store.apply([{ kind: 'put', facts: three, path: 'f.csv', pass: 2 }]);
        assert.deepEqual(await pathsOf(store), ['f.csv#1', 'f.csv#2', 'f.csv#3']);
        await store.apply([{ kind: 'finish', file: fileOf('f.csv'), pass: 2 }]);
        assert.deepEqual(await pathsOf(store), ['f.csv#2', 'f.csv#3']);
      });

      it('are forgotten with all their articles', async () => {
        const store = await create();
        await store.apply([
          ...changesOf('f.csv', [factsFrom('f.csv#1', 'a'), factsFrom('f.csv#2', 'b')]),
          ...changesOf('z.txt', []),
        ]);
        await store.apply([
          { kind: 'forget', path: 'f.csv' },
          { kind: 'forget', path: 'z.txt' },
          { kind: 'forget', path: 'no.txt' },
        ]);
        assert.equal(await dumpStore(store), await dumpStore(await create()));
      });

      it('that have moved are as if they had always been there', async () => {
        const [moved, rebuilt] = [await create(), await create()];
        const articles = (path: string): readonly Facts[] => [
          genevaInGerman(`${path}#1`),
          printed(`${path}#2`, AGENCY_TEXT),
        ];
        await moved.apply([...changesOf('old.csv', articles('old.csv')), ...changesOf('new/file.csv', [tokyo()])]);
        await moved.apply([{ kind: 'rename', from: 'old.csv', to: 'new/file.csv', stamp: 'later' }]);
        await rebuilt.apply(changesOf('new/file.csv', articles('new/file.csv')));
        const file = { ...fileOf('new/file.csv', 'later'), hash: 'hash of old.csv' };
        await rebuilt.apply([{ kind: 'finish', file, pass: 1 }]);
        assert.equal(await dumpStore(moved), await dumpStore(rebuilt));
        await moved.apply([{ kind: 'rename', from: 'no.txt', to: 'b.txt', stamp: '' }]);
        assert.equal(await dumpStore(moved), await dumpStore(rebuilt));
      });

      it('change together or not at all', async () => {
        const store = await corpusOf(tokyo());
        const before = await dumpStore(store);
        const broken = { ...kims(), passages: undefined } as unknown as Facts;
        await assert.rejects(async () =>
          store.apply([
            { kind: 'forget', path: 'ost/tokio.txt' },
            ...changesOf('a.txt', [genevaInGerman('a.txt'), broken]),
          ]),
        );
        assert.equal(await dumpStore(store), before);
      });
    });

    describe('places and texts', () => {
      it('of many at once are what their lists of evidence begin with', async () => {
        const store = await corpusOf(tokyo(), genevaInGerman(), kims());
        const actors = (await store.listActors({ limit: 99 })).rows.map(({ id }) => id);
        const events = (await store.listEvents({ limit: 99 })).rows.map(({ id }) => id);
        const places = await store.listNewestPlaces([...actors, NOBODY], [...events, 'none' as EventId]);
        assert.deepEqual([...places.actors.keys()].sort(), [...actors].sort());
        assert.deepEqual([...places.events.keys()].sort(), [...events].sort());
        for (const [id, { article, mention }] of places.actors) {
          const [first] = (await store.listActorEvidence(id, { limit: 1 })).rows;
          assert.deepEqual([article.id, mention], [first?.article.id, first?.mention]);
        }
        for (const [id, { article, passage }] of places.events) {
          const [first] = (await store.listEventEvidence(id, { limit: 1 })).rows;
          assert.deepEqual([article.id, passage], [first?.article.id, first?.passage]);
        }
      });

      it('are read for passages that are there', async () => {
        const store = await corpusOf(tokyo(), genevaInGerman(), kims());
        const [actor] = (await store.listActors({ limit: 1 })).rows;
        const { rows } = await store.listActorEvidence(actor?.id ?? NOBODY, { limit: 9 });
        const gone = rows.map(({ article }) => ({ article, passage: { start: 90_000, end: 90_001 } })).slice(0, 1);
        assert.deepEqual(await store.readPassages([...gone, ...rows]), [undefined, ...rows.map(({ text }) => text)]);
      });
    });

    describe('search', () => {
      const corpus = () =>
        corpusOf(
          factsFrom(
            'old.txt',
            'Die Häfen der Ostmark öffnen bald.\n\nIn den Häfen wartet Weizen, viel Weizen aus der Ostmark.',
            {
              date: '2020',
              source: 'Donauwarte',
            },
          ),
          factsFrom('new.txt', `Die Häfen sind zu, sagt [Lawrow|${LAWROW}]; Nato-Schiffe {warten|drill}.`, {
            date: '2022-02-03',
            source: 'Ledger',
            events: { drill: { date: '2022-02', place: 'Ostmark' } },
          }),
          factsFrom('undated.txt', 'Straße, Weizenmehl und sonst nichts.'),
        );
      const phrase = (...words: readonly string[]): TextQuery => ({ kind: 'phrase', words });
      const find = async (text: TextQuery, more = {}) =>
        (await (await corpus()).searchPassages({ limit: 9, text, ...more })).rows.map(showHit);

      it('finds words folded, and what matched in the article', async () => {
        assert.deepEqual(await find(phrase('STRASSE')), ['undated.txt: [Straße]']);
        assert.deepEqual(await find(phrase('nato-schiffe')), ['new.txt: [Nato-Schiffe]']);
        assert.deepEqual(await find(phrase('weize', 'mehl')), []);
        assert.deepEqual(await find(phrase('eizen')), []);
        assert.deepEqual(await find(phrase('…')), []);
      });

      it('finds words in their order, the last one as a prefix when asked', async () => {
        assert.deepEqual(await find(phrase('der', 'Ostmark', 'öffnen')), ['old.txt: [der Ostmark öffnen]']);
        assert.deepEqual(await find(phrase('Ostmark', 'der')), []);
        assert.deepEqual(await find({ kind: 'phrase', words: ['und', 'so'], isPrefix: true }), [
          'undated.txt: [und sonst]',
        ]);
      });

      it('finds words whatever their endings, but prefixes as they were typed', async () => {
        assert.deepEqual(await find(phrase('Schiff')), ['new.txt: [Schiffe]']);
        assert.deepEqual(await find(phrase('Hafens', 'der', 'Ostmarken')), ['old.txt: [Häfen der Ostmark]']);
        assert.deepEqual(await find({ kind: 'phrase', words: ['wartet'], isPrefix: true }), ['old.txt: [wartet]']);
        assert.deepEqual(await find({ kind: 'phrase', words: ['Schiffer'], isPrefix: true }), []);
      });

      it('excludes phrases, not passages that have their words in another order', async () => {
        const without = (...words: readonly string[]): TextQuery => ({
          kind: 'and',
          parts: [phrase('Weizen'), { kind: 'not', part: phrase(...words) }],
        });
        assert.deepEqual(await find(without('Ostmark', 'Weizen')), ['old.txt: [Weizen] [Weizen]']);
        assert.deepEqual(await find(without('viel', 'Weizen')), []);
      });

      it('puts what tells more first, then the newest', async () => {
        assert.deepEqual(await find(phrase('Weizen')), ['old.txt: [Weizen] [Weizen]']);
        const wheat = await find({ kind: 'phrase', words: ['Weizen'], isPrefix: true });
        assert.deepEqual(wheat, ['old.txt: [Weizen] [Weizen]', 'undated.txt: [Weizenmehl]']);
        const store = await corpusOf(
          factsFrom('a.txt', 'Ein Wort.', { date: '2020' }),
          factsFrom('b.txt', 'Ein Wort.', { date: '2021' }),
        );
        const hits = await store.searchPassages({ limit: 9, text: phrase('Wort') });
        assert.deepEqual(
          hits.rows.map(({ article }) => article.id),
          ['b.txt', 'a.txt'],
        );
      });

      it('joins conditions with and, or and not', async () => {
        const [ports, wheat] = [phrase('Häfen'), phrase('Weizen')];
        assert.deepEqual(await find({ kind: 'and', parts: [ports, wheat] }), ['old.txt: [Häfen] [Weizen] [Weizen]']);
        assert.deepEqual((await find({ kind: 'or', parts: [wheat, phrase('Straße')] })).sort(), [
          'old.txt: [Weizen] [Weizen]',
          'undated.txt: [Straße]',
        ]);
        assert.deepEqual(await find({ kind: 'and', parts: [wheat, { kind: 'not', part: ports }] }), []);
        assert.deepEqual(await find({ kind: 'not', part: ports }), ['undated.txt: ']);
        assert.deepEqual(await find({ kind: 'or', parts: [] }), []);
      });

      it('is narrowed by actors, events, outlet and date', async () => {
        const store = await corpus();
        const [event] = (await store.listEvents({ limit: 1 })).rows;
        const ports = phrase('Häfen');
        assert.deepEqual(await find(ports, { actors: [{ anyOf: [LAWROW] }] }), ['new.txt: [Häfen]']);
        assert.deepEqual(await find(ports, { actors: [{ anyOf: [LAWROW] }, { anyOf: [BLINKEN] }] }), []);
        assert.deepEqual(await find(ports, { events: [{ anyOf: [event?.id] }] }), ['new.txt: [Häfen]']);
        assert.deepEqual(await find(ports, { sources: [{ anyOf: ['ledger'] }] }), ['new.txt: [Häfen]']);
        assert.deepEqual(await find(ports, { from: '2020-01-02' }), ['new.txt: [Häfen]']);
        assert.deepEqual(await find(ports, { from: '2022-02-03', to: '2022-02' }), ['new.txt: [Häfen]']);
        assert.equal((await find(ports, { from: '2020', to: '2020' })).length, 2);
        const all = await store.searchPassages({ limit: 9, to: '2022-02-03' });
        assert.deepEqual(
          all.rows.map(({ article }) => article.id),
          ['new.txt', 'old.txt', 'old.txt'],
        );
      });

      it('is narrowed to any of several, or to none of them', async () => {
        const ports = phrase('Häfen');
        const newest = ['new.txt: [Häfen]'];
        assert.deepEqual(await find(ports, { actors: [{ anyOf: [BLINKEN, LAWROW] }] }), newest);
        assert.deepEqual(await find(ports, { actors: [{ anyOf: [BLINKEN, NOBODY] }] }), []);
        const others = await find(ports, { actors: [{ anyOf: [BLINKEN, LAWROW], isUnwanted: true }] });
        assert.deepEqual(
          others.map((hit) => hit.slice(0, 7)),
          ['old.txt', 'old.txt'],
        );
        assert.equal((await find(ports, { actors: [{ anyOf: [NOBODY], isUnwanted: true }] })).length, 3);
        assert.deepEqual(await find(ports, { sources: [{ anyOf: ['Led', ''] }] }), []);
        assert.equal((await find(ports, { sources: [{ anyOf: ['Ledger'], isUnwanted: true }] })).length, 2);
      });

      it('comes in pages that lose and repeat nothing', async () => {
        const store = await corpus();
        const text = phrase('Häfen');
        const all = await store.searchPassages({ limit: 9, text });
        assert.equal(all.total, 3);
        assert.deepEqual(await readAll((request) => store.searchPassages({ ...request, text }), 1), all.rows);
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
          { numRuns: runs },
        );
      });

      it('of files in any order give the corpus that a rebuild gives', async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(anyFileStep(), { maxLength: 10 }), async (steps) => {
            const store = await create();
            const files = new Map<string, FileReading>();
            for (const [index, step] of steps.entries()) {
              await store.apply(toChanges(step, index + 1));
              follow(files, step);
              await store.listActors({ limit: 3 });
            }
            const rebuilt = await create();
            for (const [path, reading] of [...files].reverse()) await rebuilt.apply(rebuildFile(path, reading));
            assert.equal(await dumpStore(store), await dumpStore(rebuilt));
          }),
          { numRuns: runs },
        );
      });
    });
  });
}

/** A file that is read (again), with its articles as makers of facts; or that goes, or moves. */
type FileStep =
  | { readonly kind: 'read'; readonly path: string; readonly articles: readonly ((path: string) => Facts)[] }
  | { readonly kind: 'forget'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

function toChanges(step: FileStep, pass: number): readonly StoreChange[] {
  switch (step.kind) {
    case 'read':
      return changesOf(step.path, listArticles(step, step.path), pass);
    case 'forget':
      return [step];
    case 'rename':
      return [{ kind: 'rename', from: step.path, to: step.to, stamp: 'stamp' }];
  }
}

function listArticles({ articles }: FileStep & { readonly kind: 'read' }, path: string): readonly Facts[] {
  return articles.map((make, index) => make(`${path}#${String(index + 1)}`));
}

/** What the corpus holds after a step: the reading that each file comes from, under the path where it lies now. */
function follow(files: Map<string, FileReading>, step: FileStep): void {
  const { path } = step;
  if (step.kind === 'read') files.set(path, { ...step, hash: fileOf(path).hash });
  const moved = step.kind === 'rename' ? files.get(path) : undefined;
  if (step.kind === 'forget' || moved !== undefined) files.delete(path);
  if (step.kind === 'rename' && moved !== undefined) files.set(step.to, moved);
}

type FileReading = FileStep & { readonly kind: 'read' } & { readonly hash: string };

function rebuildFile(path: string, reading: FileReading): readonly StoreChange[] {
  const file = { ...fileOf(path), hash: reading.hash };
  return [...changesOf(path, listArticles(reading, path)), { kind: 'finish', file, pass: 1 }];
}

function anyFileStep(): fc.Arbitrary<FileStep> {
  const path = fc.constantFrom('a.csv', 'b.csv', 'c.csv');
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('read' as const),
        path,
        articles: fc.array(anyArticle(), { maxLength: 2 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), path }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), path, to: path }) },
  );
}

/** A put of generated facts below one of few paths, or (without facts) the removal of that path. */
function anyChange(): fc.Arbitrary<{ path: string; facts: Facts | undefined }> {
  const path = fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'd.txt');
  return fc
    .record({ path, make: fc.option(anyArticle(), { nil: undefined }) })
    .map(({ path: id, make }) => ({ path: id, facts: make?.(id) }));
}

/** Makes the facts of an article below a path. */
function anyArticle(): fc.Arbitrary<(path: string) => Facts> {
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
    print: fc.constantFrom('', '', AGENCY_TEXT, CUT_TEXT, OTHER_TEXT),
    talks: event,
    drill: event,
  });
  return facts.map((given) => {
    const { mentions, date, source, origin, print, talks, drill } = given;
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
    return (path: string) => factsFrom(path, `${text}\n\n${print}`, about);
  });
}

/** The article, and what matched in it. */
function showHit({ article, passage, text, matches }: PassageHit): string {
  const shown = matches.map(({ start, end }) => `[${text.slice(start - passage.start, end - passage.start)}]`);
  return `${article.id}: ${shown.join(' ')}`;
}

async function copiesOf(store: CorpusStore, id: string): Promise<readonly string[]> {
  return (await store.listCopies(id as ArticleId)).map((copy) => copy.id);
}

async function keysOf(store: CorpusStore): Promise<Readonly<Record<string, string>>> {
  const { rows } = await store.listArticles({ limit: 99 });
  return Object.fromEntries(rows.map(({ id, citationKey }) => [id, citationKey]));
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
