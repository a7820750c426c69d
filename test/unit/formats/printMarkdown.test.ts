import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lexer, type Token } from 'marked';
import { parseDocument } from 'yaml';
import type { ArticleInput, ArticleMetadata } from '../../../server/src/core/article/article.js';
import { createArticleId } from '../../../server/src/core/article/articleId.js';
import { parseFurniture } from '../../../server/src/core/article/furniture.js';
import { readArticle } from '../../../server/src/core/article/readArticle.js';
import type { ExtractedBlock } from '../../../server/src/formats/extractedInput.js';
import { findFrontMatter, readMarkdownFile } from '../../../server/src/formats/markdown.js';
import { printMarkdown } from '../../../server/src/formats/printMarkdown.js';

const { furniture } = parseFurniture(new Map());
const paragraph = (text: string): ExtractedBlock => ({ role: 'paragraph', text });
const print = (metadata: ArticleMetadata, body: readonly ExtractedBlock[] | string) =>
  printMarkdown({ metadata, added: '2026-11-22', original: 'a.original.html', body });

function read(text: string): ArticleInput {
  const { input, problems } = readMarkdownFile(createArticleId('a.md'), text);
  assert.deepEqual(problems, []);
  return input;
}

/** What is body when the file is read again, without what the escapes put in. */
function listBlocks(text: string): readonly ExtractedBlock[] {
  const { article } = readArticle(read(text), furniture);
  const plain = (span: string): string => span.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('\u00a0', ' ');
  return article.body.map(({ start, end, role }) => ({ role, text: plain(article.text.slice(start, end)) }));
}

/** Everything that a Markdown reader makes of the text besides headings and paragraphs of plain text, with addresses as links. */
function listSyntax(text: string): readonly string[] {
  const kinds = (token: Token): readonly string[] => {
    if (token.type === 'link' && token.text === token.href) return [];
    return [token.type, ...('tokens' in token ? (token.tokens ?? []).flatMap(kinds) : [])];
  };
  const plain = new Set(['heading', 'paragraph', 'space', 'text', 'escape']);
  return lexer(text.slice(findFrontMatter(text)?.contentStart))
    .flatMap(kinds)
    .filter((kind) => !plain.has(kind));
}

describe('writing an article as Markdown', () => {
  it('puts what is known of it into front matter, and the title at hand', () => {
    const { text, title } = print(
      {
        title: 'Genf: „Eine Stunde“',
        date: '2022-01-22',
        source: 'Donauwarte',
        url: 'https://donauwarte.example/a?id=1&b=2#c',
        authors: ['Ada Muster', 'Bo'],
        language: 'de',
      },
      [
        { role: 'title', text: 'Genf: „Eine Stunde“' },
        paragraph('Lawrow kam.'),
        { role: 'subhead', text: 'Danach' },
        paragraph('Nichts.'),
      ],
    );
    assert.equal(
      text,
      [
        '---',
        'title: "Genf: „Eine Stunde“"',
        'date: 2022-01-22',
        'source: Donauwarte',
        'url: https://donauwarte.example/a?id=1&b=2#c',
        'authors:',
        '  - Ada Muster',
        '  - Bo',
        'language: de',
        'added: 2026-11-22',
        'original: a.original.html',
        '---',
        '',
        '# Genf: „Eine Stunde“',
        '',
        'Lawrow kam.',
        '',
        '## Danach',
        '',
        'Nichts.',
        '',
      ].join('\n'),
    );
    assert.equal(text.slice(title.start, title.end), '"Genf: „Eine Stunde“"');
  });

  it('leaves a title that nobody knows to the writer', () => {
    const { text, title } = print({}, [paragraph('Nur ein Satz.')]);
    assert.equal(`${text.slice(0, title.start)}|${text.slice(title.end)}`.split('\n')[1], 'title: "|"');
    assert.deepEqual(read(text).metadata, {});
    assert.deepEqual(listBlocks(text), [paragraph('Nur ein Satz.')]);
  });

  it('leaves Markdown as it is', () => {
    const { text } = print({ title: 'A' }, '\n# A\n\n- *eins* [x](y)\n\n');
    assert.match(text, /---\n\n# A\n\n- \*eins\* \[x\]\(y\)\n$/);
  });

  const titles = [
    'null',
    'true',
    '2022',
    '2022-01-22',
    '~',
    '---',
    '...',
    '- a',
    '# kein Kommentar',
    'a: b # c',
    '"',
    "'",
    '\\',
    '\\n',
    '&anker *alias',
    'R&D, AT&T und *Stern*',
    '!!js/function x',
    '{a: b}',
    '[a, b',
    '%YAML 1.2',
    '@a `b`',
    '| x',
    '> x',
    '? x',
    'Ein sehr langer Titel '.repeat(20).trim(),
    '</title><script>',
    '\u{1F600} Häfen',
    'Cafe\u0301',
  ];
  for (const title of titles) {
    it(`keeps the title ${title.slice(0, 40)}`, () => {
      const { text } = print({ title, source: title, authors: [title, 'Bo'] }, [paragraph('Text.')]);
      const expected = title.normalize('NFC');
      assert.deepEqual(read(text).metadata, {
        title: expected,
        source: expected.slice(0, 200).trim(),
        authors: [expected.slice(0, 120).trim(), 'Bo'],
      });
      const { errors } = parseDocument(text.slice(4, findFrontMatter(text)?.end), { version: '1.2' });
      assert.deepEqual(errors, []);
    });
  }

  it('keeps a field on one line, whatever is in it', () => {
    const { text } = print({ title: ' a\n---\n\u0000b\u2028c\ud800\t\u0007 ', source: '\n' }, [paragraph('Text.')]);
    assert.deepEqual(read(text).metadata, { title: 'a --- b c' });
  });

  it('never outgrows what is read as front matter', () => {
    const long = '"\\'.repeat(50_000);
    const { text } = print(
      {
        title: long,
        source: long,
        url: `https://x.example/${'a'.repeat(3900)}`,
        authors: Array<string>(500).fill(long),
      },
      [paragraph('Text.')],
    );
    assert.ok(read(text).contentStart > 0);
    assert.equal(read(text).metadata.authors?.length, 30);
  });

  const lines = [
    '23. Januar 2022: Lawrow kommt.',
    '1) Erstens',
    '- Ja, sagte er.',
    '+ plus',
    '* Stern',
    '# 1 der Welt',
    '> größer',
    '---',
    '===',
    '***',
    '- - -',
    '12.',
    '-',
    '#',
    '| a | b |',
    '```',
    '~~~',
    '[1]: https://example.org',
    '<div>',
    '<!-- a -->',
    '<https://example.org>',
    'Leser*innen und Autor*innen',
    'snake_case und _kursiv_ und __init__',
    '`code` und ``mehr``',
    '[Text](Ziel) und ![Bild](Ziel) und [a][b]',
    '„Er [Putin] sagte […] nein.“ [Anm. d. Red.]',
    '&amp; &#38; R&D',
    'C:\\Dokumente\\*',
    '~~durch~~ ~5 %',
    'Erste Zeile\n---\nzweite\n23. Mai\n# drei',
    'a | b\n--- | ---\nc | d',
    'Zeile\n    eingerückt\n\n\nnach Leerzeilen',
  ];
  for (const line of lines) {
    it(`shows as it is: ${JSON.stringify(line).slice(0, 50)}`, () => {
      const { text } = print({ title: line }, [{ role: 'subhead', text: line }, paragraph(line), paragraph(line)]);
      const expected = line.split('\n').filter((each) => each.trim() !== '');
      const heading = expected.map((each) => each.trim()).join(' ');
      assert.deepEqual(listBlocks(text), [
        { role: 'title', text: heading },
        { role: 'subhead', text: heading },
        ...[0, 1].map(() => paragraph(expected.map((each) => each.trim()).join('\n'))),
      ]);
      assert.deepEqual(listSyntax(text), []);
    });
  }

  it('puts no escape into a date', () => {
    const { text } = print({}, [paragraph('23. Januar 2022: Lawrow kommt.')]);
    assert.match(text, /\n23\.\u00a0Januar 2022: Lawrow kommt\.\n$/);
  });

  it('gives back the same metadata and body, whatever they are', () => {
    const piece = fc.constantFrom(
      ...[
        '# ',
        '- ',
        '1. ',
        '> ',
        '*',
        '_',
        '__',
        '`',
        '```',
        '~~~',
        '[',
        ']',
        '](',
        ']: ',
        '<',
        '<b>',
        '<!--',
        '-->',
        '&amp;',
        '&#',
        '|',
        '---',
        '===',
        '\\',
        '!',
        '\n',
        ' ',
        '\t',
        '  \n',
        '"',
        "'",
        ': ',
        '@key',
        '{',
        '}',
        '%',
        '?',
        'ß',
        'Wort ',
        '23. Mai',
        '\u{1F600}',
        '\u0000',
        '\ufeff',
        '\r\n',
        '\u2028',
        '\u00a0',
        '$',
        '^',
        ':',
      ],
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    const hasText = (each: string): boolean => clean(each) !== '';
    const role = fc.constantFrom<ExtractedBlock['role']>('subhead', 'paragraph');
    const block = fc.record({ role, text: text.filter(hasText) });
    const metadata = fc.record({
      title: text.filter(hasText),
      date: fc.constantFrom('2022', '2022-01', '2022-01-22'),
      source: text.filter(hasText),
      url: fc.webUrl({ withQueryParameters: true }),
      authors: fc.array(text.filter(hasText), { minLength: 1, maxLength: 3 }),
      language: fc.constantFrom('de', 'en', 'other'),
    });
    fc.assert(
      fc.property(metadata, fc.array(block, { minLength: 1, maxLength: 4 }), (about, body) => {
        const { text: file } = print(about, body);
        const { title, source, authors, ...rest } = about;
        assert.deepEqual(read(file).metadata, {
          title: oneLine(title),
          source: oneLine(source),
          authors: authors.map(oneLine),
          ...rest,
        });
        assert.deepEqual(listBlocks(file), [
          { role: 'title', text: oneLine(title) },
          ...body.map((each) => ({ ...each, text: each.role === 'paragraph' ? clean(each.text) : oneLine(each.text) })),
        ]);
      }),
      { numRuns: 2000 },
    );
  });
});

/** The lines of a text that have any, as they are shown. */
function clean(text: string): string {
  return text
    .split(/[\n\r\u2028]/)
    .map((line) =>
      line
        .replace(/[ \p{Cc}\ufeff]+/gu, ' ')
        .replaceAll('\u00a0', ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}

const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ');
