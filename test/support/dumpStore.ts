import type { CorpusStore, EventId, TextQuery } from '../../server/src/store/ports.js';

const ALL = { limit: 10_000 };

const SEARCHES: readonly TextQuery[] = [
  { kind: 'phrase', words: ['Groß'] },
  { kind: 'phrase', words: ['Mü'], isPrefix: true },
  { kind: 'not', part: { kind: 'phrase', words: ['da'] } },
];

/** All that a store answers, as text: equal dumps mean equal stores. */
export async function dumpStore(store: CorpusStore): Promise<string> {
  const actors = (await store.listActors(ALL)).rows;
  const events = (await store.listEvents(ALL)).rows;
  const articles = await store.listArticles(ALL);
  const words = ['', 'a', 'g', 'gr', 'gross', 'mue', 'mull', 'nato', 'natto', 'mos', 'boris m'];
  return JSON.stringify(
    {
      counts: await store.getCounts(),
      files: await store.listFiles(),
      articles,
      copies: await inTurn(articles.rows, ({ id }) => store.listCopies(id)),
      cited: await inTurn(articles.rows, ({ citationKey }) => store.findArticleByKey(citationKey)),
      actors: await inTurn(actors, ({ id }) => store.findActor(id)),
      actorEvidence: await inTurn(actors, ({ id }) => store.listActorEvidence(id, ALL)),
      actorEvents: await inTurn(actors, ({ id }) => store.listEvents({ ...ALL, actor: id })),
      aliases: await inTurn(['Groß', 'Mueller', 'Müller', 'Nato', 'Moskau'], (alias) => store.findActorsByAlias(alias)),
      completions: await inTurn(words, (word) => store.completeActors(word, 5)),
      events,
      eventEvidence: await inTurn(events, ({ id }) => store.listEventEvidence(id, ALL)),
      eventCompletions: await inTurn(words, (word) => store.completeEvents(word, 5)),
      months: await store.listEventMonths(),
      monthEvents: await inTurn(await store.listEventMonths(), ({ month }) => store.listEvents({ ...ALL, month })),
      searches: await inTurn(SEARCHES, (text) => store.searchPassages({ ...ALL, text })),
      none: await store.findEvent('none' as EventId),
    },
    undefined,
    1,
  );
}

async function inTurn<T, U>(rows: readonly T[], ask: (row: T) => Promise<U>): Promise<readonly U[]> {
  const answers: U[] = [];
  for (const row of rows) answers.push(await ask(row));
  return answers;
}
