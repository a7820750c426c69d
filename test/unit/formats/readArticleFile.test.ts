import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readArticleFile } from '../../../server/src/formats/readArticleFile.js';

const read = (path: string, text: string) => readArticleFile(path, new TextEncoder().encode(text));

describe('readArticleFile', () => {
  it('takes metadata from Markdown front matter', () => {
    const file = read(
      'a/b.md',
      '---\ntitle: "Ein Tag: in Genf"\ndate: 2022-01-10\nsource: Blatt\nauthors: [Ada, Bo]\nurl: https://example.org/a\nlang: de-AT\n---\n\nText.\n',
    );
    assert.ok('input' in file);
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
    it(`reads the date ${stated} as ${String(expected)}`, () => {
      const file = read('a.md', `---\ndate: ${stated}\n---\nText.`);
      assert.ok('input' in file);
      assert.equal(file.input.metadata.date, expected);
    });
  }

  it('names the place of a broken front matter and reads the text', () => {
    const file = read('a.md', '---\ntitle: "offen\ndate: 2022\n---\nText.');
    assert.ok('input' in file);
    assert.equal(file.input.text.slice(file.input.contentStart), 'Text.');
    assert.equal(file.problems[0]?.code, 'front-matter');
    assert.ok(file.problems[0].span);
  });

  it('does not expand aliases: a bomb stays small', () => {
    const bomb = [
      'a: &a [x, x]',
      ...Array.from({ length: 30 }, (_, i) => `k${String(i)}: &b${String(i)} [*a, *a]`),
    ].join('\n');
    const file = read('a.md', `---\n${bomb}\n---\nText.`);
    assert.ok('input' in file);
    assert.deepEqual(file.input.metadata, {});
  });

  it('survives nesting that exhausts the parser', () => {
    const file = read('a.md', `---\n${'['.repeat(16_000)}\n---\nText.`);
    assert.ok('input' in file);
    assert.equal(file.problems[0]?.code, 'front-matter');
  });

  it('takes three dashes that are never closed for text', () => {
    const file = read('a.md', '---\nKein Kopf.');
    assert.ok('input' in file);
    assert.equal(file.input.contentStart, 0);
  });

  it('says what cannot be read and why', () => {
    const unknown = read('x.bin', 'abc');
    assert.ok('message' in unknown);
    assert.deepEqual([unknown.path, unknown.message], ['x.bin', 'cannot be read: the format .bin is not supported']);
    const binary = readArticleFile('x.txt', Uint8Array.from([1, 0, 2, 0]));
    assert.ok('message' in binary);
    assert.match(binary.message, /cannot be read: .*binary/);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom('a.md', 'a.txt'), fc.uint8Array({ maxLength: 300 }), (path, bytes) => {
        readArticleFile(path, bytes);
      }),
    );
    const piece = fc.constantFrom('---\n', 'a: ', '&x ', '*x', '[', '{', '"', '\n', '!!js ', '? ', ': ', '- ', '\t');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        read('a.md', `---\n${pieces.join('')}\n---\n`);
      }),
    );
  });
});
