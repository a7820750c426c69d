import { type FurnitureLexicon, parseFurniture } from '../../core/article/furniture.js';
import type { DataFiles } from '../../core/language/dataFiles.js';
import type { Problem } from '../../core/problem.js';
import { type ClassWords, parseClassWords } from './classWords.js';
import { type OutletProfiles, parseOutletProfiles } from './outletProfiles.js';

/** What the reader knows of web pages: compiled once from the data files, shared by all pages. */
export interface WebKnowledge {
  readonly furniture: FurnitureLexicon;
  readonly classWords: ClassWords;
  readonly profiles: OutletProfiles;
}

/** Compiles the data files. A faulty row is a Problem and left out; a missing file leaves its table empty. */
export function createWebKnowledge(files: DataFiles): { knowledge: WebKnowledge; problems: readonly Problem[] } {
  const { furniture, problems: ofFurniture } = parseFurniture(files, ['web/furniture.tsv']);
  const { classWords, problems: ofWords } = parseClassWords(files);
  const { profiles, problems: ofProfiles } = parseOutletProfiles(files);
  return { knowledge: { furniture, classWords, profiles }, problems: [...ofFurniture, ...ofWords, ...ofProfiles] };
}
