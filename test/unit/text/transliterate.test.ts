import assert from 'node:assert/strict';
import { fold } from '../../../server/src/core/text/fold.js';
import { toSkeleton } from '../../../server/src/core/text/transliterate.js';

describe('fold', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Pjöngjang', 'pjongjang'],
    ['Nato-Russland-Rat', 'nato russland rat'],
    ['Weißes  Haus', 'weisses haus'],
    ['El\u00a0País', 'el pais'],
    ['Recep Tayyip Erdoğan', 'recep tayyip erdogan'],
    ['NATO', 'nato'],
  ];
  for (const [text, folded] of cases) {
    it(`${text} → ${folded}`, () => {
      assert.equal(fold(text), folded);
    });
  }
});

describe('toSkeleton', () => {
  const same: readonly (readonly string[])[] = [
    ['Nikolai Patruschew', 'Nikolai Patrushev', 'Nikolaj Patruschew', 'Nikolay Patrushev'],
    ['Sergej Lawrow', 'Sergei Lavrov', 'Sergey Lavrov', 'Sergei Lawrow'],
    ['Sergej Schoigu', 'Sergei Shoigu', 'Sergey Shoygu'],
    ['Dmitri Medwedew', 'Dmitrij Medwedew', 'Dmitry Medvedev'],
    ['Michail Chodorkowski', 'Mikhail Khodorkovsky'],
  ];
  for (const spellings of same) {
    it(`joins ${spellings.join(' = ')}`, () => {
      assert.equal(new Set(spellings.map(toSkeleton)).size, 1, spellings.map(toSkeleton).join(' / '));
    });
  }

  it('keeps different names apart', () => {
    const names = [
      'Lawrow',
      'Lawrowa',
      'Putin',
      'Puschkin',
      'Peskow',
      'Patruschew',
      'Kim',
      'Chin',
      'Müller',
      'Moeller',
    ];
    assert.equal(new Set(names.map(toSkeleton)).size, names.length);
  });
});
