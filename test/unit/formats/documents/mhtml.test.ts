import assert from 'node:assert/strict';
import { findArchivedPage } from '../../../../server/src/formats/documents/mhtml.js';
import { latin1, utf8 } from './support/show.js';

const find = (lines: readonly string[]) => findArchivedPage(latin1(lines.join('\r\n')), { path: 'a.mhtml' });
const head = ['From: <Saved by Blink>', 'Snapshot-Content-Location: https://example.org/a', 'MIME-Version: 1.0'];

describe('findArchivedPage', () => {
  it('gives the page in UTF-8 with its address, without frames and pictures', async () => {
    const page = await find([
      ...head,
      'Content-Type: multipart/related; type="text/html"; boundary="--B--"',
      '',
      '',
      '----B--',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '----B--',
      'Content-Type: text/html; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://example.org/b',
      '',
      '<p>Gr=FC=DFe aus =',
      'Genf</p>',
      '----B--',
      'Content-Type: text/html',
      '',
      '<p>Werbung',
      '----B----',
      '',
    ]);
    assert.ok('html' in page);
    assert.equal(new TextDecoder().decode(page.html).trim(), '<p>Grüße aus Genf</p>');
    assert.equal(page.url, 'https://example.org/a');
  });

  it('reads an archive of a single part', async () => {
    const page = await find([
      ...head,
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      btoa('<p>Hallo</p>'),
    ]);
    assert.ok('html' in page);
    assert.deepEqual(page.html, utf8('<p>Hallo</p>'));
  });

  it('says when there is no page', async () => {
    for (const lines of [['x'], [...head, 'Content-Type: multipart/related; boundary=b', '', '--b']]) {
      const problem = await find(lines);
      assert.ok('message' in problem);
      assert.equal(problem.message, 'cannot be read: the web archive holds no page');
      assert.equal(problem.code, 'unreadable-file');
    }
  });
});
