import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../bootstrap/checkout.mjs';
import { parseGermEval } from '../../out/server/src/training/germEval.js';

const DATA = path.join(root, 'server', 'data');

/** Where the model is kept: it is committed and shipped. */
export const MODEL = path.join(DATA, 'model', 'tagger.bin');

/** All that the tagger learns from, in an order that is the same everywhere. */
export async function readTrainingData() {
  const tables = ['dev.tsv', 'test.tsv'].map((name) => path.join(DATA, 'third-party', 'germeval2014', name));
  const germEval = (await Promise.all(tables.map((table) => readFile(table, 'utf8')))).flatMap(parseGermEval);
  const folder = path.join(DATA, 'annotated');
  const languages = ['de', 'en'].map(async (language) => {
    const names = (await readdir(path.join(folder, language))).filter((name) => name.endsWith('.txt')).sort();
    return Promise.all(
      names.map(async (name) => ({
        path: `${language}/${name}`,
        content: await readFile(path.join(folder, language, name), 'utf8'),
      })),
    );
  });
  return { germEval, annotated: (await Promise.all(languages)).flat() };
}
