import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMarkdown } from '../../../server/src/core/article/markdown.js';

/** What a reader of prose sees: the blocks without syntax, white space collapsed. */
function listBlocks(source: string): readonly string[] {
  const { text, body } = readMarkdown(source, 0);
  return body.map(({ start, end, role }) => `${role}: ${text.slice(start, end).replace(/\s+/g, ' ').trim()}`);
}

describe('readMarkdown', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'tells title, subheads and paragraphs',
      '# Gipfel\n\nLawrow kam.\nEr blieb.\n\n## Danach\nNichts.',
      ['title: Gipfel', 'paragraph: Lawrow kam. Er blieb.', 'subhead: Danach', 'paragraph: Nichts.'],
    ],
    [
      'leaves code out',
      'Vorher.\n\n```\nPutin = 1\n```\n\n`Kreml` nachher.',
      ['paragraph: Vorher.', 'paragraph: nachher.'],
    ],
    [
      'keeps the words of links and emphasis, not their destinations',
      'Der **[Kreml](https://example.org/Putin)** _schwieg_.',
      ['paragraph: Der Kreml schwieg .'],
    ],
    ['leaves citations out', 'Er sagte nein [siehe @putin2022, S. 4].', ['paragraph: Er sagte nein .']],
    [
      'takes list items as paragraphs',
      '- Lawrow\n- Blinken\n  kam spät',
      ['paragraph: Lawrow', 'paragraph: Blinken kam spät'],
    ],
    [
      'leaves tables, rules and HTML out',
      '| a | b |\n|---|---|\n\n---\n\n<div>Putin</div>\n\nText.',
      ['paragraph: Text.'],
    ],
    ['takes unclosed syntax as text', 'Ein [Wort und `ein Strich', ['paragraph: Ein Wort und `ein Strich']],
  ];
  for (const [name, source, blocks] of cases) {
    it(name, () => {
      assert.deepEqual(listBlocks(source), blocks);
    });
  }

  it('keeps length and offsets of any source', () => {
    const piece = fc.constantFrom(
      '# ',
      '*',
      '`',
      '```\n',
      '[',
      ']',
      '(x)',
      '\n',
      '\r\n',
      'Wort ',
      '<b>',
      '@key',
      '- ',
      '\u{1F600}',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const source = pieces.join('');
        const { text, body } = readMarkdown(source, 0);
        assert.equal(text.length, source.length);
        let at = 0;
        for (const { start, end } of body) {
          assert.ok(start >= at && end > start && end <= source.length);
          at = end;
        }
      }),
    );
  });

  it('takes time linear in the length of hostile input', () => {
    for (const syntax of ['[', '`', '*', '<a', '![](', '<!--', '@a [']) readMarkdown(syntax.repeat(100_000), 0);
  });
});
