import assert from 'node:assert/strict';
import { decodeHtml } from '../../../../server/src/formats/html/decodeHtml.js';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));
const utf8 = (text: string): readonly number[] => [...Buffer.from(text)];

describe('decodeHtml', () => {
  it('goes by the byte order mark', () => {
    assert.equal(decodeHtml(bytes([0xef, 0xbb, 0xbf], utf8('Köln'))), 'Köln');
    assert.equal(decodeHtml(bytes([0xff, 0xfe], [...Buffer.from('Köln', 'utf16le')])), 'Köln');
  });

  it('goes by the declaration of the page, old and new, also behind a long comment', () => {
    const cyrillic = [0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0];
    for (const declaration of [
      '<meta charset=windows-1251>',
      '<META content="text/html; charset=windows-1251" http-equiv="Content-Type">',
      '<?xml version="1.0" encoding="windows-1251"?>',
    ]) {
      assert.ok(decodeHtml(bytes(declaration, cyrillic))?.endsWith('Москва'), declaration);
    }
    assert.ok(
      decodeHtml(
        bytes(`<!--${' '.repeat(3000)}--><meta charset="koi8-r">`, [0xed, 0xcf, 0xd3, 0xcb, 0xd7, 0xc1]),
      )?.endsWith('Москва'),
    );
    assert.ok(decodeHtml(bytes('<meta charset="iso-8859-15">', [0xa4]))?.endsWith('€'));
  });

  it('reads ISO-8859-1 as browsers do, and pages without a declaration as Windows-1252', () => {
    assert.equal(
      decodeHtml(bytes('<meta charset="iso-8859-1">', [0x84], 'Gespr', [0xe4], 'che', [0x93])),
      '<meta charset="iso-8859-1">„Gespräche“',
    );
    assert.equal(decodeHtml(bytes('<p>Gespr', [0xe4], 'che')), '<p>Gespräche');
  });

  it('believes the bytes when the page was saved again as UTF-8', () => {
    assert.ok(decodeHtml(bytes('<meta charset="iso-8859-1">', utf8('„Gespräche“')))?.endsWith('„Gespräche“'));
  });

  it('does not give up UTF-8 for a single broken byte', () => {
    assert.equal(
      decodeHtml(bytes(utf8('<p>Größe, Öl, Äpfel, Übung, Maß'), [0xff])),
      '<p>Größe, Öl, Äpfel, Übung, Maß\ufffd',
    );
  });

  it('takes an unknown encoding for Windows-1252, and binary data for no text', () => {
    assert.ok(decodeHtml(bytes('<meta charset="klingon">', [0xe4]))?.endsWith('ä'));
    assert.equal(decodeHtml(bytes([0x89, 0x50, 0x4e, 0x47, 0x00, 0x01])), undefined);
  });
});
