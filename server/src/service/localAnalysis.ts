import type { ArticleInput } from '../core/article/article.js';
import type { Facts } from '../core/facts.js';
import type { Problem } from '../core/problem.js';
import type { ArticleReader } from '../formats/articleReader.js';
import { isProblem } from '../formats/format.js';
import type { AnalysedPart, CorpusFolder, FileAnalysis } from './ports.js';

export interface LocalAnalysisParts {
  readonly folder: CorpusFolder;
  readonly readArticles: ArticleReader;
  readonly analyse: (input: ArticleInput) => Facts;
  /** Names what the facts of a file are made from besides its bytes: settings, authority, references. */
  readonly basis?: string;
}

/** Reads and analyses files in the thread that asks. */
export function createLocalAnalysis({ folder, readArticles, analyse, basis = '' }: LocalAnalysisParts): FileAnalysis {
  return {
    width: 1,
    basis,
    analyse: async function* (path, known) {
      const content = await folder.read(path);
      if ('code' in content) {
        yield { kind: 'problem', problem: content };
        return;
      }
      const hash = content.hash + basis;
      yield { kind: 'file', stamp: content.stamp, hash };
      if (hash === known) return;
      for await (const part of readArticles(path, content.chunks))
        yield isProblem(part) ? { kind: 'problem', problem: part } : analyseGuarded(path, part, analyse);
    },
  };
}

/** The code of the problem that a file has whose articles could not all be analysed. */
export const ANALYSIS_FAILED = 'analysis-failed';

/** Whatever is wrong with one article is a problem of its file: the others must not suffer from it. */
function analyseGuarded(path: string, input: ArticleInput, analyse: (input: ArticleInput) => Facts): AnalysedPart {
  try {
    return { kind: 'facts', facts: analyse(input) };
  } catch (error) {
    return { kind: 'problem', problem: createFailure(path, error instanceof Error ? error.message : String(error)) };
  }
}

export function createFailure(path: string, message: string): Problem {
  return { path, severity: 'error', code: ANALYSIS_FAILED, message };
}
