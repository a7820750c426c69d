import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { recognise } from './marks.js';

const PIECES = [
  'Wladimir Putin',
  'Putins',
  'Kim',
  'Jong-un',
  'Moskau',
  'in',
  'der',
  'russische',
  'Außenminister',
  'US-',
  '-',
  '„',
  '“',
  '(',
  ')',
  ',',
  '.',
  ':',
  ' ',
  '\n',
  'Institut für',
  'Zeitung',
  'Nato',
  'Bush',
  'George W.',
  'U.S.',
  'ß',
  '\u00ad',
  'von der',
  'al-',
  'Provinz',
  'und',
  '😀',
  'e\u0301',
  '\r\n',
  '/',
  '&',
  "'s",
];

describe('recognition', () => {
  it('gives ascending, disjoint mentions of known actors inside any text', () => {
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('de', 'en', 'other'), (input, language) => {
        const { actors, mentions } = recognise(input, { language: language as 'de' });
        const ids = new Set(actors.map(({ id }) => id));
        let end = 0;
        for (const mention of mentions) {
          assert.ok(end <= mention.start && mention.start < mention.end && mention.end <= input.length);
          assert.equal(mention.text, input.slice(mention.start, mention.end));
          assert.ok(ids.has(mention.actor));
          end = mention.end;
        }
        assert.equal(ids.size, actors.length);
      }),
      { numRuns: 300 },
    );
  });

  it('gets through a megabyte of one line', () => {
    assert.equal(recognise('Wladimir Putin '.repeat(70_000)).actors.length, 1);
    assert.equal(recognise('A-'.repeat(300_000)).mentions.length, 0);
    assert.equal(recognise('Präsident der '.repeat(70_000)).mentions.length, 0);
  }).timeout(60_000);
});
