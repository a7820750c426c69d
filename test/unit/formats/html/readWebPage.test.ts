import assert from 'node:assert/strict';
import { lines, printPage, readPage } from '../../../support/webPages.js';

// All outlets, persons and events are invented.
const FIRST =
  'Die Außenminister der beiden Länder haben am Dienstag in Seehafen über die Fischerei in der Bucht gesprochen.';
const SECOND =
  '„Wir sind uns näher gekommen“, sagte Ministerin Alma Brandt nach dem Treffen, das fast sechs Stunden dauerte.';
const THIRD =
  'Eine Einigung über die Quoten erwarten Beobachter erst im Herbst, wenn die Verbände ihre Zahlen vorlegen.';
const FOURTH =
  'Bis dahin gilt, was die Vorgänger vor elf Jahren vereinbart hatten, auch für die kleinen Boote im Süden.';

const article = (content: string, head = '<title>Seehafen verhandelt über die Bucht</title>'): string =>
  `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8">${head}</head><body>${content}</body></html>`;

describe('readWebPage: the text of an article', () => {
  it('reads headline, summary, paragraphs, subheads and lists, and nothing around them', async () => {
    const page = await readPage(
      article(`
      <header class="site-header"><a href="/">Küstenbote</a><nav><ul><li><a href="/p">Politik</a></li></ul></nav></header>
      <main><article class="article">
        <header><span class="article-kicker">Fischerei</span><h1>Seehafen verhandelt über die Bucht</h1>
          <p class="article-lead">Zwei Länder, eine Bucht: Nun reden sie miteinander.</p>
          <div class="byline">Von <a href="/autor">Jo Kern</a></div><time datetime="2031-03-04T10:00">4. März 2031</time></header>
        <figure><img src="a.jpg"><figcaption>Der Hafen am Morgen, als die Boote ausliefen. (Foto: Kern)</figcaption></figure>
        <div class="article-body">
          <p>${FIRST}</p>
          <aside class="related-teaser"><h3>Mehr zum Thema</h3><p>Ein anderer Artikel, der vom Leuchtturm und seinem Wärter handelt, der bald geht.</p></aside>
          <h2>Sechs Stunden am Tisch</h2>
          <p>${SECOND}</p>
          <ul><li>Die Quote für Heringe bleibt bis zum Jahresende, wie sie ist.</li><li>Die Netze werden gemeinsam geprüft.</li></ul>
          <p>Lesen Sie auch: <a href="/x">Wem gehört die Bucht?</a></p>
          <section><h3>Post von der Küste</h3><p>Jeden Freitag das Neueste vom Meer.</p><form><button>Anmelden</button></form></section>
          <p>${THIRD}</p>
          <h2>Weitere Themen</h2>
        </div>
        <div class="author-box"><p>Jo Kern schreibt seit zwanzig Jahren über die Küste und ihre Häfen, am liebsten im Winter.</p></div>
      </article>
      <section id="comments"><p>Das wurde aber auch Zeit, dass sie einmal miteinander reden, finde ich jedenfalls ganz ehrlich.</p></section></main>
      <footer><p>© Küstenbote, alle Rechte vorbehalten, Impressum und Datenschutz finden Sie am Ende der Seite hier.</p></footer>`),
    );
    assert.equal(
      printPage(page),
      lines(`
        # Seehafen verhandelt über die Bucht
        Zwei Länder, eine Bucht: Nun reden sie miteinander.
        ${FIRST}
        ## Sechs Stunden am Tisch
        ${SECOND}
        Die Quote für Heringe bleibt bis zum Jahresende, wie sie ist.
        Die Netze werden gemeinsam geprüft.
        ${THIRD}`),
    );
    assert.equal(page.date, '2031-03-04');
    assert.equal(page.language, 'de');
    assert.deepEqual(page.problems, []);
  });

  it('keeps paragraphs whose class names sound like furniture when all paragraphs have them', async () => {
    const teaser = (text: string): string => `<div class="print teaser-box"><p>${text}</p></div>`;
    const page = await readPage(article(`<h1>Bucht</h1>${teaser(FIRST)}${teaser(SECOND)}${teaser(THIRD)}`));
    assert.equal(printPage(page), lines(`# Bucht\n${FIRST}\n${SECOND}\n${THIRD}`));
  });

  it('takes the names of topics and hooks for no furniture', async () => {
    const page = await readPage(
      article(`<article class="post tag-related category-newsletter js-comment has-video"><h1>Bucht</h1><p>${FIRST}</p>
        <p>${SECOND}</p></article><div class="sidebar"><p>${THIRD}</p></div>`),
    );
    assert.equal(printPage(page), lines(`# Bucht\n${FIRST}\n${SECOND}`));
  });

  it('keeps sentences that only mention what captions and boxes say', async () => {
    const mention =
      'Das Bild: Boote, Netze, Möwen und ein Kutter, der seit dem Winter nicht mehr fährt, weil sein Eigner krank ist.';
    const page = await readPage(article(`<h1>Bucht</h1><p>${FIRST}</p><p>${mention}</p><p>${SECOND}</p>`));
    assert.ok(printPage(page).includes(mention));
  });

  it('finds a short article beside much longer comments', async () => {
    const comment = (name: string): string =>
      `<div class="entry"><p>${`Das sehe ich ganz anders als ${name}, denn die Bucht gehört uns allen und nicht dem Amt. `.repeat(3)}</p></div>`;
    const page = await readPage(
      article(`<div class="page"><div class="story"><h1>Bucht</h1><p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p></div>
        <div class="talk">${comment('Ida')}${comment('Ole')}</div></div>`),
    );
    assert.equal(printPage(page), lines(`# Bucht\n${FIRST}\n${SECOND}\n${THIRD}`));
  });

  it('goes by the text that the page states in JSON-LD where elements do not tell', async () => {
    const data = JSON.stringify({ '@type': 'NewsArticle', articleBody: `${FIRST} ${SECOND} ${THIRD} ${FOURTH}` });
    const other = 'Im Nachbarort ist der Bürgermeister zurückgetreten, nachdem der Rat die Mittel für das Bad strich. ';
    const page = await readPage(
      article(
        `<div><div class="a"><p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p><p>${FOURTH}</p></div><div class="b"><p>${other.repeat(3)}</p><p>${other.repeat(4)}</p></div></div>`,
        `<title>Bucht</title><script type="application/ld+json">${data.replaceAll('<', '')}</script>`,
      ),
    );
    assert.ok(!printPage(page).includes('Nachbarort'));
  });

  it('reads paragraphs that only line breaks part, and keeps single breaks', async () => {
    const page = await readPage(
      article(`<h1>Bucht</h1><div>${FIRST}<br><br>${SECOND}<br>Zweite Zeile.<br/> <br>${THIRD}</div>`),
    );
    assert.equal(printPage(page), lines(`# Bucht\n${FIRST}\n${SECOND} / Zweite Zeile.\n${THIRD}`));
  });

  it('leaves out what is there twice', async () => {
    const page = await readPage(
      article(`<h1>Bucht</h1><article><p class="lead-mobile lead">Zwei Länder reden über ihre Bucht, zum ersten Mal seit Jahren.</p>
        <p class="lead">Zwei Länder reden über ihre Bucht, zum ersten Mal seit Jahren.</p><h2>Bucht</h2><p>${FIRST}</p><p>${SECOND}</p></article>`),
    );
    assert.equal(
      printPage(page),
      lines(`# Bucht\nZwei Länder reden über ihre Bucht, zum ersten Mal seit Jahren.\n${FIRST}\n${SECOND}`),
    );
  });

  it('reads a live blog: the headings and texts of its entries, not their times and names', async () => {
    const entry = (time: string, title: string, text: string): string =>
      `<article class="liveblog-entry"><time>${time}</time><h2>${title}</h2><p class="byline">Von Jo Kern</p><p>${text}</p></article>`;
    const page = await readPage(
      article(`<main><h1>Die Verhandlungen im Liveblog</h1><div class="liveblog">
        ${entry('14:20 Uhr', 'Ende der Gespräche', SECOND)}${entry('12:05 Uhr', 'Mittagspause', THIRD)}${entry('09:00 Uhr', 'Ankunft', FIRST)}</div></main>`),
    );
    assert.equal(
      printPage(page),
      lines(`
        # Die Verhandlungen im Liveblog
        ## Ende der Gespräche
        ${SECOND}
        ## Mittagspause
        ${THIRD}
        ## Ankunft
        ${FIRST}`),
    );
  });

  it('says when a page holds only the beginning of an article', async () => {
    const data =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bucht","isAccessibleForFree":"False"}</script>';
    const page = await readPage(
      article(`<h1>Bucht</h1><p>${FIRST}</p><div class="paywall">Jetzt weiterlesen</div>`, data),
    );
    assert.equal(printPage(page), lines(`# Bucht\n${FIRST}`));
    assert.deepEqual(
      page.problems.map(({ code, severity }) => [code, severity]),
      [['paywall', 'information']],
    );
  });

  it('reads what a page states in JSON-LD but does not show', async () => {
    const body = [FIRST, SECOND, THIRD, FIRST.replace('Dienstag', 'Mittwoch')]
      .join('\\n\\n')
      .replaceAll('„', '&bdquo;');
    const page = await readPage(
      article(
        '<h1>Bucht</h1><p>Zwei Länder reden.</p>',
        `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bucht","articleBody":"${body}"}</script>`,
      ),
    );
    assert.equal(
      printPage(page),
      lines(`# Bucht\n${FIRST}\n${SECOND}\n${THIRD}\n${FIRST.replace('Dienstag', 'Mittwoch')}`),
    );
  });

  it('asks the extractor where it finds next to nothing itself', async () => {
    const page = await readPage(article(`<h1>Bucht</h1><table><tr><td>${FIRST} ${SECOND} ${THIRD}</td></tr></table>`));
    assert.ok(printPage(page).includes(SECOND));
  });

  it('says when there is no running text', async () => {
    const page = await readPage(article('<nav><a href="/">Start</a></nav>'));
    assert.deepEqual(
      page.problems.map(({ code }) => code),
      ['no-article-text'],
    );
  });

  it('gives text only: markup in texts and attributes stays text', async () => {
    const page = await readPage(
      article(
        `<h1>Bucht &lt;b&gt;</h1><p>${FIRST} &lt;script&gt;alert(1)&lt;/script&gt;</p><p onclick="x()">${SECOND}</p><script>alert(2)</script>`,
        '<meta property="og:title" content="Bucht &lt;b&gt;">',
      ),
    );
    assert.equal(printPage(page), lines(`# Bucht <b>\n${FIRST} <script>alert(1)</script>\n${SECOND}`));
  });
});
