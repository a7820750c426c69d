import { stat, readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { analyse } from '../core/analyse.js';
import type { Knowledge } from '../core/knowledge.js';
import { printAnalysis } from '../core/printAnalysis.js';
import type { Problem } from '../core/problem.js';
import { isReadable, readArticleFile } from '../formats/readArticleFile.js';
import { createFolderCorpus } from '../compose.js';
import { loadKnowledge } from '../loadKnowledge.js';
import { type CommandCall, EXIT } from './command.js';
import type { Console } from './console.js';

const MAX_BYTES = 50 * 1024 * 1024;

/** `fundstelle analyze`: prints the facts of each article, each file alone; with `--corpus` the authority file is heeded. */
export async function analyze(call: CommandCall, console: Console): Promise<number> {
  if (call.paths.length === 0) {
    await console.complain('fundstelle: analyze needs the path of at least one file or folder\n');
    return EXIT.usage;
  }
  const knowledge = await loadCallKnowledge(call, console);
  let failed = 0;
  for (const path of call.paths) {
    for await (const file of listFiles(resolve(console.folder, path), path)) {
      const line = 'message' in file ? file : await analyseFile(file, call, knowledge);
      if (typeof line === 'string') await console.write(line);
      else {
        failed++;
        await console.complain(`${line.path}: ${line.message}\n`);
      }
    }
  }
  return failed > 0 ? EXIT.findings : EXIT.done;
}

/** A file to analyse: where it is, and how the caller named it. */
interface NamedFile {
  readonly absolute: string;
  readonly shown: string;
}

async function loadCallKnowledge(call: CommandCall, console: Console): Promise<Knowledge> {
  const knowledge = await loadKnowledge();
  if (call.corpus === undefined) return knowledge;
  const corpus = await createFolderCorpus({ root: resolve(console.folder, call.corpus), knowledge });
  for (const { path, message } of corpus.problems) await console.complain(`${path}: ${message}\n`);
  return { ...knowledge, authority: corpus.authority };
}

/** The file itself, or all readable files below a folder, in path order; what cannot be listed is a Problem. */
async function* listFiles(absolute: string, shown: string): AsyncGenerator<NamedFile | Problem> {
  try {
    if (!(await stat(absolute)).isDirectory()) {
      yield { absolute, shown };
      return;
    }
    const entries = await readdir(absolute, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const [inner, name] = [join(absolute, entry.name), join(shown, entry.name)];
      if (entry.isDirectory()) yield* listFiles(inner, name);
      else if (entry.isFile() && isReadable(entry.name)) yield { absolute: inner, shown: name };
    }
  } catch (error) {
    yield toProblem(shown, error);
  }
}

async function analyseFile(file: NamedFile, call: CommandCall, knowledge: Knowledge): Promise<string | Problem> {
  try {
    const { size } = await stat(file.absolute);
    if (size > MAX_BYTES) return toProblem(file.shown, new Error('the file is larger than 50 MB'));
    const read = readArticleFile(file.shown, await readFile(file.absolute));
    if (!('input' in read)) return read;
    const facts = analyse(call.raw ? { ...read.input, layout: 'raw' } : read.input, knowledge);
    return `${JSON.stringify(printAnalysis(basename(file.shown).replace(/\.gz$/, ''), facts))}\n`;
  } catch (error) {
    return toProblem(file.shown, error);
  }
}

function toProblem(path: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return { path, severity: 'error', code: 'unreadable-file', message: `cannot be read: ${reason}` };
}
