import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lexer, type Token, type Tokens } from 'marked';
import type { ArticleId } from '../../../server/src/core/article/article.js';
import type { Card, CardPassage } from '../../../server/src/service/answers.js';
import { escapeLinkTarget, escapeMarkdown } from '../../../server/src/service/cards/escapeMarkdown.js';
import { printCard } from '../../../server/src/service/cards/printCard.js';
import type { CardOptions } from '../../../server/src/service/cards/cardWriter.js';
import type { CorpusEvent, EventId } from '../../../server/src/store/ports.js';
import { REPRINTS } from '../../support/duplicateTexts.js';
import { article, createTestCorpus, draft } from '../../support/corpus.js';

const CORPUS = {
  'donau/genf.md': article(
    { date: '2022-01-22', source: 'Donauwarte' },
    'Am 2022-01-21 führten Sergej Lawrow und Antony Blinken ein Gespräch.\n\nLawrow verlangte eine schriftliche Antwort.\n\nLawrows Wunsch.',
  ),
  'tokio.md': article({ date: '2017-03-21', source: 'Bote' }, 'Sergej Lawrow klagte über Raketen.'),
  'kims.md': article({ date: '2019' }, 'Kim Jong-un winkte. Kim lachte.'),
  'yo.md': article({ date: '2020' }, 'Kim Yo-jong winkte. Kim lachte.'),
};

async function print(
  marked: string,
  options: Partial<CardOptions> = {},
  corpus: Record<string, string> = CORPUS,
): Promise<string> {
  const { service } = await createTestCorpus(corpus);
  const { document, offset } = draft(marked);
  const card = (await service.findCard(document, offset)) ?? assert.fail(`a card for ${marked}`);
  return printCard(card, { format: 'plaintext', locale: 'de', linkTo: () => undefined, ...options });
}

describe('printing a card', () => {
  it('says who somebody is on a few lines, and quotes three passages', async () => {
    assert.equal(
      await print('La|wrow verlangte eine Antwort.'),
      `Sergej Lawrow · Person · erkannt
Auch: Lawrow 2
4 Passagen in 2 Artikeln, 2017–2022 ▃▁▁▁▁█
  Lawrow verlangte eine schriftliche Antwort.
  — Donauwarte, 22. Januar 2022 (donau/genf.md:8)
  Am 2022-01-21 führten Sergej Lawrow und Antony Blinken ein Gespräch.
  — Donauwarte, 22. Januar 2022 (donau/genf.md:6)
  Lawrows Wunsch.
  — Donauwarte, 22. Januar 2022 (donau/genf.md:10)
Oft mit: Antony Blinken 1
Zuletzt: Gespräch, 2022-01-21`,
    );
  });

  it('in Markdown makes the mention bold and links the passage', async () => {
    const text = await print('In Tokio klagte La|wrow über Raketen.', {
      format: 'markdown',
      locale: 'en',
      passages: 1,
      linkTo: ({ id }, line) => `file:///corpus/${id}#L${String(line)}`,
    });
    assert.equal(
      text,
      `**Sergej Lawrow** · person · recognised  
Also: Lawrow 2  
4 passages in 2 articles, 2017–2022 ▃▁▁▁▁█

> **Sergej Lawrow** klagte über Raketen.  
> — [Bote, 21 March 2017](file:///corpus/tokio.md#L6)

Often with: Antony Blinken 1  
Latest: Gespräch, 2022-01-21`,
    );
  });

  it('shows everybody who bears the name, with the reason', async () => {
    const text = await print('Kim Yo-jong lacht. Und K|im?');
    assert.match(text, /^Kim Yo-jong · Person · erkannt · in diesem Text mit vollem Namen genannt\n/);
    assert.match(text, /^Oder Kim Jong-un · Person · 1 Passage in 1 Artikel · 1 Passage$/m);
  });

  it('says what happened, when, to whom, and who tells it', async () => {
    assert.equal(
      await print('Das Ge|spräch von Lawrow und Blinken'),
      `Gespräch, 2022-01-21
Gespräch · geschehen · 21. Januar 2022
Beteiligt: Antony Blinken · Sergej Lawrow
1 Passage in 1 Artikel · 1 unabhängige Quelle
  Am 2022-01-21 führten Sergej Lawrow und Antony Blinken ein Gespräch.
  — Donauwarte, 22. Januar 2022 (donau/genf.md:6)`,
    );
  });

  it('quotes a text that several outlets print once, and names them', async () => {
    const [text = ''] = REPRINTS[0]?.texts ?? [];
    const agency = `Sergej Lawrow sprach in Genf von Raketen.\n\n${text}`;
    const copies = Object.fromEntries(
      ['Warte', 'Bote', 'Blatt', 'Anzeiger', 'Bote'].map((source, index) => [
        `${String(index)}.md`,
        article({ date: `2022-01-2${String(index)}`, source }, agency),
      ]),
    );
    const own = article({ date: '2022-02', source: 'Donauwarte' }, 'Sergej Lawrow reist nach Wien.');
    const card = await print('In Genf sprach La|wrow von Raketen.', {}, { ...copies, 'own.md': own });
    assert.equal(
      card.split('\n').slice(2).join('\n'),
      `  Sergej Lawrow sprach in Genf von Raketen.
  — Warte, 20. Januar 2022 (0.md:6) · auch in Bote, Blatt, Anzeiger
  Sergej Lawrow reist nach Wien.
  — Donauwarte, Februar 2022 (own.md:6)`,
    );
    assert.match(await print('La|wrow', { locale: 'en', passages: 5 }, copies), / · also in Bote, Blatt, Anzeiger$/m);
  });

  it('says what a date means', async () => {
    assert.equal(await print('2022-01|-21'), '2022-01-21 · 21. Januar 2022 · Regel: dictionary');
  });

  it('cuts a long passage around the mention, between words', async () => {
    const long = `${'Vieles geschah davor. '.repeat(20)}Dann kam Antony Blinken. ${'Vieles geschah danach. '.repeat(20)}`;
    const text = await print('Bli|nken', {}, { 'a.md': article({}, long) });
    const [quoted = ''] = text.split('\n').filter((line) => line.includes('Dann kam'));
    assert.match(quoted, /^ {2}… .*Dann kam Antony Blinken\. .* …$/);
    assert.ok(quoted.length < 260);
  });

  it('stays within twelve lines and its passages, however many bear the name', async () => {
    const { service } = await createTestCorpus(CORPUS);
    const { document, offset } = draft('La|wrow');
    const card = await service.findCard(document, offset);
    assert.equal(card?.kind, 'actor');
    const [first = assert.fail()] = card.candidates;
    const crowd: Card = {
      ...card,
      candidates: Array.from({ length: 10 }, () => first),
      indexing: { done: 1, total: 9 },
    };
    const text = printCard(crowd, { format: 'plaintext', locale: 'en', linkTo: () => undefined });
    const own = text.split('\n').filter((line) => !line.startsWith('  '));
    assert.ok(own.length <= 12, text);
    assert.match(text, /^and 5 more: Sergej Lawrow \(/m);
    assert.match(text, /still being read: 1 of 9 files\.$/);
  });

  it('shows what is hostile in an article as it is', async () => {
    const hostile = article(
      { date: '2022', source: '"<b>[x](command:y)</b>"' },
      'Lawrow [klick](command:workbench.action.quit) <img src=x onerror=alert(1)> ![b](http://x.de/y.png) `code` www.x.de $(zap).',
    );
    const text = await print('La|wrow', { format: 'markdown', linkTo: () => 'file:///a' }, { 'a.md': hostile });
    assert.deepEqual(listForeignParts(text), [{ type: 'link', href: 'file:///a' }]);
    assert.match(text, /\\\[klick\\\]/);
  });
});

/** Pieces of text that Markdown makes something of, in any order. */
const HOSTILE = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['http://', 'https://', 'HTTP://', 'ftp://', 'www.', 'WWW.', 'a.de', '@', 'x@y.de', 'mailto:', 'command:'],
        ...[
          '<',
          '>',
          '[',
          ']',
          '(',
          ')',
          '!',
          '`',
          '```',
          '~~',
          '**',
          '_',
          '*',
          '\\',
          '|',
          '&lt;',
          '&#60;',
          '<!--',
          '<b>',
          '</',
        ],
        ...[
          '\n',
          '\r\n',
          '\t',
          '    ',
          '\u2028',
          '# ',
          '- ',
          '+ ',
          '1. ',
          '1) ',
          '> ',
          '===',
          '---',
          '[x]: y',
          '$(',
          ':',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.constantFrom('a', 'B', ' ', 'ß', '1'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('escaping Markdown', () => {
  it('leaves ordinary German prose as it is', () => {
    for (const text of ['„Ja“, sagte US-Außenminister Blinken (59).', 'Am 13. Januar 2022: Genf.', 'Was nun?'])
      assert.equal(escapeMarkdown(text), text);
  });

  it('keeps nothing that Markdown would make something of', () => {
    fc.assert(
      fc.property(HOSTILE, fc.constantFrom('', '> ', 'Auch: ', '**a** · '), (text, before) => {
        const written = before + escapeMarkdown(text);
        assert.deepEqual(listForeignParts(written), [], written);
        assert.doesNotMatch(written, /[\n\r]/);
      }),
      { numRuns: 3000 },
    );
  });

  it('holds for a passage that is cut anywhere', () => {
    fc.assert(
      fc.property(HOSTILE, HOSTILE, HOSTILE, (before, mention, after) => {
        const text = before + mention + after;
        const span = { start: before.length, end: before.length + mention.length };
        const evidence: CardPassage = {
          article: {
            id: text as ArticleId,
            source: text,
            language: 'de',
            extracted: false,
            lineStarts: [0],
            actorCount: 1,
            eventCount: 0,
            story: text as ArticleId,
            copyCount: 1,
            citationKey: text,
          },
          alsoIn: [text],
          passage: { start: 0, end: text.length },
          text,
          mention: span,
          actors: [],
          events: [],
        };
        const event: CorpusEvent = {
          id: 'e' as EventId,
          label: text,
          type: 'CONSULT',
          status: 'planned',
          place: text,
          participants: [],
          passageCount: 1,
          articleCount: 1,
          sourceCount: 1,
        };
        const card: Card = { kind: 'event', span, surface: mention, event, passages: [evidence] };
        const written = printCard(card, { format: 'markdown', locale: 'en', linkTo: () => 'file:///a' });
        // Bold that starts inside a word may come out as emphasis of another kind.
        const foreign = listForeignParts(written).filter(({ type }) => type !== 'em');
        assert.deepEqual(foreign, [{ type: 'link', href: 'file:///a' }], written);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps a link whole, whatever its label is', () => {
    for (const label of ['[x](y)', 'a [b', 'a](b', '<https://x.de>', '`', '!', '[x]', '(a)']) {
      const written = `[${escapeMarkdown(label)}](file:///a)`;
      assert.deepEqual(listForeignParts(written), [{ type: 'link', href: 'file:///a' }], written);
    }
  });

  it('keeps a link target together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (tail) => {
        const written = `[x](${escapeLinkTarget(`file:///${tail}`)})`;
        const parts = listForeignParts(written);
        assert.deepEqual(
          parts.map(({ type }) => type),
          ['link'],
          written,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

/** Whatever a Markdown parser finds besides text, emphasis, quotations and lines: links, images, HTML, code, lists … */
function listForeignParts(markdown: string): readonly { type: string; href?: string }[] {
  const plain = new Set(['text', 'escape', 'strong', 'paragraph', 'blockquote', 'br', 'space']);
  const found: { type: string; href?: string }[] = [];
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (!plain.has(token.type))
        found.push({ type: token.type, ...('href' in token && { href: (token as Tokens.Link).href }) });
      else if ('tokens' in token) visit(token.tokens ?? []);
    }
  };
  visit(lexer(markdown, { gfm: true }));
  return found;
}
