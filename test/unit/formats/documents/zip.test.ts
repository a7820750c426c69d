import assert from 'node:assert/strict';
import { isUnreadable } from '../../../../server/src/formats/documents/extracted.js';
import { openZip } from '../../../../server/src/formats/documents/zip.js';
import { utf8 } from './support/show.js';
import { zip } from './support/writeDocuments.js';

const open = async (bytes: Uint8Array) => {
  const archive = await openZip(bytes);
  assert.ok(!isUnreadable(archive));
  return archive;
};
const reasonOf = (value: object) => (isUnreadable(value) ? value.reason : '');

describe('openZip', () => {
  it('reads entries by name', async () => {
    const archive = await open(zip({ 'a/ü.txt': 'Hallo', b: 'x'.repeat(100_000) }));
    assert.deepEqual(archive.read('a/ü.txt'), utf8('Hallo'));
    assert.deepEqual(archive.read('b'), utf8('x'.repeat(100_000)));
    assert.ok(archive.has('b') && !archive.has('../b'));
    assert.equal(reasonOf(archive.read('c')), 'its part c is missing');
  });

  it('stops at a bomb, whatever size it claims', async () => {
    const bytes = zip({ bomb: new Uint8Array(100_000_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const central = bytes.length - 22 - 46 - 4;
    assert.equal(view.getUint32(central, true), 0x02014b50);
    view.setUint32(central + 24, 10, true);
    assert.match(reasonOf((await open(bytes)).read('bomb')), /unpacks to more than 4\d MB/);
  });

  it('bounds what is read of one archive altogether', async () => {
    const random = Uint8Array.from({ length: 1_000_000 }, (_, i) => (i * i) >> 3);
    const large = new Uint8Array(60_000_000);
    for (let at = 0; at < large.length; at += 2_000_000) large.set(random, at);
    const archive = await open(zip({ large }));
    const reads = Array.from({ length: 5 }, () => reasonOf(archive.read('large')));
    assert.match(reads.join('|'), /^\|\|\|\|it unpacks to more than 16 MB$/);
  });

  it('takes broken archives for what they are', async () => {
    const good = zip({ a: 'Hallo, hallo, hallo, hallo' });
    const broken = (at: number, value: number) => {
      const bytes = good.slice();
      bytes[at < 0 ? bytes.length + at : at] = value;
      return bytes;
    };
    assert.equal(reasonOf(await openZip(utf8('x'))), 'the archive is broken or cut off');
    assert.equal(reasonOf(await openZip(broken(-69, 0))), 'the archive is broken');
    assert.equal(reasonOf((await open(broken(0, 0))).read('a')), 'the archive is broken');
    assert.equal(reasonOf((await open(broken(33, 0xff))).read('a')), 'the archive is broken');
    const encrypted = broken(-22 - 47 + 8, 1);
    assert.equal(reasonOf((await open(encrypted)).read('a')), 'it is encrypted');
    const [count, many] = [good.slice(), new DataView(new ArrayBuffer(2))];
    many.setUint16(0, 20_000, true);
    count.set(new Uint8Array(many.buffer), count.length - 12);
    assert.match(reasonOf(await openZip(count)), /more than 10000 entries/);
  });
});
