import assert from 'node:assert/strict';
import { hoverAt, openFile } from './support/draft.js';
import { waitForCorpus } from './support/fundstelle.js';

const DRAFT = 'drafts/analyse-gipfel.md';

describe('hover in a draft', () => {
  before(waitForCorpus);

  it('shows who a name is, with three quoted passages that can be opened', async () => {
    const card = await hoverAt(
      await openFile(DRAFT),
      'Gespräche der letzten Jahre hintereinander liest, der sieht immer dieselben Männer in wechselnden Sälen. Law|row',
    );
    assert.match(card, /\*\*Sergej Lawrow\*\*/);
    const sources = card.match(/^> .*\]\(file:\/\/\/[^)]*\/articles\/[^)]*#L\d+/gm);
    assert.equal(sources?.length, 3, card);
  });

  it('puts the passage first that fits the sentence', async () => {
    const card = await hoverAt(await openFile(DRAFT), '21. Januar 2022 traf Law|row in Genf Blinken');
    const [first = ''] = card.split('\n').filter((line) => line.startsWith('> '));
    assert.match(first, /Blinken/);
  });

  it('shows all actors that a surname fits', async () => {
    const card = await hoverAt(await openFile(DRAFT), 'K|im kam mit dem Zug');
    for (const name of ['Kim Jong-un', 'Kim Jong-il']) assert.ok(card.includes(name), name);
  });

  it('resolves a date', async () => {
    const card = await hoverAt(await openFile(DRAFT), 'Am 21. Jan|uar 2022 traf');
    assert.match(card, /21 January 2022/);
  });

  it('shows nothing on a word that names nobody', async () => {
    assert.equal(await hoverAt(await openFile(DRAFT), 'Männer in wechselnden S|älen'), '');
  });

  it('shows the same card in an article', async () => {
    const card = await hoverAt(await openFile('articles/agentur-nordlicht/2023-02-22-wang-yi-moskau.txt'), 'Law|row');
    assert.match(card, /\*\*Sergej Lawrow\*\*/);
  });
});

describe('text of an article', () => {
  before(waitForCorpus);

  it('stays text: no link, image or HTML of its own', async () => {
    const card = await hoverAt(await openFile('drafts/hostile.md'), 'Toomas Hinter|wald');
    assert.match(card, /workbench/, 'the hostile passage is quoted');
    assert.doesNotMatch(card, /(?<!\\)\]\(command:workbench/);
    assert.doesNotMatch(card, /(?<!\\)<(img|a) /);
    assert.doesNotMatch(card, /(?<!\\)!\[/);
  });
});
