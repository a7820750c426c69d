import assert from 'node:assert/strict';
import { parsePageDate } from '../../../../server/src/formats/html/pageDate.js';
import { readPage } from '../../../support/webPages.js';

const TEXT =
  '<p>Die Außenminister der beiden Länder haben am Dienstag in Seehafen über die Fischerei in der Bucht gesprochen.</p>'.repeat(
    2,
  );
const data = (value: object): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const page = (head: string, body: string): Promise<Awaited<ReturnType<typeof readPage>>> =>
  readPage(
    `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8">${head}</head><body>${body}${TEXT}</body></html>`,
  );

describe('readWebPage: the title', () => {
  const titleOf = async (head: string, body: string): Promise<string | undefined> => (await page(head, body)).title;
  const og = (title: string): string => `<meta property="og:title" content="${title}">`;

  it('is the headline, without the name of the site that other titles have', async () => {
    assert.equal(
      await titleOf(`<title>Neue Quoten | Küstenbote</title>${og('Neue Quoten - Küstenbote')}`, '<h1>Neue Quoten</h1>'),
      'Neue Quoten',
    );
  });

  it('loses the name of the site where there is no headline', async () => {
    const site = '<meta property="og:site_name" content="Küstenbote">';
    assert.equal(await titleOf(`<title>Neue Quoten – Küstenbote</title>${site}`, ''), 'Neue Quoten');
    assert.equal(await titleOf(`<title>Neue Quoten | kuestenbote.example</title>`, ''), 'Neue Quoten');
    assert.equal(
      await titleOf(`<title>Bucht - Was nun</title>${site}`, ''),
      'Bucht - Was nun',
      'a dash of its own stays',
    );
  });

  it('is spelled as for social media when the words are the same', async () => {
    const headline = '<h1><span>Fischerei</span> Neue Quoten</h1>';
    assert.equal(await titleOf(`<title>x</title>${og('Fischerei: Neue Quoten')}`, headline), 'Fischerei: Neue Quoten');
  });

  it('leaves out a kicker that stands in the headline', async () => {
    const headline = '<h1><span class="title__overline">Fischerei</span> <span>Neue Quoten</span></h1>';
    assert.equal(
      await titleOf(`<title>Streit am Meer: Neue Quoten</title>${og('Streit am Meer: Neue Quoten')}`, headline),
      'Neue Quoten',
    );
    assert.equal(
      await titleOf(`<title>x</title>${og('Neue Quoten')}`, '<h1>Fischerei Neue Quoten</h1>'),
      'Neue Quoten',
    );
  });

  it('keeps a kicker that only the social title has, unless the page’s data leaves it out', async () => {
    const head = og('Fischerei: Neue Quoten');
    assert.equal(await titleOf(head, '<h1>Neue Quoten</h1>'), 'Fischerei: Neue Quoten');
    const stated = data({ '@type': 'NewsArticle', headline: 'Neue Quoten' });
    assert.equal(await titleOf(head + stated, '<h1>Neue Quoten</h1>'), 'Neue Quoten');
  });

  it('is the social title where nothing else has the headline', async () => {
    const head = `<title>Was die Bucht jetzt erwartet</title>${og('Fischer müssen sich umstellen')}`;
    assert.equal(await titleOf(head, '<h1>Ein Hafen rechnet</h1>'), 'Fischer müssen sich umstellen');
  });

  it('loses the name of the site also before it', async () => {
    const site = '<meta property="og:site_name" content="Küstenbote">';
    assert.equal(await titleOf(`${site}${og('Küstenbote: Neue Quoten')}`, ''), 'Neue Quoten');
    assert.equal(await titleOf(`${site}${og('Fischerei: Neue Quoten')}`, ''), 'Fischerei: Neue Quoten');
  });

  it('keeps a kicker that two of the page’s titles have', async () => {
    const head = og('Fischerei: Neue Quoten') + data({ '@type': 'NewsArticle', headline: 'Fischerei - Neue Quoten' });
    assert.equal(await titleOf(head, '<h1>Neue Quoten</h1>'), 'Fischerei: Neue Quoten');
  });

  it('is not the one for search engines when headline and social title differ', async () => {
    const search = '<title>Fischerei Bucht Quoten 2031 Seehafen</title>';
    assert.equal(
      await titleOf(
        `${search}${og('Fischerei Bucht Quoten 2031 Seehafen')}${data({ '@type': 'NewsArticle', headline: 'Neue Quoten' })}`,
        '<h1>Neue Quoten</h1>',
      ),
      'Neue Quoten',
    );
    assert.equal(
      await titleOf(`${search}${og('Neue Quoten')}`, '<h1>Fischerei Bucht Quoten 2031 Seehafen</h1>'),
      'Neue Quoten',
    );
  });

  it('is no h1 in the path of the page, nor the site’s logo', async () => {
    const head = `<title>Quoten Bucht</title>${og('Neue Quoten')}<meta property="og:site_name" content="Küstenbote">`;
    assert.equal(await titleOf(head, '<nav><h1>Quoten Bucht</h1></nav><h2>Neue Quoten</h2>'), 'Neue Quoten');
    assert.equal(await titleOf(head, '<h1>Küstenbote</h1><h2>Neue Quoten</h2>'), 'Neue Quoten');
  });
});

describe('readWebPage: the day', () => {
  const dateOf = async (head: string, body = '<h1>Neue Quoten</h1>'): Promise<string | undefined> =>
    (await page(head, body)).date;

  it('comes from JSON-LD, then meta elements, whatever the form of their names', async () => {
    const article = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite' },
        { '@type': ['Thing', 'NewsArticle'], headline: 'Q', datePublished: '2031-03-04T23:10:00+01:00' },
      ],
    };
    const meta = '<meta name="article:published:time" content="2030-01-01">';
    assert.equal(await dateOf(meta + data(article)), '2031-03-04');
    assert.equal(await dateOf(meta), '2030-01-01');
    assert.equal(await dateOf('<meta itemprop="datePublished" content="20300102">'), '2030-01-02');
  });

  it('comes from the address before the lines of the page', async () => {
    assert.equal(
      await dateOf('<link rel="canonical" href="https://kueste.example/2031/03/04/quoten.html">'),
      '2031-03-04',
    );
  });

  it('comes from the lines about the headline, not from comments and other articles', async () => {
    const other = '<div class="teaser"><span class="date">1. Januar 2030</span></div>';
    assert.equal(
      await dateOf('', `${other}<h1>Neue Quoten</h1><div>Seehafen, 04.03.31 | 10:20 Uhr</div>`),
      '2031-03-04',
    );
    assert.equal(
      await dateOf('', `<h1>Neue Quoten</h1><p><time datetime="2031-03-04T10:00">vor drei Stunden</time></p>`),
      '2031-03-04',
    );
    assert.equal(await dateOf('', other), undefined);
  });

  it('is that of the last change only when there is nothing else', async () => {
    const changed = '<meta property="article:modified_time" content="2031-04-01">';
    assert.equal(await dateOf(changed), '2031-04-01');
    assert.equal(await dateOf(changed, '<h1>Neue Quoten</h1><div>4. März 2031</div>'), '2031-03-04');
  });

  it('is read in the forms that pages use', () => {
    const forms: readonly (readonly [string, string | undefined])[] = [
      ['2031-03-04T23:59:00.000Z', '2031-03-04'],
      ['2031-03-04 10:00:00.0', '2031-03-04'],
      ['Tue Mar 04 19:20:36 CET 2031', '2031-03-04'],
      ['Tue, 04 Mar 2031 19:20:36 GMT', '2031-03-04'],
      ['04.03.2031, 10:20 Uhr', '2031-03-04'],
      ['4.3.31', '2031-03-04'],
      ['March 4, 2031', '2031-03-04'],
      ['1930380000', '2031-03-04'],
      ['1930380000000', '2031-03-04'],
      ['31.02.2031', undefined],
      ['vor drei Stunden', undefined],
      ['10.20.30', undefined],
    ];
    for (const [text, day] of forms) assert.equal(parsePageDate(text), day, text);
  });
});

describe('readWebPage: outlet, authors, address, language', () => {
  it('takes the outlet by the name that the outlet table knows', async () => {
    const names =
      '<meta property="og:site_name" content="FAZ.NET"><meta name="publisher" content="Verlag der Küste GmbH & Co. KG">';
    assert.equal((await page(names, '')).source, 'Frankfurter Allgemeine Zeitung');
    assert.equal((await page('<meta property="og:site_name" content="Küstenheft GmbH">', '')).source, 'Küstenheft');
    assert.equal(
      (
        await page(
          '<meta property="og:site_name" content="STZ"><link rel="canonical" href="https://www.stuttgarter-zeitung.de/x">',
          '',
        )
      ).source,
      'Stuttgarter Zeitung',
    );
    assert.equal((await page('<link rel="canonical" href="https://kueste.example/x">', '')).source, 'kueste.example');
  });

  it('gives the authors one by one', async () => {
    const authors = [{ '@type': 'Person', name: 'Jo Kern und Ida M&uuml;ller' }, 'https://kueste.example/autor'];
    assert.deepEqual((await page(data({ '@type': 'Article', headline: 'Q', author: authors }), '')).authors, [
      'Jo Kern',
      'Ida Müller',
    ]);
    assert.deepEqual((await page('<meta name="author" content="Von Jo Kern, Ida Müller">', '')).authors, [
      'Jo Kern',
      'Ida Müller',
    ]);
    assert.deepEqual((await page('', '')).authors, []);
  });

  it('takes the address only when it is one of the web', async () => {
    assert.equal(
      (
        await page(
          '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://kueste.example/q">',
          '',
        )
      ).url,
      'https://kueste.example/q',
    );
    const saved = await readPage(
      '<!DOCTYPE html>\n<!-- saved from url=(0031)https://kueste.example/quoten.html -->\n<html><body><h1>Q</h1></body></html>',
    );
    assert.equal(saved.url, 'https://kueste.example/quoten.html');
  });

  it('believes the words more than the template', async () => {
    const more =
      '<p>Eine Einigung über die Quoten erwarten Beobachter erst im Herbst, wenn die Verbände ihre Zahlen dem Amt vorlegen.</p>';
    const last =
      '<p>Bis dahin gilt, was die Vorgänger vor elf Jahren vereinbart hatten, auch für die kleinen Boote im Süden der Bucht.</p>';
    const end =
      '<p>Auf den Inseln im Norden ist das nicht anders: Auch dort warten sie auf die Zahlen, und auf den Regen.</p>';
    assert.equal(
      (await readPage(`<html lang="en"><body><h1>Quoten</h1>${TEXT}${more}${last}${end}</body></html>`)).language,
      'de',
    );
    assert.equal((await readPage('<html lang="en-GB"><body><h1>Quotas</h1></body></html>')).language, 'en');
    assert.equal((await readPage('<html><body><h1>Quotas</h1></body></html>')).language, undefined);
  });
});

describe('readWebPage: broken JSON-LD', () => {
  const titleOf = async (script: string): Promise<string | undefined> =>
    (await page(`<script type="application/ld+json">${script}</script>`, '')).title;

  it('is mended where that is usual, else left out', async () => {
    assert.equal(await titleOf('{"@type":"NewsArticle","headline":"Neue\nQuoten",}'), 'Neue Quoten');
    assert.equal(await titleOf('<!-- [{"@type":"NewsArticle","headline":"Neue Quoten"}]; -->'), 'Neue Quoten');
    assert.equal(
      await titleOf('//<![CDATA[ {"@type":"NewsArticle","headline":"Neue Quoten"} //]]>'.replace(' //]]>', ']]>')),
      'Neue Quoten',
    );
    assert.equal(await titleOf('{"@type":"NewsArticle","headline":"Neue Quo'), undefined);
    assert.equal(await titleOf('null'), undefined);
  });

  it('does not take another article of a list for the page’s', async () => {
    const list = { '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle', headline: 'Leuchtturm' }] };
    assert.equal(
      await titleOf(
        JSON.stringify([list, { '@type': 'WebPage', mainEntity: { '@type': 'Article', headline: 'Neue Quoten' } }]),
      ),
      'Neue Quoten',
    );
  });
});
