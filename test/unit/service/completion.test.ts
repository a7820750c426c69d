import assert from 'node:assert/strict';
import { listContentWords } from '../../../server/src/core/evidence/contentWords.js';
import type { Completions } from '../../../server/src/service/answers.js';
import { complete as completeAt } from '../../../server/src/service/features/completion.js';
import { findCompletionTrigger } from '../../../server/src/service/features/completionTrigger.js';
import { getMessages } from '../../../server/src/service/messages/getMessages.js';
import { createMemoryStore } from '../../../server/src/store/memory.js';
import { article, createTestCorpus, draft } from '../../support/corpus.js';
import { createDictionaryAnalysis } from '../../support/dictionaryAnalysis.js';

const CORPUS = {
  'a.md': article(
    { date: '2022-01-22' },
    'Olaf Scholz und Scholz und noch einmal Scholz.\n\nGerhard Schröder schwieg.',
  ),
  'b.md': article({}, 'Am 2022-01-21 führten Sergej Lawrow und Antony Blinken ein Gespräch.\n\nIm Manöver war Putin.'),
};

async function complete(marked: string): Promise<Completions> {
  const { service } = await createTestCorpus(CORPUS);
  const { document, offset } = draft(marked);
  return service.complete(document, offset);
}

async function labels(marked: string): Promise<readonly string[]> {
  return (await complete(marked)).entries.map(({ label }) => label);
}

describe('completion of actors', () => {
  it('offers who is called so behind @, most mentioned first', async () => {
    assert.deepEqual(await labels('Dann kam @Sch|'), ['Olaf Scholz', 'Gerhard Schröder']);
  });

  it('puts the actors of this paragraph first', async () => {
    assert.deepEqual(await labels('Schröder lacht. Dann kam @Sch|'), ['Gerhard Schröder', 'Olaf Scholz']);
    assert.deepEqual(await labels('Schröder lacht.\n\nDann kam @Sch|'), ['Olaf Scholz', 'Gerhard Schröder']);
  });

  it('replaces the trigger too: only the name stays', async () => {
    const [entry] = (await complete('Dann @Law| kam er.')).entries;
    assert.deepEqual(entry?.replace, { start: 5, end: 9 });
    assert.equal(entry.insertText, 'Sergej Lawrow');
  });

  it('keeps what was typed in the text that the editor filters by', async () => {
    for (const typed of ['Schr', 'schrö', 'Schroe', 'Gerhard S', 'Schröder']) {
      const { entries } = await complete(`@${typed}|`);
      const entry = entries.find(({ label }) => label === 'Gerhard Schröder') ?? assert.fail(typed);
      const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      assert.ok(folded(entry.filterText).startsWith(folded(`@${typed}`)), `${typed}: ${entry.filterText}`);
      assert.match(entry.filterText, /Gerhard Schröder/);
    }
  });

  it('keeps a slip, and asks again with the next letter', async () => {
    const { entries, isIncomplete } = await complete('@Lwarow|');
    assert.deepEqual(
      entries.map(({ label, filterText }) => [label, filterText.split(' ')[0]]),
      [['Sergej Lawrow', '@Lwarow']],
    );
    assert.equal(isIncomplete, true);
    assert.equal((await complete('@Law|')).isIncomplete, true);
  });

  it('offers the most mentioned behind a bare @, and asks again', async () => {
    const { entries, isIncomplete } = await complete('Dann @|');
    assert.equal(entries[0]?.label, 'Olaf Scholz');
    assert.equal(isIncomplete, true);
  });

  it('does not wait for the analysis of a text that has just been typed in', async () => {
    const { service } = await createTestCorpus(CORPUS);
    const before = draft('Schröder lacht. Dann |').document;
    await service.listDocumentSymbols(before);
    const { document, offset } = draft('Schröder lacht. Dann kam @Sch|', { version: before.version + 1 });
    const { entries } = await service.complete(document, offset);
    assert.deepEqual(
      entries.map(({ label }) => label),
      ['Gerhard Schröder', 'Olaf Scholz'],
    );
  });

  it('says what the entry is', async () => {
    const [entry] = (await complete('@Lawr|')).entries;
    assert.deepEqual([entry?.kind, entry?.detail], ['person', 'Person · 1 Passage in 1 Artikel']);
  });

  it('gives at most fifty and says when there are more', async () => {
    const names = Array.from(
      { length: 60 },
      (_, i) => `Hans${'abcdefghij'[Math.floor(i / 10)] ?? ''}${'abcdefghij'[i % 10] ?? ''}`,
    );
    const analyse = createDictionaryAnalysis(Object.fromEntries(names.map((name) => [`person:${name}`, [name]])));
    const store = createMemoryStore();
    await store.put(
      analyse({ id: 'a.txt' as never, text: names.join(' '), metadata: {}, contentStart: 0, layout: 'raw' }),
    );
    const facts = analyse({ id: 'draft' as never, text: '@Hans', metadata: {}, contentStart: 0, layout: 'raw' });
    const found = await completeAt({
      store,
      messages: getMessages('en'),
      wordsOf: listContentWords,
      facts,
      offset: 5,
      text: '@Hans',
    });
    assert.deepEqual([found.entries.length, found.isIncomplete], [50, true]);
  });
});

describe('completion of events', () => {
  it('offers events behind # and a letter, by any of their words', async () => {
    assert.deepEqual(await labels('Beim #Gesp|'), ['Gespräch, 2022-01-21']);
    assert.deepEqual(await labels('Beim #Blinken|'), ['Gespräch, 2022-01-21']);
    assert.deepEqual(await labels('Beim #Merkel|'), []);
  });

  it('shows its card on demand', async () => {
    const { service } = await createTestCorpus(CORPUS);
    const { document, offset } = draft('#Gesp|');
    const [entry] = (await service.complete(document, offset)).entries;
    const card = await service.resolveCompletion(entry?.id ?? assert.fail());
    assert.equal(card?.kind, 'event');
    assert.equal(card.passages[0]?.article.id, 'b.md');
    assert.equal(await service.resolveCompletion({ actor: 'person:nobody' as never }), undefined);
  });
});

describe('the trigger of completion', () => {
  function trigger(marked: string): string | undefined {
    const { document, offset } = draft(marked);
    const found = findCompletionTrigger(document.text, offset);
    return found && document.text.slice(found.span.start, found.span.end);
  }

  it('stands at the start of a line, behind a space, a bracket or a quotation mark', () => {
    for (const before of ['', 'Dann ', '(', '„', '»', '“', 'Zeile\n', '– '])
      assert.equal(trigger(`${before}@Sch| und`), '@Sch', before);
    assert.equal(trigger('Dann @Sergej Law|'), '@Sergej Law');
    assert.equal(trigger('Dann @Kim Jong-|'), '@Kim Jong-');
    assert.equal(trigger('Dann #|'), '#');
  });

  it('does not stand in addresses, links, headings, citations or numbers', () => {
    for (const marked of [
      'name@exa|mple.org',
      'https://example.org/@us|er',
      'https://example.org/#te|il',
      '[Text](#ank|er)',
      '# Über|schrift',
      '## Über|schrift',
      '#|',
      '  #|',
      '[@schl|üssel]',
      'Zeile #12|',
      'Nur Wor|te',
      '@Scholz\nneue Zei|le',
      '@Scholz  zwei Leer|zeichen',
      '@Scholz kam und dann ging er| fort',
    ])
      assert.equal(trigger(marked), undefined, marked);
  });
});
