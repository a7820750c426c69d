import assert from 'node:assert/strict';
import { cleanMarkup } from '../../../../server/src/formats/html/cleanMarkup.js';
import { LIMITS } from '../../../../server/src/formats/html/limits.js';

const bodyOf = (html: string): string => /<body>(.*)<\/body>/s.exec(cleanMarkup(html).markup)?.[1] ?? '';

describe('cleanMarkup', () => {
  it('keeps what tells what an element is, and drops what is never read', () => {
    assert.equal(
      bodyOf(
        '<!-- x --><p class="lead" onclick="a()" style="color:red">Text<script>a<b</script><svg><path/><svg></svg></svg>e</p>',
      ),
      '<p class="lead">Texte</p>',
    );
    assert.equal(
      bodyOf('<iframe src="x"><p>nein</p></iframe><noscript><img></noscript><select><option>nein</select>ja'),
      'ja',
    );
  });

  it('keeps attributes as text: quotation marks cannot end them', () => {
    assert.equal(bodyOf(`<p title="a" id='x">y' class=z/>a</p>`), '<p id="x&quot;>y" class="z/">a</p>');
  });

  it('closes every element, in order, and what the next one ends', () => {
    assert.equal(
      bodyOf('<ul><li>a<li>b</ul><p>c<p>d<div>e'),
      '<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p><div>e</div>',
    );
    assert.equal(bodyOf('<div><p>a</div>b</span></p>c'), '<div><p>a</p></div>bc');
  });

  it('reads brackets that open no tag as text', () => {
    assert.equal(bodyOf('<p>1 < 2 <3 a<b</p>'), '<p>1 &lt; 2 &lt;3 a</p>');
    assert.equal(bodyOf('a </3> b'), 'a  b');
  });

  it('ends a graphic that is never closed with the element around it', () => {
    assert.equal(bodyOf('<div><svg><g><path></div><p>Text</p>'), '<div></div><p>Text</p>');
  });

  it('notes elements that style hides', () => {
    assert.equal(bodyOf('<p style="margin:0; display: none">a</p>'), '<p hidden>a</p>');
  });

  it('collects title, meta elements and language wherever they stand, and the data scripts', () => {
    const { markup, dataScripts } = cleanMarkup(
      '<html lang="de"><body><title>T & <b></title><meta name="author" content="A"><script type="application/ld+json">{"a":1}</script>x',
    );
    assert.equal(
      markup,
      '<!DOCTYPE html><html lang="de"><head><title>T & &lt;b></title><meta name="author" content="A"></head><body>x</body></html>',
    );
    assert.deepEqual(dataScripts, ['{"a":1}']);
  });

  it('flattens what is nested too deep, keeping its text', () => {
    const { markup, exceeded } = cleanMarkup(`${'<div>'.repeat(1000)}tief${'</div>'.repeat(1000)}<p>danach</p>`);
    assert.deepEqual(exceeded, ['depth']);
    assert.equal(markup.match(/<div>/g)?.length, LIMITS.depth);
    assert.ok(markup.endsWith('<p>danach</p></body></html>'));
    assert.ok(markup.includes('tief'));
  });

  it('stops at the limits of length and number', () => {
    assert.deepEqual(cleanMarkup('<p>a'.repeat(LIMITS.elements + 5)).exceeded, ['elements']);
    const long = cleanMarkup(`<p>${'x'.repeat(2 * LIMITS.markup)}</p>`);
    assert.deepEqual(long.exceeded, ['markup']);
    assert.ok(long.markup.length < LIMITS.markup + 1000);
  });
});
