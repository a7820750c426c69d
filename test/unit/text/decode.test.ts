import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../../server/src/core/text/decode.js';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));

describe('decode', () => {
  it('reads UTF-8 with and without byte order mark', () => {
    assert.equal(decode(bytes('Außenminister')).text, 'Außenminister');
    assert.equal(decode(bytes([0xef, 0xbb, 0xbf], 'Genf')).text, 'Genf');
  });

  it('reads UTF-16 by its byte order mark', () => {
    assert.equal(decode(bytes([0xff, 0xfe], [...Buffer.from('Köln', 'utf16le')])).text, 'Köln');
    assert.equal(decode(bytes([0xfe, 0xff, 0x00, 0x4b, 0x00, 0xf6])).text, 'Kö');
  });

  it('reads Windows-1252 where the bytes are no UTF-8', () => {
    assert.deepEqual(decode(bytes([0x84], 'Gespr', [0xe4], 'che', [0x93])), {
      text: '„Gespräche“',
      encoding: 'windows-1252',
    });
  });

  it('keeps UTF-8 that holds a replacement character of its own', () => {
    assert.equal(decode(bytes('kaputt: \ufffd')).text, 'kaputt: \ufffd');
  });

  it('takes bytes with NULs or full of control characters for no text', () => {
    assert.equal(decode(bytes([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00])).text, undefined);
    assert.equal(decode(Uint8Array.from({ length: 300 }, (_, i) => (i * 37) % 255 || 1)).text, undefined);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (input) => {
        const { text } = decode(input);
        assert.ok(text === undefined || typeof text === 'string');
      }),
    );
  });
});
