import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dumpStore } from '../support/dumpStore.js';
import { keepIndex, NAMES, openIndex, placesIn } from '../support/keepIndex.js';
import { makeFolder, removeFolders, type TestFolder } from './support/sample.js';

const ROUNDS = 200;
/** A fresh index every now and then: making its tables is killed, too. */
const ROUNDS_AN_INDEX = 8;
const FILES = 40;
const PROGRAM = fileURLToPath(new URL('../support/keepIndexProgram.js', import.meta.url));
/** Every other kill comes after a while, mostly before the first article is kept or among the first. */
const LONGEST_MS = 350;

/** When to kill: after so many milliseconds, or when so many articles have been kept, however fast the machine is. */
type Moment = { readonly ms: number } | { readonly keptCount: number };

describe('an index whose writer is killed', function () {
  this.timeout(600_000);
  after(removeFolders);

  it(`loses nothing that was kept, and ends as a rebuild would, ${String(ROUNDS)} times`, async () => {
    const random = createRandom(4711);
    let folder = makeFolder();
    const counts = { killed: 0, kept: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      if (round % ROUNDS_AN_INDEX === 0) folder = makeFolder();
      changeFiles(folder, random);
      const chance = random();
      const moment =
        round % 2 === 0 ? { ms: chance * LONGEST_MS } : { keptCount: 1 + Math.floor((chance * FILES) / 3) };
      const { isKilled, kept } = await killAt(folder, moment);
      counts.killed += isKilled ? 1 : 0;
      counts.kept += kept.length > 0 && isKilled ? 1 : 0;
      await checkRound(folder, kept, round);
    }
    assert.ok(counts.killed > ROUNDS * 0.5 && counts.kept > ROUNDS * 0.3, JSON.stringify(counts));
  });
});

/** Starts the program that indexes, kills it at the moment, and gives the articles that it had kept until then. */
async function killAt(folder: TestFolder, moment: Moment): Promise<{ isKilled: boolean; kept: readonly string[] }> {
  const child = spawn(process.execPath, [PROGRAM, folder.path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  let told = '';
  child.stdout.on('data', (text: Buffer) => {
    told += text.toString();
    if ('keptCount' in moment && listTold(told).length >= moment.keptCount) child.kill('SIGKILL');
  });
  await Promise.race('ms' in moment ? [sleep(moment.ms), ended] : [ended]);
  child.kill('SIGKILL');
  const [code, signal] = (await ended) as [number | null, string | null];
  assert.ok(signal === 'SIGKILL' || code === 0, `the program failed by itself: ${String(code)}`);
  return { isKilled: signal === 'SIGKILL', kept: listTold(told) };
}

function listTold(told: string): readonly string[] {
  return told.split(/\s/).filter((path) => path !== '');
}

async function checkRound(folder: TestFolder, kept: readonly string[], round: number): Promise<void> {
  const { root, index } = placesIn(folder.path);
  const store = openIndex(root, index);
  try {
    const listed = new Set((await store.listArticles({ limit: 10 * FILES })).rows.map(({ id }) => id as string));
    const lost = kept.filter((path) => !listed.has(path) && existsSync(join(root, path)));
    assert.deepEqual(lost, [], `round ${String(round)}: lost`);
    await keepIndex(root, store);
    assert.equal(await dumpStore(store), await dumpFresh(folder), `round ${String(round)}: not as a rebuild`);
  } finally {
    store.close();
  }
}

async function dumpFresh(folder: TestFolder): Promise<string> {
  const { root } = placesIn(folder.path);
  const index = join(folder.path, 'fresh');
  rmSync(index, { recursive: true, force: true });
  const store = openIndex(root, index);
  await keepIndex(root, store);
  const dump = await dumpStore(store);
  store.close();
  return dump;
}

/** Writes half of the articles anew, and deletes one of those that are there. */
function changeFiles(folder: TestFolder, random: () => number): void {
  for (let file = 0; file < FILES; file++)
    if (random() < 0.5 || !existsSync(join(folder.path, 'corpus', `${String(file)}.txt`)))
      folder.write(`corpus/${String(file)}.txt`, createText(random));
  folder.remove(`corpus/${String(Math.floor(random() * FILES))}.txt`);
}

const WORDS = [
  ...Object.values(NAMES).flat(),
  'Gipfel',
  'Angriff',
  '2021-03-04',
  '2022-05-06',
  'gestern',
  'wegen',
  'und',
];

function createText(random: () => number): string {
  const paragraph = (): string =>
    Array.from({ length: 12 }, () => WORDS[Math.floor(random() * WORDS.length)] ?? '').join(' ');
  return `${paragraph()}\n\n${paragraph()}\n`;
}

/** Numbers from 0 to 1, the same in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 0x7fffffff) / 0x7fffffff;
}
