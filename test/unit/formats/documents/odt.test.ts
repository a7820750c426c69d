import assert from 'node:assert/strict';
import { readOdt } from '../../../../server/src/formats/documents/odt.js';
import { show, showProblems } from './support/show.js';
import { writeOdt } from './support/writeDocuments.js';

const read = async (bytes: Uint8Array) => (await readOdt(bytes, { path: 'a.odt' }))[0];

describe('readOdt', () => {
  it('reads title, headings and paragraphs, with notes and text boxes at the end', async () => {
    const styles = '<style:style style:name="P1" style:parent-style-name="Title"/>';
    const body = [
      '<text:p text:style-name="P1">Gespräche in <text:span>Genf</text:span></text:p>',
      '<text:table-of-content><text:p>Inhalt</text:p></text:table-of-content>',
      '<text:h text:outline-level="2">Die erste Runde</text:h>',
      '<text:p>Der Minister<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Eigene Zählung.</text:p></text:note-body></text:note> kam',
      '<office:annotation><dc:creator>Bo</dc:creator><text:p>Wirklich?</text:p></office:annotation>.</text:p>',
      '<text:p>Zeile<text:line-break/>zwei<text:s text:c="3"/>drei<draw:frame><draw:text-box><text:p>Kasten</text:p></draw:text-box></draw:frame></text:p>',
    ];
    const meta =
      '<office:document-meta><office:meta><dc:title>x</dc:title><meta:initial-creator>Ada Muster</meta:initial-creator><meta:creation-date>2022-01-13T10:00:00</meta:creation-date><dc:language>de-DE</dc:language></office:meta></office:document-meta>';
    const article = await read(writeOdt(body.join(''), styles, { 'meta.xml': meta }));
    assert.deepEqual(show(article), [
      '# Gespräche in Genf',
      '## Die erste Runde',
      'Der Minister kam.',
      'Zeile\nzwei drei',
      'Eigene Zählung.',
      'Kasten',
    ]);
    assert.deepEqual(article?.metadata, {
      title: 'Gespräche in Genf',
      date: '2022-01-13',
      authors: ['Ada Muster'],
      language: 'de',
    });
  });

  it('says that a document is encrypted, or has no text', async () => {
    const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
    const encrypted = await read(writeOdt('', '', { 'META-INF/manifest.xml': manifest }));
    assert.deepEqual(showProblems(encrypted), [
      'error unreadable-file: cannot be read: it is encrypted: it needs a password',
    ]);
    assert.deepEqual(showProblems(await read(writeOdt(''))), ['error unreadable-file: cannot be read: it has no text']);
  });
});
