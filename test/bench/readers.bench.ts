import { createReadStream, createWriteStream, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { readArticle } from '../../server/src/core/article/readArticle.js';
import { type ArticleReader, createArticleReader } from '../../server/src/formats/articleReader.js';
import { isProblem } from '../../server/src/formats/format.js';
import { getDataFiles, getKnowledge } from '../support/knowledge.js';
import { printTable } from './measure.js';

// Figures, not assertions: reading beside the bare libraries, one core. `--jsonl=MB` sets the size of the generated export.
const MB = 1024 * 1024;
const JSONL_MB = Number(/--jsonl=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 200);
const PAGES = resolve('..', 'shared', 'data', 'web-pages');

const readArticles = createArticleReader({ data: await getDataFiles() });
const { furniture } = await getKnowledge();
// First, while nothing else fills the memory.
await reportExport();
await reportTexts();
await reportPages();

/** A large export is read with memory for a few articles. */
async function reportExport(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-bench-'));
  const path = join(folder, 'export.jsonl');
  await writeExport(path);
  const size = statSync(path).size / MB;
  const before = process.memoryUsage().rss / MB;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss / MB)), 20);
  const start = performance.now();
  let articles = 0;
  for await (const part of readArticles('export.jsonl', createReadStream(path, { highWaterMark: 256 * 1024 })))
    if (!isProblem(part)) articles += 1;
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  const bare = await timeLines(path);
  rmSync(folder, { recursive: true });
  printTable('JSON Lines, streamed', [
    ['MB', 'articles', 'MB/s', 'JSON.parse alone MB/s', 'RSS before MB', 'peak RSS MB'],
    [size, articles, size / seconds, size / bare, before, peak],
  ]);
}

async function writeExport(path: string): Promise<void> {
  const texts = listSampleTexts();
  const stream = createWriteStream(path);
  let written = 0;
  for (let i = 0; written < JSONL_MB * MB; i++) {
    const text = texts[i % texts.length] ?? '';
    const line = `${JSON.stringify({ id: i, title: `Meldung ${String(i)}`, date: '2022-01-13', source: 'Blatt', text })}\n`;
    written += Buffer.byteLength(line);
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}

/** What the platform needs for the same lines at least. */
async function timeLines(path: string): Promise<number> {
  const start = performance.now();
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) JSON.parse(line);
  }
  return (performance.now() - start) / 1000;
}

function listSampleTexts(): readonly string[] {
  const folder = 'corpus/articles';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Plain text: decoded, and its furniture found. */
async function reportTexts(): Promise<void> {
  const encoder = new TextEncoder();
  const files = listSampleTexts().map((text) => encoder.encode(text));
  const size = files.reduce((sum, { length }) => sum + length, 0) / MB;
  const rounds = Math.ceil(20 / size);
  const read = await time(rounds, async () => {
    for (const bytes of files)
      for await (const part of readArticles('a.txt', [bytes])) if (!isProblem(part)) readArticle(part, furniture);
  });
  const decoder = new TextDecoder();
  const bare = await time(rounds, () => {
    for (const bytes of files) decoder.decode(bytes);
    return Promise.resolve();
  });
  printTable('Plain text, read and furniture found', [
    ['MB', 'MB/s', 'TextDecoder alone MB/s'],
    [size * rounds, (size * rounds) / read, (size * rounds) / bare],
  ]);
}

/** Saved web pages. */
async function reportPages(): Promise<void> {
  const pages = listPages();
  if (pages.length === 0) {
    console.log('\nWeb pages: skipped, ../shared/data/web-pages is not there');
    return;
  }
  const read = await time(1, async () => {
    for (const bytes of pages) await readAll(readArticles, 'a.html', bytes);
  });
  const decoder = new TextDecoder();
  const parse = await time(1, () => {
    for (const bytes of pages) parseHTML(decoder.decode(bytes));
    return Promise.resolve();
  });
  const defuddle = await time(1, async () => {
    for (const bytes of pages)
      await Defuddle(toDocument(decoder.decode(bytes)), 'https://example.org/').catch(() => undefined);
  });
  const perMinute = (seconds: number): number => Math.round((pages.length / seconds) * 60);
  printTable('Web pages a minute and core', [
    ['pages', 'kB a page', 'Fundstelle', 'defuddle on linkedom', 'linkedom alone'],
    [
      pages.length,
      pages.reduce((sum, { length }) => sum + length, 0) / pages.length / 1024,
      perMinute(read),
      perMinute(defuddle),
      perMinute(parse),
    ],
  ]);
}

/** The types of both libraries disagree about what a document is. */
function toDocument(html: string): never {
  return (parseHTML(html) as unknown as { readonly document: never }).document;
}

function listPages(): readonly Uint8Array[] {
  if (!existsSync(PAGES)) return [];
  const names = readdirSync(PAGES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.html?(?:\.gz)?$/.test(name),
  );
  return names.map((name) => {
    const bytes = readFileSync(join(PAGES, name));
    return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  });
}

async function readAll(read: ArticleReader, path: string, bytes: Uint8Array): Promise<void> {
  for await (const part of read(path, [bytes])) if (isProblem(part)) continue;
}

/** Seconds for all rounds. */
async function time(rounds: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < rounds; i++) await work();
  return (performance.now() - start) / 1000;
}
