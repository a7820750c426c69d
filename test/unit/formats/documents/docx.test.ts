import assert from 'node:assert/strict';
import {
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  type ISectionOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { readDocx } from '../../../../server/src/formats/documents/docx.js';
import { show, showProblems, utf8 } from './support/show.js';
import { writeDocx, zip } from './support/writeDocuments.js';

const options = { path: 'a/b.docx' };
const read = async (bytes: Uint8Array) => {
  const articles = await readDocx(bytes, options);
  assert.equal(articles.length, 1);
  return articles[0];
};
const write = async (children: ISectionOptions['children'], more: object = {}) =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }], ...more })));
const reviewed = { id: 1, author: 'Bo', date: '2022-01-01T00:00:00Z' };

describe('readDocx', () => {
  it('reads what a writer sees: title, headings, paragraphs, lists, tables, and footnotes at the end', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const bytes = await write(
      [
        new Paragraph({ text: 'Gespräche in Genf', heading: HeadingLevel.TITLE }),
        new Paragraph('Moskau, 13. Januar 2022'),
        new Paragraph({ text: 'Die erste Runde', heading: HeadingLevel.HEADING_2 }),
        new Paragraph({
          children: [new TextRun('Der Min'), new TextRun('ister kam.'), new FootnoteReferenceRun(1)],
        }),
        new Paragraph({ text: 'Ein Punkt', bullet: { level: 0 } }),
        new Table({ rows: [new TableRow({ children: [cell('links'), cell('rechts')] })] }),
      ],
      {
        title: 'Entwurf',
        creator: 'Ada Muster',
        footnotes: { 1: { children: [new Paragraph('Eigene Zählung.')] } },
      },
    );
    const article = await read(bytes);
    assert.deepEqual(show(article), [
      '# Gespräche in Genf',
      'Moskau, 13. Januar 2022',
      '## Die erste Runde',
      'Der Minister kam.',
      'Ein Punkt',
      'links',
      'rechts',
      'Eigene Zählung.',
    ]);
    assert.deepEqual(article?.metadata, { title: 'Gespräche in Genf', date: '2022-01-13', authors: ['Ada Muster'] });
    assert.deepEqual(article.problems, []);
  });

  it('takes tracked insertions, but not deletions, headers and field codes', async () => {
    const headed = new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('Kopfzeile')] }) },
          children: [
            new Paragraph({
              children: [
                new TextRun('Er kam '),
                new DeletedTextRun({ text: 'gestern', ...reviewed }),
                new InsertedTextRun({ text: 'heute', ...reviewed }),
              ],
            }),
          ],
        },
      ],
    });
    assert.deepEqual(show(await read(new Uint8Array(await Packer.toBuffer(headed)))), ['Er kam heute']);
    const field =
      '<w:p><w:r><w:t>Seite </w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r></w:p>';
    assert.deepEqual(show(await read(writeDocx(field))), ['Seite 7']);
  });

  it('knows heading styles in every language, and styles based on them', async () => {
    const style = (id: string, inner: string) => `<w:style w:type="paragraph" w:styleId="${id}">${inner}</w:style>`;
    const styles = [
      style('Titel', '<w:name w:val="Title"/>'),
      style('berschrift1', '<w:name w:val="heading 1"/>'),
      style('Zwischen', '<w:name w:val="Unser Zwischentitel"/><w:basedOn w:val="berschrift1"/>'),
      style('Rund', '<w:name w:val="a"/><w:basedOn w:val="Rund"/>'),
      style('Verzeichnis1', '<w:name w:val="toc 1"/>'),
    ];
    const paragraph = (id: string, text: string) =>
      `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const body = [
      ['Titel', 'Eins'],
      ['Verzeichnis1', 'Zwei ... 3'],
      ['Zwischen', 'Drei'],
      ['Rund', 'Vier'],
    ] as const;
    const bytes = writeDocx(body.map(([id, text]) => paragraph(id, text)).join('\n'), {
      'word/styles.xml': `<w:styles>${styles.join('')}</w:styles>`,
    });
    assert.deepEqual(show(await read(bytes)), ['# Eins', '## Drei', 'Vier']);
  });

  it('keeps words whole over runs and line breaks of the XML, and text boxes out of their paragraphs', async () => {
    const box =
      '<mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Kasten</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>Kasten</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>';
    const body = `<w:p>\n <w:r><w:t>Ver</w:t></w:r>\n <w:r>${box}</w:r>\n <w:r><w:t>trag</w:t><w:tab/><w:t>eins</w:t><w:br/><w:t>zwei</w:t></w:r>\n</w:p>`;
    assert.deepEqual(show(await read(writeDocx(body))), ['Vertrag eins\nzwei', 'Kasten']);
  });

  const nested = '<w:sdt><w:sdtContent>'.repeat(100_000);
  const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['an old document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), /old Word document/],
    [
      'a password',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      /needs a password/,
    ],
    ['no archive', utf8('Text'), /archive is broken/],
    ['an archive cut off', writeDocx('<w:p/>').slice(0, -30), /archive is broken or cut off/],
    ['another archive', zip({ 'a.txt': 'x' }), /part word\/document.xml is missing/],
    ['no text', writeDocx('<w:p><w:r><w:pict/></w:r></w:p>'), /no text/],
    ['more text than can be', writeDocx('<w:p> </w:p>'.repeat(6_000_000)), /unpacks to more than/],
  ];
  for (const [name, bytes, reason] of cases) {
    it(`says what cannot be read: ${name}`, async () => {
      const article = await read(bytes);
      assert.deepEqual(article?.blocks, []);
      assert.match(showProblems(article).join(), reason);
      assert.match(showProblems(article).join(), /^error unreadable-file: cannot be read: /);
    });
  }

  it('reads what stands before a nesting without end', async () => {
    const article = await read(writeDocx(`<w:p><w:r><w:t>Anfang</w:t></w:r></w:p>${nested}`));
    assert.deepEqual(show(article), ['Anfang']);
    assert.match(showProblems(article).join(), /warning file-cut/);
  });
});
