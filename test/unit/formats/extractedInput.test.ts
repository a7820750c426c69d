import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ArticleId } from '../../../server/src/core/article/article.js';
import { pathOf } from '../../../server/src/core/article/articleId.js';
import { type ExtractedBlock, toExtractedInput, toReadFile } from '../../../server/src/formats/extractedInput.js';

const paragraph = (text: string): ExtractedBlock => ({ text, role: 'paragraph' });
const ID = 'a.pdf' as ArticleId;

describe('an extracted text', () => {
  it('is its blocks with an empty line between them, each with its role and page', () => {
    const { text, body, layout } = toExtractedInput(ID, {
      metadata: { title: 'Genf' },
      blocks: [{ text: 'Genf', role: 'title' }, { text: 'Ein Tag', role: 'subhead', page: 1 }, paragraph('Sie kamen.')],
    });
    assert.equal(text, 'Genf\n\nEin Tag\n\nSie kamen.\n');
    assert.equal(layout, 'extracted');
    assert.deepEqual(
      body.map(({ start, end, role, page }) => [text.slice(start, end), role, page]),
      [
        ['Genf', 'title', undefined],
        ['Ein Tag', 'subhead', 1],
        ['Sie kamen.', 'paragraph', undefined],
      ],
    );
  });

  it('starts with the title where no block is it', () => {
    const { text } = toExtractedInput(ID, { metadata: { title: 'Genf' }, blocks: [paragraph('Sie kamen.')] });
    assert.equal(text, 'Genf\n\nSie kamen.\n');
  });

  it('keeps line breaks in a block, but no empty lines and no empty blocks', () => {
    const { text, body } = toExtractedInput(ID, {
      metadata: {},
      blocks: [paragraph('eins\r\n \r\nzwei'), paragraph(' \n '), paragraph(' drei ')],
    });
    assert.equal(text, 'eins\nzwei\n\ndrei\n');
    assert.equal(body.length, 2);
  });
});

describe('the articles of a file', () => {
  const extracted = (text: string, key?: string) => ({
    metadata: {},
    blocks: text === '' ? [] : [paragraph(text)],
    ...(key !== undefined && { key }),
    problems: text === '' ? [{ path: 'x.csv', severity: 'warning' as const, code: 'c', message: 'empty' }] : [],
  });
  const idsOf = (...all: Parameters<typeof toReadFile>[1]) => toReadFile('x.csv', all).articles.map(({ id }) => id);

  it('bear its path when there is one, else its path with their number', () => {
    assert.deepEqual(idsOf(extracted('a')), ['x.csv']);
    assert.deepEqual(idsOf(extracted('a'), extracted('b')), ['x.csv#1', 'x.csv#2']);
    assert.deepEqual(idsOf(extracted('a', 'line-1')), ['x.csv#line-1'], 'a file that may hold many names its only one');
  });

  it('keep their ids when others come: they are named by the keys that the file gives them', () => {
    const url = 'https://seeblick.example/2022/01/treffen-in-genf.html?utm=1';
    const [old] = idsOf(extracted('a', url));
    assert.match(old ?? '', /^x\.csv#example-2022-01-treffen-in-genf-[0-9a-z]{11}$/);
    assert.deepEqual(idsOf(extracted('b', 'neu'), extracted('a', url)), ['x.csv#neu', old]);
    assert.equal(pathOf(old as ArticleId), 'x.csv');
  });

  it('have different ids, whatever the keys', () => {
    const same = idsOf(extracted('a', '7'), extracted('b', '7'), extracted('c', '7'));
    assert.deepEqual(same, ['x.csv#7', 'x.csv#7~2', 'x.csv#7~3']);
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 8 }), (keys) => {
        const ids = idsOf(...keys.map((key) => extracted('a', key)));
        assert.equal(new Set(ids).size, keys.length);
        for (const id of ids) assert.equal(pathOf(id), 'x.csv');
      }),
    );
  });

  it('are those that have text; the others leave their problems', () => {
    const { articles, problems } = toReadFile('x.csv', [extracted(''), extracted('b')]);
    assert.deepEqual([articles.map(({ id }) => id), problems.map(({ code }) => code)], [['x.csv'], ['c']]);
  });

  it('lead back to the file', () => {
    for (const path of ['x.csv', 'a#1/x.csv', 'a#1.txt']) {
      assert.equal(pathOf(`${path}#12` as ArticleId), path);
      assert.equal(pathOf(`${path}#genf-1x~2` as ArticleId), path);
      assert.equal(pathOf(path as ArticleId), path);
    }
  });
});
