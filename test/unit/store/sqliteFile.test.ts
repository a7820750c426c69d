import assert from 'node:assert/strict';
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ArticleId } from '../../../server/src/core/article/article.js';
import type { ActorId, Facts } from '../../../server/src/core/facts.js';
import { IndexDamaged, IndexFull } from '../../../server/src/store/sqlite/errors.js';
import {
  openSqliteStore,
  setAsideIndex,
  type SqliteStoreOptions,
} from '../../../server/src/store/sqlite/openSqliteStore.js';
import type { SqliteStore } from '../../../server/src/store/sqlite/sqliteTypes.js';
import { dumpStore } from '../../support/dumpStore.js';
import { factsFrom } from '../../support/facts.js';
import { openTestStore, type Texts, withTexts } from '../../support/sqliteStores.js';

const ANNA = 'person:anna groß' as ActorId;

function article(name: string, sentence = 'wartet in Genf auf {Gespräche|talks}'): Facts {
  return factsFrom(name, `[Anna Groß|${ANNA}] ${sentence}. [Boris Müller|person:boris müller] aus ${name} kommt.`, {
    date: '2022-01-05',
    events: { talks: { date: '2022-01-05', label: 'Gespräche', participants: [ANNA] } },
  });
}

describe('the file of an index', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fundstelle-index-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const index = (generation = 1): string => join(folder, `index-${String(generation)}.db`);
  const open = (options: Partial<SqliteStoreOptions> = {}) =>
    openSqliteStore(folder, { mode: 'write', findText: () => undefined, ...options });

  async function fill(count = 3): Promise<Texts> {
    const texts: Texts = new Map();
    const { store = assert.fail() } = open();
    withTexts(store, texts);
    for (let i = 0; i < count; i++) await store.put(article(`${String(i)}.txt`));
    store.close();
    return texts;
  }

  it('keeps what was put', async () => {
    const texts = await fill();
    const { store = assert.fail(), problems } = open({ findText: (id) => texts.get(id) });
    assert.deepEqual(problems, []);
    assert.equal(store.wasUnclean, false);
    const rebuilt = openTestStore(join(folder, 'other'));
    for (const name of ['2.txt', '1.txt', '0.txt']) await rebuilt.put(article(name));
    assert.equal(await dumpStore(store), await dumpStore(rebuilt));
    store.close();
    rebuilt.close();
  });

  describe('that cannot be trusted is told once, left where it is, and begun anew beside', () => {
    const cases: Record<string, { code: string; break: (path: string) => void }> = {
      'cut in half': {
        code: 'index-damaged',
        break: (path) => {
          truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096);
        },
      },
      'cut to a stump': {
        code: 'index-damaged',
        break: (path) => {
          truncateSync(path, 100);
        },
      },
      text: {
        code: 'index-damaged',
        break: (path) => {
          writeFileSync(path, 'This is not a database. '.repeat(400));
        },
      },
      'with a broken header': {
        code: 'index-damaged',
        break: (path) => {
          patch(path, 0, Buffer.alloc(16, 7));
        },
      },
      'of another program': {
        code: 'index-damaged',
        break: (path) => {
          replaceByOther(path);
        },
      },
      'of another version': {
        code: 'index-damaged',
        break: (path) => {
          exec(path, 'PRAGMA user_version = 999');
        },
      },
      'without its first table': {
        code: 'index-damaged',
        break: (path) => {
          patch(path, 4096, Buffer.alloc(4096 * 3));
        },
      },
    };
    for (const [name, { code, break: damage }] of Object.entries(cases))
      it(name, async () => {
        await fill();
        damage(index());
        const { store = assert.fail(), problems } = open();
        assert.deepEqual(
          problems.map((problem) => [problem.code, problem.path]),
          [[code, index()]],
        );
        assert.equal((await store.getCounts()).articles, 0);
        await store.put(article('new.txt'));
        store.close();
        assert.ok(readdirSync(folder).includes('index-1.db'));
        const again = open();
        assert.deepEqual(again.problems, []);
        assert.equal((await (again.store ?? assert.fail()).getCounts()).articles, 1);
        again.store?.close();
      });

    it('locked by another program', async () => {
      await fill();
      const other = new DatabaseSync(index());
      other.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
      const { store = assert.fail(), problems } = open();
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['index-locked'],
      );
      store.close();
      other.close();
    }).timeout(30_000);

    it('read-only', async () => {
      await fill();
      chmodSync(folder, 0o777);
      chmodSync(index(), 0o444);
      asNobody(() => {
        const { store = assert.fail(), problems } = open();
        assert.deepEqual(
          problems.map(({ code }) => code),
          ['index-read-only'],
        );
        store.close();
      });
    });
  });

  it('in a place where nothing can be written is a problem, and no store', () => {
    writeFileSync(join(folder, 'file'), '');
    const { store, problems } = openSqliteStore(join(folder, 'file', 'index'), {
      mode: 'write',
      findText: () => undefined,
    });
    assert.equal(store, undefined);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['index-unwritable'],
    );
  });

  it('that nobody has made is nothing to read', () => {
    assert.deepEqual(open({ mode: 'read' }), { problems: [] });
  });

  it('is set aside once, however many windows have found the damage', async () => {
    await fill();
    setAsideIndex(folder, 1);
    const { store = assert.fail() } = open();
    assert.equal(store.generation, 2);
    setAsideIndex(folder, 1);
    store.close();
    const { store: again = assert.fail() } = open();
    assert.equal(again.generation, 2);
    again.close();
  });

  it('keeps of older indexes the last', async () => {
    for (let generation = 1; generation < 5; generation++) {
      await fill(1);
      setAsideIndex(folder, generation);
    }
    open().store?.close();
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.db')),
      ['index-4.db', 'index-5.db'],
    );
  });

  it('that was left in the middle says so', async () => {
    await fill();
    exec(index(), "UPDATE meta SET value = 2147483646 WHERE name = 'writer'");
    const { store = assert.fail(), problems } = open();
    assert.deepEqual([store.wasUnclean, problems], [true, []]);
    store.close();
    const { store: again = assert.fail() } = open();
    assert.equal(again.wasUnclean, false);
    again.close();
  });

  describe('when the disk is full', () => {
    it('takes no change, keeps what it has, and answers', async () => {
      const texts: Texts = new Map();
      const { store = assert.fail() } = open({ maxPages: 150, findText: (id) => texts.get(id) });
      withTexts(store, texts);
      let count = 0;
      await assert.rejects(async () => {
        for (; count < 5000; count++)
          await store.put(article(`${String(count)}.txt`, `${'Wort '.repeat(200)} ${String(count)} {da|talks}`));
      }, IndexFull);
      assert.ok(count > 3);
      assert.equal((await store.getCounts()).articles, count);
      assert.equal((await store.listActorEvidence(ANNA, { limit: 9 })).total, count);
      store.close();
      const roomy = open().store ?? assert.fail();
      await roomy.put(article('more.txt'));
      assert.equal((await roomy.getCounts()).articles, count + 1);
      roomy.close();
    });
  });

  describe('with flipped bytes', () => {
    it('never shows a passage that is not in its article, and never ends the server', async () => {
      const texts = await fill(40);
      const sound = readFileSync(index());
      const truth = new Set([...texts.values()]);
      let [told, silent] = [0, 0];
      for (let round = 0; round < 120; round++) {
        const bytes = Buffer.from(sound);
        for (let i = 0; i < 1 + (round % 4); i++) {
          const place = 100 + Math.floor((((round * 7919 + i * 104_729) % 999_983) / 999_983) * (bytes.length - 100));
          bytes[place] = (bytes[place] ?? 0) ^ (1 << ((round + i) % 8));
        }
        for (const name of readdirSync(folder)) rmSync(join(folder, name));
        writeFileSync(index(), bytes);
        writeFileSync(join(folder, 'current'), 'index-1.db\n');
        const { store = assert.fail(), problems } = open({ findText: (id) => texts.get(id) });
        const wasFound = await useDamaged(store, truth);
        if (wasFound || problems.length > 0) told += 1;
        else silent += 1;
        store.close();
      }
      assert.ok(told + silent === 120);
    }).timeout(120_000);

    it('is found out when there is time, article by article', async () => {
      await fill(20);
      exec(index(), "UPDATE articles SET about = replace(about, '2022-01-05', '2022-01-06') WHERE id = '7.txt'");
      exec(index(), "UPDATE articles SET facts = substr(facts, 1, 8) || x'ff' || substr(facts, 10) WHERE id = '9.txt'");
      const { store = assert.fail() } = open();
      assert.deepEqual([...(await verifyAll(store))].sort(), ['7.txt', '9.txt']);
      store.close();
    });

    it('is found out by its structure', async () => {
      await fill(200);
      const { size } = statSync(index());
      patch(index(), Math.floor(size / 8192) * 4096, Buffer.alloc(4096, 255));
      const { store = assert.fail(), problems } = open();
      if (problems.length === 0) await assert.rejects(verifyAll(store), IndexDamaged);
      store.close();
    });
  });

  it('shows no passage whose article has changed, and says which', async () => {
    const texts = await fill(2);
    const stale: ArticleId[] = [];
    texts.set(
      '0.txt' as ArticleId,
      'Etwas ganz anderes steht jetzt hier, und zwar viel länger als zuvor, damit alles fehlt.',
    );
    const { store = assert.fail() } = open({ findText: (id) => texts.get(id), onStale: (id) => stale.push(id) });
    const { rows } = await store.listActorEvidence(ANNA, { limit: 9 });
    assert.deepEqual(
      rows.map(({ article: { id } }) => id),
      ['1.txt'],
    );
    const found = await store.searchPassages({ text: { kind: 'phrase', words: ['Genf'] }, limit: 9 });
    assert.deepEqual(
      found.rows.map(({ article: { id } }) => id),
      ['1.txt'],
    );
    assert.deepEqual([...new Set(stale)], ['0.txt']);
    store.close();
  });

  it('keeps the text of what was extracted', async () => {
    const { store = assert.fail() } = open();
    const facts = article('a.pdf');
    await store.put({ ...facts, article: { ...facts.article, extracted: true } });
    await store.put(article('export.csv#2'));
    const { rows } = await store.listActorEvidence(ANNA, { limit: 9 });
    assert.deepEqual(
      rows.map(({ article: { id } }) => id),
      ['a.pdf', 'export.csv#2'],
    );
    store.close();
  });

  it('is read by others while one writes', async () => {
    const texts = await fill();
    const writer = open({ findText: (id) => texts.get(id) }).store ?? assert.fail();
    const reader = open({ mode: 'read', findText: (id) => texts.get(id) }).store ?? assert.fail();
    assert.equal(reader.hasChanged(), false);
    await withTexts(writer, texts).put(article('later.txt'));
    assert.equal(reader.hasChanged(), true);
    assert.equal(reader.hasChanged(), false);
    assert.equal((await reader.getCounts()).articles, 4);
    assert.equal((await reader.listActorEvidence(ANNA, { limit: 9 })).rows.length, 4);
    await assert.rejects(reader.put(article('x.txt')));
    writer.tidy();
    writer.close();
    assert.equal((await reader.getCounts()).articles, 4);
    reader.close();
  });
});

/** Asks everything; gives whether damage was told. What is shown must be what articles say. */
async function useDamaged(store: SqliteStore, truth: ReadonlySet<string>): Promise<boolean> {
  let wasFound = false;
  const ask = async <T>(question: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof IndexDamaged)) throw error;
      wasFound = true;
      return undefined;
    }
  };
  const evidence = await ask(() => store.listActorEvidence(ANNA, { limit: 100 }));
  const hits = await ask(() => store.searchPassages({ text: { kind: 'phrase', words: ['genf'] }, limit: 100 }));
  for (const { text } of [...(evidence?.rows ?? []), ...(hits?.rows ?? [])])
    assert.ok(
      [...truth].some((article) => article.includes(text)),
      text,
    );
  await ask(() => store.findActor(ANNA));
  await ask(() => store.completeActors('gro', 9));
  await ask(() => store.completeActors('grxss', 9));
  await ask(() => store.listEvents({ limit: 99 }));
  await ask(() => store.listArticles({ limit: 99 }));
  await ask(() => store.put(article('3.txt', 'ist {anders|talks}')));
  await ask(() => verifyAll(store));
  return wasFound;
}

async function verifyAll(store: SqliteStore): Promise<readonly string[]> {
  const damaged: string[] = [];
  for (;;) {
    const slice = await store.verify(7);
    damaged.push(...slice.damaged);
    if (slice.isDone) return damaged;
  }
}

function patch(path: string, place: number, bytes: Buffer): void {
  const all = readFileSync(path);
  bytes.copy(all, place);
  writeFileSync(path, all);
}

function exec(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

function replaceByOther(path: string): void {
  const other = `${path}.other`;
  exec(other, 'CREATE TABLE notes (text TEXT)');
  copyFileSync(other, path);
  rmSync(other);
}

/** Permissions mean nothing to root, as whom tests may run: then it is done as a user who owns nothing. */
function asNobody(act: () => void): void {
  if (process.getuid?.() !== 0) {
    act();
    return;
  }
  process.seteuid?.(65_534);
  try {
    act();
  } finally {
    process.seteuid?.(0);
  }
}
