import { setImmediate } from 'node:timers/promises';
import type { Problem } from './core/problem.js';
import { indexReferences, type Reference, type References, withReferences } from './core/references/references.js';
import type { ArticleReader } from './formats/articleReader.js';
import { isProblem } from './formats/format.js';
import { parseReferences } from './formats/references.js';
import { readWithin } from './node/corpusFolder.js';
import type { CorpusFolder } from './service/ports.js';

/** The writer's references beside the articles, and what is wrong with them. */
export interface FolderReferences {
  readonly references: References;
  readonly problems: readonly Problem[];
}

/** Reads the files of references that there are, when somebody asks for the first time. Of two that know an article the first counts. */
export function createFolderReferences(root: string, paths: readonly string[]): () => Promise<FolderReferences> {
  let read: Promise<FolderReferences> | undefined;
  return () => (read ??= readReferences(root, paths));
}

/** The same folder; its listings tell the problems of the references too. */
export function listWithReferences(folder: CorpusFolder, find: () => Promise<FolderReferences>): CorpusFolder {
  return {
    ...folder,
    list: async () => {
      const [listing, { problems }] = await Promise.all([folder.list(), find()]);
      return { ...listing, problems: [...listing.problems, ...problems] };
    },
  };
}

/** The same reader; its articles have what the references state of them. */
export function readWithReferences(read: ArticleReader, find: () => Promise<FolderReferences>): ArticleReader {
  return async function* (path, chunks) {
    const { references } = await find();
    for await (const part of read(path, chunks)) yield isProblem(part) ? part : withReferences(part, references);
  };
}

async function readReferences(root: string, paths: readonly string[]): Promise<FolderReferences> {
  const references: Reference[] = [];
  const problems: Problem[] = [];
  for (const path of new Set(paths)) {
    const read = await readWithin(root, path);
    if ('code' in read) {
      if (read.code !== 'vanished-file') problems.push(read);
      continue;
    }
    const file = await parseReferences(path, read.bytes, () => setImmediate());
    for (const reference of file.references) references.push(reference);
    problems.push(...file.problems);
  }
  return { references: indexReferences(references), problems };
}
