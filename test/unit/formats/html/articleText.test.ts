import assert from 'node:assert/strict';
import { toArticleText } from '../../../../server/src/formats/html/articleText.js';

describe('toArticleText', () => {
  it('puts a blank line between blocks and tells where each stands', () => {
    const { text, body } = toArticleText({
      blocks: [
        { text: 'Neue Quoten 🐟', role: 'title' },
        { text: 'Am Tisch', role: 'subhead' },
        { text: 'Sie reden.\nImmer noch.', role: 'paragraph' },
      ],
    });
    assert.equal(text, 'Neue Quoten 🐟\n\nAm Tisch\n\nSie reden.\nImmer noch.');
    assert.deepEqual(
      body.map(({ start, end, role }) => [text.slice(start, end), role]),
      [
        ['Neue Quoten 🐟', 'title'],
        ['Am Tisch', 'subhead'],
        ['Sie reden.\nImmer noch.', 'paragraph'],
      ],
    );
  });

  it('is empty for a page without text', () => {
    assert.deepEqual(toArticleText({ blocks: [] }), { text: '', body: [] });
  });
});
