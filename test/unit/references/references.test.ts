import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createArticleId } from '../../../server/src/core/article/articleId.js';
import type { ArticleInput, ArticleMetadata } from '../../../server/src/core/article/article.js';
import { indexReferences, withReferences } from '../../../server/src/core/references/references.js';
import { parseReferences } from '../../../server/src/formats/references.js';
import type { ReferenceFile } from '../../../server/src/formats/references/referenceFile.js';

const parse = (path: string, text: string): Promise<ReferenceFile> =>
  parseReferences(path, new TextEncoder().encode(text), () => Promise.resolve());

/** What Zotero makes of three entries, in BibLaTeX and BibTeX. */
const BIB = `
% Lindau, März
@string{ dw = "Donauwarte" }
@comment{jabref-meta: databaseType:biblatex;}
@article{ferrant2024speicher,
  title = {{{Norvien}} will „die Speicher“ \\"offnen: Ein Besuch},
  author = {Müller-Groß, Ada and {Nachrichtenagentur NA} and von der Lahre, J\\"org},
  date = {2024-03-12},
  journaltitle = dw,
  url = {https://www.donauwarte.example/politik/speicher.html?utm_source=feed&id=7},
  langid = {ngerman},
  keywords = {Getreide},
  file = {Snapshot:files/12/speicher.html:text/html;Full Text:C\\:\\\\Users\\\\ada\\\\korpus\\\\pdf\\\\ferrant.pdf:application/pdf}
}
@misc{noauthor_ports_2024,
  title = {Ports \\& ships: 35\\% more},
  year = {2024}, month = mar,
  howpublished = {\\url{https://ledger.example/ports}},
  organization = "Ledger",
  language = {english}
}`;

const CSL = JSON.stringify([
  {
    id: 'http://zotero.org/users/1/items/ABCD',
    'citation-key': 'ferrant2024',
    type: 'article-newspaper',
    title: 'Norvien will <i>die Speicher</i> öffnen',
    author: [{ family: 'Lahre', given: 'Jörg', 'non-dropping-particle': 'von der' }, { literal: 'NA' }],
    issued: { 'date-parts': [['2024', 3, '12']] },
    'container-title': 'Donauwarte',
    URL: 'https://donauwarte.example/speicher',
    language: 'de-DE',
    note: 'gelesen\nfile: ../articles/speicher.txt',
  },
  { id: 'ports', type: 'webpage', title: 'Ports', issued: { raw: '2024-03' }, note: 'Citation Key: orval:ports' },
]);

describe('references', () => {
  it('are read from BibTeX, with LaTeX, macros, names and attachments', async () => {
    const { references, problems } = await parse('refs/references.bib', BIB);
    assert.deepEqual(problems, []);
    assert.deepEqual(references, [
      {
        metadata: {
          title: 'Norvien will „die Speicher“ öffnen: Ein Besuch',
          date: '2024-03-12',
          source: 'Donauwarte',
          url: 'https://www.donauwarte.example/politik/speicher.html?utm_source=feed&id=7',
          language: 'de',
          authors: ['Ada Müller-Groß', 'Nachrichtenagentur NA', 'Jörg von der Lahre'],
          citationKey: 'ferrant2024speicher',
        },
        files: ['refs/files/12/speicher.html', 'C:/Users/ada/korpus/pdf/ferrant.pdf'],
      },
      {
        metadata: {
          title: 'Ports & ships: 35% more',
          date: '2024-03',
          source: 'Ledger',
          url: 'https://ledger.example/ports',
          language: 'en',
          citationKey: 'noauthor_ports_2024',
        },
        files: [],
      },
    ]);
  });

  it('are read from CSL-JSON', async () => {
    const { references, problems } = await parse('refs/references.json', CSL);
    assert.deepEqual(problems, []);
    assert.deepEqual(references, [
      {
        metadata: {
          title: 'Norvien will die Speicher öffnen',
          date: '2024-03-12',
          source: 'Donauwarte',
          url: 'https://donauwarte.example/speicher',
          language: 'de',
          authors: ['Jörg von der Lahre', 'NA'],
          citationKey: 'ferrant2024',
        },
        files: ['articles/speicher.txt'],
      },
      { metadata: { title: 'Ports', date: '2024-03', citationKey: 'orval:ports' }, files: [] },
    ]);
  });

  it('that are faulty are problems at their place, and cost no other entry', async () => {
    const bib = '@article{a, title = {A}}\n@article{b, title = {open\n@article{c, title = {$}}\n@book{d, title = {D}}';
    const ofBib = await parse('r.bib', bib);
    assert.deepEqual(
      ofBib.references.map(({ metadata }) => metadata.citationKey),
      ['a', 'd'],
    );
    assert.deepEqual(placesOf(ofBib, bib), ['@article{b, title = {open\n', '@article{c, title = {$}}']);
    const json = '[{"id": "a"}, {"id": b}, 7, {"id": "d", "title": "]},{"}, {"id": "e"';
    const ofJson = await parse('r.json', json);
    assert.deepEqual(
      ofJson.references.map(({ metadata }) => metadata.citationKey),
      ['a', 'd'],
    );
    assert.deepEqual(placesOf(ofJson, json), ['{"id": b}', '7', '{"id": "e"']);
    for (const [path, text] of [
      ['r.json', '{"id": "a"}'],
      ['r.bib', '\0'],
      ['r.txt', 'x'],
    ] as const)
      assert.equal((await parse(path, text)).problems.length, 1, path);
    assert.deepEqual(await parse('r.json', ' \n'), { references: [], problems: [] });
  });

  it('never fail or hang, whatever the file holds', async function () {
    this.timeout(20_000);
    const piece = fc.constantFrom(
      ...'@ { } " \' # , = ( ) \\ $ & % ~ ^ _ [ ] : ; / title author date file @a{b, \\"o \\ss and . 1 ü \n'.split(' '),
      '\n@article{k, title = {',
      'author = {',
    );
    const text = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 60 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('r.bib', 'r.json'), async (content, path) => {
        const { problems } = await parse(path, content);
        for (const { span } of problems) assert.ok(span === undefined || span.end <= content.length);
      }),
      { numRuns: 2000 },
    );
    const many = 100_000;
    for (const hostile of [
      '{',
      '@a{k, t={',
      '\n@a{k, t={',
      '@',
      '\n@',
      '@a{k, title={' + '{'.repeat(many),
      '@a{k, author={a and b',
      ' ',
      '@a{k,',
      '@string{a=a#',
    ])
      await within(
        3000,
        () => parse('r.bib', hostile.repeat(Math.ceil(1_000_000 / hostile.length))),
        hostile.slice(0, 20),
      );
    for (const hostile of ['[', '{', '"', '[{"a":"\\', ',', '[[', '{"a":'])
      await within(3000, () => parse('r.json', '[' + hostile.repeat(Math.ceil(1_000_000 / hostile.length))), hostile);
  });
});

describe('an article with references', () => {
  const REFERENCES = [
    {
      metadata: { title: 'Der Tag im Überblick', citationKey: 'day' },
      files: ['articles/day.txt', '/home/me/Zotero/storage/AB12/seite.html'],
    },
    { metadata: { title: 'Norvien will „die Speicher“ öffnen', date: '2024-03-12', citationKey: 'title' }, files: [] },
    { metadata: { title: 'Ausland', date: '2024-03-12', citationKey: 'short' }, files: [] },
    {
      metadata: { url: 'http://www.Ledger.example/ports/?utm_medium=x#top', source: 'Ledger', citationKey: 'url' },
      files: [],
    },
  ] satisfies Parameters<typeof indexReferences>[0];

  const keyOf = (path: string, metadata: ArticleMetadata = {}, text = '', part?: number): string | undefined =>
    withReferences(inputOf(path, metadata, text, part), indexReferences(REFERENCES)).metadata.citationKey;

  it('is known by its file', () => {
    assert.equal(keyOf('articles/day.txt'), 'day');
    assert.equal(keyOf('other/day.txt'), undefined);
    assert.equal(keyOf('AB12/seite.html'), 'day', 'an absolute path ends like this');
    assert.equal(keyOf('B12/seite.html'), undefined);
    assert.equal(keyOf('articles/day.txt', {}, '', 2), undefined, 'one of many in the file');
  });

  it('is known by its address', () => {
    assert.equal(keyOf('x.html', { url: 'https://ledger.example/ports' }), 'url');
    assert.equal(keyOf('x.html', { url: 'https://ledger.example/ports?page=2' }), undefined);
  });

  it('is known by its title, a short one only with the date', () => {
    assert.equal(keyOf('x.txt', { title: 'NORVIEN will "die Speicher" oeffnen'.replace('oe', 'ö') }), 'title');
    assert.equal(keyOf('x.txt', {}, 'Politik\n\nNorvien will »die Speicher« öffnen\n\nText.'), 'title');
    assert.equal(keyOf('x.txt', { title: 'Ausland' }), undefined);
    assert.equal(keyOf('x.txt', { title: 'Ausland', date: '2024-03' }), 'short');
    assert.equal(keyOf('x.txt', { title: 'Ausland', date: '2024-04' }), undefined);
  });

  it('has what references state, and of the rest what its file says', () => {
    const input = inputOf('x.html', { url: 'https://ledger.example/ports', source: 'ledger.example', title: 'Ports' });
    assert.deepEqual(withReferences(input, indexReferences(REFERENCES)).metadata, {
      url: 'http://www.Ledger.example/ports/?utm_medium=x#top',
      source: 'Ledger',
      title: 'Ports',
      citationKey: 'url',
    });
  });
});

function inputOf(path: string, metadata: ArticleMetadata, text = '', part?: number): ArticleInput {
  return { id: createArticleId(path, part), text, metadata, contentStart: 0, layout: 'raw' };
}

function placesOf({ problems }: ReferenceFile, text: string): readonly string[] {
  return problems.map(({ span }) => text.slice(span?.start, span?.end));
}

async function within(ms: number, work: () => Promise<unknown>, what: string): Promise<void> {
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  assert.ok(took < ms, `${what} took ${took.toFixed(0)} ms`);
}
