import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BodySpan } from '../../../server/src/core/article/article.js';
import { makeFingerprint } from '../../../server/src/core/duplicates/fingerprint.js';
import { estimateContained, isSameText, listBands } from '../../../server/src/core/duplicates/sameText.js';
import { OTHERS, type Pair, REPRINTS } from '../../support/duplicateTexts.js';

function fingerprintOf(text: string, role: BodySpan['role'] = 'paragraph'): readonly number[] {
  return makeFingerprint(text, [{ start: 0, end: text.length, role }]);
}

function compare({ texts: [first, second] }: Pair): { same: boolean; found: boolean; contained: number } {
  const [a, b] = [fingerprintOf(first), fingerprintOf(second)];
  const bands = new Set(listBands(b));
  return {
    same: isSameText(a, b),
    found: listBands(a).some((band) => bands.has(band)),
    contained: estimateContained(a, b),
  };
}

describe('the same text', () => {
  for (const pair of REPRINTS)
    it(`is known again with ${pair.what}`, () => {
      const { same, found, contained } = compare(pair);
      assert.ok(same && found, `contained: ${contained.toFixed(2)}, found: ${String(found)}`);
    });

  it('is known again below another title', () => {
    const [first] = REPRINTS[0]?.texts ?? assert.fail();
    const titled = `Minister eilt zum Nachbarn\n${first}`;
    const end = titled.indexOf('\n');
    const print = makeFingerprint(titled, [
      { start: 0, end, role: 'title' },
      { start: end + 1, end: titled.length, role: 'paragraph' },
    ]);
    assert.deepEqual(print, fingerprintOf(first));
  });

  for (const pair of OTHERS)
    it(`is not found in ${pair.what}`, () => {
      const { same, contained } = compare(pair);
      assert.ok(!same, `contained: ${contained.toFixed(2)}`);
    });
});

describe('a fingerprint', () => {
  it('is empty for a text that is too short to compare', () => {
    assert.deepEqual(fingerprintOf('Ein kurzer Satz über nichts.'), []);
    assert.deepEqual(fingerprintOf(REPRINTS[0]?.texts[0] ?? '', 'title'), []);
  });

  it('is a list of unsigned 32-bit numbers, the same for the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const print = fingerprintOf(text);
        assert.ok(print.every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 32));
        assert.deepEqual(print, fingerprintOf(text));
        assert.equal(isSameText(print, print), print.length > 0);
      }),
    );
  });

  it('of a megabyte in one line takes well below a second', () => {
    const text = Array.from({ length: 170_000 }, (_, index) => `wort${String(index)}`).join(' ');
    const start = performance.now();
    assert.ok((fingerprintOf(text)[0] ?? 0) > 169_000);
    assert.ok(performance.now() - start < 1000);
  });
});
