import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Authority } from '../../core/authority/authority.js';
import type { Placed, PlacedEntry } from '../../core/authority/placed.js';
import { readAuthority } from '../../core/authority/readAuthority.js';
import type { Problem } from '../../core/problem.js';
import { parseYamlFile } from '../yamlFile.js';

/** Parses the text of an authority file. What is wrong is a problem at its place, and what is right counts. */
export function parseAuthority(
  path: string,
  text: string,
): { readonly authority: Authority; readonly problems: readonly Problem[] } {
  const { contents, problems } = parseYamlFile(path, text);
  const { authority, problems: faults } = readAuthority(path, toPlaced(contents));
  return { authority, problems: [...problems, ...faults] };
}

/** A node as plain data. An alias is nothing of use: it cannot multiply what it stands for. Nesting is bounded by `parseYamlFile`. */
export function toPlaced(node: Node | null): Placed {
  const [start = 0, end = 0] = node?.range ?? [];
  const span = { start, end };
  if (isSeq<Node>(node)) return { kind: 'list', span, items: node.items.map(toPlaced) };
  if (isMap<Node, Node | null>(node)) return { kind: 'map', span, entries: node.items.map(toEntry) };
  if (!isScalar(node)) return node === null ? { kind: 'nothing', span } : { kind: 'other', span, source: '' };
  if (typeof node.value === 'string') return { kind: 'text', span, text: node.value };
  return node.value === null ? { kind: 'nothing', span } : { kind: 'other', span, source: node.source ?? '' };
}

function toEntry({ key, value }: Pair<Node, Node | null>): PlacedEntry {
  const [start = 0, end = 0] = key.range ?? [];
  return { key: isScalar(key) ? String(key.value) : '', keySpan: { start, end }, value: toPlaced(value) };
}
