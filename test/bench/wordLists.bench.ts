import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { COMPILED_LEXICON, compileLexicon } from '../../server/src/core/actors/lexicon.js';
import { createKnowledge } from '../../server/src/core/knowledge.js';
import { readDataFolder } from '../../server/src/node/dataFolder.js';
import { printTable } from './measure.js';

// Figures, not assertions. Loading is measured in fresh processes: what counts is the first time, before anything is compiled.
const FOLDER = 'server/data';
const RUNS = 9;
const MB = 1024 * 1024;
const NO_FILE = 'none';

// In a measuring process: the file of the compiled lexicon, or the word that there is none.
const [, , compiledFile] = process.argv;
if (compiledFile === undefined) await report();
else await loadOnce(compiledFile);

async function report(): Promise<void> {
  const files = await readDataFolder(FOLDER);
  const text = compileLexicon(files);
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-bench-'));
  const file = join(folder, COMPILED_LEXICON);
  writeFileSync(file, text);
  printTable(`Loading all word lists in a fresh process: best of ${String(RUNS)}`, [
    ['lexicon from', 'read ms', 'make ms', 'heap MB'],
    ['tables', ...bestOf(NO_FILE)],
    ['compiled', ...bestOf(file)],
  ]);
  rmSync(folder, { recursive: true });
  const sizes = [...files].map(([name, content]) => [name, compressedSize(content)] as const);
  printTable('Compressed (brotli)', [
    ['file', 'kB'],
    ...[...sizes].sort(([, a], [, b]) => b - a).slice(0, 12),
    ['all tables', sizes.reduce((sum, [, size]) => sum + size, 0)],
    [COMPILED_LEXICON, compressedSize(text)],
  ]);
}

/** The least that each figure came to. */
function bestOf(file: string): readonly number[] {
  const runs = Array.from({ length: RUNS }, () => {
    const output = execFileSync(process.execPath, ['--expose-gc', import.meta.filename, file], { encoding: 'utf8' });
    return output.trim().split(' ').map(Number);
  });
  return [0, 1, 2].map((column) => Math.min(...runs.map((run) => run[column] ?? Infinity)));
}

/** What a start does. */
async function loadOnce(file: string): Promise<void> {
  const start = performance.now();
  const files = new Map(await readDataFolder(FOLDER));
  if (file !== NO_FILE) files.set(COMPILED_LEXICON, readFileSync(file, 'utf8'));
  const read = performance.now() - start;
  const before = process.memoryUsage().heapUsed;
  const made = performance.now();
  const { knowledge } = createKnowledge(files);
  const time = performance.now() - made;
  globalThis.gc?.();
  const heap = (process.memoryUsage().heapUsed - before) / MB;
  // The knowledge is used behind the count, so that nothing of it is freed before.
  console.log(read, time, knowledge.lexicon.names.byKey.size > 0 ? heap : 0);
}

function compressedSize(text: string): number {
  return brotliCompressSync(text).length / 1024;
}
