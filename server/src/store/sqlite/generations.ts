import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names the index in use. It is changed by renaming, so that nobody ever reads half of it. */
const POINTER = 'current';
const INDEX = /^index-(\d+)\.db$/;

export function nameIndex(generation: number): string {
  return `index-${String(generation)}.db`;
}

/** The generation in use; undefined when there is none. */
export function findGeneration(folder: string): number | undefined {
  try {
    const [, generation] = INDEX.exec(readFileSync(join(folder, POINTER), 'utf8').trim()) ?? [];
    return generation === undefined ? undefined : Number(generation);
  } catch {
    return undefined;
  }
}

/** One that no file of the folder has, and that was not pointed to. */
export function nextGeneration(folder: string): number {
  return Math.max(0, findGeneration(folder) ?? 0, ...listGenerations(folder)) + 1;
}

export function pointTo(folder: string, generation: number): void {
  const fresh = join(folder, `${POINTER}-${String(process.pid)}`);
  writeFileSync(fresh, `${nameIndex(generation)}\n`);
  renameSync(fresh, join(folder, POINTER));
}

/** Removes indexes from before the one that was set aside last. What is still open elsewhere may stay until the next time. */
export function dropOldIndexes(folder: string, generation: number): void {
  const [, ...older] = listGenerations(folder)
    .filter((each) => each < generation)
    .sort((a, b) => b - a);
  for (const each of older) for (const suffix of ['', '-wal', '-shm']) dropFile(join(folder, nameIndex(each) + suffix));
}

function dropFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Windows does not remove files that somebody has open.
  }
}

function listGenerations(folder: string): readonly number[] {
  return readdirSync(folder).flatMap((name) => {
    const [, generation] = INDEX.exec(name) ?? [];
    return generation === undefined ? [] : [Number(generation)];
  });
}
