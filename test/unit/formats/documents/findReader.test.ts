import assert from 'node:assert/strict';
import { findDocumentReader, findExportReader } from '../../../../server/src/formats/documents/findReader.js';
import { column, drawPdf } from './support/drawPdf.js';
import { show, showProblems, utf8 } from './support/show.js';
import { writeDocx, writeEpub, writeOdt, zip } from './support/writeDocuments.js';

const read = async (path: string, bytes: Uint8Array) => {
  const reader = findDocumentReader(path, bytes);
  assert.ok(reader);
  return (await reader(bytes, { path }))[0];
};

describe('findDocumentReader', () => {
  it('goes by content before the name', async () => {
    assert.deepEqual(show(await read('a.docx', await drawPdf([column(50, 100, 'Ein PDF.')]))), ['Ein PDF. (1)']);
    assert.deepEqual(show(await read('a.bin', writeDocx('<w:p><w:r><w:t>Ein DOCX.</w:t></w:r></w:p>'))), ['Ein DOCX.']);
    assert.deepEqual(show(await read('a.zip', writeOdt('<text:p>Ein ODT.</text:p>'))), ['Ein ODT.']);
    assert.deepEqual(show(await read('a', writeEpub({ 'a.xhtml': '<p>Ein EPUB.</p>' }))), ['Ein EPUB.']);
  });

  it('goes by the name where the content tells nothing', async () => {
    assert.deepEqual(show(await read('A.EML', utf8('Subject: Eine Mail\n\nText.'))), ['# Eine Mail', 'Text.']);
    assert.deepEqual(
      show(await read('a.rss', utf8('<rss><channel><item><title>Eins</title></item></channel></rss>'))),
      ['# Eins'],
    );
    assert.match(showProblems(await read('a.pdf', utf8('kein PDF'))).join(), /broken, or no PDF/);
    assert.match(showProblems(await read('a.odt', zip({ a: 'b' }))).join(), /holds no DOCX, ODT or EPUB/);
  });

  it('leaves to others what is no document', () => {
    for (const path of ['a.txt', 'a.md', 'a.html', 'a.bin', 'pdf'])
      assert.equal(findDocumentReader(path, utf8('Text')), undefined);
    assert.equal(findExportReader('a.json'), undefined);
    for (const path of ['a.jsonl', 'b/c.NDJSON', 'a.csv', 'a.tsv']) assert.ok(findExportReader(path));
  });
});
