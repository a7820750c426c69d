import assert from 'node:assert/strict';
import { readCsv } from '../../../../server/src/formats/documents/exports/csv.js';
import { readJsonLines } from '../../../../server/src/formats/documents/exports/jsonLines.js';
import { collect, latin1, show, showProblems, utf8 } from './support/show.js';

const json = (text: string, more = {}) => collect(readJsonLines([utf8(text)], { path: 'a.jsonl', ...more }));
const csv = (text: string, more = {}) => collect(readCsv([utf8(text)], { path: 'a.csv', ...more }));

/** Cuts bytes into pieces of a length, as a stream does, in one buffer that is used again for each. */
function* cut(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  const buffer = new Uint8Array(length);
  for (let at = 0; at < bytes.length; at += length) {
    const piece = bytes.subarray(at, at + length);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
  }
}

describe('readJsonLines', () => {
  it('reads an article a line, by usual names of fields in German and English', async () => {
    const articles = await json(
      [
        '{"id": 7, "title": "Treffen &amp; Reden", "source": {"id": null, "name": "Das Blatt"}, "authors": [{"name": "Ada"}, {"name": "Bo"}], "publishedAt": "2022-01-13T10:00:00Z", "url": "https://example.org/1", "content": "<p>Ein <b>Absatz</b>.</p><p>Noch einer.</p>", "lang": "deu"}',
        '{"Überschrift": "Zwei", "Unterzeile": "Und mehr", "Erscheinungsdatum": "14.01.2022", "Quelle": "Zeitung", "Vorspann": "Vorweg.", "Volltext": "Erstens.\\n\\nZweitens."}',
        '{"title": {"rendered": "Drei"}, "content": {"rendered": "<p>Text.</p>"}}',
      ].join('\n'),
    );
    assert.deepEqual(articles.map(show), [
      ['# Treffen & Reden', 'Ein Absatz.', 'Noch einer.'],
      ['# Zwei', '## Und mehr', 'Vorweg.', 'Erstens.', 'Zweitens.'],
      ['# Drei', 'Text.'],
    ]);
    assert.deepEqual(articles[0]?.metadata, {
      title: 'Treffen & Reden',
      date: '2022-01-13',
      source: 'Das Blatt',
      url: 'https://example.org/1',
      authors: ['Ada', 'Bo'],
      language: 'de',
    });
    assert.deepEqual(articles[1]?.metadata, { title: 'Zwei', date: '2022-01-14', source: 'Zeitung' });
    assert.deepEqual(
      articles.map((article) => article.key),
      ['7', 'line-2', 'line-3'],
    );
  });

  it('takes the columns that the writer names, and joins several columns of text', async () => {
    const columns = { title: 'meta.kopf', text: ['teil1', 'teil2'], source: 'meta.outlet' };
    const [article] = await json(
      '{"meta": {"kopf": "Eins", "outlet": "Blatt"}, "teil1": "A.", "teil2": "B.", "title": "falsch"}',
      { columns },
    );
    assert.deepEqual(show(article), ['# Eins', 'A.', 'B.']);
    assert.equal(article?.metadata.source, 'Blatt');
  });

  it('reports broken lines and goes on behind them', async () => {
    const articles = await json('{"title": "Eins"}\n{"title": \n[1]\n\n{"title": "Zwei"}\n{"x": 1}\n');
    assert.deepEqual(articles.flatMap(show), ['# Eins', '# Zwei']);
    assert.deepEqual(articles.flatMap(showProblems), [
      'warning unreadable-record: line 2 cannot be read: it is not valid JSON',
      'warning unreadable-record: line 3 cannot be read: it is no JSON object',
      'warning empty-record: 1 of 3 records have neither title nor text',
    ]);
  });

  it('reads a list with an object a line', async () => {
    const articles = await json('[\n{"title": "Eins"},\n{"title": "Zwei"}\n]\n');
    assert.deepEqual(articles.map(show), [['# Eins'], ['# Zwei']]);
  });

  it('says soon that a file is something else', async () => {
    const articles = await json('{\n"title": "Eins",\n"list": [\n'.repeat(50));
    assert.ok(articles.length <= 20);
    assert.match(
      showProblems(articles.at(-1)).join(),
      /error unreadable-file: cannot be read: it is not in JSON Lines/,
    );
    const binary = await collect(readJsonLines([Uint8Array.of(1, 0, 2)], { path: 'a.jsonl' }));
    assert.match(binary.flatMap(showProblems).join(), /binary data/);
    assert.match((await json('')).flatMap(showProblems).join(), /holds no articles/);
  });

  it('reads any pieces of a file as the whole, in UTF-8, UTF-16 and Windows-1252', async () => {
    const text = '{"title": "Grüße – „eins“"}\r\n{"title": "Zwei €"}\r\n';
    const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const western = latin1(text.replace('–', '\x96').replace('„', '\x84').replace('“', '\x93').replace('€', '\x80'));
    for (const bytes of [utf8(text), wide, western]) {
      for (const length of [2, 3, 7, 1000]) {
        const articles = await collect(readJsonLines(cut(bytes, length), { path: 'a.jsonl' }));
        assert.deepEqual(articles.map(show), [['# Grüße – „eins“'], ['# Zwei €']]);
      }
    }
  });

  it('reads as far as it is asked, however long the file', async () => {
    let pieces = 0;
    const endless = function* () {
      for (;;) {
        pieces++;
        yield utf8(`${'x'.repeat(10_000)}\n{"title": "Eins"}\n`);
      }
    };
    for await (const article of readJsonLines(endless(), { path: 'a.jsonl' }))
      if (article.metadata.title === 'Eins') break;
    assert.ok(pieces <= 2, String(pieces));
  });

  it('does not keep a line without end', async () => {
    const long = function* () {
      yield utf8('{"title": "');
      for (let i = 0; i < 40; i++) yield utf8('x'.repeat(1_000_000));
      yield utf8('"}\n{"title": "Zwei"}\n');
    };
    const articles = await collect(readJsonLines(long(), { path: 'a.jsonl' }));
    assert.deepEqual(articles.flatMap(show), ['# Zwei']);
    assert.deepEqual(articles.flatMap(showProblems), [
      'warning unreadable-record: line 1 cannot be read: it is too long',
    ]);
  });
});

describe('readCsv', () => {
  it('finds separator and header by the names of columns, below a preamble', async () => {
    const articles = await csv(
      'Suche vom 1.1.2022\n\nTitel;Datum;Quelle;Autor;Text\r\n"Ein ""Treffen""";13.01.2022;Das Blatt;Ada Muster;"Erster, Absatz;\n\nZweiter."\r\nZwei;2022;;;Text, mit Komma\r\n',
    );
    assert.deepEqual(articles.map(show), [
      ['# Ein "Treffen"', 'Erster, Absatz;', 'Zweiter.'],
      ['# Zwei', 'Text, mit Komma'],
    ]);
    assert.deepEqual(articles[0]?.metadata, {
      title: 'Ein "Treffen"',
      date: '2022-01-13',
      source: 'Das Blatt',
      authors: ['Ada Muster'],
    });
    assert.deepEqual(
      articles.map((article) => article.key),
      ['line-4', 'line-7'],
    );
  });

  it('reads tabs, commas and bars', async () => {
    for (const separator of ['\t', ',', '|']) {
      const articles = await csv(
        ['title', 'body'].join(separator) + '\n' + ['Eins; zwei', 'Text.'].join(separator) + '\n',
      );
      assert.deepEqual(articles.map(show), [['# Eins; zwei', 'Text.']]);
    }
  });

  it('reads the two-letter columns of Factiva', async () => {
    const [article] = await csv(
      'AN,HD,BY,PD,SN,LA,LP,TD\nDOC1,Talks in Geneva,By Ada Muster,13 January 2022,Paper,English,First.,Second.\n',
    );
    assert.deepEqual(show(article), ['# Talks in Geneva', 'First.', 'Second.']);
    assert.deepEqual(
      [article?.key, article?.metadata.date, article?.metadata.authors],
      ['DOC1', '2022-01-13', ['Ada Muster']],
    );
  });

  it('says which columns it does not know, or does not find', async () => {
    assert.deepEqual((await csv('a,b\n1,2\n')).flatMap(showProblems), [
      'error unreadable-file: cannot be read: no column is known as title or text: name them under "columns" in corpus.yaml',
    ]);
    const named = await csv('a,b\n1,2\n', { columns: { title: 'a', text: 'B', date: 'wann' } });
    assert.deepEqual(named.flatMap(show), ['# 1', '2']);
    assert.deepEqual(named.flatMap(showProblems), ['warning unknown-column: has no column "wann"']);
  });

  it('reads any pieces of a file as the whole', async () => {
    const bytes = utf8('title,text\r\n"Grüße\n\n""a""","b\r\nc"\r\nZwei,d\r\n');
    for (const length of [1, 2, 5, 13, 1000]) {
      const articles = await collect(readCsv(cut(bytes, length), { path: 'a.csv' }));
      assert.deepEqual(articles.map(show), [
        ['# Grüße "a"', 'b', 'c'],
        ['# Zwei', 'd'],
      ]);
    }
  });

  it('stops at a quotation mark that is never closed', async () => {
    const open = function* () {
      yield utf8('title,text\nEins,a\nZwei,"b\n');
      for (let i = 0; i < 40; i++) yield utf8('x,y\n'.repeat(100_000));
    };
    const articles = await collect(readCsv(open(), { path: 'a.csv' }));
    assert.deepEqual(articles.flatMap(show), ['# Eins', 'a']);
    assert.match(articles.flatMap(showProblems).join(), /quotation mark in line 3 is never closed/);
  });
});
