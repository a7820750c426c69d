import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Language } from '../../../server/src/core/article/article.js';
import type { Quote } from '../../../server/src/core/facts.js';
import { findQuotes, QuoteMemory } from '../../../server/src/core/quotes/findQuotes.js';
import { finish } from '../../../server/src/core/text/slices.js';
import { dealNames, readParagraphs } from '../../support/paragraphs.js';
import { speech } from './cast.js';

// Marks, verbs, pronouns and separators in any order: what attribution rules look at.
const SNIPPETS =
  '„ “ ” " » « ‚ ‘ ’ \' ( ) , . : ; – - ? ! \n \n\n sagte sei habe dass laut zufolge nach Angaben so wie der Sprecher Er sie said that according to he has 3. z. B. Köln US-Präsident teilte mit'.split(
    ' ',
  );
const text = fc
  .array(fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ maxLength: 8, unit: 'grapheme' })), { maxLength: 60 })
  .map((parts) => parts.join(' '));
const glued = fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 60 }).map((parts) => parts.join(''));
const language = fc.constantFrom<Language>('de', 'en', 'other');

describe('quotes of any text', () => {
  it('lie inside it, hold its words, and do not overlap those of their kind', () => {
    fc.assert(
      fc.property(fc.oneof(text, glued), language, (any, spoken) => {
        const quotes = find(any, spoken);
        for (const { start, end, text: said } of quotes) {
          assert.ok(0 <= start && start < end && end <= any.length);
          assert.equal(said, any.slice(start, end));
        }
        assertDisjoint(quotes.filter(({ kind }) => kind === 'direct'));
        assertDisjoint(quotes.filter(({ kind }) => kind === 'indirect'));
      }),
      { numRuns: 400 },
    );
  });

  it('are looked for in a megabyte of quotation marks without getting lost', () => {
    assert.deepEqual(find('„'.repeat(1_000_000), 'de'), []);
    for (const marks of ['"', '“', '»', "'", '„“', '‚“„']) assert.deepEqual(find(marks.repeat(50_000), 'de'), []);
  }).timeout(30_000);

  it('are found in a sentence without end', () => {
    assert.ok(find('Er sagte, dass sei '.repeat(5_000), 'de').length > 0);
    assert.ok(find('she said that he said '.repeat(5_000), 'en').length > 0);
  }).timeout(30_000);
});

function find(any: string, spoken: Language): readonly Quote[] {
  const paragraphs = readParagraphs(any);
  const names = dealNames(paragraphs, [], []);
  return finish(findQuotes({ paragraphs, names, actors: [], language: spoken }, speech, new QuoteMemory('nothing')));
}

function assertDisjoint(quotes: readonly Quote[]): void {
  quotes.forEach(({ start }, i) => {
    assert.ok(i === 0 || start >= (quotes[i - 1]?.end ?? 0), 'quotes of one kind are ascending and disjoint');
  });
}
