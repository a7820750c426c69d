import assert from 'node:assert/strict';
import fc from 'fast-check';
import { collectParts, createArticleReader } from '../../../server/src/formats/articleReader.js';

const readStream = createArticleReader({ data: new Map() });
const readArticles = (path: string, bytes: Uint8Array) => collectParts(readStream(path, [bytes]));

/** The one article of a file of text, and the problems on the way. */
async function read(path: string, text: string) {
  const { articles, problems } = await readArticles(path, new TextEncoder().encode(text));
  assert.equal(articles.length, 1);
  return { input: articles[0] ?? assert.fail(), problems };
}

describe('the article reader', () => {
  it('takes metadata from Markdown front matter', async () => {
    const file = await read(
      'a/b.md',
      '---\ntitle: "Ein Tag: in Genf"\ndate: 2022-01-10\nsource: Blatt\nauthors: [Ada, Bo]\nurl: https://example.org/a\nlang: de-AT\n---\n\nText.\n',
    );
    assert.deepEqual(file.input.metadata, {
      title: 'Ein Tag: in Genf',
      date: '2022-01-10',
      source: 'Blatt',
      url: 'https://example.org/a',
      authors: ['Ada', 'Bo'],
      language: 'de',
    });
    assert.equal(file.input.text.slice(file.input.contentStart), '\nText.\n');
    assert.deepEqual(file.problems, []);
  });

  const dates: readonly (readonly [string, string | undefined])[] = [
    ['2022-01', '2022-01'],
    ['2022', '2022'],
    ['2022-01-10T09:30:00Z', '2022-01-10'],
    ['13.01.2022', '2022-01-13'],
    ['2022-13-40', undefined],
    ['soon', undefined],
  ];
  for (const [stated, expected] of dates) {
    it(`reads the date ${stated} as ${String(expected)}`, async () => {
      const file = await read('a.md', `---\ndate: ${stated}\n---\nText.`);
      assert.equal(file.input.metadata.date, expected);
    });
  }

  it('names the place of a broken front matter and reads the text', async () => {
    const file = await read('a.md', '---\ntitle: "offen\ndate: 2022\n---\nText.');
    assert.equal(file.input.text.slice(file.input.contentStart), 'Text.');
    assert.equal(file.problems[0]?.code, 'front-matter');
    assert.ok(file.problems[0].span);
  });

  it('does not expand aliases: a bomb stays small', async () => {
    const bomb = [
      'a: &a [x, x]',
      ...Array.from({ length: 30 }, (_, i) => `k${String(i)}: &b${String(i)} [*a, *a]`),
    ].join('\n');
    const file = await read('a.md', `---\n${bomb}\n---\nText.`);
    assert.deepEqual(file.input.metadata, {});
  });

  it('survives nesting that exhausts the parser', async () => {
    const file = await read('a.md', `---\n${'['.repeat(16_000)}\n---\nText.`);
    assert.equal(file.problems[0]?.code, 'front-matter');
  });

  it('takes three dashes that are never closed for text', async () => {
    const file = await read('a.md', '---\nKein Kopf.');
    assert.equal(file.input.contentStart, 0);
  });

  it('says what cannot be read and why', async () => {
    const reasons = {
      'x.bin': ['abc', 'cannot be read: the format .bin is not supported'],
      'x.txt.gz': ['abc', 'cannot be read: the format .gz is not supported'],
      'x.txt': ['\u0001\u0000\u0002\u0000', 'cannot be read: the file is not text: it holds binary data'],
    } as const;
    for (const [path, [text, message]] of Object.entries(reasons)) {
      const { articles, problems } = await readArticles(path, new TextEncoder().encode(text));
      assert.deepEqual(articles, []);
      assert.deepEqual(problems, [{ path, severity: 'error', code: 'unreadable-file', message }]);
    }
  });

  it('gives the same for the same bytes, in whatever pieces they come', async () => {
    const line = fc.constantFrom(
      '{"id": 7, "title": "Größe", "text": "Er kam.\\n\\nSie ging."}\n',
      'title;text\r\n',
      '"Grü""ße\n";"Er kam."\n',
      'Eins;Zwei\n',
      '{kaputt\n',
      '\u0084\u00ff',
      `${'x'.repeat(9000)}\n`,
    );
    const file = fc.array(line, { maxLength: 12 }).map((lines) => lines.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('a.jsonl', 'a.csv', 'a.txt', 'a.md', 'a.html'),
        fc.oneof(
          file.map((text) => new TextEncoder().encode(text)),
          file.map((text) => Buffer.from(text, 'latin1')),
        ),
        fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 5 }),
        async (path, bytes, lengths) => {
          assert.deepEqual(await collectParts(readStream(path, cut(bytes, lengths))), await readArticles(path, bytes));
        },
      ),
    );
  });

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('a.md', 'a.txt'), fc.uint8Array({ maxLength: 300 }), async (path, bytes) => {
        await readArticles(path, bytes);
      }),
    );
    const piece = fc.constantFrom('---\n', 'a: ', '&x ', '*x', '[', '{', '"', '\n', '!!js ', '? ', ': ', '- ', '\t');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        await read('a.md', `---\n${pieces.join('')}\n---\n`);
      }),
    );
  });
});

/** The bytes in pieces of these lengths, again and again, each in the same memory as the one before. */
function* cut(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
  const buffer = new Uint8Array(Math.max(...lengths));
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const piece = bytes.subarray(at, at + (lengths[i % lengths.length] ?? 1));
    buffer.fill(0).set(piece);
    yield buffer.subarray(0, piece.length);
    at += piece.length;
  }
}
