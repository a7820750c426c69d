import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPage } from '../../../support/webPages.js';

const SENTENCE = 'Die Minister trafen sich am Montag in Seehafen, um über die Bucht zu sprechen, und vertagten sich. ';
const PAGE = `<!DOCTYPE html><html lang="de"><head><title>Bucht | Bote</title><meta property="og:title" content="Bucht">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Bucht","datePublished":"2031-03-04"}]}</script></head>
<body><nav><ul><li><a href="/">Start</a></ul></nav><article class="a"><h1>Bucht</h1><p class="lead">${SENTENCE}</p>
<figure><img src="x"><figcaption>Boote (Foto: Kern)</figcaption></figure><p>${SENTENCE}&amp; &#x201e;so&#8220;</p><h2>Später</h2>
<ul><li>${SENTENCE}</ul><form><input name="q"></form></article><!-- Ende --><footer>© Bote</footer></body></html>`;

const data = (json: string): string => `<script type="application/ld+json">${json}</script><p>${SENTENCE}</p>`;

/** Pages made to hang or exhaust a reader. */
const BOMBS: Readonly<Record<string, () => string>> = {
  'a million nested elements': () => `${'<div>'.repeat(1_000_000)}<p>${SENTENCE}`,
  'many open paragraphs': () => '<p>a'.repeat(40_000),
  'a line of ten megabytes': () => `<p>${SENTENCE.repeat(100_000)}</p>`,
  'an attribute of ten megabytes': () => `<div class="${'a '.repeat(5_000_000)}"><p>${SENTENCE}`,
  'tags that never end': () => '<a '.repeat(500_000),
  'brackets only': () => '<'.repeat(200_000),
  'comments that never end': () => '<!--'.repeat(500_000),
  'scripts that never end': () => '<script>'.repeat(100_000),
  'broken entities': () => `<p>${'&#99999999999;&'.repeat(20_000)}`,
  'spaces as entities': () => `<p>${'&#32;'.repeat(30_000)}a`,
  'deep JSON-LD': () => data(`${'{"@graph":['.repeat(80_000)}${']}'.repeat(80_000)}`),
  'wide JSON-LD': () => data(`[${'{"@type":"NewsArticle","headline":"a"},'.repeat(20_000)}{}]`),
  'JSON-LD of spaces': () => data(`{${' '.repeat(900_000)}`),
  'many links': () => '<a href="/x">Ein Link mit Worten</a> '.repeat(10_000),
  'deep and wide': () => `${'<div>'.repeat(100)}a${'</div>'.repeat(100)}`.repeat(100),
  'names of classes': () => `<p class="${'teaserBox-'.repeat(400)}">${SENTENCE}`.repeat(200),
};

describe('readWebPage: hostile pages', () => {
  for (const [name, make] of Object.entries(BOMBS)) {
    it(`survives ${name}`, async () => {
      const page = await readPage(make());
      assert.ok(Array.isArray(page.blocks));
    }).timeout(60_000);
  }

  it('says that a page was cut', async () => {
    const { problems } = await readPage(`<h1>Bucht</h1><p>${SENTENCE}</p>${'<br>'.repeat(31_000)}`);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['page-cut'],
    );
  }).timeout(60_000);

  it('says that bytes are no text', async () => {
    const page = await readPage(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]));
    assert.deepEqual(
      page.problems.map(({ code, severity }) => [code, severity]),
      [['unreadable-file', 'error']],
    );
  });

  it('never throws on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        await readPage(bytes);
      }),
      { numRuns: 100 },
    );
  }).timeout(60_000);

  it('reads every mutation of a page: blocks that are not empty, spans that are theirs, no markup of the page', async () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      '&',
      '</div>',
      '<svg>',
      '<p>',
      '<!--',
      '<script>',
      '\u0000',
      '{',
      '<li',
      '</p>',
      '<table>',
      '<form>',
    );
    const edit = fc.tuple(fc.nat(PAGE.length), fc.nat(60), piece);
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
        const mutated = edits.reduce(
          (page, [at, cut, insert]) => page.slice(0, at) + insert + page.slice(at + cut),
          PAGE,
        );
        const page = await readPage(mutated);
        assert.ok(page.blocks.every((block) => block.text.trim() === block.text && block.text !== ''));
      }),
      { numRuns: 150 },
    );
  }).timeout(60_000);
});
