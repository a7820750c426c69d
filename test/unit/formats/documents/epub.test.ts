import assert from 'node:assert/strict';
import { readEpub } from '../../../../server/src/formats/documents/epub.js';
import { show, showProblems } from './support/show.js';
import { writeEpub, zip } from './support/writeDocuments.js';

const read = async (bytes: Uint8Array) => (await readEpub(bytes, { path: 'a.epub' }))[0];

describe('readEpub', () => {
  it('reads the chapters of a book in the order of its spine', async () => {
    const metadata =
      '<dc:title>Vom Reisen</dc:title><dc:creator>Ada Muster</dc:creator><dc:creator>Bo Beispiel</dc:creator><dc:publisher>Verlag</dc:publisher><dc:date>2019-05</dc:date><dc:language>de</dc:language>';
    const chapters = {
      'z.xhtml': '<h1>Erstes</h1><p>Ein <em>Absatz</em>.</p><p style="display:none">Nichts</p>',
      'text/zwei%20b.xhtml': '<h2>Zweites</h2><p>Zeile<br/>zwei.</p><script>x()</script>',
    };
    const article = await read(writeEpub(chapters, { metadata }));
    assert.deepEqual(show(article), ['# Vom Reisen', '## Erstes', 'Ein Absatz.', '## Zweites', 'Zeile\nzwei.']);
    assert.deepEqual(article?.metadata, {
      title: 'Vom Reisen',
      date: '2019-05',
      source: 'Verlag',
      authors: ['Ada Muster', 'Bo Beispiel'],
      language: 'de',
    });
  });

  it('warns of chapters that are missing, and takes names of entries for keys only', async () => {
    const bytes = writeEpub({ 'a.xhtml': '<p>Da.</p>' });
    const spine =
      '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="../../../../etc/passwd.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>';
    const article = await read(writeEpub({ 'a.xhtml': '<p>Da.</p>' }, { parts: { 'OEBPS/book.opf': spine } }));
    assert.deepEqual(show(article), ['Da.']);
    assert.deepEqual(showProblems(article), ['warning file-incomplete: 1 of its 2 chapters cannot be read']);
    assert.deepEqual(showProblems(await read(bytes)), []);
  });

  it('says what cannot be read: protected books, books without text, other archives', async () => {
    const encryption =
      '<encryption><EncryptedData><CipherData><CipherReference URI="OEBPS/a.xhtml"/></CipherData></EncryptedData></encryption>';
    const fonts = encryption.replace('a.xhtml', 'font.otf');
    const book = (parts: Record<string, string>) => writeEpub({ 'a.xhtml': '<p>Da.</p>' }, { parts });
    assert.match(
      showProblems(await read(book({ 'META-INF/encryption.xml': encryption }))).join(),
      /encrypted \(copy protection\)/,
    );
    assert.deepEqual(show(await read(book({ 'META-INF/encryption.xml': fonts }))), ['Da.']);
    assert.match(showProblems(await read(writeEpub({ 'a.xhtml': '<img/>' }))).join(), /no chapters with text/);
    assert.match(showProblems(await read(zip({ a: 'b' }))).join(), /container.xml is missing/);
  });
});
