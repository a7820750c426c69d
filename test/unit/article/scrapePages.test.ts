import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseFurniture } from '../../../server/src/core/article/furniture.js';
import { readScrape } from '../../../server/src/core/article/scrape.js';

const TABLES = ['language/de/furniture.tsv', 'language/en/furniture.tsv', 'outlets.tsv'];
const { furniture } = parseFurniture(
  new Map(TABLES.map((path) => [path, readFileSync(`server/data/${path}`, 'utf8')])),
);
const MARKS = { title: 'T', subhead: 'S', paragraph: 'P' } as const;

interface Page {
  readonly name: string;
  /** Date and source, `-` for none. */
  readonly head: string;
  /** Lines with their mark before them. */
  readonly marked: readonly string[];
}

function listPages(file: string): readonly Page[] {
  const [, ...pages] = readFileSync(`test/unit/article/pages/${file}`, 'utf8').split(/^=== /m);
  return pages.map((page) => {
    const [heading = '', ...marked] = page.trimEnd().split('\n');
    const [name = '', ...head] = heading.split(' | ');
    return { name, head: head.join(' | '), marked: marked.map((line) => line.trimEnd()) };
  });
}

/** The page as it was read, in the form in which it is written. */
function show(marked: readonly string[]): { readonly head: string; readonly marked: readonly string[] } {
  const lines = marked.map((line) => line.slice(2));
  const { title, date, source, body } = readScrape({ text: lines.join('\n'), contentStart: 0 }, furniture);
  let start = 0;
  const read = lines.map((line) => {
    const end = start + line.length;
    const span = body.find((each) => each.start < end && each.end > start);
    start = end + 1;
    const mark = span ? MARKS[span.role] : '-';
    return line === '' ? mark : `${mark} ${line}`;
  });
  const titleLine = read.find((line) => line.startsWith('T '));
  if (title !== titleLine?.slice(2)) read.unshift(`title ${String(title)}`);
  return { head: `${date ?? '-'} | ${source ?? '-'}`, marked: read };
}

for (const file of ['german.txt', 'english.txt', 'mixed.txt']) {
  describe(`scraped pages of ${file}`, () => {
    for (const { name, head, marked } of listPages(file)) {
      it(name, () => {
        assert.deepEqual(show(marked), { head, marked });
      });
    }
  });
}
