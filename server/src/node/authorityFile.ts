import { type Authority, NO_AUTHORITY } from '../core/authority/authority.js';
import type { Problem } from '../core/problem.js';
import { parseAuthority } from '../formats/authority/parseAuthority.js';
import { readWithin } from './corpusFolder.js';

/**
 * Reads the writers' decisions from a YAML file of the corpus folder. No file is no decisions; a file that cannot be read or parsed
 * is a problem, and what is right in it counts.
 */
export async function readAuthorityFile(
  root: string,
  path: string,
): Promise<{ readonly authority: Authority; readonly problems: readonly Problem[] }> {
  const read = await readWithin(root, path);
  if ('code' in read) return { authority: NO_AUTHORITY, problems: read.code === 'vanished-file' ? [] : [read] };
  return parseAuthority(path, new TextDecoder().decode(read.bytes));
}
