import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fold } from '../../server/src/core/text/fold.ts';
import { root } from '../bootstrap/checkout.mjs';

const COLUMNS = '#columns';

/** Rows of a data table as objects, by path below the checkout. */
export function readTable(file) {
  const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
  const columns = lines
    .find((line) => line.startsWith(COLUMNS))
    .split('\t')
    .slice(1);
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map((cells) => Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])));
}

/** The text of a data table: comment lines, columns, rows of cells. */
export function printTable({ comment, columns, rows }) {
  const head = comment.map((line) => `# ${line}`);
  return [...head, [COLUMNS, ...columns].join('\t'), ...rows.map((cells) => cells.join('\t'))].join('\n') + '\n';
}

/** Words joined into rows that each hold those with the same first `length` letters: far fewer lines to read in a comparison. */
export function groupByStart(words, length) {
  const groups = new Map();
  for (const word of words) {
    const start = fold(word).slice(0, length);
    groups.set(start, [...(groups.get(start) ?? []), word]);
  }
  return [...groups.values()].map((group) => group.join('|'));
}

/** By folded word, then by code unit: the same order on every machine, whatever its language. */
export function sortWords(words) {
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  return [...words]
    .map((word) => [fold(word), word])
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map(([, word]) => word);
}
