import { strict as assert } from 'node:assert';
import type { ArticleId } from '../../../server/src/core/article/article.js';
import { eventKey } from '../../../server/src/core/events/identity.js';
import { listMarkedEvents } from '../../support/markedEvents.js';

// Pairs of texts that different outlets may print, and whether they tell one event. Articles are of 13 January 2022 and later.
const PAIRS: readonly (readonly [is: 'one' | 'two', first: string, second: string])[] = [
  [
    'one',
    '[Sherman] und [Rjabkow] haben am Montag in [Genf] verhandelt.',
    'Vertreter der [USA] und [Russlands] berieten am Montag.',
  ],
  [
    'one',
    '[Blinken] und [Lawrow] treffen sich am Freitag in [Genf].',
    'Am 14. Januar sprachen [Lawrow] und [Blinken] miteinander.',
  ],
  [
    'one',
    '[Russland] und die [USA] haben am Sonntag und Montag beraten.',
    'Am 10. Januar berieten die [USA] und [Russland] in [Genf].',
  ],
  [
    'one',
    'Im Dezember trafen sich [Putin] und [Xi] in [Peking].',
    'In [Peking] sprachen [Xi] und [Putin] im Dezember miteinander.',
  ],
  ['one', 'Am Freitag berät in [Wien] die [OSZE].', 'Die [OSZE] will am Freitag in [Wien] beraten.'],
  ['two', '[Putin] und [Xi] trafen sich am Montag.', '[Putin] und [Xi] trafen sich am Dienstag.'],
  ['two', '[Putin] und [Xi] trafen sich am Montag.', '[Putin] und [Macron] trafen sich am Montag.'],
  ['two', '[Putin] und [Xi] trafen sich am Montag.', '[Putin] und [Xi] unterzeichneten am Montag ein Abkommen.'],
  ['two', 'Im Dezember trafen sich [Putin] und [Xi].', 'Im Dezember trafen sich [Putin] und [Xi].'],
  ['two', '[Putin] traf [Xi].', '[Putin] traf [Xi].'],
  ['two', '[Putin] traf am Montag [Xi].', '[Putin] könnte am Montag [Xi] treffen.'],
];

describe('event keys', () => {
  for (const [is, first, second] of PAIRS) {
    it(`${is}: ${first} | ${second}`, () => {
      const keys = [keyOf(first, 'a.txt'), keyOf(second, 'b.txt')];
      assert.equal(new Set(keys).size, is === 'one' ? 1 : 2, keys.join(' '));
    });
  }

  it('joins German and English tellings', () => {
    const german = keyOf('[Blinken] und [Lawrow] haben sich am 7. Januar in [Genf] getroffen.', 'a.txt');
    const [english] = listMarkedEvents('[Blinken] and [Lavrov] met in [Geneva] on Friday.', { language: 'en' });
    assert.equal(english && eventKey(english, { id: 'b.txt' as ArticleId }), german);
  });

  it('of a vague event is its own in every article', () => {
    assert.match(keyOf('[Putin] traf [Xi].', 'a.txt'), /^a\.txt#0$/);
  });
});

function keyOf(marked: string, id: string): string {
  const [event] = listMarkedEvents(marked);
  assert.ok(event, marked);
  return eventKey(event, { id: id as ArticleId });
}
