import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../server/src/core/text/fold.js';

describe('fold', () => {
  it('leaves case, diacritics, hyphens, apostrophes and soft hyphens out', () => {
    assert.equal(fold('Pjöngjang'), 'pjongjang');
    assert.equal(fold('  Nato-Russland–Rat\n2 '), 'nato russland rat 2');
    assert.equal(fold('O’Brien’s Straße, Ver\u00adtrag'), 'obriens strasse, vertrag');
    assert.equal(fold('Łódź, Erdoğan, Çelik, İstanbul'), 'łodz, erdogan, celik, istanbul');
    assert.equal(fold('u\u0308ber'), 'uber');
    assert.equal(fold('Лавров–Путин'), 'лавров путин');
  });

  it('gives the same for all ways to write a text, and again for what it gave', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from("aZäÖßé\u00ad-– \n\u00a0'’.Łİ„“П\u0301ǅ")),
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, (value) => {
        const folded = fold(value);
        assert.equal(fold(value.normalize('NFD')), folded);
        // A letter without a Latin look-up takes the long way, which must give the same.
        assert.equal(fold(`${value} Я`), `${folded} я`.trimStart());
        assert.equal(fold(folded), folded);
      }),
    );
  });
});
