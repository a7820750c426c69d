import ignore, { type Ignore } from 'ignore';
import { dirname } from 'node:path/posix';

/** Name of the files that say what of a folder git, and we, leave alone. */
export const IGNORE_FILE = '.gitignore';

/** What the `.gitignore` files of a corpus folder leave out; those above the folder are not heeded. Paths are relative to it, with `/`. */
export class IgnoreRules {
  readonly #byFolder = new Map<string, Ignore>();

  /** Takes over the file of a folder (`''`: the corpus folder itself); undefined: it has none any more. */
  set(folder: string, text: string | undefined): void {
    if (text === undefined) this.#byFolder.delete(folder);
    else this.#byFolder.set(folder, ignore().add(text));
  }

  /** Whether a file is left out, by a rule for it or for a folder above it. A folder is named with `/` at its end. */
  ignores(path: string): boolean {
    if (this.#byFolder.size === 0) return false;
    let verdict = false;
    // The innermost file that says anything wins.
    for (const folder of listFolders(path)) {
      const rules = this.#byFolder.get(folder);
      const { ignored, unignored } = rules?.test(folder === '' ? path : path.slice(folder.length + 1)) ?? {};
      verdict = ignored === true || (verdict && unignored !== true);
    }
    return verdict;
  }
}

/** The folders above a path, outermost first. */
function listFolders(path: string): readonly string[] {
  const folders = [''];
  const parts = dirname(path).split('/');
  for (let i = 1; i <= parts.length && parts[0] !== '.'; i++) folders.push(parts.slice(0, i).join('/'));
  return folders;
}
