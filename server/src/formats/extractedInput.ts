import type { ArticleId, ArticleMetadata, BodySpan, ExtractedInput } from '../core/article/article.js';
import { createArticleId, createPartNames } from '../core/article/articleId.js';
import type { Problem } from '../core/problem.js';
import { createDamageReport } from './damageReport.js';
import type { FilePart, ReadFile } from './format.js';

/** One article as a reader took it out of a file. */
export interface ExtractedArticle extends ExtractedText {
  /** What tells it from the others of its file. Missing when the file is one article. */
  readonly key?: string;
  readonly problems: readonly Problem[];
}

export interface ExtractedText {
  readonly metadata: ArticleMetadata;
  /** In reading order, without furniture; the title comes first where there is one. */
  readonly blocks: readonly ExtractedBlock[];
}

/** A title, subhead or paragraph; line breaks inside it stay. */
export type ExtractedBlock = Omit<BodySpan, 'start' | 'end'> & { readonly text: string };

/**
 * What a file gave: articles with a key are named by it; of those without, the one that is alone bears the file's path, several are
 * numbered. Articles without any text are left out.
 */
export function toReadFile(path: string, extracted: readonly ExtractedArticle[]): ReadFile {
  const nameOf = createPartNames();
  const damage = createDamageReport(path);
  const filled = extracted.filter(hasText);
  const toId = ({ key }: ExtractedArticle, i: number): ArticleId => {
    if (key === undefined && filled.length === 1) return createArticleId(path);
    return createArticleId(path, nameOf(key ?? String(i + 1)));
  };
  const articles = filled.map((article, i) => toExtractedInput(toId(article, i), damage.repair(article)));
  return { articles, problems: [...extracted.flatMap(({ problems }) => problems), ...damage.listProblems()] };
}

/** The same article by article, for files that may hold any number of them: there, every article has a key. */
export async function* listParts(path: string, extracted: AsyncIterable<ExtractedArticle>): AsyncGenerator<FilePart> {
  const nameOf = createPartNames();
  const damage = createDamageReport(path);
  let number = 0;
  for await (const article of extracted) {
    yield* article.problems;
    if (!hasText(article)) continue;
    number += 1;
    yield toExtractedInput(createArticleId(path, nameOf(article.key ?? String(number))), damage.repair(article));
  }
  yield* damage.listProblems();
}

function hasText({ blocks }: ExtractedArticle): boolean {
  return blocks.some(({ text }) => text.trim() !== '');
}

/** Puts the text together from its blocks, with an empty line between them; a title that no block has comes first. */
export function toExtractedInput(id: ArticleId, { metadata, blocks }: ExtractedText): ExtractedInput {
  const body: BodySpan[] = [];
  let text = '';
  for (const { text: block, ...about } of startWithTitle(metadata.title, blocks)) {
    const clean = cleanBlock(block);
    if (clean === '') continue;
    if (text !== '') text += '\n\n';
    body.push({ start: text.length, end: text.length + clean.length, ...about });
    text += clean;
  }
  return { id, text: text === '' ? '' : `${text}\n`, metadata, contentStart: 0, layout: 'extracted', body };
}

function startWithTitle(title: string | undefined, blocks: readonly ExtractedBlock[]): readonly ExtractedBlock[] {
  if (title === undefined || blocks.some(({ role }) => role === 'title')) return blocks;
  return [{ text: title, role: 'title' }, ...blocks];
}

/** Empty lines stand between blocks only. */
function cleanBlock(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')
    .trim();
}
