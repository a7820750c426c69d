import type { Problem } from '../../../core/problem.js';
import type { Counts, IndexedFile } from '../../ports.js';
import type { Database } from '../database.js';
import { parseList } from '../stored.js';
import { getTotal } from './summaries.js';

const FILES = 'SELECT path, stamp, hash, version, problems FROM files WHERE stamp IS NOT NULL ORDER BY path';

type FileRow = Omit<IndexedFile, 'problems'> & { readonly problems: string };

/** All files that were finished, by path. */
export function listFiles(database: Database): readonly IndexedFile[] {
  const rows = database.all<FileRow>(FILES);
  return rows.map((row) => ({ ...row, problems: parseList(row.problems) as readonly Problem[] }));
}

export function getCounts(database: Database): Counts {
  const count = (name: string): number => getTotal(database, name);
  return {
    articles: count('articles'),
    passages: count('passages'),
    mentions: count('mentions'),
    actors: count('actors'),
    events: count('events'),
  };
}
