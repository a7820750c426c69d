import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listMojibake, repairMojibake } from '../../../server/src/core/text/mojibake.js';

const western = new TextDecoder('windows-1252');
const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const misread = (text: string): string => western.decode(new TextEncoder().encode(text));

describe('listMojibake', () => {
  it('shows where, and what it was', () => {
    const text = 'FÃ¼r â€žEuropaâ€œ';
    assert.deepEqual(
      listMojibake(text).map(({ start, end, original }) => `${text.slice(start, end)} ${original}`),
      ['Ã¼ ü', 'â€ž „', 'â€œ “'],
    );
  });

  for (const [what, text] of Object.entries({
    German: 'Größe, Äpfel und Öl – „alles“ für 5 € …',
    'names of Central Europe': 'Für Wałęsa, Erdoğan und Vučić',
    Cyrillic: 'Für Сергей Лавров',
    'marks before the first letter': '\ufeffDer Anfang',
  })) {
    it(`repairs what was read wrongly once, twice, and as ISO-8859-1: ${what}`, () => {
      assert.equal(repairMojibake(misread(text)), text);
      assert.equal(repairMojibake(misread(misread(text))), text);
      assert.equal(repairMojibake(latin1(new TextEncoder().encode(text))), text);
    });
  }

  it('repairs Windows-1252 that was read as ISO-8859-1', () => {
    assert.equal(repairMojibake('\x84Ja\x93 \x96 sagte er'), '„Ja“ – sagte er');
  });

  it('leaves good text alone', () => {
    for (const text of [
      'Das „MENÜ“, der „Spaß“, das „Ä“ und die „Å“–Stelle',
      'SÃO PAULO, l’Âge d’or, l’Île, ESPAÑA',
      '§ 5 «Ñ» ½ Liter, 20 °C, ±3 €',
      'Сергей Лавров, Ελλάδα',
    ])
      assert.equal(repairMojibake(text), text);
  });

  it('never changes what German and Russian writers type', () => {
    const letters = fc.constantFrom(...Array.from('abcäöüßÄÖÜéèàçñ„“”‚‘’»«›‹–—… .,!?\u00a0€§абвгАБВ'));
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 80 }), (text) => {
        assert.equal(repairMojibake(text), text);
      }),
    );
  });
});
