import assert from 'node:assert/strict';
import { readNewsFile } from '../../../../server/src/formats/documents/newsFile.js';
import { latin1, show, showProblems, utf8 } from './support/show.js';

const read = (xml: string) => readNewsFile(utf8(xml), { path: 'a.xml' });

describe('readNewsFile', () => {
  it('reads the items of an RSS feed as articles, with the whole content where there is one', async () => {
    const articles = await read(`<?xml version="1.0"?>
      <rss version="2.0"><channel><title>Das Blatt</title><language>de-de</language>
      <item><title>Treffen &amp;amp; Reden</title><link>https://example.org/1</link><guid>g1</guid>
        <pubDate>Thu, 13 Jan 2022 10:00:00 +0100</pubDate><author>ada@example.org (Ada Muster)</author>
        <description>Kurz.</description><content:encoded><![CDATA[<p>Lang.</p><h3>Mehr</h3><p>Und länger.</p>]]></content:encoded></item>
      <item><title>Zwei</title><dc:creator>Bo Beispiel</dc:creator><description>&lt;b&gt;Nur&lt;/b&gt; das.</description></item>
      </channel></rss>`);
    assert.deepEqual(articles.map(show), [
      ['# Treffen & Reden', 'Lang.', '## Mehr', 'Und länger.'],
      ['# Zwei', 'Nur das.'],
    ]);
    assert.deepEqual(articles[0]?.metadata, {
      title: 'Treffen & Reden',
      date: '2022-01-13',
      source: 'Das Blatt',
      url: 'https://example.org/1',
      authors: ['Ada Muster'],
      language: 'de',
    });
    assert.deepEqual([articles[0].key, articles[1]?.metadata.authors], ['g1', ['Bo Beispiel']]);
  });

  it('reads Atom with its links, and content as elements or as text', async () => {
    const articles = await read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Paper</title>
      <entry><title type="html">One &amp;mdash; two</title><id>urn:1</id><published>2022-01-13T10:00:00Z</published>
        <link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/><author><name>Ada Muster</name></author>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A <i>b</i>.</p><p>C.</p></div></content></entry>
      <entry><title>Two</title><updated>2022-02-01T00:00:00Z</updated><summary>Only this.</summary></entry></feed>`);
    assert.deepEqual(articles.map(show), [
      ['# One — two', 'A b.', 'C.'],
      ['# Two', 'Only this.'],
    ]);
    assert.deepEqual(articles[0]?.metadata, {
      title: 'One — two',
      date: '2022-01-13',
      source: 'Paper',
      url: 'https://example.org/1',
      authors: ['Ada Muster'],
      language: 'en',
    });
  });

  const nitf = `<nitf lang="de"><head><title>x</title><docdata><doc-id id-string="n1"/><date.issue norm="20220113T101500Z"/></docdata>
    <pubdata type="print" name="Das Blatt" date.publication="20220114"/></head>
    <body><body.head><hedline><hl1>Treffen in Genf</hl1><hl2>Erste Runde</hl2></hedline>
      <byline>Von <person>Ada Muster</person></byline></body.head>
    <body.content><p lede="true">Der Minister kam.</p><media><media-caption>Foto: Bo</media-caption></media><hl2>Danach</hl2><p>Er ging.</p></body.content></body></nitf>`;
  const fromNitf = ['# Treffen in Genf', '## Erste Runde', 'Der Minister kam.', '## Danach', 'Er ging.'];

  it('reads NITF', async () => {
    const [article] = await read(`<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">${nitf}`);
    assert.deepEqual(show(article), fromNitf);
    assert.deepEqual(article?.metadata, {
      title: 'Treffen in Genf',
      date: '2022-01-13',
      source: 'Das Blatt',
      authors: ['Ada Muster'],
      language: 'de',
    });
    assert.equal(article.key, 'n1');
  });

  it('reads NewsML-G2 with NITF, XHTML or text in it', async () => {
    const item = (guid: string, content: string) =>
      `<newsItem guid="${guid}"><itemMeta><provider literal="agentur"><name>Agentur</name></provider><versionCreated>2022-01-15T08:00:00Z</versionCreated></itemMeta>
       <contentMeta><headline>Kopf</headline><by>von Bo Beispiel</by><language tag="en"/></contentMeta><contentSet>${content}</contentSet></newsItem>`;
    const articles = await read(
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${item('a', `<inlineXML contenttype="application/nitf+xml">${nitf}</inlineXML>`)}${item('b', '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><p>Eins.</p><p>Zwei.</p></body></html></inlineXML>')}${item('c', '<inlineData>Nur Text.</inlineData>')}</itemSet></newsMessage>`,
    );
    assert.deepEqual(
      articles.map((article) => article.key),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(articles.map(show), [fromNitf, ['# Kopf', 'Eins.', 'Zwei.'], ['# Kopf', 'Nur Text.']]);
    const metadata = { title: 'Kopf', date: '2022-01-15', source: 'Agentur', authors: ['Bo Beispiel'], language: 'en' };
    assert.deepEqual(articles[1]?.metadata, metadata);
  });

  it('reads the encoding that the file declares', async () => {
    const xml =
      '<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><title>Gr\xfc\xdfe</title></item></channel></rss>';
    assert.deepEqual((await readNewsFile(latin1(xml), { path: 'a.xml' })).map(show), [['# Grüße']]);
  });

  it('expands no entities of a document type: billion laughs stay a few', async () => {
    const laughs = Array.from(
      { length: 20 },
      (_, i) => `<!ENTITY l${String(i + 1)} "${`&l${String(i)};`.repeat(10)}">`,
    ).join('');
    const [article] = await read(
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol"><!ENTITY x SYSTEM "file:///etc/passwd">${laughs}]><rss><channel><item><title>A &l20; &x;</title></item></channel></rss>`,
    );
    assert.deepEqual(show(article), ['# A &l20; &x;']);
  });

  it('says what other XML is, and what is none', async () => {
    assert.match(showProblems((await read('<svg/>'))[0]).join(), /no feed, NITF or NewsML, but <svg>/);
    assert.match(showProblems((await read('<rss><channel/></rss>'))[0]).join(), /feed has no items/);
    assert.match(showProblems((await read('kein XML'))[0]).join(), /no XML elements/);
    assert.match(
      showProblems((await readNewsFile(Uint8Array.of(0, 1, 0, 2), { path: 'a.xml' }))[0]).join(),
      /binary data/,
    );
    assert.match(showProblems((await read('<a>'.repeat(100_000)))[0]).join(), /too deeply nested/);
  });
});
