import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { type Authority, parseAuthority } from '../core/authority/authority.js';
import type { Problem } from '../core/problem.js';
import { readWithin } from './corpusFolder.js';
import { parseYamlFile } from './yamlFile.js';

/**
 * Reads the writers' decisions from a YAML file of the corpus folder. No file is no decisions; a file that cannot be read or parsed
 * is a problem, and what is right in it counts.
 */
export async function readAuthorityFile(
  root: string,
  path: string,
): Promise<{ readonly authority: Authority; readonly problems: readonly Problem[] }> {
  const read = await readWithin(root, path);
  if ('code' in read) {
    const { authority } = parseAuthority(path, undefined);
    return { authority, problems: read.code === 'vanished-file' ? [] : [read] };
  }
  const { contents, problems } = parseYamlFile(path, new TextDecoder().decode(read.bytes));
  const parsed = parseAuthority(path, contents === null ? undefined : toPlain(contents));
  return { authority: parsed.authority, problems: [...problems, ...parsed.problems] };
}

/** Lists, objects and scalars; an alias is nothing. Nesting is bounded by `parseYamlFile`. */
function toPlain(node: unknown): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq<Node>(node)) return node.items.map(toPlain);
  if (isMap(node)) return Object.fromEntries(node.items.map(toEntry));
  return undefined;
}

function toEntry({ key, value }: Pair): readonly [string, unknown] {
  return [isScalar(key) ? String(key.value) : '', toPlain(value)];
}
