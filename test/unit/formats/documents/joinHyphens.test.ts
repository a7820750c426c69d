import assert from 'node:assert/strict';
import { joinLines, listHyphenatedWords } from '../../../../server/src/formats/documents/pdf/joinHyphens.js';

describe('joinLines', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Bundesregie-/rung', 'Bundesregierung'],
    ['Bundes\u00ad/regierung', 'Bundesregierung'],
    ['Regie‐/rung', 'Regierung'],
    ['Berlin-/Brandenburg', 'Berlin-Brandenburg'],
    ['Außen-/und Innenpolitik', 'Außen- und Innenpolitik'],
    ['Undank-/undenkbar', 'Undankundenkbar'],
    ['von 2017-/2018', 'von 2017-2018'],
    ['von 2017–/2018', 'von 2017–2018'],
    ['er kam –/sah', 'er kam – sah'],
    ['deutsch-/russisch', 'deutsch-russisch'],
    ['deutsch-/polnisch', 'deutschpolnisch'],
    ['eins/zwei', 'eins zwei'],
    ['/eins/', 'eins '],
  ];
  const hyphenated = listHyphenatedWords(['Das Deutsch-Russische und deutsch-russisch.']);
  for (const [lines, text] of cases) {
    it(`${lines} → ${text}`, () => {
      assert.equal(joinLines(lines.split('/'), hyphenated).trim(), text.trim());
    });
  }
});
