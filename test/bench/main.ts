import { readFile } from 'node:fs/promises';
import type { ArticleInput } from '../../server/src/core/article/article.js';
import { analyse } from '../../server/src/core/analyse.js';
import type { Facts } from '../../server/src/core/facts.js';
import { collectParts, createArticleReader } from '../../server/src/formats/articleReader.js';
import { createCorpusFolder } from '../../server/src/node/corpusFolder.js';
import type { LiveDocument } from '../../server/src/service/answers.js';
import { createLocalCorpusService } from '../../server/src/service/localCorpus.js';
import { createMemoryStore } from '../../server/src/store/memory.js';
import { getDataFiles, getKnowledge } from '../support/knowledge.js';
import { createMemoryFolder } from '../support/memoryFolder.js';
import { measure, measureEach, printExponent, printTable, spread } from './measure.js';
import { varyArticles } from './varyArticles.js';

// Figures, not assertions: what is slow on one machine is quick on another. Ratios and exponents can be compared.
const SCALES = [1, 2, 4, 8, 16];
const HOVERS = 1000;
const DRAFT = 'corpus/drafts/analyse-gipfel.md';

const knowledge = await getKnowledge();
const readArticles = createArticleReader({ data: await getDataFiles() });
const analyseInput = (input: ArticleInput): Facts => analyse(input, knowledge);
const sample = await readSample();
// The first passes warm up what is measured.
for (let i = 0; i < 3; i++) await analyseAll(sample);

await reportAnalysis();
await reportScaling();

async function readSample(): Promise<ReadonlyMap<string, string>> {
  const folder = createCorpusFolder({
    root: 'corpus',
    include: ['articles/**/*.txt', 'articles/**/*.md'],
    exclude: [],
  });
  const { files } = await folder.list();
  const texts = await Promise.all(files.map(({ path }) => readFile(`corpus/${path}`, 'utf8')));
  return new Map(files.map(({ path }, i) => [path, texts[i] ?? '']));
}

async function readAll(articles: ReadonlyMap<string, string>): Promise<readonly ArticleInput[]> {
  const encoder = new TextEncoder();
  const files = await Promise.all(
    [...articles].map(([path, text]) => collectParts(readArticles(path, [encoder.encode(text)]))),
  );
  return files.flatMap((file) => file.articles);
}

async function analyseAll(articles: ReadonlyMap<string, string>): Promise<readonly Facts[]> {
  return (await readAll(articles)).map(analyseInput);
}

async function reportAnalysis(): Promise<void> {
  const inputs = await readAll(sample);
  const words = inputs.reduce((sum, { text }) => sum + (text.match(/\p{L}+/gu)?.length ?? 0), 0);
  const times = Array.from({ length: 10 }, () => measure(() => inputs.map(analyseInput)).time);
  const { median } = spread(times);
  printTable('Analysis of the sample corpus, one core', [
    ['articles', 'words', 'ms in all', 'ms an article', 'ms per 400 words'],
    [inputs.length, words, median, median / inputs.length, (median / words) * 400],
  ]);
}

async function reportScaling(): Promise<void> {
  const rows: (string | number)[][] = [
    [
      'articles',
      'mentions',
      'actors',
      'index ms',
      'ratio',
      'store ms',
      'hover median',
      'hover p99',
      '@ median',
      '@ p99',
    ],
  ];
  const times: { readonly size: number; readonly index: number; readonly store: number }[] = [];
  for (const scale of SCALES) {
    const articles = varyArticles(sample, scale, await analyseAll(sample));
    const row = await measureCorpus(articles);
    times.push({ size: articles.size, index: row.index, store: row.store });
    const ratio = row.index / (times[0]?.index ?? row.index);
    rows.push([articles.size, row.mentions, row.actors, row.index, ratio, row.store, ...row.answers]);
  }
  printTable(`Index and ${String(HOVERS)} answers for the German draft (ms)`, rows);
  console.log(`time grows with the number of articles to the power of
  ${printExponent(times.map(({ size, index }) => [size, index]))}  whole index
  ${printExponent(times.map(({ size, store }) => [size, store]))}  store alone`);
}

interface Measured {
  readonly mentions: number;
  readonly actors: number;
  readonly index: number;
  readonly store: number;
  readonly answers: readonly number[];
}

async function measureCorpus(articles: ReadonlyMap<string, string>): Promise<Measured> {
  const service = createLocalCorpusService({
    name: 'bench',
    store: createMemoryStore(),
    folder: createMemoryFolder(Object.fromEntries(articles)),
    readArticles,
    analyse: analyseInput,
    pause: () => Promise.resolve(),
  });
  const index = await measureEach(1, () => service.index());
  const document = await openDraft();
  const { mentions } = analyseInput({
    id: 'draft' as never,
    text: document.text,
    metadata: {},
    contentStart: 0,
    layout: 'marked',
  });
  const pick = (i: number) => mentions[i % mentions.length];
  await service.findCard(document, 0);
  const hovers = await measureEach(HOVERS, (i) => service.findCard(document, (pick(i)?.start ?? 0) + 1));
  const completions = await measureEach(HOVERS, (i) => {
    // A writer who types the first one to four letters of a name.
    const typed = `@${pick(i)?.text.slice(0, 1 + (i % 4)) ?? ''}`;
    return service.complete({ key: 'typed', version: i, text: typed, markup: 'plain' }, typed.length);
  });
  const { counts } = await service.getStatus();
  const facts = await analyseAll(articles);
  const store = createMemoryStore();
  const puts = await measureEach(facts.length, (i) => store.put(facts[i] as Facts));
  return {
    mentions: counts.mentions,
    actors: counts.actors,
    index: index[0] ?? 0,
    store: puts.reduce((sum, time) => sum + time, 0),
    answers: [spread(hovers).median, spread(hovers).p99, spread(completions).median, spread(completions).p99],
  };
}

async function openDraft(): Promise<LiveDocument> {
  return { key: DRAFT, version: 1, text: await readFile(DRAFT, 'utf8'), markup: 'markdown' };
}
