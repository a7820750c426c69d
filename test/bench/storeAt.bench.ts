import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ArticleId } from '../../server/src/core/article/article.js';
import type { Facts } from '../../server/src/core/facts.js';
import type { CorpusStore, StoreChange } from '../../server/src/store/ports.js';
import { openSqliteStore } from '../../server/src/store/sqlite/openSqliteStore.js';
import type { SqliteStore } from '../../server/src/store/sqlite/sqliteTypes.js';
import { actorAt, Dice, factsAt, wordAt } from './generateFacts.js';
import { measureEach, printTable, spread } from './measure.js';

const BATCH = 500;
const ASKED = 300;

/**
 * `node storeAt.bench.js N [FOLDER]`: fills a SQLite store with N generated articles and asks it. With a folder, articles and index are kept
 * there, and an index that is there is only asked.
 */
const count = Number(process.argv[2] ?? 1000);
const folder = process.argv[3] ?? `out/bench-store-${String(count)}`;
const isFull = await fill();
await ask(isFull);

async function fill(): Promise<SqliteStore> {
  const started = performance.now();
  const store = open();
  if ((await store.getCounts()).articles === count) return store;
  store.close();
  rmSync(folder, { recursive: true, force: true });
  const fresh = open();
  const cpu = process.cpuUsage();
  let [size, generating] = [0, 0];
  for (let first = 0; first < count; first += BATCH) {
    const start = process.cpuUsage();
    const batch = Array.from({ length: Math.min(BATCH, count - first) }, (_, i) => factsAt(first + i, count));
    for (const { article } of batch) {
      const path = join(folder, article.id);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, article.text);
      size += Buffer.byteLength(article.text);
    }
    generating += millisecondsOf(process.cpuUsage(start));
    await fresh.apply(batch.flatMap(toChanges));
    fresh.tidy();
  }
  fresh.tidy();
  const writing = millisecondsOf(process.cpuUsage(cpu)) - generating;
  const index = statSync(join(folder, 'index-1.db')).size;
  printTable('filling', [
    ['articles', 'seconds', 'CPU ms an article', 'text MB', 'index MB', 'index / text'],
    [count, (performance.now() - started) / 1000, writing / count, size / 1e6, index / 1e6, index / size],
  ]);
  printTables();
  return fresh;
}

function open(): SqliteStore {
  const findText = (id: ArticleId): string => readFileSync(join(folder, id), 'utf8');
  const { store, problems } = openSqliteStore(folder, { mode: 'write', findText });
  if (store === undefined) throw new Error(problems.map(({ message }) => message).join(' '));
  return store;
}

function toChanges(facts: Facts): readonly StoreChange[] {
  const path = facts.article.id;
  return [
    { kind: 'put', facts, path, pass: 1 },
    { kind: 'finish', file: { path, stamp: '1', hash: '1', version: 1, problems: [] }, pass: 1 },
  ];
}

function millisecondsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

async function ask(store: SqliteStore): Promise<void> {
  const dice = new Dice(1);
  const cast = Math.ceil(400 + 6 * (count + 400) ** 0.9);
  const actors = Array.from({ length: ASKED }, () => actorAt(dice.zipf(cast)));
  const actorOf = (i: number) => actors[i % actors.length] ?? actorAt(0);
  const [hub] = (await store.listActors({ limit: 1 })).rows;
  const words = Array.from({ length: ASKED }, () => wordAt(60 + dice.zipf(20_000)));
  const phrase = (word: string) => ({ kind: 'phrase' as const, words: [word] });
  const questions: readonly (readonly [string, (i: number) => Promise<unknown>])[] = [
    ['hover', (i) => hover(store, actorOf(i).name)],
    ['hover, 20 passages', (i) => hover(store, actorOf(i).name, 20)],
    ['actor detail', (i) => store.findActor(actorOf(i).id)],
    ['actor detail, hub', () => store.findActor(hub?.id ?? actorOf(0).id)],
    ['definition', (i) => define(store, actorOf(i).name)],
    ['completion, 1 letter', (i) => store.completeActors(actorOf(i).name.slice(0, 1), 51)],
    ['completion, 2 letters', (i) => store.completeActors(actorOf(i).name.slice(0, 2), 51)],
    ['completion, 3 letters', (i) => store.completeActors(actorOf(i).name.slice(0, 3), 51)],
    ['completion, 4 letters', (i) => store.completeActors(actorOf(i).name.slice(0, 4), 51)],
    [
      'completion, fuzzy',
      (i) => store.completeActors(`${actorOf(i).name.slice(0, 3)}x${actorOf(i).name.slice(3, 7)}`, 51),
    ],
    ['references of the hub, 50', () => store.listActorEvidence(hub?.id ?? actorOf(0).id, { limit: 50 })],
    [
      'places of the hub, 1000',
      () => store.listActorEvidence(hub?.id ?? actorOf(0).id, { limit: 1000, isTextWanted: false }),
    ],
    ['workspace symbols', (i) => symbols(store, actorOf(i).name.slice(0, 1 + (i % 5)))],
    ['events of the hub', () => store.listEvents({ actor: hub?.id ?? actorOf(0).id, limit: 100 })],
    ['event completion, 1 letter', (i) => store.completeEvents(actorOf(i).name.slice(0, 1), 51)],
    ['event completion, word', (i) => store.completeEvents(actorOf(i).name, 51)],
    ['search, middling word', (i) => store.searchPassages({ text: phrase(words[i] ?? ''), limit: 20 })],
    ['search, commonest word', () => store.searchPassages({ text: phrase(wordAt(0)), limit: 20 })],
    [
      'search, two words',
      (i) =>
        store.searchPassages({
          text: { kind: 'and', parts: [phrase(words[i] ?? ''), phrase(wordAt(i % 40))] },
          limit: 20,
        }),
    ],
    [
      'search, word of an actor',
      (i) => store.searchPassages({ text: phrase(wordAt(i % 40)), actors: [{ anyOf: [actorOf(i).id] }], limit: 20 }),
    ],
    ['list articles', () => store.listArticles({ limit: 100 })],
    ['list actors', () => store.listActors({ limit: 100 })],
    ['list files', () => store.listFiles()],
  ];
  const rows: (string | number)[][] = [['ms', 'first', 'median', 'p99', 'CPU mean']];
  for (const [name, question] of questions) {
    if (process.argv[4] !== undefined && !name.includes(process.argv[4])) continue;
    const asked = name === 'list files' ? 3 : ASKED;
    const cpu = process.cpuUsage();
    const times = await measureEach(asked, question);
    const { median, p99 } = spread(times);
    rows.push([name, times[0] ?? 0, median, p99, millisecondsOf(process.cpuUsage(cpu)) / asked]);
  }
  printTable(`answers at ${String(count)} articles`, rows);
  const puts = await measureEach(30, (i) => store.apply(toChanges(factsAt(i, count))));
  printTable('one article again', [
    ['median ms', 'p99'],
    [spread(puts).median, spread(puts).p99],
  ]);
  console.log(`resident ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
  store.close();
}

async function hover(store: CorpusStore, name: string, passages = 200): Promise<void> {
  for (const actor of (await store.findActorsByAlias(name)).slice(0, 3)) {
    await store.findActor(actor.id);
    const { rows } = await store.listActorEvidence(actor.id, { limit: passages, isTextWanted: false });
    await store.readPassages(rows.slice(0, 50));
    await store.listEvents({ actor: actor.id, limit: 5 });
  }
}

async function define(store: CorpusStore, name: string): Promise<void> {
  for (const actor of (await store.findActorsByAlias(name)).slice(0, 3))
    await store.listActorEvidence(actor.id, { limit: 10 });
}

async function symbols(store: CorpusStore, typed: string): Promise<void> {
  const actors = await store.completeActors(typed, 50);
  const events = await store.completeEvents(typed, 50);
  await store.listNewestPlaces(
    actors.map(({ actor }) => actor.id),
    events.map(({ id }) => id),
  );
}

/** What the tables and indexes take, the largest first. */
function printTables(): void {
  const database = new DatabaseSync(join(folder, 'index-1.db'), { readOnly: true });
  const rows = database
    .prepare('SELECT name, sum(pgsize) AS size FROM dbstat GROUP BY name ORDER BY size DESC LIMIT 15')
    .all() as { name: string; size: number }[];
  database.close();
  printTable('tables and indexes', [['name', 'MB'], ...rows.map(({ name, size }) => [name, size / 1e6])]);
}
