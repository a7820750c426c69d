import assert from 'node:assert/strict';
import { decodeMarkup } from '../../../../server/src/formats/encoding/decodeMarkup.js';
import { encode } from '../../../support/encode.js';

describe('decodeMarkup', () => {
  it('goes by the declaration of the page or document, also behind a long comment', async () => {
    for (const declaration of [
      '<meta charset=windows-1251>',
      '<META content="text/html; charset=windows-1251" http-equiv="Content-Type">',
      '<?xml version="1.0" encoding="windows-1251"?>',
      `<!--${' '.repeat(3000)}--><meta charset="windows-1251">`,
    ]) {
      assert.equal(await decodeMarkup(encode('windows-1251', `${declaration}Ми`)), `${declaration}Ми`);
    }
    assert.ok((await decodeMarkup(encode('iso-8859-15', '<meta charset="iso-8859-15">Œ')))?.endsWith('Œ'));
  });

  it('reads ISO-8859-1 as browsers do, and guesses where nothing is declared', async () => {
    const page = '<meta charset="iso-8859-1">„Gespräche“';
    assert.equal(await decodeMarkup(encode('windows-1252', page)), page);
    assert.equal(await decodeMarkup(encode('windows-1252', '<p>Gespräche')), '<p>Gespräche');
    assert.equal(await decodeMarkup(encode('koi8-r', '<p>Сергей Лавров')), '<p>Сергей Лавров');
  });

  it('believes the bytes when the page was saved again as UTF-8', async () => {
    const page = '<meta charset="iso-8859-1">„Gespräche“';
    assert.equal(await decodeMarkup(encode('utf-8', page)), page);
  });

  it('takes an unknown encoding for none, and binary data for no text', async () => {
    assert.ok((await decodeMarkup(encode('windows-1252', '<meta charset="klingon">ä')))?.endsWith('ä'));
    assert.equal(await decodeMarkup(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x00, 0x01)), undefined);
  });
});
