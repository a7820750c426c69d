import { createReadStream } from 'node:fs';
import { stat, readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { analyse } from '../core/analyse.js';
import type { ArticleInput } from '../core/article/article.js';
import type { Knowledge } from '../core/knowledge.js';
import { printAnalysis } from '../core/printAnalysis.js';
import type { Problem } from '../core/problem.js';
import { type ArticleReader, createArticleReader, isReadable } from '../formats/articleReader.js';
import { isProblem } from '../formats/format.js';
import { createFolderCorpus } from '../compose.js';
import { type BuiltIn, loadBuiltIn } from '../loadBuiltIn.js';
import { type CommandCall, EXIT } from './command.js';
import type { Console } from './console.js';

/** `fundstelle analyze`: prints the facts of each article, each file alone; with `--corpus` the authority file is heeded. */
export async function analyze(call: CommandCall, console: Console): Promise<number> {
  if (call.paths.length === 0) {
    await console.complain('fundstelle: analyze needs the path of at least one file or folder\n');
    return EXIT.usage;
  }
  const builtIn = await loadBuiltIn();
  const knowledge = await findKnowledge(call, builtIn, console);
  const tools: Tools = { knowledge, readArticles: createArticleReader(builtIn) };
  let code: number = EXIT.done;
  for (const path of call.paths) {
    for await (const line of analysePath({ absolute: resolve(console.folder, path), shown: path }, call, tools)) {
      if (typeof line === 'string') await console.write(line);
      else await console.complain(`${line.path}: ${line.message}\n`);
      if (typeof line === 'object' && line.severity === 'error') code = EXIT.findings;
    }
  }
  return code;
}

interface Tools {
  readonly knowledge: Knowledge;
  readonly readArticles: ArticleReader;
}

/** A file to analyse: where it is, and how the caller named it. */
interface NamedFile {
  readonly absolute: string;
  readonly shown: string;
}

/** What is built in, and the decisions of the corpus that the call names. */
async function findKnowledge(call: CommandCall, builtIn: BuiltIn, console: Console): Promise<Knowledge> {
  if (call.corpus === undefined) return builtIn.knowledge;
  const corpus = await createFolderCorpus({ root: resolve(console.folder, call.corpus), builtIn });
  for (const { path, message } of corpus.problems) await console.complain(`${path}: ${message}\n`);
  return { ...builtIn.knowledge, authority: corpus.authority };
}

async function* analysePath(named: NamedFile, call: CommandCall, tools: Tools): AsyncGenerator<string | Problem> {
  for await (const file of listFiles(named)) {
    if ('message' in file) yield file;
    else yield* analyseFile(file, call, tools);
  }
}

/** The file itself, or all readable files below a folder, in path order; what cannot be listed is a Problem. */
async function* listFiles({ absolute, shown }: NamedFile): AsyncGenerator<NamedFile | Problem> {
  try {
    if (!(await stat(absolute)).isDirectory()) {
      yield { absolute, shown };
      return;
    }
    const entries = await readdir(absolute, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = { absolute: join(absolute, entry.name), shown: join(shown, entry.name) };
      if (entry.isDirectory()) yield* listFiles(inner);
      else if (entry.isFile() && isReadable(entry.name)) yield inner;
    }
  } catch (error) {
    yield toProblem(shown, error);
  }
}

/** A line for each article of the file, and its problems. */
async function* analyseFile(file: NamedFile, call: CommandCall, tools: Tools): AsyncGenerator<string | Problem> {
  try {
    for await (const part of tools.readArticles(file.shown, createReadStream(file.absolute)))
      yield isProblem(part) ? part : printLine(part, call, tools);
  } catch (error) {
    yield toProblem(file.shown, error);
  }
}

function printLine(input: ArticleInput, call: CommandCall, { knowledge }: Tools): string {
  const facts = analyse(call.raw ? toRaw(input) : input, knowledge);
  return `${JSON.stringify(printAnalysis(basename(input.id).replace(/\.gz$/, ''), facts))}\n`;
}

/** What was extracted has no furniture left. */
function toRaw(input: ArticleInput): ArticleInput {
  return input.layout === 'extracted' ? input : { ...input, layout: 'raw' };
}

function toProblem(path: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return { path, severity: 'error', code: 'unreadable-file', message: `cannot be read: ${reason}` };
}
