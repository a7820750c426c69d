import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { readArticle } from '../../../server/src/core/article/readArticle.js';
import { createArticleReader } from '../../../server/src/formats/articleReader.js';
import { createArticleAdder } from '../../../server/src/service/adding/addArticle.js';
import type { AddedArticle, Offer } from '../../../server/src/service/adding/adding.js';
import { nameArticle } from '../../../server/src/service/adding/articleName.js';
import type { OutsideFile, WebPage, WebRefusal } from '../../../server/src/service/adding/ports.js';
import { getAddingMessages } from '../../../server/src/service/messages/adding.js';
import { getDataFiles, getKnowledge } from '../../support/knowledge.js';

const PAGE = `<!doctype html><html lang="de"><head><meta charset="CHARSET"><title>Eine Stunde in Genf</title>
<meta property="og:site_name" content="Seeblick"><meta property="article:published_time" content="2022-01-22">
<meta name="author" content="Ada Muster"></head><body><nav><a href="/abo">Abo bestellen</a></nav>
<article><h1>Eine Stunde in Genf</h1><p>Außenminister Sergej Lawrow traf am Freitag in Genf seinen Kollegen Antony Blinken.</p>
<h2>Danach</h2><p>21. Januar: Lawrow wartet auf eine Antwort aus Washington, sagte er den Journalisten.</p></article></body></html>`;

/** A corpus in memory that takes new files, with what lies outside of it and what the web gives. */
async function createCorpus(
  outside: {
    readonly files?: Readonly<Record<string, OutsideFile>>;
    readonly pages?: Readonly<Record<string, WebPage | WebRefusal>>;
    readonly includes?: (path: string) => boolean;
  } = {},
) {
  const [data, { furniture }] = [await getDataFiles(), await getKnowledge()];
  const files = new Map<string, string | Uint8Array>();
  const add = createArticleAdder({
    folder: { includes: outside.includes ?? (() => true) },
    writer: {
      create: (created) => {
        if (created.some(({ path }) => files.has(path))) return Promise.resolve('taken');
        for (const { path, content } of created) files.set(path, content);
        return Promise.resolve('created');
      },
    },
    files: {
      read: (where) =>
        Promise.resolve(
          outside.files?.[where] ?? { path: where, severity: 'error', code: 'vanished-file', message: 'is not there' },
        ),
    },
    web: {
      fetch: (address) => Promise.resolve(outside.pages?.[address] ?? { refused: 'unreachable', detail: 'ENOTFOUND' }),
    },
    readArticles: createArticleReader({ data }),
    readArticle: (input) => readArticle(input, furniture).article,
    messages: getAddingMessages('en'),
    today: () => '2026-11-22',
  });
  const get = async (offer: Offer): Promise<AddedArticle> => {
    const added = await add(offer);
    assert.ok('path' in added, JSON.stringify(added));
    return added;
  };
  return { add, get, files };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const clipboard = (text: string): Offer => ({ kind: 'bytes', bytes: bytes(text) });
const front = ({ text }: AddedArticle): readonly string[] => text.split('\n---\n')[0]?.split('\n').slice(1) ?? [];
const body = ({ text }: AddedArticle): string => text.slice(text.indexOf('\n---\n') + 5);

describe('adding an article', () => {
  it('from the clipboard: clean Markdown, and the untouched text beside it', async () => {
    const { get, files } = await createCorpus();
    const text =
      '13.01.2022\n\nGespräche in Genf: Lawrow trifft Blinken\n\nDer Außenminister Sergej Lawrow hat am Montag in Genf seinen Kollegen getroffen.\n';
    const added = await get(clipboard(text));
    assert.equal(added.path, 'articles/added/2022-01-13-gespräche-in-genf-lawrow-trifft-blinken.md');
    assert.deepEqual(front(added), [
      'title: "Gespräche in Genf: Lawrow trifft Blinken"',
      'date: 2022-01-13',
      'language: de',
      'added: 2026-11-22',
      'original: 2022-01-13-gespräche-in-genf-lawrow-trifft-blinken.original.txt',
    ]);
    assert.equal(
      body(added),
      '\n# Gespräche in Genf: Lawrow trifft Blinken\n\nDer Außenminister Sergej Lawrow hat am Montag in Genf seinen Kollegen getroffen.\n',
    );
    assert.deepEqual(files.get(added.original), bytes(text));
    assert.equal(files.get(added.path), added.text);
  });

  it('from a few words of a clipboard too: nothing is taken for furniture then', async () => {
    const { get } = await createCorpus();
    const added = await get(clipboard('Lawrow in Genf'));
    assert.equal(added.path, 'articles/added/2026-11-22.md');
    assert.equal(front(added)[0], 'title: ""');
    assert.equal(body(added), '\nLawrow in Genf\n');
  });

  it('from Markdown, which stays as it is', async () => {
    const { get } = await createCorpus();
    const added = await get(clipboard('---\ntitle: Ein Tag\ntags: [a]\n---\n\n- *eins*\n\nText.\n'));
    assert.equal(front(added)[0], 'title: Ein Tag');
    assert.equal(body(added), '\n- *eins*\n\nText.\n');
    assert.match(added.original, /\.original\.md$/);
  });

  it('from the source of a web page, by file or pasted', async () => {
    const page = bytes(PAGE.replace('CHARSET', 'utf-8'));
    const { get } = await createCorpus({ files: { '/tmp/seite.htm': { name: 'seite.htm', bytes: page } } });
    const pasted = await get({ kind: 'bytes', bytes: page });
    const filed = await get({ kind: 'file', where: '/tmp/seite.htm' });
    assert.deepEqual(front(pasted), [
      'title: Eine Stunde in Genf',
      'date: 2022-01-22',
      'source: Seeblick',
      'authors:',
      '  - Ada Muster',
      'language: de',
      'added: 2026-11-22',
      'original: 2022-01-22-eine-stunde-in-genf.original.html',
    ]);
    assert.match(body(pasted), /^\n# Eine Stunde in Genf\n\nAußenminister .*\n\n## Danach\n\n21\.\u00a0Januar: .*\n$/);
    assert.deepEqual(
      [pasted.path, filed.path, filed.original],
      [
        'articles/added/2022-01-22-eine-stunde-in-genf.md',
        'articles/added/2022-01-22-eine-stunde-in-genf-2.md',
        'articles/added/2022-01-22-eine-stunde-in-genf-2.original.htm',
      ],
    );
    assert.equal(body(pasted), body(filed));
  });

  it('never takes a name that is taken, be it only of an original', async () => {
    const { get, files } = await createCorpus();
    files.set('articles/added/2026-11-22.original.txt', 'theirs');
    files.set('articles/added/2026-11-22-2.md', 'theirs');
    assert.equal((await get(clipboard('Lawrow in Genf'))).path, 'articles/added/2026-11-22-3.md');
    assert.equal(files.get('articles/added/2026-11-22.original.txt'), 'theirs');
  });

  it('from the web: with its address, and a word about other hosts', async () => {
    const address = 'https://kurz.example/x';
    const url = 'https://seeblick.example/genf?a=1&b=2';
    const hosts = ['kurz.example', 'seeblick.example', 'seeblick.example'];
    const pages = { [address]: { url, hosts, bytes: bytes(PAGE), extension: 'html' } };
    const { get } = await createCorpus({ pages });
    const added = await get({ kind: 'page', address });
    assert.ok(front(added).includes(`url: ${url}`));
    assert.deepEqual(added.notes, ['The address led on to: seeblick.example']);
  });

  it('takes the address that a page states only from its own host', async () => {
    const stated = PAGE.replace('</head>', '<link rel="canonical" href="https://seeblick.example/genf"></head>');
    const page = (host: string): WebPage => {
      return { url: `https://${host}/genf?utm=1`, hosts: [host], bytes: bytes(stated), extension: 'html' };
    };
    const { get } = await createCorpus({ pages: { own: page('seeblick.example'), other: page('other.example') } });
    assert.ok(front(await get({ kind: 'page', address: 'own' })).includes('url: https://seeblick.example/genf'));
    assert.ok(front(await get({ kind: 'page', address: 'other' })).includes('url: https://other.example/genf?utm=1'));
  });

  it('believes the encoding that a server names, unless the bytes are UTF-8', async () => {
    const russian = 'Москва, 22 января. Встреча прошла в Женеве, сообщил министр.';
    const windows1251 = Uint8Array.from(Array.from(russian, toWindows1251));
    const page = (content: Uint8Array, charset: string): WebPage => {
      return { url: 'https://a.example/', hosts: ['a.example'], bytes: content, extension: 'txt', charset };
    };
    const pages = {
      named: page(windows1251, 'windows-1251'),
      wrong: page(bytes('Gespräche in Genf gehen weiter, sagte der Außenminister.'), 'iso-8859-1'),
      unknown: page(bytes('Gespräche in Genf gehen weiter, sagte er.'), 'x-nonsense'),
    };
    const { get, files } = await createCorpus({ pages });
    const named = await get({ kind: 'page', address: 'named' });
    assert.ok(body(named).includes(russian), body(named));
    assert.deepEqual(files.get(named.original), windows1251, 'the original is as it came');
    for (const address of ['wrong', 'unknown'])
      assert.match(body(await get({ kind: 'page', address })), /Gespräche in Genf/);
  });

  it('knows binary formats by their bytes, whatever they are called', async () => {
    const epub = zipSync({ mimetype: [strToU8('application/epub+zip'), { level: 0 }], a: strToU8('') });
    const packed = gzipSync(bytes(PAGE));
    const { add, get } = await createCorpus({ files: { x: { name: 'x.bin', bytes: packed } } });
    assert.match((await get({ kind: 'file', where: 'x' })).original, /\.original\.html\.gz$/);
    const refusal = await add({ kind: 'bytes', bytes: epub });
    assert.match('refused' in refusal ? refusal.refused : '', /^No article was added: /);
  });

  it('goes where the corpus includes it, else nowhere', async () => {
    const elsewhere = await createCorpus({ includes: (path) => /^added\/[^/]+\.md$/.test(path) });
    assert.equal((await elsewhere.get(clipboard('Lawrow in Genf'))).path, 'added/2026-11-22.md');
    const nowhere = await createCorpus({ includes: (path) => path.endsWith('.txt') });
    assert.deepEqual(await nowhere.add(clipboard('Lawrow in Genf')), {
      refused: 'The settings of the corpus (corpus.yaml) do not include articles/added/2026-11-22.md.',
    });
    assert.equal(nowhere.files.size, 0);
  });

  const csv = 'title,text\nA,Ein Satz über Genf.\nB,Noch ein Satz über Wien.\n';
  const refusals: readonly (readonly [string, Offer, RegExp])[] = [
    ['nothing', clipboard(''), /there is no text in it/],
    ['white space', clipboard(' \n\t\n'), /there is no text in it/],
    ['binary data', { kind: 'bytes', bytes: Uint8Array.from([1, 0, 2, 0, 255, 254, 7, 0, 0, 0]) }, /cannot be read/],
    ['a broken PDF', clipboard('%PDF-1.7\nrubbish'), /^No article was added: cannot be read/],
    ['more than 50 MB', { kind: 'bytes', bytes: new Uint8Array(50 * 1024 * 1024 + 1) }, /larger than 50 MB/],
    ['a file that is not there', { kind: 'file', where: 'weg.txt' }, /weg\.txt is not there/],
    ['a file of the corpus', { kind: 'file', where: 'in' }, /already: articles\/a\.txt/],
    ['a file of many articles', { kind: 'file', where: 'many' }, /holds 2 articles\. Put the file itself/],
    ['a page that is not to be had', { kind: 'page', address: 'https://a.example' }, /cannot be had: ENOTFOUND/],
  ];
  for (const [name, offer, reason] of refusals) {
    it(`refuses ${name}, and says why`, async () => {
      const files = {
        in: { name: 'a.txt', bytes: bytes('Text.'), corpusPath: 'articles/a.txt' },
        many: { name: 'many.csv', bytes: bytes(csv) },
      };
      const corpus = await createCorpus({ files });
      const added = await corpus.add(offer);
      assert.match('refused' in added ? added.refused : '', reason);
      assert.equal(corpus.files.size, 0);
    });
  }

  it('says every reason in both languages', () => {
    const [english, german] = [getAddingMessages('en'), getAddingMessages('de')];
    for (const [reason, print] of Object.entries(english.refusals)) {
      assert.notEqual(print('X'), german.refusals[reason as keyof typeof german.refusals]('X'));
      assert.match(print('X'), /[.X]$/);
    }
    assert.notEqual(english.otherHosts(['a']), german.otherHosts(['a']));
  });
});

describe('the name of a new article', () => {
  const names: readonly (readonly [string, string])[] = [
    ['Genf: „Eine Stunde“ – und mehr!', 'genf-eine-stunde-und-mehr'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..\\..\\Windows\\System32', 'windows-system32'],
    ['CON', 'con'],
    ['C:\\a', 'c-a'],
    ['Größe', 'größe'],
    ['Gro\u0308ße', 'größe'],
    ['Встреча в Женеве', 'встреча-в-женеве'],
    ['日本語の記事', '日本語の記事'],
    ['\u{1F600}\u202e\u0000 \ud800', ''],
    ['a'.repeat(300), 'a'.repeat(60)],
    [
      'Donaudampfschifffahrtsgesellschaft tagt in Greifenwiek am Hafen von gestern',
      'donaudampfschifffahrtsgesellschaft-tagt-in-greifenwiek-am',
    ],
  ];
  for (const [title, slug] of names) {
    it(`of “${title.slice(0, 40)}” is ${slug.slice(0, 40)}`, () => {
      const expected = slug === '' ? '2026-11-22' : `2026-11-22-${slug}`;
      assert.equal(nameArticle({ title, added: '2026-11-22', number: 1 }), expected);
    });
  }

  it('begins with the day of the article as far as it is known, and is numbered', () => {
    const name = (date: string) => nameArticle({ title: 'A', added: '2026-11-22', date, number: 7 });
    assert.deepEqual(['2022', '2022-01', '2022-01-22', '../x', '2022-01-22/..'].map(name), [
      '2022-a-7',
      '2022-01-a-7',
      '2022-01-22-a-7',
      '2026-11-22-a-7',
      '2026-11-22-a-7',
    ]);
  });

  it('is one that every file system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, date) => {
        const name = nameArticle({ title, date, added: '2026-11-22', number: 1 });
        assert.match(name, /^\d{4}[-\p{L}\p{M}\p{N}]*$/u);
        assert.doesNotMatch(name, /-$/);
        assert.equal(name, name.normalize('NFC'));
        assert.ok(new TextEncoder().encode(`${name}-999.original.html.gz`).length <= 255);
      }),
    );
  });
});

function toWindows1251(character: string): number {
  const code = character.charCodeAt(0);
  return code < 0x80 ? code : code - 0x410 + 0xc0;
}
