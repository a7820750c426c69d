import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { encode } from '../support/encode.js';
import { writeEpub, writeOdt } from '../unit/formats/documents/support/writeDocuments.js';

// One story in every format, so that the goldens differ by nothing but what the format can say.
const TITLE = 'Zwei Stühle, kein Tisch';
const SUBHEAD = 'Die zweite Runde';
const PARAGRAPHS = [
  'Die Außenminister von Nordau und Süderau haben am Mittwoch in Genf verhandelt – ohne Ergebnis.',
  '„Wir reden weiter“, sagte Ada Grünwald.',
  'Für den März ist eine dritte Runde geplant, die Kosten trägt mit 5000 € die Gastgeberin.',
] as const;
const AUTHOR = 'Jörg Müßig';
const SOURCE = 'Kurier am Kai';
const URL = 'https://kurier.example/genf';
const [FIRST, SECOND, THIRD] = PARAGRAPHS;

const SCRAPE = `${SOURCE}
Startseite | Politik

${TITLE}
Von ${AUTHOR}
13.01.2022, 14:05 Uhr

${FIRST}
${SECOND}
Foto: Kurier am Kai/Archiv

${SUBHEAD}
${THIRD}

Mehr zum Thema
Was bisher geschah
`;

const RUSSIAN = `Переговоры в Женеве

Министры иностранных дел встретились в среду в Женеве. Сергей Лавров назвал разговор полезным.
`;

/** The files, by name; each is made anew, by a library or by hand. */
export async function writeFormatFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map<string, Uint8Array>([
    ...listTexts(),
    ['markdown.md', encode('utf-8', MARKDOWN)],
    ['page.html', encode('utf-8', PAGE)],
    ['page-windows-1252.html', encode('windows-1252', PAGE.replace('utf-8', 'windows-1252'))],
    ['archive.mhtml', encode('utf-8', ARCHIVE)],
    ['mail.eml', encode('utf-8', MAIL)],
    ['export.jsonl', encode('utf-8', `${JSON.stringify(RECORD)}\n${JSON.stringify({ ...RECORD, id: 8 })}\n`)],
    ['export.csv', encode('windows-1252', CSV)],
    ['two-columns.csv', encode('utf-8', TWO_COLUMNS)],
    ['export.tsv', encode('utf-16le', `\ufefftitle\tdate\ttext\n${TITLE}\t2022-01-13\t${PARAGRAPHS.join(' ')}\n`)],
    ['feed.rss', encode('utf-8', RSS)],
    ['news.nitf', encode('iso-8859-15', NITF)],
    ['book.epub', writeEpub({ 'one.xhtml': CHAPTER }, { metadata: BOOK_METADATA })],
    ['document.odt', writeOdt(ODT_BODY, '', { 'meta.xml': ODT_METADATA })],
    ['document.docx', await writeWord()],
    ['document.pdf', await writePdf()],
  ]);
}

function listTexts(): readonly (readonly [string, Uint8Array])[] {
  return [
    ['utf-8.txt', encode('utf-8', SCRAPE)],
    ['utf-8-marked.txt', encode('utf-8', `\ufeff${SCRAPE}`)],
    ['utf-16le-marked.txt', encode('utf-16le', `\ufeff${SCRAPE}`)],
    ['utf-16be.txt', encode('utf-16be', SCRAPE)],
    ['windows-1252.txt', encode('windows-1252', SCRAPE)],
    ['iso-8859-15.txt', encode('iso-8859-15', SCRAPE.replace(/[„“]/g, '"').replace('–', '-'))],
    ['windows-1251.txt', encode('windows-1251', RUSSIAN)],
    ['koi8-r.txt', encode('koi8-r', RUSSIAN)],
    ['decomposed.txt', encode('utf-8', SCRAPE.normalize('NFD'))],
    ['damaged.txt', encode('utf-8', new TextDecoder('windows-1252').decode(encode('utf-8', SCRAPE)))],
  ];
}

const MARKDOWN = `---
title: ${TITLE}
date: 2022-01-13
source: ${SOURCE}
url: ${URL}
authors: [${AUTHOR}]
---

# ${TITLE}

${FIRST}

${SECOND}

## ${SUBHEAD}

${THIRD}
`;

const ARTICLE = `<h1>${TITLE}</h1><p>${FIRST}</p><p>${SECOND}</p><h2>${SUBHEAD}</h2><p>${THIRD}</p>`;

const PAGE = `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>${TITLE} | ${SOURCE}</title>
<meta property="og:site_name" content="${SOURCE}"><meta property="og:title" content="${TITLE}">
<meta property="article:published_time" content="2022-01-13T14:05:00+01:00"><meta name="author" content="${AUTHOR}">
<link rel="canonical" href="${URL}"></head><body><nav><a href="/">Startseite</a></nav>
<article>${ARTICLE}<aside><h3>Mehr zum Thema</h3><a href="/2">Was bisher geschah</a></aside></article>
<footer>Impressum</footer></body></html>`;

const ARCHIVE = `From: <Saved by Blink>
Snapshot-Content-Location: ${URL}
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html
Content-Location: ${URL}

${PAGE}
--b--
`.replaceAll('\n', '\r\n');

const MAIL = `From: =?utf-8?B?${Buffer.from(AUTHOR).toString('base64')}?= <redaktion@kurier.example>
Subject: =?utf-8?B?${Buffer.from(TITLE).toString('base64')}?=
Date: Thu, 13 Jan 2022 14:05:00 +0100
Content-Type: text/plain; charset=utf-8

${PARAGRAPHS.join('\n\n')}
`.replaceAll('\n', '\r\n');

const RECORD = {
  id: 7,
  title: TITLE,
  published: '2022-01-13T14:05:00+01:00',
  source: { name: SOURCE },
  authors: [{ name: AUTHOR }],
  url: URL,
  text: PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join(''),
  language: 'de',
};

const CSV = `Datenbank: Presse
Titel;Datum;Quelle;Autor;Text
"${TITLE}";13.01.2022;${SOURCE};${AUTHOR};"${PARAGRAPHS.join('\n\n')}"
`;

const TWO_COLUMNS = `Story;Text
${TITLE};${FIRST}
`;

const RSS = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>${SOURCE}</title><language>de</language><item><title>${TITLE}</title><link>${URL}</link><guid>genf-1</guid>
<pubDate>Thu, 13 Jan 2022 14:05:00 +0100</pubDate><author>redaktion@kurier.example (${AUTHOR})</author>
<content:encoded><![CDATA[<p>${FIRST}</p><p>${SECOND}</p><h2>${SUBHEAD}</h2><p>${THIRD}</p>]]></content:encoded></item></channel></rss>`;

const NITF = `<?xml version="1.0" encoding="ISO-8859-15"?><nitf><head><docdata><date.issue norm="20220113T140500+0100"/></docdata></head>
<body><body.head><hedline><hl1>${TITLE}</hl1></hedline><byline>Von <person>${AUTHOR}</person></byline></body.head>
<body.content><p>${FIRST.replace('–', '-')}</p><hl2>${SUBHEAD}</hl2><p>${THIRD}</p></body.content></body></nitf>`;

const CHAPTER = ARTICLE;
const BOOK_METADATA = `<dc:title>Genfer Protokolle</dc:title><dc:creator>${AUTHOR}</dc:creator><dc:publisher>${SOURCE}</dc:publisher><dc:date>2022-01-13</dc:date><dc:language>de</dc:language>`;

const ODT_BODY = `<text:p text:style-name="Title">${TITLE}</text:p><text:p>${FIRST}</text:p><text:p>${SECOND}</text:p><text:h>${SUBHEAD}</text:h><text:p>${THIRD}</text:p>`;
const ODT_METADATA = `<office:document-meta><office:meta><meta:initial-creator>${AUTHOR}</meta:initial-creator><meta:creation-date>2022-01-13T14:05:00</meta:creation-date><dc:language>de-DE</dc:language></office:meta></office:document-meta>`;

async function writeWord(): Promise<Uint8Array> {
  const children = [
    new Paragraph({ text: TITLE, heading: HeadingLevel.TITLE }),
    new Paragraph('Genf, 13. Januar 2022'),
    new Paragraph(FIRST),
    new Paragraph(SECOND),
    new Paragraph({ text: SUBHEAD, heading: HeadingLevel.HEADING_1 }),
    new Paragraph(THIRD),
  ];
  return new Uint8Array(await Packer.toBuffer(new Document({ creator: AUTHOR, sections: [{ children }] })));
}

const LINE = 16;

/** Two pages with a header and page numbers; the last word of a line is broken. */
async function writePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setAuthor(AUTHOR);
  pdf.setCreationDate(new Date('2022-01-13T14:05:00Z'));
  const [plain, bold] = [
    await pdf.embedFont(StandardFonts.Helvetica),
    await pdf.embedFont(StandardFonts.HelveticaBold),
  ];
  const pages = [
    ['Die Außenminister von Nordau und Süderau haben am Mittwoch in Genf verhan-', 'delt – ohne Ergebnis.'],
    THIRD.split(/(?<=Kosten) /),
  ];
  for (const [i, lines] of pages.entries()) {
    const page = pdf.addPage([595, 842]);
    page.drawText(SOURCE, { x: 60, y: 810, size: 9, font: plain });
    page.drawText(i === 0 ? TITLE : SUBHEAD, { x: 60, y: 740, size: i === 0 ? 22 : 14, font: bold });
    for (const [k, line] of lines.entries()) page.drawText(line, { x: 60, y: 700 - k * LINE, size: 12, font: plain });
    page.drawText(`Seite ${String(i + 1)}`, { x: 280, y: 30, size: 9, font: plain });
  }
  return pdf.save();
}
