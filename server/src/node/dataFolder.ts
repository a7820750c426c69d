import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { DataFiles } from '../core/language/dataFiles.js';

/** The data tables below `folder` by path with `/`, such as `lexicon/states.tsv`. Rejects when the folder is not there. */
export async function readDataFolder(folder: string): Promise<DataFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.tsv')).map(toPath);
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return new Map(paths.map((path, i) => [relative(folder, path).split(sep).join('/'), texts[i] ?? '']));
}

function toPath(entry: { readonly parentPath: string; readonly name: string }): string {
  return join(entry.parentPath, entry.name);
}
