import assert from 'node:assert/strict';
import { splitSentences } from '../../../server/src/core/text/sentences.js';
import { tokenise } from '../../../server/src/core/text/tokens.js';

// One case a line; „|" marks where a sentence ends.
const CASES = `
Er kam am 13. Januar nach Genf.|Sie blieb.
Im 19. Jahrhundert war das anders.|Heute nicht.
Das gilt bis 2024.|Danach endet der Vertrag.
Der 3. Gipfel scheiterte.|Der 4. auch.
Dr. Lena Osk sprach z. B. über Tokio.|Niemand fragte nach.
J. Biden traf W. Putin.|Das war am 16. Juni 2021.
„Was nun?“, fragte der Portier.|Niemand antwortete.
„Wir bleiben.“|Das sagte der Sprecher.
"Nein."|Das war alles.
Er sagte: „Wir gehen!“|Dann ging er.
Rund 200 Mrd. Dollar flossen.|Das war viel.
Gibt es ein Treffen?|Ja!|Nein …|Vielleicht.
Um 14.30 Uhr begann die Sitzung.|Um 16 Uhr endete sie.
Mr. Lavrov met Mrs. Okafor on Jan. 10 in Geneva.|They talked.
Am 24. Februar begann der Krieg.|20 000 Menschen flohen.
`;

describe('splitSentences', () => {
  for (const line of CASES.trim().split('\n')) {
    it(line, () => {
      const text = line.replaceAll('|', ' ');
      const sentences = splitSentences(tokenise(text)).map(({ start, end }) => text.slice(start, end));
      assert.deepEqual(sentences, line.split('|'));
    });
  }

  it('puts every token into exactly one sentence', () => {
    const tokens = tokenise('Er kam. Wir gehen! Schluss');
    const sentences = splitSentences(tokens);
    assert.deepEqual(
      sentences.map(({ firstToken, endToken }) => [firstToken, endToken]),
      [
        [0, 3],
        [3, 6],
        [6, 7],
      ],
    );
  });

  it('takes time linear in the length, also without any sentence end', () => {
    const tokens = tokenise('wort '.repeat(200_000));
    assert.equal(splitSentences(tokens).length, 1);
  });
});
