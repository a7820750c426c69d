import assert from 'node:assert/strict';
import { readEml } from '../../../../server/src/formats/documents/eml.js';
import { latin1, show, showProblems, utf8 } from './support/show.js';

const read = async (mail: string | Uint8Array) => {
  const bytes = typeof mail === 'string' ? utf8(mail.replaceAll('\n', '\r\n')) : mail;
  return (await readEml(bytes, { path: 'a.eml' }))[0];
};

describe('readEml', () => {
  it('reads subject, sender, the sender’s day and hard-wrapped text', async () => {
    const article = await read(`From: =?utf-8?Q?Ada_M=C3=BCller?= <ada@example.org>
Subject: =?iso-8859-1?Q?Gespr=E4che?= in Genf
Date: Thu, 13 Jan 2022 23:30:00 -0500
Content-Type: text/plain; charset=utf-8

Der Minister reiste am Mittwoch nach Genf, wo seit dem Morgen über
den Vertrag verhandelt wird.

Zweiter Absatz.
`);
    assert.deepEqual(article?.metadata, { title: 'Gespräche in Genf', date: '2022-01-13', authors: ['Ada Müller'] });
    assert.deepEqual(show(article), [
      '# Gespräche in Genf',
      'Der Minister reiste am Mittwoch nach Genf, wo seit dem Morgen über den Vertrag verhandelt wird.',
      'Zweiter Absatz.',
    ]);
  });

  it('reads the HTML where the plain text is only a hint, in the encoding of its part', async () => {
    const article = await read(
      latin1(
        [
          'From: a@example.org',
          'Subject: Brief',
          'Content-Type: multipart/alternative; boundary=b',
          '',
          '--b',
          '',
          'Nur HTML.',
          '--b',
          'Content-Type: text/html; charset=windows-1252',
          'Content-Transfer-Encoding: quoted-printable',
          '',
          '<p>Gr=FC=DFe aus Genf, wo seit dem Morgen verhandelt wird =96 ohne Ergebnis.</p><h2>Ende</h2>',
          '--b--',
          '',
        ].join('\r\n'),
      ),
    );
    assert.deepEqual(show(article), [
      '# Brief',
      'Grüße aus Genf, wo seit dem Morgen verhandelt wird – ohne Ergebnis.',
      '## Ende',
    ]);
    assert.deepEqual(article?.metadata.authors, ['a@example.org']);
  });

  it('finds out the encoding of parts that do not say theirs', async () => {
    const mail = (text: string) => latin1(`From: a@example.org\r\nSubject: Brief\r\n\r\n${text}`);
    const readText = async (bytes: Uint8Array) => show((await read(bytes)) ?? assert.fail()).slice(1);
    assert.deepEqual(await readText(mail('Gr\xfc\xdfe aus \x84Genf\x93')), ['Grüße aus „Genf“']);
    assert.deepEqual(await readText(utf8('Subject: Brief\r\n\r\nGrüße aus „Genf“')), ['Grüße aus „Genf“']);
    const page = [
      'Subject: Brief',
      'Content-Type: text/html;',
      ' format=flowed',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<meta charset=3D"koi8-r"><p>=ED=CF=D3=CB=D7=C1',
    ];
    assert.deepEqual(await readText(latin1(page.join('\r\n'))), ['Москва']);
  });

  it('lists attachments without reading them', async () => {
    const article = await read(`Subject: Anlage
Content-Type: multipart/mixed; boundary=b

--b

Siehe Anlage.
--b
Content-Type: application/pdf; name="a.pdf"
Content-Disposition: attachment; filename="a.pdf"
Content-Transfer-Encoding: base64

JVBERi0xLjcK
--b--
`);
    assert.deepEqual(show(article), ['# Anlage', 'Siehe Anlage.']);
    assert.deepEqual(showProblems(article), [
      'information attachments-not-read: has attachments that are not read: a.pdf (1 kB)',
    ]);
  });

  it('finds the text in parts of parts, whatever their boundaries', async () => {
    const article = await read(`Subject: Teile
Content-Type: multipart/mixed;
	boundary="b"

Vorrede, die niemand zeigt.
--b
Content-Type: multipart/alternative; boundary=b-b

--b-b
Content-Type: text/plain

Der Text.
--b-b
Content-Type: text/html

<p>Der Text.</p>
--b-b--
--b
Content-Type: image/png; name*=utf-8''Gru%C3%9F.png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--b--
Nachrede.
`);
    assert.deepEqual(show(article), ['# Teile', 'Der Text.']);
    assert.match(showProblems(article).join(), /not read: Gruß\.png \(1 kB\)/);
  });

  it('says that a file is no mail, and reads a mail that is nested without end', async () => {
    assert.match(showProblems(await read('Guten Tag!')).join(), /no mail headers/);
    const nested = Array.from(
      { length: 60 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${String(i)}\n\n--b${String(i)}\n`,
    );
    assert.deepEqual(show(await read(`Subject: x\n${nested.join('')}`)), ['# x']);
  });

  it('cuts a text beyond measure, and says so', async () => {
    const article = await read(`Subject: x\n\n${'Zeile.\n'.repeat(300_000)}`);
    assert.match(showProblems(article).join(), /warning file-cut/);
  });
});
