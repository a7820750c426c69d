import assert from 'node:assert/strict';
import { MAX_RANKED, rankPassages, type SentenceContext } from '../../../server/src/core/evidence/rankPassages.js';
import { findInterval } from '../../../server/src/core/events/timeInterval.js';
import type { ActorId } from '../../../server/src/core/facts.js';

const BLINKEN = 'person:blinken' as ActorId;
const PUTIN = 'person:putin' as ActorId;

function passage(
  text: string,
  actors: readonly ActorId[] = [],
  more: { date?: string; events?: readonly string[] } = {},
) {
  return { text, actors, events: more.events ?? [], article: more.date === undefined ? {} : { date: more.date } };
}

function sentence(text: string, more: Partial<SentenceContext> = {}): SentenceContext {
  return { text, actors: [], events: [], ...more };
}

function order(passages: readonly ReturnType<typeof passage>[], context: SentenceContext): readonly string[] {
  return rankPassages(passages, context).map((ranked) => ranked.passage.text);
}

describe('ranking passages for a sentence', () => {
  it('prefers the passage with the other actors of the sentence', () => {
    const passages = [passage('Er reiste ab.', [PUTIN]), passage('Sie sprachen lange.', [BLINKEN])];
    const [best] = rankPassages(passages, sentence('Am Freitag traf er Blinken.', { actors: [BLINKEN] }));
    assert.equal(best?.passage.text, 'Sie sprachen lange.');
    assert.deepEqual(best.fit.actors, [BLINKEN]);
  });

  it('weighs a rare actor more than one who is everywhere', () => {
    const passages = [passage('a', [PUTIN]), passage('b', [PUTIN]), passage('c', [PUTIN]), passage('d', [BLINKEN])];
    assert.equal(order(passages, sentence('', { actors: [PUTIN, BLINKEN] }))[0], 'd');
  });

  it('prefers shared words in whatever inflection, and leaves stop words out', () => {
    const passages = [
      passage('Und dann war er in der und die das.'),
      passage('Die schriftlichen Antworten kamen spät.'),
    ];
    const [best] = rankPassages(passages, sentence('Und in der Stadt war dann die schriftliche Antwort da.'));
    assert.deepEqual(best?.fit.words, ['schriftlich', 'antwort']);
  });

  it('puts the same event above everything else', () => {
    const told = passage('Kurz: Es fand statt.', [], { events: ['geneva'] });
    const wordy = passage('Blinken und die schriftliche Antwort', [BLINKEN], { date: '2022-01-21' });
    const context = sentence('Blinken versprach eine schriftliche Antwort.', {
      actors: [BLINKEN],
      events: ['geneva'],
      date: findInterval('2022-01-21') ?? assert.fail(),
    });
    assert.equal(order([wordy, told], context)[0], told.text);
  });

  it('prefers articles that were written soon after', () => {
    const passages = [
      passage('spät', [], { date: '2023-09-01' }),
      passage('undatiert'),
      passage('gleich', [], { date: '2022-01-22' }),
      passage('im selben Monat', [], { date: '2022-02-10' }),
    ];
    const context = sentence('Am 21. Januar.', { date: findInterval('2022-01-21') ?? assert.fail() });
    assert.deepEqual(order(passages, context).slice(0, 2), ['gleich', 'im selben Monat']);
  });

  it('keeps the order, newest first, when nothing else tells', () => {
    assert.deepEqual(order([passage('neu'), passage('alt')], sentence('Nichts davon.')), ['neu', 'alt']);
    assert.deepEqual(order([], sentence('Nichts.')), []);
  });

  it('looks at the newest candidates only', () => {
    const passages = [...Array.from({ length: MAX_RANKED }, () => passage('neu')), passage('Antwort')];
    assert.ok(!order(passages, sentence('Die Antwort')).includes('Antwort'));
  });
});
