import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Article } from '../../../server/src/core/article/article.js';
import { createArticleId } from '../../../server/src/core/article/articleId.js';
import { parseFurniture } from '../../../server/src/core/article/furniture.js';
import { LineCounts } from '../../../server/src/core/article/learntFurniture.js';
import { readArticle } from '../../../server/src/core/article/readArticle.js';

const TABLES = ['language/de/furniture.tsv', 'language/en/furniture.tsv', 'outlets.tsv'];
const { furniture } = parseFurniture(
  new Map(TABLES.map((path) => [path, readFileSync(`server/data/${path}`, 'utf8')])),
);
const OUTLET = 'Hafenbote';

function read(path: string, text: string, counts?: LineCounts): Article {
  const id = createArticleId(path);
  const repeated = counts?.listRepeated(OUTLET);
  const input = { id, text, metadata: {}, contentStart: 0, layout: 'scrape', ...(repeated && { repeated }) } as const;
  return readArticle(input, furniture).article;
}

const bodyOf = ({ text, body }: Article): readonly string[] => body.map(({ start, end }) => text.slice(start, end));

/** Counts articles by their paths, and gives those that must be read anew after each. */
function count(counts: LineCounts, pages: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(pages).map(([path, text]) => {
    const { lines } = read(path, text);
    assert.ok(lines);
    return counts.put(createArticleId(path), OUTLET, lines).join(' ');
  });
}

const PROMO = 'Der Hafenfunk meldet jeden Morgen, was an den Kais geschieht.';
const page = (title: string, ...paragraphs: readonly string[]): string =>
  [title, '', ...paragraphs, '', 'Schiffe von heute', PROMO].join('\n');

const FERRY = page(
  'Neue Fähre für die Insel',
  'Die Reederei hat am Montag eine neue Fähre vorgestellt.',
  'Sie fasst 300 Fahrgäste und fährt mit Strom.',
);
const STORM = page(
  'Sturm reißt Boje los',
  'Ein Sturm hat in der Nacht eine Boje losgerissen.',
  'Die Lotsen suchten sie bis zum Mittag.',
);
const STRIKE = page(
  'Streik am Kai',
  'Die Arbeiter am Kai haben die Arbeit niedergelegt.',
  'Sie verlangen eine Zulage für Nachtschichten.',
);

describe('LineCounts', () => {
  it('learns what stands in three articles of an outlet, and reads them without it', () => {
    const counts = new LineCounts();
    const changed = count(counts, { 'a.txt': FERRY, 'b.txt': STORM, 'c.txt': STRIKE });
    assert.deepEqual(changed, ['', '', 'a.txt b.txt c.txt']);
    assert.ok(bodyOf(read('a.txt', FERRY)).includes(PROMO));
    assert.deepEqual(bodyOf(read('a.txt', FERRY, counts)), [
      'Neue Fähre für die Insel',
      'Die Reederei hat am Montag eine neue Fähre vorgestellt.',
      'Sie fasst 300 Fahrgäste und fährt mit Strom.',
    ]);
    assert.deepEqual(count(counts, { 'd.txt': page('Noch ein Kran', 'Ein Kran steht seit Freitag am Kai.') }), [
      'd.txt',
    ]);
  });

  it('knows nothing of two articles, or of other outlets', () => {
    const counts = new LineCounts();
    count(counts, { 'a.txt': FERRY, 'b.txt': STORM });
    assert.equal(counts.listRepeated(OUTLET).size, 0);
    count(counts, { 'c.txt': STRIKE });
    assert.equal(counts.listRepeated('Bergblick').size, 0);
  });

  it('counts versions of one text once', () => {
    const counts = new LineCounts();
    const versions = ['.', ' (Update).', ' am Abend.', '!'].map((end, i) => [
      `${String(i)}.txt`,
      `${FERRY} Ende${end}\n`,
    ]);
    count(counts, Object.fromEntries(versions) as Record<string, string>);
    assert.equal(counts.listRepeated(OUTLET).size, 0);
  });

  it('never takes a title, nor a sentence amid others', () => {
    const sentence = 'Das Ministerium wollte sich dazu nicht äußern.';
    const pages = [FERRY, STORM, STRIKE].map((text, i) => [
      `${String(i)}.txt`,
      text.replace(
        '\n\n',
        `\n\nHeute ist ein Tag wie Nummer ${'eins zwei drei'.split(' ')[i] ?? ''}.\nDavor war ${String(i)} nichts.\n${sentence}\n`,
      ),
    ]);
    const counts = new LineCounts();
    count(counts, Object.fromEntries(pages) as Record<string, string>);
    for (const [path = '', text = ''] of pages) {
      const body = bodyOf(read(path, text, counts));
      assert.ok(body.includes(sentence));
      assert.equal(body[0], text.split('\n')[0]);
    }
  });

  it('forgets exactly what an article added', () => {
    const counts = new LineCounts();
    count(counts, { 'a.txt': FERRY, 'b.txt': STORM, 'c.txt': STRIKE });
    assert.deepEqual(counts.remove(createArticleId('b.txt')), ['a.txt', 'c.txt']);
    assert.ok(bodyOf(read('a.txt', FERRY, counts)).includes(PROMO));
    assert.deepEqual(counts.remove(createArticleId('unknown.txt')), []);
  });

  it('knows the same after any changes as when built anew, and tells all articles that read differently', () => {
    const lines = fc.record({
      keys: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
      sketch: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }),
    });
    const step = fc.record({
      path: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      outlet: fc.constantFrom('X', 'Y'),
      lines: fc.option(lines, { freq: 5 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const counts = new LineCounts();
        const left = new Map<string, (typeof steps)[number]>();
        for (const each of steps) {
          const before = readAll(counts, left);
          left.delete(each.path);
          if (each.lines) left.set(each.path, each);
          const id = createArticleId(each.path);
          const changed: readonly string[] = each.lines ? counts.put(id, each.outlet, each.lines) : counts.remove(id);
          for (const [path, known] of readAll(counts, left)) {
            if (path !== each.path && known !== before.get(path)) assert.ok(changed.includes(path));
          }
        }
        const anew = new LineCounts();
        for (const each of left.values()) if (each.lines) anew.put(createArticleId(each.path), each.outlet, each.lines);
        assert.deepEqual(readAll(counts, left), readAll(anew, left));
        for (const outlet of ['X', 'Y']) {
          assert.deepEqual(new Set(counts.listRepeated(outlet)), new Set(anew.listRepeated(outlet)));
        }
      }),
    );
  });
});

interface Counted {
  readonly outlet: string;
  readonly lines: { readonly keys: readonly number[] } | null;
}

/** Which lines of each article are known to be furniture. */
function readAll(counts: LineCounts, articles: ReadonlyMap<string, Counted>): ReadonlyMap<string, string> {
  return new Map(
    [...articles].map(([path, { outlet, lines }]) => {
      const known = lines?.keys.filter((key) => counts.listRepeated(outlet).has(key)) ?? [];
      return [path, known.sort().join(' ')];
    }),
  );
}
