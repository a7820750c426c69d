import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../../server/src/core/article/readArticle.js';
import { collectParts, createArticleReader } from '../../server/src/formats/articleReader.js';
import { getDataFiles, getKnowledge } from '../support/knowledge.js';
import { printArticle, printProblem } from '../support/printArticle.js';
import { writeFormatFiles } from './formatFiles.js';

const FOLDER = 'test/golden/formats';
const UPDATE = process.env['UPDATE_GOLDENS'] === '1';

// Files of every format in, what was read of them out. `UPDATE_GOLDENS=1` rewrites the goldens: read the diff as you would read code.
describe('one story in every format', () => {
  let files: ReadonlyMap<string, Uint8Array> = new Map();

  before(async () => {
    files = await writeFormatFiles();
  });

  for (const name of [
    'utf-8.txt',
    'utf-8-marked.txt',
    'utf-16le-marked.txt',
    'utf-16be.txt',
    'windows-1252.txt',
    'iso-8859-15.txt',
    'windows-1251.txt',
    'koi8-r.txt',
    'decomposed.txt',
    'damaged.txt',
    'markdown.md',
    'page.html',
    'page-windows-1252.html',
    'archive.mhtml',
    'mail.eml',
    'export.jsonl',
    'export.csv',
    'two-columns.csv',
    'export.tsv',
    'feed.rss',
    'news.nitf',
    'book.epub',
    'document.odt',
    'document.docx',
    'document.pdf',
  ]) {
    it(name, async () => {
      const readArticles = createArticleReader({ data: await getDataFiles() });
      const { articles, problems } = await collectParts(readArticles(name, [files.get(name) ?? assert.fail()]));
      const { furniture } = await getKnowledge();
      const printed = [
        ...articles.map((input) => printArticle(readArticle(input, furniture).article)),
        ...problems.map((problem) => printProblem(problem, articles[0]?.text)),
      ].join('\n');
      const golden = join(FOLDER, `${name}.article`);
      if (UPDATE) writeFileSync(golden, printed);
      assert.ok(existsSync(golden), `no ${golden}: run with UPDATE_GOLDENS=1 and read it`);
      assert.equal(printed, readFileSync(golden, 'utf8'));
    });
  }
});
