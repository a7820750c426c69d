import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { ArticleId } from '../core/article/article.js';
import { findLineStarts, lineAt, type LineStarts } from '../core/text/lines.js';
import { findArticleFileText } from '../articleFileText.js';
import type { FolderCorpus } from '../compose.js';
import type { Explanation, LiveDocument } from '../service/answers.js';
import { printExplanation } from '../service/cards/printExplanation.js';
import { type CommandCall, EXIT } from './command.js';
import type { Console } from './console.js';
import { findCorpusRoot, openFolderCorpus } from './openCorpus.js';

/** A place in a file as the caller names it; line and column are counted from 1, and without a column the whole line is meant. */
interface NamedPlace {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** `fundstelle explain`: what is recognised in a line, and why. Gives 1 when that is nothing. */
export async function explain(call: CommandCall, console: Console): Promise<number> {
  const { format = 'text' } = call;
  const place = call.paths.length === 1 ? parsePlace(call.paths[0] ?? '') : undefined;
  if (place === undefined) return refuse('explain needs one place: FILE:LINE or FILE:LINE:COLUMN', console);
  if (format !== 'text' && format !== 'json') return refuse('--format is text or json', console);
  const root = await findCorpusRoot(call.corpus, console);
  if (root === undefined) return EXIT.usage;
  const corpus = await openFolderCorpus(root, console);
  try {
    return await explainPlace(corpus, { place, format }, console);
  } finally {
    await corpus.service.close();
  }
}

interface Asked {
  readonly place: NamedPlace;
  readonly format: 'text' | 'json';
}

async function explainPlace(corpus: FolderCorpus, { place, format }: Asked, console: Console): Promise<number> {
  const document = await findDocument(corpus, resolve(console.folder, place.file));
  if (document === undefined) return refuse(`${place.file} cannot be read`, console);
  const starts = findLineStarts(document.text);
  if (place.line > starts.length) return refuse(`${place.file} has ${String(starts.length)} lines`, console);
  const start = (starts[place.line - 1] ?? 0) + (place.column ?? 1) - 1;
  const end = place.column === undefined ? (starts[place.line] ?? document.text.length + 1) - 1 : start;
  const explanation = await corpus.service.explain(document, { start, end });
  await console.write(format === 'json' ? printJson(explanation, starts) : printText(explanation, starts));
  return explanation.facts.length > 0 ? EXIT.done : EXIT.findings;
}

/** The article as the corpus reads it, or the draft as it is; undefined for what cannot be read. */
async function findDocument({ root, folder, service }: FolderCorpus, file: string): Promise<LiveDocument | undefined> {
  const id = relative(root, file).split(sep).join('/') as ArticleId;
  const base = { key: id, version: 1, path: id };
  const extracted = await service.findArticleText(id);
  if (extracted) return { ...base, text: extracted.text, articlePath: id, markup: 'extracted' };
  const text = await findArticleFileText(dirname(file), basename(file));
  if (text === undefined) return undefined;
  const markup = /\.(?:md|markdown)$/i.test(file) ? 'markdown' : 'plain';
  return { ...base, text, markup, ...(folder.includes(id) && { articlePath: id }) };
}

function printText(explanation: Explanation, starts: LineStarts): string {
  return printExplanation(explanation, { locale: 'en', printPlace: (offset) => toPlace(starts, offset).join(':') });
}

/** One object; places are line and column, counted from 1. */
function printJson({ facts }: Explanation, starts: LineStarts): string {
  const placed = facts.map(({ start, end, offices, ...fact }) => ({
    ...fact,
    start: toPlace(starts, start),
    end: toPlace(starts, end),
    ...(offices && {
      offices: offices.map((office) => ({ ...office, evidence: toPlace(starts, office.evidence.start) })),
    }),
  }));
  return `${JSON.stringify({ facts: placed }, undefined, 2)}\n`;
}

function toPlace(starts: LineStarts, offset: number): readonly [line: number, column: number] {
  const line = lineAt(starts, offset);
  return [line + 1, offset - (starts[line] ?? 0) + 1];
}

/** A path may hold colons itself: the last numbers are the place. */
function parsePlace(text: string): NamedPlace | undefined {
  const [, file, line, column] = /^(.+?):([1-9]\d{0,8})(?::([1-9]\d{0,8}))?$/s.exec(text) ?? [];
  if (file === undefined || line === undefined) return undefined;
  return { file, line: Number(line), ...(column !== undefined && { column: Number(column) }) };
}

async function refuse(reason: string, console: Console): Promise<number> {
  await console.complain(`fundstelle: ${reason}\n`);
  return EXIT.usage;
}
