import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse } from '../../../server/src/core/analyse.js';
import { createArticleId } from '../../../server/src/core/article/articleId.js';
import { getKnowledge } from '../../support/knowledge.js';

// Files that come from a Mac or out of a PDF often write „ü" as „u" and dots.
describe('a text with decomposed letters', () => {
  it('tells the same as the composed one, at offsets of its own', async () => {
    const knowledge = await getKnowledge();
    const composed = readFileSync('test/golden/cases/agentur.txt', 'utf8').normalize('NFC');
    const decomposed = composed.normalize('NFD');
    assert.notEqual(decomposed, composed);
    const [expected, facts] = [composed, decomposed].map((text) =>
      analyse({ id: createArticleId('a.txt'), text, metadata: {}, contentStart: 0, layout: 'scrape' }, knowledge),
    );
    assert.ok(expected && facts);
    const lists = (from: typeof facts) => ({
      mentions: from.mentions.map(({ text, actor }) => `${text.normalize('NFC')} ${actor}`),
      dates: from.dates.map(({ text, value }) => [text.normalize('NFC'), value]),
      events: from.events.map(({ label, type, status }) => [label, type, status]),
      quotes: from.quotes.map(({ text, kind, speaker }) => [text.normalize('NFC'), kind, speaker]),
    });
    assert.deepEqual(lists(facts), lists(expected));
    for (const { start, end, text } of facts.mentions) assert.equal(decomposed.slice(start, end), text);
  });
});
