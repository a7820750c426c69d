import assert from 'node:assert/strict';
import { tokenise } from '../../../server/src/core/text/tokens.js';

describe('tokenise', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['US-Außenminister Blinken', 'US - Außenminister Blinken'],
    ['Kim Jong-un', 'Kim Jong - un'],
    ['am 13.01.2022 um 14:30 Uhr', 'am 13.01.2022 um 14:30 Uhr'],
    ['20.000 Soldaten, 1,5 Prozent.', '20.000 Soldaten , 1,5 Prozent .'],
    ['O’Brien und Putins „Nein“', 'O’Brien und Putins „ Nein “'],
    ['in\u00a0der Ukraine', 'in der Ukraine'],
    ['2+2-Format', '2 + 2 - Format'],
    ['Заголовок und 習近平', 'Заголовок und 習近平'],
    ['Minister\u00adpräsident', 'Minister\u00adpräsident'],
  ];
  for (const [text, expected] of cases) {
    it(`splits ${JSON.stringify(text)}`, () => {
      assert.equal(
        tokenise(text)
          .map((token) => token.text)
          .join(' '),
        expected,
      );
    });
  }

  it('gives offsets of the whole text for a part of it', () => {
    const text = 'Vorspann. Lawrow sprach.';
    const tokens = tokenise(text, { start: 10, end: 24 });
    assert.deepEqual(
      tokens.map(({ start, end }) => text.slice(start, end)),
      ['Lawrow', 'sprach', '.'],
    );
  });

  it('tells which tokens white space precedes', () => {
    assert.deepEqual(
      tokenise('US-Präsident Biden').map((token) => token.spaced),
      [true, false, false, true],
    );
  });
});
