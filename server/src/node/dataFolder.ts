import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { DataFiles } from '../core/language/dataFiles.js';

/** What the tagger is trained on; the program itself does not read it, and it is not shipped. */
const TRAINING_DATA = /^(?:annotated|third-party)(?:\/|$)/;

/** The data tables below `folder` by path with `/`, such as `lexicon/states.tsv`. Rejects when the folder is not there. */
export async function readDataFolder(folder: string): Promise<DataFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsv'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !TRAINING_DATA.test(name));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, i) => [name, texts[i] ?? '']));
}

/** The bytes of the trained tagger in the data folder; undefined where there is none. */
export async function readTaggerModel(folder: string): Promise<Uint8Array | undefined> {
  return readFile(join(folder, 'model', 'tagger.bin')).catch(() => undefined);
}
