import assert from 'node:assert/strict';
import type { Card } from '../../../server/src/service/answers.js';
import { article, createTestCorpus, draft } from '../../support/corpus.js';

const GENEVA = article(
  { date: '2022-01-22', source: 'Donauwarte' },
  'Am 2022-01-21 führten Sergej Lawrow und Antony Blinken ein Gespräch.\n\nLawrow verlangte eine schriftliche Antwort.',
);
const TOKYO = article({ date: '2017-03-21', source: 'Bote' }, 'Sergej Lawrow klagte in Tokio über Raketen.');
const KIMS = article(
  { date: '2019-04-26' },
  'Kim Jong-un kam mit dem Zug zu Wladimir Putin.\n\nKim Yo-jong saß dabei.\n\nKim Jong-un trank mit Putin Tee.',
);
const SISTER = article({ date: '2020-06-01' }, 'Kim Yo-jong droht. Kim spricht für den Bruder.');
const CORPUS = { 'genf.md': GENEVA, 'tokio.md': TOKYO, 'kims.md': KIMS, 'schwester.md': SISTER };

async function hover(marked: string): Promise<Card | undefined> {
  const { service } = await createTestCorpus(CORPUS);
  const { document, offset } = draft(marked);
  return service.findCard(document, offset);
}

async function hoverName(marked: string): Promise<Extract<Card, { kind: 'actor' }>> {
  const card = await hover(marked);
  return card?.kind === 'actor' ? card : assert.fail(`a card of an actor for ${marked}`);
}

describe('hovering a name', () => {
  it('shows who it is, with the passages that fit the sentence first', async () => {
    const card = await hoverName('In Tokio sprach La|wrow von Raketen.');
    const [candidate] = card.candidates;
    assert.equal(candidate?.actor.name, 'Sergej Lawrow');
    assert.equal(candidate.passages[0]?.text, 'Sergej Lawrow klagte in Tokio über Raketen.');
    assert.equal(candidate.passages.length, 3);
  });

  it('takes the other actors of the sentence for a hint', async () => {
    const card = await hoverName('Blinken traf La|wrow.');
    assert.match(card.candidates[0]?.passages[0]?.text ?? '', /Antony Blinken/);
  });

  it('is about the name and nothing else', async () => {
    const { span, surface } = await hoverName('Dann kam Lawrow|.');
    assert.deepEqual([span, surface], [{ start: 9, end: 15 }, 'Lawrow']);
  });

  it('shows all who bear it, likeliest first, with the reason', async () => {
    const card = await hoverName('Wer ist gemeint, wenn K|im schweigt?');
    assert.deepEqual(
      card.candidates.map(({ actor, reason }) => [actor.name, reason]),
      [['Kim Yo-jong', '2 Passagen']],
      'only she is called so',
    );
  });

  it('takes the one whom this text names in full first', async () => {
    const { service, folder } = await createTestCorpus(CORPUS);
    folder.write('er.md', article({}, 'Kim Jong-un reist. Kim winkt.'));
    await service.refresh(['er.md']);
    const ask = async (marked: string) => {
      const { document, offset } = draft(marked);
      const card = await service.findCard(document, offset);
      return card?.kind === 'actor' ? card.candidates.map(({ actor, reason }) => [actor.name, reason]) : [];
    };
    assert.deepEqual(await ask('Kim Yo-jong rief an. Dann schwieg K|im.'), [
      ['Kim Yo-jong', 'in diesem Text mit vollem Namen genannt'],
      ['Kim Jong-un', '3 Passagen'],
    ]);
    assert.deepEqual(await ask('Neben Putin stand K|im.'), [
      ['Kim Jong-un', 'mit Wladimir Putin in 2 Passagen'],
      ['Kim Yo-jong', '2 Passagen'],
    ]);
  });

  it('finds names that only the corpus knows', async () => {
    const card = await hoverName('Die Rede von SERGEJ LA|WROW war lang.');
    assert.equal(card.surface, 'SERGEJ LAWROW');
    assert.equal(card.candidates[0]?.actor.name, 'Sergej Lawrow');
  });

  it('shows nothing where there is no name', async () => {
    assert.equal(await hover('Die Re|de war lang.'), undefined);
    assert.equal(await hover('|'), undefined);
    assert.equal(await hover('Niemand nennt Mer|kel.'), undefined);
  });

  it('says so when the corpus is still being read', async () => {
    const { service } = await createTestCorpus(CORPUS, { isIndexed: false });
    let asked: Promise<Card | undefined> | undefined;
    const { document, offset } = draft('La|wrow');
    await service.index({
      onProgress: ({ done }) => {
        if (done === 3) asked ??= service.findCard(document, offset);
      },
    });
    const card = await asked;
    const { done, total } = (card?.kind === 'actor' && card.indexing) || assert.fail();
    assert.ok(done < total && total === 4);
  });
});

describe('hovering in an article', () => {
  it('shows other passages than the one under the caret, and what the editor holds wins', async () => {
    const { service } = await createTestCorpus(CORPUS);
    const text = `Ein neuer Anfang.\n\n${TOKYO.slice(TOKYO.indexOf('Sergej'))}`;
    const { document } = draft(text, { articlePath: 'tokio.md', key: 'file:///tokio.md' });
    const card = await service.findCard(document, text.indexOf('Lawrow'));
    assert.equal(card?.kind, 'actor');
    assert.deepEqual(card.span, { start: 19, end: 32 });
    assert.ok(card.candidates[0]?.passages.every(({ article: { id } }) => id === 'genf.md'));
  });
});

describe('hovering an event', () => {
  it('shows the event of the corpus that the sentence tells of', async () => {
    const card = await hover('Das Ge|spräch von Lawrow und Blinken am 2022-01-21 war kurz.');
    assert.equal(card?.kind, 'event');
    assert.equal(card.event.label, 'Gespräch, 2022-01-21');
    assert.equal(card.passages[0]?.article.id, 'genf.md');
  });

  it('does not take another day, other people or another kind of event for it', async () => {
    assert.equal(await hover('Das Ge|spräch von Lawrow und Blinken am 2023-05-05 war kurz.'), undefined);
    assert.equal(await hover('Das Ge|spräch von Schröder und Scholz war kurz.'), undefined);
    assert.equal(await hover('Das Ma|növer von Lawrow und Blinken am 2022-01-21 war kurz.'), undefined);
  });
});

describe('hovering a date', () => {
  it('shows what it is taken to mean', async () => {
    const card = await hover('Es war der 2022-0|1-21.');
    assert.equal(card?.kind, 'date');
    assert.deepEqual(card.value, { from: '2022-01-21', to: '2022-01-21', granularity: 'day' });
  });
});
