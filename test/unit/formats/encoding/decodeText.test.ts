import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText } from '../../../../server/src/formats/encoding/decodeText.js';
import { encode } from '../../../support/encode.js';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));

const GERMAN = [
  'Köln',
  'für',
  'Größe',
  'Straße',
  'ÄÖÜ',
  'Café in Zürich',
  'Der Außenminister spricht am Montag über die Lage.',
  'Müller sagte, man müsse jetzt über Äpfel reden.\nDas fällt vielen schwer.',
];
const TYPESET = ['„Köln“ – eine Stadt', 'Preis: 5 € – für alle', 'Ein „Ja“ … oder nicht?'];
const RUSSIAN = [
  'Мир',
  'Москва',
  'Сергей Лавров',
  'Глава МИД России Сергей Лавров заявил в среду, что переговоры продолжатся.',
  'Путин провел переговоры с Си Цзиньпином в Москве',
  'Sergej Lawrow (Сергей Лавров), Minister',
  'TASS meldet: Глава МИД заявил о переговорах. Mehr dazu im Laufe des Tages, wie die Agentur mitteilt.',
];
const TABLE: readonly (readonly [encoding: string, texts: readonly string[]])[] = [
  ['utf-8', [...GERMAN, ...TYPESET, ...RUSSIAN, 'é', '€', '日本', 'plain']],
  ['windows-1252', [...GERMAN, ...TYPESET]],
  ['iso-8859-15', ['Der Preis stieg auf 5 €, für alle.', 'Die Œuvre-Liste: œuvre, Škoda']],
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN],
  ['utf-16le', [...GERMAN, ...TYPESET, ...RUSSIAN.filter((text) => text.includes(' '))]],
  ['utf-16be', [...GERMAN, ...TYPESET, ...RUSSIAN.filter((text) => text.includes(' '))]],
];

describe('decodeText', () => {
  for (const [encoding, texts] of TABLE) {
    for (const text of texts) {
      it(`reads ${encoding}: ${text.slice(0, 40)}`, async () => {
        assert.deepEqual(await decodeText(encode(encoding, text)), { text, encoding });
      });
    }
  }

  it('reads ISO-8859-1 as what it is part of, also when German is long', async () => {
    const text = 'Die Länder könnten für größere Äcker Übergangsfristen wählen. '.repeat(400);
    assert.deepEqual(await decodeText(encode('windows-1252', text)), { text, encoding: 'windows-1252' });
  });

  it('finds what tells the encoding behind a long stretch of ASCII', async () => {
    const text = `${'plain words in a line\n'.repeat(5_000)}Сергей Лавров\n`;
    assert.equal((await decodeText(encode('koi8-r', text))).text, text);
  });

  it('leaves byte order marks out', async () => {
    assert.equal((await decodeText(bytes([0xef, 0xbb, 0xbf], 'Genf'))).text, 'Genf');
    assert.equal((await decodeText(bytes([0xff, 0xfe], [...encode('utf-16le', 'Köln')]))).text, 'Köln');
    assert.equal((await decodeText(bytes([0xfe, 0xff], [...encode('utf-16be', 'Köln')]))).text, 'Köln');
  });

  it('keeps UTF-8 with a replacement character of its own, and with single broken bytes', async () => {
    assert.equal((await decodeText(bytes('kaputt: \ufffd'))).text, 'kaputt: \ufffd');
    const text = 'Größe, Öl, Äpfel, Übung, Maß ';
    assert.deepEqual(await decodeText(bytes(text, [0xff])), { text: `${text}\ufffd`, encoding: 'utf-8' });
  });

  it('believes a declaration only where the bytes are no UTF-8', async () => {
    const polish = encode('iso-8859-2', 'Wałęsa');
    assert.equal((await decodeText(polish, 'ISO-8859-2')).text, 'Wałęsa');
    assert.equal((await decodeText(bytes('Wałęsa'), 'ISO-8859-2')).text, 'Wałęsa');
    assert.equal((await decodeText(bytes('K', [0xf6], 'ln'), 'klingon')).text, 'Köln');
    assert.equal((await decodeText(bytes('K', [0xf6], 'ln'), 'utf-8')).text, 'Köln');
  });

  it('takes bytes with zeros here and there, or full of control characters, for no text', async () => {
    assert.equal((await decodeText(bytes([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]))).text, undefined);
    assert.equal((await decodeText(bytes([0x89, 0x50, 0x4e, 0x47, 0x00, 0x01]))).text, undefined);
    const noise = Uint8Array.from({ length: 300 }, (_, i) => (i * 37) % 255 || 1);
    assert.equal((await decodeText(noise)).text, undefined);
  });

  it('never mistakes valid UTF-8', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((value) => !/[\0\ufeff]/.test(value));
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        assert.deepEqual(await decodeText(encode('utf-8', value)), { text: value, encoding: 'utf-8' });
      }),
    );
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string()), async (input, declared) => {
        const { text } = await decodeText(input, declared ?? undefined);
        assert.ok(text === undefined || typeof text === 'string');
      }),
    );
  });
});
