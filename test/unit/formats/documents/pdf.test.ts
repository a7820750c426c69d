import assert from 'node:assert/strict';
import { readPdf } from '../../../../server/src/formats/documents/pdf/readPdf.js';
import { column, type DrawnLine, drawPdf } from './support/drawPdf.js';
import { show, showProblems } from './support/show.js';
import { packed, showText, writePage, writePdf } from './support/writePdf.js';

const options = { path: 'a/b.pdf' };
const read = async (pages: readonly (readonly DrawnLine[])[], properties = {}) => {
  const articles = await readPdf(await drawPdf(pages, properties), options);
  assert.equal(articles.length, 1);
  return articles[0];
};

const headline: DrawnLine = { text: 'Gespräche in Genf über die Kurilen', left: 50, top: 80, size: 24, bold: true };

describe('readPdf', () => {
  it('reads two columns one after the other, below a headline over both', async () => {
    const article = await read([
      [
        headline,
        { text: 'Von Ada Muster, 13. Januar 2022', left: 50, top: 100 },
        ...column(
          50,
          130,
          'Der Minister reiste am Mittwoch nach Genf, wo/seit dem Morgen verhandelt wird. Die andere/Seite kam erst am Abend in die Stadt.',
        ),
        ...column(
          310,
          130,
          '>Ein Sprecher nannte die Gespräche danach/offen und sachlich. Mehr wollte er vor dem/Ende der Runde nicht sagen.',
        ),
      ],
    ]);
    assert.deepEqual(show(article), [
      '# Gespräche in Genf über die Kurilen (1)',
      'Von Ada Muster, 13. Januar 2022 (1)',
      'Der Minister reiste am Mittwoch nach Genf, wo seit dem Morgen verhandelt wird. Die andere Seite kam erst am Abend in die Stadt. (1)',
      'Ein Sprecher nannte die Gespräche danach offen und sachlich. Mehr wollte er vor dem Ende der Runde nicht sagen. (1)',
    ]);
    assert.deepEqual(article?.metadata, { title: 'Gespräche in Genf über die Kurilen', date: '2022-01-13' });
    assert.deepEqual(article.problems, []);
  });

  it('goes on in the next column and on the next page where the sentence does', async () => {
    const article = await read([
      [
        ...column(
          50,
          100,
          'Die Verhandlungen über die Inseln gehen nach/dem Treffen in der kommenden Woche weiter,/wie es am Abend aus der Delegation hieß. Der',
        ),
        ...column(
          310,
          100,
          'Minister wird selbst nicht daran teilnehmen,/sondern seinen Stellvertreter schicken. Dieser/kennt die Akten seit Jahren und gilt als',
        ),
      ],
      column(
        50,
        100,
        'geduldig und genau, auch bei seinen Gegnern./>Ein neuer Absatz beginnt hier mit Einzug, und/er hat noch eine zweite Zeile.',
      ),
    ]);
    assert.deepEqual(show(article), [
      'Die Verhandlungen über die Inseln gehen nach dem Treffen in der kommenden Woche weiter, wie es am Abend aus der Delegation hieß. Der Minister wird selbst nicht daran teilnehmen, sondern seinen Stellvertreter schicken. Dieser kennt die Akten seit Jahren und gilt als geduldig und genau, auch bei seinen Gegnern. (1)',
      'Ein neuer Absatz beginnt hier mit Einzug, und er hat noch eine zweite Zeile. (2)',
    ]);
  });

  it('makes words whole that are broken at the end of a line, and keeps hyphens that belong', async () => {
    const article = await read([
      column(
        50,
        100,
        'Die Bundesregie-/rung in Berlin-/Brandenburg führt Außen-/und Sicherheitspolitik mit deutsch-/französischer Stimme: das deutsch-französischer Art.',
      ),
    ]);
    assert.deepEqual(show(article), [
      'Die Bundesregierung in Berlin-Brandenburg führt Außen- und Sicherheitspolitik mit deutsch-französischer Stimme: das deutsch-französischer Art. (1)',
    ]);
  });

  it('leaves out headers, footers and page numbers, but not the same words in the text', async () => {
    const page = (number: number, text: string): readonly DrawnLine[] => [
      { text: `Blatt für Politik ${String(number)} 2022`, left: 50, top: 40, size: 9 },
      ...column(50, 300, text),
      { text: `- ${String(number)} -`, left: 290, top: 810, size: 9 },
    ];
    const article = await read([
      page(1, 'Blatt für Politik 1 2022'),
      page(2, 'Zweite Seite.'),
      page(3, 'Dritte Seite.'),
    ]);
    assert.deepEqual(show(article), ['Blatt für Politik 1 2022 (1)', 'Zweite Seite. (2)', 'Dritte Seite. (3)']);
  });

  it('tells subheads by their size or font, and paragraphs by indents, gaps and short last lines', async () => {
    const article = await read([
      [
        ...column(
          50,
          100,
          'Der erste Absatz hat zwei Zeilen, von denen die/zweite kurz ist./Der zweite Absatz beginnt ohne einen Einzug, wie/es in vielen Blättern üblich ist.',
        ),
        { text: 'Was nun kommt', left: 50, top: 176, bold: true },
        ...column(50, 196, 'Der dritte Absatz steht unter einer Überschrift./>Der vierte hat einen Einzug.'),
        ...column(50, 260, 'Der fünfte steht nach einer Lücke.'),
      ],
    ]);
    assert.deepEqual(show(article), [
      'Der erste Absatz hat zwei Zeilen, von denen die zweite kurz ist. (1)',
      'Der zweite Absatz beginnt ohne einen Einzug, wie es in vielen Blättern üblich ist. (1)',
      '## Was nun kommt (1)',
      'Der dritte Absatz steht unter einer Überschrift. (1)',
      'Der vierte hat einen Einzug. (1)',
      'Der fünfte steht nach einer Lücke. (1)',
    ]);
  });

  it('reads the rows of a table as lines', async () => {
    const rows = ['Jahr', '2019', '2020', '2021', '2022'].flatMap((cell, i) => [
      { text: cell, left: 50, top: 100 + 14 * i },
      { text: i === 0 ? 'Zahl' : String(i * 7), left: 200, top: 100 + 14 * i },
    ]);
    assert.match(show(await read([rows])).join(' '), /Jahr Zahl.*2019 7.*2022 28/);
  });

  it('puts a drop cap back to its word, and leaves out footnote marks', async () => {
    const article = await read([
      [
        { text: 'D', left: 50, top: 124, size: 34 },
        { text: 'er Minister reiste nach Genf', left: 76, top: 102 },
        { text: '1', left: 204, top: 98, size: 6 },
        { text: 'und sprach dort lange mit', left: 76, top: 116 },
        { text: 'seinem Gegenüber.', left: 50, top: 130 },
      ],
    ]);
    assert.equal(
      show(article).join(' ').replaceAll(' (1)', ''),
      'Der Minister reiste nach Genf und sprach dort lange mit seinem Gegenüber.',
    );
  });

  it('takes title, author and date from the properties where the text has none', async () => {
    const properties = { title: 'Ein Bericht', author: 'Ada Muster', created: '2021-05-04T10:00:00Z' };
    const article = await read([column(50, 100, 'Nur ein Absatz.')], properties);
    assert.deepEqual(article?.metadata, { title: 'Ein Bericht', date: '2021-05-04', authors: ['Ada Muster'] });
    assert.deepEqual(show(article), ['# Ein Bericht (1)', 'Nur ein Absatz. (1)']);
    const named = await read([column(50, 100, 'Nur ein Absatz.')], { title: 'Microsoft Word - Entwurf_3.docx' });
    assert.equal(named?.metadata.title, undefined);
  });

  it('joins the accents of old fonts with their letters', async () => {
    const [article] = await readPdf(writePage(showText('f\\310ur M\\310anner')), options);
    assert.deepEqual(show(article), ['für Männer (1)']);
  });

  it('says which pages have no text', async () => {
    assert.deepEqual(showProblems(await read([column(50, 100, 'Text.'), []])), [
      'warning pages-without-text: 1 of 2 pages without text, only pictures',
    ]);
  });

  it('leaves the bytes as they are', async () => {
    const bytes = await drawPdf([column(50, 100, 'Text.')]);
    const before = bytes.slice();
    await readPdf(bytes, options);
    assert.deepEqual(bytes, before);
    assert.deepEqual(show((await readPdf(Buffer.from(before), options))[0]), ['Text. (1)']);
  });
});

describe('readPdf says what cannot be read', () => {
  const text = showText('Hallo');
  const encryption = `/Encrypt<</Filter/Standard/V 1/R 2/O(${'o'.repeat(32)})/U(${'u'.repeat(32)})/P -4>>/ID[<00><00>]`;
  const endless = '/W[0 2000000000 500]';
  const composite = '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>';
  const map = `begincmap 1 beginbfrange ${'<00000000> <00FFFFF0> <0041> '.repeat(9)}endbfrange endcmap`;
  const zeros = new Uint8Array(80_000_000);
  const cases: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, RegExp])[] = [
    ['nothing', () => new Uint8Array(0), /empty/],
    ['more than 50 MB', () => new Uint8Array(50_000_001), /larger than 50 MB/],
    ['random bytes', () => Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251), /broken, or no PDF/],
    ['a file cut off in the middle', async () => (await drawPdf([[headline]])).slice(0, 400), /broken, or no PDF/],
    ['a password', () => writePage(text, { trailer: encryption }), /encrypted: it needs a password/],
    ['only pictures', () => drawPdf([[], []]), /only pictures \(2 pages\): it needs text recognition/],
    [
      'pages in a circle',
      () => writePdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 9>>']),
      /no pages/,
    ],
    ['content that inflates without measure', () => writePage(packed(zeros)), /unpacks to more than 64 MB/],
    [
      'content that is packed twice',
      () => writePage(packed((packed(zeros) as { data: Uint8Array }).data)),
      /unpacks to more than/,
    ],
    [
      'fonts with endless widths',
      () => writePage(text, { font: composite, more: [`<</Type/Font/Subtype/CIDFontType2${endless}>>`] }),
      /fonts is damaged/,
    ],
    [
      'endless character maps',
      () => writePage(text, { font: '<</Type/Font/ToUnicode 6 0 R>>', more: [{ data: Buffer.from(map) }] }),
      /fonts is damaged/,
    ],
  ];
  for (const [name, make, reason] of cases) {
    it(name, async () => {
      const [article, ...others] = await readPdf(await make(), options);
      assert.deepEqual([others, article?.blocks, article?.metadata], [[], [], {}]);
      const [problem] = article?.problems ?? [];
      assert.deepEqual([problem?.path, problem?.severity, problem?.code], ['a/b.pdf', 'error', 'unreadable-file']);
      assert.match(problem?.message ?? '', reason);
    });
  }

  it('a page that draws the same content again and again', async () => {
    const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[${'4 0 R '.repeat(5000)}]>>`;
    const bytes = writePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      page,
      packed(Buffer.alloc(1_000_000, '0 0 m ')),
    ]);
    assert.match(showProblems((await readPdf(bytes, options))[0]).join(), /same content again and again/);
  });

  it('stops at forms that draw each other without end, and says so', async () => {
    const form = (next: number, content: string) => ({
      dictionary: `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 5 0 R>>/XObject<</X ${String(next)} 0 R>>>>`,
      data: Buffer.from(content),
    });
    const forms = Array.from({ length: 8 }, (_, i) => form(7 + i, '/X Do '.repeat(10)));
    const bytes = writePage(
      { data: Buffer.from('/X Do') },
      { resources: '/XObject<</X 6 0 R>>', more: [...forms, form(1, 'BT /F1 9 Tf (x) Tj ET')] },
    );
    assert.deepEqual(showProblems((await readPdf(bytes, options))[0]), [
      'warning file-cut: was not read to its end: 1 of 1 page',
    ]);
  });

  it('does not believe a number of pages', async () => {
    const root = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1000000000>>'];
    const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>';
    const [article] = await readPdf(
      writePdf([...root, page, text, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']),
      options,
    );
    assert.deepEqual(show(article), ['Hallo (1)']);
  });
});
