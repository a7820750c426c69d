import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocx } from '../../../../server/src/formats/documents/docx.js';
import { readEml } from '../../../../server/src/formats/documents/eml.js';
import { readEpub } from '../../../../server/src/formats/documents/epub.js';
import { readCsv } from '../../../../server/src/formats/documents/exports/csv.js';
import { readJsonLines } from '../../../../server/src/formats/documents/exports/jsonLines.js';
import type { DocumentReader, Extracted } from '../../../../server/src/formats/documents/extracted.js';
import { findArchivedPage } from '../../../../server/src/formats/documents/mhtml.js';
import { readNewsFile } from '../../../../server/src/formats/documents/newsFile.js';
import { readOdt } from '../../../../server/src/formats/documents/odt.js';
import { readPdf } from '../../../../server/src/formats/documents/pdf/readPdf.js';
import { column, drawPdf } from './support/drawPdf.js';
import { collect, utf8 } from './support/show.js';
import { writeDocx, writeEpub, writeOdt, zip } from './support/writeDocuments.js';

const exportOf =
  (reader: typeof readCsv): DocumentReader =>
  (bytes, options) =>
    collect(reader([bytes.subarray(0, bytes.length >> 1), bytes.subarray(bytes.length >> 1)], options));
const webArchive: DocumentReader = async (bytes, options) => {
  const page = await findArchivedPage(bytes, options);
  return [{ metadata: {}, blocks: [], problems: 'message' in page ? [page] : [] }];
};

const docx = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>Ein &amp; Absatz</w:t><w:br/></w:r></w:p>';
const mail =
  'From: a@example.org\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+SGFsbG88L3A+\r\n--b--\r\n';
const news =
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><rss><channel><item><title><![CDATA[Eins]]></title><description>&lt;p&gt;Zwei&b;</description></item></channel></rss>';
const object = '{"title": "Eins", "source": {"name": "Blatt"}, "authors": ["Ada"], "text": "<p>Zwei</p>"}\n';
const book = { 'a.xhtml': '<h1>Eins</h1><p>Zwei</p>' };

/** A small good file of every format. */
const formats: readonly (readonly [string, DocumentReader, () => Uint8Array | Promise<Uint8Array>])[] = [
  ['PDF', readPdf, () => drawPdf([column(50, 100, 'Ein Absatz./Noch einer.'), column(50, 100, 'Und einer.')])],
  [
    'DOCX',
    readDocx,
    () => writeDocx(docx, { 'word/styles.xml': '<w:styles/>', 'docProps/core.xml': '<a><dc:title>b</dc:title></a>' }),
  ],
  ['ODT', readOdt, () => writeOdt('<text:h>Eins</text:h><text:p>Zwei<text:note/></text:p>')],
  ['EPUB', readEpub, () => writeEpub(book)],
  ['mail', readEml, () => utf8(mail)],
  ['MHTML', webArchive, () => utf8(mail)],
  ['news XML', readNewsFile, () => utf8(news)],
  ['JSON Lines', exportOf(readJsonLines), () => utf8(object.repeat(3))],
  ['CSV', exportOf(readCsv), () => utf8('titel;text\n"Eins ""a""";"Zwei\nDrei"\nVier;Fünf\n')],
];

/** A change of a file: some of its bytes are replaced by others, by none, or by a part of itself. */
const change = fc.record({
  at: fc.nat(),
  length: fc.nat({ max: 40 }),
  by: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom(
        '<',
        '>',
        '"',
        '\\',
        '&',
        '(',
        '[',
        '\n\n',
        '=?',
        '--b',
        '%PDF-',
        'endobj',
        'PK\u0003\u0004',
        '\u0000',
        ';;;',
      )
      .map(utf8),
    fc.nat({ max: 400 }),
  ),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function apply(bytes: Uint8Array, { at, length, by }: Change): Uint8Array {
  const start = at % (bytes.length + 1);
  const replacement =
    typeof by === 'number' ? bytes.slice(by % (bytes.length + 1), (by % (bytes.length + 1)) + 200) : by;
  return Uint8Array.from([...bytes.subarray(0, start), ...replacement, ...bytes.subarray(start + length)]);
}

/** What every reader keeps to, whatever it reads. */
function check(articles: readonly Extracted[]): void {
  assert.ok(articles.length > 0);
  for (const { blocks, problems, metadata } of articles) {
    for (const { text } of blocks) assert.ok(text !== '' && text === text.trim() && !/\p{Surrogate}/u.test(text));
    assert.ok(blocks.filter(({ role }) => role === 'title').length <= 1);
    assert.ok(problems.every((problem) => problem.path === 'a' && problem.message !== ''));
    assert.ok(metadata.date === undefined || /^\d{4}(-\d\d){0,2}$/.test(metadata.date));
  }
}

const SECONDS = 3;

describe('hostile documents', () => {
  for (const [name, reader, make] of formats) {
    const survives = async (bytes: Uint8Array): Promise<void> => {
      const before = bytes.slice();
      check(await reader(bytes, { path: 'a' }));
      assert.deepEqual(bytes, before, 'the bytes were changed');
    };

    it(`${name}: reads whatever a good file is changed to`, async () => {
      const good = await make();
      const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) =>
        survives(changes.reduce(apply, good)),
      );
      await fc.assert(property, { numRuns: 400, interruptAfterTimeLimit: SECONDS * 1000 });
    });

    it(`${name}: reads any bytes`, async () => {
      await fc.assert(fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), survives), { numRuns: 100 });
      for (const start of ['%PDF-1.7\n', 'PK\u0003\u0004', '<?xml ', '<', '{"a":', '"', 'Subject: '])
        await survives(utf8(start));
    });
  }

  const parts: readonly (readonly [string, DocumentReader, (xml: string) => Uint8Array])[] = [
    ['DOCX', readDocx, (xml) => writeDocx(`<w:p><w:r><w:t>${xml}`)],
    ['ODT', readOdt, (xml) => writeOdt(`<text:p>${xml}`)],
    ['EPUB', readEpub, (xml) => writeEpub({ 'a.xhtml': `<p>${xml}` })],
    ['news XML', readNewsFile, (xml) => utf8(`<rss><item><description>${xml}`)],
    ['mail', readEml, (xml) => utf8(`Subject: a\nContent-Type: text/html\n\n<p>${xml}`)],
  ];
  const long = 500_000;
  const markup: readonly (readonly [string, string])[] = [
    ['elements in elements', '<b>'.repeat(long)],
    ['ends without beginnings', '</b>'.repeat(long)],
    ['attributes', `<b ${'a="b" '.repeat(long / 4)}>`],
    ['an attribute without end', `<b a="${'x'.repeat(long)}`],
    ['a comment without end', `<!--${'-'.repeat(long)}`],
    ['ampersands', '&'.repeat(long)],
    ['brackets', '<'.repeat(long)],
    ['sections without end', '<![CDATA['.repeat(long / 9)],
    ['one long line', 'x'.repeat(long * 4)],
    ['white space', ' \n\t'.repeat(long)],
    ['line breaks', '<br/>'.repeat(long / 5)],
    ['spaces before a tag', `<p${' '.repeat(long)}`],
  ];
  for (const [name, reader, write] of parts) {
    for (const [what, xml] of markup) {
      it(`${name}: reads ${what}`, async () => {
        check(await reader(write(xml), { path: 'a' }));
      });
    }
  }

  it('keeps archives in archives closed', async () => {
    let archive = writeDocx(docx);
    for (let i = 0; i < 10; i++) archive = zip({ 'word/document.xml': archive, '[Content_Types].xml': '' });
    check(await readDocx(archive, { path: 'a' }));
  });
});
